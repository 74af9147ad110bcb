"""The record of one playthrough, numbered: each fact once, by section; each source once, by kind.

Everywhere else on the page a fact is its claim, its verdict and its number, and names its sources by theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.story.views import DebriefView, FactView, RecordedView, SourceView
from game.story.words import SOURCE_KIND

CLASS_NOTES = SOURCE_KIND["class_notes"]
"""The kind of source that stands apart: what the class has in its own hands is named by its section."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with its number, the numbers of its sources, and those of the decisions that rest on it."""

    number: int
    fact: FactView
    sources: tuple[int, ...]
    decisions: tuple[int, ...]
    is_in_notes: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the class notes with the facts that this playthrough met, and those that it did not."""

    title: str
    met: tuple[Entry, ...]
    missed: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sources of one kind, with their numbers."""

    kind: str
    sources: tuple[tuple[int, SourceView], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What the end of the page lists; `entry` has every fact by its id."""

    sections: tuple[Section, ...]
    shelves: tuple[Shelf, ...]
    notes: tuple[SourceView, ...]
    verdicts: tuple[tuple[str, str], ...]
    entry: dict[str, Entry]


def record_of(view: DebriefView) -> Record:
    """Return the record of a playthrough."""
    everything = [recorded for section in view.record for recorded in section.facts]
    named = {source.id: source for recorded in everything for source in recorded.fact.sources}
    shelves = _shelves(named.values())
    of_source = {source.id: number for shelf in shelves for number, source in shelf.sources}
    entry = {
        recorded.fact.id: _entry(number, recorded, of_source) for number, recorded in enumerate(everything, 1)
    }
    sections = tuple(
        Section(
            section.title,
            tuple(entry[recorded.fact.id] for recorded in section.facts if recorded.is_met),
            tuple(entry[recorded.fact.id] for recorded in section.facts if not recorded.is_met),
        )
        for section in view.record
    )
    return Record(
        sections=sections,
        shelves=shelves,
        notes=tuple(source for source in named.values() if source.kind == CLASS_NOTES),
        verdicts=tuple(dict.fromkeys((r.fact.verdict, r.fact.verdict_text) for r in everything)),
        entry=entry,
    )


def _shelves(sources: Iterable[SourceView]) -> tuple[Shelf, ...]:
    kinds: dict[str, list[SourceView]] = {}
    for source in sources:
        if source.kind != CLASS_NOTES:
            kinds.setdefault(source.kind, []).append(source)
    shelves, first = list[Shelf](), 1
    for kind, of_kind in kinds.items():
        shelves.append(Shelf(kind, tuple(enumerate(of_kind, first))))
        first += len(of_kind)
    return tuple(shelves)


def _entry(number: int, recorded: RecordedView, of_source: dict[str, int]) -> Entry:
    fact = recorded.fact
    ids = {other.id for other in fact.sources}
    is_in_notes = bool(fact.section) or any(source.kind == CLASS_NOTES for source in fact.sources)
    sources = tuple(sorted(of_source[id] for id in ids & of_source.keys()))
    return Entry(number, fact, sources, recorded.decisions, is_in_notes)
