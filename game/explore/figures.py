"""Exact figures over all playthroughs: how many, how they end, how long they are, what they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise

from game.explore.flows import LoopTooLarge, visits
from game.explore.graph import Graph, graph_of
from game.explore.lengths import Pace, decisions_made, words_read
from game.explore.loops import hopeless
from game.explore.measuring import Length, Measure
from game.explore.proof import Proof
from game.explore.reading import read_rules
from game.explore.sampling import Minutes, sample_minutes
from game.explore.search import Limits, Search, search
from game.explore.spans import UNBOUNDED, counts, road_back, spans
from game.explore.transitions import Transitions
from game.explore.visiting import Visiting
from game.story.model import Ending, Lesson
from game.story.playthrough import Playthrough
from game.story.starts import lesson_start

SAMPLED_IN_PLACE = 20_000
"""So many walks stand in for exact figures where these would take too long."""

MOST_IN_FRACTIONS = 20_000
"""Up to so many states, and with no loop, shares are reckoned in exact fractions; beyond, in floats."""


@dataclass(frozen=True)
class RoadFigure:
    """One road to an ending, and how long it takes. `decisions` is infinite where a loop can prolong it."""

    decisions: float
    minutes: float
    playthrough: Playthrough | None


@dataclass(frozen=True)
class EndingFigure:
    """One ending. `playthroughs` is None where a loop makes them endless."""

    id: str
    title: str
    share: Fraction | float
    playthroughs: int | None
    shortest: RoadFigure | None
    longest: RoadFigure | None


@dataclass(frozen=True)
class Stretch:
    """A chapter or a lesson: its length, and the minutes that the pack claims.

    Of a lesson also how it ends: the share of each ending in it, and of those who go on beyond it.
    """

    id: str
    title: str
    length: Length | None
    claimed: int | None
    endings: Mapping[str, Fraction | float] = field(default_factory=dict)
    goes_on: float = 0.0


@dataclass
class Figures:
    """All figures. `visited` is the probability of each scene, `met` of each fact. `stuck` never end.

    `goes_on`: the share of those who leave the chapter or lesson that was explored by itself.
    `lacks_means`: the mean words and minutes lack passages that only slices could judge, and must be sampled.
    `overlap`: how much of what one player sees another sees too. `unknown` says what was not worked out.
    """

    playthroughs: int | None
    endings: list[EndingFigure]
    whole: Length
    chapters: list[Stretch]
    lessons: list[Stretch]
    visited: dict[str, float]
    met: dict[str, float]
    overlap: float
    stuck: float
    goes_on: float
    arithmetic: str
    lacks_means: bool = False
    unknown: list[str] = field(default_factory=list)


def figures(
    proof: Proof,
    graph: Graph,
    pace: Pace | None = None,
    limits: Limits | None = None,
    *,
    lessons: bool = True,
    most_pushed: int | None = None,
) -> Figures:
    """Return all figures, those of lessons from their own starts. Raises LoopTooLarge."""
    pace, limits = pace or Pace(), limits or Limits()
    story, visiting = proof.story, Visiting(graph)
    measure = Measure(visiting, pace, limits, most_pushed=most_pushed)
    shares, arithmetic = ending_shares(graph)
    useful = _useful(graph)
    numbers = counts(graph, useful)
    visited = {
        scene: visiting.probability(place.index for place in proof.rules.places_of(scene))
        for scene in story.scenes
    }
    weight, gone = sum(visited.values()), _goes_on(visiting)
    found = Figures(
        None,
        _endings(proof.core, graph, shares, numbers, pace),
        measure.whole(),
        [
            Stretch(chapter.id, chapter.title, measure.chapter(position), chapter.minutes)
            for position, chapter in enumerate(story.chapters)
        ],
        [],
        visited,
        {fact: _fact(visiting, fact) for fact in story.facts},
        sum(p * p for p in visited.values()) / weight if weight else 0.0,
        max(0.0, 1.0 - float(sum(shares.values())) - gone),
        gone,
        arithmetic,
    )
    found.playthroughs = None if numbers is None else sum(numbers[n] for n in _ends(graph))
    found.lacks_means = measure.is_sampled_wanted
    if measure.bound:
        found.unknown.append(f"mean words: a slice was bounded by {measure.bound}")
    for lesson in story.lessons if lessons else ():
        stretch, bound = _lesson(proof, lesson, pace, limits, most_pushed)
        found.lessons.append(stretch)
        if bound:
            found.unknown.append(f"lesson {lesson.id}: bounded by {bound}")
    return found


def ending_shares(graph: Graph) -> tuple[dict[str, Fraction | float], str]:
    """Return each ending's probability under uniform choice, and what it was reckoned in."""
    if graph.states <= MOST_IN_FRACTIONS and not any(len(loop) > 60 for loop in graph.loops):
        return exact_shares(graph), "exact fractions"
    return _by_ending(graph, visits(graph, 1.0)[0]), "floats (sums of positive numbers only)"


def exact_shares(graph: Graph) -> dict[str, Fraction | float]:
    """Return each ending's share as an exact fraction."""
    return _by_ending(graph, visits(graph, Fraction(1))[0])


def _by_ending(graph: Graph, flow: Sequence[Fraction] | Sequence[float]) -> dict[str, Fraction | float]:
    shares: dict[str, Fraction | float] = {}
    rules = graph.search.transitions.rules
    for place in rules.places:
        exit = rules.story.scenes[place.scene].exit
        if place.is_ending and isinstance(exit, Ending):
            total = sum(flow[n] for n in graph.numbers(place.index))
            shares[exit.id] = shares.get(exit.id, 0) + total
    return shares


def _ends(graph: Graph) -> list[int]:
    places = graph.search.transitions.rules.places
    return [n for place in places if place.kind == "end" for n in graph.numbers(place.index)]


def _useful(graph: Graph) -> bytearray:
    useful = bytearray(b"\1" * graph.states)
    for state in hopeless(graph, _ends(graph)):
        useful[state] = 0
    return useful


def _endings(
    core: Search,
    graph: Graph,
    shares: Mapping[str, Fraction | float],
    numbers: list[int] | None,
    pace: Pace,
) -> list[EndingFigure]:
    rules = core.transitions.rules
    costs = [0.0] * len(graph.to)
    for place in rules.places:
        begin, end = (graph.first[graph.begins[place.index + i]] for i in (0, 1))
        if place.is_decision:
            costs[begin:end] = [1.0] * (end - begin)
    found = spans(graph, costs, costs)
    figures_: list[EndingFigure] = []
    for scene in rules.story.scenes.values():
        if not isinstance(scene.exit, Ending):
            continue
        at = [n for place in rules.places_of(scene.id) for n in graph.numbers(place.index)]
        shortest = longest = None
        if at:
            near = min(at, key=lambda n: found.least[n])
            shortest = _road(core, graph, road_back(found.before_least, near, graph.start), pace)
            far = max(at, key=lambda n: found.most[n])
            longest = RoadFigure(UNBOUNDED, UNBOUNDED, None)
            if found.most[far] != UNBOUNDED:
                longest = _road(core, graph, road_back(found.before_most, far, graph.start), pace)
        figures_.append(
            EndingFigure(
                scene.exit.id,
                scene.exit.title,
                shares.get(scene.exit.id, Fraction(0)),
                None if numbers is None else sum(numbers[n] for n in at),
                shortest,
                longest,
            )
        )
    return figures_


def _road(core: Search, graph: Graph, states: list[int], pace: Pace) -> RoadFigure:
    """Play a road, given by its states, through the engine, and take its time there."""
    rules = core.transitions.rules
    playthrough = Playthrough.begin(rules.story, rules.start)
    for state, later in pairwise(states):
        edges = range(graph.first[state], graph.first[state + 1])
        edge = next(edge for edge in edges if graph.to[edge] == later)
        playthrough = playthrough.choose(graph.place(state).roads[graph.road[edge]].step)
    decisions = decisions_made(playthrough)
    return RoadFigure(decisions, pace.minutes(words_read(playthrough), decisions), playthrough)


def _fact(visiting: Visiting, fact: str) -> float:
    """The probability that a page, a result or an ending shown names a fact."""
    pages, roads, story = list[int](), list[tuple[int, int]](), visiting.graph.search.transitions.rules.story
    for place in visiting.places:
        scene = story.scenes[place.scene]
        of_ending = scene.exit.facts if isinstance(scene.exit, Ending) else ()
        if fact in scene.facts or fact in of_ending:
            pages.append(place.index)
        roads += ((place.index, i) for i, road in enumerate(place.roads) if fact in road.entry.facts)
    return visiting.probability(pages, roads)


def _goes_on(visiting: Visiting) -> float:
    ends = (place for place in visiting.places if place.kind == "end" and not place.is_ending)
    return sum(visiting.flow[n] for place in ends for n in visiting.graph.numbers(place.index))


def _lesson(
    proof: Proof, lesson: Lesson, pace: Pace, limits: Limits, most_pushed: int | None
) -> tuple[Stretch, str | None]:
    rules = read_rules(proof.story, lesson_start(proof.story, lesson.id))
    found = search(Transitions(rules, {}, None, proof.core.transitions.reductions), replace(limits))
    nothing = Stretch(lesson.id, lesson.title, None, lesson.minutes)
    if found.bound:
        return nothing, found.bound
    try:
        visiting = Visiting(graph_of(found))
        measure = Measure(visiting, pace, limits, most_pushed=most_pushed)
        shares = {ending: share for ending, share in ending_shares(visiting.graph)[0].items() if share}
    except LoopTooLarge:
        return nothing, "a loop too large to solve"
    length = measure.whole()
    if measure.is_sampled_wanted and (sample := sample_minutes(rules, SAMPLED_IN_PLACE, 1, pace)):
        length = with_sampled_mean(length, sample.whole, pace)
    return replace(nothing, length=length, endings=shares, goes_on=_goes_on(visiting)), measure.bound


def with_sampled_mean(length: Length, minutes: Minutes, pace: Pace) -> Length:
    """Return a length with the mean of random playthroughs in place of one that was not worked out."""
    words = (minutes.mean - pace.minutes(0, length.decisions)) * pace.words_a_minute
    return replace(length, minutes=minutes.mean, words=words)
