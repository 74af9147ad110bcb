"""How a state becomes one Python int: the place in the high bits, each remembered cell in bits of its own.

A forgotten cell's bits are nought. The cells that most places remember lie lowest, where a dict's hash
looks first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.explore.formulas import Cell
from game.explore.partitions import representatives
from game.explore.relevance import Told


@dataclass(frozen=True)
class Packing:
    """Where each remembered cell lies: shift, mask of its width (before shifting); above all, the place."""

    cells: tuple[Cell, ...]
    told: tuple[Told, ...]
    shift: Mapping[int, int]
    mask: Mapping[int, int]
    place_shift: int

    def pack(self, place: int, values: Sequence[int]) -> int:
        """Return the state of a place and its cells' values."""
        state = place << self.place_shift
        for cell, partition in self.told[place].items():
            offset = values[cell] - self.cells[cell].low
            state |= (representatives(partition)[offset] if partition else offset) << self.shift[cell]
        return state

    def unpack(self, state: int) -> dict[int, int]:
        """Return the values of the cells that the state's place remembers (of merged values the first)."""
        return {
            cell: (state >> self.shift[cell] & self.mask[cell]) + self.cells[cell].low
            for cell in self.told[state >> self.place_shift]
        }

    def possible(self, place: int, cell: int) -> Sequence[int]:
        """Return the values (counted from its lowest) that the states of a place can hold for a cell."""
        partition = self.told[place].get(cell)
        if partition is None:
            return (0,)
        return sorted(set(representatives(partition))) if partition else range(self.cells[cell].size)

    def bits_of(self, place: int, cells: frozenset[int]) -> int:
        """Return a mask of the bits where a place holds these cells."""
        return sum(self.mask[cell] << self.shift[cell] for cell in cells if cell in self.told[place])


def packing(cells: Sequence[Cell], told: Sequence[Told]) -> Packing:
    """Return where each cell lies that some place remembers."""
    uses: dict[int, int] = {}
    highest: dict[int, int] = {}
    for here in told:
        for cell, partition in here.items():
            uses[cell] = uses.get(cell, 0) + 1
            top = max(representatives(partition)) if partition else cells[cell].size - 1
            highest[cell] = max(highest.get(cell, 0), top)
    shift, mask, position = {}, {}, 0
    for cell in sorted(uses, key=lambda cell: (-uses[cell], cell)):
        width = max(1, highest[cell].bit_length())
        shift[cell], mask[cell] = position, (1 << width) - 1
        position += width
    return Packing(tuple(cells), tuple(told), shift, mask, position)
