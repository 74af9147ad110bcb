"""What the states of a search say to questions: ever true, ever false, and where first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from game.explore.questions import Key, Question
from game.explore.search import Search
from game.story.playthrough import Playthrough


@dataclass
class Answer:
    """What was seen of one question. `example` is a shortest playthrough to where it is true.

    `is_bounded`: not every state was looked at, so that what was not seen is unknown.
    """

    is_ever_true: bool = False
    is_ever_false: bool = False
    is_bounded: bool = False
    example: Playthrough | None = None

    @property
    def is_never_true(self) -> bool:
        """Whether no state makes it true."""
        return not self.is_ever_true and not self.is_bounded

    @property
    def is_never_false(self) -> bool:
        """Whether no state makes it false."""
        return not self.is_ever_false and not self.is_bounded


@dataclass
class Answers:
    """Answers by what they are about; of several places one answer is made."""

    by_key: dict[Key, Answer] = field(default_factory=dict)

    def __getitem__(self, key: Key) -> Answer:
        return self.by_key.get(key, Answer())

    def __contains__(self, key: Key) -> bool:
        return key in self.by_key

    def at(self, key: Key) -> Answer:
        """Return the answer that is kept about something, to be filled in."""
        return self.by_key.setdefault(key, Answer())

    def __iter__(self) -> Iterator[Key]:
        return iter(self.by_key)

    def read(self, search: Search, questions: Iterable[Question], examples: frozenset[str]) -> None:
        """Ask the states of a search; of the kinds named in `examples` keep a playthrough."""
        at: dict[int, list[Question]] = {}
        for question in questions:
            at.setdefault(question.place, []).append(question)
            self.by_key.setdefault(question.about, Answer())
        shortest: dict[Key, tuple[int, int]] = {}
        for place, asked in at.items():
            first_true = self._at_place(search, place, asked)
            for question, state in first_true.items():
                if question.about[0] in examples:
                    length = len(search.road_to(state))
                    shortest[question.about] = min(
                        shortest.get(question.about, (length, state)), (length, state)
                    )
        for key, (length, state) in shortest.items():
            answer = self.by_key[key]
            if answer.example is None or len(answer.example.steps) > length:
                answer.example = search.played(state)

    def _at_place(self, search: Search, place: int, asked: list[Question]) -> dict[Question, int]:
        formulas = [question.formula for question in asked]
        firsts = first_of_each(search, place, search.transitions.bits_read(place, formulas))
        truths = search.transitions.truths(place, formulas)
        found: dict[Question, int] = {}
        ever_true = ever_false = 0
        everything = (1 << len(asked)) - 1
        for projected, state in firsts.items():
            truth = truths(projected)
            if new := truth & ~ever_true:
                ever_true |= new
                for position, question in enumerate(asked):
                    if new >> position & 1:
                        found[question] = state
            ever_false |= everything & ~truth
        for position, question in enumerate(asked):
            answer = self.by_key[question.about]
            answer.is_ever_true |= bool(ever_true >> position & 1)
            answer.is_ever_false |= bool(ever_false >> position & 1)
            answer.is_bounded |= search.bound is not None
        return found


def first_of_each(search: Search, place: int, bits: int) -> dict[int, int]:
    """Return the states of a place seen through a mask of bits: each view -> the first state with it."""
    firsts: dict[int, int] = {}
    bits |= -1 << search.transitions.packing.place_shift
    for state in search.known[place]:
        view = state & bits
        if view not in firsts:
            firsts[view] = state
    return firsts
