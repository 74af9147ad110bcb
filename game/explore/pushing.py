"""Expected words by pushing probability along the roads, place by place: for stories without loops.

Nothing is kept but the probabilities that have not moved on yet, so this needs neither the states of a
search nor a graph. Places are taken in an order in which written ways lead onward; a desk and its letters
are taken in rounds, until all that returned has been pushed on. Since no state can come again (see
`loops.may_loop`), all of it arrives in the end, and every sum is exact to the last digits of a float.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from game.explore.lengths import Wordage
from game.explore.rules import Place
from game.explore.transitions import Transitions


def expected_words(transitions: Transitions, terms: Iterable[Wordage]) -> dict[int, float]:
    """Return the expected words of some terms by chapter (its position)."""
    return _Pusher(transitions, list(terms)).pushed()


class _Pusher:
    def __init__(self, transitions: Transitions, terms: list[Wordage]) -> None:
        self.transitions, self.places = transitions, transitions.rules.places
        self.on_page: dict[int, list[Wordage]] = {}
        self.on_road: dict[tuple[int, int], list[Wordage]] = {}
        for term in terms:
            if term.road:
                self.on_road.setdefault(term.road, []).append(term)
            else:
                self.on_page.setdefault(term.place, []).append(term)
        self.entered: dict[int, dict[int, float]] = {place: {} for place in self.on_page}
        self.taken: dict[tuple[int, int], dict[int, float]] = {road: {} for road in self.on_road}

    def pushed(self) -> dict[int, float]:
        """Push all probability to the ends, and return what was read on the way."""
        first, start = self.transitions.rules.first, self.transitions.start
        if first in self.entered:
            self.entered[first][start] = 1.0
        knot, rank = self._onward()
        waiting: list[dict[int, float]] = [{} for _ in self.places]
        waiting[first][start] = 1.0
        queue = [(knot[first], 0, rank[first], first)]
        while queue:
            _, turn, _, index = heapq.heappop(queue)
            moving, waiting[index] = waiting[index], {}
            if not moving or not self.places[index].roads:
                continue
            for to in self._push(self.places[index], moving, waiting):
                if waiting[to]:
                    # Back to a desk: not before all its letters of this round have been taken.
                    again = turn + (rank[to] <= rank[index]) if knot[to] == knot[index] else 0
                    heapq.heappush(queue, (knot[to], again, rank[to], to))
        return self._read()

    def _push(self, place: Place, moving: dict[int, float], waiting: list[dict[int, float]]) -> set[int]:
        ways = self.transitions.ways(place.index)
        weights = [road.weight for road in place.roads] if place.kind == "chance" else None
        goes = [waiting[road.to] for road in place.roads]
        enters = [None if road.is_return else self.entered.get(road.to) for road in place.roads]
        takes = [self.taken.get((place.index, position)) for position in range(len(place.roads))]
        for state, mass in moving.items():
            roads = ways(state)
            total = sum([weights[road] for road in roads[::2]]) if weights else len(roads) >> 1
            for at in range(0, len(roads), 2):
                road, target = roads[at], roads[at + 1]
                if target < 0:
                    continue
                share = mass * weights[road] / total if weights else mass / total
                going = goes[road]
                going[target] = going.get(target, 0.0) + share
                for counted in (enters[road], takes[road]):
                    if counted is not None:
                        counted[target] = counted.get(target, 0.0) + share
        return {road.to for road in place.roads}

    def _read(self) -> dict[int, float]:
        words: dict[int, float] = {}
        for place, counted in self.entered.items():
            chapter = self.places[place].chapter
            words[chapter] = words.get(chapter, 0.0) + self._sum(place, counted, self.on_page[place])
        for road, counted in self.taken.items():
            chapter, to = self.places[road[0]].chapter, self.places[road[0]].roads[road[1]].to
            words[chapter] = words.get(chapter, 0.0) + self._sum(to, counted, self.on_road[road])
        return words

    def _sum(self, place: int, counted: dict[int, float], terms: list[Wordage]) -> float:
        formulas = [term.formula for term in terms]
        bits = self.transitions.bits_read(place, formulas) | -1 << self.transitions.packing.place_shift
        views: dict[int, float] = {}
        for state, share in counted.items():
            views[state & bits] = views.get(state & bits, 0.0) + share
        truths, total = self.transitions.truths(place, formulas), 0.0
        for view, share in views.items():
            truth = truths(view)
            total += share * sum(term.words for i, term in enumerate(terms) if truth >> i & 1)
        return total

    def _onward(self) -> tuple[list[int], list[int]]:
        """For each place the number of the knot of places that lead back to each other, and its own.

        Both rise along the ways, but for the ways back within a knot. (Kosaraju's two passes.)
        """
        leads = [sorted({road.to for road in place.roads}) for place in self.places]
        comes_from: list[list[int]] = [[] for _ in self.places]
        for place, targets in enumerate(leads):
            for to in targets:
                comes_from[to].append(place)
        knot, rank, known = [0] * len(leads), [0] * len(leads), set[int]()
        for number, root in enumerate(reversed(_postorder(leads))):
            rank[root] = number
            if root not in known:
                for place in _finished(root, comes_from, known):
                    knot[place] = number
        return knot, rank


def _postorder(leads: list[list[int]]) -> list[int]:
    known = set[int]()
    return [place for root in range(len(leads)) for place in _finished(root, leads, known)]


def _finished(root: int, leads: list[list[int]], known: set[int]) -> list[int]:
    """The places that can be reached from one and are not known yet, each after what it leads to."""
    if root in known:
        return []
    known.add(root)
    order, path = list[int](), [(root, iter(leads[root]))]
    while path:
        place, targets = path[-1]
        to = next(targets, None)
        if to is None:
            order.append(place)
            path.pop()
        elif to not in known:
            known.add(to)
            path.append((to, iter(leads[to])))
    return order
