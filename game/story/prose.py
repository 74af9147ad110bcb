"""Parsed text: what an author's markup becomes before anybody shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "emphasis", "strong", "both"]


@dataclass(frozen=True, slots=True)
class Words:
    """Text in one style."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class TermWords:
    """Text that a glossary entry explains; `term` is the entry's id."""

    term: str
    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that shows a variable's present value; `variable` is its id."""

    variable: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end that stays (in documents)."""


Run = Words | TermWords | Slot | LineBreak
Paragraph = tuple[Run, ...]
Prose = tuple[Paragraph, ...]


def plain_text(prose: Prose, show: Callable[[str], str] = lambda variable: "{" + variable + "}") -> str:
    """Return the prose without styles, a blank line between paragraphs; `show` fills variable slots."""
    return "\n\n".join("".join(_run_text(run, show) for run in paragraph) for paragraph in prose)


def _run_text(run: Run, show: Callable[[str], str]) -> str:
    match run:
        case Words(text) | TermWords(_, text):
            return text
        case Slot(variable):
            return show(variable)
        case LineBreak():
            return "\n"
