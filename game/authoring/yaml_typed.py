"""Signs of Word, of web pages and of other languages, which look like those of YAML and are not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple


class Slip(NamedTuple):
    """A slip: its code, its place as offsets, and what its message needs."""

    code: str
    start: int
    end: int
    values: Mapping[str, Any]


_SPACES = "\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff"
_ODD_SPACE = re.compile(rf" *(?:- *)?(?:\w+:)?(?P<sign>[{_SPACES}])")
_SEPARATOR = re.compile(r" *(?:[—–―]+|-{2,}|\*{3,}|={3,}|_{3,}|\.{3})\s*")
_SEPARATOR_AND_MORE = re.compile(r"---[ \t]+(?![#|>])\S")
_LONG_DASH = re.compile(r" *(?P<sign>[–—]) | *(?P<point>[•·▪◦‣*]|\d+[.)]) (?=\w+:(?:\s|$))")
"""A dash of Word; or the point or number of one of its lists, before a key."""
_WIDE_COLON = re.compile(r" *(?:- *)?\w+ *(?P<sign>：)")


def typed_slip(line: str, start: int) -> Slip | None:
    """Return the slip of a line that begins at the offset `start`; None where its signs are YAML's."""
    if found := _ODD_SPACE.match(line):
        at = start + found.start("sign")
        sign = found["sign"]
        name = unicodedata.name(sign, "").lower()
        return Slip("Y118", at, at + 1, {"found": f"{name}, U+{ord(sign):04X}", "help": "a_space"})
    if (_SEPARATOR.fullmatch(line) and line.rstrip() != "---") or _SEPARATOR_AND_MORE.match(line):
        first = start + len(line) - len(line.lstrip())
        return Slip("Y126", first, start + len(line.rstrip()), {"help": "separator"})
    for form, right in ((_LONG_DASH, "-"), (_WIDE_COLON, ":")):
        if found := form.match(line):
            begin, end = found.span(found.lastgroup or 0)
            return Slip("Y128", start + begin, start + end, {"sign": line[begin:end], "right": right})
    if line.lstrip().startswith("//"):
        at = start + line.index("//")
        return Slip("Y121", at, at + 2, {"word": "//", "help": "comment_sign"})
    return None
