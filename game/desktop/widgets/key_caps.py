"""Keys to press with a pointer or a controller: caps of one height in rows of ten columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pygame

from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.widgets.piece import Piece, Placed, Target, framed

COLUMNS = 10
_SMALLEST = 12
"""Pixels of the letters on the smallest cap."""


class Cap(NamedTuple):
    """One key: what it is as a target, what stands on it, how it is said, and how many columns it has."""

    target: str
    shown: str
    aloud: str
    columns: int = 1
    is_on: bool = False


def key_caps(kit: Kit, rows: Sequence[Sequence[Cap]], width: int, aloud: str) -> Piece:
    """Lay rows of keys out, the first above, as wide as there is room for and not much wider than fingers.

    `aloud` is what is said of them all: nobody wants to hear forty keys.
    """
    between = max(2, kit.px(5))
    used = max(sum(cap.columns for cap in row) for row in rows)  # fewer keys are wider: no empty side
    most = kit.px(60) * COLUMNS / used
    unit = min((width + between) // used, round(most * max(1.0, kit.text * 0.8)))
    height = max(kit.space("touch_minimum"), min(kit.face("document", "document").height + kit.px(8), unit))
    placed, top = [], 0
    for row in rows:
        left = 0
        for cap in row:
            piece = _cap(kit, cap, cap.columns * unit - between, height)
            placed.append(Placed(piece, Box(left, top, piece.width, height)))
            left += cap.columns * unit
        top += height + between
    keys = framed("key_caps", placed, used * unit - between, top - between)
    return keys._replace(aloud=(aloud,))


def _cap(kit: Kit, cap: Cap, width: int, height: int) -> Piece:
    p = kit.palette
    face = _fitting(kit, cap.shown, width - 2 * max(2, kit.px(4)), height)
    thick, ring = max(1, kit.px(1.5)), kit.space("focus_ring")

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        box = pygame.Rect(left, top, width, height)
        focused = focus == cap.target
        filled = cap.is_on or focused
        surface.fill(p.focus if focused else p.red if cap.is_on else p.paper, box)
        pygame.draw.rect(surface, p.ink, box, thick)
        if focused:
            pygame.draw.rect(surface, p.focus_ring, box, ring)
        letter = face.render(cap.shown, p.focus_text if filled else p.ink)
        at = (left + (width - letter.width) // 2, top + (height - letter.height) // 2)
        surface.blit(letter, at)

    target = Target(cap.target, Box(0, 0, width, height))
    return Piece(cap.target, width, height, paint, (target,), cap.shown, aloud=(cap.aloud,))


def _fitting(kit: Kit, text: str, width: int, height: int) -> Face:
    """The typewriter's face in the largest size up to the usual in which a text fits its cap."""
    size = kit.size("document")
    face = kit.fonts.face("document", size, kit.settings.typeface)
    while size > _SMALLEST and (face(text) > width or face.height > height):
        size -= 1
        face = kit.fonts.face("document", size, kit.settings.typeface)
    return face
