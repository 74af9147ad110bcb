"""The ways out of a scene as an author sees them: open or closed, and why. No surface."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from game.desktop import author_words as words
from game.story.conditions import (
    Arithmetic,
    Compare,
    Condition,
    CurrentChapter,
    IsTrue,
    Negative,
    Number,
    Read,
    holds,
    parts_of,
    unmet,
)
from game.story.decks import offered
from game.story.model import Chance, Choices, DeckOffer, Ending, Next, Scene, Story, Way
from game.story.playthrough import Playthrough
from game.story.state import State

Written = Callable[[Condition, Story], str]
"""Says a condition as its author wrote it."""


class Exit(NamedTuple):
    """One way out: its id, the scene it leads to, whether it is open, and a remark or the reason."""

    name: str
    to: str
    is_open: bool
    why: str = ""


def exits(playthrough: Playthrough, written: Written) -> tuple[Exit, ...]:
    """Return all written ways out of the present scene, and every letter that waits for its deck."""
    story, state, scene = playthrough.story, playthrough.state, playthrough.scene
    match scene.exit:
        case Choices(entries):
            return tuple(_choices(story, state, entries, written))
        case Next(entries):
            return tuple(_next(story, state, entries, written))
        case Chance(entries):
            return tuple(_chance(story, state, entries, written))
        case Ending(id=id):
            return (Exit(id, "", True, words.WAY_ENDING),)


def _choices(
    story: Story, state: State, entries: Iterable[Way | DeckOffer], written: Written
) -> Iterator[Exit]:
    for entry in entries:
        if isinstance(entry, DeckOffer):
            yield from _letters(story, state, entry, written)
        elif holds(entry.condition, state):
            yield Exit(entry.id, entry.to, True)
        else:
            shown = words.WAY_LOCKED if entry.locked else words.WAY_HIDDEN
            yield Exit(entry.id, entry.to, False, f"{shown}, {why(entry.condition, story, state, written)}")


def _letters(story: Story, state: State, offer: DeckOffer, written: Written) -> Iterator[Exit]:
    lying = offered(story, offer, state)
    for scene in story.decks.get(offer.deck, ()):
        name = f"{offer.deck}/{scene.id}"
        if scene in lying:
            yield Exit(name, scene.id, True)
        else:
            yield Exit(name, scene.id, False, _why_not_lying(story, state, offer, scene, written))


def _why_not_lying(story: Story, state: State, offer: DeckOffer, scene: Scene, written: Written) -> str:
    place = scene.waits_in
    assert place is not None
    if not holds(offer.condition, state):
        return why(offer.condition, story, state, written)
    if scene.id in state.seen and not place.repeat:
        return words.WAY_READ
    if not holds(place.condition, state):
        return why(place.condition, story, state, written)
    return words.WAY_OVER_LIMIT.format(limit=offer.limit)


def _next(story: Story, state: State, entries: Iterable[Way], written: Written) -> Iterator[Exit]:
    is_taken = False
    for entry in entries:
        name = entry.id or "next"
        if not holds(entry.condition, state):
            yield Exit(name, entry.to, False, why(entry.condition, story, state, written))
        elif is_taken:
            yield Exit(name, entry.to, False, words.WAY_LATER)
        else:
            is_taken = True
            yield Exit(name, entry.to, True, words.WAY_TAKEN)


def _chance(story: Story, state: State, entries: tuple[Way, ...], written: Written) -> Iterator[Exit]:
    total = sum(entry.weight for entry in entries if holds(entry.condition, state))
    for entry in entries:
        if holds(entry.condition, state):
            weight = words.WAY_WEIGHT.format(weight=entry.weight, total=total)
            yield Exit(entry.id, entry.to, True, weight)
        else:
            yield Exit(entry.id, entry.to, False, why(entry.condition, story, state, written))


def why(condition: Condition | None, story: Story, state: State, written: Written) -> str:
    """Say what a condition still needs, and what the variables in it are now."""
    missing = unmet(condition, state)
    needs = words.WAY_NEEDS.format(condition=words.WAY_AND.join(written(part, story) for part in missing))
    now = dict.fromkeys(told for part in missing for told in _now(part, story, state))
    return f"{needs} ({', '.join(now)})" if now else needs


def _now(condition: Condition, story: Story, state: State) -> Iterator[str]:
    for part in parts_of(condition):
        match part:
            case IsTrue(flag):
                yield _is(flag.id, flag.name_of(state.values[flag.slot]))
            case Compare(_, left, right):
                yield from _values(left, story, state)
                yield from _values(right, story, state)


def _values(number: Number, story: Story, state: State) -> Iterator[str]:
    match number:
        case Read(variable):
            yield _is(variable.id, variable.name_of(state.values[variable.slot]))
        case CurrentChapter():
            yield _is("chapter", story.chapters[state.chapter].id)
        case Negative(of):
            yield from _values(of, story, state)
        case Arithmetic(_, left, right):
            yield from _values(left, story, state)
            yield from _values(right, story, state)


def _is(name: str, value: str) -> str:
    return words.WAY_NOW.format(name=name, value=value)
