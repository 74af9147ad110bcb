"""The states of a finished search as a graph, in an order in which everything comes after what leads to it.

States are numbered place by place. Roads of a state stand in plain arrays; a road that leads out of a
slice's places counts among the open roads, and leads to -1. States that a loop binds together are one
entry of the order.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from game.explore.rules import Place
from game.explore.search import Search


@dataclass(frozen=True)
class Graph:
    """The roads of state n stand at `first[n]:first[n + 1]`: where each leads, its position, its weight.

    `begins[p]` is the number of the first state of place p. `order` holds numbers, and a list of numbers
    for each loop.
    """

    search: Search
    begins: Sequence[int]
    first: array[int]
    to: array[int]
    road: array[int]
    weight: array[int]
    order: Sequence[int | list[int]]
    start: int

    @property
    def states(self) -> int:
        """How many states there are."""
        return self.begins[-1]

    def place(self, state: int) -> Place:
        """Return the place of a state's number, found by halving."""
        return self.search.transitions.rules.places[bisect_right(self.begins, state) - 1]

    def packed(self, state: int) -> int:
        """Return the packed state of a number."""
        place = self.place(state).index
        return next(islice(self.search.known[place], state - self.begins[place], None))

    def numbers(self, place: int) -> range:
        """Return the numbers of the states of a place."""
        return range(self.begins[place], self.begins[place + 1])

    @property
    def loops(self) -> list[list[int]]:
        """The sets of states among which one can go round."""
        return [entry for entry in self.order if isinstance(entry, list)]


def graph_of(search: Search) -> Graph:
    """Return the graph of a search that met every state."""
    places = search.transitions.rules.places
    begins = [0]
    for known in search.known:
        begins.append(begins[-1] + len(known))
    numbers = [
        dict(zip(known, range(begins[place], begins[place + 1]), strict=True))
        for place, known in enumerate(search.known)
    ]
    shift = search.transitions.packing.place_shift
    first, to, road, weight = array("q", [0]), array("i"), array("H"), array("i")
    for place, known in zip(places, search.known, strict=True):
        if not place.roads:
            first.extend([len(to)] * len(known))
            continue
        ways = search.transitions.ways(place.index)
        weights = [r.weight if place.kind == "chance" else 1 for r in place.roads]
        for state in known:
            found = ways(state)
            taken = found[::2]
            road.extend(taken)
            to.extend([-1 if n < 0 else numbers[n >> shift][n] for n in found[1::2]])
            weight.extend([weights[position] for position in taken])
            first.append(len(to))
    start = numbers[search.transitions.rules.first][search.transitions.start]
    order = _ordered(begins[-1], first, to)
    return Graph(search, begins, first, to, road, weight, order, start)


def _ordered(states: int, first: array[int], to: array[int]) -> list[int | list[int]]:
    """Everything after what leads to it. What no loop holds up is peeled off from both ends."""
    pending = array("i", bytes(4 * states))
    for target in to:
        if target >= 0:
            pending[target] += 1
    order: list[int | list[int]] = []
    ready = [state for state in range(states) if not pending[state]]
    done = bytearray(states)
    while ready:
        state = ready.pop()
        order.append(state)
        done[state] = 1
        for target in to[first[state] : first[state + 1]]:
            if target >= 0:
                pending[target] -= 1
                if not pending[target]:
                    ready.append(target)
    if len(order) == states:
        return order
    return order + _components([state for state in range(states) if not done[state]], done, first, to)


def _components(rest: list[int], done: bytearray, first: array[int], to: array[int]) -> list[int | list[int]]:
    """Tarjan's strongly connected components, in topological order; without recursion."""
    index, low = dict[int, int](), dict[int, int]()
    stack, is_on_stack = list[int](), set[int]()
    found: list[int | list[int]] = []
    for root in rest:
        if root in index:
            continue
        index[root] = low[root] = len(index)
        stack.append(root)
        is_on_stack.add(root)
        path = [(root, first[root])]
        while path:
            state, edge = path[-1]
            if edge < first[state + 1]:
                path[-1] = (state, edge + 1)
                target = to[edge]
                if target < 0 or done[target]:
                    continue
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    is_on_stack.add(target)
                    path.append((target, first[target]))
                elif target in is_on_stack:
                    low[state] = min(low[state], index[target])
                continue
            path.pop()
            if path:
                low[path[-1][0]] = min(low[path[-1][0]], low[state])
            if low[state] == index[state]:
                position = stack.index(state) if stack[-1] != state else len(stack) - 1
                component = stack[position:]
                del stack[position:]
                is_on_stack.difference_update(component)
                circles = len(component) > 1 or state in to[first[state] : first[state + 1]]
                found.append(component if circles else state)
    return found[::-1]
