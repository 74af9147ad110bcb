"""Which values of one cell a formula or an assignment can tell apart.

A partition of a cell gives each of its values the number of a class, numbered in the order in which they
first occur: (0, 0, 1) says that the first two values are alike. Partitions are shared and joined by
reference, since the same few stand at hundreds of places.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from game.explore.formulas import (
    Always,
    Amount,
    Cell,
    Every,
    Formula,
    OneOf,
    Some,
    combinations,
    reads,
    true_at,
)

Partition = tuple[int, ...]
"""A class for each value; () stands for a wide cell, whose values are all told apart."""

EXACT: Partition = ()

MOST_COMBINATIONS = 6_000
"""Beyond so many combinations of values a formula is not tried out: all values then count as different."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A partition asked for: of what, seen through which assignment."""

    cell: int
    amount: Amount
    target: Partition


class Partitions:
    """Makes partitions and remembers them. With `merge` off every value counts as different."""

    def __init__(self, cells: Sequence[Cell], *, merge: bool = True) -> None:
        self.cells, self.merge = cells, merge
        self._known: dict[Partition, Partition] = {}
        self._joins: dict[tuple[int, int], Partition] = {}
        self._of_formula: dict[Formula, dict[int, Partition]] = {}
        self._through: dict[_Cut, dict[int, Partition]] = {}

    def identity(self, cell: int) -> Partition:
        """Return the partition that tells all values of a cell apart."""
        known = self.cells[cell]
        return EXACT if known.is_wide else self._shared(tuple(range(known.size)))

    def join(self, one: Partition | None, other: Partition) -> Partition:
        """Return what tells apart all that either does (None: nothing)."""
        if one is None or one is other:
            return other
        if not one or not other:
            return EXACT
        key = (id(one), id(other))
        if key not in self._joins:
            self._joins[key] = self._numbered(zip(one, other, strict=True))
        return self._joins[key]

    def of_formula(self, formula: Formula) -> Mapping[int, Partition]:
        """Return, for each cell that matters to a formula, which of its values the formula tells apart.

        Cells that cannot change the formula's truth are absent. Changing one cell within its class never
        changes the truth, whatever the other cells are: so cells can be changed one after another.
        """
        if formula not in self._of_formula:
            self._of_formula[formula] = self._told_apart(formula)
        return self._of_formula[formula]

    def _told_apart(self, formula: Formula) -> dict[int, Partition]:
        read = reads(formula)
        if not self.merge:
            return {cell: self.identity(cell) for cell in read}
        match formula:
            case Always():
                return {}
            case OneOf(index, values):
                known = self.cells[index]
                if known.is_wide:
                    return {index: EXACT}
                told = self._numbered(v in values for v in range(known.low, known.high + 1))
                return {index: told} if any(told) else {}
        if self._combinations(read) <= MOST_COMBINATIONS:
            truth = {cell: dict[int, list[int]]() for cell in read}
            for combination in combinations(read, self.cells):
                found = true_at(formula, combination)
                for cell in read:
                    truth[cell].setdefault(combination[cell], []).append(found)
            return self._by_signature(truth)
        told_apart: dict[int, Partition] = {}
        match formula:
            case Every(parts) | Some(parts):
                for part in parts:
                    for cell, partition in self.of_formula(part).items():
                        told_apart[cell] = self.join(told_apart.get(cell), partition)
            case _:
                told_apart = {cell: self.identity(cell) for cell in read}
        return told_apart

    def before(self, cell: int, amount: Amount, target: Partition) -> Mapping[int, Partition]:
        """Return what must be told apart before an assignment, so that `target` can be after it."""
        key = _Cut(cell, amount, target)
        if key not in self._through:
            self._through[key] = self._before(cell, amount, target)
        return self._through[key]

    def _before(self, cell: int, amount: Amount, target: Partition) -> dict[int, Partition]:
        read = amount.reads
        wide = not target or self._combinations(read) > MOST_COMBINATIONS
        if not self.merge or wide:
            return {each: self.identity(each) for each in read}
        held, low = self.cells[cell].held, self.cells[cell].low
        classes = {each: dict[int, list[int]]() for each in read}
        for values in combinations(read, self.cells):
            found = target[held(amount.at(values)) - low]
            for each in read:
                classes[each].setdefault(values[each], []).append(found)
        return self._by_signature(classes)

    def _by_signature(self, found: Mapping[int, Mapping[int, list[int]]]) -> dict[int, Partition]:
        partitions = {
            cell: self._numbered(tuple(signature) for _, signature in sorted(by_value.items()))
            for cell, by_value in found.items()
        }
        return {cell: partition for cell, partition in partitions.items() if any(partition)}

    def _combinations(self, read: Iterable[int]) -> int:
        number = 1
        for cell in read:
            number *= self.cells[cell].size
        return number

    def _numbered(self, signatures: Iterable[Hashable]) -> Partition:
        numbers: dict[Hashable, int] = {}
        return self._shared(tuple([numbers.setdefault(signature, len(numbers)) for signature in signatures]))

    def _shared(self, partition: Partition) -> Partition:
        return self._known.setdefault(partition, partition)


@cache
def representatives(partition: Partition) -> tuple[int, ...]:
    """Return for each value (counted from the cell's lowest) the first value of its class."""
    first: dict[int, int] = {}
    return tuple([first.setdefault(number, offset) for offset, number in enumerate(partition)])
