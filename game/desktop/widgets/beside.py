"""What stands beside a page that happens nowhere: a picture where there is room, else a poster's edge."""

from __future__ import annotations

import pygame

from game.desktop.kit import Kit
from game.desktop.layout import Box, Frame
from game.desktop.widgets import shapes
from game.desktop.widgets.piece import Piece

_BESIDE = 230
"""The narrowest picture beside a page that is no place of the story, in pixels at 1280x720."""

_BESIDE_SHARE = 0.46
"""The widest, as a share of the window."""


def standing_beside(kit: Kit, frame: Frame, width: int) -> Frame:
    """Give a picture the room that a column `width` pixels wide leaves; none where that is too narrow."""
    margin = kit.space("margin")
    room = kit.width - width - 2 * margin - kit.px(8)
    if room < kit.px(_BESIDE):
        return frame
    picture = Box(0, 0, min(room, round(kit.width * _BESIDE_SHARE)), kit.height)
    left = picture.right + margin + (room - picture.width) // 2
    return frame._replace(
        poster=picture,
        slant=round(picture.width * kit.theme.space["poster_slant"]),
        column=frame.column._replace(left=left, width=width),
        view=frame.view._replace(left=picture.right, width=kit.width - picture.right),
    )


def wedge(kit: Kit, margin: int) -> Piece | None:
    """The poster's edge on a page without a picture: black and red, as far as the margin reaches.

    In a narrow margin it is a strip of the window's edge, and takes no room from the text.
    """
    room = margin - kit.px(40)
    red = round(room * 1.9)
    if room < kit.px(36):
        room, red = min(kit.px(12), margin - kit.px(8)), kit.height // 3
    if room < kit.px(5):
        return None
    p, high = kit.palette, kit.height

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        shapes.polygon(surface, p.night, [(0, 0), (room, 0), (room * 0.62, high), (0, high)])
        shapes.polygon(
            surface,
            p.steel_night,
            [(0, high * 0.42), (room * 0.72, high * 0.74), (room * 0.62, high), (0, high)],
        )
        shapes.polygon(surface, p.red, [(0, 0), (room * 0.78, 0), (0, red)])
        shapes.polygon(surface, p.red_dark, [(0, 0), (room * 0.4, 0), (0, room)])

    return Piece("wedge", kit.width, kit.height, paint)
