"""Shortest and longest roads over all playthroughs, and how many playthroughs there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.explore.graph import Graph

UNBOUNDED = float("inf")


@dataclass(frozen=True)
class Spans:
    """For each state the least and the most that a road to it costs, and the state before it on such a road.

    A cost that a loop lets grow for ever is infinite. `count` is the number of roads (None: without end).
    """

    least: list[float]
    most: list[float]
    before_least: list[int]
    before_most: list[int]


def spans(
    graph: Graph,
    low: Sequence[float],
    high: Sequence[float],
    sources: Mapping[int, float] | None = None,
    stays: bytearray | None = None,
) -> Spans:
    """Return least and most costs, where road `e` (a position in the graph's arrays) costs low[e]..high[e].

    Roads begin at the `sources` (states with what they cost; None: the start) and do not leave the states
    that `stays` marks with 1.
    """
    least, most = [UNBOUNDED] * graph.states, [-UNBOUNDED] * graph.states
    before_least, before_most = [-1] * graph.states, [-1] * graph.states
    for source, cost in ({graph.start: 0.0} if sources is None else sources).items():
        least[source] = most[source] = cost
    first, to = graph.first, graph.to

    def pass_on(state: int, far: float) -> bool:
        changed, near = False, least[state]
        for edge in range(first[state], first[state + 1]):
            target = to[edge]
            if target < 0 or (stays is not None and not stays[target]):
                continue
            if near + low[edge] < least[target]:
                least[target], before_least[target], changed = near + low[edge], state, True
            if far + high[edge] > most[target]:
                most[target], before_most[target], changed = far + high[edge], state, True
        return changed

    for entry in graph.order:
        if isinstance(entry, list):
            reached = any(least[state] < UNBOUNDED for state in entry)
            if reached and _costs_something(graph, entry, high, stays):
                # One can always go round once more, so nothing in such a loop has a longest road.
                for state in entry:
                    most[state] = UNBOUNDED
            while reached and sum(pass_on(state, most[state]) for state in entry):
                pass
        elif first[entry] != first[entry + 1] and least[entry] < UNBOUNDED:
            pass_on(entry, most[entry])
    return Spans(least, most, before_least, before_most)


def _costs_something(graph: Graph, states: list[int], high: Sequence[float], stays: bytearray | None) -> bool:
    members = {state for state in states if stays is None or stays[state]}
    return any(
        high[edge] > 0 and graph.to[edge] in members
        for state in members
        for edge in range(graph.first[state], graph.first[state + 1])
    )


def road_back(before: Sequence[int], state: int, start: int) -> list[int]:
    """Return the states of a road from the start to a state, by the states before each."""
    road = [state]
    while road[-1] != start and before[road[-1]] >= 0:
        road.append(before[road[-1]])
    return road[::-1]


def counts(graph: Graph, useful: Sequence[int]) -> list[int] | None:
    """Return the number of different roads from the start to each state; None where a loop makes it endless.

    `useful` says (1) from which states an ending can be reached: only a loop among these lets
    playthroughs grow for ever.
    """
    found = [0] * graph.states
    found[graph.start] = 1
    for entry in graph.order:
        if isinstance(entry, list):
            if useful[entry[0]]:
                return None
            continue
        here = found[entry]
        for target in graph.to[graph.first[entry] : graph.first[entry + 1]]:
            if target >= 0:
                found[target] += here
    return found
