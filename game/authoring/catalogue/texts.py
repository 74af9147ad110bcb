"""T: the markup of texts. A: pictures."""

from game.authoring.catalogue.entry import Entry

TEXTS = {
    "T101": Entry(
        title="emphasis that is not closed",
        message="this `{mark}` opens an emphasis that is not closed in its paragraph",
        why="Emphasis begins and ends in the same paragraph: `*so*` or `**so**`.",
        wrong="text: |\n  He looks *up, and sits.",
        right="text: |\n  He looks *up*, and sits.",
        help=(
            "put `{mark}` behind the last emphasised word; a star that is meant as a star has a space on "
            "both sides"
        ),
    ),
    "T102": Entry(
        title="a star that closes nothing",
        message="this `{mark}` neither opens nor closes an emphasis",
        why="The closing mark is the same as the opening one and stands directly behind a word.",
        wrong="text: |\n  He looks up*, and sits.",
        right="text: |\n  He looks *up*, and sits.",
        help=(
            "put `{mark}` before the first emphasised word; a star that is meant as a star has a space on "
            "both sides"
        ),
    ),
    "T103": Entry(
        title="a glossary term that is not closed",
        message="this `[[` is not closed by `]]` in its paragraph",
        why="A glossary term stands between double brackets. A single bracket is only a bracket.",
        wrong="text: |\n  The [[troika met at nine.",
        right="text: |\n  The [[troika]] met at nine.",
        help="write `]]` behind the term; for two real brackets write `[[[[`",
    ),
    "T104": Entry(
        title="a brace that holds no variable",
        message="`{typed}` is no variable in braces",
        why="In a text `{name}` shows a variable. A brace that is meant as a brace is doubled.",
        wrong="text: |\n  He wrote {sic} beside it.",
        right="text: |\n  He wrote {{sic}} beside it.",
        help="write a variable's name in the braces, or double them: `{{{{` and `}}}}`",
    ),
    "T105": Entry(
        title="an unknown glossary term",
        message="the glossary has no entry `{name}`",
        why="A term in double brackets is explained by its entry in glossary.yaml.",
        wrong="text: |\n  The [[trojka]] met.",
        right="text: |\n  The [[troika]] met.",
        help="add `{name}:` to glossary.yaml, or write `[[the entry's id|{name}]]`",
    ),
    "T106": Entry(
        title="an unknown variable in a text",
        message="there is no variable `{name}`",
        why="A name in braces shows a variable of pack.yaml or the fate of a person of people.yaml.",
        wrong="text: |\n  Your {standnig} has changed.",
        right="text: |\n  Your {standing} has changed.",
        help="declare it under `variables:` in pack.yaml; a brace that is meant as a brace is doubled",
    ),
    "T107": Entry(
        title="markup in a plain line",
        message="this line can have no emphasis, no terms, no variables and no second paragraph",
        why=(
            "Titles, names and labels also stand in lists and on buttons, where only plain words can be "
            "shown."
        ),
        wrong="title: The *long* ring",
        right="title: The long ring",
        help="write it in plain words",
    ),
    "T108": Entry(
        title="an empty glossary term",
        message="there is no term between these brackets, or no text behind the `|`",
        why="`[[troika]]` names an entry of the glossary; `[[troika|the three]]` also says what is shown.",
        wrong="text: |\n  The [[troika|]] met.",
        right="text: |\n  The [[troika|three]] met.",
        help="write `[[term]]` or `[[term|text]]`; for two real brackets write `[[[[`",
    ),
    "T109": Entry(
        title="a flag in a text",
        message="`{name}` is a flag and cannot be shown in a text",
        why="A flag is only true or false: it has no words to show.",
        wrong="text: |\n  You warned him: {warned_feldman}.",
        right="text:\n  - if: warned_feldman\n    text: You warned him.",
        help="make a passage of its own with `if: {name}`",
    ),
    "A101": Entry(
        title="a place without a picture",
        message="there is no picture of the place `{name}`",
        why=(
            "A scene's `place` is a picture of assets/places or of the pack's own art/ folder. Without one "
            "the page stays blank behind the text."
        ),
        wrong="place: ofice_night",
        right="place: office_night",
        help="put a picture `{name}.svg` (or .png, .jpg) into the folder `art` of the pack",
        is_warning=True,
    ),
    "A102": Entry(
        title="a picture without a file",
        message="there is no picture `{name}`",
        why="A passage's `picture` is a file of the pack's own art/ folder or one that comes with the game.",
        wrong="- picture: presidium_1943",
        right="- picture: presidium_1934",
        help="put a picture `{name}.svg` (or .png, .jpg) into the folder `art` of the pack",
        is_warning=True,
    ),
    "A103": Entry(
        title="a picture without a description",
        message="the picture `{name}` has no description in pictures.yaml",
        why=(
            "Who cannot see a picture is read its description; the terminal and the printed pages use it too."
        ),
        wrong="- picture: presidium_1934   # and nothing in pictures.yaml",
        right="presidium_1934: Nine men at a long table, the third chair empty.   # in pictures.yaml",
        help="add `{name}: ...` to pictures.yaml",
        is_warning=True,
    ),
    "A104": Entry(
        title="a portrait without a file",
        message="there is no portrait `{name}`",
        why="A person's `portrait` is a picture of assets/portraits or of the pack's own art/ folder.",
        wrong="portrait: feldmann",
        right="portrait: feldman",
        help=(
            "put a picture `{name}.svg` (or .png, .jpg) into the folder `art` of the pack, or leave "
            "`portrait` out"
        ),
        is_warning=True,
    ),
    "A105": Entry(
        title="a drawing that is not shown",
        message="this drawing is not shown: {found}",
        why=(
            "A drawing can ask for other files, run programs, or keep a machine busy for minutes. What a "
            "pack brings is therefore shown only where it is made of plain shapes, which every reader of SVG "
            "draws alike."
        ),
        wrong='<svg viewBox="0 0 600 768"><image href="lamp.png"/></svg>   # in art/lamp.svg',
        right='<svg viewBox="0 0 600 768"><path d="M10 10h20v30z" fill="#234"/></svg>',
        help=(
            "turn clones and effects into paths and save it as 'Plain SVG', or save it as a PNG picture"
        ),
        is_warning=True,
    ),
    "A106": Entry(
        title="a photograph that is not shown",
        message="this photograph is not shown: {found}",
        why="A few bytes can claim to be a picture that fills any memory: its size is read first.",
        wrong="(art/school.png with 60,000 x 60,000 pixels)",
        right="(art/school.jpg with 2,000 x 1,500 pixels)",
        help="open it in a picture program and save it again as JPEG; 2,000 pixels across are plenty",
        is_warning=True,
    ),
}
