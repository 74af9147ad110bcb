"""Rules specialised into fast functions over packed states. The reductions are chosen here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from game.explore.alike import Group, groups, joined
from game.explore.emit import Emitter
from game.explore.formulas import Formula, reads
from game.explore.packing import Packing, packing
from game.explore.partitions import Partitions
from game.explore.relevance import relevance
from game.explore.rules import Rules
from game.explore.sums import Totals, with_totals
from game.explore.verdicts import Verdicts, with_verdicts

Known = list[dict[int, int]]
"""For each place: every state met -> the state before it on a shortest road (-1: the start)."""

Expand = Callable[[Sequence[int], Known, list[list[int]]], None]
Ways = Callable[[int], list[int]]


@dataclass(frozen=True, slots=True)
class Reductions:
    """Which reductions are on. Every answer is the same with each of them off; only the work differs."""

    liveness: bool = True
    merging: bool = True
    sums: bool = True
    verdicts: bool = True
    slices: bool = True
    alike: bool = True
    outlines: bool = True


ALL = Reductions()
NONE = Reductions(
    liveness=False, merging=False, sums=False, verdicts=False, slices=False, alike=False, outlines=False
)


@dataclass(frozen=True)
class Transitions:
    """The functions of one search.

    `asked` are the formulas, by place, that its states must be able to answer. A search `within` some
    places does not follow roads that lead out of them. `only_whether`: nothing is asked but whether a formula
    can be true, so that roads that come to the same may be one.
    """

    rules: Rules
    asked: Mapping[int, Sequence[Formula]] = field(default_factory=dict)
    within: frozenset[int] | None = None
    reductions: Reductions = ALL
    only_whether: bool = False

    @cached_property
    def _verdicts(self) -> Verdicts:
        return with_verdicts(self.rules, self.asked) if self.reductions.verdicts else Verdicts(self.rules)

    @cached_property
    def _totals(self) -> Totals:
        rules = self._verdicts.rules
        if not self.reductions.sums:
            return Totals(rules)
        asked = {
            place: [self._verdicts.translated(place, formula) for formula in formulas]
            for place, formulas in self.asked.items()
        }
        return with_totals(rules, asked)

    def _translated(self, place: int, formula: Formula) -> Formula:
        """A formula as the packed states of a place can answer it."""
        return self._totals.translated(place, self._verdicts.translated(place, formula))

    @cached_property
    def packing(self) -> Packing:
        """How its states are packed."""
        told = relevance(
            self._totals.rules,
            {
                place: [self._translated(place, formula) for formula in formulas]
                for place, formulas in self.asked.items()
            },
            within=self.within,
            liveness=self.reductions.liveness,
            merging=self.reductions.merging and self.reductions.liveness,
            alike=self._is_alike,
        )
        return packing(self._totals.rules.cells, told)

    @property
    def _is_alike(self) -> bool:
        return self.only_whether and self.reductions.alike and self.reductions.liveness

    @cached_property
    def _groups(self) -> Mapping[int, Sequence[Group]]:
        rules, told = self._totals.rules, self.packing.told
        partitions = Partitions(rules.cells, merge=self.reductions.merging)
        return {
            place.index: groups(rules, place, told, partitions, self.asked, self.within)
            if self._is_alike and (self.within is None or place.index in self.within)
            else [(position,) for position in range(len(place.roads))]
            for place in rules.places
        }

    @cached_property
    def _joined(self) -> Rules:
        return joined(self._totals.rules, self._groups) if self._is_alike else self._totals.rules

    def steps(self, place: int, position: int) -> list[str]:
        """Return the steps that a road of a place stands for: one, or more where roads are alike."""
        return [self.rules.places[place].roads[each].step for each in self._groups[place][position]]

    @cached_property
    def start(self) -> int:
        """The packed state at the start."""
        return self.packing.pack(self.rules.first, self._totals.rules.values)

    @cached_property
    def _emitter(self) -> Emitter:
        return Emitter(self._joined, self.packing, self.within)

    def expand(self, place: int) -> Expand:
        """Return the function that adds what follows the states of a place."""
        compiled: Expand = self._compiled(f"e{place}", self._emitter.expand(self._joined.places[place]))
        return compiled

    def ways(self, place: int) -> Ways:
        """Return the function of a state of a place: road, state, road, state ..."""
        return self._all_ways(place)

    @cached_property
    def _all_ways(self) -> Callable[[int], Ways]:
        @cache
        def ways(place: int) -> Ways:
            compiled: Ways = self._compiled(f"w{place}", self._emitter.ways(self._joined.places[place]))
            return compiled

        return ways

    def truths(self, place: int, formulas: Sequence[Formula]) -> Callable[[int], int]:
        """Return a function of a state of a place: a number with a bit set for each formula that is true."""
        translated = [self._translated(place, formula) for formula in formulas]
        source = self._emitter.truths(self._joined.places[place], translated)
        compiled: Callable[[int], int] = self._compiled(f"q{place}", source)
        return compiled

    def bits_read(self, place: int, formulas: Iterable[Formula]) -> int:
        """Return a mask of the bits of a state that decide these formulas at a place."""
        translated = (self._translated(place, formula) for formula in formulas)
        return self.packing.bits_of(place, frozenset[int]().union(*map(reads, translated)))

    def place_of(self, state: int) -> int:
        """Return the place of a packed state."""
        return state >> self.packing.place_shift

    def _compiled(self, name: str, source: str) -> Any:
        # The source is made of indices and numbers alone (see emit.py): nothing of a pack is ever run.
        found: dict[str, Any] = {f"T{i}": table for i, table in enumerate(self._emitter.tables)}
        exec(compile(source, "<explore>", "exec"), found)
        return found[name]
