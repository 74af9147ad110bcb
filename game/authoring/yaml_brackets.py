"""Where a quotation mark or a bracket of YAML closes."""

from __future__ import annotations

from typing import Literal

MOST = 200_000
"""Characters searched for the closing sign, in all for one file: a damaged one has no end of them."""


def closing_quote(text: str, at: int, most: int = MOST) -> int | None:
    """Return the offset of the sign that closes the quotation mark at `at`; None where there is none."""
    sign, offset = text[at], at + 1
    end = min(len(text), at + most)
    while offset < end:
        if text[offset] == "\\" and sign == '"':
            offset += 2
        elif text[offset] == sign:
            if sign == "'" and text[offset + 1 : offset + 2] == "'":
                offset += 2
                continue
            return offset
        else:
            offset += 1
    return None


def closing_bracket(text: str, at: int, most: int = MOST) -> int | Literal["open", "odd"]:
    """Return the offset of the sign that closes the bracket at `at`.

    "open" where it is not closed before the next key or entry of the file, "odd" where signs do not match.
    """
    pairs = {"[": "]", "{": "}"}
    waiting: list[str] = []
    offset, end = at, min(len(text), at + most)
    while offset < end:
        sign = text[offset]
        if sign in pairs:
            waiting.append(pairs[sign])
        elif sign in "]}":
            if sign != waiting.pop():
                return "odd"
            if not waiting:
                return offset
        elif sign in "\"'" and text[offset - 1] in "[{, :":
            close = closing_quote(text, offset, end - offset)
            if close is None:
                return "odd"
            offset = close
        offset += 1
    return "open"
