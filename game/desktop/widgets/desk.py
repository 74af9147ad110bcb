"""The desk: papers that lie there and can be taken, and hours as lamps that go out."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop import words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.theme import mix
from game.desktop.widgets import shapes
from game.desktop.widgets.paragraph import line, prose
from game.desktop.widgets.piece import Piece, Placed, Target, framed, is_cut
from game.story.views import ChoiceView, LampView


def lamps(kit: Kit, shown: LampView, width: int, *, costs: bool = False) -> Piece:
    """Lay out a number as lamps: lit ones red with a cone of light, others dark; and in words.

    With `costs` the words say that a paper takes an hour.
    """
    p = kit.palette
    size = kit.px(30 * max(1, kit.text * 0.8))
    each = round(size * 1.15)
    in_row = max(1, min(shown.of, width // each))
    rows = -(-shown.of // in_row)
    face = kit.face("label", "label")
    text = line(kit, words.lamps(shown.lit, shown.of, costs=costs), face, p.keys, width, "lamps.words")
    beside = in_row * each + kit.px(12) + text.width <= width and rows == 1
    height = rows * round(size * 1.3)

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        for i in range(shown.of):
            x, y = left + i % in_row * each, top + i // in_row * round(size * 1.3)
            _lamp(kit, surface, x, y, size, i < shown.lit)

    row = Piece("lamps.row", in_row * each, height, paint)
    if beside:
        at = Box(row.width + kit.px(12), (height - text.height) // 2, text.width, text.height)
        return framed("lamps", [Placed(row, Box(0, 0, row.width, height)), Placed(text, at)], width, height)
    at = Box(0, height + kit.px(2), text.width, text.height)
    parts = [Placed(row, Box(0, 0, row.width, height)), Placed(text, at)]
    return framed("lamps", parts, width, at.bottom)


def _lamp(kit: Kit, surface: pygame.Surface, x: int, y: int, size: int, is_lit: bool) -> None:
    p = kit.palette
    s = size / 30
    shade = [
        (x + 9 * s, y + 2 * s),
        (x + 20 * s, y + 2 * s),
        (x + 26 * s, y + 14 * s),
        (x + 3 * s, y + 14 * s),
    ]
    if is_lit:
        light = mix(p.red_on_ink, p.cream, 0.55)
        shapes.polygon(
            surface,
            light,
            [(x + 5 * s, y + 14 * s), (x + 24 * s, y + 14 * s), (x + 30 * s, y + 34 * s), (x, y + 34 * s)],
        )
        shapes.polygon(surface, p.red, shade)
    else:
        pygame.draw.aalines(surface, p.quiet, True, shade)
        pygame.draw.polygon(surface, p.quiet, shade, max(1, round(1.4 * s)))
    stem = p.night if is_lit else p.quiet
    surface.fill(stem, (x + 13.6 * s, y + 14 * s, max(2, 2 * s), 18 * s))
    surface.fill(stem, (x + 7 * s, y + 32 * s, 15 * s, max(2, 3 * s)))


def letters(kit: Kit, lying: Sequence[ChoiceView], width: int) -> Piece:
    """Lay out the papers on the desk: two beside each other where there is room."""
    p = kit.palette
    pad = kit.px(20)
    gap = kit.px(22)
    wide = width - 2 * pad
    columns = 2 if wide >= 2 * kit.px(250) * max(1, kit.text) + gap else 1
    each = (wide - gap * (columns - 1)) // columns
    parts: list[Placed] = []
    y = pad
    for first in range(0, len(lying), columns):
        row = [
            _paper(kit, letter, each, position + first)
            for position, letter in enumerate(lying[first : first + columns])
        ]
        for position, piece in enumerate(row):
            parts.append(Placed(piece, Box(pad + position * (each + gap), y, each, piece.height)))
        y += max(piece.height for piece in row) + kit.px(16)
    if not lying:
        empty = line(kit, words.DESK_IS_EMPTY, kit.face("reading", "choice"), p.sepia, wide, "desk.empty")
        parts.append(Placed(empty, Box(pad, y, empty.width, empty.height)))
        y += empty.height + kit.px(16)
    height = y + pad - kit.px(16)

    def ground(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.fill(p.night, (left, top, width, height))
        edge = [(left, top), (left + width, top), (left + width, top + kit.px(5)), (left, top + kit.px(11))]
        shapes.polygon(surface, p.red_dark, edge)
        light = [
            (left + width * 0.16, top + height),
            (left + width * 0.52, top + kit.px(9)),
            (left + width, top + height),
        ]
        if not kit.settings.high_contrast:
            shapes.polygon(surface, mix(p.cream, p.night, 0.09), light)

    return framed("desk", parts, width, height, ground)


def _paper(kit: Kit, letter: ChoiceView, width: int, position: int) -> Piece:
    """One folded paper; the one that has the focus lies lighter and is ringed in red."""
    p = kit.palette
    target = f"choice:{letter.id}"
    pad, fold = kit.px(13), kit.px(18)
    face, number = kit.face("document", "document"), kit.face("heading", "choice_number")
    mark = number(str(letter.number)) + kit.px(10)
    text = prose(
        kit, letter.text, width - 2 * pad - mark - kit.px(8), target,
        face=face, pitch=kit.line_height(face, "line_choice"), gap=0,
    )  # fmt: skip
    height = max(text.height, number.height) + 2 * pad + kit.px(8)
    lean = kit.px((4, -3, 2, -4)[position % 4])
    tone = 0.0 if kit.settings.high_contrast else (0.05, 0.22, 0.12, 0.0)[position % 4]

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        if is_cut(target, top, height, Box(*surface.get_clip())):
            return
        focused = focus == target
        high, low = max(0, lean), max(0, -lean)
        right, foot = left + width - kit.px(6), top + height - kit.px(6)
        corners = [
            (left, top + high),
            (right - fold, top + low),
            (right, top + low + fold),
            (right, foot - high),
            (left, foot - low),
        ]
        drop = kit.px(5)
        shapes.polygon(surface, p.night_deep, [(x + drop, y + drop) for x, y in corners])
        ground = mix(p.sepia, p.paper, 0 if focused else tone)
        shapes.polygon(surface, ground, corners)
        if focused:
            ring = kit.space("focus_ring") + 1
            middle = (left + width / 2, top + height / 2)
            shapes.polygon(surface, p.focus_ring, corners)
            corners = [
                (x + ring * (1 if x < middle[0] else -1), y + ring * (1 if y < middle[1] else -1))
                for x, y in corners
            ]
            shapes.polygon(surface, ground, corners)
        corner = [(right - fold, top + low), (right, top + low + fold), (right - fold, top + low + fold)]
        shapes.polygon(surface, mix(p.sepia_mid, ground, 0.7), corner)
        y = top + pad + kit.px(2)
        surface.blit(
            number.render(str(letter.number), p.red), (left + pad, y - (number.height - face.height) // 2)
        )
        text.paint(surface, left + pad + mark, y, "")

    return Piece(target, width, height, paint, (Target(target, Box(0, 0, width, height)),), text.words)
