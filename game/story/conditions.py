"""The closed set of conditions as a tree, and the whole numbers they compare."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from game.story.state import State
from game.story.variables import Variable

ArithmeticSign = Literal["+", "-", "*"]
ComparisonSign = Literal["==", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Constant:
    """A whole number; also a flag's `true` (1) and the position of a word's, fate's or chapter's name."""

    value: int


@dataclass(frozen=True, slots=True)
class Read:
    """The present value of a variable."""

    variable: Variable


@dataclass(frozen=True, slots=True)
class CurrentChapter:
    """The position of the current chapter among the story's chapters."""


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus a number."""

    of: Number


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A sum, a difference or a product; not held within any bounds."""

    sign: ArithmeticSign
    left: Number
    right: Number


Number = Constant | Read | CurrentChapter | Negative | Arithmetic


@dataclass(frozen=True, slots=True)
class Fixed:
    """`true` or `false` itself."""

    value: bool


@dataclass(frozen=True, slots=True)
class IsTrue:
    """A flag by its name alone."""

    flag: Variable


@dataclass(frozen=True, slots=True)
class Compare:
    """Two numbers compared."""

    sign: ComparisonSign
    left: Number
    right: Number


@dataclass(frozen=True, slots=True)
class Seen:
    """True once the scene has been left."""

    scene: str


@dataclass(frozen=True, slots=True)
class Chose:
    """True once this way was taken out of this scene."""

    scene: str
    way: str


@dataclass(frozen=True, slots=True)
class Not:
    """True where the part is false."""

    part: Condition


@dataclass(frozen=True, slots=True)
class All:
    """`and`: true where every part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """`or`: true where some part is."""

    parts: tuple[Condition, ...]


Condition = Fixed | IsTrue | Compare | Seen | Chose | Not | All | AnyOf

ARITHMETIC: dict[ArithmeticSign, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
COMPARISONS: dict[ComparisonSign, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def number(expression: Number, state: State) -> int:
    """Return the value of a number expression in a state."""
    match expression:
        case Constant(value):
            return value
        case Read(variable):
            return state.values[variable.slot]
        case CurrentChapter():
            return state.chapter
        case Negative(of):
            return -number(of, state)
        case Arithmetic(sign, left, right):
            return ARITHMETIC[sign](number(left, state), number(right, state))
        case _:
            assert_never(expression)


def holds(condition: Condition | None, state: State) -> bool:
    """Return whether a condition is true in a state; no condition always holds."""
    match condition:
        case None:
            return True
        case Compare(sign, left, right):
            return COMPARISONS[sign](number(left, state), number(right, state))
        case IsTrue(flag):
            return state.values[flag.slot] == 1
        case Seen(scene):
            return scene in state.seen
        case Chose(scene, way):
            return (scene, way) in state.chosen
        case Not(part):
            return not holds(part, state)
        case All(parts):
            return all(holds(part, state) for part in parts)
        case AnyOf(parts):
            return any(holds(part, state) for part in parts)
        case Fixed(value):
            return value
        case _:
            assert_never(condition)


def unmet(condition: Condition | None, state: State) -> tuple[Condition, ...]:
    """Return the parts of a condition that fail in a state, an `and` taken apart; empty where it holds."""
    if condition is None or holds(condition, state):
        return ()
    if isinstance(condition, All):
        return tuple(failing for part in condition.parts for failing in unmet(part, state))
    return (condition,)


def parts_of(condition: Condition | None) -> Iterator[Condition]:
    """Yield a condition and every condition inside it."""
    if condition is None:
        return
    yield condition
    match condition:
        case Not(part):
            yield from parts_of(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from parts_of(part)
