"""The keys that can be changed: go to one, press Enter, then the key that it shall have."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop import actions, keys, setting_words, words
from game.desktop.actions import Action, Command
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import Hint, button, gap, shelf
from game.desktop.widgets.heading import heading, small_heading
from game.desktop.widgets.key_row import KeyRow, key_rows
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page


class KeysScreen(PageScreen):
    """A row for each command. `is_catching` says that the next key is the new one for `asked`."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.asked: Command | None = None
        self.told = ""

    @property
    def is_catching(self) -> bool:
        """Whether the next key is wanted as it is."""
        return self.asked is not None

    def contents(self, kit: Kit) -> Page:
        """Lay the rows out."""
        return reading_page(
            kit, self.hints(), lambda width: list(self._items(kit, width)), beside="telephone_exchange"
        )

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield heading(kit, setting_words.KEYS_CHANGE, "", width)
        yield gap(kit, 8)
        reading = min(width, kit.measure)
        yield prose(kit, said(setting_words.KEYS_NOTE), reading, "note", colour=kit.palette.keys)
        yield gap(kit, 8)
        if self.told:
            yield small_heading(kit, self.told, width, "told")
            yield gap(kit, 8)
        yield from key_rows(kit, [self._row(command) for command in keys.USUAL.values()], width)
        yield gap(kit, 16)
        buttons = [
            button(kit, "reset", setting_words.KEYS_RESET, width),
            button(kit, "close", words.BACK, width),
        ]
        yield shelf(kit, buttons, width, "buttons")

    def _row(self, command: Command) -> KeyRow:
        is_asked = command == self.asked
        key = keys.key_of(command, self.sitting.settings.keys) or setting_words.KEYS_NONE
        waits = setting_words.KEYS_PRESS if is_asked else ""
        return KeyRow(f"key:{command}", setting_words.COMMANDS[command], key, waits)

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        if self.asked:
            return (Hint("Esc", setting_words.KEYS_KEEP, "leave"),)
        return (
            Hint("Enter", words.KEY_CHANGE, ""),
            Hint("Esc", words.BACK.lower(), "leave"),
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def act(self, action: Action, kit: Kit) -> Move | None:
        """Answer an action; while a key is asked for, the key itself."""
        if isinstance(action, actions.Caught) and self.asked:
            self._give(self.asked, action.key)
            return None
        return super().act(action, kit)

    def take(self, target: str) -> Move | None:
        """Ask for a key, make all as usual, or go back."""
        kind, _, command = target.partition(":")
        match kind:
            case "key":
                self.asked = next(known for known in keys.USUAL.values() if known == command)
                self._tell(setting_words.KEYS_ASK.format(command=setting_words.COMMANDS[command]))
            case "reset":
                self.sitting.change(keys=())
                self._tell(setting_words.KEYS_AS_USUAL)
            case "close":
                return Pop()
        return None

    def leave(self) -> Move | None:
        """Keep the key as it was; else go back."""
        if self.asked is None:
            return Pop()
        self.asked = None
        self._tell("")
        return None

    def _give(self, command: Command, key: str) -> None:
        try:
            self.sitting.change(keys=keys.changed(self.sitting.settings.keys, command, key))
        except keys.KeyTaken as taken:
            self._tell(setting_words.key_taken(keys.shown(taken.key), taken.by or ""))
            return
        self.asked = None
        self._tell(
            setting_words.KEYS_GIVEN.format(command=setting_words.COMMANDS[command], key=keys.shown(key))
        )

    def _tell(self, told: str) -> None:
        self.told = told
        self.changed(keep_place=True)
