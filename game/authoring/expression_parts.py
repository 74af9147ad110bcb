"""The typed parts of an expression, and the rules by which types go together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple, cast

from game.authoring.expression_words import Token
from game.authoring.guesses import Guesses, listed
from game.story.conditions import (
    Arithmetic,
    ArithmeticSign,
    Condition,
    Constant,
    CurrentChapter,
    Negative,
    Number,
    Read,
)
from game.story.effects import Effect, EffectSign
from game.story.variables import Variable

EXACT = 2**53
"""Beyond this the browser's numbers are no longer exact."""

AddSlip = Callable[..., None]


class Part(NamedTuple):
    """A piece: `kind` is number, flag, word, fate, chapter, truth, condition, bare or unknown.

    `low` and `high` bound a number. `closed` says that the piece stands in parentheses.
    """

    kind: str
    start: int
    end: int
    number: Number | None = None
    condition: Condition | None = None
    variable: Variable | None = None
    low: int = 0
    high: int = 0
    name: str = ""
    closed: bool = False


class Symbols:
    """The names that an expression may use; `may_stand_elsewhere` tells what an unread part may declare."""

    def __init__(
        self,
        variables: Mapping[str, Variable],
        chapters: Mapping[str, int],
        may_stand_elsewhere: Callable[[str], bool] = lambda name: False,
        broken: Collection[str] = (),
    ) -> None:
        self.variables = variables
        self.chapters = chapters
        self.may_stand_elsewhere = may_stand_elsewhere
        self.broken = broken

    def part(self, token: Token) -> Part:
        """Return the part that a name is."""
        name = token.text
        if variable := self.variables.get(name):
            kind = "number" if variable.kind == "meter" else variable.kind
            if name in self.broken:
                return Part("unknown", token.start, token.end)
            low, high = variable.minimum, variable.maximum
            return Part(kind, token.start, token.end, Read(variable), None, variable, low, high, name)
        if name == "chapter":
            return Part("chapter", token.start, token.end, CurrentChapter())
        if name in self.broken:
            return Part("unknown", token.start, token.end)
        return Part("bare", token.start, token.end, name=name)

    def is_value(self, name: str) -> bool:
        """Return whether a name is a value of some word or a fate."""
        return any(name in variable.values for variable in self.variables.values())

    def is_near(self, name: str) -> bool:
        """Return whether an unknown name is probably a misspelt variable."""
        return Guesses().nearest(name, self.variables) is not None

    def unknown(self, part: Part, slip: AddSlip) -> None:
        """Report a name that is none, unless a part that could not be read may declare it."""
        if self.may_stand_elsewhere(part.name):
            return
        owner = next(
            (variable.id for variable in self.variables.values() if part.name in variable.values), ""
        )
        if owner:
            slip("V134", part.start, part.end, name=part.name, owner=owner)
        else:
            slip("V101", part.start, part.end, name=part.name)

    def valued(self, part: Part, other: Part, slip: AddSlip) -> Part:
        """Return a bare word as the value that it names beside a word, a fate or the chapter."""
        if part.kind != "bare" or other.kind not in ("word", "fate", "chapter"):
            return part
        values = (
            list(self.chapters)
            if other.kind == "chapter"
            else other.variable.values
            if other.variable
            else ()
        )
        if part.name in values:
            return Part(other.kind, part.start, part.end, Constant(list(values).index(part.name)))
        if not self.may_stand_elsewhere(part.name):
            owner = "chapter" if other.kind == "chapter" else other.name
            slip("V108", part.start, part.end, name=part.name, owner=owner, values=tuple(values))
        return part._replace(kind="unknown")

    def effect(self, name: Token, sign: Token, value: Part, given: bool, slip: AddSlip) -> Effect | None:
        """Return the effect that sets, raises or lowers a variable."""
        target = self.part(name)
        if target.kind in ("bare", "chapter"):
            if target.kind == "chapter" or name.text in ("true", "false"):
                slip("V124", name.start, name.end, name=name.text)
            else:
                self.unknown(target, slip)
            return None
        variable = target.variable
        if variable is None:
            return None
        value = self.valued(value, target, slip)
        if value.kind == "unknown" or (value.kind == "condition" and value.condition is None):
            return None
        if value.kind == "bare" and (self.may_stand_elsewhere(value.name) or self.is_near(value.name)):
            self.unknown(value, slip)
            return None
        wanted = "truth" if variable.kind == "flag" else target.kind
        is_constant = isinstance(value.number, Constant) or (
            isinstance(value.number, Negative) and isinstance(value.number.of, Constant)
        )
        if sign.text != "=" and wanted != "number":
            slip("V111", sign.start, sign.end, sign=sign.text, name=name.text, kind=variable.kind)
        elif value.kind != wanted or value.number is None or (wanted != "number" and not is_constant):
            slip(
                "V125",
                value.start,
                value.end,
                name=name.text,
                kind=variable.kind,
                wants=_WANTS[variable.kind],
                values=listed(variable.values),
                help="no_asking" if value.kind == "condition" else _HELPS[variable.kind],
            )
        elif given and not is_constant:
            slip("V123", value.start, value.end, typed="a sum")
        elif given and not (variable.minimum <= value.low <= variable.maximum) and wanted == "number":
            slip("V126", value.start, value.end, name=name.text, low=variable.minimum, high=variable.maximum)
        else:
            return Effect(variable, cast(EffectSign, sign.text), value.number)
        return None


_WANTS = {
    "flag": "`true` or `false`",
    "number": "a whole number or a sum",
    "meter": "a whole number or a sum",
    "word": "one of its values",
    "fate": "a fate",
}
_HELPS = {
    "flag": "true_or_false",
    "number": "a_number",
    "meter": "a_number",
    "word": "known_values",
    "fate": "known_values",
}


def named(part: Part) -> str:
    """Return what a part is, in an author's words."""
    if part.variable:
        return f"`{part.name}` (a {part.variable.kind})"
    return {
        "number": "a number",
        "truth": "`true` or `false`",
        "condition": "a condition",
        "chapter": "`chapter`",
        "word": "a word's value",
        "fate": "a fate",
        "bare": f"`{part.name}` (a value)",
    }.get(part.kind, part.kind)


def multiplied(left: Part, sign: str, right: Part, symbols: Symbols, slip: AddSlip) -> Part:
    """Return the sum, difference or product of two parts."""
    broken = Part("unknown", left.start, right.end)
    for part in (left, right):
        if part.kind == "bare":
            symbols.unknown(part, slip)
        elif part.kind not in ("number", "unknown"):
            slip("V127", part.start, part.end, sign=sign, found=named(part))
    if left.kind != "number" or right.kind != "number" or left.number is None or right.number is None:
        return broken
    match sign:
        case "+":
            ends = [left.low + right.low, left.high + right.high]
        case "-":
            ends = [left.low - right.high, left.high - right.low]
        case _:
            ends = [one * two for one in (left.low, left.high) for two in (right.low, right.high)]
    low, high = min(ends), max(ends)
    if max(-low, high) > EXACT:
        slip("V115", left.start, right.end)
        return broken
    tree = Arithmetic(cast(ArithmeticSign, sign), left.number, right.number)
    return Part("number", left.start, right.end, tree, low=low, high=high)


def negative(start: int, part: Part, symbols: Symbols, slip: AddSlip) -> Part:
    """Return minus a part."""
    if part.kind == "bare":
        symbols.unknown(part, slip)
    elif part.kind not in ("number", "unknown"):
        slip("V127", part.start, part.end, sign="-", found=named(part))
    if part.kind != "number" or part.number is None:
        return Part("unknown", start, part.end)
    if isinstance(part.number, Constant):
        return part._replace(start=start, number=Constant(-part.number.value), low=-part.high, high=-part.low)
    return Part("number", start, part.end, Negative(part.number), low=-part.high, high=-part.low)
