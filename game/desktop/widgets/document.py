"""Documents: paper that lies on the page. Text stays level; sheet, shadow and stamp are turned."""

from __future__ import annotations

import pygame

from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.theme import mix
from game.desktop.widgets import shapes
from game.desktop.widgets.papers import PAPERS, Sheet, laid_sheet
from game.desktop.widgets.piece import Piece, Placed, framed
from game.desktop.widgets.ruling import Spot, rule
from game.story.views import PassageView


def document(kit: Kit, passage: PassageView, width: int, name: str) -> Piece:
    """Lay a document out at most `width` pixels wide, with its shadow and the stamp of its provenance."""
    shadow_x = kit.space("shadow_x")
    slip = kit.px(5)
    mark = _stamp(kit, passage)
    over = kit.px(16) if mark else 0
    room = min(width - max(shadow_x, over), round(kit.measure * 0.97))
    sheet = laid_sheet(kit, passage, room, name)
    paper, mark_top = sheet.height, 0
    if mark:
        # The stamp may lie over the sheet's lower edge and right side, but never over a word.
        is_clear = sheet.last_right < sheet.width + over - mark.width - kit.px(12)
        free = (
            sheet.cells[-1][1] - (sheet.rows[-1][1] - sheet.rows[-1][0] if is_clear else 0)
            if sheet.rows
            else 0
        )
        mark_top = max(free + kit.px(2), sheet.height - round(mark.height * 0.62))
        paper = max(sheet.height, mark_top + round(mark.height * 0.55))
    height = max(paper + 2 * slip + kit.space("shadow_y"), mark_top + slip + (mark.height if mark else 0)) + 2

    def ground(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        _lay(kit, sheet, surface, left, top, paper, slip)

    parts = [Placed(piece, box.moved(0, slip)) for piece, box in sheet.parts]
    texts = tuple(parts)
    if mark:
        at = Box(sheet.width + over - mark.width, mark_top + slip, mark.width, mark.height)
        parts.append(Placed(_picture(mark, f"{name}.stamp"), at))
    whole = framed(name, parts, room + max(shadow_x, over), height, ground)
    return Piece(name, whole.width, height, whole.paint, whole.targets, whole.words, texts)


def _lay(kit: Kit, sheet: Sheet, surface: pygame.Surface, left: int, top: int, paper: int, slip: int) -> None:
    """Draw the shadow, the sheet, and what is ruled on it."""
    high, low = (slip, 0) if PAPERS[sheet.kind].leans_left else (0, slip)
    right, foot = left + sheet.width - 1, top + slip + paper
    corners = [(left, top + high), (right, top + low), (right, foot + low - 1), (left, foot + high - 1)]
    x, y = kit.space("shadow_x"), kit.space("shadow_y")
    shade = mix(kit.palette.shadow, kit.palette.cream, kit.theme.space["shadow_opacity"])
    if not kit.settings.high_contrast:
        shapes.polygon(surface, shade, [(a + x, b + y) for a, b in corners])
    shapes.polygon(surface, sheet.colour, corners)
    if kit.settings.high_contrast:
        pygame.draw.polygon(surface, kit.palette.ink, corners, max(2, kit.px(2)))
    rule(kit, sheet, Spot(surface, left, top + slip, paper, high - low))


def _picture(mark: pygame.Surface, name: str) -> Piece:
    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.blit(mark, (left, top))

    return Piece(name, mark.width, mark.height, paint)


def _stamp(kit: Kit, passage: PassageView) -> pygame.Surface | None:
    if not passage.provenance:
        return None
    space = kit.theme.space
    turn = 0.0 if kit.settings.high_contrast else space["stamp_turn"] * 0.6
    return shapes.stamp(
        kit.face("stamp", "keys"),
        passage.provenance.upper(),
        kit.palette.red,
        kit.palette.paper,
        1.0 if kit.settings.high_contrast else space["stamp_opacity"],
        turn,
        max(2, kit.px(2.4)),
    )
