"""Every figure agrees with counting the playthroughs of small stories one by one, through the engine."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given, settings

from game.explore.figures import figures
from game.explore.graph import graph_of
from game.explore.lengths import Pace, decisions_made, words_read
from game.explore.proof import prove
from game.explore.transitions import ALL, NONE, Reductions
from game.story.debrief import facts_met
from game.story.model import Ending, Story
from game.story.starts import lesson_start
from tests.explore.brute import explored, playthroughs, settled_shares
from tests.explore.small_stories import stories

LAWS = settings(deadline=None, max_examples=30)
SLOW_READER = Pace(words_a_minute=100, seconds_a_decision=30)


@pytest.mark.parametrize("reductions", [ALL, NONE, Reductions(merging=False)])
@LAWS
@given(stories(loops=False))
def test_figures_are_those_of_all_playthroughs_counted(reductions: Reductions, story: Story) -> None:
    played = playthroughs(story)
    assume(played is not None)
    assert played is not None
    proof = prove(story, reductions=reductions)
    found = figures(proof, graph_of(proof.core), SLOW_READER)
    ended = [each for each in played if each.playthrough.is_over]
    assert found.playthroughs == len(ended)
    for ending in found.endings:
        here = [e for e in ended if e.playthrough.ending and e.playthrough.ending.id == ending.id]
        assert ending.playthroughs == len(here)
        assert math.isclose(float(ending.share), sum(e.share for e in here), abs_tol=1e-9)
        if here:
            assert ending.shortest is not None
            assert ending.longest is not None
            assert ending.shortest.decisions == min(decisions_made(e.playthrough) for e in here)
            assert ending.longest.decisions == max(decisions_made(e.playthrough) for e in here)
    words = sum(e.share * words_read(e.playthrough) for e in played)
    assert math.isclose(found.whole.words, words, abs_tol=1e-9)
    assert math.isclose(found.whole.decisions, sum(e.share * decisions_made(e.playthrough) for e in played))
    if ended:
        minutes = [
            SLOW_READER.minutes(words_read(e.playthrough), decisions_made(e.playthrough)) for e in ended
        ]
        assert found.whole.shortest.low - 1e-9 <= min(minutes) <= found.whole.shortest.high + 1e-9
        assert found.whole.longest.low - 1e-9 <= max(minutes) <= found.whole.longest.high + 1e-9
        if reductions == NONE:
            assert math.isclose(found.whole.shortest.low, min(minutes), abs_tol=1e-9)
            assert math.isclose(found.whole.longest.high, max(minutes), abs_tol=1e-9)
    for scene, probability in found.visited.items():
        seen = (e.share for e in played if any(m.state.scene == scene for m in e.playthrough.moments))
        assert math.isclose(probability, sum(seen), abs_tol=1e-9)
    for fact, probability in found.met.items():
        met = (e.share for e in played if fact in set(facts_met(e.playthrough)))
        assert math.isclose(probability, sum(met), abs_tol=1e-9)


@LAWS
@given(stories(loops=False))
def test_a_lesson_is_as_long_as_its_playthroughs_from_its_own_start(story: Story) -> None:
    proof = prove(story)
    found = figures(proof, graph_of(proof.core), SLOW_READER)
    for stretch in found.lessons:
        played = playthroughs(story, start=lesson_start(story, stretch.id))
        assume(played is not None)
        assert played is not None
        assert stretch.length is not None
        words = sum(e.share * words_read(e.playthrough) for e in played)
        assert math.isclose(stretch.length.words, words, abs_tol=1e-9)
        made = sum(e.share * decisions_made(e.playthrough) for e in played)
        assert math.isclose(stretch.length.decisions, made, abs_tol=1e-9)


@LAWS
@given(stories(loops=False))
def test_the_words_of_the_chapters_are_those_of_the_whole(story: Story) -> None:
    proof = prove(story)
    found = figures(proof, graph_of(proof.core), SLOW_READER)
    played = playthroughs(story)
    assume(played is not None)
    assert played is not None
    words = 0.0
    for position, chapter in enumerate(found.chapters):
        there = (e.share for e in played if any(m.state.chapter == position for m in e.playthrough.moments))
        met = sum(there)
        assert (chapter.length is None) == (met == 0)
        if chapter.length is not None:
            words += chapter.length.words * met
            shortest, longest = chapter.length.shortest, chapter.length.longest
            assert shortest.low <= shortest.high
            assert longest.low <= longest.high
            assert shortest.low <= longest.high
    assert math.isclose(words, found.whole.words, abs_tol=1e-9)


@LAWS
@given(stories())
def test_shares_with_loops_are_those_that_walking_on_settles_at(story: Story) -> None:
    plain = explored(story, 300)
    assume(plain.complete)
    shares = settled_shares(plain)
    assume(shares is not None)
    assert shares is not None
    proof = prove(story)
    found = figures(proof, graph_of(proof.core))
    for scene in story.scenes.values():
        if isinstance(scene.exit, Ending):
            ending = next(e for e in found.endings if e.id == scene.exit.id)
            assert math.isclose(float(ending.share), shares.get(scene.id, 0.0), abs_tol=1e-9)
