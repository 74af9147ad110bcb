"""The reduction *verdicts*: of an `and` or `or` the settled part is remembered as one bit.

A condition such as `told and reply == low and not warned` makes every combination of its cells a state of
its own. Once no road from a place can change two or more of its parts any more, only whether all of them
are true matters (for `or`: whether any is). So the condition gets a bit; on the road on which a part
becomes settled, it goes into the bit, and further on the condition reads the bit. The cells behind it may
then be forgotten, by *liveness*, wherever nothing else reads them.

Exact, as for *sums*: behind the place where it is settled a part keeps its truth, so the bit is always the
`and` (or the `or`) of the settled parts, and every condition has the same truth as before. The bits are
worked out from what they replace, so there are never more states than without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from game.explore.formulas import (
    Cell,
    Every,
    Formula,
    OneOf,
    Some,
    Truth,
    every,
    reads,
    some,
    true_at,
)
from game.explore.rules import Assignment, Road, Rules

Composite = Every | Some


@dataclass(frozen=True)
class Verdicts:
    """Rules with bits for composite conditions, and how to read a formula by them."""

    rules: Rules
    settled: tuple[frozenset[int], ...] = ()
    bits: Mapping[Composite, int] | None = None
    asks: Mapping[Composite, frozenset[int]] | None = None
    _known: dict[tuple[int, Composite], tuple[Formula, ...]] = field(default_factory=dict)

    def settled_parts(self, place: int, formula: Composite) -> tuple[Formula, ...]:
        """Return the parts that no road from a place can change; none where they are fewer than two."""
        key = (place, formula)
        if key not in self._known:
            settled = self.settled[place]
            found = tuple(part for part in formula.parts if reads(part) <= settled)
            self._known[key] = found if len(found) > 1 else ()
        return self._known[key]

    def translated(self, place: int, formula: Formula) -> Formula:
        """Return a formula as it is asked at a place, with settled parts read from their bit."""
        if not isinstance(formula, Every | Some) or not self.bits:
            return formula
        known = self.settled_parts(place, formula) if formula in self.bits else ()
        pending = [self.translated(place, part) for part in formula.parts if part not in known]
        if known:
            pending.insert(0, OneOf(self.bits[formula], frozenset((1,))))
        return every(pending) if isinstance(formula, Every) else some(pending)


def with_verdicts(rules: Rules, asked: Mapping[int, Sequence[Formula]]) -> Verdicts:
    """Return the rules with a bit for each composite condition that is ever settled in part."""
    opens = (road.opens for place in rules.places for road in place.roads)
    formulas = (*opens, *(formula for formulas in asked.values() for formula in formulas))
    # Outer conditions first: on a road their bits are worked out before those of the parts inside them.
    composites = sorted(dict.fromkeys(_composites(formulas)), key=_depth, reverse=True)
    if not composites:
        return Verdicts(rules)
    settled = rules.settled
    cells, values, bits = list(rules.cells), list(rules.values), dict[Composite, int]()
    for composite in composites:
        bits[composite] = len(cells)
        cells.append(Cell(len(cells), 0, 1, "a verdict"))
        values.append(0)
    begun = Verdicts(
        replace(rules, cells=tuple(cells)), settled, bits, {each: reads(each) for each in composites}
    )
    for composite, bit in bits.items():
        if known := begun.settled_parts(rules.first, composite):
            values[bit] = int(true_at(_joined(composite, known), rules.values))
    places = tuple(
        replace(place, roads=tuple(_road(begun, place.index, road) for road in place.roads))
        for place in rules.places
    )
    return replace(begun, rules=replace(begun.rules, places=places, values=tuple(values)))


def _composites(formulas: Iterable[Formula]) -> Iterator[Composite]:
    for formula in formulas:
        if isinstance(formula, Every | Some):
            yield formula
            yield from _composites(formula.parts)


def _depth(formula: Formula) -> int:
    return 1 + max(map(_depth, formula.parts)) if isinstance(formula, Every | Some) else 0


def _joined(composite: Composite, parts: Iterable[Formula]) -> Formula:
    return every(parts) if isinstance(composite, Every) else some(parts)


def _road(verdicts: Verdicts, place: int, road: Road) -> Road:
    assert verdicts.bits is not None
    assert verdicts.asks is not None
    newly = verdicts.settled[road.to] - verdicts.settled[place]
    adding = []
    for composite, bit in verdicts.bits.items() if newly else ():
        if newly.isdisjoint(verdicts.asks[composite]):
            continue
        after = verdicts.settled_parts(road.to, composite)
        before = verdicts.settled_parts(place, composite)
        if len(after) == len(before):
            continue
        found = [verdicts.translated(place, part) for part in after if part not in before]
        if before:
            found.append(OneOf(bit, frozenset((1,))))
        adding.append(Assignment(bit, Truth(0, (), _joined(composite, found))))
    opens = verdicts.translated(place, road.opens)
    return replace(road, opens=opens, assignments=(*road.assignments, *adding))
