"""Questions that an outline of the story answers: then no slice need be searched for them.

An outline remembers a few cells, and lets every way be open that these cells do not close: what else a way
asks is taken for granted, a desk shows all its letters, and a letter can be read again. So an outline
allows everything that the story allows, and more; but it has few states. What is *not* to be met in an
outline is not to be met in the story: that is a proof. What is met there proves nothing, and is asked again
in an outline that remembers more: also what the ways ask on which the remembered cells are changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from game.explore.answers import Answers
from game.explore.formulas import TRUE, Always, Every, Formula, Some, every, opposite, reads, some
from game.explore.preconditions import exclusive
from game.explore.questions import Key, Question
from game.explore.rules import Place, Road, Rules
from game.explore.search import INTERRUPT, Limits, search
from game.explore.slices import by_place, dependencies, leading_to
from game.explore.transitions import Reductions, Transitions

MOST_OUTLINED = 200_000
"""An outline with more states is given up: then a slice is no dearer."""

ROUNDS = 4

BOTH_WAYS = frozenset(("passage", "asked", "letter"))
"""Kinds of question of which it matters whether they are ever true, and whether ever false."""


class Outlines:
    """Asks outlines of some rules. `states` counts those that were searched for it."""

    def __init__(self, rules: Rules, reductions: Reductions, limits: Limits, most: int) -> None:
        self.rules, self.reductions, self.limits = rules, reductions, limits
        self.most = most
        self.depends = dependencies(rules)
        self.states = 0
        self.searched = 0

    def settle(self, questions: Iterable[Question], answers: Answers) -> set[Key]:
        """Return the keys that are settled by what was met before together with what no outline allows."""
        by_key: dict[Key, list[Question]] = {}
        for question in questions:
            by_key.setdefault(question.about, []).append(question)
        settled = set[Key]()
        tracked = {
            key: self._closed(cell for question in asked for cell in reads(question.formula))
            for key, asked in by_key.items()
        }
        for _ in range(ROUNDS):
            groups: dict[frozenset[int], list[Key]] = {}
            for key in by_key:
                if key not in settled:
                    groups.setdefault(tracked[key], []).append(key)
            for cells, keys in groups.items():
                settled.update(self._ask(cells, {key: by_key[key] for key in keys}, answers))
            for key, asked in by_key.items():
                if key not in settled:
                    tracked[key] = self._widened(tracked[key], {question.place for question in asked})
        return settled

    def _ask(
        self, cells: frozenset[int], asked: dict[Key, list[Question]], answers: Answers
    ) -> Iterable[Key]:
        """Search one outline; yield the keys of which it and the answers leave nothing open."""
        questions = [question for each in asked.values() for question in each]
        within = leading_to(self.rules, {question.place for question in questions})
        transitions = Transitions(
            outline(self.rules, cells, within),
            by_place(questions),
            within,
            self.reductions,
            only_whether=True,
        )
        fewest = min(self.limits.states or self.most, self.most)
        found = search(transitions, replace(self.limits, states=fewest, on_progress=None))
        self.states += found.states
        self.searched += 1
        if found.bound == INTERRUPT:
            raise KeyboardInterrupt
        if found.bound:
            return
        possible = Answers()
        possible.read(found, questions, frozenset())
        for key in asked:
            known, may = answers[key], possible[key]
            if (known.is_ever_true or not may.is_ever_true) and (
                key[0] not in BOTH_WAYS or known.is_ever_false or not may.is_ever_false
            ):
                yield key

    def _closed(self, cells: Iterable[int]) -> frozenset[int]:
        found = frozenset(cells)
        return found.union(*(self.depends[cell] for cell in found))

    def _widened(self, cells: frozenset[int], places: set[int]) -> frozenset[int]:
        """Also what is asked on the roads that change these cells, and on the nearest that lead here."""
        more = set[int]()
        near, waiting = set(places), set(places)
        while waiting and not more - cells:
            into = [(p, road) for p in self.rules.places for road in p.roads if road.to in waiting]
            more.update(cell for place, _ in into for road in place.roads for cell in reads(road.opens))
            waiting = {place.index for place, _ in into} - near
            near |= waiting
        for place in self.rules.places:
            if any(a.cell in cells for road in place.roads for a in road.assignments):
                more.update(cell for road in place.roads for cell in reads(road.opens))
        return self._closed(cells | more)


def outline(rules: Rules, cells: frozenset[int], within: frozenset[int]) -> Rules:
    """Return rules that remember only these cells, and allow all that the rules allow."""
    return replace(
        rules,
        places=tuple(
            _outlined(rules, place, cells) if place.index in within else replace(place, roads=(), limits=())
            for place in rules.places
        ),
    )


def _outlined(rules: Rules, place: Place, cells: frozenset[int]) -> Place:
    if place.kind == "end":
        return place
    negated: Sequence[Formula] = ()
    if place.kind == "next":
        negated = [opposite(road.opens, rules.cells) for road in place.roads]
    roads = tuple(
        _weaker(road, weakened(exclusive(place, position, negated), cells), cells)
        for position, road in enumerate(place.roads)
    )
    return replace(place, kind="choices", roads=roads, limits=())


def _weaker(road: Road, opens: Formula, cells: frozenset[int]) -> Road:
    kept = tuple(each for each in road.assignments if each.cell in cells)
    return replace(road, opens=opens, assignments=kept, offer=-1)


def weakened(formula: Formula, cells: frozenset[int]) -> Formula:
    """Return a formula over these cells that is true wherever the formula can be."""
    match formula:
        case Always():
            return formula
        case Every(parts):
            return every(weakened(part, cells) for part in parts)
        case Some(parts):
            return some(weakened(part, cells) for part in parts)
        case _:
            return formula if reads(formula) <= cells else TRUE
