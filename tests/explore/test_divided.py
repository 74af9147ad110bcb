"""Outlines, alike roads and the divided proof say what looking at every state says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from game.explore.divided import most_ways
from game.explore.findings import happening
from game.explore.loops import may_loop
from game.explore.missing import missing
from game.explore.promises import keep_promises
from game.explore.proof import prove
from game.explore.reading import read_rules
from game.explore.search import Limits
from game.explore.study import Wanted, study
from game.explore.transitions import ALL, Reductions
from game.story.conditions import Compare, Condition, Constant, IsTrue, Read, Seen, holds
from game.story.effects import Effect
from game.story.model import RETURN, DeckOffer, DeckPlace, Passage, Promise, Story, Way
from game.story.prose import Words
from game.story.variables import Variable
from tests.explore import planted
from tests.explore.brute import explored
from tests.explore.small_stories import stories

LAWS = settings(deadline=None, max_examples=20)
WITHOUT_OUTLINES = Reductions(outlines=False)
SWITCHES = [ALL, Reductions(alike=False), Reductions(outlines=False), Reductions(alike=False, outlines=False)]


@pytest.mark.parametrize("reductions", SWITCHES)
@LAWS
@given(stories())
def test_a_divided_proof_answers_as_all_states_do(reductions: Reductions, story: Story) -> None:
    plain = explored(story)
    assume(plain.complete and not may_loop(read_rules(story)))
    proof = prove(story, reductions=reductions, most_joint=1)
    assert proof.is_divided
    assert proof.bound is None
    visited = {state.scene for state in plain.edges}
    assert {proof.rules.places[place].scene for place in proof.roads.reached} == visited
    taken = {(state.scene, edge.way.id) for state, edges in plain.edges.items() for edge in edges}
    assert {
        (proof.rules.places[place].scene, proof.rules.places[place].roads[road].step)
        for place, road in proof.roads.opened
    } == taken
    for scene in story.scenes.values():
        states = [state for state in plain.edges if state.scene == scene.id]
        for position, passage in enumerate(scene.passages):
            answer = proof.answers["passage", scene.id, position]
            if passage.condition is not None and states:
                assert answer.is_ever_true == any(holds(passage.condition, state) for state in states)
                assert answer.is_ever_false == any(not holds(passage.condition, state) for state in states)


@LAWS
@given(stories())
def test_a_divided_proof_finds_what_the_whole_one_finds(story: Story) -> None:
    plain = explored(story)
    assume(plain.complete and not may_loop(read_rules(story)))
    whole, divided = prove(story), prove(story, most_joint=1)

    def found(proof):  # type: ignore[no-untyped-def]
        both = [*happening(proof, None), *missing(proof)]
        return sorted((f.severity, f.kind, f.scene, f.way) for f in both)

    assert found(divided) == found(whole)
    for finding in happening(divided, None):
        assert finding.example is not None
        assert finding.example.state.scene == finding.scene
    assert [kept.holds for kept in keep_promises(divided, None)] == [
        kept.holds for kept in keep_promises(whole, None)
    ]


def test_a_dead_end_of_seven_conditions_is_found_by_a_question_of_its_own() -> None:
    found = study(planted.seven_conditions(), Wanted(most_joint=5))
    assert found.proof.is_divided
    (dead_end,) = found.of("error")
    assert dead_end.kind == "dead-end"
    assert [step.way for step in dead_end.example.steps] == ["yes"] * 7
    assert found.figures is None
    assert found.sample is not None


def test_a_combination_of_ten_digits_is_found_by_a_question_of_its_own() -> None:
    found = study(planted.combination_lock(), Wanted(most_joint=5))
    assert found.proof.is_divided
    assert found.proof.bound is None
    assert [f for f in found.findings if f.kind.endswith("never")] == []


def ten_doors(tenth: Condition | None) -> Story:
    key = Variable("key", "flag", 0)
    scenes = [
        planted.scene("s0", Way("take", "s1", effects=(Effect(key, "=", Constant(1)),)), Way("leave", "s1")),
        planted.scene(
            "s1", *(Way(f"door{i}", "end") for i in range(9)), Way("door9", "end", condition=tenth)
        ),
        planted.ending("end"),
    ]
    return planted.story(scenes, [key])


@pytest.mark.parametrize("most_joint", [1, None])
def test_ten_ways_at_once_are_an_error_with_a_witness(most_joint: int | None) -> None:
    key = Variable("key", "flag", 0)
    found = study(ten_doors(IsTrue(key)), Wanted(most_joint=most_joint))
    (crowded,) = found.of("error")
    assert crowded.kind == "too-many-ways"
    assert crowded.text == "In s1 10 ways can be open at once; the keys reach nine."
    assert [step.way for step in crowded.example.steps] == ["take"]
    assert len(crowded.example.ways) == 10


def test_letters_under_a_limit_do_not_crowd_a_desk() -> None:
    places = read_rules(planted.deck_of_letters()).places
    desk = next(place for place in places if place.scene == "s0")
    assert most_ways(desk) == 6, "four letters of twelve, and two ways home"


def far_words(words: int) -> Story:
    """Words chosen one after the other, each asked for by one passage at the end: 3^n joint states."""
    chosen = [Variable(f"w{i}", "number", i, start=0, minimum=0, maximum=3) for i in range(words)]
    scenes = [
        planted.scene(
            f"s{i}",
            *(Way(f"c{v}", f"s{i + 1}", effects=(Effect(word, "=", Constant(v)),)) for v in range(3)),
        )
        for i, word in enumerate(chosen)
    ]
    end = planted.ending(f"s{words}")
    text = ((Words("More."),),)
    asks = tuple(Passage("text", text, planted.is_at(word, value)) for word in chosen for value in (1, 3))
    return planted.story([*scenes, replace(end, passages=(*end.passages, *asks))], chosen)


def test_what_only_texts_ask_for_is_proved_in_outlines_that_add() -> None:
    proof = prove(far_words(14))
    never = [f for f in missing(proof) if f.kind == "passage-never"]
    assert len(never) == 14, "no word ever has its value 3"
    assert proof.slices == [], "no slice is needed"
    assert proof.outlines.states < 1_000
    assert proof.core.states == 15


def letter_that_never_lies_there(limit: int | None) -> Story:
    """The only letter waits for a closed door; the door is open from the start, and stays so."""
    door = Variable("door", "flag", 0, start=1)
    at_end = Passage("text", ((Words("You have read it."),),), Seen("letter"))
    return planted.story(
        [
            planted.scene("s0", DeckOffer("tray", limit), Way("on", "s1")),
            planted.scene(
                "letter",
                Way("done", RETURN),
                waits_in=DeckPlace("tray", Compare("==", Read(door), Constant(0))),
            ),
            planted.scene("s1", Way("on", "end", effects=(Effect(door, "=", Constant(0)),))),
            replace(planted.ending("end"), passages=(*planted.TEXT, at_end)),
        ],
        [door],
    )


@pytest.mark.parametrize("most_joint", [1, None])
@pytest.mark.parametrize("limit", [1, None])
def test_what_a_letter_asks_is_remembered_once_its_reading_is(
    limit: int | None, most_joint: int | None
) -> None:
    proof = prove(letter_that_never_lies_there(limit), reductions=WITHOUT_OUTLINES, most_joint=most_joint)
    found = {(finding.kind, finding.scene) for finding in missing(proof)}
    assert ("letter-never", "letter") in found
    assert ("passage-never", "end") in found


def eighteen_doors() -> Story:
    """Eight doors that are never open together with the ten others, which all open with one key."""
    key, other = Variable("key", "flag", 0), Variable("other", "number", 1, start=0, minimum=0, maximum=9)
    gives = Effect(key, "=", Constant(1))
    chosen = tuple(Way(f"o{n}", "s1", effects=(Effect(other, "=", Constant(n)),)) for n in range(8))
    doors = [
        *(Way(f"a{n}", "end", condition=planted.is_at(other, n)) for n in range(8)),
        *(Way(f"b{n}", "end", condition=IsTrue(key)) for n in range(9)),
    ]
    scenes = [
        planted.scene("s0", Way("take", "s1", effects=(gives,)), *chosen),
        planted.scene("s1", *doors),
        planted.ending("end"),
    ]
    return planted.story(scenes, [key, other])


@pytest.mark.parametrize("most_joint", [1, None])
def test_ten_ways_of_many_are_found(most_joint: int | None) -> None:
    found = study(eighteen_doors(), Wanted(most_joint=most_joint))
    assert found.proof.bound is None
    (crowded,) = found.of("error")
    assert crowded.kind == "too-many-ways"
    assert crowded.text == "In s1 10 ways can be open at once; the keys reach nine."


def twenty_doors() -> Story:
    """Twenty doors, each with a key of its own: 184,756 sets of ten."""
    keys = [Variable(f"key{n}", "flag", n) for n in range(20)]
    scenes = [
        planted.scene("s0", Way("on", "s1")),
        planted.scene("s1", *(Way(f"d{key.slot}", "end", condition=IsTrue(key)) for key in keys)),
        planted.ending("end"),
    ]
    return planted.story(scenes, keys)


def test_a_page_with_too_many_sets_of_ten_ways_is_bounded() -> None:
    assert prove(twenty_doors(), most_joint=1).bound == "sets of ten ways at 3,000"
    assert prove(twenty_doors()).bound is None


def test_what_walks_have_reached_is_reachable_even_where_the_shortest_road_is_not_found() -> None:
    held = replace(planted.combination_lock(), promises=(Promise("reachable", targets=("shut",)),))
    proof = prove(held, most_joint=5)
    (kept,) = keep_promises(proof, None, Limits(states=2))
    assert (kept.holds, kept.says) == (True, "holds")


@pytest.mark.parametrize("step", ["open_roads_of", "answered_by", "glimpse"])
def test_an_interrupt_never_makes_anything_impossible(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"game.explore.proof.{step}", interrupted)
    found = study(planted.seven_conditions(), Wanted(figures=False))
    assert found.proof.bound == "an interrupt"
    assert [finding.kind for finding in found.findings if finding.kind.endswith("-never")] == []
