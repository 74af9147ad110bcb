"""The photograph of the presidium: who is gone from it is painted over, and their name is off the plate."""

from __future__ import annotations

import pygame

from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.resources import Retouch
from game.desktop.widgets.piece import Piece
from game.story.views import PersonView, PhotographView

PRESIDIUM = "presidium_1934"
"""The picture of assets/pictures whose people can be painted out."""

_INSET, _WIDE = 30, 900
_PLATE_TOP, _PLATE_HIGH = 512, 64
"""Where the print and its plate of names lie on the mount, in the picture's units (assets/README.md)."""


def photograph(kit: Kit, shown: PhotographView | None, name: str, width: int, height: int) -> Piece | None:
    """Lay out a picture with people in it as it looks by now; None where it is missing."""
    gone = frozenset(shown.gone) if shown else frozenset()
    picture = kit.pictures.within(name, width, height, Retouch(gone, kit.palette.retouch))
    if picture is None:
        return None
    print_, unit = picture, picture.width / _WIDE
    present = [person for person in shown.people if person.id not in gone] if shown else []
    heads = kit.pictures.heads(name)
    named = [(person, (heads[person.id] + _INSET) * unit) for person in present if person.id in heads]
    face = _plate_face(kit, [person for person, _ in named], unit)

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.blit(print_, (left, top))
        pygame.draw.rect(
            surface, kit.palette.ink, (left, top, print_.width, print_.height), max(1, kit.px(1.5))
        )
        for person, x in named if face else []:
            assert face is not None
            text = face.render(person.short, kit.palette.ink)
            row = sorted(heads.values()).index(heads[person.id]) % 2
            y = top + round((_PLATE_TOP + _PLATE_HIGH * (0.27 + 0.46 * row)) * unit) - text.height // 2
            surface.blit(text, (left + round(x) - text.width // 2, y))

    return Piece("photograph", print_.width, print_.height, paint, words=shown.title if shown else "")


def _plate_face(kit: Kit, people: list[PersonView], unit: float) -> Face | None:
    """The largest face in which every name finds room on the plate's two rows; None where there is none."""
    if not people:
        return None
    for size in range(round(_PLATE_HIGH * 0.42 * unit), 8, -1):
        face = kit.fonts.face("label_bold", size, "serif")
        if max(face(person.short) for person in people) <= 150 * unit:
            return face
    return None
