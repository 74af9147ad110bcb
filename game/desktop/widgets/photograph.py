"""The photograph: who is gone from it is painted over, and their name is off the plate."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.resources import UNTOUCHED, Retouch
from game.desktop.widgets.paragraph import line
from game.desktop.widgets.piece import Piece, Placed, framed
from game.story.views import PersonView, PhotographView

PRESIDIUM = "presidium_1934"
"""The picture of assets/pictures whose people can be painted out."""

_SHAPE = 1.5
"""The width of the print by its height."""


def retouch_of(kit: Kit, shown: PhotographView | None) -> Retouch:
    """Return who is painted out by now, in the paints of the present colours."""
    if shown is None or not shown.gone:
        return UNTOUCHED
    p = kit.palette
    return Retouch(frozenset(shown.gone), frozenset(shown.house_paint), p.retouch, p.house_paint)


def photograph(kit: Kit, shown: PhotographView | None, name: str, width: int, height: int) -> Piece | None:
    """Lay out a picture with people in it as it looks by now; None where it is missing.

    Where the picture is not of the people shown, silhouettes stand for them.
    """
    from game.pages.retouching import HIGH, INSET, ROWS, WIDE

    if shown and not {person.id for person in shown.people} <= kit.pictures.people(name):
        name = kit.pictures.group(tuple(person.id for person in shown.people))
    picture = kit.pictures.within(name, width, height, retouch_of(kit, shown))
    if picture is None:
        return None
    print_, unit = picture, min(picture.width / WIDE, picture.height / HIGH)
    heads = kit.pictures.heads(name)
    across = sorted(heads.values())
    present = [person for person in shown.people if person.id not in shown.gone] if shown else []
    named = [(person, heads[person.id]) for person in present if person.id in heads]
    face = _plate_face(kit, [person for person, _ in named], unit, 1560 / max(1, len(heads)))

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.blit(print_, (left, top))
        edge = (left, top, print_.width, print_.height)
        pygame.draw.rect(surface, kit.palette.ink, edge, max(1, kit.px(1.5)))
        for person, x in named if face else []:
            assert face is not None
            text = face.render(person.short, kit.palette.ink)
            baseline = top + round(ROWS[across.index(x) % 2] * unit)
            at = left + round((x + INSET) * unit) - text.width // 2
            surface.blit(text, (at, baseline - face.ascent))

    return Piece("photograph", print_.width, print_.height, paint, words=shown.title if shown else "")


def before_and_after(
    kit: Kit, shown: PhotographView, width: int, height: int, captions: tuple[str, str]
) -> Piece | None:
    """Lay out the photograph as it was taken and as it hangs now: beside each other where there is room.

    `captions` stand under the two. With everybody still there it is shown once.
    """
    taken = replace(shown, gone=(), house_paint=())
    states = (taken, shown) if shown.gone else (taken,)
    gap = kit.px(18)
    is_wide = len(states) > 1 and (width - gap) // 2 >= kit.px(300)
    each = (width - gap) // 2 if is_wide else width
    parts: list[Placed] = []
    x = y = foot = 0
    for state, caption in zip(states, captions, strict=False):
        picture = photograph(kit, state, PRESIDIUM, each, min(height, round(each / _SHAPE)))
        if picture is None:
            return None
        said = line(
            kit, caption, kit.face("label", "caption"), kit.palette.keys, each, f"photograph.{len(parts)}"
        )
        parts.append(Placed(picture, Box(x, y, picture.width, picture.height)))
        parts.append(Placed(said, Box(x, y + picture.height + kit.px(4), said.width, said.height)))
        foot = max(foot, y + picture.height + kit.px(4) + said.height)
        x, y = (x + each + gap, y) if is_wide else (x, foot + kit.px(12))
    return framed("photographs", parts, width, foot)


def _plate_face(kit: Kit, people: list[PersonView], unit: float, room: float) -> Face | None:
    """The largest face in which every name finds `room` units on the plate; None where there is none."""
    if not people:
        return None
    for size in range(round(27 * unit), 8, -1):
        face = kit.fonts.face("label_bold", size, "serif")
        if max(face(person.short) for person in people) <= min(150, room) * unit:
            return face
    return None
