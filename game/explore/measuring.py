"""Words, decisions and minutes over all playthroughs: the mean exact, shortest and longest with their bounds.

The mean is a sum of expectations, so a passage that only a slice can judge adds its own expected words,
worked out there. The shortest and the longest road are worked out over the core, where such a passage may
or may not be shown: then they are known as a bracket.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from game.explore.costs import Costs, words_by_state
from game.explore.formulas import TRUE
from game.explore.graph import Graph, graph_of
from game.explore.lengths import Pace, Wordage, wordage
from game.explore.loops import may_loop
from game.explore.pushing import expected_words
from game.explore.questions import Question
from game.explore.search import Limits, search
from game.explore.slices import answered_by, slices
from game.explore.spans import UNBOUNDED, spans
from game.explore.transitions import Transitions
from game.explore.visiting import Visiting


@dataclass(frozen=True)
class Bracket:
    """A number of minutes known to lie within `low`..`high`; infinite where a loop lets it grow for ever."""

    low: float
    high: float

    @property
    def is_exact(self) -> bool:
        """Whether both ends are the same."""
        return self.low == self.high or self.high - self.low < 1e-9


@dataclass(frozen=True)
class Length:
    """How long a stretch is: mean words, decisions and minutes, the shortest and the longest minutes."""

    words: float
    decisions: float
    minutes: float
    shortest: Bracket
    longest: Bracket


@dataclass
class Measure:
    """The length of what a graph of the core tells. `bound` names the limit that stopped a slice, if any.

    Where the slices would take more than `most_pushed` states in all, the mean lacks what they would add, and
    `is_sampled_wanted` says so.
    """

    visiting: Visiting
    pace: Pace
    limits: Limits
    words: dict[int, float] = field(default_factory=dict)
    decisions: dict[int, float] = field(default_factory=dict)
    bound: str | None = None
    most_pushed: int | None = None
    is_sampled_wanted: bool = False

    def __post_init__(self) -> None:
        core = self.visiting.graph.search.transitions
        terms, limited = wordage(core.rules)
        asked = [Question(("words", number), t.place, t.formula) for number, t in enumerate(terms)]
        can, cannot = answered_by(core, asked)
        resolved = [terms[int(question.about[1])] for question in can]
        unknown = [terms[int(question.about[1])] for question in cannot]
        self.costs = Costs(self.visiting.graph, self.pace, resolved, unknown, limited)
        for place in self.visiting.places:
            numbers = self.graph.numbers(place.index)
            read = sum(self.visiting.arrivals[n] * self.costs.page_low[n] for n in numbers)
            self._add(place.chapter, words=read * self.pace.words_a_minute)
            if place.is_decision:
                decided = (n for n in numbers if self.graph.first[n] != self.graph.first[n + 1])
                self._add(place.chapter, decisions=sum(self.visiting.flow[n] for n in decided))
        self._expect_results(self.visiting, resolved)
        can_loop = may_loop(core.rules)
        waiting = slices(core.rules, cannot, core)
        if self.most_pushed is not None and len(waiting) * self.graph.states > self.most_pushed:
            # Each slice is at least as large as the core: all of them would take far longer than the proof.
            self.is_sampled_wanted = True
            return
        for sliced in waiting:
            own = [terms[int(question.about[1])] for question in sliced.questions]
            here = Transitions(core.rules, sliced.asked, sliced.within, core.reductions)
            if can_loop:
                self._expect_slice(own, here)
                continue
            for chapter, words in expected_words(here, own).items():
                self._add(chapter, words=words)

    @property
    def graph(self) -> Graph:
        """The graph of the core."""
        return self.visiting.graph

    def _expect_slice(self, own: list[Wordage], transitions: Transitions) -> None:
        found = search(transitions, replace(self.limits))
        if found.bound:
            self.bound = found.bound
            return
        visiting = Visiting(graph_of(found))
        for place in visiting.places:
            pages = [term for term in own if term.place == place.index and not term.road]
            if pages:
                words = words_by_state(visiting.graph, place.index, pages)
                numbers = visiting.graph.numbers(place.index)
                read = sum(visiting.arrivals[n] * w for n, w in zip(numbers, words, strict=True))
                self._add(place.chapter, words=read)
        self._expect_results(visiting, own)

    def _expect_results(self, visiting: Visiting, terms: list[Wordage]) -> None:
        """Results count once for each time their road is taken, slots as the next page's state fills them."""
        graph = visiting.graph
        for term in terms:
            if not term.road:
                continue
            place = visiting.places[term.road[0]]
            if term.formula == TRUE:
                self._add(place.chapter, words=visiting.by_road.get(term.road, 0.0) * term.words)
                continue
            words, begin = words_by_state(graph, term.place, [term]), graph.begins[term.place]
            taken = visiting.on_road(*term.road)
            self._add(
                place.chapter, words=sum(share * words[graph.to[edge] - begin] for edge, share in taken)
            )

    def _add(self, chapter: int, words: float = 0.0, decisions: float = 0.0) -> None:
        self.words[chapter] = self.words.get(chapter, 0.0) + words
        self.decisions[chapter] = self.decisions.get(chapter, 0.0) + decisions

    def whole(self) -> Length:
        """Return the length of a whole playthrough."""
        graph = self.graph
        ends = [
            n for place in self.visiting.places if place.kind == "end" for n in graph.numbers(place.index)
        ]
        low, high = self._spans(None)
        words, decisions = sum(self.words.values()), sum(self.decisions.values())
        return Length(
            words,
            decisions,
            self.pace.minutes(words, decisions),
            Bracket(
                min((low[0][n] for n in ends), default=UNBOUNDED),
                min((high[0][n] for n in ends), default=UNBOUNDED),
            ),
            Bracket(
                max((low[1][n] for n in ends), default=UNBOUNDED),
                max((high[1][n] for n in ends), default=UNBOUNDED),
            ),
        )

    def chapter(self, chapter: int) -> Length | None:
        """Return the length of a stay in a chapter (its position); None where nobody comes there."""
        graph = self.graph
        inside = [place for place in self.visiting.places if place.chapter == chapter]
        met = self.visiting.probability(place.index for place in inside)
        if not met:
            return None
        stays = bytearray(graph.states)
        for place in inside:
            for number in graph.numbers(place.index):
                stays[number] = 1
        low, high = self._spans(stays)
        words, decisions = self.words.get(chapter, 0.0) / met, self.decisions.get(chapter, 0.0) / met
        own_low, own_high = self.costs.own_low, self.costs.own_high
        return Length(
            words,
            decisions,
            self.pace.minutes(words, decisions),
            Bracket(min(self._outs(stays, low[0], own_low)), min(self._outs(stays, high[0], own_high))),
            Bracket(max(self._outs(stays, low[1], own_low)), max(self._outs(stays, high[1], own_high))),
        )

    def _spans(self, stays: bytearray | None) -> tuple[tuple[list[float], ...], tuple[list[float], ...]]:
        """For each state least and most minutes: with what may be shown left out, then with it."""
        graph, costs = self.graph, self.costs
        sources = {graph.start} if stays is None else self._entries(stays)
        low = spans(graph, costs.low, costs.low, {n: costs.page_low[n] for n in sources}, stays)
        if costs.is_exact:
            return (low.least, low.most), (low.least, low.most)
        high = spans(graph, costs.high, costs.high, {n: costs.page_high[n] for n in sources}, stays)
        return (low.least, low.most), (high.least, high.most)

    def _entries(self, stays: bytearray) -> set[int]:
        """The states of a chapter at which one arrives from outside it."""
        graph = self.graph
        found = {graph.start} if stays[graph.start] else set[int]()
        for state in range(graph.states):
            if not stays[state]:
                found.update(t for t in graph.to[graph.first[state] : graph.first[state + 1]] if stays[t])
        return found

    def _outs(self, stays: bytearray, reached: Sequence[float], own: array[float]) -> list[float]:
        """The minutes of every road out of a chapter: over a road that leaves it, or at an end in it."""
        graph, found = self.graph, list[float]()
        for state in range(graph.states):
            if not stays[state] or (abs(reached[state]) == UNBOUNDED and reached[state] < 0):
                continue
            begin, end = graph.first[state], graph.first[state + 1]
            if begin == end:
                found.append(reached[state])
            found += (reached[state] + own[edge] for edge in range(begin, end) if not stays[graph.to[edge]])
        return found or [UNBOUNDED]
