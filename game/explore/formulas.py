"""What a story asks, in one plain form: amounts are polynomials over cells, formulas have no `not`.

A cell is one whole number of a state: a variable, or a visit (0 or 1). A formula that reads one cell is
the set of values for which it is true: that is what makes values comparable, and code short.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import product
from operator import mul
from typing import Literal

Sign = Literal["==", "!=", "<", "<=", ">", ">="]
Values = Sequence[int] | Mapping[int, int]

WIDE = 2048
"""A cell with more values than this is never taken apart value by value."""

_OPPOSITE: dict[Sign, Sign] = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One whole number of a state, within `low`..`high`. `name` is for reports, never for code."""

    index: int
    low: int
    high: int
    name: str

    @property
    def size(self) -> int:
        """How many values it can have."""
        return self.high - self.low + 1

    @property
    def is_wide(self) -> bool:
        """Whether it has too many values to look at each."""
        return self.size > WIDE

    def held(self, value: int) -> int:
        """Return `value`, stopped at the bound it would pass."""
        return self.low if value < self.low else min(value, self.high)


@dataclass(frozen=True)
class Amount:
    """A whole number as a polynomial: terms of (factor, the cells multiplied, in rising order)."""

    constant: int
    terms: tuple[tuple[int, tuple[int, ...]], ...] = ()

    @cached_property
    def reads(self) -> frozenset[int]:
        """The cells it reads."""
        return frozenset(cell for _, cells in self.terms for cell in cells)

    @property
    def is_linear(self) -> bool:
        """Whether no term multiplies cells."""
        return all(len(cells) == 1 for _, cells in self.terms)

    def at(self, values: Values) -> int:
        """Return its value where the cells have these values."""
        return self.constant + sum(f * reduce(mul, (values[c] for c in cells)) for f, cells in self.terms)

    def plus(self, other: Amount, factor: int = 1) -> Amount:
        """Return the sum of this and `factor` times another."""
        found = {cells: f for f, cells in self.terms}
        for f, cells in other.terms:
            found[cells] = found.get(cells, 0) + factor * f
        return _amount(self.constant + factor * other.constant, found)

    def times(self, other: Amount) -> Amount:
        """Return the product of two amounts."""
        found: dict[tuple[int, ...], int] = {}
        for f, cells in ((self.constant, ()), *self.terms):
            for g, more in ((other.constant, ()), *other.terms):
                key = tuple(sorted((*cells, *more)))
                found[key] = found.get(key, 0) + f * g
        return _amount(found.pop((), 0), found)

    def with_value(self, cell: int, value: int) -> Amount:
        """Return what remains when one cell has a known value."""
        found: dict[tuple[int, ...], int] = {}
        for f, cells in self.terms:
            rest = tuple(c for c in cells if c != cell)
            found[rest] = found.get(rest, 0) + f * value ** (len(cells) - len(rest))
        return _amount(self.constant + found.pop((), 0), found)

    def range(self, cells: Sequence[Cell]) -> tuple[int, int]:
        """Return bounds that it cannot pass (for products perhaps not the tightest)."""
        low = high = self.constant
        for f, read in self.terms:
            ends = [1]
            for index in read:
                ends = [e * v for e in ends for v in (cells[index].low, cells[index].high)]
            low, high = low + min(f * e for e in ends), high + max(f * e for e in ends)
        return low, high


def _amount(constant: int, found: Mapping[tuple[int, ...], int]) -> Amount:
    return Amount(constant, tuple(sorted((f, cells) for cells, f in found.items() if f)))


@dataclass(frozen=True, slots=True)
class Always:
    """True everywhere, or false everywhere."""

    value: bool


@dataclass(frozen=True, slots=True)
class OneOf:
    """True where a cell has one of these values."""

    cell: int
    values: frozenset[int]


@dataclass(frozen=True, slots=True)
class Relation:
    """An amount of several cells (or of a wide one) compared with nought."""

    sign: Sign
    amount: Amount


@dataclass(frozen=True, slots=True)
class Every:
    """True where all parts are."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """True where some part is."""

    parts: tuple[Formula, ...]


Formula = Always | OneOf | Relation | Every | Some

TRUE = Always(True)
FALSE = Always(False)


def relation(sign: Sign, amount: Amount, cells: Sequence[Cell]) -> Formula:
    """Return `amount sign 0`, as a set of values where it reads one cell."""
    if not amount.reads:
        return Always(_compared(sign, amount.constant))
    if len(amount.reads) == 1:
        cell = cells[next(iter(amount.reads))]
        if not cell.is_wide:
            values = range(cell.low, cell.high + 1)
            return one_of(cell, (v for v in values if _compared(sign, amount.at({cell.index: v}))))
    return Relation(sign, amount)


def one_of(cell: Cell, values: Iterable[int]) -> Formula:
    """Return the formula that a cell has one of the values, folded where it always or never has."""
    found = frozenset(values)
    return Always(bool(found)) if len(found) in (0, cell.size) else OneOf(cell.index, found)


def _compared(sign: Sign, value: int) -> bool:
    match sign:
        case "==":
            return value == 0
        case "!=":
            return value != 0
        case "<":
            return value < 0
        case "<=":
            return value <= 0
        case ">":
            return value > 0
        case _:
            return value >= 0


def every(parts: Iterable[Formula]) -> Formula:
    """Return `and`: sets of one cell meet, what is always true falls away."""
    sets: dict[int, frozenset[int]] = {}
    rest: dict[Formula, None] = {}
    for part in _flat(parts, Every):
        if part == FALSE:
            return FALSE
        if isinstance(part, OneOf):
            sets[part.cell] = sets[part.cell] & part.values if part.cell in sets else part.values
            if not sets[part.cell]:
                return FALSE
        elif part != TRUE:
            rest[part] = None
    found = (*(OneOf(cell, values) for cell, values in sets.items()), *rest)
    return TRUE if not found else found[0] if len(found) == 1 else Every(found)


def some(parts: Iterable[Formula]) -> Formula:
    """Return `or`: sets of one cell join, what is always false falls away."""
    sets: dict[int, frozenset[int]] = {}
    rest: dict[Formula, None] = {}
    for part in _flat(parts, Some):
        if part == TRUE:
            return TRUE
        if isinstance(part, OneOf):
            sets[part.cell] = sets.get(part.cell, frozenset()) | part.values
        elif part != FALSE:
            rest[part] = None
    found = (*(OneOf(cell, values) for cell, values in sets.items()), *rest)
    return FALSE if not found else found[0] if len(found) == 1 else Some(found)


def _flat(parts: Iterable[Formula], kind: type[Every] | type[Some]) -> Iterator[Formula]:
    for part in parts:
        if isinstance(part, kind):
            yield from part.parts
        else:
            yield part


def opposite(formula: Formula, cells: Sequence[Cell]) -> Formula:
    """Return `not`, pushed down to the comparisons."""
    match formula:
        case Always(value):
            return Always(not value)
        case OneOf(index, values):
            cell = cells[index]
            return one_of(cell, frozenset(range(cell.low, cell.high + 1)) - values)
        case Relation(sign, amount):
            return Relation(_OPPOSITE[sign], amount)
        case Every(parts):
            return some(opposite(part, cells) for part in parts)
        case Some(parts):
            return every(opposite(part, cells) for part in parts)


def true_at(formula: Formula, values: Values) -> bool:
    """Return whether a formula is true where the cells have these values."""
    match formula:
        case Always(value):
            return value
        case OneOf(cell, among):
            return values[cell] in among
        case Relation(sign, amount):
            return _compared(sign, amount.at(values))
        case Every(parts):
            return all(true_at(part, values) for part in parts)
        case Some(parts):
            return any(true_at(part, values) for part in parts)


@dataclass(frozen=True)
class Truth(Amount):
    """1 where a formula is true, 0 where it is false."""

    formula: Formula = FALSE

    @cached_property
    def reads(self) -> frozenset[int]:
        """The cells that the formula reads."""
        return reads(self.formula)

    def at(self, values: Values) -> int:
        """Return 1 or 0."""
        return int(true_at(self.formula, values))

    def range(self, cells: Sequence[Cell]) -> tuple[int, int]:
        """Return 0 and 1."""
        return 0, 1


def reads(formula: Formula) -> frozenset[int]:
    """Return the cells that a formula reads."""
    match formula:
        case Always():
            return frozenset()
        case OneOf(cell, _):
            return frozenset((cell,))
        case Relation(_, amount):
            return amount.reads
        case Every(parts) | Some(parts):
            return frozenset[int]().union(*map(reads, parts))


def combinations(indices: Iterable[int], cells: Sequence[Cell]) -> Iterator[dict[int, int]]:
    """Yield every combination of values of some cells."""
    chosen = sorted(indices)
    for values in product(*(range(cells[i].low, cells[i].high + 1) for i in chosen)):
        yield dict(zip(chosen, values, strict=True))
