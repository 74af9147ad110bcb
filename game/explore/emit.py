"""Source of the fast functions: it holds only indices and numbers, never an id or a text of the pack.

For each place two functions are written. `expand(states, known, fresh)` takes packed states of the place
and adds each state that follows and is new to `known` (a dict for each place: state -> the state before it)
and to `fresh` (a list for each place). `ways(s)` returns road, state, road, state ... for the open roads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from game.explore.arrivals import Arrival
from game.explore.formulas import Always, Amount, Cell, Every, Formula, OneOf, Relation, Some, Truth
from game.explore.packing import Packing
from game.explore.rules import Place, Rules

OUTSIDE = -1
"""Stands in `ways` for a state beyond the places that a search is confined to."""

_MOST_BITS = 600
"""Sets of values up to so many become one number whose bits are tested."""


@dataclass(frozen=True, slots=True)
class _Opener:
    """How a road's lines begin: `if` or `elif`, the test, and what counts a letter under a limit."""

    word: str
    test: str
    count: str = ""
    is_link: bool = False

    def guard(self, lines: list[str]) -> list[str]:
        """Return the lines under the test; a link of a chain stays even where it has none."""
        inner = [*([self.count] if self.count else []), *lines]
        if self.test == "False" or not (inner or self.is_link):
            return []
        return [f"{self.word} {self.test}:", *(f"  {line}" for line in inner or ["pass"])]


@dataclass
class Emitter:
    """Writes functions; `tables` are the look-up tables and sets that they name (T0, T1, ...)."""

    rules: Rules
    packing: Packing
    within: frozenset[int] | None = None
    tables: list[object] = field(default_factory=list)
    _numbers: dict[object, int] = field(default_factory=dict)

    def expand(self, place: Place) -> str:
        """Return the source of the function that adds what follows the states of a place."""
        body: list[str] = []
        targets = dict[int, None]()
        for position, (road, opener) in enumerate(zip(place.roads, self._openers(place), strict=True)):
            lines = []
            if self._is_within(road.to):
                targets[road.to] = None
                statements, expression = self._arrival(place, position)
                add = f"k{road.to}[n] = s" + ("" if self._is_end(road.to) else f"; a{road.to}(n)")
                lines = [*statements, f"n = {expression}", f"if n not in k{road.to}: {add}"]
            body += opener.guard(lines)
        head = [f"k{to} = known[{to}]" for to in targets]
        head += [f"a{to} = fresh[{to}].append" for to in targets if not self._is_end(to)]
        loop = self._with_values(place, body) or ["pass"]
        lines = [*head, "for s in states:", *(f"  {line}" for line in loop)]
        return _function(f"e{place.index}(states, known, fresh)", lines)

    def ways(self, place: Place) -> str:
        """Return the source of the function that lists the open roads of a state and where they lead."""
        body = []
        for position, (road, opener) in enumerate(zip(place.roads, self._openers(place), strict=True)):
            if self._is_within(road.to):
                statements, expression = self._arrival(place, position)
                lines = [*statements, f"o += ({position}, {expression})"]
            else:
                lines = [f"o += ({position}, {OUTSIDE})"]
            body += opener.guard(lines)
        return _function(f"w{place.index}(s)", ["o = []", *self._with_values(place, body), "return o"])

    def truths(self, place: Place, formulas: Sequence[Formula]) -> str:
        """Return the source of a function of a state whose result has a bit set for each true formula."""
        body = ["b = 0"]
        for position, formula in enumerate(formulas):
            body += _Opener("if", self._formula(place, formula)).guard([f"b |= {1 << position}"])
        return _function(f"q{place.index}(s)", [*self._with_values(place, body), "return b"])

    def _is_within(self, place: int) -> bool:
        return self.within is None or place in self.within

    def _is_end(self, place: int) -> bool:
        return not self.rules.places[place].roads

    def _openers(self, place: Place) -> list[_Opener]:
        found, chained = list[_Opener](), False
        lying = [sum(road.offer == offer for road in place.roads) for offer in range(len(place.limits))]
        for road in place.roads:
            test, count = self._formula(place, road.opens), ""
            limit = place.limits[road.offer] if road.offer >= 0 else None
            if limit is not None and lying[road.offer] > limit:
                test = "False" if test == "False" else f"c{road.offer} < {limit} and {test}"
                count = f"c{road.offer} += 1"
            is_link = place.kind == "next"
            found.append(_Opener("elif" if is_link and chained else "if", test, count, is_link))
            chained = chained or test != "False"
        return found

    def _with_values(self, place: Place, body: list[str]) -> list[str]:
        """Put in how a cell's bits are taken out: at the top where they are used more than once."""
        uses: dict[int, int] = {}
        for line in body:
            for cell in re.findall(r"@(\d+)@", line):
                uses[int(cell)] = uses.get(int(cell), 0) + 1
        shift, mask = self.packing.shift, self.packing.mask
        # A cell that nobody remembers cannot change what is asked: any value of it will do.
        taken = {c: f"s >> {shift[c]} & {mask[c]}" if c in shift else "0" for c in uses}
        head = [f"v{c} = {taken[c]}" for c, number in uses.items() if number > 1]
        head += [f"c{i} = 0" for i in range(len(place.limits)) if any(f"c{i} +=" in line for line in body)]

        def put(match: re.Match[str]) -> str:
            cell = int(match.group(1))
            return f"v{cell}" if uses[cell] > 1 else f"({taken[cell]})"

        return [*head, *(re.sub(r"@(\d+)@", put, line) for line in body)]

    def _formula(self, place: Place, formula: Formula) -> str:
        match formula:
            case Always(value):
                return str(value)
            case OneOf(cell, values):
                return self._one_of(place, self.rules.cells[cell], values)
            case Relation(sign, amount):
                return f"{self.amount(amount, {})} {sign} 0"
            case Every(parts):
                found = [t for t in (self._formula(place, part) for part in parts) if t != "True"]
                return "False" if "False" in found else f"({' and '.join(found)})" if found else "True"
            case Some(parts):
                found = [t for t in (self._formula(place, part) for part in parts) if t != "False"]
                return "True" if "True" in found else f"({' or '.join(found)})" if found else "False"

    def _one_of(self, place: Place, cell: Cell, values: frozenset[int]) -> str:
        if cell.is_wide:
            offsets = frozenset(value - cell.low for value in values)
            return f"@{cell.index}@ in {self.table(offsets)}"
        possible = self.possible(place, cell)
        true = [offset for offset in possible if offset + cell.low in values]
        if len(true) in (0, len(possible)):
            return str(bool(true))
        value, bit = f"@{cell.index}@", 1 << self.packing.shift[cell.index]
        if self.packing.mask[cell.index] == 1:
            return f"s & {bit}" if true == [1] else f"not s & {bit}"
        false = [offset for offset in possible if offset + cell.low not in values]
        if len(true) == 1:
            return f"{value} == {true[0]}"
        if len(false) == 1:
            return f"{value} != {false[0]}"
        if max(true) < min(false):
            return f"{value} < {min(false)}"
        if max(false) < min(true):
            return f"{value} >= {min(true)}"
        if max(true) < _MOST_BITS:
            return f"{sum(1 << offset for offset in true)} >> {value} & 1"
        return f"{value} in {self.table(frozenset(true))}"

    def amount(self, amount: Amount, names: dict[int, str]) -> str:
        """Return an amount as an expression; `names` are cells that stand in variables of their own."""
        if isinstance(amount, Truth):
            return f"(1 if {self._truth(amount.formula, names)} else 0)"
        constant, parts = amount.constant, []
        for factor, cells in amount.terms:
            if len(cells) == 1 and cells[0] not in names:
                constant += factor * self.rules.cells[cells[0]].low
                parts.append(f"{factor} * @{cells[0]}@" if factor != 1 else f"@{cells[0]}@")
            else:
                factors = [names.get(c, f"(@{c}@ + {self.rules.cells[c].low})") for c in cells]
                parts.append(" * ".join([*([str(factor)] if factor != 1 else []), *factors]))
        return " + ".join([*parts, *([str(constant)] if constant or not parts else [])])

    def _truth(self, formula: Formula, names: dict[int, str]) -> str:
        """A formula on the way along a road, where cells may hold what no state of its place holds."""
        match formula:
            case Always(value):
                return str(value)
            case OneOf(index, values):
                cell = self.rules.cells[index]
                held = names.get(index, f"@{index}@ + {cell.low}")
                return f"({held}) in {self.table(values)}"
            case Relation(sign, amount):
                return f"{self.amount(amount, names)} {sign} 0"
            case Every(parts):
                return f"({' and '.join(self._truth(part, names) for part in parts)})"
            case Some(parts):
                return f"({' or '.join(self._truth(part, names) for part in parts)})"

    def possible(self, place: Place, cell: Cell) -> Sequence[int]:
        """Return the offsets that the packed states of a place can hold for a cell."""
        return self.packing.possible(place.index, cell.index)

    def table(self, content: tuple[int, ...] | frozenset[int]) -> str:
        """Return the name of a table or set in the generated source; the same content has one name."""
        number = self._numbers.setdefault(content, len(self.tables))
        if number == len(self.tables):
            self.tables.append(content)
        return f"T{number}"

    def _arrival(self, place: Place, position: int) -> tuple[list[str], str]:
        """Statements, and the expression of the packed state at the end of a road."""
        return Arrival(self, place, place.roads[position]).written()


def _function(head: str, lines: list[str]) -> str:
    return "\n".join([f"def {head}:", *(f"  {line}" for line in lines)]) + "\n"
