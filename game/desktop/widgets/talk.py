"""The stop to talk: a black poster with the question, across the page."""

from __future__ import annotations

import pygame

from game.desktop import words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.widgets import shapes
from game.desktop.widgets.paragraph import line, prose
from game.desktop.widgets.piece import Piece, Placed, framed
from game.story.views import ProseView


def talk(kit: Kit, question: ProseView, width: int) -> Piece:
    """Lay out the question to talk about before the choices open."""
    p = kit.palette
    pad = kit.px(22)
    wedge = kit.px(54)
    room = width - 2 * pad - wedge
    head = line(kit, words.TALK, kit.face("heading", "subheading"), p.red_on_ink, room, "talk.head")
    body = prose(kit, question, room, "talk", colour=p.focus_text, ground=p.focus)
    height = head.height + body.height + kit.px(8) + 2 * pad

    def ground(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.fill(p.focus, (left, top, width, height))
        tip = min(wedge - kit.px(6), height)
        shapes.polygon(
            surface, p.red, [(left, top), (left + tip, top), (left, top + min(height - 1, tip * 2))]
        )

    parts = [
        Placed(head, Box(pad + wedge, pad, head.width, head.height)),
        Placed(body, Box(pad + wedge, pad + head.height + kit.px(8), body.width, body.height)),
    ]
    return framed("talk", parts, width, height, ground)
