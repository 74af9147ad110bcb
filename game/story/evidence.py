"""Frozen content that ties the story to the historical record and to the lesson."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.story.prose import Prose

Verdict = Literal["corroborated", "approximate", "disputed", "mistaken"]
SourceKind = Literal["primary", "scholarship", "memoir", "reference", "class_notes"]
QuestionKind = Literal[
    "event",
    "distance",
    "perspective",
    "sourcing",
    "cause",
    "responsibility",
    "counterfactual",
    "model",
    "memory",
]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the record says so. `sections` (id, title) are the class notes'. `url` is http or https."""

    id: str
    title: str
    kind: SourceKind
    author: str = ""
    year: str = ""
    url: str = ""
    note: Prose = ()
    sections: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim of the record, what historians say of it, and its sources (ids)."""

    id: str
    claim: Prose
    verdict: Verdict
    sources: tuple[str, ...]
    date: str = ""
    notes_section: str = ""
    historians: Prose = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry: a word that a student may not know."""

    id: str
    term: str
    meaning: Prose
    original: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One bar of a figure."""

    label: str
    value: int


@dataclass(frozen=True, slots=True)
class Figure:
    """Numbers worth a picture."""

    id: str
    title: str
    rows: tuple[FigureRow, ...]
    unit: str = ""
    facts: tuple[str, ...] = ()
    note: Prose = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How some historians would read a playthrough; decisions on the facts it cites are its evidence."""

    id: str
    title: str
    text: Prose
    historians: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the discussion; `about` is a scene's id, or `scene.choice`, or empty."""

    id: str
    text: Prose
    kind: QuestionKind | None = None
    about: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AfterlifeEntry:
    """One step in what became of the file."""

    title: str
    text: Prose
    date: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection to the game, and our answer."""

    objection: Prose
    answer: Prose


@dataclass(frozen=True, slots=True)
class Teaching:
    """What the teacher's pack says."""

    rationale: Prose = ()
    objections: tuple[Objection, ...] = ()
    letter_home: Prose = ()
    alternative: Prose = ()
    simplified: tuple[Prose, ...] = ()
