"""The keys of the screen that is shown."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop import author_words, setting_words, words
from game.desktop.keys import hinted
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.screens.cards import Card
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import gap
from game.desktop.widgets.heading import subheading
from game.desktop.widgets.paragraph import line
from game.desktop.widgets.piece import Gap, Piece, Placed, framed

_CHANGEABLE = {"F11": "full_screen", "A": "settings"}
"""Commands of every page whose keys can be changed."""


def help_card(sitting: Sitting, screen: PageScreen) -> Card:
    """Return the card that names the keys of a screen: its own first, then those of every screen."""
    changes = sitting.settings.keys
    mine = [hint.command for hint in screen.hints() if hint.command in words.HELP_OWN]
    if "folder" in mine:
        mine.insert(1, "provenance")
    own = [(hinted("", command, changes), words.HELP_OWN[command]) for command in mine]
    own += [author_words.HELP_STRIP[command] for command in screen.explains]
    voice = [
        (hinted("", command, changes), setting_words.COMMANDS[command])
        for command in setting_words.COMMANDS
        if command.startswith("voice") and (command == "voice" or sitting.settings.reading_aloud)
    ]
    rows = [(hinted(key, _CHANGEABLE.get(key, ""), changes), does) for key, does in words.HELP_ROWS]

    def items(kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield subheading(kit, words.HELP_TITLE, width)
        yield gap(kit, 8)
        for key, does in (*own, *rows, *voice):
            yield _row(kit, key, does, width)
            yield gap(kit, 5)

    return Card(sitting, items, "help")


def _row(kit: Kit, key: str, does: str, width: int) -> Piece:
    face = kit.face("label_bold", "label")
    column = min(width // 3, max(face("PgUp PgDn"), face("Controller")) + kit.px(18))
    name = line(kit, key, face, kit.palette.red, column - kit.px(8), f"key:{key}")
    text = line(kit, does, kit.face("label", "label"), kit.palette.ink, width - column, f"does:{key}")
    parts = [
        Placed(name, Box(0, 0, name.width, name.height)),
        Placed(text, Box(column, 0, text.width, text.height)),
    ]
    return framed(f"help:{key}", parts, width, max(name.height, text.height))
