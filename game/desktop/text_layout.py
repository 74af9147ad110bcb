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
                space = part._replace(text=(space.text if space else "") + token.replace("\t", "    "))
            else:
                for position, piece in enumerate(_SOFT_BREAK.split(token)):
                    if position and parts:
                        yield _Unit(tuple(parts), space, starts_line)
                        parts, space, starts_line = [], None, False
                    parts.append(part._replace(text=piece))
    if parts or starts_line:
        yield _Unit(tuple(parts), space, starts_line)


def _extended(line: list[Fragment], parts: tuple[_Part, ...], measure: Measure) -> list[Fragment]:
    """The line with parts added; neighbours in one style become one fragment, so that kerning is kept."""
    longer = list(line)
    for part in parts:
        last = longer[-1] if longer else None
        if (
            last
            and last.style == part.style
            and last.term == part.term
            and (not part.term or last.run == part.run)
        ):
            text, left, run = last.text + part.text, last.left, last.run
            longer.pop()
        else:
            text, left, run = part.text, last.left + last.width if last else 0, part.run
        width = measure(text, part.style)
        longer.append(Fragment(text, part.style, part.term, run, left, width))
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
