"""How screens follow each other: a stack that is moved by the values that screens return."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from game.desktop.screens.page_screen import PageScreen


class Push(NamedTuple):
    """Lay a screen on top."""

    screen: PageScreen


class Pop(NamedTuple):
    """Take this screen away, or so many from the top; the one below shows again."""

    screens: int = 1


class Replace(NamedTuple):
    """Put another screen in this one's place."""

    screen: PageScreen


class Reset(NamedTuple):
    """Take all screens away but the lowest (the title), and lay `screen` on it where one is given."""

    screen: PageScreen | None = None


class Quit:
    """Close the window."""


Move = Push | Pop | Replace | Reset | Quit


def moved(stack: tuple[PageScreen, ...], move: Move | None) -> tuple[PageScreen, ...]:
    """Return the stack after a move; an empty one means that the window closes."""
    match move:
        case Push(screen):
            return (*stack, screen)
        case Pop(screens):
            return stack[: max(1, len(stack) - screens)]
        case Replace(screen):
            return (*stack[:-1], screen)
        case Reset(screen):
            return (stack[0], screen) if screen else stack[:1]
        case Quit():
            return ()
        case _:
            return stack
