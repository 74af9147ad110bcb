"""Two parts of an expression compared: which types go together, and what can never hold."""

from __future__ import annotations

from typing import cast

from game.authoring.expression_parts import AddSlip, Part, Symbols, named
from game.authoring.expression_words import Token
from game.story.conditions import (
    All,
    AnyOf,
    Compare,
    ComparisonSign,
    Condition,
    Constant,
    IsTrue,
    Not,
    Read,
)
from game.story.variables import Variable


def asked_last(condition: Condition | None) -> Variable | None:
    """Return the word or person that the last comparison of a condition asks for."""
    while isinstance(condition, All | AnyOf):
        condition = condition.parts[-1]
    if isinstance(condition, Compare) and isinstance(condition.left, Read):
        return condition.left.variable
    return None


def compared(left: Part, sign: str, right: Part, at: Token, symbols: Symbols, slip: AddSlip) -> Part:
    """Return the condition that two parts compared make."""
    left, right = symbols.valued(left, right, slip), symbols.valued(right, left, slip)
    broken = Part("condition", left.start, right.end)
    if "unknown" in (left.kind, right.kind):
        return broken  # a bare word beside it may be its value
    bare = [part for part in (left, right) if part.kind == "bare"]
    if len(bare) > 1:
        # One of the two is the value of the other: the other is the name that is wrong.
        bare = [part for part in bare if not symbols.is_value(part.name)][:1] or bare[:1]
    for part in bare:
        other = left if part is right else right
        if symbols.is_value(part.name) and other.variable:
            words = (named(left), named(right))
            slip("V107", at.start, at.end, left=words[0], sign=sign, right=words[1])
            return broken
        symbols.unknown(part, slip)
    kinds = {left.kind, right.kind}
    if kinds & {"bare", "unknown"} or any(
        p.kind == "condition" and p.condition is None for p in (left, right)
    ):
        return broken
    if kinds <= {"flag", "truth"} and left.number and right.number:
        if sign not in ("==", "!="):
            slip("V107", at.start, at.end, left=named(left), sign=sign, right=named(right))
            return broken
        return Part("condition", left.start, right.end, condition=_flags(left, sign, right))
    same = left.kind == right.kind and left.number is not None and right.number is not None
    if same and left.kind == "word" and left.variable and right.variable:
        same = left.variable.values == right.variable.values
    if not same or (left.kind == "word" and sign not in ("==", "!=")):
        flag = next((part for part in (left, right) if part.kind == "flag"), None)
        values = {"help": "flag_alone", "flag": flag.name} if flag else {}
        slip("V107", at.start, at.end, left=named(left), sign=sign, right=named(right), **values)
        return broken
    assert left.number is not None and right.number is not None
    if left.kind == "number" and _never(left, sign, right):
        bounds = ", ".join(_ranged(part) for part in (left, right) if part.low != part.high)
        slip("V132", left.start, right.end, bounds=bounds)
    tree = Compare(cast(ComparisonSign, sign), left.number, right.number)
    return Part("condition", left.start, right.end, condition=tree)


def _never(left: Part, sign: str, right: Part) -> bool:
    """Whether two numbers can never compare so within their bounds; two constants are not asked."""
    if left.low == left.high and right.low == right.high:
        return False
    match sign:
        case "<":
            return left.low >= right.high
        case "<=":
            return left.low > right.high
        case ">":
            return left.high <= right.low
        case ">=":
            return left.high < right.low
        case "==":
            return left.high < right.low or left.low > right.high
    return False


def _ranged(part: Part) -> str:
    name = f"`{part.name}`" if part.variable else "the number"
    return f"{name} is never below {part.low} or above {part.high}"


def _flags(left: Part, sign: str, right: Part) -> Condition:
    """`flag == true` is the flag itself; two flags are compared as numbers."""
    for flag, truth in ((left, right), (right, left)):
        if flag.variable and isinstance(truth.number, Constant):
            is_true = (truth.number.value == 1) == (sign == "==")
            return IsTrue(flag.variable) if is_true else Not(IsTrue(flag.variable))
    assert left.number is not None and right.number is not None
    return Compare(cast(ComparisonSign, sign), left.number, right.number)
