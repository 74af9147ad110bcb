"""The reduction *slices*: a question is answered in a search that remembers the core and what it reads.

The **core** is what decides, directly or through effects on what decides, which road is open (and so also
what a letter's turn is, what `next` takes, how a draw is weighed). A condition that only selects text, or
that only a promise asks, is no part of it. Were all such conditions remembered in one search, their values
would multiply; asked in searches of their own, they add.

Exact: the core alone decides how a story goes on, so every slice walks the same roads as the whole; and a
slice remembers whatever its questions read, and whatever those cells are worked out from. A slice follows
no road from which none of its questions can be met any more.

A question that the core can answer by itself is asked there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.explore.formulas import Formula
from game.explore.partitions import Partition, Partitions
from game.explore.questions import Question
from game.explore.rules import Rules
from game.explore.transitions import Transitions


@dataclass(frozen=True, slots=True)
class Slice:
    """Questions that share a search: the cells it remembers beyond the core, and where it goes."""

    questions: tuple[Question, ...]
    cells: frozenset[int]
    within: frozenset[int] | None

    @property
    def asked(self) -> Mapping[int, Sequence[Formula]]:
        """The formulas by place."""
        return by_place(self.questions)


def by_place(questions: Iterable[Question]) -> dict[int, list[Formula]]:
    """Return the formulas of questions by place."""
    found: dict[int, list[Formula]] = {}
    for question in questions:
        found.setdefault(question.place, []).append(question.formula)
    return found


def answered_by(
    transitions: Transitions, questions: Iterable[Question]
) -> tuple[list[Question], list[Question]]:
    """Return the questions that the states of a search can answer, and the others."""
    can: list[Question] = []
    cannot: list[Question] = []
    partitions = Partitions(transitions.rules.cells)
    for question in questions:
        (cannot if _lacking(transitions, question, partitions) else can).append(question)
    return can, cannot


def _lacking(transitions: Transitions, question: Question, partitions: Partitions) -> frozenset[int]:
    """The cells that a question reads, and that the states of its place do not hold well enough."""
    told = transitions.packing.told[question.place]
    needed = partitions.of_formula(question.formula)
    return frozenset(
        cell for cell, part in needed.items() if cell not in told or not _refines(told[cell], part)
    )


def _refines(fine: Partition, coarse: Partition) -> bool:
    if not fine or not coarse:
        return not fine
    return len(set(zip(fine, coarse, strict=True))) == len(set(fine))


def slices(rules: Rules, questions: Iterable[Question], core: Transitions) -> list[Slice]:
    """Return slices for questions that the states of the core cannot answer."""
    depends, partitions = dependencies(rules), Partitions(rules.cells)
    groups: dict[frozenset[int], list[Question]] = {}
    for question in questions:
        lacking = _lacking(core, question, partitions)
        groups.setdefault(lacking.union(*(depends[cell] for cell in lacking)), []).append(question)
    kept: dict[frozenset[int], list[Question]] = {}
    for cells in sorted(groups, key=len, reverse=True):
        home = next((larger for larger in kept if cells <= larger), cells)
        kept.setdefault(home, []).extend(groups[cells])
    return [
        Slice(tuple(asked), cells, leading_to(rules, {q.place for q in asked}))
        for cells, asked in kept.items()
    ]


def dependencies(rules: Rules) -> list[frozenset[int]]:
    """Return for each cell the cells that its values are worked out from, over any number of effects."""
    direct = [set[int]() for _ in rules.cells]
    for place in rules.places:
        for road in place.roads:
            for assignment in road.assignments:
                direct[assignment.cell] |= assignment.amount.reads
    moving = True
    while moving:
        moving = False
        for cell, worked_out_from in enumerate(direct):
            more = worked_out_from.union(*(direct[other] for other in worked_out_from))
            moving = moving or more != worked_out_from
            direct[cell] = more
    return [frozenset(cells) for cells in direct]


def leading_to(rules: Rules, targets: set[int]) -> frozenset[int]:
    """Return the places from which written ways lead to some of the targets, these included."""
    comes_from: dict[int, set[int]] = {}
    for place in rules.places:
        for road in place.roads:
            comes_from.setdefault(road.to, set()).add(place.index)
    found, waiting = set(targets), list(targets)
    while waiting:
        for before in comes_from.get(waiting.pop(), set()) - found:
            found.add(before)
            waiting.append(before)
    return frozenset(found)
