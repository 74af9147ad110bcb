"""The one module that reads Pygame's events; everything else sees Actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import pygame

Command = Literal[
    "folder", "provenance", "back", "end", "term", "save", "help", "pause", "full_screen", "more"
]


class Digit(NamedTuple):
    """Choose by number, 1-9."""

    number: int


class Step(NamedTuple):
    """Move the focus, or scroll where there is nothing to move to: (0, 1) is down."""

    across: int
    down: int


class NextFocus(NamedTuple):
    """Go to the next thing that can have the focus, or to the one before."""

    backwards: bool = False


class Take:
    """Take what has the focus."""


class Forward:
    """Read on: the next page of a long text; at its end, take what has the focus."""


class Turn(NamedTuple):
    """Scroll by pages: 1 down, -1 up; 2 and -2 go to the very end and the very beginning."""

    pages: int


class Wheel(NamedTuple):
    """Scroll by steps of a mouse wheel; down is positive."""

    steps: float


class Drag(NamedTuple):
    """Scroll by so many pixels: a finger that moves, or a mouse that is moved with its button down."""

    pixels: int


class Press(NamedTuple):
    """A click or a tap, in pixels of the window."""

    x: int
    y: int


class Leave:
    """Close what lies on top."""


class Say(NamedTuple):
    """A command that has a key of its own."""

    command: Command


class Resize(NamedTuple):
    """The window has another size, in pixels."""

    width: int
    height: int


class Expose:
    """The window must be drawn again as it is."""


class Close:
    """The window is to be closed."""


Action = (
    Digit
    | Step
    | NextFocus
    | Take
    | Forward
    | Turn
    | Wheel
    | Drag
    | Press
    | Leave
    | Say
    | Resize
    | Expose
    | Close
)

_KEYS: dict[int, Action] = {
    pygame.K_UP: Step(0, -1),
    pygame.K_DOWN: Step(0, 1),
    pygame.K_LEFT: Step(-1, 0),
    pygame.K_RIGHT: Step(1, 0),
    pygame.K_RETURN: Take(),
    pygame.K_KP_ENTER: Take(),
    pygame.K_SPACE: Forward(),
    pygame.K_PAGEDOWN: Turn(1),
    pygame.K_PAGEUP: Turn(-1),
    pygame.K_END: Turn(2),
    pygame.K_HOME: Turn(-2),
    pygame.K_ESCAPE: Leave(),
    pygame.K_AC_BACK: Leave(),
    pygame.K_F1: Say("help"),
    pygame.K_F11: Say("full_screen"),
    **{pygame.K_1 + i: Digit(i + 1) for i in range(9)},
    **{pygame.K_KP_1 + i: Digit(i + 1) for i in range(9)},
}

# Letters and digits by their place too: a keyboard switched to Russian, or a French one with its digits on
# the shifted row, gives other key codes for the same keys.
_PLACES: dict[int, Action] = {
    pygame.KSCAN_F: Say("folder"),
    pygame.KSCAN_P: Say("provenance"),
    pygame.KSCAN_B: Say("back"),
    pygame.KSCAN_E: Say("end"),
    pygame.KSCAN_G: Say("term"),
    pygame.KSCAN_S: Say("save"),
    **{pygame.KSCAN_1 + i: Digit(i + 1) for i in range(9)},
}

_LETTERS: dict[int, Action] = {
    pygame.K_f: Say("folder"),
    pygame.K_p: Say("provenance"),
    pygame.K_b: Say("back"),
    pygame.K_e: Say("end"),
    pygame.K_g: Say("term"),
    pygame.K_s: Say("save"),
}

_BUTTONS: dict[int, Action] = {
    pygame.CONTROLLER_BUTTON_A: Take(),
    pygame.CONTROLLER_BUTTON_B: Leave(),
    pygame.CONTROLLER_BUTTON_X: Say("provenance"),
    pygame.CONTROLLER_BUTTON_Y: Say("folder"),
    pygame.CONTROLLER_BUTTON_START: Say("pause"),
    pygame.CONTROLLER_BUTTON_BACK: Say("term"),
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Turn(-1),
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Turn(1),
    pygame.CONTROLLER_BUTTON_DPAD_UP: Step(0, -1),
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Step(0, 1),
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Step(-1, 0),
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Step(1, 0),
}


_SLACK = 12
"""Pixels that a finger may stray while it taps; beyond them it drags."""


class Reader:
    """Turns events into actions; remembers which keys are down: a held key scrolls but never chooses."""

    def __init__(self) -> None:
        self.held: set[int] = set()
        self._down: tuple[int, int] | None = None
        self._dragged_to: int | None = None

    def read(self, event: pygame.event.Event) -> Action | None:
        """Return what an event asks for, if anything."""
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type == pygame.KEYUP:
            self.held.discard(event.key)
        elif event.type in {pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP}:
            return self._pointer(event)
        elif event.type == pygame.MOUSEWHEEL:
            return Wheel(-event.precise_y if hasattr(event, "precise_y") else -event.y)
        elif event.type == pygame.CONTROLLERBUTTONDOWN:
            return _BUTTONS.get(event.button)
        elif event.type == pygame.WINDOWFOCUSLOST:
            self.held.clear()  # the key-up goes to another window
        elif event.type == pygame.VIDEORESIZE:
            return Resize(event.w, event.h)
        elif event.type in {pygame.VIDEOEXPOSE, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN}:
            return Expose()
        elif event.type == pygame.QUIT:
            return Close()
        return None

    def _key(self, event: pygame.event.Event) -> Action | None:
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META) and event.key != pygame.K_F4:
            return None
        repeated = event.key in self.held
        self.held.add(event.key)
        action = _key_action(event)
        return action if not repeated or isinstance(action, Step | Turn) else None

    def _pointer(self, event: pygame.event.Event) -> Action | None:
        """A press counts when it is let go where it began: a finger that scrolls must choose nothing."""
        if event.type == pygame.MOUSEMOTION:
            if self._down is None or not event.buttons[0]:
                return None
            if self._dragged_to is None and abs(event.pos[1] - self._down[1]) < _SLACK:
                return None
            before = self._down[1] if self._dragged_to is None else self._dragged_to
            self._dragged_to = event.pos[1]
            return Drag(before - event.pos[1])
        if event.button != pygame.BUTTON_LEFT:
            return None
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._down, self._dragged_to = event.pos, None
            return None
        began, dragged, self._down = self._down, self._dragged_to, None
        return Press(*began) if began is not None and dragged is None else None

    def forget(self, events: list[pygame.event.Event]) -> Iterator[Action]:
        """Read events of which none may choose: those that came while a story was being opened."""
        for event in events:
            action = self.read(event)
            if isinstance(action, Resize | Expose | Close):
                yield action
        self._down = None


def _key_action(event: pygame.event.Event) -> Action | None:
    if event.key == pygame.K_TAB:
        return NextFocus(backwards=bool(event.mod & pygame.KMOD_SHIFT))
    found = _KEYS.get(event.key, _LETTERS.get(event.key))
    is_latin_letter = pygame.K_a <= event.key <= pygame.K_z
    if found is not None or is_latin_letter:
        return found
    return _PLACES.get(getattr(event, "scancode", 0))
