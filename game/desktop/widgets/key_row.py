"""One key that can be changed: its cap, as on the line of keys, and beside it what it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pygame

from game.desktop import spoken_words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.widgets.choice_list import on_page
from game.desktop.widgets.paragraph import is_cut, prose, said
from game.desktop.widgets.piece import Piece, Target


class KeyRow(NamedTuple):
    """A command as a target, what it does, and its key. `waits` says that the next key will be its own."""

    target: str
    does: str
    key: str
    waits: str = ""


def key_rows(kit: Kit, entries: Sequence[KeyRow], width: int) -> list[Piece]:
    """Lay rows out under each other, their caps in one column, ruled apart; the focus is a bar."""
    face = kit.face("label_bold", "label")
    widest = max((face(entry.key) for entry in entries), default=0)
    column = min(widest + 2 * kit.px(9), width // 2)
    return [_row(kit, entry, width, column, is_first=at == 0) for at, entry in enumerate(entries)]


def _row(kit: Kit, entry: KeyRow, width: int, column: int, *, is_first: bool) -> Piece:
    inks = on_page(kit)
    pad_x, pad_y, beside = kit.space("choice_pad_x"), kit.space("choice_pad_y"), kit.px(16)
    face = kit.face("label_bold", "label")
    reading = kit.face("reading", "choice")
    pitch = kit.line_height(reading, "line_choice")
    room = width - 2 * pad_x - column - beside
    told = f"{entry.does}: {entry.waits}" if entry.waits else entry.does
    on_cap = "…" if entry.waits else entry.key
    body, bar = (
        prose(kit, said(told), room, "does", face=reading, colour=colour, pitch=pitch, gap=0)
        for colour in (inks.text, inks.bar_text)
    )
    cap_height = face.height + kit.px(4)
    inside = max(body.height, cap_height)
    height = max(inside + 2 * pad_y, kit.space("touch_minimum"))
    thick = max(1, kit.space("rule"))

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        focused = focus == entry.target
        if focused:
            surface.fill(inks.bar, (left, top, width, height))
        elif not is_first:
            surface.fill(inks.rule, (left, top, width, thick))
        first = top + (height - inside) // 2
        (bar if focused else body).paint(
            surface, left + pad_x + column + beside, first + (inside - body.height) // 2, ""
        )
        y = first + max(0, (min(inside, pitch) - cap_height) // 2)
        if is_cut(y, cap_height, surface.get_clip()):
            return
        ink = inks.bar_mark if entry.waits and focused else inks.bar_text if focused else inks.text
        wide = min(column, face(on_cap) + 2 * kit.px(9))
        cap = pygame.Rect(left + pad_x, y, wide, cap_height)
        pygame.draw.rect(surface, ink, cap, max(1, kit.px(1.5)))
        surface.blit(face.render(on_cap, ink), (cap.left + kit.px(9), y + kit.px(2)))

    words = told if entry.waits else f"{entry.does}: {entry.key}"
    return Piece(
        f"row:{entry.target}",
        width,
        height,
        paint,
        (Target(entry.target, Box(0, 0, width, height)),),
        words,
        aloud=(spoken_words.aloud_row("", words, "", is_open=True, is_taken=False),),
    )
