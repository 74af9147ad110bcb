"""The fast search agrees with choosing through the engine, with each reduction on and off."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings

from game.explore.emit import Emitter
from game.explore.reading import read_rules
from game.explore.search import search
from game.explore.transitions import ALL, NONE, Reductions, Transitions
from game.story.model import Story
from game.story.playthrough import Playthrough
from tests.explore.brute import explored
from tests.explore.planted import deck_of_letters
from tests.explore.small_stories import stories

LAWS = settings(deadline=None, max_examples=30)


@LAWS
@given(stories())
def test_without_reductions_the_states_are_those_of_the_engine(story: Story) -> None:
    plain = explored(story)
    assume(plain.complete)
    found = search(Transitions(read_rules(story), reductions=NONE))
    assert found.bound is None
    assert found.states == len(plain.edges)


SWITCHES = [
    ALL,
    NONE,
    Reductions(merging=False),
    Reductions(sums=False),
    Reductions(verdicts=False),
    Reductions(merging=False, sums=False),
]


@pytest.mark.parametrize("reductions", SWITCHES)
@LAWS
@given(stories())
def test_reductions_keep_every_road_open_and_closed(reductions: Reductions, story: Story) -> None:
    plain = explored(story)
    assume(plain.complete)
    rules = read_rules(story)
    transitions = Transitions(rules, reductions=reductions)
    found = search(transitions)
    assert found.states <= len(plain.edges)
    taken = set()
    for place in rules.places:
        for state in found.known[place.index]:
            ways = transitions.ways(place.index)(state)
            taken |= {(place.scene, place.roads[road].step) for road in ways[::2]}
    assert taken == {(state.scene, edge.way.id) for state, edges in plain.edges.items() for edge in edges}


@LAWS
@given(stories())
def test_every_witness_replays_in_the_engine_and_is_shortest(story: Story) -> None:
    plain = explored(story)
    assume(plain.complete)
    depth = {plain.first: 0}
    for state in (waiting := [plain.first]):
        for edge in plain.edges[state]:
            if edge.to not in depth:
                depth[edge.to] = depth[state] + 1
                waiting.append(edge.to)
    found = search(Transitions(read_rules(story)))
    for place in found.transitions.rules.places:
        states = list(found.known[place.index])
        if states:
            played: Playthrough = found.played(states[0])
            assert played.state.scene == place.scene
            assert len(played.steps) == min(
                depth[state]
                for state in depth
                if state.scene == place.scene and state.offered_by == place.offered_by
            )


def test_generated_source_holds_no_id_and_no_text_of_the_pack() -> None:
    rules = read_rules(deck_of_letters())
    emitter = Emitter(rules, Transitions(rules).packing)
    source = "".join(emitter.expand(place) + emitter.ways(place) for place in rules.places)
    assert "known" in source
    for word in ("letter", "tray", "home", "read_both", "done", "Some words"):
        assert word not in source
