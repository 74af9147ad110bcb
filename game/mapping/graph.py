"""The scene graph of a story: scenes, trays of letters, and the arrows between them.

The ways from one scene to another are one arrow: three choices that lead to the same scene are one line in
the picture, and three labels on it. A letter's way back to its desk is no arrow; its tray's arrow says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from game.explore.wording import condition_words
from game.mapping.heat import Heat
from game.story.model import RETURN, Chance, Choices, DeckOffer, Story, Way
from game.story.prose import plain_text

ArrowKind = Literal["choice", "continue", "chance", "tray"]


@dataclass(frozen=True, slots=True)
class WayLabel:
    """What an arrow says of one written way; `share` is a draw's: `75 %`, or `weight 3` where it varies."""

    id: str
    text: str = ""
    condition: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """All ways from one scene to another, or from a desk to a tray (whose `name` is then the target)."""

    source: str
    target: str
    kind: ArrowKind
    ways: tuple[WayLabel, ...]

    @property
    def is_conditional(self) -> bool:
        """Whether every way has a condition, so that the arrow may be closed as a whole."""
        return all(way.condition for way in self.ways)


@dataclass(frozen=True, slots=True)
class Tray:
    """The letters of one deck that belong to one chapter, in the order in which they are offered.

    `name` is unlike any scene's id. `returns` says whether some letter leads back to its desk.
    """

    name: str
    deck: str
    chapter: str
    letters: tuple[str, ...]
    returns: bool


@dataclass(frozen=True, slots=True)
class StoryGraph:
    """The graph; `reached` are the scenes to which the links lead, whatever the conditions say."""

    story: Story
    trays: tuple[Tray, ...]
    arrows: tuple[Arrow, ...]
    reached: frozenset[str]
    heat: Heat | None = None

    def desks_of(self, deck: str) -> tuple[str, ...]:
        """Return the ids of the scenes that offer a deck."""
        return _desks(self.story).get(deck, ())


def graph_of(story: Story, heat: Heat | None = None) -> StoryGraph:
    """Return the graph of a story, with how often its scenes are reached where that is to be shown."""
    trays = tuple(_trays(story))
    arrows = (*_scene_arrows(story), *_tray_arrows(story, trays))
    return StoryGraph(story, trays, arrows, _reached(story), heat)


def _desks(story: Story) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for scene in story.scenes.values():
        for entry in scene.entries:
            if isinstance(entry, DeckOffer):
                found.setdefault(entry.deck, {})[scene.id] = None
    return {deck: tuple(desks) for deck, desks in found.items()}


def _trays(story: Story) -> Iterator[Tray]:
    for deck, letters in story.decks.items():
        for chapter in dict.fromkeys(letter.chapter for letter in letters):
            own = tuple(letter for letter in letters if letter.chapter == chapter)
            returns = any(isinstance(e, Way) and e.to == RETURN for letter in own for e in letter.entries)
            # A slash stands in no id.
            yield Tray(f"{chapter}/{deck}", deck, chapter, tuple(letter.id for letter in own), returns)


def _scene_arrows(story: Story) -> Iterator[Arrow]:
    for scene in story.scenes.values():
        kind: ArrowKind = (
            "choice"
            if isinstance(scene.exit, Choices)
            else "chance"
            if isinstance(scene.exit, Chance)
            else "continue"
        )
        ways = [entry for entry in scene.entries if isinstance(entry, Way)]
        shares = _shares(ways) if kind == "chance" else [""] * len(ways)
        found: dict[str, list[WayLabel]] = {}
        for way, share in zip(ways, shares, strict=True):
            if way.to != RETURN:
                condition = condition_words(way.condition, story) if way.condition else ""
                label = WayLabel(way.id, " ".join(plain_text(way.text).split()), condition, share)
                found.setdefault(way.to, []).append(label)
        yield from (Arrow(scene.id, target, kind, tuple(labels)) for target, labels in found.items())


def _shares(ways: list[Way]) -> list[str]:
    """How often each is drawn: a share of all, unless a condition can take some of them away."""
    if any(way.condition for way in ways):
        return [f"weight {way.weight}" for way in ways]
    total = sum(way.weight for way in ways)
    return [f"{100 * way.weight / total:.3g} %" if total else "" for way in ways]


def _tray_arrows(story: Story, trays: tuple[Tray, ...]) -> Iterator[Arrow]:
    """A desk offers its whole deck; it is tied to its chapter's tray, to others' where that has none."""
    desks = _desks(story)
    for tray in trays:
        own = [desk for desk in desks.get(tray.deck, ()) if story.scenes[desk].chapter == tray.chapter]
        filled = {other.chapter for other in trays if other.deck == tray.deck}
        strangers = [
            desk
            for desk in desks.get(tray.deck, ())
            if desk not in own and (not own or story.scenes[desk].chapter not in filled)
        ]
        for desk in (*own, *strangers):
            offers = [e for e in story.scenes[desk].entries if isinstance(e, DeckOffer)]
            labels = (
                WayLabel(
                    f"from_deck {offer.deck}",
                    "" if offer.limit is None else f"at most {offer.limit} at once",
                    condition_words(offer.condition, story) if offer.condition else "",
                )
                for offer in offers
                if offer.deck == tray.deck
            )
            yield Arrow(desk, tray.name, "tray", tuple(labels))


def _reached(story: Story) -> frozenset[str]:
    waiting = [story.start, *(c.start for c in story.chapters), *(n.close for n in story.lessons if n.close)]
    reached = set[str]()
    while waiting:
        scene = waiting.pop()
        if scene in reached:
            continue
        reached.add(scene)
        for entry in story.scenes[scene].entries:
            if isinstance(entry, DeckOffer):
                waiting += [letter.id for letter in story.decks.get(entry.deck, ())]
            elif entry.to != RETURN:
                waiting.append(entry.to)
    return frozenset(reached)
