"""About: what is record and what is invented, licences, where files lie."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game import disk
from game.desktop import words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push
from game.desktop.screens.cards import term_card
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import Hint, button, gap
from game.desktop.widgets.heading import heading, subheading
from game.desktop.widgets.paragraph import prose, said, term_of
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page


def _shipped(assets: Path) -> list[str]:
    """Return a line for each thing that comes with the game: its licence, and what it does here."""
    import tomllib  # nobody who only plays waits for it

    try:
        found = tomllib.loads((assets / "licences.toml").read_text(encoding="utf-8"))["shipped"]
        return [words.ABOUT_SHIPPED.format(**one) for one in found]
    except (OSError, ValueError, LookupError):
        return []  # the page has more to say than this


class AboutScreen(PageScreen):
    """What a careful teacher reads first."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def contents(self, kit: Kit) -> Page:
        """Lay the page out."""
        return reading_page(kit, self.hints(), lambda width: list(self._items(kit, width)), beside="library")

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        story = self.sitting.story
        assert story is not None
        reading = min(width, kit.measure)
        yield heading(kit, story.title, f"{story.version}", width)
        yield gap(kit, 14)
        yield prose(kit, said(words.ABOUT_PLAIN), reading, "plain")
        for title, text in ((words.ABOUT_RECORD, story.fiction_note), (words.NOTE_TITLE, story.content_note)):
            if text:
                yield gap(kit, 18)
                yield subheading(kit, title, width, title)
                yield gap(kit, 4)
                yield prose(kit, self.sitting.shown(text), reading, f"{title}.text")
        yield gap(kit, 18)
        yield subheading(kit, words.ABOUT_LICENCES, width)
        yield gap(kit, 4)
        licence = words.ABOUT_LICENCE_TEXT.format(licence=story.licence or "CC BY 4.0")
        yield prose(kit, said(licence), reading, "licence")
        for line in _shipped(self.sitting.assets):
            yield gap(kit, 4)
            yield prose(kit, said(line), reading, line)
        if story.authors:
            yield gap(kit, 6)
            yield prose(kit, said(", ".join(story.authors)), reading, "authors")
        yield gap(kit, 10)
        yield prose(kit, said(f"{words.ABOUT_PRIVACY} {disk.user_folder()}"), reading, "privacy")
        yield gap(kit, 20)
        yield button(kit, "close", words.BACK, width)

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint("Space", words.KEY_GO_ON, "more"),
            Hint("Esc", words.BACK.lower(), "leave"),
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def take(self, target: str) -> Move | None:
        """Open a word, or go back."""
        term = term_of(target)
        return Push(term_card(self.sitting, term)) if term else Pop()
