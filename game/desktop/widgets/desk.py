"""The desk: papers that lie there and can be taken, and hours as lamps that go out."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop import spoken_words, words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.theme import Colour, mix
from game.desktop.widgets import shapes
from game.desktop.widgets.paragraph import line, prose
from game.desktop.widgets.piece import Piece, Placed, Target, framed, is_cut
from game.story.views import ChoiceView, LampView

_BETWEEN = 8
"""Between two rows of papers, each of which has a margin of its own, in pixels at 1280x720."""


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
    pad = kit.px(18)
    gap = kit.px(22)
    wide = width - 2 * pad
    columns = 2 if wide >= 2 * kit.px(250) * max(1, kit.text) + gap else 1
    each = (wide - gap * (columns - 1)) // columns
    parts: list[Placed] = []
    y, between = pad, kit.px(_BETWEEN)
    for first in range(0, len(lying), columns):
        row = [
            _paper(kit, letter, each, position + first)
            for position, letter in enumerate(lying[first : first + columns])
        ]
        for position, piece in enumerate(row):
            parts.append(Placed(piece, Box(pad + position * (each + gap), y, each, piece.height)))
        y += max(piece.height for piece in row) + between
    if not lying:
        empty = line(kit, words.DESK_IS_EMPTY, kit.face("reading", "choice"), p.sepia, wide, "desk.empty")
        parts.append(Placed(empty, Box(pad, y, empty.width, empty.height)))
        y += empty.height + between
    height = y + pad - between

    def ground(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        _desk(kit, surface, Box(left, top, width, height))

    return framed("desk", parts, width, height, ground)


def _desk(kit: Kit, surface: pygame.Surface, at: Box) -> None:
    """The top of the desk: a red blotter in leather corners, and a hard cone of light across it."""
    p = kit.palette
    surface.fill(p.night, at)

    def on_desk(*points: tuple[float, float]) -> list[tuple[float, float]]:
        """Points given in shares of the blotter's width and height; it lies a little turned."""
        inset, rise = kit.px(9), kit.px(5)
        wide, high = at.width - 2 * inset, at.height - 2 * inset - rise
        return [(at.left + inset + x * wide, at.top + inset + y * high + rise * (1 - x)) for x, y in points]

    if kit.settings.high_contrast:
        return
    shapes.polygon(surface, p.red_dark, on_desk((0, 0), (1, 0), (1, 1), (0, 1)))
    shapes.polygon(surface, mix(p.red, p.red_dark, 0.55), on_desk((0.22, 0), (0.5, 0), (0.95, 1), (0.1, 1)))
    across = kit.px(30) / at.width
    down = kit.px(30) / max(kit.px(40), at.height)
    for x, y in ((0, 0), (1, 0), (0, 1), (1, 1)):
        inward, under = x + across * (1 - 2 * x), y + down * (1 - 2 * y)
        shapes.polygon(surface, p.night_deep, on_desk((x, y), (inward, y), (x, under)))


def _paper(kit: Kit, letter: ChoiceView, width: int, position: int) -> Piece:
    """One folded paper; the one that has the focus lies lighter and is ringed in red."""
    p = kit.palette
    target = f"choice:{letter.id}"
    pad, beside, fold = kit.px(11), kit.px(12), kit.px(14)
    face, number = kit.face("document", "document"), kit.face("heading", "choice_number")
    mark = number(str(letter.number)) + kit.px(10)
    lies = width - kit.px(20)  # what is written ends before the folded corner
    text = prose(
        kit, letter.text, lies - beside - mark - fold - kit.px(2), target,
        face=face, pitch=kit.line_height(face, "line_choice"), gap=0,
    )  # fmt: skip
    height = max(text.height, number.height) + 2 * pad + kit.px(8)
    lying = Box(kit.px((8, 12, 7, 10)[position % 4]), kit.px(8), lies, height - kit.px(16))
    turn = 0.0 if kit.settings.high_contrast else (0.016, -0.011, -0.018, 0.013)[position % 4]
    turn *= min(1.0, kit.px(330) / width)
    tone = 0.0 if kit.settings.high_contrast else (0.05, 0.22, 0.12, 0.0)[position % 4]
    written: dict[bool, pygame.Surface] = {}

    def level(ground: Colour) -> pygame.Surface:
        """The inside of the paper as it would look lying level."""
        inside = pygame.Surface((lying.width, lying.height))
        inside.fill(ground)
        y = pad - lying.top + kit.px(2)
        figure = number.render(str(letter.number), p.red)
        inside.blit(figure, (beside, y - (number.height - face.height) // 2))
        text.paint(inside, beside + mark, y, "")
        return inside

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        if is_cut(target, top, height, Box(*surface.get_clip())):
            return
        seen = surface.get_clip()
        # Where the focus goes on, no more than this box is painted: nothing of the ring may stay outside.
        surface.set_clip(seen.clip(pygame.Rect(left, top, width, height)))
        draw(surface, left, top, focused=focus == target)
        surface.set_clip(seen)

    def draw(surface: pygame.Surface, left: int, top: int, *, focused: bool) -> None:
        at = lying.moved(left, top)

        def on_paper(*points: tuple[float, float]) -> list[tuple[float, float]]:
            """Points given from the paper's upper left corner, as it lies."""
            return [
                (at.left + x + turn * (at.height / 2 - y), at.top + y + turn * (at.width / 2 - x))
                for x, y in points
            ]

        right, foot = at.width - 1, at.height - 1
        outline = ((0, 0), (right - fold, 0), (right, fold), (right, foot), (0, foot))
        drop = kit.px(5)
        shapes.polygon(surface, p.night_deep, [(x + drop, y + drop) for x, y in on_paper(*outline)])
        ground = mix(p.sepia, p.paper, 0 if focused else tone)
        if focused:
            # Cream on black: the blotter is red, and a red ring would be lost on it.
            for ring, colour in ((kit.px(5), p.focus_text), (kit.px(3), p.focus)):
                around = (
                    (-ring, -ring),
                    (right + ring, -ring),
                    (right + ring, foot + ring),
                    (-ring, foot + ring),
                )
                shapes.polygon(surface, colour, on_paper(*around))
        shapes.polygon(surface, ground, on_paper(*outline))
        if focused not in written:
            written[focused] = level(ground)
        shapes.turned(surface, written[focused], at.left, at.top, turn)
        # The corner that is folded down lies over what is written, and the desk shows where it was.
        beyond = p.focus if focused else p.night if kit.settings.high_contrast else p.red_dark
        shapes.polygon(surface, beyond, on_paper((right - fold, -1), (right + 1, -1), (right + 1, fold)))
        corner = ((right - fold, 0), (right, fold), (right - fold, fold))
        shapes.polygon(surface, mix(p.sepia_mid, ground, 0.7), on_paper(*corner))

    aloud = (spoken_words.aloud_paper(letter.number or 0, text.words),)
    targets = (Target(target, Box(0, 0, width, height)),)
    return Piece(target, width, height, paint, targets, text.words, aloud=aloud)
