"""A proof without the joint states: where these are too many, every question about the ways gets its own.

Variables that decide at different times stand side by side in the joint states and multiply. Most questions
need only a few of them: can this scene be reached, this way be open, this page leave a player stuck? Walks
meet what can happen, outlines prove what cannot (outlines.py), and what both leave open is searched in a
slice that remembers what that one question depends on (alike.py). The answers are as certain as those read
off the joint states. What needs the joint states themselves, the exact figures, is then not to be had.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from game.explore.alike import hiding
from game.explore.answers import Answers
from game.explore.formulas import FALSE, TRUE, Formula, every, opposite, reads, some
from game.explore.preconditions import exclusive
from game.explore.questions import Key, Question
from game.explore.roads import MOST_WAYS, Roads
from game.explore.rules import Place, Rules
from game.explore.slices import Slice, leading_to

_MOST_CROWDS = 3_000
"""So many sets of ten ways of a page are asked about; beyond, the proof says that it is bounded."""

CROWDS_BOUND = f"sets of ten ways at {_MOST_CROWDS:,}"


def way_questions(rules: Rules) -> Iterator[Question]:
    """Yield what is asked of the ways: ("here", place), ("open", place, road), ("stuck", place) and so on."""
    for place in rules.places:
        yield Question(("here", place.index), place.index, TRUE)
        if place.kind == "end":
            continue
        negated = [opposite(road.opens, rules.cells) for road in place.roads]
        hidden = hiding(place)
        for position, road in enumerate(place.roads):
            if road.offer not in hidden:
                opens = exclusive(place, position, negated)
                yield Question(("open", place.index, position), place.index, opens)
        stuck = every(negated)
        if stuck != FALSE:
            yield Question(("stuck", place.index), place.index, stuck)
        if place.kind == "choices" and most_ways(place) > MOST_WAYS:
            yield Question(("crowded", place.index), place.index, _crowded(place))


def most_ways(place: Place) -> int:
    """Return how many ways of a place can be open at most, limits on letters counted."""
    written = sum(road.offer < 0 for road in place.roads)
    for offer, limit in enumerate(place.limits):
        letters = sum(road.offer == offer for road in place.roads)
        written += letters if limit is None else min(limit, letters)
    return written


def _crowded(place: Place) -> Formula:
    """Return when more than nine ways are open: when ten of them are, letters under a limit within it."""
    return some(
        every(ways)
        for ways in islice(_crowds(_by_condition(place), MOST_WAYS + 1, place.limits), _MOST_CROWDS)
    )


def has_too_many_crowds(place: Place) -> bool:
    """Return whether not all sets of ten ways are asked about."""
    if place.kind != "choices" or most_ways(place) <= MOST_WAYS:
        return False
    crowds = _crowds(_by_condition(place), MOST_WAYS + 1, place.limits)
    return next(islice(crowds, _MOST_CROWDS, None), None) is not None


_Ways = tuple[int, int, Formula]
"""So many ways that are open together, the offer (by number, or -1) under whose limit they lie, and when."""


def _by_condition(place: Place) -> list[_Ways]:
    """The ways of a place that can be open, those that are open together as one; the largest first."""
    found: list[_Ways] = []
    together: dict[Formula, int] = {}
    for road in place.roads:
        if road.opens == FALSE:
            continue
        if road.offer >= 0 and place.limits[road.offer] is not None:
            found.append((1, road.offer, road.opens))
        else:
            together[road.opens] = together.get(road.opens, 0) + 1
    found += [(number, -1, opens) for opens, number in together.items()]
    return sorted(found, key=lambda ways: -ways[0])


def _crowds(ways: Sequence[_Ways], wanted: int, limits: Sequence[int | None]) -> Iterator[list[Formula]]:
    """Yield what must be true for so many of the ways to be open at once, each list with none to spare."""
    if wanted <= 0:
        yield []
        return
    for position, (number, offer, opens) in enumerate(ways):
        if _room(ways[position:], limits) < wanted:
            return
        if offer < 0 or limits[offer]:
            left = [limit and limit - (of == offer) for of, limit in enumerate(limits)]
            for others in _crowds(ways[position + 1 :], wanted - number, left):
                yield [opens, *others]


def _room(ways: Sequence[_Ways], limits: Sequence[int | None]) -> int:
    """How many of the ways can be open at most."""
    lying = [sum(of == offer for _, of, _ in ways) for offer in range(len(limits))]
    letters = sum(min(lies, limit) for lies, limit in zip(lying, limits, strict=True) if limit is not None)
    return letters + sum(number for number, offer, _ in ways if offer < 0)


def own_slices(rules: Rules, questions: Iterable[Question]) -> list[Slice]:
    """Return a slice for each question, those about the same cells together."""
    by_key: dict[Key, list[Question]] = {}
    for question in questions:
        by_key.setdefault(question.about, []).append(question)
    groups: dict[frozenset[int], list[Question]] = {}
    for asked in by_key.values():
        groups.setdefault(frozenset().union(*(reads(q.formula) for q in asked)), []).extend(asked)
    return [
        Slice(tuple(asked), cells, leading_to(rules, {q.place for q in asked}))
        for cells, asked in groups.items()
    ]


def roads_from(rules: Rules, answers: Answers) -> Roads:
    """Return what the answers say of the ways."""
    found = Roads()
    for place in rules.places:
        if answers["here", place.index].is_ever_true:
            found.reached.add(place.index)
    for place in rules.places:
        hidden = hiding(place)
        for position, road in enumerate(place.roads):
            lies_there = road.offer in hidden and place.index in found.reached and road.to in found.reached
            if lies_there or answers["open", place.index, position].is_ever_true:
                found.opened.add((place.index, position))
        if example := answers["stuck", place.index].example:
            found.stuck[place.index] = (example, None)
        if example := answers["crowded", place.index].example:
            found.crowded[place.index] = (len(example.ways), example)
    return found
