"""All that can be known of a story: the core, its roads, and every question answered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.explore.answers import Answers
from game.explore.glimpses import glimpse, is_settled
from game.explore.questions import Question, questions
from game.explore.reading import read_rules
from game.explore.roads import Roads, open_roads_of
from game.explore.rules import Rules
from game.explore.search import INTERRUPT, Limits, Search, search
from game.explore.slices import answered_by, by_place, slices
from game.explore.transitions import ALL, Reductions, Transitions
from game.story.model import Story

EXAMPLES = frozenset(("promise", "blank"))
"""Kinds of question whose truth is a finding, and so wants a playthrough that shows it."""


@dataclass(frozen=True, slots=True)
class Sliced:
    """One slice, for the report: the names of the cells beyond the core, its states, its questions."""

    cells: tuple[str, ...]
    states: int
    questions: int
    bound: str | None


@dataclass
class Proof:
    """What was searched and answered. `bound` is the first limit that stopped a search; None: exhaustive."""

    story: Story
    rules: Rules
    core: Search
    roads: Roads
    answers: Answers
    slices: list[Sliced] = field(default_factory=list)

    @property
    def bound(self) -> str | None:
        """The limit that stopped the core or a slice, if any."""
        return self.core.bound or next((sliced.bound for sliced in self.slices if sliced.bound), None)

    @property
    def states(self) -> int:
        """The states of the core: all ways in which the story can stand, as far as going on is concerned."""
        return self.core.states


def prove(
    story: Story,
    *,
    limits: Limits | None = None,
    reductions: Reductions = ALL,
) -> Proof:
    """Search the core, then a slice for each group of questions that the core cannot answer."""
    limits = limits or Limits()
    rules = read_rules(story)
    asked = questions(rules)
    first = Transitions(rules, by_place(asked) if not reductions.slices else {}, reductions=reductions)
    core = search(first, limits)
    proof = Proof(story, rules, core, open_roads_of(core), Answers())
    can, cannot = (list(asked), []) if not reductions.slices else answered_by(first, asked)
    proof.answers.read(core, can, EXAMPLES)
    try:
        _answer_the_rest(proof, first, cannot, limits)
    except KeyboardInterrupt:
        # Between two searches: the questions that have no answer yet stay open.
        for question in cannot:
            proof.answers.at(question.about).is_bounded = True
        proof.slices.append(Sliced((), 0, 0, INTERRUPT))
    return proof


def _answer_the_rest(proof: Proof, core: Transitions, open_still: list[Question], limits: Limits) -> None:
    """Ask random walks, then slices, what the core could not answer."""
    rules, answers = proof.rules, proof.answers
    glimpse(rules, [question for question in open_still if question.about[0] not in EXAMPLES], answers)
    left = [q for q in open_still if q.about[0] in EXAMPLES or not is_settled(q.about, answers)]
    for sliced in slices(rules, left, core):
        if proof.bound == INTERRUPT:
            limits = replace(limits, states=0)  # the user has waited long enough
        found = search(Transitions(rules, sliced.asked, sliced.within, core.reductions), replace(limits))
        answers.read(found, sliced.questions, EXAMPLES)
        names = tuple(rules.cells[cell].name for cell in sorted(sliced.cells))
        proof.slices.append(Sliced(names, found.states, len(sliced.questions), found.bound))
