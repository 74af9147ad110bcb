"""Nothing is decided, and nothing dropped, by a key pressed once too often."""

from __future__ import annotations

import pytest

from game.desktop.screens.scene import SceneScreen
from game.story.playthrough import Start
from tests.desktop.pilot import Pilot


def test_on_a_fresh_page_no_choice_has_the_bar(pilot: Pilot) -> None:
    pilot.press("2")
    assert pilot.screen.focus == ""
    assert "Take it, and write: few mistakes." in pilot.press("enter", "space", "enter").text


def test_enter_takes_a_choice_that_the_player_went_to(pilot: Pilot) -> None:
    pilot.press("2", "down")
    assert pilot.screen.focus == "choice:mend"
    assert "You write it small, above the line." in pilot.press("enter").text


def test_the_space_bar_goes_on_from_a_result_but_never_past_a_question(pilot: Pilot) -> None:
    assert "The tray" in pilot.press("2", "1", "space").text
    pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("hall"))))
    pilot.press("space", "space", "space", "space", "space")
    assert "choice:read" not in pilot.targets
    pilot.press("enter")
    assert "choice:read" in pilot.targets
    assert pilot.screen.focus == ""


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.1, "You write it small, above the line."), (0.5, "The tray")]
)
def test_the_key_that_turned_a_page_takes_nothing_on_it_for_a_moment(
    pilot: Pilot, seconds: float, text: str
) -> None:
    pilot.press("2", "down", "enter")
    pilot.pause = seconds
    assert "You write it small, above the line." in pilot.text
    assert text in pilot.press("enter").text


def test_another_key_and_a_click_elsewhere_are_answered_at_once(pilot: Pilot) -> None:
    pilot.press("2")
    pilot.pause = 0.1
    assert "You write it small, above the line." in pilot.press("1").text
    assert "Gorelov has gone to Moscow" in pilot.press("enter").text


def test_a_double_click_takes_nothing_on_the_page_that_its_first_half_brought(pilot: Pilot) -> None:
    pilot.press("2")
    pilot.click("choice:mend")
    pilot.pause = 0.1
    assert "You write it small, above the line." in pilot.click("continue").text


def test_going_back_in_the_history_asks_before_it_drops_decisions(pilot: Pilot) -> None:
    pilot.press("2", "2", "1", "1", "f", "5")
    assert pilot.screen.focus == ""
    assert pilot.press("enter").name == "FolderScreen"
    pilot.click("moment:0")
    assert pilot.name == "QuestionCard"
    assert "This drops the 2 decisions after it." in pilot.text
    assert pilot.screen.focus == "keep"
    assert pilot.press("enter").name == "FolderScreen"
    assert "You write it small" not in pilot.text
    assert pilot.text.count("Back to this decision") == 3
    assert pilot.click("moment:0").press("esc").name == "FolderScreen"
    pilot.click("moment:0").press("right", "enter")
    assert pilot.name == "SceneScreen"
    assert "Take it, and write: few mistakes." in pilot.text


def test_going_back_to_the_last_decision_asks_nothing(pilot: Pilot) -> None:
    pilot.press("2", "2", "f", "5").click("moment:0")
    assert pilot.name == "SceneScreen"
    assert "Take it, and write: few mistakes." in pilot.text


def test_a_controller_chooses_only_what_the_cross_went_to(pilot: Pilot) -> None:
    import pygame

    pilot.press("2").button(pygame.CONTROLLER_BUTTON_A)
    assert "Take it, and write: few mistakes." in pilot.text
    pilot.button(pygame.CONTROLLER_BUTTON_DPAD_DOWN).button(pygame.CONTROLLER_BUTTON_A)
    assert "You write it small, above the line." in pilot.text
