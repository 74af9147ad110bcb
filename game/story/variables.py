"""Declared variables. Every value is a whole number: states are small, and comparing is one rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

VariableKind = Literal["flag", "number", "meter", "word", "fate"]


@dataclass(frozen=True, slots=True)
class Variable:
    """One declared variable, or the fate of one person.

    A flag is 0 or 1. A number or meter is itself, within `minimum`..`maximum`. A word or fate is the
    position of its value in `values`; `labels` says each value in words, in the same order.
    `slot` is its place in State.values. `signs` say how a meter shows: (from this value on, this text),
    rising. `shown_as` is "lamps" for a number that stands on the desk as lamps, "chair" for a word that the
    debrief names under what this chair brought.
    """

    id: str
    kind: VariableKind
    slot: int
    start: int = 0
    minimum: int = 0
    maximum: int = 1
    values: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    signs: tuple[tuple[int, str], ...] = ()
    shown_as: str | None = None

    def held(self, value: int) -> int:
        """Return `value`, stopped at the bound it would pass."""
        return max(self.minimum, min(self.maximum, value))

    def name_of(self, value: int) -> str:
        """Return a value as an author writes it: `true`, `12`, `arrested`."""
        if self.kind == "flag":
            return "true" if value else "false"
        return self.values[value] if self.values else str(value)

    def value_of(self, name: str) -> int | None:
        """Return the value that an author writes as `name`; None where there is no such value."""
        if self.kind == "flag":
            return {"true": 1, "false": 0}.get(name)
        if self.values:
            return self.values.index(name) if name in self.values else None
        is_number = name.isascii() and name.removeprefix("-").isdecimal() and len(name) < 20
        number = int(name) if is_number else None
        return number if number is not None and self.held(number) == number else None

    def shown(self, value: int) -> str:
        """Return what a text shows for a value: a word's or fate's label, a meter's sign, a number."""
        if self.labels:
            return self.labels[value]
        if self.signs:
            reached = [text for threshold, text in self.signs if threshold <= value]
            return reached[-1] if reached else self.signs[0][1]
        return self.name_of(value)
