"""Pictures on a page: the poster with its leaning edge, a band, a picture in the text, portraits."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

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


_EDGE = 4
"""The dark line along a poster, in pixels at 1280x720."""

_LONGEST = 3.6
"""The width of a picture in a strip by its height, at most."""

_STRIP = 190
"""The width under which one card fills a row, in pixels at 1280x720."""

_MOST_SHOWN = 4
"""How many people are shown even in a narrow picture."""


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
        leaning_edge(kit, surface, Box(left, top, box.width, box.height), slant)

    return Piece("poster", box.width, box.height, paint)


def leaning_edge(kit: Kit, surface: pygame.Surface, at: Box, slant: int) -> None:
    """Paint the page over the right side of a poster, `slant` pixels of it at the foot.

    A dark line runs along it: a bright wall would flow into the page.
    """
    wide = kit.px(_EDGE)
    line_ = [(at.right - wide, at.top - 2), (at.right, at.top - 2), (at.right - slant, at.bottom + 2)]
    shapes.polygon(surface, kit.palette.night, [*line_, (at.right - slant - wide, at.bottom + 2)])
    edge = [(at.right, at.top - 2), (at.right + 2, at.bottom + 2), (at.right - slant, at.bottom + 2)]
    shapes.polygon(surface, kit.palette.cream, edge)


def person_target(person: PersonView, where: str) -> str:
    """Return the target that opens somebody's card from a part of a page."""
    return f"person:{person.id}:{where}"


def present(
    kit: Kit, people: Sequence[PersonView], width: int, newcomers: Collection[str] = ()
) -> Piece | None:
    """Lay out those who are there as small cards, as many as find room; None where nobody is.

    Where the picture is narrow the cards become smaller, then stand in two rows. Each opens what is known of
    that person. A newcomer's role stands under the name.
    """
    rows = _rows(kit, people, width, newcomers)
    gap, pad = kit.px(9), kit.px(5)
    parts: list[Placed] = []
    targets: list[Target] = []
    y = widest = 0
    for row in rows:
        high = max(card.card.height for card in row)
        below = max(sum(piece.height for piece in card.lines) for card in row) + pad
        x = 0
        for person, portrait_, lines, wide in row:
            # The plate may be wider than the portrait; beside that the picture of the place shows.
            parts.append(Placed(_backed(kit, wide, below), Box(x, y + high, wide, below)))
            parts.append(Placed(portrait_, Box(x, y, portrait_.width, portrait_.height)))
            top = y + high + pad // 2
            for piece in lines:
                parts.append(Placed(piece, Box(x + pad, top, piece.width, piece.height)))
                top += piece.height
            box = Box(x, y, wide, high + below)
            targets.append(Target(person_target(person, "present"), box, "pointer"))
            x += wide + gap
        widest = max(widest, x - gap)
        y += high + below + gap
    if not parts:
        return None
    return framed("present", parts, widest, y - gap)._replace(targets=tuple(targets))


class _Card(NamedTuple):
    """A portrait, the lines under it, and the width of both."""

    person: PersonView
    card: Piece
    lines: list[Piece]
    width: int


def _rows(
    kit: Kit, people: Sequence[PersonView], width: int, newcomers: Collection[str]
) -> list[list[_Card]]:
    """The cards in rows: the first layout in which nobody is left out of the first four, else the last."""
    wanted = min(len(people), _MOST_SHOWN)
    usual = ((84, 1, newcomers), (84, 1, ()), (66, 1, ()))
    # Beside large letters the picture is a narrow strip: one card stands above the other, and not as a stamp.
    rest = ((96, 2, ()), (66, 3, ())) if width < kit.px(_STRIP) else ((66, 2, ()), (54, 2, ()))
    layouts = (*usual, *rest)
    rows: list[list[_Card]] = []
    for high, most_rows, new in layouts:
        if new is newcomers and not newcomers:
            continue
        rows = _filled(kit, people, width, new, kit.px(high), most_rows)
        shown = sum(map(len, rows))
        if shown == len(people) or (shown >= wanted and not new):
            break
    return rows


def _filled(
    kit: Kit, people: Sequence[PersonView], width: int, newcomers: Collection[str], high: int, most_rows: int
) -> list[list[_Card]]:
    gap, pad, most = kit.px(9), kit.px(5), kit.px(150)
    bold, plain_face = kit.face("label_bold", "caption"), kit.face("label", "caption")
    rows: list[list[_Card]] = []
    x, in_row = width + 1, -(-len(people) // most_rows)
    for person in people:
        card = portrait(kit, person, high)
        if card is None:
            continue
        lines = [line(kit, person.short, bold, kit.palette.cream, most, f"present:{person.id}")]
        if person.id in newcomers and person.role:
            name = f"present:{person.id}.role"
            lines.append(line(kit, person.role, plain_face, kit.palette.cream, most, name))
        wide = max(card.width, *(piece.width + 2 * pad for piece in lines))
        if x + wide > width or len(rows[-1]) == in_row:
            if len(rows) == most_rows or wide > width:
                break
            rows.append([])
            x = 0
        rows[-1].append(_Card(person, card, lines, wide))
        x += wide + gap
    return rows


def _backed(kit: Kit, width: int, height: int) -> Piece:
    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.fill(kit.palette.ink, (left, top, width, height))

    return Piece("backed", width, height, paint)


def band(kit: Kit, place: str, width: int, height: int, retouch: Retouch) -> Piece:
    """Lay out a strip across the page with the picture of a place.

    In a long strip the picture stands at the right: across all of it next to nothing would be seen.
    """
    wide = min(width, round(height * _LONGEST))
    picture = kit.pictures.filling(place, wide, height, retouch) if place else None
    lean = round(height * 0.16)

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        clip = surface.get_clip()
        surface.set_clip(clip.clip(pygame.Rect(left, top, width, height)))
        if picture:
            surface.blit(picture, (left + width - wide, top))
            if wide < width:
                _bars(kit, surface, Box(left, top, width - wide, height))
        else:
            _bare(kit, surface, Box(left, top, width, height))
        low = [
            (left, top + height + 1),
            (left + width + 1, top + height - lean),
            (left + width + 1, top + height + 1),
        ]
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


def _bars(kit: Kit, surface: pygame.Surface, box: Box) -> None:
    """What a long strip has beside its picture: night, and bars that lean over the picture's edge."""
    p, high = kit.palette, box.height
    surface.fill(p.night, (box.left, box.top, box.width, high))
    foot, head = box.right, box.right + high * 0.5  # they cover the picture's upright edge
    for colour, start, end in (
        (p.night, 0.0, 9.0),
        (p.red, 0.0, 0.34),
        (p.red_dark, 0.34, 0.56),
        (p.steel_deep, 1.0, 2.4),
        (p.steel_night, 2.4, 4.2),
    ):
        near, far = start * high, end * high
        shapes.polygon(
            surface,
            colour,
            [
                (head - near, box.top - 1),
                (foot - near, box.top + high + 1),
                (foot - far, box.top + high + 1),
                (head - far, box.top - 1),
            ],
        )


def _bare(kit: Kit, surface: pygame.Surface, box: Box) -> None:
    """A night without a picture: two tones of wall and the wedge."""
    p = kit.palette
    surface.fill(p.night, (box.left, box.top, box.width, box.height))
    wall = [(box.left, box.top), (box.right, box.top), (box.right, box.top + box.height * 0.34)]
    shapes.polygon(surface, p.steel_night, [*wall, (box.left, box.top + box.height * 0.68)])
    reach = min(box.width * 0.25, box.height / 2)
    shapes.polygon(
        surface, p.red, [(box.left, box.top), (box.left + reach, box.top), (box.left, box.top + reach * 2)]
    )
