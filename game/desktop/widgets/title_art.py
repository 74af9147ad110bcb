"""The picture of the title, drawn without a file: three chairs at a table, and a lamp on the third."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.desktop.kit import Kit
from game.desktop.theme import Colour, mix
from game.desktop.widgets import shapes
from game.desktop.widgets.piece import Piece

Points = tuple[tuple[float, float], ...]
Flat = Callable[[Colour, Points], None]

_WIDE, _HIGH = 1366, 768
_THIRD = 1080
"""Where the third chair stands."""

_EDGE = 3
"""The width of an edge in pixels: a smooth line over the stairs of a filled polygon, which it covers."""


def title_art(kit: Kit, column: int) -> Piece:
    """Return the ground of the title; its left is dark for `column` pixels of words."""
    slant = kit.height * 0.09
    left = max(0, min(kit.width, round(column - slant / 2)))
    picture = pygame.Surface((kit.width - left, kit.height))
    _paint(kit, picture, left - _moved(kit, column))
    dark = [(0, 0), (column + slant / 2 - left, 0), (column - slant / 2 - left, kit.height), (0, kit.height)]
    _fill(picture, kit.palette.night, dark)

    def paint(surface: pygame.Surface, x: int, y: int, focus: str) -> None:
        surface.fill(kit.palette.night, (x, y, left, kit.height))
        surface.blit(picture, (x + left, y))

    return Piece("title_art", kit.width, kit.height, paint)


def _moved(kit: Kit, column: int) -> int:
    """How far to the right the picture moves, for the third chair to stand in the middle of a narrow room."""
    zoom = kit.height / _HIGH
    chair = kit.width - (_WIDE - _THIRD) * zoom
    return round(min(max(0, (column + kit.width) / 2 - chair), (_WIDE - _THIRD) * zoom / 2))


def _paint(kit: Kit, surface: pygame.Surface, left: int) -> None:
    """Paint the part of the picture that begins `left` pixels from the window's edge."""
    p = kit.theme.normal  # a picture keeps its colours; the words beside it stand on a ground of their own
    surface.fill(p.night)
    zoom = kit.height / _HIGH
    shift = kit.width - left - _WIDE * zoom  # it keeps to the right, the words to the left

    def flat(colour: Colour, points: Points) -> None:
        _fill(surface, colour, [(x * zoom + shift, y * zoom) for x, y in points])

    flat(p.steel_night, ((-700, 0), (1366, 0), (1366, 640), (-700, 660)))
    flat(p.steel_deep, ((-700, 0), (640, 0), (1010, 640), (-700, 660)))
    flat(p.red_dark, ((1196, 0), (1366, 0), (1366, 318)))
    flat(p.red, ((1262, 0), (1366, 0), (1366, 196)))
    flat(mix(p.cream, p.steel_night, 0.16), ((1040, 108), (1120, 108), (1366, 560), (1366, 640), (772, 640)))
    flat(mix(p.cream, p.steel_night, 0.6), ((1056, 108), (1104, 108), (1256, 640), (896, 640)))
    _chair(flat, 672, 350, 0.96, p.night, p.night_deep)
    _chair(flat, 868, 340, 1.0, p.night, p.night_deep)
    _chair(flat, _THIRD, 324, 1.12, p.night_deep, p.red_dark)
    flat(p.night_deep, ((-700, 710), (1366, 584), (1366, 768), (-700, 768)))
    flat(p.red, ((-700, 710), (1366, 584), (1366, 660), (-700, 817)))
    flat(p.red_dark, ((-700, 817), (1366, 660), (1366, 700), (-700, 855)))
    flat(mix(p.cream, p.red, 0.26), ((884, 613), (1262, 590), (1310, 664), (846, 699)))
    flat(p.cream, ((1010, 622), (1132, 614), (1150, 655), (1026, 665)))
    flat(p.paper, ((1010, 622), (1132, 614), (1133, 617), (1011, 625)))
    flat(p.night_deep, ((1077, 0), (1083, 0), (1083, 56), (1077, 56)))
    flat(p.red, ((1032, 112), (1056, 52), (1104, 52), (1128, 112)))
    flat(p.red_dark, ((1080, 52), (1104, 52), (1128, 112), (1092, 112)))
    flat(p.cream, ((1032, 112), (1128, 112), (1125, 103), (1035, 103)))


def _fill(surface: pygame.Surface, colour: Colour, points: Sequence[shapes.Point]) -> None:
    whole = [(round(x), round(y)) for x, y in points]  # as `polygon` takes them: else the edge lies elsewhere
    pygame.draw.polygon(surface, colour, whole)
    shapes.stroke(surface, colour, [*whole, whole[0]], _EDGE)


def _chair(flat: Flat, x: float, y: float, s: float, tone: Colour, back: Colour) -> None:
    """A high-backed office chair seen from the front, empty; the table hides its seat."""

    def part(colour: Colour, *points: tuple[float, float]) -> None:
        flat(colour, tuple((x + a * s, y + b * s) for a, b in points))

    part(back, (-72, -4), (72, -10), (64, 320), (-64, 320))
    part(tone, (-84, -48), (-64, -50), (-54, 320), (-76, 320))
    part(tone, (84, -54), (64, -52), (54, 320), (76, 320))
    part(tone, (-88, -66), (88, -76), (84, -26), (-84, -18))
    part(tone, (-66, 128), (66, 124), (66, 144), (-66, 148))
