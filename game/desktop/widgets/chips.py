"""Small framed words: keys at the foot, tabs, buttons, the provenance of a page."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

import pygame

from game.desktop import spoken_words
from game.desktop.fonts import Face
from game.desktop.keys import hinted
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.text_layout import lay_out
from game.desktop.theme import Colour
from game.desktop.widgets import shapes
from game.desktop.widgets.paragraph import is_cut, prose, said
from game.desktop.widgets.piece import Gap, Piece, Placed, Reach, Target, framed

_KEPT = 12
"""How many lines of keys and heads of pages are kept."""


class Hint(NamedTuple):
    """A key and what it does; `command` is what a click on it says."""

    key: str
    does: str
    command: str


def key_line(kit: Kit, hints: Sequence[Hint], width: int, *, colour: Colour | None = None) -> Piece:
    """Lay out a screen's keys in one row; the last but one goes first where room is short."""
    return made_once(kit, ("keys", tuple(hints), width, colour), lambda: _key_line(kit, hints, width, colour))


def made_once(kit: Kit, key: Hashable, make: Callable[[], Piece], ground: Colour | None = None) -> Piece:
    """Return what `make` makes, made and drawn once for a kit: most pages have it as the one before had it.

    It looks the same whatever has the focus, and `key` says all that it depends on besides the kit. `ground`
    is the colour that it always lies on, where there is one: drawn with it, letters are exact.
    """
    kept = kit.signposts
    if key not in kept:
        if len(kept) == _KEPT:
            del kept[next(iter(kept))]
        kept[key] = _drawn_once(make(), ground)
    return kept[key]


def _drawn_once(piece: Piece, ground: Colour | None) -> Piece:
    pictures: list[pygame.Surface] = []

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        if not surface.get_clip().contains(left, top, piece.width, piece.height):
            piece.paint(surface, left, top, "")  # which leaves out half a line
            return
        if not pictures:
            flags = 0 if ground else pygame.SRCALPHA
            pictures.append(pygame.Surface((max(1, piece.width), max(1, piece.height)), flags))
            pictures[0].fill(ground or (0, 0, 0, 0))
            piece.paint(pictures[0], 0, 0, "")
        surface.blit(pictures[0], (left, top))

    return piece._replace(paint=paint)


def _key_line(kit: Kit, hints: Sequence[Hint], width: int, colour: Colour | None) -> Piece:
    face = kit.face("label", "keys")
    ink = colour or kit.palette.keys
    pad, between, gap = kit.px(6), kit.px(22), kit.px(6)

    def wide(hint: Hint) -> int:
        return face(hint.key) + 2 * pad + gap + face(hint.does)

    changes = kit.settings.keys
    hints = [hint._replace(key=hinted(hint.key, hint.command, changes)) for hint in hints]
    shown = list(hints)
    while len(shown) > 1 and sum(map(wide, shown)) + between * (len(shown) - 1) > width:
        del shown[-2]
    high = face.height + kit.px(2)
    height = max(high, kit.px(24))
    places, x = [], 0
    for hint in shown:
        places.append((hint, x))
        x += wide(hint) + between

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        y = top + (height - high) // 2
        for hint, at in places:
            box = pygame.Rect(left + at, y, face(hint.key) + 2 * pad, high)
            pygame.draw.rect(surface, ink, box, max(1, kit.px(1.4)))
            surface.blit(face.render(hint.key, ink), (box.left + pad, y + (high - face.height) // 2))
            surface.blit(face.render(hint.does, ink), (box.right + gap, y + (high - face.height) // 2))

    targets = tuple(
        Target(f"say:{hint.command}", Box(at, 0, wide(hint), height), "pointer")
        for hint, at in places
        if hint.command
    )
    return Piece(
        "keys",
        x - between if places else 0,
        height,
        paint,
        targets,
        "  ".join(f"{h.key} {h.does}" for h in shown),
        aloud=(spoken_words.aloud_keys(hints[:1]),),
        once=(spoken_words.aloud_more_keys(hints[1:]),),
    )


class ButtonLook(NamedTuple):
    """How a button stands: `is_on` fills it (the chosen one of several), in red where `is_red`.

    `reach` says how it is reached.
    """

    is_on: bool = False
    reach: Reach = "main"
    arrow: bool = False
    is_red: bool = False


def button(
    kit: Kit, target: str, sentence: str, width: int, look: ButtonLook | None = None, name: str = ""
) -> Piece:
    """Lay out a button at most `width` wide; long words are broken inside it."""
    look = look or ButtonLook()
    face = kit.face("label_bold", "label")
    p = kit.palette
    pad_x, pad_y = kit.px(14), kit.px(8)
    arrow = round(face.size * 0.55) if look.arrow else 0
    after = arrow + kit.px(10) if arrow else 0
    room = max(face.size, width - 2 * pad_x - after)
    pitch = round(face.size * 1.25)
    lit, unlit = (
        prose(
            kit,
            said(sentence),
            room,
            "button",
            face=face,
            colour=colour,
            pitch=max(pitch, face.height),
            gap=0,
        )
        for colour in (p.focus_text, p.ink)
    )
    wide = min(width, min(room, _widest(face, sentence, room)) + 2 * pad_x + after)
    height = max(lit.height + 2 * pad_y, kit.space("touch_minimum"))
    thick, ring = max(1, kit.px(1.5)), kit.space("focus_ring")

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        if is_cut(top, height, surface.get_clip()):
            return
        box = pygame.Rect(left, top, wide, height)
        focused = focus == target
        filled = look.is_on or (focused and look.reach == "main")
        surface.fill(p.red if filled and look.is_red else p.focus if filled else p.cream, box)
        pygame.draw.rect(surface, p.ink, box, thick)
        if focused:
            pygame.draw.rect(surface, p.focus_ring, box, ring)
        (lit if filled else unlit).paint(surface, left + pad_x, top + (height - lit.height) // 2, "")
        if arrow:
            colour = p.red_on_ink if filled else p.red
            shapes.triangle_right(
                surface, colour, box.right - pad_x - arrow, top + (height - arrow) / 2, arrow
            )

    return Piece(
        name or target,
        wide,
        height,
        paint,
        (Target(target, Box(0, 0, wide, height), look.reach),),
        sentence,
        aloud=(spoken_words.aloud_button(sentence, is_on=look.is_on),),
    )


def shelf(kit: Kit, pieces: Sequence[Piece], width: int, name: str, between: int = 10) -> Piece:
    """Place pieces beside each other, going on in a new row where one finds no room.

    They stand `between` pixels at 1280x720 apart.
    """
    gap = kit.px(between)
    placed: list[Placed] = []
    x = y = row = 0
    for piece in pieces:
        if x and x + piece.width > width:
            x, y, row = 0, y + row + gap, 0
        placed.append(Placed(piece, Box(x, y, piece.width, piece.height)))
        x += piece.width + gap
        row = max(row, piece.height)
    return framed(name, placed, width, y + row)


def tag(kit: Kit, sentence: str, key: str, target: str) -> Piece:
    """Lay out the small framed tag that names a page's provenance and the key that explains it."""
    face = kit.face("label", "keys")
    pad_x, pad_y, arrow, gap = kit.px(9), kit.px(3), round(face.size * 0.5), kit.px(7)
    ink = kit.palette.ink
    width = face(sentence) + arrow + face(key) + 2 * gap + 2 * pad_x
    height = face.height + 2 * pad_y

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        pygame.draw.rect(surface, ink, (left, top, width, height), max(1, kit.px(1.5)))
        surface.blit(face.render(sentence, ink), (left + pad_x, top + pad_y))
        x = left + pad_x + face(sentence) + gap
        shapes.triangle_right(surface, kit.palette.red, x, top + (height - arrow) / 2, arrow)
        surface.blit(face.render(key, ink), (x + arrow + gap, top + pad_y))

    return Piece(
        "tag",
        width,
        height,
        paint,
        (Target(target, Box(0, 0, width, height), "pointer"),),
        f"{sentence} {key}",
        aloud=(spoken_words.aloud_tag(sentence),),
        once=(spoken_words.aloud_tag_key(key),),
    )


def rule(kit: Kit, width: int, thick: int, colour: Colour | None = None) -> Piece:
    """Lay out a level line."""
    ink = colour or kit.palette.ink

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.fill(ink, (left, top, width, thick))

    return Piece("rule", width, thick, paint)


def gap(kit: Kit, units: float) -> Gap:
    """Return empty height in pixels at 1280x720."""
    return Gap(kit.px(units))


def _widest(face: Face, sentence: str, room: int) -> int:
    return max((line.width for part in said(sentence) for line in lay_out(part, room, face)), default=0)
