"""A line that can be typed into: its text with a cursor, and how it stands on a page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pygame

from game.desktop import letter_words, spoken_words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.widgets.chips import button, shelf
from game.desktop.widgets.paragraph import line
from game.desktop.widgets.piece import Piece, Placed, Target, framed

LONGEST = 60
"""Signs that a field holds; what is pasted beyond them is left out."""

FIELD = "field"
"""The target of a page's field."""

LETTERS = "letters"
"""The target of the button beside a field that opens a keyboard on the screen."""


_WORD_BEFORE, _WORD_BEHIND = r"\S*\s*\Z", r"\A\s*\S*"


class TextField:
    """What is typed, and the cursor before the sign of this position.

    `cleaned` turns what is typed or pasted into what may stand in the field. A `text` given at first is a
    suggestion: it goes when something is typed, and stays when the cursor is moved in it.
    """

    def __init__(
        self, text: str = "", cleaned: Callable[[str], str] | None = None, *, longest: int = LONGEST
    ) -> None:
        self.text = text
        self.cursor = len(text)
        self.is_suggestion = bool(text)
        self.composed = ""
        """What an input method is composing at the cursor; it is no text yet."""
        self._cleaned = cleaned or _one_line
        self._longest = longest

    def insert(self, text: str) -> None:
        """Put text in at the cursor."""
        self.composed = ""
        self._take_suggestion_away()
        fits = self._cleaned(text)[: max(0, self._longest - len(self.text))]
        self.text = self.text[: self.cursor] + fits + self.text[self.cursor :]
        self.cursor += len(fits)

    def erase(self, by: int, *, is_word: bool = False) -> None:
        """Erase the sign before the cursor (-1) or behind it (1), or the word there with its space."""
        self._take_suggestion_away()
        before, behind = self.text[: self.cursor], self.text[self.cursor :]
        if by < 0:
            before = re.sub(_WORD_BEFORE, "", before) if is_word else before[:-1]
        else:
            behind = re.sub(_WORD_BEHIND, "", behind) if is_word else behind[1:]
        self.text, self.cursor = before + behind, len(before)

    def move(self, by: int) -> None:
        """Move the cursor by so many signs; it stops at the ends."""
        self.is_suggestion = False
        self.cursor = max(0, min(len(self.text), self.cursor + by))

    def _take_suggestion_away(self) -> None:
        if self.is_suggestion:
            self.text, self.cursor, self.is_suggestion = "", 0, False


def as_id(text: str) -> str:
    """Return typed text as part of an id: small Latin letters, digits and underscores."""
    joined = "".join("_" if sign in " -\u2013" else sign for sign in text.strip("\r\n\t").lower())
    return "".join(sign for sign in joined if sign.isascii() and (sign.isalnum() or sign == "_"))


def field_box(kit: Kit, field: TextField, label: str, width: int, *, has_letters: bool = True) -> Piece:
    """Lay out a field under its label; the cursor stands where the next sign comes.

    Beside it, or below where there is no room, stands the button for a keyboard on the screen.
    """
    p = kit.palette
    face = kit.face("document", "document")
    wide = min(width, kit.px(520 * max(1.0, kit.text * 0.7))) if has_letters else width
    head = line(kit, label, kit.face("label", "label"), p.keys, width, "field.label")
    head = head._replace(aloud=("",))  # the field says it
    pad, high = kit.px(12), max(kit.space("touch_minimum"), face.height + kit.px(16))
    room = wide - 2 * pad
    thick, ring = max(1, kit.px(1.5)), kit.space("focus_ring")
    # A long text moves under the cursor, so that what is being typed can always be seen.
    text = field.text[: field.cursor] + field.composed + field.text[field.cursor :]
    cursor = field.cursor + len(field.composed)
    begin = 0
    while begin < cursor and face(text[begin:cursor]) > room - kit.px(4):
        begin += 1
    shown = text[begin:]
    while shown and face(shown) > room:
        shown = shown[:-1]
    at = face(text[begin:cursor])
    under = face(text[begin : max(begin, field.cursor)]), at  # what is still being composed is underlined

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        box = pygame.Rect(left, top, wide, high)
        surface.fill(p.paper, box)
        pygame.draw.rect(surface, p.ink, box, thick)
        if focus == FIELD:
            pygame.draw.rect(surface, p.focus_ring, box, ring)
        y = top + (high - face.height) // 2
        if shown:
            ink = p.focus_text if field.is_suggestion else p.ink
            if field.is_suggestion:  # as selected text stands everywhere: typing replaces it
                surface.fill(p.focus, (left + pad - 2, y, face(shown) + 4, face.height))
            surface.blit(face.render(shown, ink), (left + pad, y))
        if field.composed:
            surface.fill(p.ink, (left + pad + under[0], y + face.height - 2, under[1] - under[0], 2))
        surface.fill(p.red, (left + pad + at, y, max(2, kit.px(2)), face.height))

    aloud = (spoken_words.aloud_field(label, field.text),)
    box = Piece(FIELD, wide, high, paint, (Target(FIELD, Box(0, 0, wide, high)),), field.text, aloud=aloud)
    below = head.height + kit.px(4)
    row = shelf(kit, [box, letters_button(kit, width)] if has_letters else [box], width, "field.row")
    parts = [
        Placed(head, Box(0, 0, head.width, head.height)),
        Placed(row, Box(0, below, row.width, row.height)),
    ]
    return framed("field_box", parts, width, below + row.height)


def letters_button(kit: Kit, width: int) -> Piece:
    """Lay out the button that opens a keyboard on the screen."""
    return button(kit, LETTERS, letter_words.LETTERS_OPEN, width)


def _one_line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split("\n"))
