"""Enter a replay code, typed or pasted; then the playthrough goes on."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop import code_words, words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Reset
from game.desktop.play import Play
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.scene import SceneScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap, shelf
from game.desktop.widgets.field import FIELD, TextField, field_box
from game.desktop.widgets.heading import heading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page
from game.story.code_signs import SIGNS, WrongCode
from game.story.replay_code import from_code

LONGEST = 400
"""Signs of a code that can be typed: those of the longest campaign, and what stands between them."""


class EnterCodeScreen(PageScreen):
    """What is wrong with a code is said below the field, which keeps it: mostly one group is to be mended."""

    field_label = code_words.ENTER_LABEL
    field_signs = SIGNS
    field_done = "go"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.field = TextField("", longest=LONGEST)
        self.problem = ""

    def contents(self, kit: Kit) -> Page:
        """Lay field and buttons out."""
        return reading_page(kit, self.hints(), lambda width: list(self._items(kit, width)), beside="blank")

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        assert self.field is not None
        reading = min(width, kit.measure)
        yield heading(kit, code_words.ENTER, "", width)
        yield gap(kit, 12)
        yield field_box(kit, self.field, code_words.ENTER_LABEL, width)
        if self.problem:
            yield gap(kit, 8)
            yield prose(kit, said(self.problem), reading, "problem", colour=kit.palette.red)
        yield gap(kit, 14)
        buttons = [
            button(kit, "go", code_words.ENTER_GO, width, ButtonLook(arrow=True)),
            button(kit, "close", words.BACK, width),
        ]
        yield shelf(kit, buttons, width, "buttons")
        yield gap(kit, 14)
        yield prose(kit, said(code_words.ENTER_TEXT), reading, "text")

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint("A–Z 0–9", code_words.KEY_TYPE, ""),
            Hint("Enter", code_words.ENTER_GO.lower(), ""),
            Hint("Tab", words.KEY_CHOOSE, ""),
            Hint("Esc", words.BACK.lower(), "leave"),
        )

    def first_focus(self, page: Page) -> str:
        """Return the field: whoever has a keyboard types."""
        return FIELD

    def typed(self) -> None:
        """Take back what was said about the code before it was changed."""
        self.problem = ""

    def take(self, target: str) -> Move | None:
        """Play the code (Enter in the field too), or go back."""
        assert self.field is not None
        return Pop() if target == "close" else self._played(self.field.text)

    def _played(self, code: str) -> Move | None:
        assert self.sitting.story is not None
        try:
            playthrough = from_code(self.sitting.story, code)
        except WrongCode as wrong:
            self.problem = str(wrong)
            self.changed(keep_place=True)
            return None
        play = Play(playthrough, self.sitting.outside)
        play.move_to(playthrough)  # from here on it is a save like any other
        return Reset(SceneScreen(self.sitting, play).resumed())
