"""Text that comes up line by line: how much of a page stands there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import actions
from game.desktop.actions import Action
from game.desktop.widgets.piece import Page, Piece

if TYPE_CHECKING:
    from game.desktop.screens.page_screen import PageScreen
    from game.desktop.stage import Stage

_SPEED = 90.0
"""Signs a second; faster than anybody reads aloud, slower than anybody skims."""

_WHOLE = 12
"""What a piece that comes up whole (a paper, a choice, a picture) counts, in signs."""


class Typewriter:
    """Lets the top page of a stage come up; whatever is pressed shows the rest at once."""

    def __init__(self) -> None:
        self._page: tuple[PageScreen, int] | None = None
        self._then = 0.0
        self._signs = 0.0

    def look(self, stage: Stage, now: float) -> None:
        """Go on by the time that has passed; `now` is in seconds of any clock."""
        settings = stage.sitting.settings
        if stage.is_over or not stage.top.can_be_typed:
            return
        top, page = stage.top, stage.page
        if not settings.typed_text or settings.reduced_motion:
            self._page, top.signs = (top, top.pages), None
            return
        if self._page != (top, top.pages):
            self._page = (top, top.pages)
            self._signs, top.signs = float(_read_before(page)), _read_before(page)
            stage.needs_drawing = True
        elif top.signs is not None:
            self._signs += (now - self._then) * _SPEED
            top.signs = int(self._signs)
            if top.signs >= sum(weight(piece) for piece, _ in page.flow):
                top.signs = None
            stage.needs_drawing = True
        self._then = now

    def answers(self, action: Action, stage: Stage) -> bool:
        """Show the rest of a page; True for an action that was only meant to do that."""
        if stage.is_over or stage.top.signs is None or isinstance(action, actions.Hover | actions.Expose):
            return False
        stage.top.signs = None
        stage.needs_drawing = True
        return isinstance(action, actions.Take | actions.Forward | actions.Digit | actions.Press)


def weight(piece: Piece) -> int:
    """Return how long a piece takes to come up, in signs."""
    return len(piece.words) if piece.pitch else _WHOLE


def _read_before(page: Page) -> int:
    """What stood there before: on the page of a result, all that led up to it."""
    names = [piece.name for piece, _ in page.flow]
    if "taken" not in names:
        return 0
    return sum(weight(piece) for piece, _ in page.flow[: names.index("taken")])


def paint_part(surface: pygame.Surface, piece: Piece, left: int, top: int, signs: int) -> None:
    """Paint the first `signs` signs of a text: whole lines, and a part of the next."""
    lines = max(1, piece.height // piece.pitch)
    done = signs / max(1, len(piece.words)) * lines
    whole = int(done)
    clip = surface.get_clip()
    parts = (
        pygame.Rect(left, top, piece.width, whole * piece.pitch),
        pygame.Rect(left, top + whole * piece.pitch, round(piece.width * (done - whole)), piece.pitch),
    )
    for part in parts:
        surface.set_clip(clip.clip(part))
        piece.paint(surface, left, top, "")
    surface.set_clip(clip)
