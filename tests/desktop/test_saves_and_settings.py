"""What is kept between two sittings."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game import disk
from game.desktop.screens.settings import SettingsScreen
from game.story.model import Story
from tests.desktop.pilot import Pilot


def saves(home: Path) -> list[Path]:
    return sorted((home / "saves" / "small").glob("*.json"))


def test_every_step_is_saved_and_continue_takes_it_up(story: Story, home: Path) -> None:
    pilot = Pilot(story).press("2")
    assert saves(home) == [], "a game of no step is not worth a save"
    pilot.press("2")
    assert json.loads(saves(home)[0].read_text())["steps"] == [["flat", "leave"]]
    later = Pilot(story)
    assert later.screen.focus == "continue" or "continue" in later.targets
    assert "The tray" in later.press("1").text


def test_an_ended_game_is_not_taken_up_again(story: Story, home: Path) -> None:
    Pilot(story).press("2", "2", "3", "enter", "end").click("talked").press("end", "1", "enter")
    assert len(saves(home)) == 1
    assert "No game has been begun on this machine." in Pilot(story).text


def test_a_save_that_no_longer_fits_says_so_and_goes_on(story: Story, home: Path) -> None:
    Pilot(story).press("2", "2", "3")
    path = saves(home)[0]
    save = json.loads(path.read_text())
    save["steps"][1] = ["desk", "burn_everything"]
    path.write_text(json.dumps(save))
    pilot = Pilot(story).press("1")
    assert "The story has changed" in pilot.text
    assert "“The tray”; one step after that no longer fits" in pilot.text
    assert "Gorelov has gone to Moscow" in pilot.press("enter").text


def test_a_game_that_cannot_be_saved_says_so_and_goes_on(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, playthrough: object) -> None:
        raise disk.DiskProblem("The disk is full.")

    monkeypatch.setattr(disk, "save_game", full)
    pilot = Pilot(story).press("2", "2")
    assert "The disk is full." in pilot.text
    assert "The tray" in pilot.text


def test_settings_change_at_once_and_are_kept(pilot: Pilot) -> None:
    pilot.click("settings").press("right", "down", "right", "down", "down", "enter")
    assert disk.load_settings() == replace(
        disk.Settings(), notes_read=("small",), text_size=115, typeface="sans", high_contrast=True
    )
    assert pilot.stage.kit.palette.cream == (255, 255, 255)


def test_a_click_sets_a_value(pilot: Pilot) -> None:
    pilot.shows(SettingsScreen(pilot.sitting)).click("set:text_size:7")
    assert pilot.sitting.settings.text_size == 200


def test_f11_asks_for_the_whole_screen(pilot: Pilot) -> None:
    pilot.press("f11")
    assert disk.load_settings().full_screen
