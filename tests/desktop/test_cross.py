"""The cross and the sticks of a controller: at once, again while they are held, and never by themselves."""

from __future__ import annotations

import pygame
import pytest

from game.desktop.actions import Action, Step, Wheel
from game.desktop.reader import Reader

DOWN = pygame.CONTROLLER_BUTTON_DPAD_DOWN
ACROSS, HEIGHT, RIGHT_HEIGHT = (
    pygame.CONTROLLER_AXIS_LEFTX,
    pygame.CONTROLLER_AXIS_LEFTY,
    pygame.CONTROLLER_AXIS_RIGHTY,
)


class Hand:
    """A controller in a hand, and a clock."""

    def __init__(self) -> None:
        self.now = 0.0
        self.reader = Reader(clock=lambda: self.now)

    def press(self, button: int) -> Action | None:
        return self.reader.read(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button))

    def release(self, button: int) -> None:
        self.reader.read(pygame.event.Event(pygame.CONTROLLERBUTTONUP, button=button))

    def lean(self, axis: int, value: int) -> Action | None:
        return self.reader.read(pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=value))

    def hold(self, seconds: float) -> list[Action]:
        """What comes while nothing changes, asked for sixteen times a second."""
        found = []
        for _ in range(round(seconds * 16)):
            self.now += 0.0625
            if action := self.reader.again():
                found.append(action)
        return found


@pytest.fixture
def hand() -> Hand:
    return Hand()


def test_a_held_cross_moves_on_after_a_moment_and_stops_when_it_is_let_go(hand: Hand) -> None:
    assert hand.press(DOWN) == Step(0, 1)
    assert hand.hold(0.3) == []
    assert hand.hold(0.5) == [Step(0, 1)] * 4
    hand.release(DOWN)
    assert hand.hold(2) == []


def test_a_held_button_that_takes_takes_once(hand: Hand) -> None:
    hand.press(pygame.CONTROLLER_BUTTON_A)
    assert hand.hold(3) == []


@pytest.mark.parametrize(
    ("axis", "value", "step"),
    [
        (ACROSS, 32767, Step(1, 0)),
        (ACROSS, -32768, Step(-1, 0)),
        (HEIGHT, 32767, Step(0, 1)),
        (HEIGHT, -32768, Step(0, -1)),
        (RIGHT_HEIGHT, 32767, Wheel(1)),
        (RIGHT_HEIGHT, -32768, Wheel(-1)),
    ],
)
def test_a_stick_steps_once_however_many_events_its_way_makes(
    hand: Hand, axis: int, value: int, step: Action
) -> None:
    parts = [hand.lean(axis, value * part // 8) for part in range(9)]
    assert [action for action in parts if action] == [step]
    assert hand.hold(0.45) == [step]


def test_a_worn_stick_that_never_rests_does_nothing(hand: Hand) -> None:
    assert [hand.lean(HEIGHT, value) for value in (3000, 9000, -11000, 18000)] == [None] * 4
    assert hand.hold(2) == []


def test_a_stick_must_come_back_before_it_steps_again(hand: Hand) -> None:
    hand.lean(HEIGHT, 30000)
    assert hand.lean(HEIGHT, 15000) is None
    assert hand.lean(HEIGHT, 30000) is None
    hand.lean(HEIGHT, 2000)
    assert hand.lean(HEIGHT, 30000) == Step(0, 1)


def test_a_stick_that_trembles_between_two_ways_takes_each_once(hand: Hand) -> None:
    trembling = [hand.lean(axis, 23000 + by) for by in range(20) for axis in (ACROSS, HEIGHT)]
    assert [action for action in trembling if action] == [Step(1, 0), Step(0, 1)]
    assert hand.hold(0.45) == [Step(0, 1)]
    hand.lean(HEIGHT, 0)
    assert hand.hold(0.125) == [Step(1, 0)]
    hand.lean(ACROSS, 0)
    assert hand.hold(2) == []


def test_a_stick_that_is_flung_over_steps_the_other_way(hand: Hand) -> None:
    assert hand.lean(HEIGHT, 32000) == Step(0, 1)
    assert hand.lean(HEIGHT, -15000) is None
    assert hand.hold(2) == []
    assert hand.lean(HEIGHT, -32000) == Step(0, -1)


@pytest.mark.parametrize("kind", [pygame.CONTROLLERDEVICEREMOVED, pygame.WINDOWFOCUSLOST])
def test_nothing_moves_by_itself_when_the_controller_or_the_window_is_gone(hand: Hand, kind: int) -> None:
    hand.press(DOWN)
    hand.reader.read(pygame.event.Event(kind, instance_id=0))
    assert hand.hold(2) == []
