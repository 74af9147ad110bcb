"""Keyboard, mouse, finger, controller: each alone plays a game through and opens every page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.authoring.compiler import compile_pack
from game.disk import Settings
from game.story.model import Story
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import small_story

ROOM = Path(__file__).parents[1] / "packs/reading_room"
Player = Callable[[Pilot, str], None]
"""Brings a target to the focus or under the pointer, and takes it, with one kind of input."""


def keyboard(pilot: Pilot, target: str) -> None:
    for key in ("down", "right", "tab"):
        for _ in range(60):
            if pilot.screen.focus == target:
                pilot.press("enter")
                return
            pilot.press(key)
    raise AssertionError(f"no key leads to {target} on {pilot.name}")


def controller(pilot: Pilot, target: str) -> None:
    cross = ("DOWN", "RIGHT", "UP", "DOWN")
    for button in (getattr(pygame, f"CONTROLLER_BUTTON_DPAD_{way}") for way in cross):
        for _ in range(60):
            if pilot.screen.focus == target:
                pilot.button(pygame.CONTROLLER_BUTTON_A)
                return
            pilot.button(button)
    raise AssertionError(f"no button leads to {target} on {pilot.name}")


def centre(pilot: Pilot, target: str) -> tuple[int, int] | None:
    """Where a target can be pressed now; None where it is not in sight."""
    for found, fixed in pilot.page.targets:
        if found.id != target:
            continue
        box = pilot.screen.box_on_screen(found, fixed, pilot.page)
        x, y = box.left + box.width // 2, box.top + box.height // 2
        if fixed or (pilot.page.view.holds(x, y) and pilot.screen.sees(target, pilot.page)):
            return x, y
    return None


def mouse(pilot: Pilot, target: str) -> None:
    for _ in range(60):
        pilot.now += 1
        where = centre(pilot, target)
        if where:
            pilot.event(pygame.MOUSEMOTION, buttons=(0, 0, 0), pos=where, rel=(1, 1), touch=False)
            pilot.event(pygame.MOUSEBUTTONDOWN, button=1, pos=where)
            pilot.event(pygame.MOUSEBUTTONUP, button=1, pos=where)
            return
        pilot.event(pygame.MOUSEWHEEL, y=-1)
    raise AssertionError(f"the wheel does not lead to {target} on {pilot.name}")


def finger(pilot: Pilot, target: str) -> None:
    width, height = pilot.stage.size
    for _ in range(60):
        pilot.now += 1
        where = centre(pilot, target)
        if where:
            x, y = where
            pilot.event(pygame.MOUSEBUTTONDOWN, button=1, pos=where, touch=True)
            pilot.event(pygame.MOUSEMOTION, buttons=(1, 0, 0), pos=(x + 3, y + 4), rel=(3, 4), touch=True)
            pilot.event(pygame.MOUSEBUTTONUP, button=1, pos=(x + 3, y + 4), touch=True)
            return
        pilot.swipe(width // 2 + 40, height // 2 + 60, height // 2 - 60)
    raise AssertionError(f"no swipe leads to {target} on {pilot.name}")


PLAYERS: dict[str, Player] = {
    "keyboard": keyboard,
    "mouse": mouse,
    "finger": finger,
    "controller": controller,
}


def reading_room() -> Story:
    story = compile_pack(ROOM).story
    assert story is not None
    return story


def way_on(pilot: Pilot) -> str:
    """The last open choice, or what goes on."""
    targets = pilot.targets
    choices = [target for target in targets if target.startswith("choice:")]
    if choices:
        return choices[-1]
    return next(target for target in ("continue", "talked", "close", "begin", "debrief") if target in targets)


@pytest.mark.parametrize("make", [small_story, reading_room])
@pytest.mark.parametrize("kind", PLAYERS)
def test_a_game_is_played_from_the_title_to_the_debrief(kind: str, make: Callable[[], Story]) -> None:
    take, story = PLAYERS[kind], make()
    pilot = Pilot(story, (1024, 640), Settings())
    take(pilot, "new")
    assert pilot.name == "ContentNoteScreen"
    for _ in range(120):
        target = way_on(pilot)
        take(pilot, target)
        if target == "debrief":
            break
    assert pilot.name == "DebriefScreen"


@pytest.mark.parametrize("kind", PLAYERS)
def test_every_page_of_the_menu_opens_and_closes(kind: str) -> None:
    take = PLAYERS[kind]
    pilot = Pilot(small_story(), (1024, 640), Settings(notes_read=("small",)))
    take(pilot, "new")
    take(pilot, "choice:leave")
    opened = []
    for entry in ("folder", "provenance", "saves", "settings", "help"):
        pause(pilot, kind)
        take(pilot, entry)
        opened.append(pilot.name)
        leave(pilot, kind, take)
        assert pilot.name == "SceneScreen"
    assert opened == ["FolderScreen", "Card", "SavesScreen", "SettingsScreen", "Card"]
    pause(pilot, kind)
    take(pilot, "settings")
    for target, name in (("keys", "KeysScreen"), ("somebody", "QuestionCard")):
        take(pilot, target)
        assert pilot.name == name
        leave(pilot, kind, take)
        assert pilot.name == "SettingsScreen"


def pause(pilot: Pilot, kind: str) -> None:
    if kind == "controller":
        pilot.button(pygame.CONTROLLER_BUTTON_START)
    elif kind == "keyboard":
        pilot.press("esc")
    else:
        PLAYERS[kind](pilot, "say:pause")
    assert pilot.name == "PauseScreen"


def leave(pilot: Pilot, kind: str, take: Player) -> None:
    if kind == "controller":
        pilot.button(pygame.CONTROLLER_BUTTON_B)
    elif kind == "keyboard":
        pilot.press("esc")
    else:
        take(pilot, "say:leave")


@pytest.mark.parametrize("kind", PLAYERS)
def test_a_setting_is_changed(kind: str) -> None:
    take = PLAYERS[kind]
    pilot = Pilot(small_story(), (1024, 640), Settings(notes_read=("small",)))
    take(pilot, "settings")
    take(pilot, "row:high_contrast" if kind in {"keyboard", "controller"} else "set:high_contrast:1")
    assert pilot.sitting.settings.high_contrast


@pytest.mark.parametrize("kind", PLAYERS)
def test_what_has_the_focus_can_be_seen(kind: str) -> None:
    """On every step of the focus through the settings the picture changes where the focus is."""
    pilot = Pilot(small_story(), (1024, 640), Settings(notes_read=("small",)))
    PLAYERS[kind](pilot, "settings")
    for _ in range(12):
        before = pilot.screen.focus
        pilot.press("down") if kind != "controller" else pilot.button(pygame.CONTROLLER_BUTTON_DPAD_DOWN)
        focus = pilot.screen.focus
        if focus == before:
            continue
        assert pilot.screen.sees(focus, pilot.page)
        with_focus = pilot.picture().get_view("0").raw
        pilot.screen.focus = ""
        without = pilot.picture().get_view("0").raw
        pilot.screen.focus = focus
        assert with_focus != without, focus
