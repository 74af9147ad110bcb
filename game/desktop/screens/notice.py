"""A short notice on a card, and the page that says what stopped the game."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.desktop import words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Quit, Replace
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap, shelf
from game.desktop.widgets.heading import heading, subheading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import card_page, reading_page


class Notice(NamedTuple):
    """What a card says; `does` stands on its button."""

    title: str
    text: str
    does: str = words.CLOSE
    address: str = ""
    """An address that a second button opens in the browser."""


class NoticeCard(PageScreen):
    """A notice over the screen below. `then` takes its place when it is closed."""

    is_card = True
    goes_on = frozenset({"close"})

    def __init__(self, sitting: Sitting, notice: Notice, then: PageScreen | None = None) -> None:
        super().__init__()
        self.sitting = sitting
        self.notice = notice
        self.then = then

    def contents(self, kit: Kit) -> Page:
        """Lay the notice out."""
        return card_page(kit, self.hints(), lambda width: self._items(kit, width))

    def _items(self, kit: Kit, width: int) -> Sequence[Piece | Gap]:
        return [
            subheading(kit, self.notice.title, width),
            gap(kit, 10),
            prose(kit, said(self.notice.text), width, "notice"),
            gap(kit, 18),
            shelf(kit, self._buttons(kit, width), width, "buttons"),
        ]

    def _buttons(self, kit: Kit, width: int) -> list[Piece]:
        opens = (
            [button(kit, "open", words.OPEN_PAGE, width, ButtonLook(arrow=True))]
            if self.notice.address
            else []
        )
        return [
            *opens,
            button(kit, "close", self.notice.does, width, ButtonLook(arrow=self.then is not None)),
        ]

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this card."""
        return (Hint("Enter", words.KEY_CHOOSE, ""), Hint("Esc", self.notice.does.lower(), "leave"))

    def take(self, target: str) -> Move | None:
        """Open the address, or close the card."""
        if target == "open":
            self.sitting.outside.browse(self.notice.address)
            return None
        return self.leave()

    def leave(self) -> Move | None:
        """Close the card; what comes after it takes its place."""
        return Replace(self.then) if self.then else Pop()


class ProblemScreen(PageScreen):
    """What stopped the game, in the words of what failed, and what to do."""

    def __init__(self, title: str, problem: str) -> None:
        super().__init__()
        self.title = title
        self.problem = problem

    def contents(self, kit: Kit) -> Page:
        """Lay the problem out."""
        return reading_page(kit, self.hints(), lambda width: self._items(kit, width), beside="corridor")

    def _items(self, kit: Kit, width: int) -> Sequence[Piece | Gap]:
        typed = kit.face("document", "document")
        pitch = kit.line_height(typed, "line_document")
        lines = tuple(part for text in self.problem.splitlines() for part in said(text or " "))
        return [
            heading(kit, self.title, "", width),
            gap(kit, 16),
            prose(kit, lines, width, "problem", face=typed, pitch=pitch, gap=0),
            gap(kit, 18),
            prose(kit, said(words.PROBLEM_WHAT_NOW), min(width, kit.measure), "what_now"),
            gap(kit, 20),
            button(kit, "quit", words.QUIT, width),
        ]

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (Hint("Enter", words.QUIT.lower(), ""), Hint("F1", words.KEY_KEYS, "help"))

    def take(self, target: str) -> Move | None:
        """Close the window."""
        return Quit()

    def leave(self) -> Move | None:
        """Close the window."""
        return Quit()
