"""From Pygame's events to actions."""

from __future__ import annotations

import pygame
import pytest

from game.desktop.actions import (
    Action,
    Digit,
    Expose,
    Forward,
    Leave,
    NextFocus,
    Press,
    Resize,
    Say,
    Step,
    Take,
    Turn,
    Wheel,
)
from game.desktop.reader import Reader


def pressed(key: int, mod: int = 0, scancode: int = 0) -> Action | None:
    return Reader().read(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, scancode=scancode))


@pytest.mark.parametrize(
    ("key", "kind", "fields"),
    [
        (pygame.K_3, Digit, (3,)),
        (pygame.K_KP_9, Digit, (9,)),
        (pygame.K_DOWN, Step, (0, 1)),
        (pygame.K_LEFT, Step, (-1, 0)),
        (pygame.K_PAGEUP, Turn, (-1,)),
        (pygame.K_END, Turn, (2,)),
        (pygame.K_f, Say, ("folder",)),
        (pygame.K_g, Say, ("term",)),
        (pygame.K_F11, Say, ("full_screen",)),
        (pygame.K_TAB, NextFocus, (False,)),
    ],
)
def test_a_key_is_an_action(key: int, kind: type, fields: tuple[object, ...]) -> None:
    action = pressed(key)
    assert type(action) is kind
    assert action == fields


@pytest.mark.parametrize(
    ("key", "kind"),
    [(pygame.K_RETURN, Take), (pygame.K_KP_ENTER, Take), (pygame.K_SPACE, Forward), (pygame.K_ESCAPE, Leave)],
)
def test_a_key_without_more_to_say_is_an_action_too(key: int, kind: type) -> None:
    assert isinstance(pressed(key), kind)


def test_a_russian_keyboard_finds_the_same_keys_by_their_places() -> None:
    assert pressed(0x430, scancode=pygame.KSCAN_F) == ("folder",)


def test_a_latin_letter_means_itself_wherever_it_stands() -> None:
    assert pressed(pygame.K_q, scancode=pygame.KSCAN_B) is None


def test_a_french_keyboard_has_its_digits_without_shift() -> None:
    assert pressed(pygame.K_AMPERSAND, scancode=pygame.KSCAN_1) == (1,)


def test_shift_and_tab_go_back() -> None:
    assert pressed(pygame.K_TAB, mod=pygame.KMOD_LSHIFT) == (True,)


def test_a_shortcut_of_the_system_is_left_to_it() -> None:
    assert pressed(pygame.K_f, mod=pygame.KMOD_LCTRL) is None


def test_a_held_key_scrolls_but_does_not_choose_again() -> None:
    reader = Reader()

    def event(key: int) -> pygame.event.Event:
        return pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, scancode=0)

    assert [type(reader.read(event(pygame.K_DOWN))) for _ in range(2)] == [Step, Step]
    assert [type(reader.read(event(pygame.K_1))) for _ in range(2)] == [Digit, type(None)]
    reader.read(pygame.event.Event(pygame.KEYUP, key=pygame.K_1))
    assert isinstance(reader.read(event(pygame.K_1)), Digit)


def test_what_came_while_the_story_was_opened_chooses_nothing() -> None:
    events = [
        pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, scancode=0),
        pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(9, 9)),
        pygame.event.Event(pygame.MOUSEBUTTONUP, button=1, pos=(9, 9)),
        pygame.event.Event(pygame.VIDEORESIZE, w=800, h=600),
    ]
    assert [type(action) for action in Reader().forget(events)] == [Resize]


def test_mouse_wheel_and_window() -> None:
    reader = Reader()
    assert reader.read(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(30, 40))) is None
    press = reader.read(pygame.event.Event(pygame.MOUSEBUTTONUP, button=1, pos=(33, 41)))
    assert isinstance(press, Press)
    assert press == (30, 40, False)
    assert reader.read(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=3, pos=(1, 1))) is None
    wheel = reader.read(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-2, precise_y=-2.0))
    assert isinstance(wheel, Wheel)
    assert wheel.steps == 2.0
    assert isinstance(reader.read(pygame.event.Event(pygame.VIDEOEXPOSE)), Expose)


@pytest.mark.parametrize(
    ("button", "kind"),
    [
        (pygame.CONTROLLER_BUTTON_A, Take),
        (pygame.CONTROLLER_BUTTON_B, Leave),
        (pygame.CONTROLLER_BUTTON_DPAD_DOWN, Step),
        (pygame.CONTROLLER_BUTTON_START, Say),
    ],
)
def test_a_controller(button: int, kind: type) -> None:
    action = Reader().read(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button))
    assert isinstance(action, kind)
