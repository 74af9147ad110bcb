"""Pictures on a page: the poster with its leaning edge, a band, a picture in the text, portraits."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import pygame

from game.desktop import words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.resources import Retouch
from game.desktop.widgets import shapes
from game.desktop.widgets.paragraph import line, prose, said
from game.desktop.widgets.piece import Piece, Placed, Target, framed

if TYPE_CHECKING:
    from game.story.views import PersonView


def poster(kit: Kit, place: str, box: Box, slant: int, retouch: Retouch) -> Piece:
    """Lay out the picture of a place on the left; its right edge leans to the left at the foot."""
    picture = kit.pictures.filling(place, box.width, box.height, retouch) if place else None

    note = None
    if place and not picture:
        sentence = words.PICTURE_LEFT_OUT.format(file=f"assets/places/{place}.svg")
        room = box.width - slant - kit.px(32)
        note = line(kit, sentence, kit.face("label", "caption"), kit.palette.cream, room, "missing")

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        if picture:
            surface.blit(picture, (left, top))
        else:
            _bare(kit, surface, Box(left, top, box.width, box.height))
            if note:
                note.paint(surface, left + kit.px(16), top + box.height // 2, focus)
        right, foot = left + box.width, top + box.height
        edge = [(right, top - 2), (right + 2, foot + 2), (right - slant, foot + 2)]
        shapes.polygon(surface, kit.palette.cream, edge)

    return Piece("poster", box.width, box.height, paint)


def person_target(person: PersonView, where: str) -> str:
    """Return the target that opens somebody's card from a part of a page."""
    return f"person:{person.id}:{where}"


def present(
    kit: Kit, people: Sequence[PersonView], width: int, newcomers: Collection[str] = ()
) -> Piece | None:
    """Lay out those who are there as small cards, as many as find room; None where nobody is.

    Each opens what is known of that person. A newcomer's role stands under the name.
    """
    high, gap, pad = kit.px(84), kit.px(9), kit.px(5)
    cards = _cards(kit, people, width, newcomers)
    if newcomers and len(cards) < len(people):
        cards = _cards(kit, people, width, ())  # a role must not push anybody out of the picture
    below = max((sum(piece.height for piece in lines) for _, _, lines, _ in cards), default=0) + pad
    parts: list[Placed] = []
    targets: list[Target] = []
    x = 0
    for person, card, lines, wide in cards:
        # The plate may be wider than the portrait; beside that the picture of the place shows.
        parts.append(Placed(_backed(kit, wide, below), Box(x, high, wide, below)))
        parts.append(Placed(card, Box(x, 0, card.width, card.height)))
        y = high + pad // 2
        for piece in lines:
            parts.append(Placed(piece, Box(x + pad, y, piece.width, piece.height)))
            y += piece.height
        targets.append(Target(person_target(person, "present"), Box(x, 0, wide, high + below), "pointer"))
        x += wide + gap
    if not parts:
        return None
    return framed("present", parts, x - gap, high + below)._replace(targets=tuple(targets))


def _cards(
    kit: Kit, people: Sequence[PersonView], width: int, newcomers: Collection[str]
) -> list[tuple[PersonView, Piece, list[Piece], int]]:
    """Portrait, lines under it and width of each, as many as find room."""
    high, gap, pad, most = kit.px(84), kit.px(9), kit.px(5), kit.px(150)
    bold, plain_face = kit.face("label_bold", "caption"), kit.face("label", "caption")
    cards: list[tuple[PersonView, Piece, list[Piece], int]] = []
    x = 0
    for person in people:
        card = portrait(kit, person, high)
        if card is None:
            continue
        lines = [line(kit, person.short, bold, kit.palette.cream, most, f"present:{person.id}")]
        if person.id in newcomers and person.role:
            lines.append(
                line(kit, person.role, plain_face, kit.palette.cream, most, f"present:{person.id}.role")
            )
        wide = max(card.width, *(piece.width + 2 * pad for piece in lines))
        if x + wide > width:
            break
        cards.append((person, card, lines, wide))
        x += wide + gap
    return cards


def _backed(kit: Kit, width: int, height: int) -> Piece:
    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.fill(kit.palette.ink, (left, top, width, height))

    return Piece("backed", width, height, paint)


def band(kit: Kit, place: str, width: int, height: int, retouch: Retouch) -> Piece:
    """Lay out a strip of the picture of a place across the page."""
    picture = kit.pictures.filling(place, width, height, retouch) if place else None
    lean = round(height * 0.16)

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        if picture:
            surface.blit(picture, (left, top))
        else:
            _bare(kit, surface, Box(left, top, width, height))
        low = [
            (left, top + height + 1),
            (left + width + 1, top + height - lean),
            (left + width + 1, top + height + 1),
        ]
        clip = surface.get_clip()
        surface.set_clip(clip.clip(pygame.Rect(left, top, width, height)))
        shapes.polygon(surface, kit.palette.cream, low)
        surface.set_clip(clip)

    return Piece("band", width, height, paint)


def portrait(kit: Kit, person: PersonView, height: int) -> Piece | None:
    """Lay out somebody's card; None where there is no portrait of them nor of an unknown person."""
    width = round(height * 0.8)
    picture = kit.pictures.within(person.portrait or "unknown", width, height)
    picture = picture or kit.pictures.within("unknown", width, height)
    if picture is None:
        return None
    shown = picture

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.blit(shown, (left, top))
        pygame.draw.rect(
            surface, kit.palette.ink, (left, top, shown.width, shown.height), max(1, kit.px(1.5))
        )

    return Piece(f"portrait:{person.id}", shown.width, shown.height, paint)


def in_text(kit: Kit, picture: Piece | None, name: str, described: str, width: int) -> Piece:
    """Lay out a picture in the text, its description under it; that alone where the picture is missing."""
    small = kit.face("reading", "caption")
    text = said(described or name.replace("_", " "), "emphasis")
    pitch = kit.line_height(small, "line_choice")
    said_of_it = prose(kit, text, width, f"{name}.said", face=small, colour=kit.palette.keys, pitch=pitch)
    if picture is None:
        return said_of_it
    top = picture.height + kit.px(6)
    parts = [
        Placed(picture, Box(0, 0, picture.width, picture.height)),
        Placed(said_of_it, Box(0, top, width, said_of_it.height)),
    ]
    return framed(f"picture:{name}", parts, width, top + said_of_it.height)


def plain(kit: Kit, name: str, width: int, height: int) -> Piece | None:
    """Lay out a picture as it is; None where it is missing."""
    picture = kit.pictures.within(name, width, height)
    if picture is None:
        return None
    shown = picture

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.blit(shown, (left, top))

    return Piece(name, shown.width, shown.height, paint)


def _bare(kit: Kit, surface: pygame.Surface, box: Box) -> None:
    """A night without a picture: two tones of wall and the wedge."""
    p = kit.palette
    surface.fill(p.night, (box.left, box.top, box.width, box.height))
    wall = [(box.left, box.top), (box.right, box.top), (box.right, box.top + box.height * 0.34)]
    shapes.polygon(surface, p.steel_night, [*wall, (box.left, box.top + box.height * 0.68)])
    reach = min(box.width * 0.25, box.height)
    shapes.polygon(
        surface, p.red, [(box.left, box.top), (box.left + reach, box.top), (box.left, box.top + reach * 2)]
    )
