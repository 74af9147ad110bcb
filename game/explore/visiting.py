"""The probability of meeting something at least once: a scene, a fact, a chapter.

Expected visits are that probability where nobody can come by twice. Whether one can is read off the written
ways; where one can, the flow is worked out anew with everything cut off at the first meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from game.explore.flows import shares, visits
from game.explore.graph import Graph
from game.explore.rules import Place


@dataclass(frozen=True)
class Visiting:
    """Probabilities over one graph, reckoned in floats."""

    graph: Graph

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places of the story."""
        return self.graph.search.transitions.rules.places

    @cached_property
    def flow(self) -> list[float]:
        """Each state's expected visits."""
        return visits(self.graph, 1.0)[0]

    @cached_property
    def by_road(self) -> dict[tuple[int, int], float]:
        """How often each (place, road) is taken."""
        found: dict[tuple[int, int], float] = {}
        graph = self.graph
        for place in self.places:
            for state in graph.numbers(place.index) if place.roads else ():
                for edge, share in shares(graph, state, self.flow[state]):
                    key = (place.index, graph.road[edge])
                    found[key] = found.get(key, 0.0) + share
        return found

    @cached_property
    def arrivals(self) -> list[float]:
        """How often each state's page is entered: not by a letter's return."""
        graph, found = self.graph, [0.0] * self.graph.states
        found[graph.start] = 1.0
        for place in self.places:
            entering = [not road.is_return for road in place.roads]
            for state in graph.numbers(place.index) if place.roads else ():
                for edge, share in shares(graph, state, self.flow[state]):
                    if entering[graph.road[edge]] and graph.to[edge] >= 0:
                        found[graph.to[edge]] += share
        return found

    def on_road(self, place: int, position: int) -> Iterator[tuple[int, float]]:
        """Yield the graph's roads of one (place, road), with how often each is taken."""
        graph = self.graph
        for state in graph.numbers(place):
            for edge, share in shares(graph, state, self.flow[state]):
                if graph.road[edge] == position:
                    yield edge, share

    def entered(self, place: int) -> float:
        """Return how often the page of a place is entered."""
        return sum(self.arrivals[state] for state in self.graph.numbers(place))

    def probability(self, pages: Iterable[int], roads: Iterable[tuple[int, int]] = ()) -> float:
        """Return the probability of entering some of these places' pages, or taking some of these roads."""
        met = {p for p in pages if self.places[p].is_shown}
        # Whoever takes a road out of a place has seen its page, and sees the page that it enters.
        taken = {road for road in roads if road[0] not in met and not self._leads_into(road, met)}
        if self.graph.search.transitions.rules.first in met:
            return 1.0
        if not self._can_meet_twice(met, taken):
            return sum(map(self.entered, met)) + sum(self.by_road.get(road, 0.0) for road in taken)
        graph, cut = self.graph, bytearray(len(self.graph.to))
        for place in self.places:
            stops = {
                position
                for position, road in enumerate(place.roads)
                if (place.index, position) in taken or (road.to in met and not road.is_return)
            }
            if stops:
                begin, end = (graph.first[graph.begins[place.index + i]] for i in (0, 1))
                for edge in range(begin, end):
                    cut[edge] = graph.road[edge] in stops
        return visits(graph, 1.0, bytes(cut))[1]

    def _leads_into(self, road: tuple[int, int], met: set[int]) -> bool:
        taken = self.places[road[0]].roads[road[1]]
        return taken.to in met and not taken.is_return

    @cached_property
    def _reach(self) -> list[int]:
        """For each place, a bit for every place that written ways lead to from it."""
        reach = [0] * len(self.places)
        for place in self.places:
            for road in place.roads:
                reach[place.index] |= 1 << road.to
        moving = True
        while moving:
            moving = False
            for place in reversed(self.places):
                found = reach[place.index]
                for to in {road.to for road in place.roads}:
                    found |= reach[to]
                moving = moving or found != reach[place.index]
                reach[place.index] = found
        return reach

    @cached_property
    def _enters(self) -> dict[int, int]:
        """For each place, a bit for every place with a road that enters it."""
        found: dict[int, int] = {}
        for place in self.places:
            for road in place.roads:
                if not road.is_return:
                    found[road.to] = found.get(road.to, 0) | 1 << place.index
        return found

    def _can_meet_twice(self, pages: set[int], roads: set[tuple[int, int]]) -> bool:
        after = {page: 1 << page | self._reach[page] for page in pages}
        for page, later in after.items():
            for other in pages:
                if later & self._enters.get(other, 0) and not self._is_once(page, other):
                    return True
            if any(later >> place & 1 for place, _ in roads):
                return True
        for place, position in roads:
            to = self.places[place].roads[position].to
            later = 1 << to | self._reach[to]
            if any(later & self._enters.get(page, 0) for page in pages):
                return True
            if any(later >> other & 1 and not self._is_once(place, other) for other, _ in roads):
                return True
        return False

    def _is_once(self, one: int, other: int) -> bool:
        """Whether two places are one letter that can be read only once."""
        scene = self.places[one].scene
        waits = self.graph.search.transitions.rules.story.scenes[scene].waits_in
        is_once = waits is not None and not waits.repeat and self.places[one].offered_by is not None
        return is_once and self.places[other].scene == scene
