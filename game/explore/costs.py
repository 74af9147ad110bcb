"""Minutes laid on the roads of a graph: the decision and the result, and the page that is entered."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from game.explore.answers import first_of_each
from game.explore.formulas import OneOf
from game.explore.graph import Graph
from game.explore.lengths import Pace, Wordage


class Costs:
    """Minutes of the states' pages and of the graph's roads.

    `own_*` are a road's decision and result, `low` and `high` with the page that it enters. What the core
    cannot judge (`unknown`) counts nothing in `low`, and in `high` as much as can be shown together.
    """

    def __init__(
        self,
        graph: Graph,
        pace: Pace,
        resolved: Sequence[Wordage],
        unknown: Sequence[Wordage],
        limited: Mapping[tuple[int, int], int],
    ) -> None:
        self.graph, self.pace, self.is_exact = graph, pace, not unknown
        pages: dict[int, list[Wordage]] = {}
        results: dict[tuple[int, int], list[Wordage]] = {}
        for term in resolved:
            if term.road:
                results.setdefault(term.road, []).append(term)
            else:
                pages.setdefault(term.place, []).append(term)
        page_terms, road_terms = dict[int, list[Wordage]](), dict[tuple[int, int], list[Wordage]]()
        for term in unknown:
            if term.road:
                road_terms.setdefault(term.road, []).append(term)
            else:
                page_terms.setdefault(term.place, []).append(term)
        unsure_page = {place: most_words(terms) for place, terms in page_terms.items()}
        unsure_road = {road: most_words(terms) for road, terms in road_terms.items()}
        self.page_low, self.page_high = self._pages(pages, unsure_page, limited)
        self.own_low, self.own_high = (
            array("d", bytes(8 * len(graph.to))),
            array("d", bytes(8 * len(graph.to))),
        )
        self.low, self.high = array("d", bytes(8 * len(graph.to))), array("d", bytes(8 * len(graph.to)))
        self._roads(results, unsure_road)

    def _pages(
        self,
        pages: Mapping[int, list[Wordage]],
        unsure: Mapping[int, int],
        limited: Mapping[tuple[int, int], int],
    ) -> tuple[array[float], array[float]]:
        graph, low, high = self.graph, array("d"), array("d")
        desks = {place for place, _ in limited}
        for place in graph.search.transitions.rules.places:
            words = words_by_state(graph, place.index, pages.get(place.index, ()))
            if place.index in desks:
                for offset, number in enumerate(graph.numbers(place.index)):
                    taken = graph.road[graph.first[number] : graph.first[number + 1]]
                    words[offset] += sum(limited.get((place.index, road), 0) for road in taken)
            low.extend([self.pace.minutes(count, 0) for count in words])
            more = unsure.get(place.index, 0)
            high.extend([self.pace.minutes(count + more, 0) for count in words])
        return low, high

    def _roads(
        self, results: Mapping[tuple[int, int], list[Wordage]], unsure: Mapping[tuple[int, int], int]
    ) -> None:
        graph = self.graph
        for place in graph.search.transitions.rules.places:
            decision = self.pace.minutes(0, 1) if place.is_decision else 0.0
            words = [
                words_by_state(graph, road.to, results.get((place.index, position), ()))
                for position, road in enumerate(place.roads)
            ]
            more = [self.pace.minutes(unsure.get((place.index, p), 0), 0) for p in range(len(place.roads))]
            begin, end = (graph.first[graph.begins[place.index + i]] for i in (0, 1))
            for edge in range(begin, end):
                position, to = graph.road[edge], graph.to[edge]
                road = place.roads[position]
                own = decision + self.pace.minutes(words[position][to - graph.begins[road.to]], 0)
                self.own_low[edge], self.own_high[edge] = own, own + more[position]
                enters = not road.is_return
                self.low[edge] = own + (self.page_low[to] if enters else 0.0)
                self.high[edge] = own + more[position] + (self.page_high[to] if enters else 0.0)


def most_words(terms: Sequence[Wordage]) -> int:
    """Return a bound for the words of these terms together: of those about one cell, its wordiest value."""
    most, of_cell = 0, dict[int, dict[int, int]]()
    for term in terms:
        match term.formula:
            case OneOf(cell, values):
                words = of_cell.setdefault(cell, {})
                for value in values:
                    words[value] = words.get(value, 0) + term.words
            case _:
                most += term.words
    return most + sum(max(words.values()) for words in of_cell.values())


def words_by_state(graph: Graph, place: int, terms: Sequence[Wordage]) -> list[int]:
    """Return the words of some terms for each state of a place."""
    search = graph.search
    if not terms:
        return [0] * len(search.known[place])
    formulas = [term.formula for term in terms]
    bits = search.transitions.bits_read(place, formulas) | -1 << search.transitions.packing.place_shift
    truths, known = search.transitions.truths(place, formulas), dict[int, int]()
    for view in first_of_each(search, place, bits):
        truth = truths(view)
        known[view] = sum(term.words for i, term in enumerate(terms) if truth >> i & 1)
    return [known[state & bits] for state in search.known[place]]
