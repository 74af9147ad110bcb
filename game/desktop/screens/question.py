"""A question on a card, before something is dropped that cannot be brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.desktop import words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop
from game.desktop.screens.page_screen import PageScreen
from game.desktop.widgets.chips import Hint, button, gap, shelf
from game.desktop.widgets.heading import subheading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import card_page


class Question(NamedTuple):
    """What is asked, and the words of the two buttons; `keeps` is the safe one."""

    title: str
    text: str
    keeps: str
    does: str


class QuestionCard(PageScreen):
    """Asks before `does` is done. The safe answer has the focus, and Esc gives it."""

    is_card = True

    def __init__(self, question: Question, does: Callable[[], Move]) -> None:
        super().__init__()
        self.question = question
        self._does = does

    def contents(self, kit: Kit) -> Page:
        """Lay the question out."""
        return card_page(kit, self.hints(), lambda width: self._items(kit, width))

    def _items(self, kit: Kit, width: int) -> Sequence[Piece | Gap]:
        asked = self.question
        buttons = [button(kit, "keep", asked.keeps, width), button(kit, "do", asked.does, width)]
        return [
            subheading(kit, asked.title, width),
            gap(kit, 10),
            prose(kit, said(asked.text), width, "question"),
            gap(kit, 18),
            shelf(kit, buttons, width, "buttons"),
        ]

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this card."""
        return (
            Hint(words.KEY_ARROWS, words.KEY_CHOOSE, ""),
            Hint("Enter", words.KEY_TAKE, ""),
            Hint("Esc", self.question.keeps.lower(), "leave"),
        )

    def first_focus(self, page: Page) -> str:
        """Return the answer that drops nothing."""
        return "keep"

    def take(self, target: str) -> Move | None:
        """Do it, or leave everything as it is."""
        return self._does() if target == "do" else Pop()
