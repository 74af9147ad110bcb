"""The author's strip at the foot of a preview: dark, so that nobody takes it for the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pygame

from game.desktop import author_words as words
from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.strip_view import StripView, Value
from game.desktop.text_layout import Paragraph
from game.desktop.widgets.chips import Hint
from game.desktop.widgets.exit_line import exit_words
from game.desktop.widgets.paragraph import Said, prose
from game.desktop.widgets.piece import Piece, Placed, Target, framed

LARGEST_SHARE = 0.36
"""The share of the window that the strip takes at most."""


def strip_face(kit: Kit, *, bold: bool = False) -> Face:
    """Return the strip's face; it follows the text size half of the way, for the page comes first."""
    size = round(kit.theme.type["keys"] * kit.scale * (1 + (kit.text - 1) / 2))
    return kit.fonts.face("label_bold" if bold else "label", size, kit.settings.typeface)


def strip(kit: Kit, shown: StripView, keys: Sequence[Hint]) -> Piece:
    """Lay the strip out, as wide as the window and as high as it must be, within its share."""
    pad_x, pad_y, between = kit.px(16), kit.px(8), kit.px(22)
    room = kit.width - 2 * pad_x
    most = round(kit.height * LARGEST_SHARE)
    parts = _head(kit, shown, keys, room)
    top = max(box.bottom for _, box in parts) + kit.px(5)
    face = strip_face(kit)
    left = round(room * 0.38) if room > 36 * face("0") else room
    columns = [(_variables(kit, shown), Box(0, top, left - between, 0), "V")]
    ways = _ways(shown)
    if left < room:
        columns.append((ways, Box(left, top, room - left, 0), "X"))
    else:
        columns = [([*columns[0][0], *ways], Box(0, top, room, 0), "X")]
    for rows, where, key in columns:
        parts += _column(kit, rows, where, most - pad_y - top - pad_y, key)
    height = min(most, max(box.bottom for _, box in parts) + 2 * pad_y)
    parts = [Placed(piece, box.moved(pad_x, pad_y)) for piece, box in parts]

    def ground(surface: pygame.Surface, x: int, y: int, focus: str) -> None:
        surface.fill(kit.palette.night, (x, y, kit.width, height))
        surface.fill(kit.palette.red, (x, y, kit.width, max(2, kit.px(3))))

    return framed("strip", parts, kit.width, height, ground)


def _head(kit: Kit, shown: StripView, keys: Sequence[Hint], room: int) -> list[Placed]:
    """Scene and place, the keys at the right where they find room, else below; then what is to be said."""
    name = (
        Said(shown.scene, "strong"),
        Said(f"   {shown.place}"),
        *([Said(f"   {shown.said}", "strong")] if shown.said else []),
    )
    chips = _chips(kit, keys, room)
    beside = chips.width + kit.px(24) < room * 0.5
    text = _text(kit, (name,), room - chips.width - kit.px(24) if beside else room, "strip.scene")
    if beside:
        return [
            Placed(text, Box(0, kit.px(2), text.width, text.height)),
            Placed(chips, Box(room - chips.width, 0, chips.width, chips.height)),
        ]
    below = text.height + kit.px(3)
    return [
        Placed(text, Box(0, 0, text.width, text.height)),
        Placed(chips, Box(0, below, chips.width, chips.height)),
    ]


def _chips(kit: Kit, keys: Sequence[Hint], room: int) -> Piece:
    """The strip's keys, each with its letter; Tab reaches them, and so does a controller."""
    p, face = kit.palette, strip_face(kit)
    pad, gap, between = kit.px(5), kit.px(5), kit.px(14)
    high = face.height + kit.px(4)
    places: list[tuple[Hint, int, int]] = []
    x = y = wide = 0
    for hint in keys:
        width = face(hint.key) + 2 * pad + gap + face(hint.does)
        if x and x + width > room:
            x, y = 0, y + high + kit.px(4)
        places.append((hint, x, y))
        x += width + between
        wide = max(wide, x - between)

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        for hint, at, down in places:
            box = pygame.Rect(left + at, top + down, face(hint.key) + 2 * pad, high)
            whole = box.inflate(0, 0)
            whole.width += gap + face(hint.does) + kit.px(4)
            focused = focus == f"say:{hint.command}"
            if focused:
                surface.fill(p.cream, whole)
            ink = p.night if focused else p.cream
            pygame.draw.rect(surface, ink, box, max(1, kit.px(1.3)))
            line = top + down + (high - face.height) // 2
            surface.blit(face.render(hint.key, ink), (box.left + pad, line))
            surface.blit(face.render(hint.does, ink), (box.right + gap, line))

    targets = tuple(
        Target(
            f"say:{hint.command}",
            Box(at, down, face(hint.key) + 2 * pad + gap + face(hint.does), high),
            "aside",
        )
        for hint, at, down in places
    )
    said = "  ".join(f"{hint.key} {hint.does}" for hint in keys)
    return Piece("strip.keys", wide, y + high, paint, targets, said)


def _variables(kit: Kit, shown: StripView) -> list[Paragraph]:
    rows: list[Paragraph] = []
    if shown.changed:
        rows.append((Said(words.STRIP_CHANGED, "strong"),))
        rows += [(Said(f"{v.name} {v.before} › "), Said(v.now, "strong")) for v in shown.changed]
    elif shown.others:
        rows.append((Said(words.STRIP_UNCHANGED),))
    if shown.others:
        rows.append((Said(words.STRIP_VARIABLES, "strong"),))
        rows.append((Said(",  ".join(_value(v) for v in shown.others)),))
    if shown.rest:
        told = words.others_as_at_start if shown.changed or shown.others else words.all_as_at_start
        rows.append((Said(told(shown.rest)),))
    return rows


def _value(value: Value) -> str:
    return f"{value.name}\u00a0{value.now}"


def _ways(shown: StripView) -> list[Paragraph]:
    head = (Said(words.STRIP_WAYS.format(scene=shown.ways_of), "strong"),)
    return [head, *(exit_words(way) for way in shown.exits)]


def _column(kit: Kit, rows: Iterable[Paragraph], where: Box, room: int, key: str) -> list[Placed]:
    """Lay rows out under each other; what finds no room is counted, with the key that shows it."""
    pieces = [_text(kit, (row,), where.width, f"strip.{key}{i}") for i, row in enumerate(rows)]
    pitch = _pitch(kit)
    fit = len(pieces)
    if sum(piece.height for piece in pieces) > room:
        used = fit = 0
        while fit < len(pieces) and used + pieces[fit].height + pitch <= room:
            used += pieces[fit].height
            fit += 1
    placed, y = [], where.top
    left_out = len(pieces) - fit
    rest = [(Said(words.STRIP_MORE.format(count=left_out, key=key)),)] if left_out else []
    for piece in (
        *pieces[:fit],
        *(_text(kit, (row,), where.width, f"strip.{key}.more") for row in rest),
    ):
        if y + piece.height <= where.top + max(room, pitch):
            placed.append(Placed(piece, Box(where.left, y, piece.width, piece.height)))
            y += piece.height
    return placed


def _text(kit: Kit, text: tuple[Paragraph, ...], width: int, name: str) -> Piece:
    p = kit.palette
    return prose(
        kit,
        text,
        max(1, width),
        name,
        face=strip_face(kit),
        colour=p.cream,
        ground=p.night,
        pitch=_pitch(kit),
        gap=0,
    )


def _pitch(kit: Kit) -> int:
    face = strip_face(kit)
    return max(face.height, round(face.size * 1.3))
