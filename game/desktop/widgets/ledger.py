"""Rows of a ledger: a label, a head and a sentence; and the line that opens what stands behind a fact."""

from __future__ import annotations

from typing import NamedTuple

import pygame

from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.text_layout import Text
from game.desktop.theme import Colour
from game.desktop.widgets import shapes
from game.desktop.widgets.choice_list import on_page
from game.desktop.widgets.paragraph import is_cut, line, prose
from game.desktop.widgets.piece import Piece, Placed, Target, framed


class Listed(NamedTuple):
    """One row that can be opened. `head` may be empty, as under a heading that says it for several rows."""

    target: str
    label: str
    head: str
    text: Text


def listed(kit: Kit, entry: Listed, width: int, *, longest: str, is_first: bool = False) -> Piece:
    """Lay out a row, its label in a column as wide as the `longest` one; in a narrow page above the text."""
    inks = on_page(kit)
    pad_x, pad_y = kit.space("choice_pad_x"), kit.px(6)
    name_face, head_face = kit.face("heading", "date"), kit.face("label", "keys")
    text_face = kit.face("reading", "choice")
    column = name_face(longest) + kit.px(18)
    beside = width - 2 * pad_x - column > 22 * kit.character
    left = pad_x + (column if beside else 0)
    room = width - left - pad_x

    def parts(mark: Colour, quiet: Colour, ink: Colour) -> list[Placed]:
        label = line(kit, entry.label, name_face, mark, width - 2 * pad_x, "label")
        placed = [Placed(label, Box(pad_x, pad_y, label.width, label.height))]
        y = pad_y + (0 if beside else label.height)
        if entry.head:
            head = line(kit, entry.head, head_face, quiet, room, "head")
            placed.append(Placed(head, Box(left, y, head.width, head.height)))
            y += head.height
        pitch = kit.line_height(text_face, "line_choice")
        text = prose(kit, entry.text, room, "text", face=text_face, colour=ink, pitch=pitch, gap=0)
        placed.append(Placed(text._replace(targets=()), Box(left, y, room, text.height)))
        return placed

    plain = parts(inks.mark, kit.palette.keys, inks.text)
    lit = parts(inks.bar_mark, inks.bar_text, inks.bar_text)
    height = max(max(box.bottom for _, box in plain) + pad_y, kit.space("touch_minimum"))
    thick = max(1, kit.space("rule"))

    def ground(surface: pygame.Surface, x: int, y: int, focus: str) -> None:
        if focus == entry.target:
            surface.fill(inks.bar, (x, y, width, height))
        elif not is_first:
            surface.fill(inks.rule, (x, y, width, thick))

    whole = framed(f"listed:{entry.target}", plain, width, height, ground)

    def paint(surface: pygame.Surface, x: int, y: int, focus: str) -> None:
        ground(surface, x, y, focus)
        for piece, box in lit if focus == entry.target else plain:
            piece.paint(surface, x + box.left, y + box.top, "")

    return whole._replace(paint=paint, targets=(Target(entry.target, Box(0, 0, width, height)),))


def opener(kit: Kit, target: str, words: str, width: int, *, is_open: bool) -> Piece:
    """Lay out a line that opens and closes what belongs under it: a triangle, and the words underlined."""
    face, p = kit.face("label_bold", "label"), kit.palette
    sign = round(face.size * 0.55)
    indent, pad = sign + kit.px(10), kit.px(6)
    plain, lit = (
        line(kit, words, face, colour, max(1, width - indent - 2 * pad), "opener")
        for colour in (p.link, p.focus_text)
    )
    wide = min(width, plain.width + indent + 2 * pad)
    height = max(plain.height + 2 * kit.px(4), round(kit.space("touch_minimum") * 0.75))

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        focused = focus == target
        if focused:
            surface.fill(p.focus, (left, top, wide, height))
        ink = p.red_on_ink if focused else p.red
        if is_cut(top, height, surface.get_clip()):
            return
        shape = shapes.triangle_down if is_open else shapes.triangle_right
        shape(surface, ink, left + pad, top + (height - sign) / 2, sign)
        at = top + (height - plain.height) // 2
        (lit if focused else plain).paint(surface, left + pad + indent, at, "")
        if not focused:
            under = at + plain.height - max(1, kit.px(1))
            surface.fill(p.link, (left + pad + indent, under, plain.width, max(1, kit.px(1))))

    return Piece(target, wide, height, paint, (Target(target, Box(0, 0, wide, height)),), words)
