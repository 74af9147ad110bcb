"""Documents: paper that lies on the page, slightly turned, with its shadow, clip and stamp."""

from __future__ import annotations

import math

import pygame

from game.desktop import spoken_words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.theme import mix
from game.desktop.widgets import shapes
from game.desktop.widgets.clips import clip, corners_of, room_for_clip
from game.desktop.widgets.papers import PAPERS, Sheet, laid_sheet
from game.desktop.widgets.piece import Piece, Placed, Target, framed
from game.desktop.widgets.ruling import Spot, rule
from game.story.views import PassageView

_RISE, _LEAN = 9, 7
"""The most that the upper edge of a turned sheet rises, and its sides lean, to each side of their middle."""

_KEPT = 4
"""How many documents are kept."""

_KEPT_PIXELS = 12_000_000
"""The largest that is kept: more than a window of 3840x2160 shows. One of a whole book takes 400 MB."""


def document(kit: Kit, passage: PassageView, width: int, name: str) -> Piece:
    """Lay a document out at most `width` pixels wide, with its shadow and the stamp of its provenance.

    The last ones are kept with their drawing: what follows a choice is shown below the same paper.
    """
    kept, key = kit.documents, (passage, width, name)
    if key in kept:
        return kept[key]
    laid = _document(kit, passage, width, name)
    if laid.width * laid.height <= _KEPT_PIXELS:
        if len(kept) == _KEPT:
            del kept[next(iter(kept))]
        kept[key] = laid
    return laid


def _document(kit: Kit, passage: PassageView, width: int, name: str) -> Piece:
    shadow_x = kit.space("shadow_x")
    mark = _stamp(kit, passage)
    over = kit.px(16) if mark else 0
    aside = 0 if kit.settings.high_contrast else kit.px(_LEAN) + 1
    beside = max(shadow_x + aside, over)
    room = min(width - aside - beside, round(kit.measure * 0.97))
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
    turn = _turn(kit, sheet, paper)
    slip = round(abs(turn) * sheet.width / 2) + 1 + room_for_clip(kit, sheet.kind)
    height = max(paper + 2 * slip + kit.space("shadow_y"), mark_top + slip + (mark.height if mark else 0)) + 2

    flat = [Placed(piece, box.moved(aside, slip)) for piece, box in sheet.parts]
    level = framed(name, flat, sheet.width + aside, height)
    texts = tuple(flat)
    targets = tuple(_target_turned(target, 2 * aside + sheet.width, turn) for target in level.targets)
    wide = aside + room + beside
    at = Box(aside, slip, sheet.width, paper)
    ids = {target.id for target in level.targets}
    drawn: dict[tuple[str, int, int], pygame.Surface] = {}

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        seen = _in_sight(surface.get_clip(), sheet, at.moved(left, top), slip)
        key = (focus if focus in ids else "", *seen)
        if key not in drawn:
            drawn.clear()
            picture = drawn[key] = pygame.Surface((wide, height))
            picture.fill(kit.palette.cream)  # what every page of the story lies on
            _lay(kit, sheet, picture, at, turn)
            shapes.turned(picture, _written(kit, sheet, level, at, *key), at.left, at.top, turn)
            clip(kit, sheet.kind, picture, at, turn)
            if mark:
                picture.blit(mark, (at.right + over - mark.width, at.top + mark_top))
        surface.blit(drawn[key], (left, top))

    head = spoken_words.aloud_document(passage.document_label, passage.title, passage.provenance)
    heads = (f"{name}.label", f"{name}.title")
    body = tuple(piece.words for piece, _ in texts if piece.words and piece.name not in heads)
    aloud = (head, *body, spoken_words.ALOUD_DOCUMENT_ENDS)
    return Piece(name, wide, height, paint, targets, level.words, texts, aloud=aloud)


def _turn(kit: Kit, sheet: Sheet, paper: int) -> float:
    """How far a sheet lies turned, as the rise of its upper edge by its width; level in high contrast."""
    if kit.settings.high_contrast:
        return 0.0
    turn = math.tan(math.radians(kit.theme.space["document_turn"]))
    # A wide sheet turned as far would take the height of a line, a long one the breadth of some letters.
    turn = min(turn, 2 * kit.px(_RISE) / sheet.width, 2 * kit.px(_LEAN) / paper)
    return turn if PAPERS[sheet.kind].leans_left else -0.7 * turn


def _lay(kit: Kit, sheet: Sheet, surface: pygame.Surface, at: Box, turn: float) -> None:
    """Draw the shadow and the bare sheet."""
    corners = corners_of(at, turn)
    x, y = kit.space("shadow_x"), kit.space("shadow_y")
    shade = mix(kit.palette.shadow, kit.palette.cream, kit.theme.space["shadow_opacity"])
    if not kit.settings.high_contrast:
        shapes.polygon(surface, shade, [(a + x, b + y) for a, b in corners])
    shapes.polygon(surface, sheet.colour, corners)
    if kit.settings.high_contrast:
        pygame.draw.polygon(surface, kit.palette.ink, corners, max(2, kit.px(2)))


def _in_sight(view: pygame.Rect, sheet: Sheet, at: Box, slip: int) -> tuple[int, int]:
    """Between which heights of a sheet its text is to be seen; a line that the view cuts is not."""
    first = view.top - at.top + slip if at.top - slip < view.top else 0
    last = view.bottom - at.top - slip if at.bottom + slip > view.bottom else at.height
    pitch = sheet.rows[0][1] - sheet.rows[0][0] if sheet.rows else 0
    # Where next to nothing is painted (a word that gets the focus) what stands there is wanted as it stands.
    return (first, last) if last - first > 2.2 * pitch else (0, at.height)


def _written(
    kit: Kit, sheet: Sheet, level: Piece, at: Box, focus: str, first: int, last: int
) -> pygame.Surface:
    """Return the inside of a sheet as it would look lying level: what is ruled on it, and its text.

    Only the lines that stand wholly between `first` and `last` are written.
    """
    inside = pygame.Surface((at.width, at.height))
    inside.fill(sheet.colour)
    rule(kit, sheet, Spot(inside, 0, 0, at.height))
    inside.set_clip(pygame.Rect(0, first, at.width, last - first))
    level.paint(inside, -at.left, -at.top, focus)
    inside.set_clip(None)
    return inside


def _target_turned(target: Target, width: int, turn: float) -> Target:
    """Return a target where the turned sheet shows it, high enough for both its ends."""
    box = target.box
    high = round(abs(turn) * box.width / 2) + 1
    drop = round((width / 2 - box.left - box.width / 2) * turn)
    return target._replace(box=Box(box.left, box.top + drop - high, box.width, box.height + 2 * high))


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
