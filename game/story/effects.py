"""The closed set of effects, and what they changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from game.story.conditions import Constant, Number, number
from game.story.state import State
from game.story.variables import Variable

EffectSign = Literal["=", "+=", "-="]


@dataclass(frozen=True, slots=True)
class Effect:
    """A variable set (`=`), raised (`+=`) or lowered (`-=`) by a number, then held within its bounds."""

    variable: Variable
    sign: EffectSign
    value: Number


@dataclass(frozen=True, slots=True)
class Change:
    """What one effect did to a variable; only where the value is another one now."""

    variable: Variable
    before: int
    after: int


def apply(effects: Iterable[Effect], state: State) -> tuple[State, tuple[Change, ...]]:
    """Return the state after the effects, run in order and each held within bounds, and the changes."""
    values, changes = list(state.values), list[Change]()
    for effect in effects:
        slot = effect.variable.slot
        before = values[slot]
        amount = _amount(effect, state, values)
        wanted = {"=": amount, "+=": before + amount, "-=": before - amount}[effect.sign]
        values[slot] = after = effect.variable.held(wanted)
        if after != before:
            changes.append(Change(effect.variable, before, after))
    return replace(state, values=tuple(values)) if changes else state, tuple(changes)


def _amount(effect: Effect, state: State, values: list[int]) -> int:
    """What an effect's expression is worth after the effects before it."""
    if isinstance(effect.value, Constant):
        return effect.value.value
    return number(effect.value, replace(state, values=tuple(values)))
