"""A field for an answer of several lines, wrapped; the cursor stands where the next sign comes."""

from __future__ import annotations

import pygame

from game.desktop import spoken_words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.text_layout import Text
from game.desktop.widgets.field import FIELD, TextField, letters_button
from game.desktop.widgets.paragraph import Said, line, prose
from game.desktop.widgets.piece import Piece, Placed, Target, framed

LONGEST_ANSWER = 2000
"""Signs that an answer holds; what is pasted beyond them is left out."""

LEAST_LINES = 4


class AnswerField(TextField):
    """Like any field, but long, and with the lines of what was written elsewhere kept as they are."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.is_suggestion = False

    def insert(self, text: str) -> None:
        """Put text in at the cursor; a line break in what is pasted becomes a space."""
        self.composed = ""
        text = text[:LONGEST_ANSWER]
        fits = " ".join(text.split("\n")) if "\n" in text else text
        fits = "".join(sign if sign.isprintable() else " " for sign in fits)
        fits = fits[: max(0, LONGEST_ANSWER - len(self.text))]
        self.text = self.text[: self.cursor] + fits + self.text[self.cursor :]
        self.cursor += len(fits)


def answer_box(kit: Kit, field: AnswerField, label: str, width: int) -> Piece:
    """Lay out the field under its label, as high as its text."""
    p = kit.palette
    face = kit.face("document", "document")
    pitch, pad = kit.line_height(face), kit.px(12)
    room = max(1, width - 2 * pad)
    before = field.text[: field.cursor] + field.composed
    text = before + field.text[field.cursor :]
    body = prose(kit, _typed(text), room, "answer.text", face=face, pitch=pitch, gap=0)
    up_to = prose(kit, _typed(before), room, "answer.before", face=face, pitch=pitch, gap=0)
    head = line(kit, label, kit.face("label", "label"), p.keys, width, "field.label")
    head = head._replace(aloud=("",))  # the field says it
    high = max(body.height, up_to.height, LEAST_LINES * pitch) + 2 * pad
    thick, ring = max(1, kit.px(1.5)), kit.space("focus_ring")
    # Spaces at the end of a line take no room in a laid-out text, and the cursor must move all the same.
    spaces = len(before) - len(before.rstrip(" "))
    x = min(room, up_to.last_width + (face(" ") * spaces if spaces else 0)) if before else 0
    y = max(0, up_to.height - pitch)

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        box = pygame.Rect(left, top, width, high)
        surface.fill(p.paper, box)
        pygame.draw.rect(surface, p.ink, box, thick)
        if focus == FIELD:
            pygame.draw.rect(surface, p.focus_ring, box, ring)
        body.paint(surface, left + pad, top + pad, "")
        lift = (pitch - face.height) // 2
        surface.fill(p.red, (left + pad + x, top + pad + y + lift, max(2, kit.px(2)), face.height))

    aloud = (spoken_words.aloud_field(label, field.text),)
    target = Target(FIELD, Box(0, 0, width, high))
    box = Piece(FIELD, width, high, paint, (target,), field.text, aloud=aloud)
    below = head.height + kit.px(4)
    letters = letters_button(kit, width)
    foot = below + high + kit.px(8)
    parts = [
        Placed(head, Box(0, 0, head.width, head.height)),
        Placed(box, Box(0, below, width, high)),
        Placed(letters, Box(0, foot, letters.width, letters.height)),
    ]
    return framed("answer_box", parts, width, foot + letters.height)


def _typed(text: str) -> Text:
    return tuple((Said(part or " "),) for part in text.split("\n")) if text else ()
