"""Saved games: kept under a name, opened, deleted; a damaged one is set aside; shared machines."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game import disk, saves
from game.desktop.actions import Close
from game.desktop.screens.leaving import LeavingCard
from game.desktop.screens.saves_page import SavesScreen, damaged_notice
from game.desktop.screens.settings import SettingsScreen
from game.disk import DiskProblem, Settings
from game.story.model import Story
from game.story.playthrough import Playthrough
from tests.desktop.pilot import Pilot

NAMED = "Group 3"


@pytest.fixture
def folder(home: Path) -> Path:
    return home / "saves" / "small"


def names(folder: Path) -> list[str]:
    """What the saves of the folder are called; a game that saves itself has no name."""
    return sorted(json.loads(path.read_text())["label"]["name"] for path in folder.glob("*.json"))


def test_a_game_is_kept_under_a_typed_name(pilot: Pilot, folder: Path) -> None:
    pilot.press("2", "2", "esc", "6").click("keep").type(NAMED).press("enter")
    assert "The game is kept as “Group 3”." in pilot.text
    assert names(folder) == ["", NAMED]
    pilot.press("enter")
    assert pilot.name == "SavesScreen"
    assert "Group 3\nThe tray · December · 5 December 1934 · saved " in pilot.text
    assert pilot.press("esc").name == "SceneScreen"


def test_a_name_is_suggested_for_whoever_cannot_type(pilot: Pilot, folder: Path) -> None:
    pilot.press("2", "2", "esc", "6").click("keep").click("make")
    assert names(folder) == ["", "The tray, 5 December 1934"]


def test_continue_goes_on_in_the_game_itself_and_not_in_the_copy_kept_of_it(
    story: Story, pilot: Pilot, folder: Path
) -> None:
    pilot.press("2", "2")
    (own,) = folder.glob("*.json")
    os.utime(own, (1, 1))
    pilot.press("esc", "6").click("keep").click("make")
    later = Pilot(story).press("1")
    assert later.sitting.unfinished.path == own
    later.press("9")
    assert names(folder) == ["", "The tray, 5 December 1934"]


def test_a_kept_game_stays_as_it_was_when_somebody_goes_on_from_it(story: Story, folder: Path) -> None:
    kept = saves.keep_as(NAMED, Playthrough.begin(story).choose("leave"))
    before = kept.read_bytes()
    pilot = Pilot(story).press("3")
    assert "Group 3" in pilot.text
    pilot.click(f"open:{kept.name}")
    assert "Gorelov has gone to Moscow" in pilot.text
    pilot.press("3")
    assert kept.read_bytes() == before
    assert names(folder) == ["", NAMED]


def test_a_save_shows_the_picture_of_its_place(story: Story) -> None:
    saves.keep_as(NAMED, Playthrough.begin(story).choose("leave"))
    pilot = Pilot(story).press("3")
    row = next(piece for piece, _ in pilot.page.flow if piece.name.startswith("open:"))
    with_picture = pygame.Surface((row.width, row.height))
    row.paint(with_picture, 0, 0, "")
    night = pilot.stage.kit.pictures.filling("office_night", pilot.stage.kit.px(144), pilot.stage.kit.px(81))
    assert night is not None
    colours = {tuple(with_picture.get_at((x, row.height // 2))[:3]) for x in range(60, 150)}
    assert len(colours) > 5, "a drawn place has many colours, a row of text has two"


def test_deleting_asks_first(story: Story, folder: Path) -> None:
    kept = saves.keep_as(NAMED, Playthrough.begin(story).choose("leave"))
    pilot = Pilot(story).press("3").click(f"delete:{kept.name}")
    assert "Shall “Group 3” be deleted for good?" in pilot.text
    assert pilot.screen.focus == "keep"
    pilot.press("enter")
    assert kept.exists()
    pilot.click(f"delete:{kept.name}").click("do")
    assert not kept.exists()
    assert "No game has been saved yet." in pilot.text


def test_a_save_can_be_deleted_with_arrows_alone(story: Story) -> None:
    kept = saves.keep_as(NAMED, Playthrough.begin(story).choose("leave"))
    pilot = Pilot(story).press("3")
    assert pilot.screen.focus == f"open:{kept.name}"
    pilot.press("right")
    assert pilot.screen.focus == f"delete:{kept.name}"
    pilot.press("enter", "right", "enter")
    assert not kept.exists()


def test_the_present_game_gets_another_file_when_its_own_is_deleted(pilot: Pilot, folder: Path) -> None:
    pilot.press("2", "2", "esc", "6")
    path = next(folder.glob("*.json"))
    pilot.click(f"delete:{path.name}").click("do").press("esc", "3")
    assert len(list(folder.glob("*.json"))) == 1


def test_a_damaged_save_is_set_aside_and_nothing_else_is_touched(story: Story, folder: Path) -> None:
    kept = saves.keep_as(NAMED, Playthrough.begin(story).choose("leave"))
    before = kept.read_bytes()
    for name, text in (("a.json", "{ half"), ("b.json", "[]"), ("c.json", '{"steps": 3}')):
        (folder / name).write_text(text)
    pilot = Pilot(story)
    aside = [folder / f"{name}.json.damaged" for name in "abc"]
    assert list(pilot.sitting.set_aside) == aside
    assert [path.read_text() for path in aside] == ["{ half", "[]", '{"steps": 3}']
    assert kept.read_bytes() == before
    card = damaged_notice(pilot.sitting, pilot.sitting.set_aside)
    assert card is not None
    text = " ".join(pilot.shows(card).text.split())
    assert str(folder / "a.json.damaged").replace(" ", "") in text.replace(" ", "")
    assert Pilot(story).sitting.set_aside == (), "it is told once"


def test_a_save_of_another_version_is_left_where_it_is(story: Story, folder: Path) -> None:
    kept = saves.keep_as(NAMED, Playthrough.begin(story).choose("leave"))
    kept.write_text(kept.read_text().replace('"format": 1', '"format": 99'))
    pilot = Pilot(story).press("1")
    assert "It was written by another version of the program." in pilot.text
    assert kept.exists()


@pytest.mark.parametrize("damaged", ["{ half", '["text_size", 150]'])
def test_damaged_settings_are_set_aside(home: Path, damaged: str) -> None:
    (home / "settings.json").write_text(damaged)
    assert disk.load_settings() == Settings()
    assert (home / "settings.json.damaged").read_text() == damaged


def test_somebody_else_finds_nothing_and_nothing_is_lost(pilot: Pilot, home: Path) -> None:
    pilot.sitting.change(text_size=150)
    pilot.press("2", "2")
    pilot.shows(SettingsScreen(pilot.sitting)).click("somebody")
    assert pilot.screen.focus == "keep"
    pilot.click("do")
    assert "lies in this folder" in pilot.text
    assert pilot.sitting.settings == Settings()
    assert "No game has been begun on this machine." in pilot.press("enter").text
    away = next((home / "put_away").iterdir())
    assert len(list((away / "saves" / "small").glob("*.json"))) == 1
    assert json.loads((away / "settings.json").read_text())["text_size"] == 150
    assert not (home / "saves").exists()


def test_two_people_can_be_put_away_one_after_the_other(home: Path) -> None:
    for _ in range(2):
        disk.save_settings(Settings())
        assert saves.put_away()
    assert len(list((home / "put_away").iterdir())) == 2
    assert saves.put_away() is None


@pytest.fixture
def forgetful(pilot: Pilot) -> Pilot:
    pilot.sitting.change(forget_on_leaving=True)
    return pilot.press("2", "2")


def test_leaving_a_machine_that_forgets_asks_first(forgetful: Pilot, home: Path) -> None:
    forgetful.stage.act(Close())
    assert isinstance(forgetful.screen, LeavingCard)
    assert forgetful.press("1").name == "SceneScreen"
    assert (home / "settings.json").exists()
    forgetful.stage.act(Close())
    forgetful.press("3")
    assert forgetful.stage.is_over
    assert not (home / "saves").exists()


def test_a_machine_that_forgets_goes_on_forgetting_and_keeps_nothing_else(
    forgetful: Pilot, home: Path
) -> None:
    forgetful.sitting.change(text_size=150)
    forgetful.stage.act(Close())
    forgetful.press("3")
    assert disk.load_settings() == Settings(forget_on_leaving=True)


def test_a_machine_that_forgets_does_so_for_somebody_else_too(forgetful: Pilot) -> None:
    forgetful.shows(SettingsScreen(forgetful.sitting)).click("somebody").click("do")
    assert disk.load_settings() == Settings(forget_on_leaving=True)


def test_closing_the_window_twice_forgets_nothing(forgetful: Pilot, home: Path) -> None:
    forgetful.stage.act(Close())
    forgetful.stage.act(Close())
    assert forgetful.stage.is_over
    assert (home / "saves").exists()
    assert (home / "settings.json").exists()


def test_quit_asks_too(forgetful: Pilot, home: Path) -> None:
    forgetful.press("esc", "9").click("quit")
    assert isinstance(forgetful.screen, LeavingCard)
    assert forgetful.press("2").stage.is_over
    assert (home / "saves").exists()


def test_a_folder_that_cannot_be_cleared_is_said_in_a_sentence(
    forgetful: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked() -> None:
        raise DiskProblem("The folder is in use.")

    monkeypatch.setattr(saves, "forget", locked)
    forgetful.stage.act(Close())
    assert "The folder is in use." in forgetful.press("3").text


def test_a_save_of_the_time_before_places_still_shows_where_it_stands(story: Story, folder: Path) -> None:
    kept = saves.keep_as(NAMED, Playthrough.begin(story).choose("leave"))
    save = json.loads(kept.read_text())
    for name in ("name", "chapter", "place"):
        del save["label"][name]
    kept.write_text(json.dumps(save))
    found = disk.saved_games("small")
    assert (found[0].name, found[0].place) == ("", "")
    pilot = Pilot(replace(story))
    assert "December · 5 December 1934" in pilot.shows(SavesScreen(pilot.sitting)).text
