"""How often each state is visited by somebody who chooses evenly: expected visits, exact or in floats.

In a graph without loops a state's visits are a sum over the roads that lead to it. A loop is solved as
linear equations by taking out one state after another, after Grassmann, Taksar and Heyman: only sums,
products and quotients of positive numbers, so that no digits are lost to subtraction. With Fractions all
is exact; with floats the error is a few units in the last place for each step of a road.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeVar

from game.explore.graph import Graph

Number = TypeVar("Number", Fraction, float)

MOST_IN_A_LOOP = 3_000
"""Loops of more states are not solved: their figures are reported as not worked out."""


class LoopTooLarge(Exception):
    """Raised where a loop has more states than can be solved."""


def visits(graph: Graph, one: Number, cut: bytes | None = None) -> tuple[list[Number], Number]:
    """Return each state's expected visits, and how much flowed into the roads (by position) that are `cut`.

    `one` is Fraction(1) or 1.0, and says what is reckoned in. What flows into a loop that nothing leaves
    stays there: its states count what enters them from outside. Raises LoopTooLarge.
    """
    zero = one - one
    flow = [zero] * graph.states
    flow[graph.start] = one
    lost = zero
    first, to = graph.first, graph.to
    for entry in graph.order:
        if isinstance(entry, list):
            _solve(graph, entry, flow, cut)
        for state in entry if isinstance(entry, list) else (entry,):
            here, begin, end = flow[state], first[state], first[state + 1]
            if begin == end or not here:
                continue
            members = set(entry) if isinstance(entry, list) else ()
            for edge, share in shares(graph, state, here):
                if cut is not None and cut[edge]:
                    lost += share
                elif to[edge] >= 0 and to[edge] not in members:
                    flow[to[edge]] += share
    return flow, lost


def shares(graph: Graph, state: int, here: Number) -> Iterable[tuple[int, Number]]:
    """Return the roads of a state (positions in the graph's arrays) with each one's part of `here`."""
    begin, end = graph.first[state], graph.first[state + 1]
    weights = graph.weight[begin:end]
    total = sum(weights)
    if total == end - begin and total:
        return zip(range(begin, end), [here / total] * total, strict=True)
    return [(begin + i, here * weight / total) for i, weight in enumerate(weights)]


def _solve(graph: Graph, states: list[int], flow: list[Number], cut: bytes | None) -> None:
    """Turn what flows into a loop from outside into the visits of its states."""
    if len(states) > MOST_IN_A_LOOP:
        raise LoopTooLarge
    one = flow[graph.start] - flow[graph.start] + 1
    zero = one - one
    members = set(states)
    inside: dict[int, dict[int, Number]] = {state: {} for state in states}
    leads_here: dict[int, set[int]] = {state: set() for state in states}
    leaving = dict.fromkeys(states, zero)
    for state in states:
        for edge, share in shares(graph, state, one):
            target = graph.to[edge]
            if target in members and not (cut is not None and cut[edge]):
                inside[state][target] = inside[state].get(target, zero) + share
                leads_here[target].add(state)
            else:
                leaving[state] += share
    if not any(leaving.values()):
        return
    waiting, taken = sorted(states, key=lambda s: len(inside[s]) * len(leads_here[s])), list[int]()
    gone: dict[int, tuple[list[tuple[int, Number]], Number]] = {}
    for state in waiting:
        roads = [(target, p) for target, p in inside[state].items() if target != state and target not in gone]
        total = sum((p for _, p in roads), start=leaving[state])
        comes = [(s, inside[s][state]) for s in leads_here[state] if s != state and s not in gone]
        gone[state] = (comes, total)
        taken.append(state)
        if not total:
            continue
        for target, p in roads:
            flow[target] += flow[state] * p / total
        for source, q in comes:
            for target, p in roads:
                inside[source][target] = inside[source].get(target, zero) + q * p / total
                leads_here[target].add(source)
            leaving[source] += q * leaving[state] / total
    for state in reversed(taken):
        comes, total = gone[state]
        if total:
            flow[state] = sum((flow[s] * q for s, q in comes), start=flow[state]) / total
