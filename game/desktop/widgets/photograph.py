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

_WIDE, _NAME, _NUMBER = 900, 27, 46
"""The width of the print, of a name's letters and of a number, in the print's units."""

_NUMBERS_STAND = 560
"""Where numbers stand on the plate."""

_LEGIBLE = 14
"""Pixels: smaller letters are no longer a name."""

_GAP, _NARROWEST = 18, 300
"""Between two prints, and the least width of each, in pixels at 1280x720."""


def retouch_of(kit: Kit, shown: PhotographView | None) -> Retouch:
    """Return who is painted out by now, in the paints of the present colours."""
    if shown is None or not shown.gone:
        return UNTOUCHED
    p = kit.theme.normal  # the print keeps its colours, and so does its paint
    return Retouch(frozenset(shown.gone), frozenset(shown.house_paint), p.retouch, p.house_paint)


def is_numbered(kit: Kit, width: int) -> bool:
    """Tell whether a print of this width is too small for names on its plate; numbers are twice as large."""
    return width / _WIDE * _NAME < _LEGIBLE * kit.text


def width_of_each(kit: Kit, width: int, height: int) -> int:
    """Return how wide each of two prints is: beside each other in a column, else one below the other."""
    half = (width - kit.px(_GAP)) // 2
    return min(half if half >= kit.px(_NARROWEST) else width, round(height * _SHAPE))


def numbers_of(kit: Kit, shown: PhotographView) -> dict[str, int]:
    """Return the number of everybody (by id) on the print, from left to right."""
    heads = kit.pictures.heads(_print_of(kit, shown, PRESIDIUM))
    from_left = sorted(shown.people, key=lambda person: heads.get(person.id, 0.0))
    return {person.id: number for number, person in enumerate(from_left, 1)}


def _print_of(kit: Kit, shown: PhotographView | None, name: str) -> str:
    """The picture that shows these people: a group of silhouettes where `name` does not."""
    ids = tuple(person.id for person in shown.people) if shown else ()
    return name if set(ids) <= kit.pictures.people(name) else kit.pictures.group(ids)


def photograph(
    kit: Kit, shown: PhotographView | None, name: str, width: int, height: int, *, numbered: bool = False
) -> Piece | None:
    """Lay out a picture with people in it as it looks by now; None where it is missing.

    Where the picture is not of the people shown, silhouettes stand for them. With `numbered` their numbers
    stand on the plates, as a list beside it has them, and no names.
    """
    from game.pages.retouching import HIGH, INSET, ROWS, WIDE

    name = _print_of(kit, shown, name)
    picture = kit.pictures.within(name, width, height, retouch_of(kit, shown))
    if picture is None:
        return None
    print_, unit = picture, min(picture.width / WIDE, picture.height / HIGH)
    heads = kit.pictures.heads(name)
    across = sorted(heads.values())
    present = [person for person in shown.people if person.id not in shown.gone] if shown else []
    named = [(person, heads[person.id]) for person in present if person.id in heads]
    face = _plate_face(kit, [person for person, _ in named], unit, 1560 / max(1, len(heads)))
    if numbered:
        face = kit.fonts.face("label_bold", round(_NUMBER * unit), "serif")
    numbers = numbers_of(kit, shown) if shown and numbered else {}

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.blit(print_, (left, top))
        edge = (left, top, print_.width, print_.height)
        pygame.draw.rect(surface, kit.palette.ink, edge, max(1, kit.px(1.5)))
        for person, x in named if face else []:
            assert face is not None
            written = str(numbers[person.id]) if numbered else person.short
            text = face.render(written, kit.theme.normal.ink)
            row = _NUMBERS_STAND if numbered else ROWS[across.index(x) % 2]
            baseline = top + round(row * unit)
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
    gap = kit.px(_GAP)
    each = width_of_each(kit, width, height)
    is_wide = len(states) > 1 and 2 * each + gap <= width
    parts: list[Placed] = []
    x = y = foot = 0
    for state, caption in zip(states, captions, strict=False):
        high = round(each / _SHAPE)
        picture = photograph(kit, state, PRESIDIUM, each, high, numbered=is_numbered(kit, each))
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
    for size in range(round(_NAME * unit), 8, -1):
        face = kit.fonts.face("label_bold", size, "serif")
        if max(face(person.short) for person in people) <= min(150, room) * unit:
            return face
    return None
