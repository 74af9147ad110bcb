"""All that can be known of a story: the core, its roads, and every question answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from game.explore.answers import Answers
from game.explore.divided import CROWDS_BOUND, has_too_many_crowds, own_slices, roads_from, way_questions
from game.explore.glimpses import glimpse, is_settled
from game.explore.loops import may_loop
from game.explore.outlines import MOST_OUTLINED, Outlines
from game.explore.questions import Key, Question, questions
from game.explore.reading import read_rules
from game.explore.roads import Roads, open_roads_of
from game.explore.rules import Rules
from game.explore.search import INTERRUPT, Limits, Search, search
from game.explore.slices import Slice, answered_by, by_place, slices
from game.explore.transitions import ALL, Reductions, Transitions
from game.story.model import Story
from game.story.playthrough import Start

MOST_JOINT = 4_000_000
"""A core of more states is not searched to its end, unless it is asked for: then the proof is divided."""

MOST_IN_A_SLICE = 3_000_000
"""The same for each slice of a divided proof: what it asks is then not known."""

EXAMPLES = frozenset(("promise", "blank", "stuck", "crowded"))
"""Kinds of question whose truth is a finding, and so wants a playthrough that shows it."""


@dataclass(frozen=True, slots=True)
class Sliced:
    """One slice, for the report: the names of the cells beyond the core, its states, its questions."""

    cells: tuple[str, ...]
    states: int
    questions: int
    bound: str | None


@dataclass(frozen=True, slots=True)
class Outlined:
    """How many outlines were searched, and how many states they have."""

    outlines: int = 0
    states: int = 0


@dataclass
class Proof:
    """What was searched and answered. `bound` is the first limit that stopped a search; None: exhaustive."""

    story: Story
    rules: Rules
    core: Search
    roads: Roads
    answers: Answers
    slices: list[Sliced] = field(default_factory=list)
    outlines: Outlined = field(default_factory=Outlined)
    is_divided: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether every state of the core is known."""
        return self.core.bound is None

    @property
    def bound(self) -> str | None:
        """The limit that stopped the core (where the proof needs it) or a slice, if any."""
        core = None if self.is_divided else self.core.bound
        return core or next((sliced.bound for sliced in self.slices if sliced.bound), None)

    @property
    def states(self) -> int:
        """The states of the core: all ways in which the story can stand, as far as going on is concerned.

        Of a divided proof, the states that were looked at in all.
        """
        if not self.is_divided:
            return self.core.states
        return self.core.states + self.outlines.states + sum(sliced.states for sliced in self.slices)


def prove(
    story: Story,
    *,
    limits: Limits | None = None,
    reductions: Reductions = ALL,
    start: Start | None = None,
    most_joint: int | None = MOST_JOINT,
) -> Proof:
    """Search the core, then a slice for each group of questions that the core cannot answer.

    A core of more than `most_joint` states is given up, and the proof divided (see divided.py).
    """
    limits = limits or Limits()
    rules = read_rules(story, start)
    asked = questions(rules)
    first = Transitions(rules, by_place(asked) if not reductions.slices else {}, reductions=reductions)
    may_divide = most_joint is not None and reductions.slices and not may_loop(rules)
    own = most_joint is not None and may_divide and most_joint < (limits.states or most_joint + 1)
    core = search(first, replace(limits, states=most_joint) if own else limits)
    is_divided = own and core.bound is not None and core.bound.startswith("states")
    proof = Proof(story, rules, core, Roads(), Answers(), is_divided=is_divided)
    unanswered: Sequence[Question] = asked
    try:
        if is_divided:
            core.forget()
            _answer_the_rest(proof, [*asked, *way_questions(rules)], limits)
            proof.roads = roads_from(rules, proof.answers)
            if any(map(has_too_many_crowds, rules.places)):
                proof.slices.append(Sliced((), 0, 0, CROWDS_BOUND))
            return proof
        proof.roads = open_roads_of(core)
        if reductions.slices:
            can, cannot = answered_by(first, asked)
            proof.answers.read(core, can, EXAMPLES)
            unanswered = cannot
            _answer_the_rest(proof, unanswered, limits)
        else:
            proof.answers.read(core, asked, EXAMPLES)
    except KeyboardInterrupt:
        # Between two searches: the questions that have no answer yet stay open.
        if unanswered is asked:
            core.bound = INTERRUPT  # its states are known, but have not said yet what they have to say
        for question in (*unanswered, *(way_questions(rules) if is_divided else ())):
            proof.answers.at(question.about).is_bounded = True
        proof.slices.append(Sliced((), 0, 0, INTERRUPT))
        if is_divided:
            proof.roads = roads_from(rules, proof.answers)
    return proof


def _answer_the_rest(proof: Proof, open_still: Sequence[Question], limits: Limits) -> None:
    """Ask random walks, then outlines, then slices, what the core could not answer."""
    rules, answers, core = proof.rules, proof.answers, proof.core.transitions
    glimpse(rules, [question for question in open_still if question.about[0] not in EXAMPLES], answers)
    left = [q for q in open_still if q.about[0] in EXAMPLES or not is_settled(q.about, answers)]
    # An outline is worth its while only where it is far smaller than the slice that it may spare.
    most = MOST_OUTLINED if proof.is_divided else min(MOST_OUTLINED, max(1_000, proof.core.states // 40))
    outlines = Outlines(rules, core.reductions, limits, most)
    settled = outlines.settle(left, answers) if core.reductions.outlines else set[Key]()
    proof.outlines = Outlined(outlines.searched, outlines.states)
    left = [question for question in left if question.about not in settled]
    if proof.is_divided:
        # Whether a page is ever shown comes first: where that is not known, nothing else about it is.
        here = [question for question in left if question.about[0] == "here"]
        _search_slices(proof, own_slices(rules, here), limits)
        open_places = {question.place for question in here}
        for question in left:
            if question.place in open_places and question.about[0] != "here":
                at = answers["here", question.place]
                answers.at(question.about).is_bounded |= at.is_bounded and not at.is_ever_true
        left = [
            question
            for question in left
            if question.about[0] != "here"
            and (question.place not in open_places or answers["here", question.place].is_ever_true)
        ]
    _search_slices(proof, own_slices(rules, left) if proof.is_divided else slices(rules, left, core), limits)


def _search_slices(proof: Proof, waiting: list[Slice], limits: Limits) -> None:
    rules, answers, core = proof.rules, proof.answers, proof.core.transitions
    for sliced in waiting:
        if proof.bound == INTERRUPT:
            limits = replace(limits, states=0)  # the user has waited long enough
        elif proof.is_divided:
            # Where some slices were too large, the others most likely are: do not wait as long for each.
            most = MOST_IN_A_SLICE if sum(bool(each.bound) for each in proof.slices) < 3 else 300_000
            limits = replace(limits, states=min(limits.states or most, most))
        here = Transitions(rules, sliced.asked, sliced.within, core.reductions, only_whether=True)
        found = search(here, replace(limits))
        answers.read(found, sliced.questions, EXAMPLES)
        names = tuple(rules.cells[cell].name for cell in sorted(sliced.cells))
        proof.slices.append(Sliced(names, found.states, len(sliced.questions), found.bound))
