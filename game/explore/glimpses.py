"""Questions that a few random playthroughs answer: then no slice need be searched for them.

Most passages are shown to some players and not to others. A walk that meets both has settled the question
for good, since each of its states can happen. Only what walks leave open (above all what can *never*
happen) is searched. Exact: nothing is ever concluded from what walks did not meet.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from game.explore.answers import Answers
from game.explore.questions import Key, Question
from game.explore.rules import Rules
from game.explore.slices import by_place
from game.explore.transitions import Transitions

MOST_WALKS = 4_000
_PATIENCE = 400
"""Walks stop when so many in a row have brought no answer."""

_MOST_STEPS = 2_000


def glimpse(rules: Rules, questions: Sequence[Question], answers: Answers, seed: int = 1) -> None:
    """Note in the answers what seeded random walks meet; every other walk takes what was taken least."""
    if not questions:
        return
    watcher = _Watcher(Transitions(rules, by_place(questions)), questions, answers)
    chance, patience = Random(seed).random, _PATIENCE
    for number in range(MOST_WALKS):
        patience = _PATIENCE if watcher.walk(chance, least_used=number % 2 == 0) else patience - 1
        if not patience:
            return


def is_settled(key: Key, answers: Answers) -> bool:
    """Return whether nothing more is to be found out about a question."""
    answer = answers[key]
    match key[0]:
        case "given" | "here" | "open" | "stuck" | "crowded":
            return answer.is_ever_true
        case "stopped" | "free":
            # An effect that is sometimes free does not always stop at a bound.
            return answers["free", *key[1:]].is_ever_true
        case _:
            return answer.is_ever_true and answer.is_ever_false


class _Watcher:
    """Walks, and looks at each page with the questions of its place that are not settled yet."""

    def __init__(self, transitions: Transitions, questions: Sequence[Question], answers: Answers) -> None:
        self.transitions, self.answers = transitions, answers
        self.asked: dict[int, list[Question]] = {}
        for question in questions:
            self.asked.setdefault(question.place, []).append(question)
            answers.at(question.about)
        self.looked: dict[int, tuple[int, Callable[[int], int], set[int]]] = {}
        self.taken: dict[tuple[int, int], int] = {}

    def walk(self, chance: Callable[[], float], *, least_used: bool) -> bool:
        """Walk once; return whether something new was met."""
        state, is_new = self.transitions.start, False
        places = self.transitions.rules.places
        for _ in range(_MOST_STEPS):
            place = self.transitions.place_of(state)
            if place in self.asked:
                is_new = self._look(place, state) or is_new
            roads = self.transitions.ways(place)(state) if places[place].roads else []
            if not roads:
                return is_new
            at = int(chance() * (len(roads) >> 1)) << 1
            if least_used and len(roads) > 2:
                at = min(range(0, len(roads), 2), key=lambda i: self.taken.get((place, roads[i]), 0))
            key = (place, roads[at])
            self.taken[key] = self.taken.get(key, 0) + 1
            state = roads[at + 1]
        return is_new

    def _look(self, place: int, state: int) -> bool:
        if place not in self.looked:
            formulas = [question.formula for question in self.asked[place]]
            bits = self.transitions.bits_read(place, formulas)
            self.looked[place] = (bits, self.transitions.truths(place, formulas), set())
        bits, truths, views = self.looked[place]
        if state & bits in views:
            return False
        views.add(state & bits)
        truth, is_new = truths(state), False
        for position, question in enumerate(self.asked[place]):
            answer = self.answers.at(question.about)
            if truth >> position & 1:
                is_new = is_new or not answer.is_ever_true
                answer.is_ever_true = True
            else:
                is_new = is_new or not answer.is_ever_false
                answer.is_ever_false = True
        return is_new
