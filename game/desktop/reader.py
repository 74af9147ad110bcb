"""The one module that reads Pygame's events; everything else sees Actions."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import pygame

from game.desktop import keys
from game.desktop.actions import (
    Action,
    Caught,
    Close,
    Command,
    Composing,
    Digit,
    Drag,
    Erase,
    Expose,
    Forward,
    Hover,
    Leave,
    NextFocus,
    Press,
    Resize,
    Say,
    Step,
    Take,
    Turn,
    Typed,
    Wheel,
)
from game.desktop.cross import Cross

if TYPE_CHECKING:
    from game.desktop.stage import Stage

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
    pygame.K_BACKSPACE: Erase(-1),
    pygame.K_DELETE: Erase(1),
    pygame.K_0: Digit(0),
    pygame.K_KP_0: Digit(0),
    **{pygame.K_1 + i: Digit(i + 1) for i in range(9)},
    **{pygame.K_KP_1 + i: Digit(i + 1) for i in range(9)},
}

# Digits by their place too: a French keyboard has them on the shifted row, and gives other key codes.
_PLACES: dict[int, Action] = {pygame.KSCAN_1 + i: Digit((i + 1) % 10) for i in range(10)}

_BUTTONS: dict[int, Action] = {
    pygame.CONTROLLER_BUTTON_A: Take(has_keys=False),
    pygame.CONTROLLER_BUTTON_B: Leave(),
    pygame.CONTROLLER_BUTTON_X: Say("provenance"),
    pygame.CONTROLLER_BUTTON_Y: Say("folder"),
    pygame.CONTROLLER_BUTTON_START: Say("pause"),
    pygame.CONTROLLER_BUTTON_BACK: Say("term"),
    pygame.CONTROLLER_BUTTON_LEFTSTICK: Say("voice_pause"),
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: Say("voice_again"),
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Turn(-1),
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Turn(1),
}


SHOWN_AGAIN = frozenset(
    {
        pygame.VIDEOEXPOSE,
        pygame.WINDOWSHOWN,
        pygame.WINDOWRESTORED,
        pygame.WINDOWMAXIMIZED,
        pygame.WINDOWDISPLAYCHANGED,
        pygame.RENDER_TARGETS_RESET,
        pygame.RENDER_DEVICE_RESET,
    }
)
"""Events after which what stands in the window may be gone, or of another density."""

HUSH = 0.4
"""Seconds after a page was turned in which the key that turned it takes nothing: it was pressed twice."""

_SLACK = 12
"""Pixels that a finger may stray while it taps; beyond them it drags."""


_WORDS = {pygame.K_BACKSPACE: -1, pygame.K_DELETE: 1}
_WITH_WORDS = pygame.KMOD_CTRL | pygame.KMOD_ALT
"""The keys that with one of these erase a word: Ctrl on most systems, Alt on a Mac."""

_WHILE_TYPING = {key: action for key, action in _KEYS.items() if not isinstance(action, Digit | Forward)}


class Reader:
    """Turns events into actions; remembers which keys are down: a held key scrolls but never chooses.

    `is_typing` says that the screen has a text field: letters, digits and space are then its text and no
    commands. `is_catching` says that the screen asks for a key, and `bindings` which key says what.
    `clipboard` returns what can be pasted, `clock` the seconds of any clock.
    """

    def __init__(
        self, clipboard: Callable[[], str] = str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.held: set[int] = set()
        self.is_typing = False
        self.is_catching = False
        self.bindings: Mapping[str, Command] = keys.bound(())
        self._changes: tuple[str, ...] = ()
        self._clipboard = clipboard
        self._clock = clock
        self._last: object = None
        self._hushed: object = None
        self._hushed_until = 0.0
        self._is_composing = False
        self._down: tuple[int, int] | None = None
        self._is_touch = False
        self._cross = Cross()
        self._dragged_to: int | None = None

    def follow(self, stage: Stage) -> None:
        """Know what the screen on top wants of the next event, and which keys the player has changed."""
        self.is_typing, self.is_catching = stage.is_typing, stage.is_catching
        self._is_composing = self._is_composing and self.is_typing  # a field may go away in mid-word
        changes = stage.sitting.settings.keys
        if changes != self._changes:
            self._changes, self.bindings = changes, keys.bound(changes)

    def turned(self) -> None:
        """Say that the last action turned a page: for a moment its key takes nothing there."""
        self._hushed, self._hushed_until = self._last, self._clock() + HUSH

    def read(self, event: pygame.event.Event) -> Action | None:
        """Return what an event asks for, if anything."""
        action = self._read(event)
        if isinstance(action, Take | Forward | Digit | Press) or action == Say("back"):
            self._last = (event.type, getattr(event, "key", getattr(event, "button", 0)))
            if self._last == self._hushed and self._clock() < self._hushed_until:
                return None
        elif action is not None:
            self._last = None
        return action

    def again(self) -> Action | None:
        """Return the step of a controller's cross or stick that is still held, when it is due."""
        return self._cross.again(self._clock())

    def _read(self, event: pygame.event.Event) -> Action | None:
        if step := self._cross.read(event, self._clock()):
            return step
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type == pygame.KEYUP:
            self.held.discard(event.key)
        elif event.type == pygame.TEXTEDITING:
            self._is_composing = bool(event.text)
            return Composing(event.text) if self.is_typing else None
        elif event.type == pygame.TEXTINPUT:
            self._is_composing = False
            return Typed(event.text) if self.is_typing else None
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
        elif event.type in SHOWN_AGAIN:
            return Expose()
        elif event.type == pygame.QUIT:
            return Close()
        return None

    def _key(self, event: pygame.event.Event) -> Action | None:
        if self.is_typing and _pastes(event):
            return Typed(self._clipboard())
        if self.is_catching and event.key != pygame.K_ESCAPE:
            return Caught(keys.name_of(event.key, getattr(event, "scancode", 0)))
        if event.mod & pygame.KMOD_ALT and event.key == pygame.K_RETURN:
            is_first = event.key not in self.held
            self.held.add(event.key)
            return Say("full_screen") if is_first else None
        if self.is_typing and not self._is_composing and event.key in _WORDS and event.mod & _WITH_WORDS:
            return Erase(_WORDS[event.key], is_word=True)
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META) and event.key != pygame.K_F4:
            return None
        repeated = event.key in self.held
        self.held.add(event.key)
        action = self._typing_action(event) if self.is_typing else self._key_action(event)
        return action if not repeated or isinstance(action, Step | Turn | Erase) else None

    def _typing_action(self, event: pygame.event.Event) -> Action | None:
        """Keys of a word that is being composed belong to the input method, Enter and Backspace too."""
        if self._is_composing:
            return None
        if event.key == pygame.K_TAB:
            return _tab(event)
        found = _WHILE_TYPING.get(event.key)
        if found is None and pygame.K_F1 <= event.key <= pygame.K_F12:
            return self._key_action(event)
        return found

    def _key_action(self, event: pygame.event.Event) -> Action | None:
        if event.key == pygame.K_TAB:
            return _tab(event)
        if found := _KEYS.get(event.key):
            return found
        place = getattr(event, "scancode", 0)
        command = self.bindings.get(keys.name_of(event.key, place))
        return Say(command) if command else _PLACES.get(place) if not _is_letter(event.key) else None

    def _pointer(self, event: pygame.event.Event) -> Action | None:
        """A press counts when it is let go where it began: a finger that scrolls must choose nothing."""
        if event.type == pygame.MOUSEMOTION:
            if self._down is None or not event.buttons[0]:
                return Hover(*event.pos) if not getattr(event, "touch", False) else None
            if self._dragged_to is None and abs(event.pos[1] - self._down[1]) < _SLACK:
                return None
            before = self._down[1] if self._dragged_to is None else self._dragged_to
            self._dragged_to = event.pos[1]
            return Drag(before - event.pos[1])
        if event.button == pygame.BUTTON_RIGHT and event.type == pygame.MOUSEBUTTONUP:
            # Not of a finger that rests for a while: some systems make this button of it.
            return None if getattr(event, "touch", False) else Leave()
        if event.button != pygame.BUTTON_LEFT:
            return None
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._down, self._dragged_to = event.pos, None
            self._is_touch = getattr(event, "touch", False)
            return None
        began, dragged, self._down = self._down, self._dragged_to, None
        return Press(*began, self._is_touch) if began is not None and dragged is None else None

    def forget(self, events: list[pygame.event.Event]) -> Iterator[Action]:
        """Read events of which none may choose: those that came while a story was being opened."""
        for event in events:
            action = self.read(event)
            if isinstance(action, Resize | Expose | Close):
                yield action
        self._down = None


def _pastes(event: pygame.event.Event) -> bool:
    if event.key == pygame.K_INSERT:
        return bool(event.mod & pygame.KMOD_SHIFT)
    # AltGr is Ctrl and Alt on Windows, and types a sign.
    is_alt = event.mod & (pygame.KMOD_ALT | pygame.KMOD_MODE)
    return event.key == pygame.K_v and not is_alt and bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))


def _tab(event: pygame.event.Event) -> Action:
    return NextFocus(backwards=bool(event.mod & pygame.KMOD_SHIFT))


def _is_letter(key: int) -> bool:
    return pygame.K_a <= key <= pygame.K_z
