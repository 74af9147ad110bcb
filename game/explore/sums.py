"""The reduction *sums*: a sum that is asked for is remembered as one number, its parts forgotten.

A condition such as `a + b + c >= 12` makes every combination of a, b and c a state of its own. But once no
road from a place can change `a` any more, only what it adds matters. So each linear sum gets a cell of its
own (a running total); on the road on which one of its parts becomes settled, that part is added to it, and
further on the condition reads the total instead of the part. The part may then be forgotten, by *liveness*,
wherever nothing else reads it.

Exact: "settled" is worked out over all written roads, so behind it the part keeps its value; the total is
always the sum of the settled parts, and every condition has the same truth as before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from game.explore.formulas import Amount, Cell, Every, Formula, Relation, Some, Truth, every, relation, some
from game.explore.rules import Assignment, Road, Rules

Terms = tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True)
class Totals:
    """Rules with running totals, and how to read a formula by them."""

    rules: Rules
    settled: tuple[frozenset[int], ...] = ()
    total: Mapping[Terms, int] | None = None

    def translated(self, place: int, formula: Formula) -> Formula:
        """Return a formula as it is asked at a place, with settled parts read from their total."""
        match formula:
            case Relation(sign, amount) if self.total and amount.terms in self.total:
                settled = self.settled[place]
                if not amount.reads & settled:
                    return formula
                pending = tuple(term for term in amount.terms if term[1][0] not in settled)
                total = (1, (self.total[amount.terms],))
                return relation(sign, Amount(amount.constant, (*pending, total)), self.rules.cells)
            case Every(parts):
                return every(self.translated(place, part) for part in parts)
            case Some(parts):
                return some(self.translated(place, part) for part in parts)
            case _:
                return formula


def with_totals(rules: Rules, asked: Mapping[int, Sequence[Formula]]) -> Totals:
    """Return the rules with a running total for each sum that is asked for."""
    opens = (road.opens for place in rules.places for road in place.roads)
    truths = (
        assignment.amount.formula
        for place in rules.places
        for road in place.roads
        for assignment in road.assignments
        if isinstance(assignment.amount, Truth)
    )
    formulas = (*opens, *truths, *(formula for formulas in asked.values() for formula in formulas))
    sums = dict.fromkeys(terms for formula in formulas for terms in _sums(formula))
    if not sums:
        return Totals(rules)
    settled = rules.settled
    cells, total, values = list(rules.cells), dict[Terms, int](), list(rules.values)
    for terms in sums:
        low, high = Amount(0, terms).range(rules.cells)
        total[terms] = len(cells)
        # Nought must be within: a total begins there.
        cells.append(Cell(len(cells), min(0, low), max(0, high), f"a sum of {len(terms)}"))
        values.append(sum(f * rules.values[c] for f, (c,) in terms if c in settled[rules.first]))
    begun = replace(rules, cells=tuple(cells), values=tuple(values))
    totals = Totals(begun, settled, total)
    places = tuple(
        replace(place, roads=tuple(_road(totals, place.index, road) for road in place.roads))
        for place in rules.places
    )
    return replace(totals, rules=replace(begun, places=places))


def _sums(formula: Formula) -> Iterator[Terms]:
    match formula:
        case Relation(_, amount) if len(amount.terms) > 1 and amount.is_linear:
            yield amount.terms
        case Every(parts) | Some(parts):
            for part in parts:
                yield from _sums(part)


def _road(totals: Totals, place: int, road: Road) -> Road:
    assert totals.total is not None
    adding = []
    for terms, total in totals.total.items():
        newly = tuple(
            term
            for term in terms
            if term[1][0] in totals.settled[road.to] and term[1][0] not in totals.settled[place]
        )
        if newly:
            adding.append(Assignment(total, Amount(0, ((1, (total,)), *newly))))
    opens = totals.translated(place, road.opens)
    # A verdict is given before the parts that become settled on this road go into their totals.
    assignments = [
        replace(each, amount=Truth(0, (), totals.translated(place, each.amount.formula)))
        if isinstance(each.amount, Truth)
        else each
        for each in road.assignments
    ]
    return replace(road, opens=opens, assignments=(*assignments, *adding))
