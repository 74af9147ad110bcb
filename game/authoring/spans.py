"""Places in the files of a pack: what every diagnostic points at."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

TAB_WIDTH = 4
EXCERPT_WIDTH = 100
"""Columns of a source line that an excerpt shows at most; a longer line is cut on both sides of the place."""


@dataclass(frozen=True, eq=False)
class TextFile:
    """A file: `path` inside the pack (`chapters/01_night/clerk.yaml`), `shown` as an author sees it.

    Line ends are `\\n` only; offsets count characters from 0.
    """

    path: str
    text: str = field(repr=False)
    shown: str = ""

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both counted from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line by its number, without its line end; empty beyond the last."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]


class Span(NamedTuple):
    """The characters from `start` up to `end` of a file."""

    file: TextFile
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line of the first character, from 1."""
        return self.file.position(self.start)[0]

    @property
    def column(self) -> int:
        """The column of the first character, from 1."""
        return self.file.position(self.start)[1]

    @property
    def place(self) -> str:
        """`FILE:LINE:COLUMN`."""
        line, column = self.file.position(self.start)
        return f"{self.file.shown or self.file.path}:{line}:{column}"

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.file.text[self.start : self.end]


class Places(Mapping[tuple[str, ...], Span]):
    """The places of content by its id; a Span is made when somebody asks for one, which few do."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, ...], tuple[TextFile, int, int]] = {}

    def put(self, key: tuple[str, ...], file: TextFile, start: int, end: int) -> bool:
        """Note a place; return False where the key has one already."""
        place = (file, start, end)
        return self._places.setdefault(key, place) is place

    def __getitem__(self, key: tuple[str, ...]) -> Span:
        return Span(*self._places[key])

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: object) -> bool:
        return key in self._places


def excerpt(span: Span) -> list[str]:
    """Return the line with its number, and carets under the place; nothing for an empty file."""
    if not span.file.text:
        return []
    number, column = span.file.position(span.start)
    line = span.file.line(number)
    first = column - 1
    last = max(first + 1, min(len(line), first + span.end - span.start))
    cut = max(0, last - EXCERPT_WIDTH) if last > EXCERPT_WIDTH else 0
    cut = min(cut, first)
    head, tail = ("…" if cut else ""), ("…" if len(line) > cut + EXCERPT_WIDTH else "")
    marked_end = min(last, cut + EXCERPT_WIDTH)
    shown = head + _drawn(line[cut : cut + EXCERPT_WIDTH]) + tail
    before = len(head) + _width(line[cut:first])
    carets = "^" * max(1, _width(line[first:marked_end]))
    return [f"{number:>5} | {shown}".rstrip(), f"      | {' ' * before}{carets}"]


def _drawn(text: str) -> str:
    # A control character would move the cursor of a terminal, and the carets with it.
    return "".join(
        " " * TAB_WIDTH if sign == "\t" else sign if sign.isprintable() or sign == "\u200d" else "·"
        for sign in text
    )


def _width(text: str) -> int:
    """Columns that a terminal gives to a text: two for a wide sign, none for a combining one."""
    return sum(
        TAB_WIDTH
        if sign == "\t"
        else 0
        if unicodedata.combining(sign)
        else 2
        if unicodedata.east_asian_width(sign) in "WF"
        else 1
        for sign in text
    )
