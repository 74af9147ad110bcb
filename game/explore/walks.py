"""Random playthroughs, seeded: the complement of a proof, and the only source of medians."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from game.explore.formulas import Formula
from game.explore.lengths import Pace, Wordage, wordage
from game.explore.rules import Rules
from game.explore.transitions import ALL, Reductions, Transitions
from game.story.model import DeckOffer

Order = Literal["uniform", "least-used"]

MOST_STEPS = 10_000
"""A walk that has not ended after so many steps is given up, and counted as unended."""


@dataclass
class Walks:
    """How often walks came by: `scenes` entered (returns to a desk not counted), `ways` taken."""

    walks: int
    seed: int
    order: Order
    choices: int = 0
    unended: int = 0
    scenes: dict[str, int] = field(default_factory=dict)
    ways: dict[tuple[str, str], int] = field(default_factory=dict)
    endings: dict[str, int] = field(default_factory=dict)


def walk(rules: Rules, number: int, seed: int = 1, order: Order = "uniform") -> Walks:
    """Play at random so many times; with "least-used" the way taken least often so far comes first."""
    transitions = Transitions(rules)
    places, shift = rules.places, transitions.packing.place_shift
    ways = [transitions.ways(place.index) if place.roads else _nowhere for place in places]
    begins = [0]
    for place in places:
        begins.append(begins[-1] + len(place.roads))
    hits, chance = [0] * begins[-1], Random(seed).random
    weights = [[r.weight for r in place.roads] if place.kind == "chance" else None for place in places]
    found, ended, least_used = Walks(number, seed, order), [0] * len(places), order == "least-used"
    start, made = transitions.start, 0
    for _ in range(number):
        state = start
        for _ in range(MOST_STEPS):
            here = state >> shift
            roads = ways[here](state)
            if not roads:
                ended[here] += 1
                break
            at = 0
            if len(roads) > 2:
                if (weight := weights[here]) is not None:
                    at = _drawn(roads, weight, chance())
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
    _count(rules, found, hits, begins, ended)
    return found


def _nowhere(state: int) -> list[int]:
    return []


def _drawn(roads: list[int], weights: list[int], lot: float) -> int:
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


@dataclass(frozen=True)
class Sample:
    """Median minutes of sampled playthroughs, and of each chapter (by position) among those that met it."""

    walks: int
    whole: float
    chapters: dict[int, float]


def sample_minutes(rules: Rules, number: int, seed: int, pace: Pace) -> Sample | None:
    """Return the medians of so many uniform walks; None where none ended."""
    terms, limited = wordage(rules)
    asked: dict[int, list[Formula]] = {}
    for term in terms:
        asked.setdefault(term.place, []).append(term.formula)
    # Nothing is searched, so that all passages can be remembered at once.
    transitions = Transitions(rules, asked, reductions=Reductions(merging=False, sums=ALL.sums))
    counter = _Counter(transitions, terms, limited)
    chance, whole, chapters = Random(seed).random, list[float](), dict[int, list[float]]()
    for _ in range(number):
        minutes = counter.play(chance, pace)
        if minutes:
            whole.append(sum(minutes.values()))
            for chapter, spent in minutes.items():
                chapters.setdefault(chapter, []).append(spent)
    if not whole:
        return None
    medians = {chapter: statistics.median(spent) for chapter, spent in sorted(chapters.items())}
    return Sample(number, statistics.median(whole), medians)


class _Counter:
    """Counts the words that a random walk reads, each page of each state worked out once."""

    def __init__(
        self, transitions: Transitions, terms: list[Wordage], limited: dict[tuple[int, int], int]
    ) -> None:
        self.transitions, self.limited = transitions, limited
        self.terms: dict[tuple[int, tuple[int, int] | None], list[Wordage]] = {}
        for term in terms:
            self.terms.setdefault((term.place, term.road), []).append(term)
        self.known: dict[tuple[int, tuple[int, int] | None], int] = {}
        self.truths: dict[tuple[int, tuple[int, int] | None], Callable[[int], int]] = {}

    def words(self, state: int, place: int, road: tuple[int, int] | None) -> int:
        """Return the words of a page, or of the result of a road that leads to it."""
        terms = self.terms.get((place, road))
        if not terms:
            return 0
        if (state, road) not in self.known:
            if (place, road) not in self.truths:
                formulas = [term.formula for term in terms]
                self.truths[place, road] = self.transitions.truths(place, formulas)
            truth = self.truths[place, road](state)
            self.known[state, road] = sum(t.words for i, t in enumerate(terms) if truth >> i & 1)
        return self.known[state, road]

    def play(self, chance: Callable[[], float], pace: Pace) -> dict[int, float]:
        """Play once; return the minutes in each chapter, or nothing where the walk does not end."""
        places = self.transitions.rules.places
        state, is_return, minutes = self.transitions.start, False, dict[int, float]()
        for _ in range(MOST_STEPS):
            place = places[self.transitions.place_of(state)]
            roads = self.transitions.ways(place.index)(state) if place.roads else []
            words = 0
            if not is_return:
                words = self.words(state, place.index, None)
                words += sum(self.limited.get((place.index, road), 0) for road in roads[::2])
            if not roads:
                minutes[place.chapter] = minutes.get(place.chapter, 0.0) + pace.minutes(words, 0)
                return minutes if place.kind == "end" else {}
            if place.kind == "chance":
                at = _drawn(roads, [road.weight for road in place.roads], chance())
            else:
                at = int(chance() * (len(roads) >> 1)) << 1
            taken = place.roads[roads[at]]
            state, is_return = roads[at + 1], taken.is_return
            words += self.words(state, taken.to, (place.index, roads[at]))
            spent = pace.minutes(words, 1 if place.is_decision else 0)
            minutes[place.chapter] = minutes.get(place.chapter, 0.0) + spent
        return {}
