"""Pause: everything that a scene's keys do, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop import save_words, setting_words, words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push, Replace, Reset
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import Hint, gap
from game.desktop.widgets.choice_list import Entry, row
from game.desktop.widgets.heading import subheading
from game.desktop.widgets.paragraph import said
from game.desktop.widgets.piece import Page
from game.desktop.widgets.scroll_area import card_page

if TYPE_CHECKING:
    from game.desktop.screens.scene import SceneScreen

_ENTRIES = (
    ("leave", words.RESUME),
    ("folder", words.FOLDER),
    ("provenance", words.CARD_PROVENANCE),
    ("back", setting_words.COMMANDS["back"]),
    ("forward", setting_words.COMMANDS["forward"]),
    ("end", words.END_AND_TALK),
    ("saves", save_words.SAVES),
    ("settings", words.SETTINGS),
    ("help", words.KEYS_OF_SCREEN),
    ("title", words.LEAVE_TO_TITLE),
)


class PauseScreen(PageScreen):
    """A card over the scene: for those who have a mouse or a controller and no letters to press."""

    is_card = True

    def __init__(self, sitting: Sitting, scene: SceneScreen) -> None:
        super().__init__()
        self.sitting = sitting
        self.scene = scene

    @property
    def _entries(self) -> list[tuple[str, str]]:
        can = self.scene.play.can_go_forward
        return [entry for entry in _ENTRIES if can or entry[0] != "forward"]

    def contents(self, kit: Kit) -> Page:
        """Lay the list out."""

        def items(width: int) -> list[object]:
            rows = [
                row(kit, Entry(id, said(text), str(i) if i <= 9 else ""), width, is_first=i == 1)
                for i, (id, text) in enumerate(self._entries, 1)
            ]
            return [subheading(kit, words.PAUSE, width), gap(kit, 8), *rows]

        return card_page(kit, self.hints(), items, width=kit.px(520 * max(1, kit.text)))  # type: ignore[arg-type]

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this card."""
        return (Hint("1–9", words.KEY_CHOOSE, ""), Hint("Esc", words.KEY_GO_ON, "leave"))

    def choose(self, number: int) -> str | None:
        """Return the entry with this number."""
        return self._entries[number - 1][0] if number <= len(self._entries) else None

    def take(self, target: str) -> Move | None:
        """Do what the entry says; the card goes away."""
        match target:
            case "saves":
                from game.desktop.screens.saves_page import SavesScreen

                return Replace(SavesScreen(self.sitting, self.scene.play))
            case "settings":
                from game.desktop.screens.settings import SettingsScreen

                return Replace(SettingsScreen(self.sitting))
            case "help":
                from game.desktop.screens.help import help_card

                return Replace(help_card(self.sitting, self.scene))
            case "title":
                self.sitting.look_for_saves()
                return Reset()
            case "folder" | "provenance" | "back" | "forward" | "end":
                move = self.scene.say(target)
                return Replace(move.screen) if isinstance(move, Push) else Pop()
        return Pop()
