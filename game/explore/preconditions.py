"""What must be true before an assignment so that a formula is true after it. Exact, bounds included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.explore.formulas import (
    Amount,
    Cell,
    Every,
    Formula,
    OneOf,
    Relation,
    Sign,
    Some,
    every,
    one_of,
    reads,
    relation,
    some,
)
from game.explore.rules import Assignment, Place


class TooWide(Exception):
    """Raised where a formula would have to be taken apart for too many values of a cell."""


def before_all(formula: Formula, assignments: Sequence[Assignment], cells: Sequence[Cell]) -> Formula:
    """Return what must be true before several assignments. Raises TooWide."""
    for assignment in reversed(assignments):
        formula = before(formula, assignment, cells)
    return formula


def before(formula: Formula, assignment: Assignment, cells: Sequence[Cell]) -> Formula:
    """Return what must be true before one assignment. Raises TooWide."""
    if assignment.cell not in reads(formula):
        return formula
    match formula:
        case OneOf(_, values):
            return _becomes(assignment, values, cells)
        case Relation(sign, amount):
            return _in_relation(sign, amount, assignment, cells)
        case Every(parts):
            return every(before(part, assignment, cells) for part in parts)
        case Some(parts):
            return some(before(part, assignment, cells) for part in parts)
        case _:
            return formula


def hits_bound(assignment: Assignment, cells: Sequence[Cell]) -> Formula:
    """Return where an assignment is stopped at a bound of its cell."""
    cell = cells[assignment.cell]
    return some(
        (
            relation(">", assignment.amount.plus(Amount(-cell.high)), cells),
            relation("<", assignment.amount.plus(Amount(-cell.low)), cells),
        )
    )


def exclusive(place: Place, road: int, negated: Sequence[Formula]) -> Formula:
    """Return when a road is the one that is open, `negated` being the opposites of what its roads ask.

    A limit on letters is left out: of a desk this says which letters may lie there.
    """
    own = place.roads[road].opens
    return every((*negated[:road], own)) if place.kind == "next" else own


def _becomes(assignment: Assignment, values: frozenset[int], cells: Sequence[Cell]) -> Formula:
    """The assignment gives its cell one of the values."""
    cell, amount = cells[assignment.cell], assignment.amount
    if len(amount.reads) <= 1:
        if not amount.reads:
            return every(()) if cell.held(amount.constant) in values else some(())
        source = cells[next(iter(amount.reads))]
        if not source.is_wide:
            possible = range(source.low, source.high + 1)
            return one_of(source, (v for v in possible if cell.held(amount.at({source.index: v})) in values))
    found = []
    for low, high in _runs(values):
        parts = []
        if low > cell.low:
            parts.append(relation(">=", amount.plus(Amount(-low)), cells))
        if high < cell.high:
            parts.append(relation("<=", amount.plus(Amount(-high)), cells))
        found.append(every(parts))
    return some(found)


def _in_relation(sign: Sign, amount: Amount, assignment: Assignment, cells: Sequence[Cell]) -> Formula:
    cell = cells[assignment.cell]
    if cell.is_wide:
        raise TooWide
    if not assignment.amount.reads:
        value = cell.held(assignment.amount.constant)
        return relation(sign, amount.with_value(cell.index, value), cells)
    return some(
        every(
            (
                _becomes(assignment, frozenset((value,)), cells),
                relation(sign, amount.with_value(cell.index, value), cells),
            )
        )
        for value in range(cell.low, cell.high + 1)
    )


def _runs(values: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The values as runs of neighbours."""
    ordered = sorted(values)
    begin = ordered[0]
    for value, later in zip(ordered, [*ordered[1:], None], strict=True):
        if later != value + 1:
            yield begin, value
            begin = later if later is not None else begin
