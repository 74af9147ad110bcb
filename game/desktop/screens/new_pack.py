"""Make a pack from the template: a name, and a button."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from string import ascii_lowercase, digits

from game.desktop import author_words, words
from game.desktop.bench import Library
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push
from game.desktop.screens.notice import Notice, NoticeCard
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap, shelf
from game.desktop.widgets.field import FIELD, TextField, as_id, field_box
from game.desktop.widgets.heading import heading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page

SIGNS = f"{ascii_lowercase}{digits}_"


class NewPackScreen(PageScreen):
    """`made` says where to go with a pack that was made."""

    field_label = author_words.NEW_LABEL
    field_signs = SIGNS
    field_done = "make"

    def __init__(self, sitting: Sitting, pack_library: Library, made: Callable[[Path], Move]) -> None:
        super().__init__()
        self.sitting = sitting
        self.pack_library = pack_library
        self._made = made
        self.field = TextField(self._free_name(), as_id)

    def _free_name(self) -> str:
        taken = {found.id for found in self.pack_library.found()}
        numbered = (f"{author_words.NEW_SUGGESTED}_{number}" for number in range(2, 1000))
        names = (author_words.NEW_SUGGESTED, *numbered)
        return next(name for name in names if name not in taken)

    def contents(self, kit: Kit) -> Page:
        """Lay field and buttons out."""
        return reading_page(
            kit, self.hints(), lambda width: list(self._items(kit, width)), beside="school_room"
        )

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        assert self.field is not None
        yield heading(kit, author_words.NEW_TITLE, "", width)
        yield gap(kit, 12)
        yield field_box(kit, self.field, author_words.NEW_LABEL, width)
        yield gap(kit, 14)
        buttons = [
            button(kit, "make", author_words.NEW_MAKE, width, ButtonLook(arrow=True)),
            button(kit, "close", words.BACK, width),
        ]
        yield shelf(kit, buttons, width, "buttons")
        yield gap(kit, 14)
        yield prose(kit, said(author_words.NEW_TEXT), min(width, kit.measure), "text")

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint("A–Z", author_words.KEY_TYPE, ""),
            Hint("Enter", author_words.NEW_MAKE.lower(), ""),
            Hint("Tab", words.KEY_CHOOSE, ""),
            Hint("Esc", words.BACK.lower(), "leave"),
        )

    def first_focus(self, page: Page) -> str:
        """Return the field: whoever has a keyboard types."""
        return FIELD

    def take(self, target: str) -> Move | None:
        """Make the pack (Enter in the field too), or go back."""
        assert self.field is not None
        return Pop() if target == "close" else self._make(self.field.text)

    def _make(self, name: str) -> Move:
        assert self.pack_library.new_pack is not None
        if not name[:1].isalpha():
            return self._refused(author_words.NEW_EMPTY)
        try:
            return self._made(self.pack_library.new_pack(name))
        except Exception as problem:  # whatever the template meets, the window says it in its words
            return self._refused(str(problem) or type(problem).__name__)

    def _refused(self, why: str) -> Move:
        return Push(NoticeCard(self.sitting, Notice(author_words.NEW_FAILED, why)))
