"""What holds on every road, found out by walking many."""

from __future__ import annotations

import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.compiler import compile_pack
from game.shipped import folder
from game.story.compiled import from_compiled, to_compiled
from game.story.debrief import debrief_view
from game.story.model import Story
from game.story.playthrough import Playthrough
from game.story.replay import from_save, to_save
from game.story.scene_view import scene_view
from game.story.views import plain

PICKS = st.lists(st.integers(0, 10**6), max_size=80)


@cache
def campaign() -> Story:
    story = compile_pack(folder("scenes") / "third_chair").story
    assert story is not None
    return story


@cache
def campaign_compiled() -> Story:
    return from_compiled(json.loads(json.dumps(to_compiled(campaign()))))


def walk(story: Story, picks: list[int]) -> Playthrough:
    """Play on by picks, each reduced to one of the ways that are open."""
    playthrough = Playthrough.begin(story)
    for pick in picks:
        if playthrough.is_over:
            break
        playthrough = playthrough.choose(playthrough.ways[pick % len(playthrough.ways)].id)
    return playthrough


@settings(deadline=None)
@given(PICKS)
def test_back_undoes_choose(picks: list[int]) -> None:
    here = walk(campaign(), picks)
    for way in here.ways:
        assert here.choose(way.id).back() == here


@settings(deadline=None)
@given(PICKS)
def test_saving_and_loading_gives_the_same_playthrough(picks: list[int]) -> None:
    played = walk(campaign(), picks)
    replayed = from_save(campaign(), json.loads(json.dumps(to_save(played))))
    assert replayed.playthrough == played
    assert replayed.stopped_at is None


@settings(deadline=None)
@given(PICKS)
def test_the_compiled_pack_plays_and_shows_the_same(picks: list[int]) -> None:
    yaml, compiled = walk(campaign(), picks), walk(campaign_compiled(), picks)
    assert plain(scene_view(yaml)) == plain(scene_view(compiled))
    assert plain(debrief_view(yaml)) == plain(debrief_view(compiled))


@settings(deadline=None)
@given(PICKS)
def test_exactly_the_open_choices_can_be_chosen_and_at_most_nine_are(picks: list[int]) -> None:
    here = walk(campaign(), picks)
    view = scene_view(here)
    if view.leads == "choices":
        assert [choice.id for choice in view.choices if choice.is_open] == [way.id for way in here.ways]
        assert [choice.number for choice in view.choices if choice.is_open] == list(
            range(1, len(here.ways) + 1)
        )
        assert 1 <= len(here.ways) <= 9
