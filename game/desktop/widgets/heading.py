"""The head of a page: a large title, the red date and place, and the tag of provenance."""

from __future__ import annotations

import pygame

from game.desktop.keys import key_of
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.widgets.chips import made_once, rule, tag
from game.desktop.widgets.paragraph import is_cut, line
from game.desktop.widgets.piece import Piece, Placed, framed


def heading(kit: Kit, title: str, when: str, width: int, *, provenance: str = "") -> Piece:
    """Lay out the head: on one line where that fits, else under each other."""
    key = ("heading", title, when, width, provenance)
    return made_once(kit, key, lambda: _heading(kit, title, when, width, provenance), kit.palette.cream)


def _heading(kit: Kit, title: str, when: str, width: int, provenance: str) -> Piece:
    big, small = kit.face("heading", "heading"), kit.face("heading", "date")
    key = key_of("provenance", kit.settings.keys)
    mark = tag(kit, provenance, key, "say:provenance") if provenance else None
    gap = kit.px(18)
    beside = mark.width + gap if mark else 0
    head = line(kit, title, big, kit.palette.ink, width, "title")
    fits = title and big(title) + gap + small(when) + beside <= width
    parts: list[Placed] = []
    if fits:
        date = line(kit, when, small, kit.palette.red, width, "when")
        base = round(head.height * 0.5 + big.ascent - big.height / 2)
        parts.append(Placed(head, Box(0, 0, head.width, head.height)))
        drop = round(date.height * 0.5 + small.ascent - small.height / 2)
        parts.append(Placed(date, Box(head.width + gap, base - drop, date.width, date.height)))
        bottom = max(head.height, base - drop + date.height)
        if mark:
            parts.append(
                Placed(
                    mark, Box(width - mark.width, bottom - mark.height - kit.px(4), mark.width, mark.height)
                )
            )
    else:
        parts.append(Placed(head, Box(0, 0, head.width, head.height)))
        y = head.height + kit.px(2)
        room = width - beside if mark and small(when) + beside <= width else width
        date = line(kit, when, small, kit.palette.red, room, "when")
        parts.append(Placed(date, Box(0, y, date.width, date.height)))
        bottom = y + date.height
        if mark:
            if room == width:
                bottom += kit.px(6)
                parts.append(Placed(mark, Box(0, bottom, min(width, mark.width), mark.height)))
                bottom += mark.height
            else:
                y = max(y, bottom - mark.height)
                parts.append(Placed(mark, Box(width - mark.width, y, mark.width, mark.height)))
                bottom = max(bottom, y + mark.height)
    thick = kit.space("rule_heavy")
    under = rule(kit, width, thick)
    parts.append(Placed(under, Box(0, bottom + kit.px(6), width, thick)))
    whole = framed("heading", parts, width, bottom + kit.px(6) + thick)
    lift = max(0, (head.height - big.height) // 2)

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        """Where the title is scrolled out of sight, a date beside it must not stand there alone."""
        if fits and is_cut(top + lift, big.height, surface.get_clip()):
            under.paint(surface, left, top + bottom + kit.px(6), focus)
        else:
            whole.paint(surface, left, top, focus)

    return whole._replace(paint=paint)


def subheading(kit: Kit, words: str, width: int, name: str = "subheading") -> Piece:
    """Lay out the title of a part of a page."""
    return line(kit, words, kit.face("heading", "subheading"), kit.palette.ink, width, name)


def small_heading(kit: Kit, words: str, width: int, name: str = "small_heading") -> Piece:
    """Lay out a red line over a small part."""
    return line(kit, words, kit.face("heading", "date"), kit.palette.red, width, name)
