"""The closed set of effects, and what they changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from game.story.conditions import Number, number
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
    changes: list[Change] = []
    for effect in effects:
        slot = effect.variable.slot
        before = state.values[slot]
        amount = number(effect.value, state)
        wanted = {"=": amount, "+=": before + amount, "-=": before - amount}[effect.sign]
        after = effect.variable.held(wanted)
        if after != before:
            state = replace(state, values=(*state.values[:slot], after, *state.values[slot + 1 :]))
            changes.append(Change(effect.variable, before, after))
    return state, tuple(changes)
