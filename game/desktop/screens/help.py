"""The keys of the screen that is shown."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop import author_words, words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.screens.cards import Card
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import gap
from game.desktop.widgets.heading import subheading
from game.desktop.widgets.paragraph import line
from game.desktop.widgets.piece import Gap, Piece, Placed, framed


def help_card(sitting: Sitting, screen: PageScreen) -> Card:
    """Return the card that names the keys of a screen: its own first, then those of every screen."""
    own = [words.HELP_OWN[hint.command] for hint in screen.hints() if hint.command in words.HELP_OWN]
    own += [author_words.HELP_STRIP[command] for command in screen.explains]
    if any(hint.command == "folder" for hint in screen.hints()):
        own.insert(1, words.HELP_OWN["provenance"])

    def items(kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield subheading(kit, words.HELP_TITLE, width)
        yield gap(kit, 8)
        for key, does in (*own, *words.HELP_ROWS):
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
