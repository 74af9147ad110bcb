"""What one road makes of a packed state, written as an expression of a few additions.

Most effects move one cell by its own value alone. All effects of a road on such a cell, with their bounds and
with the merging of values at the road's end, are one look-up table of differences, and often one constant.
"""

from __future__ import annotations

from typing import Protocol

from game.explore.formulas import Amount
from game.explore.packing import Packing
from game.explore.partitions import representatives
from game.explore.rules import Assignment, Place, Road, Rules


class Writer(Protocol):
    """What writes the rest of the source."""

    rules: Rules
    packing: Packing

    def amount(self, amount: Amount, names: dict[int, str]) -> str:
        """Return an amount as an expression."""

    def table(self, content: tuple[int, ...] | frozenset[int]) -> str:
        """Return the name of a table."""


class Arrival:
    """Writes what one road makes of a packed state."""

    def __init__(self, emitter: Writer, place: Place, road: Road) -> None:
        self.emitter, self.place, self.road = emitter, place, road
        self.cells, self.packing = emitter.rules.cells, emitter.packing
        self.here, self.there = self.packing.told[place.index], self.packing.told[road.to]
        self.kept = self._kept()
        written = {a.cell for a in self.kept}
        self.stepwise = {a.cell for a in self.kept if a.amount.reads - {a.cell}}
        self.stepwise |= {c for a in self.kept for c in a.amount.reads - {a.cell} if c in written}
        self.stepwise |= {c for c in written if self.cells[c].is_wide}

    def _kept(self) -> list[Assignment]:
        """The assignments whose outcome somebody asks for later."""
        asked, kept = set(self.there), list[Assignment]()
        for assignment in reversed(self.road.assignments):
            if assignment.cell in asked:
                asked.discard(assignment.cell)
                asked |= assignment.amount.reads
                kept.append(assignment)
        return kept[::-1]

    def written(self) -> tuple[list[str], str]:
        """Return the statements, and the expression of the new state."""
        statements = self._statements()
        cleared, constant, parts = 0, (self.road.to - self.place.index) << self.packing.place_shift, []
        for cell in sorted({*self.here, *self.there}):
            shift = self.packing.shift[cell]
            if cell in self.stepwise:
                cleared |= self._bits(cell)
                parts.append(self._from_variable(cell))
                continue
            if self.cells[cell].is_wide:
                cleared |= 0 if cell in self.there else self._bits(cell)
                continue
            before = self.packing.possible(self.place.index, cell)
            moved = [self._end(cell, offset) for offset in before]
            differences = {to - at for at, to in zip(before, moved, strict=True)}
            if len(differences) == 1:
                constant += differences.pop() << shift
            elif len(set(moved)) == 1:
                cleared |= self._bits(cell)
                constant += moved[0] << shift
            else:
                table = [0] * (max(before) + 1)
                for at, to in zip(before, moved, strict=True):
                    table[at] = (to - at) << shift
                parts.append(f"{self.emitter.table(tuple(table))}[@{cell}@]")
        everything = (1 << (self.packing.place_shift + len(self.emitter.rules.places).bit_length())) - 1
        start = f"(s & {everything & ~cleared})" if cleared else "s"
        return statements, " + ".join([start, *([str(constant)] if constant else []), *parts])

    def _bits(self, cell: int) -> int:
        return self.packing.mask[cell] << self.packing.shift[cell]

    def _end(self, cell: int, offset: int) -> int:
        """Where a cell that only its own value decides ends up, as an offset."""
        if cell not in self.there:
            return 0
        known, value = self.cells[cell], offset + self.cells[cell].low
        for assignment in self.kept:
            if assignment.cell == cell:
                value = known.held(assignment.amount.at({cell: value}))
        return representatives(self.there[cell])[value - known.low]

    def _statements(self) -> list[str]:
        names = {cell: f"x{cell}" for cell in self.stepwise}
        # A cell that is forgotten here cannot change the outcome: any value of it will do.
        lines = [
            f"x{cell} = {f'@{cell}@ + ' if cell in self.here else ''}{self.cells[cell].low}"
            for cell in sorted(self.stepwise)
        ]
        for assignment in self.kept:
            if assignment.cell not in self.stepwise:
                continue
            known, name = self.cells[assignment.cell], names[assignment.cell]
            lines.append(f"{name} = {self.emitter.amount(assignment.amount, names)}")
            low, high = assignment.amount.range(self.cells)
            if high > known.high:
                lines.append(f"if {name} > {known.high}: {name} = {known.high}")
            if low < known.low:
                lines.append(f"if {name} < {known.low}: {name} = {known.low}")
        return lines

    def _from_variable(self, cell: int) -> str:
        known, partition, shift = self.cells[cell], self.there.get(cell), self.packing.shift[cell]
        if partition is None:
            return "0"
        if not partition or partition == tuple(range(known.size)):
            return f"(x{cell} - {known.low} << {shift})"
        table = tuple(offset << shift for offset in representatives(partition))
        return f"{self.emitter.table(table)}[x{cell} - {known.low}]"
