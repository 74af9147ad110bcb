"""Keys can be changed, nobody can lock themselves out, and every keyboard has its digits and letters."""

from __future__ import annotations

import pygame
import pytest

from game import disk
from game.desktop import keys
from game.desktop.actions import Caught, Composing, Digit, Leave, Say, Typed
from game.desktop.reader import Reader
from game.desktop.screens.keys_page import KeysScreen
from tests.desktop.pilot import Pilot


def pressed(reader: Reader, key: int, place: int = 0, mod: int = 0) -> object:
    return reader.read(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, scancode=place))


def test_a_key_is_changed_used_shown_and_kept(pilot: Pilot) -> None:
    pilot.shows(KeysScreen(pilot.sitting)).press("enter")
    assert "Press the new key for “Folder”." in pilot.text
    pilot.press("k")
    assert "“Folder” has the key K now." in pilot.text
    assert disk.load_settings().keys == ("folder=k",)
    pilot.press("esc", "2")
    assert "K folder" in pilot.text
    assert pilot.press("f").name == "SceneScreen"
    assert pilot.press("k").name == "FolderScreen"
    assert pilot.press("k").name == "SceneScreen"


def test_the_caps_of_the_keys_stand_in_one_column_before_what_they_do(pilot: Pilot) -> None:
    pilot.shows(KeysScreen(pilot.sitting))
    picture, ink = pilot.picture(), pilot.stage.kit.palette.ink
    rows = {piece.name: box for piece, box in pilot.page.flow if piece.name.startswith("row:key:")}
    for name in ("row:key:provenance", "row:key:who"):
        box = rows[name]
        across = range(box.left + pilot.page.view.left + 2, box.right)
        middle = box.top + pilot.page.view.top + box.height // 2
        first = next(x for x in across if picture.get_at((x, middle))[:3] == ink)
        assert first - across[0] + 2 == pilot.stage.kit.space("choice_pad_x")


def test_a_key_that_another_command_has_is_refused_with_its_name(pilot: Pilot) -> None:
    pilot.shows(KeysScreen(pilot.sitting)).press("enter", "p")
    assert "P is the key of “What is record here”." in pilot.text
    assert pilot.sitting.settings.keys == ()
    pilot.press("esc")
    assert pilot.name == "KeysScreen"
    assert "Folder: F" in pilot.text


@pytest.mark.parametrize("key", ["up", "enter", "tab", "space", "3", "f1"])
def test_a_key_that_everything_needs_is_refused(pilot: Pilot, key: str) -> None:
    pilot.shows(KeysScreen(pilot.sitting)).press("enter", key)
    assert "always stays what it is" in pilot.text
    assert pilot.sitting.settings.keys == ()


def test_a_key_of_the_preview_is_refused(pilot: Pilot) -> None:
    assert "a key of the author's preview" in pilot.shows(KeysScreen(pilot.sitting)).press("enter", "j").text


def test_all_keys_become_as_usual(pilot: Pilot) -> None:
    pilot.sitting.change(keys=("folder=k", "who=f9"))
    pilot.shows(KeysScreen(pilot.sitting)).click("reset")
    assert pilot.sitting.settings.keys == ()
    assert "Folder: F" in pilot.text


def test_help_names_the_keys_as_they_are_now(pilot: Pilot) -> None:
    pilot.sitting.change(keys=("folder=k", "settings=f9"))
    text = pilot.press("2", "f1").text
    assert "F9\nsettings from any page" in text
    assert "K\nfolder: people, glossary" in text
    assert "F\nfolder" not in text


def test_a_key_that_was_given_away_before_its_command_came_is_not_named_for_it(pilot: Pilot) -> None:
    pilot.sitting.change(keys=("folder=n", "who=a"))
    pilot.press("2", "1", "b")
    assert "N folder" in pilot.text
    assert "N forward" not in pilot.text
    assert "– forward" in pilot.text
    assert "A\nsettings" not in pilot.press("f1").text


def test_keys_of_a_damaged_file_mean_nothing() -> None:
    nonsense = ("", "=", "folder=", "folder", "fly=k", "folder=escape", "who=f1")
    assert keys.bound(nonsense) == keys.bound(())


def test_of_two_commands_that_want_one_key_the_first_has_it() -> None:
    bound = keys.bound(("folder=k", "who=k"))
    assert bound["k"] == "folder"
    assert bound["w"] == "who"


def test_a_french_keyboard_has_digits_on_its_unshifted_row() -> None:
    reader = Reader()
    assert pressed(reader, pygame.K_AMPERSAND, pygame.KSCAN_1) == Digit(1)
    assert pressed(reader, 0xE9, pygame.KSCAN_2) == Digit(2)
    assert pressed(reader, 0xE0, pygame.KSCAN_0) == Digit(0)


def test_letters_are_those_of_the_keyboard_where_it_has_latin_ones() -> None:
    # On a French keyboard A stands where an English one has Q, and W where it has Z.
    assert pressed(Reader(), pygame.K_w, pygame.KSCAN_Z) == Say("who")
    assert pressed(Reader(), pygame.K_q, pygame.KSCAN_A) is None


def test_letters_are_those_of_the_place_where_a_keyboard_has_others() -> None:
    cyrillic_a = 0x430
    assert pressed(Reader(), cyrillic_a, pygame.KSCAN_F) == Say("folder")


def test_while_a_key_is_asked_for_esc_still_leaves() -> None:
    reader = Reader()
    reader.is_catching = True
    assert pressed(reader, pygame.K_q) == Caught("q")
    assert isinstance(pressed(reader, pygame.K_ESCAPE), Leave)


def test_a_dead_key_and_an_input_method_compose_before_they_type(pilot: Pilot) -> None:
    reader = Reader()
    reader.is_typing = True
    assert pressed(reader, pygame.K_CARET) is None
    assert reader.read(pygame.event.Event(pygame.TEXTEDITING, text="^")) == Composing("^")
    assert pressed(reader, pygame.K_RETURN) is None, "Enter ends the composing and takes nothing"
    assert reader.read(pygame.event.Event(pygame.TEXTINPUT, text="ê")) == Typed("ê")


def test_what_is_being_composed_stands_in_the_field_and_is_no_text_yet(pilot: Pilot) -> None:
    pilot.press("2", "2", "esc", "6").click("keep")
    assert pilot.screen.field is not None
    before = pilot.picture()
    pilot.event(pygame.TEXTEDITING, text="にほ")
    assert pilot.screen.field.composed == "にほ"
    assert "にほ" not in pilot.screen.field.text
    assert pilot.picture().get_view("0").raw != before.get_view("0").raw
    pilot.event(pygame.TEXTINPUT, text="日本")
    assert pilot.screen.field.text == "日本"
    assert pilot.screen.field.composed == ""
