"""Class and teacher, and another story for the title: with keys, with a mouse, with a controller."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.commands.pack_library import found_packs, home, new_pack, open_pack
from game.desktop.bench import Library
from game.story.model import Story
from tests.desktop.pilot import Pilot
from tests.desktop.small_pack import edited, small_pack

SHIPPED = 1
"""The pack that comes with the game stands first."""


class Shown:
    """The folders that were opened; `works` is False for a system without a file manager."""

    def __init__(self) -> None:
        self.folders: list[Path] = []
        self.works = True

    def __call__(self, folder: Path) -> bool:
        self.folders.append(folder)
        return self.works


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def teacher(story: Story, home: Path, shown: Shown) -> Pilot:
    """A teacher before the title; `winter` lies among their packs."""
    small_pack(home / "packs")
    pack_library = Library(found_packs, open_pack, lambda: home / "packs", shown, new_pack)
    return Pilot(story, pack_library=pack_library)


def test_the_title_offers_other_stories_only_where_there_are_any(
    story: Story, teacher: Pilot, shown: Shown
) -> None:
    assert teacher.targets == ["new", "saves", "stories", "class", "code", "settings", "about", "quit"]
    alone = Library(lambda: found_packs()[:1], open_pack, home, shown, new_pack)
    without = Pilot(story, pack_library=alone).targets
    assert without == ["new", "saves", "class", "code", "settings", "about", "quit"]
    assert Pilot(story).targets == ["new", "saves", "code", "settings", "about", "quit"]


def test_the_title_offers_other_stories_as_soon_as_a_pack_was_made(story: Story, home: Path) -> None:
    library = Library(found_packs, open_pack, lambda: home / "packs", Shown(), new_pack)
    pilot = Pilot(story, pack_library=library)
    assert "stories" not in pilot.targets
    pilot.click("class").click("new").press("enter")
    assert pilot.name == "PackScreen"
    pilot.press("esc", "esc")
    assert pilot.name == "TitleScreen"
    assert "stories" in pilot.targets


def by_keys(pilot: Pilot) -> None:
    pilot.press("4", "2")


def by_arrows(pilot: Pilot) -> None:
    pilot.press("down", "down", "enter", "down", "enter")


def by_mouse(pilot: Pilot) -> None:
    pilot.click("stories").click(f"pack:{home() / 'winter'}")


def by_controller(pilot: Pilot) -> None:
    down, take = pygame.CONTROLLER_BUTTON_DPAD_DOWN, pygame.CONTROLLER_BUTTON_A
    pilot.button(down).button(down).button(take).button(down).button(take)


@pytest.mark.parametrize("chosen", [by_keys, by_arrows, by_mouse, by_controller])
def test_another_story_is_chosen_and_played(teacher: Pilot, chosen: Callable[[Pilot], None]) -> None:
    chosen(teacher)
    assert teacher.name == "TitleScreen"
    assert "THE WINTER MAIL" in teacher.text
    teacher.press("2")
    assert "Before you begin" in teacher.text  # every story has a note of its own
    teacher.press("enter")
    assert "The mail sledge has stopped at the bridge." in teacher.text


def test_a_zip_among_the_packs_is_a_story_too(teacher: Pilot, home: Path) -> None:
    packs = home / "packs"
    shutil.make_archive(str(packs / "mail"), "zip", packs / "winter")
    shutil.rmtree(packs / "winter")
    teacher.click("stories")
    assert "The Winter Mail\nyour own, a zip" in teacher.text
    teacher.press("2", "2", "enter")
    assert "The mail sledge has stopped at the bridge." in teacher.text


def test_a_pack_is_checked_and_its_mistakes_are_shown_with_file_and_line(teacher: Pilot, home: Path) -> None:
    edited(home / "packs" / "winter", "10_stop.yaml", "to: office\n  - id", "to: ofice\n  - id")
    teacher.click("class").press("2").click("check")
    assert "The pack cannot be played yet" in teacher.text
    assert "chapters/01_evening/10_stop.yaml, line 12  ·  error L101" in teacher.text
    assert "There is no scene ofice" in teacher.text
    assert "    to: ofice" in teacher.text
    teacher.press("esc").click("play")
    assert "There is no scene ofice" in teacher.text
    teacher.press("esc", "esc", "esc")
    assert "THE SMALL CHAIR" in teacher.text


def test_a_pack_without_mistakes_is_told_so(teacher: Pilot) -> None:
    teacher.click("class").press(str(SHIPPED)).click("check")
    assert "Nothing to mend" in teacher.text


def test_the_folders_of_packs_are_opened(teacher: Pilot, home: Path, shown: Shown) -> None:
    teacher.click("class").click("folder").press("2").click("folder")
    assert shown.folders == [home / "packs", home / "packs" / "winter"]


def test_without_a_file_manager_the_folder_is_named(teacher: Pilot, home: Path, shown: Shown) -> None:
    shown.works = False
    teacher.click("class").click("folder")
    assert "No file manager could be started" in teacher.text
    assert str(home / "packs") in teacher.text


def test_a_pack_is_made_by_typing_its_name(teacher: Pilot, home: Path) -> None:
    teacher.click("class").click("new")
    assert teacher.page.fixed
    teacher.type("Klasse 9").press("enter")
    assert teacher.name == "PackScreen"
    assert (home / "packs" / "klasse_9" / "pack.yaml").is_file()
    teacher.click("check")
    assert "Nothing to mend" in teacher.text
    teacher.press("esc").click("play")
    assert "KLASSE 9" in teacher.text
    teacher.press("esc").click("class")
    assert "adds to The Third Chair" in teacher.text


def test_a_pack_is_made_by_mouse_alone(teacher: Pilot, home: Path) -> None:
    teacher.click("class").click("new").click("letters")
    teacher.click("sign:m").click("sign:e").click("sign:x").click("erase").click("done").click("make")
    assert (home / "packs" / "me" / "pack.yaml").is_file()


def test_a_pack_is_made_by_a_controller_with_the_name_that_is_suggested(teacher: Pilot, home: Path) -> None:
    down, take = pygame.CONTROLLER_BUTTON_DPAD_DOWN, pygame.CONTROLLER_BUTTON_A
    teacher.click("class").click("new")
    teacher.button(down).button(take)
    assert (home / "packs" / "my_class" / "pack.yaml").is_file()


def test_a_name_that_is_taken_is_refused_in_words(teacher: Pilot) -> None:
    teacher.click("class").click("new").type("winter").press("enter")
    assert "The pack could not be made" in teacher.text
    assert "winter" in teacher.text
    teacher.press("esc")
    assert teacher.name == "NewPackScreen"


def test_a_name_must_begin_with_a_letter(teacher: Pilot) -> None:
    teacher.click("class").click("new").type("9b").press("enter")
    assert "It needs a name. It begins with a letter." in teacher.text


def test_what_is_pasted_becomes_part_of_a_name(teacher: Pilot) -> None:
    teacher.click("class").click("new").paste("Grade 11-B\n")
    assert "grade_11_b" in teacher.text


def test_letters_that_are_typed_are_no_commands(teacher: Pilot) -> None:
    teacher.click("class").click("new").type("fpbegs123")
    assert teacher.name == "NewPackScreen"
    assert "fpbegs123" in teacher.text
