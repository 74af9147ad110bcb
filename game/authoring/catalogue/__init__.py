"""The catalogue of findings: every sentence that an author can read, by code.

Families: Y YAML and files, S shape, L links, V variables and types, R reachability, F facts and sources,
T texts, A pictures, P pedagogy. A code is never used twice, not even for a finding that is gone.
"""

from game.authoring.catalogue.conditions import CONDITIONS
from game.authoring.catalogue.entry import Entry
from game.authoring.catalogue.expressions import EXPRESSIONS
from game.authoring.catalogue.files import FILES
from game.authoring.catalogue.links import LINKS
from game.authoring.catalogue.pedagogy import PEDAGOGY
from game.authoring.catalogue.records import RECORDS
from game.authoring.catalogue.shape import SHAPE
from game.authoring.catalogue.texts import TEXTS
from game.authoring.catalogue.yaml_signs import YAML_SIGNS

ENTRIES: dict[str, Entry] = (
    YAML_SIGNS | FILES | SHAPE | RECORDS | LINKS | CONDITIONS | EXPRESSIONS | TEXTS | PEDAGOGY
)
"""All entries by code."""

HELPS: dict[str, str] = {
    "did_you_mean": "did you mean `{guess}`{where}?",
    "sentence_of_fact": (
        "a fact is named here: write the sentence behind `claim:` in facts.yaml, and its id here"
    ),
    "title_of_source": "a source is named here: write its title in sources.yaml, and its id here",
    "did_you_mean_key": "did you mean `{guess}`?",
    "did_you_mean_file": "did you mean `{guess}.yaml`?",
    "did_you_mean_folder": "did you mean the folder `{guess}`?",
    "did_you_mean_listed_folder": ("there is a folder `{guess}`: write that name here, or rename the folder"),
    "write": "write `{right}`",
    "bracket": "write `[{typed}]`; several stand in the brackets with commas between them",
    "dash_each": "begin each entry with a dash and a space: `- ...`",
    "key_is_text": "if this is a line of text, it stands too far out: begin it like the lines above it",
    "speech": "write `who: {guess}` and below it `text: ...`",
    "scenes_apart": "take the dash away and begin at the margin; between two scenes stands a line `---`",
    "not_a_link": "brackets mark words of the glossary; a way to a scene stands under `choices:` or `next:`",
    "new_scene": "put a line with three dashes, `---`, above it: a new scene begins here",
    "new_entry": "put a dash before it: a new entry of the list begins here",
    "no_condition": "write a condition, or take the `{key}:` away: what has none always holds",
    "one_source": "name at least one source of sources.yaml, such as `[khrushchev_1956]`",
    "scene_as_key": "begin it at the margin with `scene: {key}`, and its other keys at the margin too",
    "id_above": "if a second one begins here, write its id with a colon above this line, at the margin",
    "at_margin": "begin `{key}:` at the margin",
    "fates_above": "is the line `fates:` missing above it?",
    "move_last": "move the entry without `if` (line {at}) to the end: what stands behind it is never reached",
    "true_or_false": "write `{name} = true` or `{name} = false`",
    "a_number": "write a number, such as `{name} = 0`",
    "no_asking": "an effect cannot ask: make two choices or two `next` entries, one with this as its `if:`",
    "flag_alone": "a flag stands alone: write `{flag}`, or `not {flag}`",
    "always": "take the `if:` away: what has none always holds",
    "no_anchors": "packs have no anchors: write out at both places what is meant",
    "no_tags": "packs have no tags: write `{right}`",
    "curly_quotes": "curly quotes protect nothing: use straight ones, or write `|` and put the text below",
    "text_below": "write `|` after the colon and put the text below, two spaces further in",
    "comment_sign": "a comment begins with `#`",
    "one_list": "write one list, with commas: `{right}`",
    "dash_below": "begin the first `- ` on the line below, two spaces further in",
    "separator": "write `---` at the margin, and nothing else on its line",
    "also": "{help} The same name stands in {places}.",
    "like_below": "begin it in column {column}, like the line below that it belongs to",
    "a_space": "delete it and press the space bar",
    "no_dash": "take the dash away: what stands here has an id with a colon, and its lines further in",
    "braces": "for a variable write `{guess}`; for braces double them: `{{{{` and `}}}}`",
    "no_month": "there is no month {right}",
    "commas": "a comma is missing: write `{right}`",
    "picture_name": "a picture is named without folders: put the file into `art/` and write its name alone",
    "its_id": "write its id, `{right}`",
    "scene_in_file": "a scene is named by its `scene:`, not by its file: write `{right}`",
    "desk_only": (
        "`{name}` offers letters and nothing else: add a choice beside its `- from_deck:`, with a `to:` that "
        "goes on"
    ),
    "title_below": "write `{right}` on the line below, two spaces further in",
    "wrong_ending": "`{path}` is there: a picture ends in .svg, .png, .jpg, .jpeg or .webp",
    "into_art": "`{path}` is there: move it into the folder `art` of the pack",
    "no_file": "this pack has no {file} yet: write one, with `{name}:` in it and whatever else is named",
    "no_chapters": "there is no folder `chapters` yet: make it, and `{folder}` in it with a scene",
    "last_day": "this month ends with {right}",
    "known_values": "known are {values}",
    "known_names": "known are {known}",
}
"""Help lines that several findings share."""


def explain(code: str) -> str:
    """Return the page of a code: title, why, a wrong and a right example. Raises KeyError for none."""
    entry = ENTRIES[code]
    kind = "warning" if entry.is_warning else "error"
    wrong, right = (
        "\n".join("    " + line if line else "" for line in text.split("\n"))
        for text in (entry.wrong, entry.right)
    )
    return f"{code} ({kind}): {entry.title}\n\n{entry.why}\n\nWrong:\n\n{wrong}\n\nRight:\n\n{right}\n"


__all__ = ["ENTRIES", "HELPS", "Entry", "explain"]
