"""An answer to a question of the debrief, written on a card; it is kept when the card closes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.desktop import debrief_words, words
from game.desktop.author_words import KEY_TYPE
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop
from game.desktop.screens.page_screen import PageScreen
from game.desktop.text_layout import Text
from game.desktop.widgets.answer_field import AnswerField, answer_box
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap
from game.desktop.widgets.field import FIELD
from game.desktop.widgets.paragraph import prose
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import card_page


class AnswerCard(PageScreen):
    """`keep` takes what was written, whichever way the card is closed: nothing typed is ever lost."""

    is_card = True
    field_label = debrief_words.ANSWER
    field_done = "keep"

    def __init__(self, question: Text, answer: str, keep: Callable[[str], None]) -> None:
        super().__init__()
        self.question = question
        self._keep = keep
        self.field = self._answer = AnswerField(answer)

    def contents(self, kit: Kit) -> Page:
        """Lay the question and the field out."""
        return card_page(kit, self.hints(), lambda width: list(self._items(kit, width)))

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield prose(kit, self.question, min(width, kit.measure), "question")
        yield gap(kit, 12)
        yield answer_box(kit, self._answer, debrief_words.ANSWER, width)
        yield gap(kit, 14)
        yield button(kit, "keep", debrief_words.ANSWER_KEEP, width, ButtonLook(arrow=True))

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this card."""
        return (
            Hint("A–Z", KEY_TYPE, ""),
            Hint("Enter", debrief_words.ANSWER_KEEP.lower(), ""),
            Hint("Esc", words.BACK.lower(), "leave"),
        )

    def first_focus(self, page: Page) -> str:
        """Return the field."""
        return FIELD

    def take(self, target: str) -> Move | None:
        """Keep the answer."""
        return self.leave()

    def leave(self) -> Move | None:
        """Keep the answer and close."""
        self._keep(self._answer.text.strip())
        return Pop()
