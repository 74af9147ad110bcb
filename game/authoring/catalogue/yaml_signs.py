"""Y1..: signs and indentation that YAML reads otherwise than an author means them."""

from game.authoring.catalogue.entry import Entry

YAML_SIGNS = {
    "Y101": Entry(
        title="a tab at the beginning of a line",
        message="this line is indented with a tab",
        why=(
            "The place of a line is counted in spaces, and a tab has no fixed width: what looks right in "
            "one editor stands elsewhere in another."
        ),
        wrong="choices:\n\t- id: home",
        right="choices:\n  - id: home",
        help="replace each tab by two spaces; most editors can do that for the whole file",
    ),
    "Y102": Entry(
        title="a line that stands too far in or too far out",
        message="this line does not stand under any line above it",
        why=(
            "Lines that belong together begin in the same column. A line one space further in or out "
            "belongs to nothing."
        ),
        wrong="choices:\n  - id: home\n     text: Go home.",
        right="choices:\n  - id: home\n    text: Go home.",
        help="begin it in column {column}, like the line above that it belongs to",
    ),
    "Y103": Entry(
        title="no space after a colon",
        message="there is no space after the colon of `{key}`",
        why=(
            "Only a colon with a space behind it parts a key from its value; without one the line is read "
            "as one long word."
        ),
        wrong="title:Five days",
        right="title: Five days",
        help="write `{key}: {rest}`",
    ),
    "Y104": Entry(
        title="a quotation mark that is never closed",
        message="this text begins with a quotation mark that is not closed where the text ends",
        why=(
            "A text that begins with a quotation mark ends at the next one of its kind, however many lines "
            "below."
        ),
        wrong='text: "Come in, he says.\nto: office',
        right='text: |\n  "Come in," he says.\nto: office',
        help="close it, or write `|` and put the text below, two spaces further in",
    ),
    "Y105": Entry(
        title="text after a closing quotation mark",
        message="the quotation mark ends the text here, but more follows",
        why=(
            "A text that begins with a quotation mark ends at the next one. Speech inside a text needs a "
            "block."
        ),
        wrong='text: "Go," he says. And goes.',
        right='text: |\n  "Go," he says. And goes.',
        help="write `|` after the colon and put the text below, two spaces further in",
    ),
    "Y106": Entry(
        title="an unquoted text that begins with *",
        message="an unquoted text cannot begin with `*`",
        why=(
            "At the beginning of a value `*` means something else in YAML (an alias, which packs do not use)."
        ),
        wrong="text: *Nobody* looks at it.",
        right="text: |\n  *Nobody* looks at it.",
        help="write `|` after the colon and put the text below, or put the whole text in double quotes",
    ),
    "Y107": Entry(
        title="an unquoted text that begins with !",
        message="an unquoted text cannot begin with `!`",
        why=(
            "At the beginning of a value `!` means something else in YAML (a tag, which packs do not use), "
            "and the first word would be lost."
        ),
        wrong="text: !no way",
        right='text: "!no way"',
        help="put the text in double quotes, or write `|` and put it below",
    ),
    "Y108": Entry(
        title="an unquoted text that begins with &",
        message="an unquoted text cannot begin with `&`",
        why=(
            "At the beginning of a value `&` means something else in YAML (an anchor, which packs do not "
            "use), and the first word would be lost."
        ),
        wrong="text: &co and sons",
        right='text: "&co and sons"',
        help="put the text in double quotes, or write `|` and put it below",
    ),
    "Y109": Entry(
        title="an unquoted text that begins with a bracket or a brace",
        message="an unquoted text cannot begin with `{sign}`",
        why=(
            "At the beginning of a value `[` opens a list and `{` a record. A glossary term or a variable "
            "can begin a text only inside a block or in quotes."
        ),
        wrong="text: [[troika]] met at nine.",
        right="text: |\n  [[troika]] met at nine.",
        help="write `|` after the colon and put the text below, or put the whole text in double quotes",
    ),
    "Y110": Entry(
        title="an unquoted text that begins with %, @, a backtick or a dash",
        message="an unquoted text cannot begin with {sign}",
        why="YAML keeps these signs for itself at the beginning of a value.",
        wrong="text: @home, he wrote.",
        right='text: "@home, he wrote."',
        help="put the text in double quotes, or write `|` and put it below",
    ),
    "Y111": Entry(
        title="an unquoted text that begins with an apostrophe",
        message="the apostrophe at the beginning is read as an opening quotation mark",
        why="A value that begins with `'` is a quoted text that ends at the next `'`.",
        wrong="text: 'Tis late.",
        right="text: |\n  'Tis late.",
        help="write `|` after the colon and put the text below, or put the whole text in double quotes",
    ),
    "Y112": Entry(
        title="the rest of a text lost behind #",
        message="everything from ` #` on would be lost: it is read as a comment",
        why=(
            "In an unquoted text a `#` after a space begins a comment. Two spaces before it show that a "
            "comment is meant."
        ),
        wrong="text: Room #7 was empty.",
        right="text: |\n  Room #7 was empty.",
        help=(
            "put the text in double quotes, or write `|` and put it below; for a real comment leave two "
            "spaces before `#`"
        ),
    ),
    "Y113": Entry(
        title="a colon inside an unquoted text",
        message="the colon inside this text is read as the end of a key",
        why="A colon with a space behind it parts a key from its value, also in the middle of a sentence.",
        wrong="text: He said: no.",
        right="text: |\n  He said: no.",
        help="put the text in double quotes, or write `|` and put it below, two spaces further in",
    ),
    "Y114": Entry(
        title="the same key twice in one record",
        message="`{key}` stands twice in the same record",
        why="One of the two values would be lost.",
        wrong="title: Five days\ntitle: Six days",
        right="title: Six days",
        help="leave out one of the two; the other is in line {line}",
    ),
    "Y115": Entry(
        title="a dash among keys",
        message="a list entry cannot stand here, among keys",
        why="A list stands under a key of its own that has no value on its line.",
        wrong="scene: office\n- text: The lamp is on.",
        right="scene: office\ntext:\n  - text: The lamp is on.",
        help="put it under a key such as `text:` or `choices:`, or take the dash away",
    ),
    "Y116": Entry(
        title="a bracket or brace that is not closed",
        message="this `{sign}` is never closed, or a comma is missing behind it",
        why=(
            "A list in brackets or a record in braces ends at its closing sign; its parts have commas "
            "between them."
        ),
        wrong="show: [balandin, tikhonov",
        right="show: [balandin, tikhonov]",
        help="close it with `{closing}`, and put a comma between any two entries",
    ),
    "Y117": Entry(
        title="a place that cannot be read",
        message="the file cannot be read from here on",
        why=(
            "Something here, or just above, is no YAML: a sign out of place, a missing colon, a wrong "
            "indentation."
        ),
        wrong="title: : Five days",
        right="title: Five days",
        help=(
            "look at this line and the one above: indentation, colons, quotation marks; long texts are "
            "safest below `|`"
        ),
    ),
    "Y118": Entry(
        title="an invisible character",
        message="there is an invisible character here ({found})",
        why=(
            "Such characters come along when text is copied from a PDF, a web page or Word: a control "
            "character, a soft hyphen, a space that is none of the space bar's, a mark that turns the text "
            "behind it about. In double quotes an escape such as `\\e` makes one."
        ),
        wrong="title: Five\u240bdays",
        right="title: Five days",
        help="delete it and type the space or the line break again",
    ),
    "Y119": Entry(
        title="nested too deep",
        message="lists and records stand more than 20 deep inside one another here",
        why=(
            "No part of a pack needs more than six levels; a bound keeps a damaged file from stopping the "
            "program."
        ),
        wrong="text: [[[[[[[[[[[[[[[[[[[[[[ ... ]]]]]]]]]]]]]]]]]]]]]]",
        right="text: |\n  ...",
        help="if this is text, write `|` after the colon and put it below",
    ),
    "Y120": Entry(
        title="a key that is not a word",
        message="a key must be a single word with a colon behind it",
        why="A list or a record cannot be a key; often a text begins with a bracket or a question mark here.",
        wrong="[troika]: met at nine",
        right="troika: met at nine",
        help="if this is text, write `|` after its key and put it below",
    ),
    "Y121": Entry(
        title="a line without a colon",
        message="this line has no colon: is `{word}` a key?",
        why=(
            "Between the keys of a record every line begins with a key and a colon; a text that goes on "
            "over several lines stands two spaces further in."
        ),
        wrong="scene five_days\ntitle: Five days",
        right="scene: five_days\ntitle: Five days",
        help="put a colon and a space behind the key; if it is text, indent it below `|`",
    ),
    "Y122": Entry(
        title="a line of a text that stands too far left",
        message="this line stands too far left to belong to the text above",
        why="All lines of a text below `|` begin at least as far in as its first line.",
        wrong="text: |\n    The lamp is on.\n  The window is dark.",
        right="text: |\n    The lamp is on.\n    The window is dark.",
        help="begin it in column {column}, like the first line of the text (or that one further left)",
    ),
    "Y123": Entry(
        title="text on the line of the |",
        message="the text must begin on the line below the `{sign}`",
        why="Behind `|` nothing else may stand on its line.",
        wrong="text: | The lamp is on.",
        right="text: |\n  The lamp is on.",
        help="start a new line after `{sign}` and indent the text by two spaces",
    ),
    "Y124": Entry(
        title="a dash or key without a space",
        message="there is no space after the dash",
        why="A list entry begins with a dash and a space; without the space the dash is part of a word.",
        wrong="choices:\n  -id: home",
        right="choices:\n  - id: home",
        help="write `- {rest}`",
    ),
    "Y125": Entry(
        title="a second id in one record",
        message="a second `{key}` in the same record",
        why=(
            "A record has one id. A second one begins the next record, and what parts the two is missing: "
            "a line of three dashes between scenes, a dash between entries."
        ),
        wrong="scene: office\ntitle: The office\nscene: night\ntitle: Night",
        right="scene: office\ntitle: The office\n---\nscene: night\ntitle: Night",
        help="the first is in line {line}",
    ),
    "Y126": Entry(
        title="a line of too few or too many dashes",
        message="between two scenes stand exactly three dashes",
        why="`---` on a line of its own parts two scenes of a file.",
        wrong="scene: office\n-----\nscene: night",
        right="scene: office\n---\nscene: night",
        help="write `---`",
    ),
    "Y127": Entry(
        title="several keys on one line",
        message="several keys stand on one line without braces",
        why="Each key has a line of its own, or the record stands in braces.",
        wrong="- id: home, text: Go home., to: night",
        right="- {id: home, text: Go home., to: night}",
        help="write `{right}`, or give each key a line of its own",
    ),
    "Y128": Entry(
        title="a sign that only looks like the right one",
        message="here stands `{sign}`, where YAML reads only `{right}`",
        why="Word and some keyboards write other dashes, points and colons than YAML reads.",
        wrong="\u2013 id: home",
        right="- id: home",
        help="type `{right}` in its place",
    ),
    "Y129": Entry(
        title="a backslash in double quotes",
        message="`{typed}` means something else in double quotes",
        why="In double quotes a backslash and the sign behind it stand for a third one.",
        wrong='text: "Read C:\\people."',
        right="text: |\n  Read C:\\people.",
        help="write `|` after the colon and put the text below, or take single quotes",
    ),
}
