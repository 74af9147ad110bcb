"""One saved game: a small picture of its place, its name, and where it stands; a button deletes it."""

from __future__ import annotations

from typing import NamedTuple

import pygame

from game.desktop import save_words, spoken_words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.resources import UNTOUCHED
from game.desktop.widgets.chips import ButtonLook, button
from game.desktop.widgets.paragraph import is_cut, prose, said
from game.desktop.widgets.piece import Piece, Placed, Target, framed


class SaveRow(NamedTuple):
    """What a row shows; `opens` and `deletes` are its targets, `place` the id of the picture."""

    opens: str
    deletes: str
    number: str
    place: str
    title: str
    where: tuple[str, ...]
    """The page (where the title is not its own), the chapter and the date in the story."""
    when: tuple[str, ...]
    """When it was saved, and of what kind it is."""


def save_row(kit: Kit, shown: SaveRow, width: int) -> Piece:
    """Lay a save out; the picture goes first where a window is narrow or text is large."""
    p, pad, between = kit.palette, kit.px(10), kit.px(14)
    drop = button(kit, shown.deletes, save_words.DELETE, width, ButtonLook(reach="main"))
    wide, high = kit.px(144), kit.px(81)
    number = kit.face("heading", "choice_number")
    mark = number("0") + between
    room = width - 2 * pad - mark - drop.width - between
    has_picture = bool(shown.place) and room - wide - between > 24 * kit.character
    picture = kit.pictures.filling(shown.place, wide, high, UNTOUCHED) if has_picture else None
    beside = mark + (wide + between if picture else 0)
    room -= wide + between if picture else 0
    is_under = room < 12 * kit.character
    room += drop.width + between if is_under else 0
    texts = [_texts(kit, shown, room, lit) for lit in (False, True)]
    inside = max(texts[0].height, high if picture else 0)
    height = inside + 2 * pad + (drop.height + pad if is_under else 0)
    at = Box(pad + beside, pad + (inside - texts[0].height) // 2, texts[0].width, texts[0].height)
    where = Box(
        width - pad - drop.width,
        pad + inside + pad if is_under else pad + (inside - drop.height) // 2,
        drop.width,
        drop.height,
    )

    def ground(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        focused = focus == shown.opens
        if focused:
            surface.fill(p.focus, (left, top, width, height))
        texts[focused].paint(surface, left + at.left, top + at.top, "")
        at_number = top + pad + (inside - number.height) // 2
        if shown.number and not is_cut(at_number, number.height, surface.get_clip()):
            sign = number.render(shown.number, p.red_on_ink if focused else p.red)
            surface.blit(sign, (left + pad, at_number))
        if picture:
            frame = pygame.Rect(left + pad + mark, top + pad + (inside - high) // 2, wide, high)
            surface.blit(picture, frame)
            pygame.draw.rect(surface, p.cream if focused else p.ink, frame, max(1, kit.px(1.5)))

    whole = framed(shown.opens, [Placed(drop, where)], width, height, ground)
    targets = (Target(shown.opens, Box(0, 0, width, height)), *whole.targets)
    inner = (Placed(texts[0], at), Placed(drop, where))
    told = ". ".join((shown.title, *shown.where, *shown.when))
    aloud = spoken_words.aloud_row(shown.number, told, "", is_open=True, is_taken=False)
    return Piece(
        shown.opens,
        width,
        height,
        whole.paint,
        targets,
        f"{texts[0].words}\n{whole.words}",
        inner,
        aloud=(aloud,),
    )


def _texts(kit: Kit, shown: SaveRow, width: int, lit: bool) -> Piece:
    p = kit.palette
    bold, small = kit.face("reading", "choice"), kit.face("label", "keys")
    inks = (p.focus_text, p.focus_text) if lit else (p.ink, p.keys)
    pitches = (kit.line_height(bold, "line_choice"), round(small.size * 1.3))
    together = save_words.in_whole_parts((*shown.where, *shown.when))
    # Broken in the middle rather than wherever the line is full: no sign of parting is left at its end.
    apart = tuple(save_words.in_whole_parts(parts) for parts in (shown.where, shown.when) if parts)
    lines = (together,) if small(together) <= width else apart
    title, rest = (
        prose(kit, text, width, name, face=face, gap=0, colour=ink, pitch=pitch)
        for text, name, face, ink, pitch in zip(
            (said(shown.title, "strong"), said("\n\n".join(lines))),
            ("save.title", "save.lines"),
            (bold, small),
            inks,
            pitches,
            strict=True,
        )
    )
    parts = [
        Placed(title, Box(0, 0, title.width, title.height)),
        Placed(rest, Box(0, title.height, rest.width, rest.height)),
    ]
    return framed("save.texts", parts, width, title.height + rest.height)
