"""Breaks styled text into lines. Knows widths only through a measuring function, and no surface at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from game.story.prose import Style


class Styled(Protocol):
    """Words in one style: a run of a view, or a sentence of the program. A line end has the text "\\n"."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def style(self) -> Style:
        """How they are set."""

    @property
    def term(self) -> str:
        """The glossary entry behind them, or empty."""


Paragraph = tuple[Styled, ...]
Text = tuple[Paragraph, ...]
"""What can be laid out: the prose of a view, or what `said` makes of a sentence of the program."""


class Measure(Protocol):
    """Says how wide a text is in a style, in pixels. Hashable: layouts are remembered by it."""

    def __call__(self, text: str, style: Style) -> int:
        """Return the width in pixels."""

    def __hash__(self) -> int:
        """Return the same number for as long as the widths are the same."""


class Fragment(NamedTuple):
    """A piece of a line in one style, `left` pixels from the line's beginning.

    `term` is the glossary entry behind it and `run` the position of its run in the paragraph: a term that
    is broken over two lines has one run, a term named twice has two.
    """

    text: str
    style: Style
    term: str
    run: int
    left: int
    width: int


class Line(NamedTuple):
    """One line of text; without fragments it is empty and still has its height."""

    fragments: tuple[Fragment, ...]

    @property
    def width(self) -> int:
        """The width in pixels."""
        return self.fragments[-1].left + self.fragments[-1].width if self.fragments else 0

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(fragment.text for fragment in self.fragments)


class _Part(NamedTuple):
    text: str
    style: Style
    term: str
    run: int


class _Unit(NamedTuple):
    """What is never broken unless it is too long for a line, with the space before it."""

    parts: tuple[_Part, ...]
    space: _Part | None
    starts_line: bool = False


_TOKEN = re.compile(r"\n|[ \t]+|[^ \t\n]+")
_SOFT_BREAK = re.compile(r"(?<=\w[-–—/])(?=\w)")


@lru_cache(maxsize=8192)
def lay_out(paragraph: Paragraph, width: int, measure: Measure) -> tuple[Line, ...]:
    """Return the lines of a paragraph, none wider than `width` unless a single character is.

    A line is broken at spaces and after hyphens and dashes; a word that is too long for a line of its own is
    broken anywhere, but never before a combining sign. Spaces at a break are dropped.
    """
    lines: list[list[Fragment]] = [[]]
    for unit in _units(paragraph):
        if unit.starts_line:
            lines.append([])
        line = lines[-1]
        lead = (unit.space,) if unit.space and (line or unit.starts_line or len(lines) == 1) else ()
        wider = _extended(line, (*lead, *unit.parts), measure)
        if _width(wider) <= width:
            lines[-1] = wider
            continue
        alone = _extended([], unit.parts, measure)
        if _width(alone) <= width:
            lines[-1:] = [line, alone] if line else [alone]
            continue
        if line:
            lines.append([])
        _break_anywhere(lines, unit.parts, width, measure)
    return tuple(Line(tuple(line)) for line in lines)


def _units(paragraph: Paragraph) -> Iterator[_Unit]:
    parts: list[_Part] = []
    space: _Part | None = None
    starts_line = False
    for run, view in enumerate(paragraph):
        for token in _TOKEN.findall(view.text):
            part = _Part(token, view.style, view.term, run)
            if token == "\n":
                if parts or starts_line:
                    yield _Unit(tuple(parts), space, starts_line)
                parts, space, starts_line = [], None, True
            elif token.isspace() and token[0] in " \t":
                if parts:
                    yield _Unit(tuple(parts), space, starts_line)
                    parts, starts_line, space = [], False, None
                if space or "\t" in token:
                    part = part._replace(text=(space.text if space else "") + token.replace("\t", "    "))
                space = part
            else:
                pieces = _SOFT_BREAK.split(token)
                for piece in pieces[:-1]:
                    yield _Unit((*parts, part._replace(text=piece)), space, starts_line)
                    parts, space, starts_line = [], None, False
                parts.append(part if len(pieces) == 1 else part._replace(text=pieces[-1]))
    if parts or starts_line:
        yield _Unit(tuple(parts), space, starts_line)


def _extended(line: list[Fragment], parts: tuple[_Part, ...], measure: Measure) -> list[Fragment]:
    """The line with parts added; neighbours in one style become one fragment, so that kerning is kept."""
    longer, last = line[:-1], line[-1] if line else None
    joined = [_Part(last.text, last.style, last.term, last.run)] if last else []
    for part in parts:
        text, style, term, run = joined[-1] if joined else part
        if joined and style == part.style and term == part.term and (not term or run == part.run):
            joined[-1] = _Part(text + part.text, style, term, run)
        else:
            joined.append(part)
    left = last.left if last else 0
    for text, style, term, run in joined:  # measured once, with the space and the word that were added
        width = measure(text, style)
        longer.append(Fragment(text, style, term, run, left, width))
        left += width
    return longer


def _width(line: list[Fragment]) -> int:
    return line[-1].left + line[-1].width if line else 0


def _break_anywhere(
    lines: list[list[Fragment]], parts: tuple[_Part, ...], width: int, measure: Measure
) -> None:
    """Fill the last line and as many more as are needed, one sign at a time."""
    for part in parts:
        for sign in _signs(part.text):
            if sign.isspace() and not lines[-1]:
                continue
            wider = _extended(lines[-1], (part._replace(text=sign),), measure)
            if _width(wider) > width and lines[-1]:
                if sign.isspace():
                    continue
                lines.append([])
                wider = _extended([], (part._replace(text=sign),), measure)
            lines[-1] = wider


def _signs(text: str) -> Iterator[str]:
    """The characters of a text, each with the combining signs that follow it."""
    sign = ""
    for character in text:
        if sign and not unicodedata.combining(character):
            yield sign
            sign = ""
        sign += character
    if sign:
        yield sign
