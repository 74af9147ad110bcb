"""A class before a projector: one choice at a time, and the hands that went up are kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game import disk
from game.desktop.screens.scene import SceneScreen
from game.story.playthrough import Playthrough, Start
from game.story.replay import from_save, to_save
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import small_story


@pytest.fixture
def projector(piloted: Callable[..., Pilot]) -> Pilot:
    return piloted(projector=True).press("2")


def test_one_choice_stands_there_and_the_pointer_moves_to_the_next(projector: Pilot) -> None:
    assert "1 of 3" in projector.text
    assert "Take it, and write: few mistakes." in projector.text
    assert "Give the pencil to Nadya." not in projector.text
    projector.press("right")
    assert "2 of 3" in projector.text
    assert "Give the pencil to Nadya." in projector.text
    projector.press("right")
    assert "He has not been back since the plenum." in projector.text
    assert "1 of 3" in projector.press("right").text
    assert "3 of 3" in projector.press("left").text


def test_text_is_half_as_large_again(piloted: Callable[..., Pilot]) -> None:
    assert piloted((1280, 720)).stage.kit.reading.size == 20
    assert piloted((1280, 720), projector=True).stage.kit.reading.size == 31
    assert piloted((1280, 720), projector=True, text_size=200).stage.kit.reading.size == 41


def test_hands_are_typed_and_mended(projector: Pilot) -> None:
    projector.press("1", "2")
    assert "12 hands" in projector.text
    projector.press("backspace")
    assert "1 hand" in projector.text
    projector.press("0")
    assert "10 hands" in projector.text
    projector.press("right", "7")
    assert "Hands that went up: 1: 10, 2: 7" in projector.text
    projector.press("left", "3")
    assert "Hands that went up: 1: 3, 2: 7" in projector.text


def test_hands_are_counted_with_a_mouse(projector: Pilot) -> None:
    projector.click("hands:5").click("hands:1").click("hands:-1").click("hands:-1").click("pointer:1")
    projector.click("hands:1")
    assert "Hands that went up: 1: 4, 2: 1" in projector.text


def test_typing_a_number_chooses_nothing(projector: Pilot) -> None:
    projector.press("1", "2")
    assert isinstance(projector.screen, SceneScreen)
    assert projector.screen.play.playthrough.state.scene == "flat"


def test_the_choice_under_the_pointer_is_taken_and_votes_are_saved_with_the_game(
    projector: Pilot, home: Path
) -> None:
    projector.press("4", "right", "9", "down", "down")
    projector.click("choice:leave")
    assert "The tray" in projector.text
    save = json.loads(next((home / "saves/small").glob("*.json")).read_text())
    assert save["votes"] == {"0": {"mend": 4, "leave": 9}}
    story = small_story()
    replay = disk.load_game(next((home / "saves/small").glob("*.json")), story)
    assert replay.playthrough.votes == {0: {"mend": 4, "leave": 9}}


def test_the_desk_is_shown_one_paper_at_a_time(projector: Pilot) -> None:
    projector.click("choice:mend").press("enter")
    assert "1 of 3" in projector.text
    assert "A letter in green ink, unsigned." in projector.text
    assert "2 of 4 hours left" in projector.text


def test_hours_are_shown_at_a_desk_alone(piloted: Callable[..., Pilot]) -> None:
    for settings in ({"projector": True, "talk_stops": False}, {"talk_stops": False}):
        pilot = piloted(**settings)
        pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("hall"))))
        assert "hours left" not in pilot.text


def test_the_history_says_how_a_class_voted(projector: Pilot) -> None:
    projector.press("4", "right", "9", "left").click("choice:mend").press("f", "5")
    assert (
        "Hands that went up: Take it, and write: few mistakes. 4; Give the pencil to Nadya. 9"
        in projector.text
    )


def test_a_stop_to_talk_comes_first(piloted: Callable[..., Pilot]) -> None:
    pilot = piloted(projector=True)
    pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("hall"))))
    assert "What did those who left" in pilot.text
    assert "1 of 2" not in pilot.text


def test_going_back_drops_the_votes_of_what_came_after() -> None:
    played = Playthrough.begin(small_story()).voted("leave", 3).choose("leave").voted("home", 5)
    assert played.votes == {0: {"leave": 3}, 1: {"home": 5}}
    assert played.back_to(0).votes == {0: {"leave": 3}}


@pytest.mark.parametrize(
    "votes", [None, [], "x", {"x": {"leave": 3}}, {"0": 3}, {"0": {"leave": "3"}}, {"9": {"a": 1}}]
)
def test_votes_that_cannot_be_read_are_left_out(votes: object) -> None:
    story = small_story()
    save = {**to_save(Playthrough.begin(story)), "votes": votes}
    assert not any(from_save(story, save).playthrough.votes.values())
