"""Where a character of a single value stands in its file: past indentation, quotes and escapes."""

from __future__ import annotations

from game.authoring.yaml_tree import Scalar

_LONG_ESCAPES = {"x": 2, "u": 4, "U": 8}


MOST = 200_000
"""Characters of a value that are counted one by one; in a longer one the place is its beginning."""


def offset_in(text: str, node: Scalar, at: int) -> int:
    """Return the offset in the file of character `at` of a value."""
    start, end = node.start_mark.index, node.end_mark.index
    if not node.style and "\n" not in text[start:end]:
        return start + at
    if node.style == "|":
        return _in_block(text, node, at)
    if at > MOST:
        return start
    return _in_folded_block(text, node, at) if node.style == ">" else _in_quotes(text, node, at)


def _in_block(text: str, node: Scalar, at: int) -> int:
    """A line of the value is a line of the file, further in by the same number of spaces everywhere."""
    line_start = text.find("\n", node.start_mark.index) + 1
    first = node.value.lstrip("\n")
    for _ in range(len(node.value) - len(first)):
        line_start = text.find("\n", line_start) + 1
    # Spaces of the first line that are part of its text are not indentation.
    line_end = text.find("\n", line_start)
    line = text[line_start : line_end if line_end >= 0 else None]
    indent = len(line) - len(first.partition("\n")[0])
    skipped = len(node.value) - len(first)
    for _ in range(node.value.count("\n", skipped, at)):
        line_start = text.find("\n", line_start) + 1
    column = at - (node.value.rfind("\n", 0, at) + 1)
    return min(line_start + indent + column, max(0, len(text) - 1))


def _in_folded_block(text: str, node: Scalar, at: int) -> int:
    """Count the signs that are no spaces: indentation and line ends are all that folding changes."""
    line_end = text.find("\n", node.start_mark.index)
    if line_end < 0:
        return node.start_mark.index
    signs = sum(1 for sign in node.value[:at] if not sign.isspace())
    offset = line_end + 1
    while offset < len(text):
        if not text[offset].isspace():
            if signs == 0:
                return offset
            signs -= 1
        offset += 1
    return max(0, len(text) - 1)


def _in_quotes(text: str, node: Scalar, at: int) -> int:
    """Step through a quoted or folded value sign by sign."""
    offset = node.start_mark.index + bool(node.style)
    place = 0
    while place < at and offset < node.end_mark.index:
        sign = text[offset]
        if sign == "\\" and node.style == '"':
            following = text[offset + 1 : offset + 2]
            if following == "\n":
                offset = _past_break(text, offset + 1)
                continue
            offset += 2 + _LONG_ESCAPES.get(following, 0)
        elif sign == "'" and node.style == "'":
            offset += 2
        elif sign in " \t\n":
            end = _past_break(text, offset)
            breaks = text.count("\n", offset, end)
            if not breaks:  # all of them at once: a page of spaces would be looked through for each
                taken = min(end - offset, at - place)
                offset, place = offset + taken, place + taken
                continue
            offset = end
            place += max(0, breaks - 2)
        else:
            offset += 1
        place += 1
    return offset


def _past_break(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in " \t\n":
        offset += 1
    return offset
