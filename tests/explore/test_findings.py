"""Findings, answers and promises agree with looking at every state of the engine."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from game.explore.findings import happening
from game.explore.graph import graph_of
from game.explore.missing import missing
from game.explore.promises import keep_promises
from game.explore.proof import prove
from game.explore.transitions import ALL, NONE, Reductions
from game.story.conditions import holds
from game.story.evidence import Fact
from game.story.model import Ending, Lesson, Story, Way
from game.story.playthrough import Playthrough
from game.story.state import State
from tests.explore import planted
from tests.explore.brute import Plain, explored
from tests.explore.small_stories import stories

LAWS = settings(deadline=None, max_examples=30)
SWITCHES = [ALL, NONE, Reductions(slices=False), Reductions(sums=False, merging=False)]


def reaches_an_ending(plain: Plain) -> set[State]:
    good = set(plain.endings())
    while more := {s for s, edges in plain.edges.items() if s not in good and {e.to for e in edges} & good}:
        good |= more
    return good


@pytest.mark.parametrize("reductions", SWITCHES)
@LAWS
@given(stories())
def test_answers_are_those_of_all_states(reductions: Reductions, story: Story) -> None:
    plain = explored(story)
    assume(plain.complete)
    proof = prove(story, reductions=reductions)
    assert proof.bound is None
    for scene in story.scenes.values():
        states = [state for state in plain.edges if state.scene == scene.id]
        for position, passage in enumerate(scene.passages):
            answer = proof.answers["passage", scene.id, position]
            if passage.condition is not None and states:
                assert answer.is_ever_true == any(holds(passage.condition, state) for state in states)
                assert answer.is_ever_false == any(not holds(passage.condition, state) for state in states)
        blank = proof.answers["blank", scene.id]
        assert blank.is_ever_true == any(
            not any(holds(passage.condition, state) for passage in scene.passages) for state in states
        )
        if blank.example:
            shown = blank.example.state
            assert shown.scene == scene.id
            assert not any(holds(passage.condition, shown) for passage in scene.passages)


@pytest.mark.parametrize("reductions", SWITCHES)
@LAWS
@given(stories())
def test_what_goes_wrong_is_found_and_shown(reductions: Reductions, story: Story) -> None:
    plain = explored(story)
    assume(plain.complete)
    good = reaches_an_ending(plain)
    proof = prove(story, reductions=reductions)
    found = list(happening(proof, graph_of(proof.core)))
    stuck = {s.scene for s, edges in plain.edges.items() if not edges and s not in set(plain.endings())}
    assert {f.scene for f in found if f.kind == "dead-end"} == stuck
    for finding in found:
        assert finding.example is not None
        assert finding.example.state.scene == finding.scene or finding.kind.endswith("loop")
        if finding.kind == "dead-end":
            assert finding.example.ways == ()
        if finding.kind in ("endless-loop", "continue-loop", "no-ending-left"):
            assert finding.example.state not in good
    lost = set(plain.edges) - good
    assert bool(lost) == any(f.kind in ("dead-end", "endless-loop", "continue-loop") for f in found)


@LAWS
@given(stories())
def test_what_is_said_to_be_missing_is_in_no_state(story: Story) -> None:
    plain = explored(story)
    assume(plain.complete)
    taken = {(state.scene, edge.way.id) for state, edges in plain.edges.items() for edge in edges}
    visited = {state.scene for state in plain.edges}
    found = list(missing(prove(story)))
    never = {f.scene for f in found if f.kind in ("scene-never", "ending-never", "letter-never")}
    assert never == set(story.scenes) - visited - {"ea"}, "ea closes a lesson"
    for finding in found:
        if finding.kind in ("choice-never", "choice-always-locked", "draw-never"):
            assert (finding.scene, finding.way) not in taken
    arrivals = {
        (moment.state.values[4], moment.state.values[0])
        for state, edges in plain.edges.items()
        for edge in edges
        if edge.to.scene == "eb"
        for moment in (before_entering(story, state, edge.way.id),)
    }
    impossible = {f.scene for f in found if f.kind == "chapter-start-impossible"}
    assert impossible == (set() if (1, 2) in arrivals else {"eb"})


def before_entering(story: Story, state: State, way: str):
    """The moment after a way's own effects, read off a copy of the story where nothing runs on entering."""
    from dataclasses import replace

    bare = {
        name: replace(scene, on_enter=(), exit=replace(scene.exit, kind=""))
        if isinstance(scene.exit, Ending)
        else scene
        for name, scene in story.scenes.items()
    }
    from tests.explore.brute import stepped

    return stepped(replace(story, scenes=bare), state, way)


@pytest.mark.parametrize("reductions", SWITCHES)
@LAWS
@given(stories())
def test_promises_are_kept_or_broken_with_a_counter_example(reductions: Reductions, story: Story) -> None:
    plain = explored(story)
    assume(plain.complete)
    never, always, reachable, every_path = keep_promises(prove(story, reductions=reductions), None)
    one, other = story.promises[0].condition, story.promises[1].condition
    assert never.holds == (not any(holds(one, state) for state in plain.edges))
    assert always.holds == all(holds(other, state) for state in plain.edges)
    if never.example:
        assert holds(one, never.example.state)
    if always.example:
        assert not holds(other, always.example.state)
    assert reachable.holds == any(state.scene == "eb" for state in plain.edges)
    passed = every_path.promise.targets[0]
    around, waiting = {plain.first}, [plain.first]
    while waiting:
        for edge in plain.edges[waiting.pop()]:
            if edge.to.scene != passed and edge.to not in around:
                around.add(edge.to)
                waiting.append(edge.to)
    assert every_path.holds == (not any(state.scene == "eb" for state in around))
    if every_path.example:
        example: Playthrough = every_path.example
        assert passed not in {moment.state.scene for moment in example.moments}
        assert example.state.scene == "eb"


def test_a_page_that_closes_a_lesson_is_not_missed_in_the_whole_story() -> None:
    scenes = [
        planted.scene("s0", Way("on", "end")),
        planted.ending("end"),
        replace(planted.ending("bell"), facts=("told",)),
        planted.ending("nowhere"),
    ]
    story = replace(
        planted.story(scenes),
        lessons=(Lesson("period", "Period", ("one",), close="bell"),),
        facts={"told": Fact("told", (), "corroborated", ())},
    )
    assert [(f.kind, f.scene) for f in missing(prove(story))] == [("ending-never", "nowhere")]
