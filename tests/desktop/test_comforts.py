"""Comforts of a reader: settings by one key, forward after back, the right button, words erased whole."""

from __future__ import annotations

import pygame
import pytest

from game.desktop.actions import Erase, Leave, Say
from game.desktop.reader import Reader
from game.desktop.screens.answer import AnswerCard
from tests.desktop.pilot import Pilot
from tests.desktop.test_typing import key


def steps(pilot: Pilot) -> list[str]:
    return [step.way for step in pilot.screen.play.playthrough.steps]  # type: ignore[attr-defined]


@pytest.mark.parametrize("way_there", [(), ("2",), ("2", "1"), ("2", "f"), ("2", "esc"), ("2", "e")])
def test_the_settings_are_one_key_away_and_back(pilot: Pilot, way_there: tuple[str, ...]) -> None:
    name = pilot.press(*way_there).name
    assert pilot.press("a").name == "SettingsScreen"
    assert pilot.press("a").name == name


def test_the_settings_are_not_opened_over_themselves(pilot: Pilot) -> None:
    assert pilot.press("a").click("keys").press("a").name == "KeysScreen"


def test_in_a_field_the_same_key_is_a_letter(pilot: Pilot) -> None:
    pilot.shows(AnswerCard((), "", lambda text: None)).type("a")
    assert pilot.name == "AnswerCard"
    assert pilot.screen.field is not None
    assert pilot.screen.field.text == "a"


def test_forward_undoes_going_back(pilot: Pilot) -> None:
    pilot.press("2", "1", "space", "1", "space")
    furthest = steps(pilot)
    assert "N forward" not in pilot.text
    pilot.press("b")
    assert "N forward" in pilot.text
    pilot.press("b")
    assert steps(pilot) == []
    pilot.press("n", "n")
    assert steps(pilot) == furthest
    assert "N forward" not in pilot.text


def test_the_same_way_again_keeps_the_rest_and_another_drops_it(pilot: Pilot) -> None:
    pilot.press("2", "1", "space", "1", "b", "b", "1")
    assert pilot.screen.play.can_go_forward  # type: ignore[attr-defined]
    pilot.press("b", "2")
    assert not pilot.screen.play.can_go_forward  # type: ignore[attr-defined]


def test_going_back_in_the_history_can_be_undone_from_the_menu(pilot: Pilot) -> None:
    pilot.press("2", "1", "space", "1", "space")
    furthest = steps(pilot)
    pilot.press("f", "5").click("moment:0").press("right", "enter")
    assert steps(pilot) == []
    pilot.press("esc").click("forward")
    assert steps(pilot) == furthest


def test_an_answer_that_was_written_meanwhile_stays(pilot: Pilot) -> None:
    pilot.press("2", "1", "space", "1", "b")
    play = pilot.screen.play  # type: ignore[attr-defined]
    play.move_to(play.playthrough.answered("why", "Because."))
    pilot.press("n")
    assert play.playthrough.answers == {"why": "Because."}


def test_what_was_taken_back_meanwhile_does_not_come_again_and_hands_are_kept(pilot: Pilot) -> None:
    pilot.press("2", "1", "space", "1")
    play = pilot.screen.play  # type: ignore[attr-defined]
    play.move_to(play.playthrough.answered("why", "Because."))
    pilot.press("b", "b")
    play.move_to(play.playthrough.answered("why", ""))
    play.vote("leave", 7)
    pilot.press("n", "n")
    assert play.playthrough.answers == {}
    assert play.playthrough.votes == {0: {"leave": 7}}


def test_the_right_button_is_esc_but_a_finger_that_rests_is_not() -> None:
    reader = Reader()

    def right(**fields: object) -> list[object]:
        kinds = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
        events = [pygame.event.Event(kind, button=3, pos=(5, 5), **fields) for kind in kinds]
        return [reader.read(event) for event in events]

    down, up = right()
    assert down is None
    assert isinstance(up, Leave)
    assert right(touch=True) == [None, None]


def test_alt_and_enter_is_full_screen() -> None:
    assert key(Reader(), pygame.K_RETURN, pygame.KMOD_ALT) == Say("full_screen")


def test_alt_and_enter_held_is_full_screen_once_and_takes_nothing_when_alt_is_let_go_first() -> None:
    reader = Reader()

    def down(mod: int) -> object:
        return reader.read(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=mod, scancode=0))

    assert [down(mod) for mod in (pygame.KMOD_ALT, pygame.KMOD_ALT, 0)] == [Say("full_screen"), None, None]


@pytest.mark.parametrize("mod", [pygame.KMOD_CTRL, pygame.KMOD_ALT])
def test_a_word_is_erased_whole(pilot: Pilot, mod: int) -> None:
    reader = Reader()
    reader.is_typing = True
    assert key(reader, pygame.K_BACKSPACE, mod) == Erase(-1, is_word=True)
    assert key(reader, pygame.K_DELETE, mod) == Erase(1, is_word=True)
    pilot.shows(AnswerCard((), "one two  three", lambda text: None))
    pilot.stage.act(Erase(-1, is_word=True))
    assert pilot.screen.field is not None
    assert pilot.screen.field.text == "one two  "
    pilot.stage.act(Erase(-1, is_word=True))
    assert pilot.screen.field.text == "one "
    pilot.press("home")
    pilot.stage.act(Erase(1, is_word=True))
    assert pilot.screen.field.text == " "


def test_home_and_end_move_the_cursor_of_a_field(pilot: Pilot) -> None:
    pilot.shows(AnswerCard((), "middle", lambda text: None))
    pilot.press("home").type("a ").press("end").type(" z")
    assert pilot.screen.field is not None
    assert pilot.screen.field.text == "a middle z"


def test_the_keys_at_the_foot_that_every_page_has_can_be_clicked(pilot: Pilot) -> None:
    assert pilot.click("say:help").name == "Card"
    pilot.press("esc").click("say:full_screen")
    assert pilot.sitting.settings.full_screen
    assert pilot.press("2").click("say:help").name == "Card"
