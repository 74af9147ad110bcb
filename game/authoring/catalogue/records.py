"""S11x..S14x: the rules of single records."""

from game.authoring.catalogue.entry import Entry

RECORDS = {
    "S110": Entry(
        title="`to` at the scene's own level",
        message="a scene has no `{key}:` of its own",
        why="A `to:` belongs to a choice, or to an entry of `next` or `chance`.",
        wrong="scene: office\nto: night",
        right="scene: office\nnext:\n  - to: night",
        help=(
            "for a simple Continue write `next:` and below it `  - to: ...`; if it belongs to a choice, "
            "indent it"
        ),
    ),
    "S111": Entry(
        title="a scene's id directly under `next`",
        message="`next` is a list of entries, not a scene",
        why="Its first entry whose `if` holds is taken, so it is a list, even if it has only one entry.",
        wrong="next: night",
        right="next:\n  - to: night",
        help="write `next: [{{to: {name}}}]`, or `next:` and below it `  - to: {name}`",
    ),
    "S115": Entry(
        title="a scene without a way out",
        message="this scene has no way out",
        why="A scene leaves in exactly one way: `choices`, `next`, `chance` or `ending`.",
        wrong="scene: office\ntitle: The office\ntext: ...",
        right="scene: office\ntitle: The office\ntext: ...\nnext:\n  - to: night",
        help="add `choices:`, `next:`, `chance:` or `ending:`",
    ),
    "S116": Entry(
        title="a scene with two ways out",
        message="this scene has both `{first}` and `{second}`",
        why="A scene leaves in exactly one way: `choices`, `next`, `chance` or `ending`.",
        wrong="choices: [...]\nnext: [{to: night}]",
        right="choices: [...]",
        help="keep one of the two; a choice says by its own `to:` where it leads",
    ),
    "S117": Entry(
        title="no way left when every `if` fails",
        message="the last entry of `next` has an `if`: when it fails, no way is open",
        why=(
            "The first entry whose `if` holds is taken. The last one has no `if`, so that there always is "
            "one."
        ),
        wrong="next:\n  - {if: standing < 20, to: summoned}",
        right="next:\n  - {if: standing < 20, to: summoned}\n  - {to: night}",
        help="take the `if` away, or add a last entry `- to: ...`",
    ),
    "S118": Entry(
        title="a passage of two kinds",
        message="a passage cannot have both `{first}` and `{second}`",
        why="A passage is spoken by somebody, or it is a document, or a picture.",
        wrong="- who: balandin\n  document: telegram",
        right="- document: telegram\n  text: ...\n- who: balandin\n  text: ...",
        help="make two passages of it",
    ),
    "S122": Entry(
        title="another version of the format",
        message="this program reads format 1, not `{typed}`",
        why="A pack says for which version of the story format it was written.",
        wrong="format: 2",
        right="format: 1",
        help="write `format: 1`; if the pack was made for a newer game, get the newer game",
    ),
    "S125": Entry(
        title="two promises in one entry",
        message="each promise has an entry of its own",
        why="One entry holds one of always, never, reachable, every_path, share.",
        wrong="- {reachable: night, never: told}",
        right="- {reachable: night}\n- {never: told}",
        help="begin a new line with a dash for each",
    ),
    "S126": Entry(
        title="no percentage",
        message="`{typed}` is no percentage from 0% to 100%",
        why="A share is written as a percentage.",
        wrong="at_most: 0.1",
        right="at_most: 10%",
        help="write it with a percent sign, such as `10%` or `0.5%`",
    ),
    "S127": Entry(
        title="bounds that do not hold together",
        message="the start {start} is not between min {low} and max {high}",
        why="A number starts between its least and its greatest value.",
        wrong="hours: {type: number, start: 8, min: 0, max: 6}",
        right="hours: {type: number, start: 6, min: 0, max: 6}",
        help="change `start`, `min` or `max`",
    ),
    "S128": Entry(
        title="a key that does not fit the type of a variable",
        message="a {kind} has no `{key}`",
        why="A flag is true or false; a number or meter has bounds; a word has values.",
        wrong="warned: {type: flag, max: 1}",
        right="warned: {type: flag}",
        help="a {kind} has {fits}",
    ),
    "S130": Entry(
        title="a key of a deck scene in another scene",
        message="`{key}` belongs to a scene that waits in a deck, and this one has no `deck:`",
        why="Only a scene that waits in a deck is offered by a condition and a line of its own.",
        wrong="scene: letter\nif: hours > 0",
        right="scene: letter\ndeck: in_tray\nif: hours > 0",
        help=(
            "add `deck: ...`, or put the condition where the scene is reached: at the choice or the `next` "
            "entry"
        ),
    ),
    "S131": Entry(
        title="a decision in another person's chair",
        message="a scene with `seat` has no choices",
        why="A scene read from another person's chair is read, not decided: one Continue.",
        wrong="seat: pankratova\nchoices: [...]",
        right="seat: pankratova\nnext:\n  - to: night",
        help="use `next:`, or take `seat` away",
    ),
    "S133": Entry(
        title="a name of the base pack",
        message="the base pack already has a {kind} `{name}`",
        why="An extension adds to its base and changes nothing of it.",
        wrong="scene: five_days   # in an extension of third_chair",
        right="scene: my_pack_five_days",
        help="give yours another id{where}",
    ),
    "S135": Entry(
        title="an ending that is only a name",
        message="`ending` is a record with its keys, not a name",
        why="An ending says how the story ends: title, kind, epilogue.",
        wrong="ending: promoted",
        right="ending:\n  id: promoted\n  title: The third chair\n  epilogue: |\n    ...",
        help="write `ending:` and below it `  id: {name}`",
    ),
    "S136": Entry(
        title="not two scenes",
        message="`every_path` takes two scenes: the one that comes before, then the other",
        why="It promises that nobody is at the second without having been at the first.",
        wrong="- {every_path: [telephone]}",
        right="- {every_path: [telephone, five_days]}",
        help="write `every_path: [first, second]`",
    ),
    "S138": Entry(
        title="a passage without a text",
        message="this passage has no text",
        why="A passage has a `text`, or it is a `picture`.",
        wrong="- who: balandin",
        right="- who: balandin\n  text: |\n    A figure is no trouble at all.",
        help="add `text: |` and the text below it",
    ),
    "S139": Entry(
        title="a key of a document in another passage",
        message="`{key}` belongs to a document, and this passage has no `document:`",
        why="Only a document has a title, a provenance and a note of its own.",
        wrong="- title: To all secretaries\n  text: ...",
        right="- document: telegram\n  title: To all secretaries\n  text: ...",
        help="add `document: telegram` (or letter, order, minutes, newspaper, list, form, photograph)",
    ),
    "S140": Entry(
        title="a variable without what its type needs",
        message="`{name}` is a {kind} and needs `{key}:`",
        why=(
            "A number or meter has start, min and max; a word has values. So every story has finitely many "
            "states."
        ),
        wrong="hours: {type: number, start: 6}",
        right="hours: {type: number, start: 6, min: 0, max: 6}",
        help="add `{key}:`",
    ),
    "S141": Entry(
        title="a share without its parts",
        message="a share names `ending` or `endings`, and `at_most` or `at_least`",
        why="It bounds the probability that one of these endings is reached.",
        wrong="- {share: {endings: [promoted]}}",
        right="- {share: {endings: [promoted], at_most: 10%}}",
        help="write `share: {{endings: [...], at_most: 10%}}`",
    ),
    "S142": Entry(
        title="a folder that is no name",
        message="`{typed}` is no name of a folder",
        why="`folder` is the name of one folder inside `chapters/`.",
        wrong="folder: chapters/01_december",
        right="folder: 01_december",
        help="write the folder's name alone",
    ),
    "S143": Entry(
        title="a key that belongs to the base pack",
        message="an extension has no `{key}`",
        why=(
            "An extension adds scenes, letters, people and facts; where the story starts and whose it is, "
            "its base says."
        ),
        wrong="extends: third_chair\nstart: my_scene",
        right="extends: third_chair",
        help="take it away",
    ),
    "S144": Entry(
        title="two records in pack.yaml",
        message="pack.yaml holds one record only",
        why="`---` parts scenes in the files of a chapter. pack.yaml is read as one.",
        wrong="format: 1\n---\ntitle: ...",
        right="format: 1\ntitle: ...",
        help="take the `---` away",
    ),
    "S145": Entry(
        title="scenes under a key",
        message="scenes do not stand under a key such as `{key}`",
        why="A file of a chapter holds one scene, or several with a line `---` between them.",
        wrong="scenes:\n  - scene: office",
        right="scene: office\n---\nscene: night",
        help="begin each scene at the margin with `scene:`, and put a line `---` between two",
    ),
    "S146": Entry(
        title="a sign outside the bounds of its meter",
        message="a sign at {at} is never shown: `{name}` stays between {low} and {high}",
        why="A meter shows the sign of the highest number that it has reached.",
        wrong="standing: {type: meter, start: 50, min: 0, max: 100, signs: {150: Everybody greets you.}}",
        right="standing: {type: meter, start: 50, min: 0, max: 100, signs: {90: Everybody greets you.}}",
        help="write a number from {low} to {high}",
    ),
    "S147": Entry(
        title="`locked` without `if`",
        message="`locked` is shown where the choice's `if` fails, and this choice has no `if`",
        why="A choice without `if` is always open: nobody would ever read why it is closed.",
        wrong="- id: low\n  text: Report less.\n  locked: Your word does not carry that far.\n  to: night",
        right=(
            "- id: low\n  text: Report less.\n  if: standing >= 30\n"
            "  locked: Your word does not carry that far.\n  to: night"
        ),
        help="add the `if:` under which it is open, or take `locked:` away",
    ),
    "S148": Entry(
        title="an id inside another record",
        message="`{key}` stands inside the record above it",
        why=(
            "Ids of facts, sources, people and the rest begin at the margin, their keys two spaces further "
            "in."
        ),
        wrong="first:\n  title: One\n  second:\n  title: Two",
        right="first:\n  title: One\nsecond:\n  title: Two",
        help="begin `{key}:` at the margin",
    ),
    "S149": Entry(
        title="a second record without its first line",
        message="from here on keys come that were there before",
        why=(
            "Every record has its own first line: an id with a colon, or a dash in a list. Without it two "
            "records are read as one."
        ),
        wrong="first:\n  title: One\n  kind: memoir\n  title: Two\n  kind: memoir",
        right="first:\n  title: One\n  kind: memoir\nsecond:\n  title: Two\n  kind: memoir",
    ),
    "S150": Entry(
        title="a text that runs on from the line above",
        message="this line is read as going on after `{word}`",
        why="A line that stands further in, without a key, belongs to the value above it.",
        wrong="provenance: invented\n  The lamp is on.",
        right="provenance: invented\ntext: |\n  The lamp is on.",
        help="is the line `text: |` missing above it?",
    ),
    "S151": Entry(
        title="a key of a record at the margin",
        message="`{key}` stands at the margin, where ids stand",
        why="The keys of a fact, a source or a person stand two spaces in, below its id.",
        wrong="telegram:\n  claim: A telegram went out.\nverdict: corroborated",
        right="telegram:\n  claim: A telegram went out.\n  verdict: corroborated",
        help="indent it by two spaces, like the lines above it",
    ),
    "S152": Entry(
        title="fates among the variables",
        message="`{name}` stands among the variables, and looks like {what}",
        why="Fates have a key of their own in pack.yaml, at the margin: `fates:`.",
        wrong="variables:\n  told: {type: flag}\n  arrested: Arrested",
        right="variables:\n  told: {type: flag}\nfates:\n  arrested: Arrested",
    ),
    "S153": Entry(
        title="a least value above the greatest",
        message="`min` {low} is larger than `max` {high}",
        why="A number or meter stays between its least and its greatest value.",
        wrong="hours: {type: number, start: 2, min: 4, max: 0}",
        right="hours: {type: number, start: 2, min: 0, max: 4}",
        help="swap the two",
    ),
    "S154": Entry(
        title="a name that Windows keeps for itself",
        message="no folder on Windows can be called `{name}`",
        why=(
            "Windows keeps con, prn, aux, nul, com1 to com9 and lpt1 to lpt9 for devices. A pack is handed "
            "on as a folder or a zip, and saves lie in a folder with its id: few schools could open it."
        ),
        wrong="id: aux",
        right="id: aux_files",
        help="take another name",
    ),
}
