"""What the lines above and below one tell about a slip in it."""

from __future__ import annotations

import re

from game.authoring.yaml_typed import Slip


def first_of_record(text: str, at: int) -> int | None:
    """Return where the line above begins, if it stands as far out as the key without a value above it."""
    above = text[: text.rfind("\n", 0, at)].rsplit("\n", 2)[-2:]
    if len(above) < 2 or not re.fullmatch(r" *\w+:\s*", above[0]):
        return None
    indents = [len(line) - len(line.lstrip(" ")) for line in above]
    line_start = text.rfind("\n", 0, text.rfind("\n", 0, at)) + 1
    return line_start + indents[1] if indents[0] == indents[1] else None


def titled_record(text: str, at: int) -> Slip | None:
    """Return the slip of a record above, with its title behind its own key: `ending: The end`."""
    end = text.rfind("\n", 0, at)
    start = text.rfind("\n", 0, end) + 1
    found = re.fullmatch(r"(ending|photograph): +([^#]*?)\s*(?:#.*)?", text[start:end])
    if found is None:
        return None
    values = {
        "what": "an ending" if found[1] == "ending" else "the photograph",
        "found": f"the text `{found[2]}`",
        "keys": "",
        "help": "title_below",
        "right": f"title: {found[2]}",
    }
    return Slip("S106", start + found.start(2), start + found.end(2), values)


def goes_on(text: str, line_end: int, column: int) -> bool:
    """Return whether the next line that is neither blank nor a comment stands further in than a column."""
    for line in text[line_end + 1 : line_end + 2_000].split("\n"):
        if line.strip() and not line.lstrip().startswith("#"):
            return len(line) - len(line.lstrip(" ")) > column
    return False
