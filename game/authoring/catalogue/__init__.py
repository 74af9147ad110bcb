"""The catalogue of findings: every sentence that an author can read, by code.

Families: Y YAML and files, S shape, L links, V variables and types, R reachability, F facts and sources,
T texts, A pictures, P pedagogy. A code is never used twice, not even for a finding that is gone.
"""

from game.authoring.catalogue.conditions import CONDITIONS
from game.authoring.catalogue.entry import Entry
from game.authoring.catalogue.files import FILES
from game.authoring.catalogue.links import LINKS
from game.authoring.catalogue.pedagogy import PEDAGOGY
from game.authoring.catalogue.records import RECORDS
from game.authoring.catalogue.shape import SHAPE
from game.authoring.catalogue.texts import TEXTS
from game.authoring.catalogue.yaml_signs import YAML_SIGNS

ENTRIES: dict[str, Entry] = YAML_SIGNS | FILES | SHAPE | RECORDS | LINKS | CONDITIONS | TEXTS | PEDAGOGY
"""All entries by code."""

HELPS: dict[str, str] = {
    "did_you_mean": "did you mean `{guess}`{where}?",
    "did_you_mean_key": "did you mean `{guess}`?",
    "did_you_mean_file": "did you mean `{guess}.yaml`?",
    "did_you_mean_folder": "did you mean the folder `{guess}`?",
    "did_you_mean_listed_folder": (
        "pack.yaml lists `{guess}`: give the folder that name, or change it in pack.yaml"
    ),
    "write": "write `{right}`",
    "bracket": "write `[{typed}]`; several stand in the brackets with commas between them",
    "dash_each": "begin each entry with a dash and a space: `- ...`",
    "key_is_text": "if this is a line of text, it stands too far out: begin it like the lines above it",
    "speech": "write `who: {guess}` and below it `text: ...`",
    "scenes_apart": "take the dash away and begin at the margin; between two scenes stands a line `---`",
    "not_a_link": "brackets mark words of the glossary; a way to a scene stands under `choices:` or `next:`",
    "new_scene": "put a line with three dashes, `---`, above it: a new scene begins here",
    "new_entry": "put a dash before it: a new entry of the list begins here",
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
