"""Random playthroughs, seeded: the complement of a proof."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Literal

from game.explore.rules import Rules
from game.explore.transitions import Transitions
from game.story.model import DeckOffer

Order = Literal["uniform", "least-used"]

MOST_STEPS = 10_000
"""A walk that has not ended after so many steps is given up, and counted as unended."""


@dataclass
class Walks:
    """How often walks came by: `scenes` entered (returns to a desk not counted), `ways` taken.

    `met` counts each walk once, however often it came by the scene.
    """

    walks: int
    seed: int
    order: Order
    choices: int = 0
    unended: int = 0
    scenes: dict[str, int] = field(default_factory=dict)
    ways: dict[tuple[str, str], int] = field(default_factory=dict)
    endings: dict[str, int] = field(default_factory=dict)
    met: dict[str, int] = field(default_factory=dict)


def walk(rules: Rules, number: int, seed: int = 1, order: Order = "uniform") -> Walks:
    """Play at random so many times; with "least-used" the way taken least often so far comes first."""
    transitions = Transitions(rules)
    places, shift = rules.places, transitions.packing.place_shift
    ways = [transitions.ways(place.index) if place.roads else _nowhere for place in places]
    begins = [0]
    for place in places:
        begins.append(begins[-1] + len(place.roads))
    hits, chance = [0] * begins[-1], Random(seed).random
    first_of: dict[str, int] = {}
    weights = [[r.weight for r in place.roads] if place.kind == "chance" else None for place in places]
    found, ended, least_used = Walks(number, seed, order), [0] * len(places), order == "least-used"
    start, made = transitions.start, 0
    times, last = [0] * len(places), [-1] * len(places)
    for place in places:
        # A scene has one count, however many places it has (a letter: one for each desk).
        first_of.setdefault(place.scene, place.index)
    home = [first_of[place.scene] for place in places]
    for turn in range(number):
        state = start
        for _ in range(MOST_STEPS):
            here = state >> shift
            if last[home[here]] != turn:
                last[home[here]] = turn
                times[home[here]] += 1
            roads = ways[here](state)
            if not roads:
                ended[here] += 1
                break
            at = 0
            if len(roads) > 2:
                if (weight := weights[here]) is not None:
                    at = drawn(roads, weight, chance())
                elif least_used:
                    at = _least(roads, hits, begins[here], chance())
                else:
                    at = int(chance() * (len(roads) >> 1)) << 1
            hits[begins[here] + roads[at]] += 1
            state = roads[at + 1]
            made += 1
        else:
            found.unended += 1
    found.choices = made
    found.met = {scene: times[place] if places[place].is_shown else 0 for scene, place in first_of.items()}
    _count(rules, found, hits, begins, ended)
    return found


def _nowhere(state: int) -> list[int]:
    return []


def drawn(roads: list[int], weights: list[int], lot: float) -> int:
    """Return where in a list of road, state, road, state ... the drawn road stands; `lot` is in 0..1."""
    left = lot * sum([weights[road] for road in roads[::2]])
    for at in range(0, len(roads), 2):
        left -= weights[roads[at]]
        if left < 0:
            return at
    return len(roads) - 2


def _least(roads: list[int], hits: list[int], begin: int, lot: float) -> int:
    fewest = min([hits[begin + road] for road in roads[::2]])
    least = [at for at in range(0, len(roads), 2) if hits[begin + roads[at]] == fewest]
    return least[int(lot * len(least))]


def _count(rules: Rules, found: Walks, hits: list[int], begins: list[int], ended: list[int]) -> None:
    found.scenes = dict.fromkeys(rules.story.scenes, 0)
    found.scenes[rules.places[rules.first].scene] += found.walks
    for place in rules.places:
        if place.is_ending:
            found.endings[place.scene] = found.endings.get(place.scene, 0) + ended[place.index]
        for position, road in enumerate(place.roads):
            taken = hits[begins[place.index] + position]
            name = f"{road.entry.deck}/{road.letter}" if isinstance(road.entry, DeckOffer) else road.entry.id
            key = (place.scene, name or f"next {position + 1}")
            found.ways[key] = found.ways.get(key, 0) + taken
            if not road.is_return and rules.places[road.to].is_shown:
                found.scenes[rules.places[road.to].scene] += taken
