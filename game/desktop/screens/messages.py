"""What the checker says of a pack, and what a code means."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.desktop import author_words, words
from game.desktop.actions import Command
from game.desktop.bench import Finding, Meaning
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push, Quit
from game.desktop.screens.cards import Card
from game.desktop.screens.leaves import parted
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import Hint, button, gap
from game.desktop.widgets.finding import coded, finding, typed_block
from game.desktop.widgets.heading import heading, small_heading, subheading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page

MOST_SHOWN = 40
"""Findings that one page lays out: nobody mends more at once, and a damaged file has thousands."""


class MessagesScreen(PageScreen):
    """All findings of a pack, mistakes before warnings; each can be explained.

    `is_watched`: the files are watched, and the page goes away by itself once they are mended. `renewed`
    returns the findings after the pack was read again.
    """

    def __init__(
        self,
        sitting: Sitting,
        findings: tuple[Finding, ...],
        *,
        is_watched: bool = False,
        renewed: Callable[[], tuple[Finding, ...]] | None = None,
    ) -> None:
        super().__init__()
        self.sitting = sitting
        self.is_watched = is_watched
        self.renewed = renewed
        self.can_leave = True
        """False where nothing lies below: a pack that was broken from the start."""
        self.findings: tuple[Finding, ...] = ()
        self.show(findings)

    def show(self, findings: tuple[Finding, ...]) -> None:
        """Show other findings, from the place on the page where the reader is."""
        self.findings = tuple(sorted(findings, key=lambda found: not found.is_error))
        self.changed(keep_place=True)

    @property
    def is_broken(self) -> bool:
        """Whether there is a mistake that keeps the pack from being played."""
        return any(found.is_error for found in self.findings)

    def contents(self, kit: Kit) -> Page:
        """Lay the findings out."""
        return reading_page(
            kit, self.hints(), lambda width: list(self._items(kit, width)), beside="composing_room"
        )

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        errors = sum(found.is_error for found in self.findings)
        title = (
            author_words.MESSAGES_BROKEN
            if errors
            else author_words.MESSAGES_WARNINGS
            if self.findings
            else author_words.MESSAGES_CLEAN
        )
        yield heading(kit, title, author_words.counted(errors, len(self.findings) - errors), width)
        yield gap(kit, 12)
        if errors and self.is_watched:
            yield prose(kit, said(author_words.MESSAGES_WATCHING), min(width, kit.measure), "watching")
            yield gap(kit, 16)
        if not self.findings:
            yield prose(kit, said(author_words.MESSAGES_CLEAN_TEXT), min(width, kit.measure), "clean")
        for position, found in enumerate(self.findings[:MOST_SHOWN]):
            if position:
                yield from parted(kit, width)
            yield from finding(kit, found, width, f"finding{position}")
            if found.meaning:
                yield gap(kit, 10)
                yield button(kit, f"meaning:{position}", author_words.MEANING, width)
        if len(self.findings) > MOST_SHOWN:
            yield from parted(kit, width)
            rest = author_words.MESSAGES_MORE.format(count=len(self.findings) - MOST_SHOWN)
            yield prose(kit, said(rest), min(width, kit.measure), "rest")
        if not (self.is_watched and errors):
            yield gap(kit, 22)
            yield button(kit, "close", words.BACK, width)

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint("Space", words.KEY_GO_ON, "more"),
            Hint("Esc", (words.BACK if self.can_leave else words.QUIT).lower(), "leave"),
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def anew(self) -> MessagesScreen | None:
        """Return the findings of the pack as it was read again."""
        return MessagesScreen(self.sitting, self.renewed(), renewed=self.renewed) if self.renewed else None

    def take(self, target: str) -> Move | None:
        """Explain a code, or go back."""
        kind, _, position = target.partition(":")
        if kind == "meaning":
            found = self.findings[int(position)]
            assert found.meaning is not None
            return Push(meaning_card(self.sitting, found, found.meaning))
        return Pop()

    def leave(self) -> Move | None:
        """Go back; where nothing lies below, close the window."""
        return Pop() if self.can_leave else Quit()

    def say(self, command: Command) -> Move | None:
        """Close at the key that opened the page."""
        return Pop() if command == "messages" and self.can_leave else None


def meaning_card(sitting: Sitting, found: Finding, meaning: Meaning) -> Card:
    """Return the card that explains a code: why there is such a rule, wrong and right."""

    def items(kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield subheading(kit, f"{found.code}: {meaning.title}", width)
        yield gap(kit, 8)
        yield small_heading(kit, author_words.MEANING_WHY, width)
        yield prose(kit, tuple(coded(part) for part in meaning.why.split("\n\n")), width, "why")
        for title, example in (
            (author_words.MEANING_WRONG, meaning.wrong),
            (author_words.MEANING_RIGHT, meaning.right),
        ):
            if example.strip():
                yield gap(kit, 12)
                yield small_heading(kit, title, width, title)
                yield gap(kit, 3)
                yield typed_block(
                    kit, example, width, f"{title}.example", is_wrong=title == author_words.MEANING_WRONG
                )

    return Card(sitting, items)
