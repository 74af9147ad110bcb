"""One setting: its name, and its values beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pygame

from game.desktop import spoken_words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.widgets.chips import ButtonLook, button, shelf
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Piece, Placed, Target, framed


class Setting(NamedTuple):
    """A field of the settings, what it is called, its values with their words, and a note under its name."""

    name: str
    label: str
    values: tuple[tuple[Any, str], ...]
    note: str = ""


def setting_row(kit: Kit, setting: Setting, now: Any, width: int) -> Piece:
    """Lay a setting out: the name on the left and the values beside it, or under it where room is short."""
    p = kit.palette
    target, pad, top = f"row:{setting.name}", kit.px(12), kit.px(7)
    options = [
        button(
            kit,
            f"set:{setting.name}:{i}",
            text,
            width - 2 * pad,
            ButtonLook(value == now, "pointer", is_red=True),
        )
        for i, (value, text) in enumerate(setting.values)
    ]
    total = sum(option.width for option in options) + kit.px(10) * (len(options) - 1)
    column = max(kit.px(210), round((width - 2 * pad) * 0.42))
    beside = column + total + 2 * pad <= width
    title, lit = (_title(kit, setting, column - kit.px(20) if beside else width - 2 * pad, i) for i in (0, 1))
    several = shelf(kit, options, width - 2 * pad - (column if beside else 0), f"{setting.name}.values")
    if beside:
        inside = max(several.height, title.height)
        at = Box(pad, top + (inside - title.height) // 2, title.width, title.height)
        where = Box(pad + column, top + (inside - several.height) // 2, several.width, several.height)
        height = inside + 2 * top
    else:
        at = Box(pad, top, title.width, title.height)
        where = Box(pad, at.bottom + kit.px(5), several.width, several.height)
        height = where.bottom + top

    def ground(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        focused = focus == target
        if focused:
            surface.fill(p.focus, (left, top, width, height))
        (lit if focused else title).paint(surface, left + at.left, top + at.top, "")

    whole = framed(target, [Placed(several, where)], width, height, ground)
    targets = (Target(target, Box(0, 0, width, height)), *whole.targets)
    value = next((text for known, text in setting.values if known == now), f"{now}")
    aloud = [spoken_words.aloud_row_of(setting.label, value), *([setting.note] if setting.note else [])]
    inner = (Placed(title, at), Placed(several, where))
    words_of_row = "\n".join(part for part in (setting.label, setting.note, whole.words) if part)
    return Piece(target, width, height, whole.paint, targets, words_of_row, inner, aloud=(" ".join(aloud),))


def stepped(values: Sequence[Any], now: Any, by: int, *, wraps: bool) -> Any:
    """Return the value that stands `by` places further; one that is no choice counts as the next larger."""
    at = values.index(now) if now in values else next((i for i, v in enumerate(values) if v > now), 0)
    after = (at + by) % len(values) if wraps else max(0, min(len(values) - 1, at + by))
    return values[after]


def _title(kit: Kit, setting: Setting, width: int, is_lit: int) -> Piece:
    p = kit.palette
    bold, small = kit.face("label_bold", "label"), kit.face("label", "keys")
    ink = p.focus_text if is_lit else p.ink
    name = prose(kit, said(setting.label), width, f"{setting.name}.label", face=bold, colour=ink, gap=0,
                 pitch=round(bold.size * 1.25))  # fmt: skip
    if not setting.note:
        return name
    note = prose(kit, said(setting.note), width, f"{setting.name}.note", face=small, gap=0,
                 colour=p.focus_text if is_lit else p.keys, pitch=round(small.size * 1.25))  # fmt: skip
    parts = [
        Placed(name, Box(0, 0, name.width, name.height)),
        Placed(note, Box(0, name.height, note.width, note.height)),
    ]
    return framed(f"{setting.name}.title", parts, width, name.height + note.height)
