"""The record of one playthrough, numbered: each fact once, each source once.

Everywhere else on the page a fact is its claim, its verdict and its number, and names its sources by theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.story.views import DebriefView, FactView, SourceView
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
class Shelf:
    """The sources of one kind, with their numbers."""

    kind: str
    sources: tuple[tuple[int, SourceView], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What the end of the page lists. `behind` are facts that only people are drawn from."""

    met: tuple[Entry, ...]
    behind: tuple[Entry, ...]
    shelves: tuple[Shelf, ...]
    notes: tuple[SourceView, ...]
    verdicts: tuple[tuple[str, str], ...]
    number: dict[str, int]


def record_of(view: DebriefView) -> Record:
    """Return the record of a playthrough: facts in the order in which they were met, sources by kind."""
    of_decisions = [fact for decision in view.decisions for fact in decision.facts]
    met = {fact.id: fact for fact in (*view.facts_met, *of_decisions)}
    people = {fact.id: fact for entry in view.people for fact in entry.drawn_from}
    facts = [*met.values(), *(fact for id, fact in people.items() if id not in met)]
    named = {source.id: source for fact in facts for source in fact.sources}
    shelves = _shelves(named.values())
    of_source = {source.id: number for shelf in shelves for number, source in shelf.sources}
    entries = tuple(_entry(number, fact, of_source, view) for number, fact in enumerate(facts, 1))
    return Record(
        met=entries[: len(met)],
        behind=entries[len(met) :],
        shelves=shelves,
        notes=tuple(source for source in named.values() if source.kind == CLASS_NOTES),
        verdicts=tuple(dict.fromkeys((fact.verdict, fact.verdict_text) for fact in facts)),
        number={entry.fact.id: entry.number for entry in entries},
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


def _entry(number: int, fact: FactView, of_source: dict[str, int], view: DebriefView) -> Entry:
    ids = {other.id for other in fact.sources}
    decisions = tuple(d.number for d in view.decisions if fact.id in {other.id for other in d.facts})
    is_in_notes = bool(fact.section) or any(source.kind == CLASS_NOTES for source in fact.sources)
    return Entry(
        number, fact, tuple(sorted(of_source[id] for id in ids & of_source.keys())), decisions, is_in_notes
    )
