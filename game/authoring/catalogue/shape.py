"""S10x..S12x: what stands under the keys of any record."""

from game.authoring.catalogue.entry import Entry

SHAPE = {
    "S101": Entry(
        title="an unknown key",
        message="`{key}` is no key of {what}",
        why="A misspelt key would be left out in silence.",
        wrong="scene: office\ntitel: The office",
        right="scene: office\ntitle: The office",
        help="its keys are {keys}",
    ),
    "S102": Entry(
        title="a key that belongs to another record",
        message="`{key}` does not belong to {what}",
        why=(
            "Each kind of record has its own keys; this one stands at another place of the format. Often "
            "the line is only indented too little or too far."
        ),
        wrong="scene: office\nwho: balandin",
        right="scene: office\ntext:\n  - who: balandin\n    text: A figure is no trouble.",
        help="{what} has the keys {keys}",
    ),
    "S103": Entry(
        title="a missing key",
        message="{what} needs {keys}, and this one has none",
        why="Without it the story cannot be made. Everything else is optional.",
        wrong="- text: Go home.\n  to: night",
        right="- id: home\n  text: Go home.\n  to: night",
        help="{docs}",
    ),
    "S104": Entry(
        title="a single value where a list stands",
        message="here stands {words}, even if it has only one entry, not {found}",
        why="Lists look the same everywhere, with one entry as with five.",
        wrong="show: balandin",
        right="show: [balandin]",
    ),
    "S105": Entry(
        title="a list or a record where a single value stands",
        message="here stands {words}, not {found}",
        why="Under this key there is a single value.",
        wrong="place: [office_night]",
        right="place: office_night",
        help="write the value alone, without brackets, dashes or keys",
    ),
    "S106": Entry(
        title="something else where a record stands",
        message="here stands {what} with its keys, not {found}",
        why="A record is a group of lines with a key and a colon each.",
        wrong="choices:\n  - Go home.",
        right="choices:\n  - id: home\n    text: Go home.\n    to: night",
        help="write it with its keys: {keys}",
    ),
    "S107": Entry(
        title="a bare text in a list of passages",
        message="a passage in a list needs `text:` in front of it",
        why="Each passage is a record, so that it can also have `who`, `if` or `document`.",
        wrong="text:\n  - The lamp is on.",
        right="text:\n  - text: The lamp is on.",
        help="write `- text: ...`, or `- text: |` and the text below it",
    ),
    "S108": Entry(
        title="a name that is no id",
        message="`{name}` is no id",
        why=(
            "Ids are lower-case letters, digits and underscores, and begin with a letter. They never "
            "change once a pack is published."
        ),
        wrong="scene: Five Days",
        right="scene: five_days",
        help="use lower-case letters, digits and underscores, beginning with a letter",
    ),
    "S109": Entry(
        title="a word that is none of those possible",
        message="`{typed}` is none of the words that can stand here",
        why="Here stands one word out of a fixed few.",
        wrong="provenance: document",
        right="provenance: documented",
        help="possible are {options}",
    ),
    "S112": Entry(
        title="no whole number",
        message="`{typed}` is no whole number",
        why="All numbers of a story are whole, so that every path can be followed exactly.",
        wrong="weight: 2.5",
        right="weight: 3",
        help="write a whole number in digits, without spaces, points or commas",
    ),
    "S113": Entry(
        title="a number out of bounds",
        message="`{typed}` is not between {low} and {high}",
        why="Numbers of the story stay within a million; a weight or a limit is at least 1.",
        wrong="weight: 0",
        right="weight: 1",
        help="write a number from {low} to {high}",
    ),
    "S114": Entry(
        title="no date",
        message="`{typed}` is no date",
        why="Dates are written so that they sort: year, month, day, with dashes and two digits.",
        wrong="date: 3 July 1937",
        right="date: 1937-07-03",
        help="write year, month and day with dashes, as in 1937-07-03, or less: 1937-07, 1937",
    ),
    "S119": Entry(
        title="a key without a value",
        message="there is nothing under `{key}`",
        why="The key promises something, and nothing follows. Often the lines below are not indented.",
        wrong="choices:\nnext_scene: x",
        right="choices:\n  - id: home\n    text: Go home.\n    to: night",
        help="here stands {words}; indent what belongs to it by two spaces",
    ),
    "S120": Entry(
        title="the same id twice",
        message="there is already a {kind} `{name}`",
        why="Saves, links and class reports are built on ids: each stands for one thing only.",
        wrong="scene: office\n---\nscene: office",
        right="scene: office\n---\nscene: office_at_night",
        help="give one of the two another id, or take one away{where}",
    ),
    "S121": Entry(
        title="an id that conditions need for themselves",
        message="`{name}` cannot be an id",
        why=(
            "The words return, true, false, and, or, not, seen, chose and chapter have a meaning of their "
            "own."
        ),
        wrong="scene: return",
        right="scene: return_home",
        help="choose another name, such as `{name}_1`",
    ),
    "S123": Entry(
        title="an address that is no web address",
        message="`{typed}` is no web address",
        why="Only addresses that begin with http:// or https:// can be opened from the debrief.",
        wrong="url: www.example.org/page",
        right="url: https://www.example.org/page",
        help="write the whole address, beginning with https://",
    ),
    "S124": Entry(
        title="neither true nor false",
        message="`{typed}` is neither `true` nor `false`",
        why="Here stands `true` or `false`.",
        wrong="repeat: often",
        right="repeat: true",
        help="write `true` or `false`",
    ),
    "S129": Entry(
        title="no keys where keys stand",
        message="here stand {words}, each with a key and a colon, not {found}",
        why="What is named here is found by its key.",
        wrong="- troika",
        right="troika:\n  term: troika\n  meaning: ...",
        help="write each as `id:` with its lines below, two spaces further in",
    ),
    "S134": Entry(
        title="a letter from another alphabet in an id",
        message="`{name}` has the letter `{odd}`, which is none of a to z",
        why="A Cyrillic letter can look just like a Latin one, and still make it another name.",
        wrong="scene: s\u0441ene_one",
        right="scene: scene_one",
        help="type it again with Latin letters",
    ),
}
