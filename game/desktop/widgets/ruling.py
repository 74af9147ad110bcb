"""What is printed, punched and pasted on each kind of paper under its text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pygame

from game.desktop.kit import Kit
from game.desktop.theme import mix
from game.desktop.widgets import shapes
from game.desktop.widgets.papers import Sheet

_SIGNED = (
    (0, -6), (8, -26), (13, -3), (19, -17), (25, -4), (31, -14), (36, -5), (47, -12), (58, -6), (92, -15)
)  # fmt: skip


class Spot(NamedTuple):
    """Where a sheet lies on a surface: corner, and height of the paper."""

    surface: pygame.Surface
    left: int
    top: int
    height: int


def rule(kit: Kit, sheet: Sheet, spot: Spot) -> None:
    """Draw what a sheet has under its text."""
    _RULINGS[sheet.kind](kit, sheet, spot)


def _telegram(kit: Kit, sheet: Sheet, spot: Spot) -> None:
    """Strips of paper tape, pasted on a form by hand: no two quite level."""
    _head_rule(kit, sheet, spot, kit.px(2))
    slip = kit.px(1.5)
    for position, (top, bottom) in enumerate(sheet.rows):
        lift = (slip, -slip, 0, slip, 0, -slip)[position % 6]
        inset = (2, 5, 3, 6, 2, 4)[position % 6]
        left, right = spot.left + kit.px(inset), spot.left + sheet.width - kit.px(inset + 2)
        high, low = spot.top + top + kit.px(2), spot.top + bottom - kit.px(2)
        strip = [(left, high + lift), (right, high - lift), (right, low - lift), (left, low + lift)]
        shapes.polygon(spot.surface, kit.palette.strip, strip)
        for first, second in ((strip[0], strip[1]), (strip[3], strip[2])):
            shapes.dashes(spot.surface, kit.palette.strip_edge, first, second, kit.px(4), kit.px(1))


def _letter(kit: Kit, sheet: Sheet, spot: Spot) -> None:
    """A leaf from a school exercise book: ruled in blue, with a margin in red, once folded."""
    blue = mix(kit.palette.steel, sheet.colour, 0.34)
    face = kit.face("document", "document")
    pitch = kit.line_height(face, "line_document")
    first = sheet.rows[0][1] if sheet.rows else sheet.head_bottom
    y = first - kit.px(3) - ((first - kit.px(4)) // pitch) * pitch
    while y < spot.height:
        if y > sheet.head_bottom - kit.px(6):
            spot.surface.fill(
                blue, (spot.left + kit.px(1), spot.top + y, sheet.width - kit.px(2), max(1, kit.px(1)))
            )
        y += pitch
    x = spot.left + sheet.text_left - kit.px(13)
    spot.surface.fill(
        mix(kit.palette.red, sheet.colour, 0.55),
        (x, spot.top + kit.px(4), max(1, kit.px(1.5)), spot.height - kit.px(4)),
    )


def _order(kit: Kit, sheet: Sheet, spot: Spot) -> None:
    """A letterhead over a thick and a thin rule, and a line to sign on."""
    y = spot.top + sheet.head_bottom
    inset = kit.px(22)
    spot.surface.fill(kit.palette.ink, (spot.left + inset, y, sheet.width - 2 * inset, kit.px(3)))
    spot.surface.fill(
        kit.palette.ink, (spot.left + inset, y + kit.px(5), sheet.width - 2 * inset, max(1, kit.px(1)))
    )
    foot = spot.top + spot.height - kit.px(12)
    spot.surface.fill(kit.palette.ink, (spot.left + inset, foot, kit.px(150), max(1, kit.px(1))))
    _scrawl(kit, spot, spot.left + inset + kit.px(14), foot)
    if sheet.width > kit.px(420):
        _seal(kit, sheet, spot, spot.left + inset + kit.px(190), foot - kit.px(10))


def _scrawl(kit: Kit, spot: Spot, left: int, foot: int) -> None:
    """A name signed in a hurry; nobody could read it."""
    points = [(left + kit.px(x), foot + kit.px(y)) for x, y in _SIGNED]
    shapes.stroke(spot.surface, kit.palette.steel_deep, points, max(2, kit.px(1.8)))


def _seal(kit: Kit, sheet: Sheet, spot: Spot, x: int, y: int) -> None:
    """A round seal, pressed half over the line: two rings, and bars where its words have run."""
    ink = mix(kit.palette.steel, sheet.colour, 0.62)
    for radius, thick in ((21, 2), (14, 1)):
        pygame.draw.aacircle(spot.surface, ink, (x, y), kit.px(radius), max(1, kit.px(thick)))
    for offset in (-5, 0, 5):
        wide = kit.px(16 - abs(offset))
        spot.surface.fill(ink, (x - wide // 2, y + kit.px(offset), wide, max(1, kit.px(2))))


def _minutes(kit: Kit, sheet: Sheet, spot: Spot) -> None:
    """Bound in a file: holes, and a double line that the text keeps away from."""
    _head_rule(kit, sheet, spot, kit.px(2))
    for offset in (15, 11):
        x = spot.left + sheet.text_left - kit.px(offset)
        spot.surface.fill(
            mix(kit.palette.ink, sheet.colour, 0.6),
            (x, spot.top + kit.px(6), max(1, kit.px(1)), spot.height - kit.px(6)),
        )
    if sheet.cells:
        _pencilled(kit, sheet, spot, sheet.cells[-1])
    radius = kit.px(7)
    x = spot.left + max(radius + kit.px(6), (sheet.text_left - kit.px(15)) // 2)
    for share in (0.2, 0.5, 0.8):
        centre = (x, spot.top + round(spot.height * share))
        pygame.draw.aacircle(spot.surface, mix(kit.palette.shadow, kit.palette.cream, 0.45), centre, radius)
        pygame.draw.aacircle(
            spot.surface, kit.palette.cream, (centre[0] + 1, centre[1] + 2), radius - kit.px(1)
        )


def _pencilled(kit: Kit, sheet: Sheet, spot: Spot, cell: tuple[int, int]) -> None:
    """Somebody has marked a paragraph in the margin with a red pencil."""
    red = mix(kit.palette.red, sheet.colour, 0.8)
    x, (top, bottom) = spot.left + sheet.text_left - kit.px(6), cell
    points = [(x + kit.px((0, 2, -1, 1)[at]), spot.top + top + (bottom - top) * at / 3) for at in range(4)]
    shapes.stroke(spot.surface, red, points, max(2, kit.px(2)))


def _newspaper(kit: Kit, sheet: Sheet, spot: Spot) -> None:
    """Newsprint: rules over and under the headline, column rules at the sides."""
    ink, inset = kit.palette.ink, kit.px(14)
    width = sheet.width - 2 * inset
    label_bottom = sheet.parts[0].box.bottom if sheet.parts else 0
    spot.surface.fill(ink, (spot.left + inset, spot.top + label_bottom + kit.px(2), width, max(1, kit.px(1))))
    y = spot.top + sheet.head_bottom
    spot.surface.fill(ink, (spot.left + inset, y, width, kit.px(3)))
    spot.surface.fill(ink, (spot.left + inset, y + kit.px(5), width, max(1, kit.px(1))))
    for x in (spot.left + inset, spot.left + sheet.width - inset):
        spot.surface.fill(
            mix(ink, sheet.colour, 0.7),
            (x, y + kit.px(12), max(1, kit.px(1)), max(1, spot.height - sheet.head_bottom - kit.px(20))),
        )


def _list(kit: Kit, sheet: Sheet, spot: Spot) -> None:
    """A ledger: every row ruled, two lines down the side."""
    _head_rule(kit, sheet, spot, kit.px(3))
    thin, line = max(1, kit.px(1)), mix(kit.palette.ink, sheet.colour, 0.42)
    for _, bottom in sheet.rows:
        spot.surface.fill(
            line, (spot.left + kit.px(8), spot.top + bottom - thin, sheet.width - kit.px(16), thin)
        )
    end = sheet.rows[-1][1] if sheet.rows else sheet.height
    for offset in (12, 34):
        x = spot.left + max(kit.px(8), sheet.text_left - kit.px(offset))
        colour = mix(kit.palette.red, sheet.colour, 0.7) if offset == 12 else line
        spot.surface.fill(colour, (x, spot.top + sheet.head_bottom, thin, end - sheet.head_bottom))
    for top, _ in sheet.cells[:-1]:
        _tick(kit, spot, spot.left + sheet.text_left - kit.px(30), spot.top + top + kit.px(8))


def _tick(kit: Kit, spot: Spot, x: int, y: int) -> None:
    """A line that somebody has gone over with a blue pencil, and done with."""
    points = [(x, y + kit.px(5)), (x + kit.px(5), y + kit.px(10)), (x + kit.px(14), y - kit.px(3))]
    shapes.stroke(spot.surface, kit.palette.steel, points, max(2, kit.px(2)))


def _form(kit: Kit, sheet: Sheet, spot: Spot) -> None:
    """Printed boxes that somebody filled in."""
    ink, thick = kit.palette.ink, max(1, kit.px(1.6))
    inset = kit.px(10)
    box = pygame.Rect(spot.left + inset, spot.top + inset, sheet.width - 2 * inset, spot.height - 2 * inset)
    pygame.draw.rect(spot.surface, ink, box, thick)
    spot.surface.fill(ink, (box.left, spot.top + sheet.head_bottom, box.width, thick))
    for (_, above), (below, _) in zip(sheet.cells, sheet.cells[1:], strict=False):
        y = spot.top + (above + below) // 2
        spot.surface.fill(mix(ink, sheet.colour, 0.7), (box.left, y, box.width, max(1, kit.px(1))))


def _photograph(kit: Kit, sheet: Sheet, spot: Spot) -> None:
    """An album leaf: a white border, and corners that hold the print."""
    border = pygame.Rect(
        spot.left + kit.px(9), spot.top + kit.px(9), sheet.width - kit.px(18), spot.height - kit.px(18)
    )
    pygame.draw.rect(spot.surface, kit.palette.paper, border, kit.px(6))
    size = kit.px(26)
    for x, toward in ((border.left, 1), (border.right, -1)):
        for y, down in ((border.top, 1), (border.bottom, -1)):
            shapes.polygon(
                spot.surface, kit.palette.night, [(x, y), (x + toward * size, y), (x, y + down * size)]
            )


def _head_rule(kit: Kit, sheet: Sheet, spot: Spot, thick: int) -> None:
    left = spot.left + sheet.text_left
    right = spot.left + sheet.width - kit.px(20)
    spot.surface.fill(kit.palette.ink, (left, spot.top + sheet.head_bottom, right - left, thick))


_RULINGS: dict[str, Callable[[Kit, Sheet, Spot], None]] = {
    "telegram": _telegram,
    "letter": _letter,
    "order": _order,
    "minutes": _minutes,
    "newspaper": _newspaper,
    "list": _list,
    "form": _form,
    "photograph": _photograph,
}
