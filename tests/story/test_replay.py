"""Saves: a start and a list of steps, played again as far as the story still goes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from game.story.model import Story
from game.story.playthrough import Playthrough, Start, Step
from game.story.replay import UnreadableSave, from_save, to_save

MakeStory = Callable[..., Story]

ROAD = """\
scene: hall
title: Hall
provenance: invented
text: |
  A hall.
choices:
  - {id: left, text: Left., to: room}
  - {id: right, text: Right., to: room}
---
scene: room
title: Room
provenance: invented
text: |
  A room.
next:
  - to: yard
"""


def test_a_save_is_the_start_and_the_steps(story: MakeStory) -> None:
    played = Playthrough.begin(story(ROAD), Start("hall", {"coins": "3"})).choose("left").choose("continue")
    save = to_save(played)
    assert save == {
        "format": 1,
        "story": "small",
        "extension": "",
        "version": "1.0.0",
        "start": {"scene": "hall", "given": {"coins": "3"}, "lesson": ""},
        "steps": [["hall", "left"], ["room", "continue"]],
    }
    assert from_save(played.story, json.loads(json.dumps(save))).playthrough == played


def test_votes_that_are_none_are_left_out_of_a_save(story: MakeStory) -> None:
    played = Playthrough.begin(story(ROAD)).voted("left", 3)
    save = to_save(played)
    save["votes"] |= {"9" * 5_000: {"left": 1}, "\u00b2": {"left": 1}, "-1": {"left": 1}, "7": {"left": 1}}
    assert from_save(played.story, save).playthrough.votes == {0: {"left": 3}}


def test_an_answer_of_a_save_keeps_its_lines_and_joined_letters_and_nothing_that_steers(
    story: MakeStory,
) -> None:
    text = "\U0001f469\u200d\U0001f467\n\u0645\u06cc\u200c\u062e \x1b[31m\u202eb"
    played = Playthrough.begin(story(ROAD)).answered("why", text)
    answers = from_save(played.story, to_save(played)).playthrough.answers
    assert answers == {"why": "\U0001f469\u200d\U0001f467\n\u0645\u06cc\u200c\u062e  [31m b"}


def test_after_an_edit_a_save_replays_as_far_as_it_goes_and_says_where_it_stopped(story: MakeStory) -> None:
    save = to_save(Playthrough.begin(story(ROAD)).choose("left").choose("continue"))
    edited = story(ROAD.replace("id: left", "id: ahead"))
    replayed = from_save(edited, save)
    assert replayed.playthrough.state.scene == "hall"
    assert replayed.stopped_at == Step("hall", "left")
    assert replayed.steps_lost == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": 99}, "another version"),
        ({"story": "other"}, "another story: other"),
        ({"extension": "my_class"}, "another pack: my_class"),
        ({"start": {"scene": "attic", "given": {}, "lesson": ""}}, "no longer fits"),
        ({"start": None}, "beginning cannot be read"),
        ({"start": {"scene": "hall", "given": {"coins": 3}, "lesson": ""}}, "beginning cannot be read"),
        ({"steps": "left"}, "steps cannot be read"),
        ({"steps": [["hall"]]}, "One of its steps"),
    ],
)
def test_what_is_no_save_is_refused_with_the_reason(
    story: MakeStory, change: dict[str, Any], message: str
) -> None:
    save = to_save(Playthrough.begin(story(ROAD))) | change
    with pytest.raises(UnreadableSave, match=message):
        from_save(story(ROAD), save)


def test_a_story_that_lost_a_scene_still_opens_the_save(story: MakeStory) -> None:
    whole = story(ROAD)
    save = to_save(Playthrough.begin(whole).choose("left"))
    save["steps"].append(["cellar", "continue"])
    assert from_save(replace(whole), save).stopped_at == Step("cellar", "continue")
