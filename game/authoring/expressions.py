"""Conditions and effects: text -> trees, every name checked with its type, with the places of slips."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from game.authoring.expression_compare import asked_last, compared
from game.authoring.expression_parts import Part, Symbols, multiplied, negative
from game.authoring.expression_slips import condition_slip, effect_slip
from game.authoring.expression_words import MOST_SIGNS, Token, tokens
from game.authoring.prose_parser import Mention, Slip
from game.story.conditions import All, AnyOf, Chose, Condition, Constant, Fixed, IsTrue, Not, Number, Seen
from game.story.effects import Effect

LIMIT = 1_000_000
"""Numbers stay within -LIMIT..LIMIT."""

WARNINGS = frozenset({"V132"})
"""Slips with which an expression still has its meaning."""

_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})
_POWERS = {"or": 1, "and": 2, "=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6} | dict.fromkeys(_COMPARISONS, 4)


class ParsedCondition(NamedTuple):
    """A condition's tree (None where it is wrong), its slips, and the scenes and ways that it names."""

    tree: Condition | None
    slips: tuple[Slip, ...]
    mentions: tuple[Mention, ...]


class ParsedEffect(NamedTuple):
    """An effect (None where it is wrong) and its slips."""

    effect: Effect | None
    slips: tuple[Slip, ...]


class _Stop(Exception):
    """The expression cannot be read any further; the slip is reported."""


def parse_condition(text: str, symbols: Symbols) -> ParsedCondition:
    """Parse a condition."""
    parser = _Parser(text, symbols)
    try:
        part = parser.expression(0)
        parser.expect_end()
        tree = parser.condition(part)
    except _Stop:
        tree = None
    if parser.slips and len(text) <= MOST_SIGNS and (meant := condition_slip(text, symbols)):
        return ParsedCondition(None, (meant,), ())
    slips = tuple(sorted(parser.slips, key=lambda slip: slip.start))
    is_wrong = any(slip.code not in WARNINGS for slip in slips)
    return ParsedCondition(None if is_wrong else tree, slips, tuple(parser.mentions))


def parse_effect(text: str, symbols: Symbols, *, given: bool = False) -> ParsedEffect:
    """Parse an effect; with `given` only `name = value` counts."""
    parser = _Parser(text, symbols)
    try:
        effect = parser.effect(given)
    except _Stop:
        effect = None
    if parser.slips and len(text) <= MOST_SIGNS and (meant := effect_slip(text, symbols)):
        return ParsedEffect(None, (meant,))
    slips = tuple(sorted(parser.slips, key=lambda slip: slip.start))
    return ParsedEffect(None if slips else effect, slips)


class _Parser:
    def __init__(self, text: str, symbols: Symbols) -> None:
        self.text = text
        self.symbols = symbols
        self.tokens, self.slips = tokens(text, symbols.variables)
        self.at = 0
        self.mentions: list[Mention] = []

    def slip(self, code: str, start: int, end: int, **values: object) -> None:
        """Add a slip, unless the same place has one already."""
        if not any(other.start == start for other in self.slips):
            self.slips.append(Slip(code, start, end, values))

    def stop(self, code: str, token: Token, **values: object) -> _Stop:
        """Add a slip at a token and return what ends the parsing."""
        # After a slip of spelling the rest is often out of joint; the first finding says enough.
        if not self.slips:
            self.slip(code, token.start, token.end, **values)
        return _Stop()

    def take(self) -> Token:
        """Return the next token and step past it."""
        token = self.tokens[self.at]
        self.at += token.kind != "end"
        return token

    def expect(self, sign: str, after: str) -> Token:
        """Step past a sign that must follow."""
        token = self.tokens[self.at]
        if token.text != sign:
            raise self.unexpected(token, f"`{sign}`", after)
        return self.take()

    def unexpected(self, token: Token, wanted: str, after: str = "") -> _Stop:
        """Return the stop for a token that cannot stand where it stands."""
        found = f"`{token.text}`" if token.text else "the end"
        return self.stop(
            "V102", token, found=found, wanted=wanted, after=f"after `{after}`" if after else "here"
        )

    def expect_end(self) -> None:
        """Refuse whatever follows a complete expression."""
        token = self.tokens[self.at]
        if token.kind != "end":
            before = self.tokens[self.at - 1].text if self.at else ""
            raise self.unexpected(token, "`and`, `or` or the end", before)

    def expression(self, power: int) -> Part:
        """Parse what binds more tightly than `power`."""
        left = self.operand()
        was_compared: Token | None = None
        while (token := self.tokens[self.at]).kind == "sign" and _POWERS.get(token.text, 0) > power:
            self.take()
            if token.text in "/%":
                raise self.stop("V120", token, typed=token.text)
            if token.text in ("and", "or"):
                left = self.joined(left, token, self.expression(_POWERS[token.text]))
                continue
            if token.text == "=":
                self.slip("V103", token.start, token.end)
            sign = "==" if token.text == "=" else token.text
            right = self.expression(_POWERS[token.text])
            if sign in _COMPARISONS:
                if was_compared:
                    raise self.stop("V109", token, first=was_compared.text)
                was_compared = token
                left = compared(left, sign, right, token, self.symbols, self.slip)
            else:
                left = multiplied(left, sign, right, self.symbols, self.slip)
        return left

    def joined(self, left: Part, token: Token, right: Part) -> Part:
        """Join two conditions with `and` or `or`, longer chains in one."""
        one = self.condition(left)
        if right.kind == "bare" and (asked := asked_last(one)) and right.name in asked.values:
            # `a == b or c`: what was asked is not asked again by itself.
            self.slip("V134", right.start, right.end, name=right.name, owner=asked.id)
            return Part("condition", left.start, right.end)
        two = self.condition(right)
        if one is None or two is None:
            return Part("condition", left.start, right.end)
        kind = All if token.text == "and" else AnyOf
        parts = one.parts if isinstance(one, kind) and not left.closed else (one,)
        return Part("condition", left.start, right.end, condition=kind((*parts, two)))

    def operand(self) -> Part:
        """Parse a number, a name, a call, or something in parentheses."""
        token = self.take()
        if token.kind == "number":
            value = int(token.text)
            if value > LIMIT:
                self.slip("V114", token.start, token.end, typed=token.text)
                value = 0
            return Part("number", token.start, token.end, Constant(value), low=value, high=value)
        if token.text == "(":
            part = self.expression(0)
            closing = self.expect(")", self.text[part.start : part.end])
            return part._replace(start=token.start, end=closing.end, closed=True)
        if token.text == "not":
            part = self.expression(3)
            inner = self.condition(part)
            return Part("condition", token.start, part.end, condition=Not(inner) if inner else None)
        if token.text == "-":
            return negative(token.start, self.expression(7), self.symbols, self.slip)
        if token.kind == "name":
            return self.name(token)
        raise self.unexpected(
            token, "a name or a number", self.tokens[self.at - 2].text if self.at > 1 else ""
        )

    def name(self, token: Token) -> Part:
        """Parse a name and what may follow it."""
        following = self.tokens[self.at].text
        if token.text in ("seen", "chose"):
            return self.visit(token)
        if following == "." and token.text not in self.symbols.variables:
            ways = self.dotted(token)
            raise self.stop("V121", token._replace(end=ways[-1].end), typed=".".join(w.text for w in ways))
        if token.text in ("true", "false"):
            value = int(token.text == "true")
            return Part("truth", token.start, token.end, Constant(value), Fixed(bool(value)))
        return self.symbols.part(token)

    def dotted(self, first: Token) -> list[Token]:
        """Return a name and the names that follow it after dots."""
        names = [first]
        while self.tokens[self.at].text == ".":
            self.take()
            if self.tokens[self.at].kind not in ("name", "number"):
                raise self.unexpected(self.tokens[self.at], "a name", ".")
            names.append(self.take())
        return names

    def visit(self, token: Token) -> Part:
        """Parse `seen(scene)` or `chose(scene.choice)`."""
        if self.tokens[self.at].text != "(":
            raise self.stop("V122", token, typed=token.text)
        self.take()
        first = self.take()
        if first.kind != "name":
            raise self.stop("V122", first if first.text else token, typed=token.text)
        names = self.dotted(first)
        if self.tokens[self.at].text == ",":
            comma = self.take()
            second = self.take().text
            if token.text == "chose":
                raise self.stop("V112", comma, first=first.text, second=second)
            raise self.stop("V122", comma, typed=token.text)
        closing = self.expect(")", names[-1].text)
        if len(names) != (1 if token.text == "seen" else 2):
            raise self.stop("V122", Token("name", "", first.start, names[-1].end), typed=token.text)
        name = ".".join(word.text for word in names)
        kind = "scene" if token.text == "seen" else "way"
        self.mentions.append(Mention(kind, name, first.start, names[-1].end))
        tree: Condition = Seen(name) if token.text == "seen" else Chose(names[0].text, names[1].text)
        return Part("condition", token.start, closing.end, condition=tree, closed=True)

    def condition(self, part: Part) -> Condition | None:
        """Return a part as a condition, or None after a slip."""
        match part.kind:
            case "condition" | "truth":
                return part.condition
            case "flag" if part.variable:
                return IsTrue(part.variable)
            case "bare":
                self.symbols.unknown(part, self.slip)
            case "number" | "word" | "fate" | "chapter":
                self.slip(
                    "V110", part.start, part.end, typed=self.text[part.start : part.end], kind=part.kind
                )
        return None

    def effect(self, given: bool) -> Effect | None:
        """Parse `name = value`, `name += number`, `name -= number`."""
        name, sign = self.take(), self.take()
        if name.kind != "name" or sign.text not in ("=", "+=", "-="):
            if name.kind == "name" and sign.text == "==":
                self.slip("V104", sign.start, sign.end)
                sign = sign._replace(text="=")
            elif name.kind == "name" and sign.text in ("+", "-") and self.tokens[self.at].text == "=":
                sign = Token("sign", sign.text + "=", sign.start, self.take().end)
            else:
                whole = Token("name", "", 0, len(self.text))
                raise self.stop("V113", whole, typed=self.text.strip())
        if given and sign.text != "=":
            raise self.stop("V123", sign, typed=f"`{sign.text}`")
        if sign.text == "=" and self.text[sign.end : sign.end + 1] in ("-", "+"):
            turned, rest = self.text[sign.end], self.text[sign.end + 1 :].strip()
            end = sign.end + 1
            kept = turned if turned == "-" else ""
            raise self.stop("V131", sign._replace(end=end), name=name.text, sign=turned, kept=kept, rest=rest)
        value = self.expression(0)
        self.expect_end()
        return self.symbols.effect(name, sign, value, given, self.slip)


SlipAdder = Callable[..., None]
Values = Mapping[str, object]
Tree = Condition | Number
