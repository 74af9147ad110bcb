"""Minutes of random playthroughs: the source of medians, and of all figures where the exact cannot be had."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from game.explore.formulas import Formula
from game.explore.lengths import Pace, Wordage, wordage
from game.explore.rules import Rules
from game.explore.transitions import ALL, Reductions, Transitions
from game.explore.walks import MOST_STEPS, drawn
from game.story.model import Ending


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes of sampled stays: the median, the mean, and the shortest and longest that were met."""

    median: float
    mean: float
    least: float
    most: float


@dataclass(frozen=True)
class Sample:
    """What uniform walks met. `chapters` (by position) are of those walks that came there.

    `endings` says how many walks reached each, by id; `visited` how many came by each scene.
    """

    walks: int
    whole: Minutes
    chapters: dict[int, Minutes]
    endings: dict[str, int] = field(default_factory=dict)
    visited: dict[str, int] = field(default_factory=dict)

    @property
    def overlap(self) -> float:
        """How much of what one player sees another sees too."""
        seen = sum(self.visited.values())
        return sum(n * n for n in self.visited.values()) / seen / self.walks if seen else 0.0


def sample_minutes(rules: Rules, number: int, seed: int, pace: Pace) -> Sample | None:
    """Return what so many uniform walks met; None where none ended."""
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
    by_chapter = {chapter: _minutes(spent) for chapter, spent in sorted(chapters.items())}
    return Sample(number, _minutes(whole), by_chapter, counter.endings, counter.visited)


def _minutes(spent: list[float]) -> Minutes:
    return Minutes(statistics.median(spent), statistics.fmean(spent), min(spent), max(spent))


class _Counter:
    """Counts the words that a random walk reads, each page as it can look worked out once."""

    def __init__(
        self, transitions: Transitions, terms: list[Wordage], limited: dict[tuple[int, int], int]
    ) -> None:
        self.transitions, self.limited = transitions, limited
        self.terms: dict[tuple[int, tuple[int, int] | None], list[Wordage]] = {}
        for term in terms:
            self.terms.setdefault((term.place, term.road), []).append(term)
        self.known: dict[tuple[int, int, tuple[int, int] | None], int] = {}
        self.asked: dict[tuple[int, tuple[int, int] | None], tuple[int, Callable[[int], int]]] = {}
        self.endings: dict[str, int] = {}
        self.visited: dict[str, int] = {}

    def words(self, state: int, place: int, road: tuple[int, int] | None) -> int:
        """Return the words of a page, or of the result of a road that leads to it."""
        terms = self.terms.get((place, road))
        if not terms:
            return 0
        if (place, road) not in self.asked:
            formulas = [term.formula for term in terms]
            bits = self.transitions.bits_read(place, formulas)
            self.asked[place, road] = bits, self.transitions.truths(place, formulas)
        bits, truths = self.asked[place, road]
        # States are many, and hardly ever met twice: what is kept is what its words depend on.
        key = (state & bits, place, road)
        if key not in self.known:
            truth = truths(state)
            self.known[key] = sum(t.words for i, t in enumerate(terms) if truth >> i & 1)
        return self.known[key]

    def play(self, chance: Callable[[], float], pace: Pace) -> dict[int, float]:
        """Play once; return the minutes in each chapter, or nothing where the walk does not end."""
        places = self.transitions.rules.places
        state, is_return, minutes = self.transitions.start, False, dict[int, float]()
        seen = set[str]()
        for _ in range(MOST_STEPS):
            place = places[self.transitions.place_of(state)]
            roads = self.transitions.ways(place.index)(state) if place.roads else []
            words = 0
            if place.is_shown:
                seen.add(place.scene)
            if not is_return:
                words = self.words(state, place.index, None)
                words += sum(self.limited.get((place.index, road), 0) for road in roads[::2])
            if not roads:
                minutes[place.chapter] = minutes.get(place.chapter, 0.0) + pace.minutes(words, 0)
                for scene in seen:
                    self.visited[scene] = self.visited.get(scene, 0) + 1
                exit = self.transitions.rules.story.scenes[place.scene].exit
                if place.is_ending and isinstance(exit, Ending):
                    self.endings[exit.id] = self.endings.get(exit.id, 0) + 1
                return minutes if place.kind == "end" else {}
            if place.kind == "chance":
                at = drawn(roads, [road.weight for road in place.roads], chance())
            else:
                at = int(chance() * (len(roads) >> 1)) << 1
            taken = place.roads[roads[at]]
            state, is_return = roads[at + 1], taken.is_return
            words += self.words(state, taken.to, (place.index, roads[at]))
            spent = pace.minutes(words, 1 if place.is_decision else 0)
            minutes[place.chapter] = minutes.get(place.chapter, 0.0) + spent
        return {}
