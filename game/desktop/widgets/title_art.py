"""The picture of the title, drawn without a file: three chairs at a table, and a lamp on the third."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop.kit import Kit
from game.desktop.theme import Colour, mix
from game.desktop.widgets import shapes
from game.desktop.widgets.piece import Piece

Points = tuple[tuple[float, float], ...]
Flat = Callable[[Colour, Points], None]

_WIDE, _HIGH = 1366, 768


def title_art(kit: Kit, column: int) -> Piece:
    """Return the ground of the title; its left is dark for `column` pixels of words."""
    picture = pygame.Surface((kit.width, kit.height))
    _paint(kit, picture)
    if not kit.settings.high_contrast:
        slant = kit.height * 0.1
        dark = [(0, 0), (column - slant / 2, 0), (column + slant / 2, kit.height), (0, kit.height)]
        shapes.polygon(picture, kit.palette.night, dark)

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.blit(picture, (left, top))

    return Piece("title_art", kit.width, kit.height, paint)


def _paint(kit: Kit, surface: pygame.Surface) -> None:
    p = kit.palette
    surface.fill(p.night_deep if kit.settings.high_contrast else p.night)
    if kit.settings.high_contrast:
        return
    zoom = kit.height / _HIGH
    shift = kit.width - _WIDE * zoom  # the picture keeps to the right, the words to the left

    def flat(colour: Colour, points: Points) -> None:
        shapes.polygon(surface, colour, [(x * zoom + shift, y * zoom) for x, y in points])

    flat(p.steel_night, ((452, 0), (1366, 0), (1366, 640), (560, 660)))
    flat(p.steel_deep, ((452, 0), (640, 0), (1010, 640), (560, 660)))
    flat(p.red_dark, ((1196, 0), (1366, 0), (1366, 318)))
    flat(p.red, ((1262, 0), (1366, 0), (1366, 196)))
    flat(mix(p.cream, p.steel_night, 0.16), ((1040, 108), (1120, 108), (1366, 560), (1366, 640), (772, 640)))
    flat(mix(p.cream, p.steel_night, 0.6), ((1056, 108), (1104, 108), (1256, 640), (896, 640)))
    _chair(flat, 640, 350, 0.96, p.night, p.night_deep)
    _chair(flat, 846, 340, 1.0, p.night, p.night_deep)
    _chair(flat, 1080, 324, 1.12, p.night_deep, p.red_dark)
    flat(p.night_deep, ((0, 668), (1366, 584), (1366, 768), (0, 768)))
    flat(p.red, ((500, 637), (1366, 584), (1366, 660), (470, 728)))
    flat(p.red_dark, ((470, 728), (1366, 660), (1366, 700), (460, 768)))
    flat(mix(p.cream, p.red, 0.26), ((884, 613), (1262, 590), (1310, 664), (846, 699)))
    flat(p.cream, ((1010, 622), (1132, 614), (1150, 655), (1026, 665)))
    flat(p.paper, ((1010, 622), (1132, 614), (1133, 617), (1011, 625)))
    flat(p.night_deep, ((1077, 0), (1083, 0), (1083, 56), (1077, 56)))
    flat(p.red, ((1032, 112), (1056, 52), (1104, 52), (1128, 112)))
    flat(p.red_dark, ((1080, 52), (1104, 52), (1128, 112), (1092, 112)))
    flat(p.cream, ((1032, 112), (1128, 112), (1125, 103), (1035, 103)))


def _chair(flat: Flat, x: float, y: float, s: float, tone: Colour, back: Colour) -> None:
    """A high-backed office chair seen from the front, empty; the table hides its seat."""

    def part(colour: Colour, *points: tuple[float, float]) -> None:
        flat(colour, tuple((x + a * s, y + b * s) for a, b in points))

    part(back, (-60, -4), (60, -10), (56, 320), (-56, 320))
    part(tone, (-84, -48), (-64, -50), (-54, 320), (-76, 320))
    part(tone, (84, -54), (64, -52), (54, 320), (76, 320))
    part(tone, (-88, -66), (88, -76), (84, -26), (-84, -18))
    part(tone, (-66, 128), (66, 124), (66, 144), (-66, 148))
