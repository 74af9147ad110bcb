"""Conditions, promises and places in the words of an author."""

from __future__ import annotations

from typing import Literal

from game.story.conditions import (
    All,
    AnyOf,
    Arithmetic,
    Chose,
    Compare,
    Condition,
    Constant,
    CurrentChapter,
    Fixed,
    IsTrue,
    Negative,
    Not,
    Number,
    Read,
    Seen,
)
from game.story.effects import Effect
from game.story.model import DeckOffer, Promise, Story, Way
from game.story.prose import plain_text
from game.story.variables import Variable


def condition_words(condition: Condition | None, story: Story) -> str:
    """Return a condition as its author could have written it."""
    match condition:
        case None:
            return "true"
        case Fixed(value):
            return "true" if value else "false"
        case IsTrue(flag):
            return flag.id
        case Seen(scene):
            return f"seen({scene})"
        case Chose(scene, way):
            return f"chose({scene}.{way})"
        case Compare(sign, left, right):
            named = _named(left) or _named(right)
            return f"{_number(left, story, named)} {sign} {_number(right, story, named)}"
        case Not(part):
            return f"not {_inner(part, story)}"
        case All(parts):
            return " and ".join(_inner(part, story) for part in parts)
        case AnyOf(parts):
            return " or ".join(_inner(part, story) for part in parts)


def effect_words(effect: Effect, story: Story) -> str:
    """Return an effect as its author could have written it."""
    return f"{effect.variable.id} {effect.sign} {_value(effect, story)}"


def _value(effect: Effect, story: Story) -> str:
    if isinstance(effect.value, Constant):
        # Only a flag is set to `true`; what a number is raised by is no name either.
        return effect.variable.name_of(effect.value.value) if effect.sign == "=" else str(effect.value.value)
    return _number(effect.value, story, effect.variable if effect.variable.values else None)


def _inner(condition: Condition, story: Story) -> str:
    text = condition_words(condition, story)
    return f"({text})" if isinstance(condition, All | AnyOf) else text


def _named(number: Number) -> Variable | Literal["chapter"] | None:
    """What gives a bare number its name: a word, a fate, or the chapter it is compared with."""
    match number:
        case Read(variable) if variable.values:
            return variable
        case CurrentChapter():
            return "chapter"
        case _:
            return None


def _number(number: Number, story: Story, named: Variable | Literal["chapter"] | None) -> str:
    match number:
        case Constant(value):
            if isinstance(named, Variable) and named.minimum <= value <= named.maximum:
                return named.name_of(value)
            in_range = 0 <= value < len(story.chapters)
            return story.chapters[value].id if named == "chapter" and in_range else str(value)
        case Read(variable):
            return variable.id
        case CurrentChapter():
            return "chapter"
        case Negative(of):
            return f"-{_number(of, story, None)}"
        case Arithmetic(sign, left, right):
            return f"({_number(left, story, None)} {sign} {_number(right, story, None)})"


def promise_words(promise: Promise, story: Story) -> str:
    """Return a promise as its author could have written it."""
    match promise.kind:
        case "always" | "never":
            return f"{promise.kind}: {condition_words(promise.condition, story)}"
        case "reachable":
            return f"reachable: {promise.targets[0]}"
        case "every_path":
            return f"every_path: [{', '.join(promise.targets)}]"
        case "share":
            bound = f"{promise.bound / 10_000:g}%"
            limit = "at most" if promise.at_most else "at least"
            return f"share of {', '.join(promise.targets)} {limit} {bound}"


def way_words(entry: Way | DeckOffer) -> str:
    """Return a written way by its id, or its text, or the deck it offers."""
    if isinstance(entry, DeckOffer):
        return f"from_deck {entry.deck}"
    if entry.id:
        return entry.id
    return f"“{plain_text(entry.text)}”" if entry.text else f"to {entry.to}"


def quantity(number: int, noun: str) -> str:
    """Return `1 state`, `2,500 states`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
