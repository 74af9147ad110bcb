"""Where a character of a single value stands in its file: past indentation, quotes and escapes."""

from __future__ import annotations

from game.authoring.yaml_tree import Scalar

_LONG_ESCAPES = {"x": 2, "u": 4, "U": 8}


def offset_in(text: str, node: Scalar, at: int) -> int:
    """Return the offset in the file of character `at` of a value."""
    start, end = node.start_mark.index, node.end_mark.index
    if not node.style and "\n" not in text[start:end]:
        return start + at
    if node.style in ("|", ">"):
        return _in_block(text, node, at)
    return _in_quotes(text, node, at)


def _in_block(text: str, node: Scalar, at: int) -> int:
    """Count the signs that are no spaces: a block changes nothing but indentation and line ends."""
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
        elif sign in " \t\n" and "\n" in text[offset : _past_break(text, offset)]:
            breaks = text.count("\n", offset, _past_break(text, offset))
            offset = _past_break(text, offset)
            place += max(0, breaks - 2)
        else:
            offset += 1
        place += 1
    return offset


def _past_break(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in " \t\n":
        offset += 1
    return offset
