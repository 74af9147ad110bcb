"""Loops among the states, and states from which no road leads to an ending."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.explore.graph import Graph
from game.explore.rules import Rules


@dataclass(frozen=True, slots=True)
class Loop:
    """States among which one can go round: their scenes in the pack's order, and how many they are.

    `is_endless`: no road leaves them. `only_continue`: no decision is made and nothing is drawn in it.
    `state` is the packed state of it that is met first.
    """

    scenes: tuple[str, ...]
    states: int
    is_endless: bool
    only_continue: bool
    state: int


def may_loop(rules: Rules) -> bool:
    """Return whether the written ways can lead back at all to where one has been.

    A letter that is offered once cannot be part of a loop: whoever has read it cannot read it again. So
    where the ways without such letters go round nowhere, no state can come again.
    """
    once = {
        place.index
        for place in rules.places
        if (waits := rules.story.scenes[place.scene].waits_in) and not waits.repeat and place.offered_by
    }
    leads = {
        place.index: {road.to for road in place.roads} - once
        for place in rules.places
        if place.index not in once
    }
    while leads:
        ends = [place for place, to in leads.items() if not to & leads.keys()]
        if not ends:
            return True
        for place in ends:
            del leads[place]
    return False


def loops_of(graph: Graph) -> list[Loop]:
    """Return the loops, those over the same scenes as one: an endless one, or else the largest."""
    best: dict[tuple[tuple[str, ...], bool], Loop] = {}
    for states in graph.loops:
        loop = _loop(graph, states)
        key = (loop.scenes, loop.is_endless)
        if key not in best or best[key].states < loop.states:
            best[key] = loop
    return list(best.values())


def _loop(graph: Graph, states: list[int]) -> Loop:
    members = set(states)
    leaves = any(
        target not in members
        for state in states
        for target in graph.to[graph.first[state] : graph.first[state + 1]]
    )
    places = {graph.place(state).index: graph.place(state) for state in states}
    scenes = {place.scene for place in places.values()}
    order = graph.search.transitions.rules.story.scenes
    return Loop(
        tuple(scene for scene in order if scene in scenes),
        len(states),
        not leaves,
        all(place.kind == "next" for place in places.values()),
        graph.packed(min(states)),
    )


def hopeless(graph: Graph, endings: Iterable[int]) -> list[int]:
    """Return the states (numbers) from which no road leads to one of the endings (numbers)."""
    good = bytearray(graph.states)
    for state in endings:
        good[state] = 1
    for entry in reversed(graph.order):
        states = entry if isinstance(entry, list) else [entry]
        if any(
            good[target]
            for state in states
            for target in graph.to[graph.first[state] : graph.first[state + 1]]
            if target >= 0
        ):
            for state in states:
                good[state] = 1
    return [state for state in range(graph.states) if not good[state]]
