"""Styled words -> lines no wider than asked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple


class Span(NamedTuple):
    """Text in one look: the numbers of an ANSI style (`1` bold, `3` italic, `4` underlined), or none."""

    text: str
    look: str = ""


Line = tuple[Span, ...]

_Cells = list[tuple[str, str]]


def columns(text: str) -> int:
    """Return how many columns a text takes in a terminal."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def flow(spans: Iterable[Span], width: int, first: str = "", rest: str = "") -> list[Line]:
    """Wrap spans into lines of at most `width` columns.

    `first` stands before the first line and `rest` before every other. A line feed in a text ends a line;
    spaces at the beginning of a line stay (a typed document has columns). A longer word is cut, but an
    address or a path is not: in two parts it could no longer be copied.
    """
    cells: _Cells = [(character, span.look) for span in spans for character in span.text]
    lines: list[Line] = []
    for part in _parts(cells):
        for found in _wrapped(part, width, columns(first if not lines else rest), columns(rest)):
            lines.append(_line(first if not lines else rest, found))
    return lines


def text_of_line(line: Line, styled: bool) -> str:
    """Return a line as it is printed, without spaces at its end."""
    bare = "".join(span.text for span in line)
    if not styled or not any(span.look for span in line):
        return bare.rstrip(" ")
    return "".join(f"\x1b[{span.look}m{span.text}\x1b[0m" if span.look else span.text for span in line)


def _parts(cells: _Cells) -> Iterator[_Cells]:
    part: _Cells = []
    for cell in cells:
        if cell[0] == "\n":
            yield part
            part = []
        else:
            part.append(cell)
    yield part


def _wrapped(cells: _Cells, width: int, first: int, rest: int) -> Iterator[_Cells]:
    here: _Cells = []
    taken, room = 0, max(1, width - first)
    gap: _Cells = []
    for is_space, group in groupby(cells, key=lambda cell: cell[0] == " "):
        word = list(group)
        if is_space:
            gap = word
            continue
        if taken and taken + _wide(gap) + _wide(word) > room:
            yield here
            here, taken, gap, room = [], 0, [], max(1, width - rest)
        if not taken and _wide(gap) >= room:
            gap = []
        here, taken, gap = here + gap, taken + _wide(gap), []
        while taken + _wide(word) > room and not any(character == "/" for character, _ in word):
            fits = max(1 if not taken else 0, _how_many(word, room - taken))
            yield here + word[:fits]
            here, taken, word, room = [], 0, word[fits:], max(1, width - rest)
        here, taken = here + word, taken + _wide(word)
    yield here


def _how_many(word: _Cells, room: int) -> int:
    count = 0
    while count < len(word) and _wide(word[: count + 1]) <= room:
        count += 1
    return count


def _wide(cells: _Cells) -> int:
    return columns("".join(character for character, _ in cells))


def _line(before: str, cells: _Cells) -> Line:
    spans = [Span(before)] if before else []
    for look, group in groupby(cells, key=lambda cell: cell[1]):
        spans.append(Span("".join(character for character, _ in group), look))
    return tuple(spans)
