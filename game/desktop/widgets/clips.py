"""What holds a paper: a clip, a pin, a thread, gummed corners; and how a turned sheet lies."""

from __future__ import annotations

import pygame

from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.theme import mix
from game.desktop.widgets import shapes
from game.desktop.widgets.shapes import Point

_HELD = {"letter": "clip", "order": "clip", "telegram": "pin", "form": "pin", "newspaper": "fold"}
"""What a kind of paper is held by; the others have holes or corners of their own."""


def corners_of(at: Box, turn: float) -> list[Point]:
    """Return the corners of a sheet that lies turned round its middle; `turn` is its rise by its width."""
    rise, lean = turn * at.width / 2, turn * at.height / 2
    left, right = at.left, at.right - 1
    return [
        (left + lean, at.top + rise),
        (right + lean, at.top - rise),
        (right - lean, at.bottom - rise),
        (left - lean, at.bottom + rise),
    ]


def room_for_clip(kit: Kit, kind: str) -> int:
    """Return how far what holds a kind of paper stands over its upper edge, in pixels."""
    return kit.px(13) if _HELD.get(kind) == "clip" else 0


def clip(kit: Kit, kind: str, surface: pygame.Surface, at: Box, turn: float) -> None:
    """Draw what holds a sheet, on its upper edge and never over a word."""
    held = _HELD.get(kind)
    rise = turn * at.width / 2
    if held == "clip":
        x = at.left + kit.px(12)
        _paper_clip(kit, surface, x, at.top + rise * (1 - 2 * (x - at.left) / at.width))
    elif held == "pin":
        x = at.left + at.width // 2
        _pin(kit, surface, x, at.top + kit.px(8))
    elif held == "fold":
        _folded_corner(kit, surface, (at.right - 1 + turn * at.height / 2, at.top - rise))


def _paper_clip(kit: Kit, surface: pygame.Surface, x: float, y: float) -> None:
    """A clip of bent wire, half of it over the edge."""
    unit = kit.scale
    wire = kit.palette.steel_deep
    loops = (
        ((0, 14), (0, -9), (3, -12), (8, -12), (11, -9), (11, 18)),
        ((11, 18), (8, 21), (6, 21), (3, 18), (3, -3), (5, -5), (7, -3), (7, 13)),
    )
    for loop in loops:
        points = [(x + a * unit, y + b * unit) for a, b in loop]
        shapes.stroke(surface, wire, points, max(2, round(1.7 * unit)))


def _pin(kit: Kit, surface: pygame.Surface, x: int, y: int) -> None:
    """A drawing pin: a red head, its lit half, its hard shadow."""
    radius = kit.px(6)
    shade = mix(kit.palette.shadow, kit.palette.paper, 0.3)
    shadow = [(x - radius // 2, y + radius // 2), (x + radius, y), (x + 2 * radius, y + 2 * radius)]
    if not kit.settings.high_contrast:
        shapes.polygon(surface, shade, shadow)
    pygame.draw.aacircle(surface, kit.palette.red, (x, y), radius)
    pygame.draw.aacircle(
        surface, kit.palette.red_dark, (x + radius // 4, y + radius // 4), max(1, radius // 2)
    )


def _folded_corner(kit: Kit, surface: pygame.Surface, corner: Point) -> None:
    """The upper right corner of a newspaper, turned down."""
    x, y = corner
    size = kit.px(20)
    ground = kit.palette.cream
    shapes.polygon(surface, ground, [(x - size, y - 2), (x + 3, y - 2), (x + 3, y + size)])
    fold = mix(kit.palette.sepia_mid, kit.palette.paper, 0.8)
    if kit.settings.high_contrast:
        pygame.draw.lines(surface, kit.palette.ink, False, [(x - size, y), (x, y + size)], max(2, kit.px(2)))
        return
    shapes.polygon(surface, fold, [(x - size, y), (x, y + size), (x - size, y + size * 0.9)])
