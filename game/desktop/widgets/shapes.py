"""Flat shapes with smooth edges: polygons, triangles, dashes, rubber stamps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import pygame

from game.desktop.fonts import Face
from game.desktop.theme import Colour

Point = tuple[float, float]


def polygon(surface: pygame.Surface, colour: Colour, points: Sequence[Point]) -> None:
    """Fill a polygon and smooth its edges."""
    pygame.draw.polygon(surface, colour, points)
    pygame.draw.aalines(surface, colour, True, points)


def triangle_down(surface: pygame.Surface, colour: Colour, x: float, y: float, size: float) -> None:
    """Fill a triangle that points down; `x`, `y` is its upper left corner. Fonts lack this sign too often."""
    polygon(surface, colour, [(x, y), (x + size, y), (x + size / 2, y + size * 0.8)])


def triangle_right(surface: pygame.Surface, colour: Colour, x: float, y: float, size: float) -> None:
    """Fill a triangle that points right; `x`, `y` is its upper left corner."""
    polygon(surface, colour, [(x, y), (x + size * 0.8, y + size / 2), (x, y + size)])


def dashes(
    surface: pygame.Surface, colour: Colour, start: Point, end: Point, dash: int, width: int = 1
) -> None:
    """Draw a dashed line that is nearly level."""
    length = max(1.0, end[0] - start[0])
    slope = (end[1] - start[1]) / length
    x = 0.0
    while x < length:
        to = min(length, x + dash)
        points = (start[0] + x, start[1] + slope * x), (start[0] + to, start[1] + slope * to)
        pygame.draw.line(surface, colour, *points, width)
        x += dash * 2


def stroke(surface: pygame.Surface, colour: Colour, points: Sequence[Point], width: int) -> None:
    """Draw a line from point to point with smooth edges."""
    for first, second in pairwise(points):
        pygame.draw.aaline(surface, colour, first, second, width)


def turned(surface: pygame.Surface, level: pygame.Surface, left: int, top: int, turn: float) -> None:
    """Blit a level picture turned: in upright strips, each a pixel higher or lower than the one before.

    `turn` is the rise of its upper edge by its width. A turn by interpolation would blur every letter; a step
    of one pixel now and then is not seen. The outermost two pixels are left to the shape that lies below.
    """
    edge, width = 2, level.width
    step = max(1, round(1 / abs(turn))) if turn else width
    for x in range(edge, width - edge, step):
        wide = min(step, width - edge - x)
        drop = round((width / 2 - x - wide / 2) * turn)
        surface.blit(level, (left + x, top + drop + edge), (x, edge, wide, level.height - 2 * edge))


@lru_cache(maxsize=64)
def stamp(
    face: Face, words: str, colour: Colour, ground: Colour, opacity: float, turn: float, line: int
) -> pygame.Surface:
    """Return a rubber stamp, turned by `turn` degrees. Drawn larger first, so that it is smooth."""
    pad_x, pad_y = round(face.size * 0.5), round(face.size * 0.22)
    text = face.render(words, colour)
    plate = pygame.Surface((text.width + 2 * pad_x, text.height + 2 * pad_y), pygame.SRCALPHA)
    plate.fill((*ground, 255))
    plate.blit(text, (pad_x, pad_y))
    pygame.draw.rect(plate, colour, plate.get_rect(), line)
    plate.set_alpha(round(255 * opacity))
    margin = 4
    framed = pygame.Surface((plate.width + 2 * margin, plate.height + 2 * margin), pygame.SRCALPHA)
    framed.blit(plate, (margin, margin))
    large = pygame.transform.scale_by(framed, 2)
    return pygame.transform.rotozoom(large, turn, 0.5)
