"""The cross and the sticks of a controller: a step at once, and more while they are held.

SDL repeats the keys of a keyboard and not the buttons of a controller, and a stick only says where it stands.
"""

from __future__ import annotations

import pygame

from game.desktop.actions import Step, Wheel

_BUTTONS: dict[int, Step] = {
    pygame.CONTROLLER_BUTTON_DPAD_UP: Step(0, -1),
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Step(0, 1),
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Step(-1, 0),
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Step(1, 0),
}
_AXES: dict[int, tuple[Step | Wheel, Step | Wheel]] = {
    pygame.CONTROLLER_AXIS_LEFTX: (Step(-1, 0), Step(1, 0)),
    pygame.CONTROLLER_AXIS_LEFTY: (Step(0, -1), Step(0, 1)),
    pygame.CONTROLLER_AXIS_RIGHTY: (Wheel(-1), Wheel(1)),
}
"""What the left stick and the height of the right one do at their two ends."""

_LEANS, _RESTS = 20_000, 12_000
"""Of 32,767: beyond the one a stick is meant, within the other it is back; worn sticks never rest at 0."""

FIRST, AGAIN = 0.4, 0.1
"""Seconds until a held step comes again, and between those that follow."""


class Cross:
    """Remembers what is held; `now` is in seconds of any clock."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, int], Step | Wheel] = {}
        """All that is held, the last one behind: it is the one that comes again."""
        self._next = 0.0

    def read(self, event: pygame.event.Event, now: float) -> Step | Wheel | None:
        """Return the step that a controller's event asks for; None for one that asks for none."""
        match event.type:
            case pygame.CONTROLLERBUTTONDOWN if step := _BUTTONS.get(event.button):
                return self._take(("button", event.button), step, now)
            case pygame.CONTROLLERBUTTONUP:
                self._let_go(("button", event.button))
            case pygame.CONTROLLERAXISMOTION if ends := _AXES.get(event.axis):
                key, action = ("axis", event.axis), ends[event.value > 0]
                if abs(event.value) < _RESTS or self._held.get(key, action) != action:
                    self._let_go(key)
                if abs(event.value) > _LEANS and key not in self._held:
                    return self._take(key, action, now)
            case pygame.CONTROLLERDEVICEREMOVED | pygame.WINDOWFOCUSLOST:
                self._held.clear()
        return None

    def again(self, now: float) -> Step | Wheel | None:
        """Return what is still held, each time that it is due."""
        if not self._held or now < self._next:
            return None
        self._next = now + AGAIN
        return next(reversed(self._held.values()))

    def _take(self, key: tuple[str, int], action: Step | Wheel, now: float) -> Step | Wheel:
        self._let_go(key)
        self._held[key], self._next = action, now + FIRST
        return action

    def _let_go(self, key: tuple[str, int]) -> None:
        self._held.pop(key, None)
