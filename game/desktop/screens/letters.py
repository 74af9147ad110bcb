"""A keyboard on the screen: text without a keyboard, by mouse, by finger or by controller."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop import letter_words, words
from game.desktop.actions import Command
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop
from game.desktop.screens.has_field import HasField
from game.desktop.screens.page_screen import PageScreen
from game.desktop.widgets.chips import Hint, gap
from game.desktop.widgets.field import TextField, field_box
from game.desktop.widgets.key_caps import COLUMNS, Cap, key_caps
from game.desktop.widgets.paragraph import line
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import card_page

PAGES = {
    "letters": ("1234567890", "qwertyuiop", "asdfghjkl'", "zxcvbnm,.?"),
    "accents": ("áàâäãåæçčć", "éèêëęėíìîï", "óòôöõøœñńß", "úùûüýžźšśł"),
    "cyrillic": ("йцукенгшщз", "фывапролдж", "ячсмитьбюэ", "хъёіїєґў,."),
    "signs": (".,;:?!…-–—", "\"'“”„«»‘’_", "()[]/\\@#&*", "+=%°§€$£¡¿"),
}
"""The signs of every page of keys, in rows."""


class LettersCard(PageScreen):
    """Writes into the field of the screen below; a capital holds for one letter. Nothing typed is lost."""

    is_card = True

    def __init__(self, below: HasField, field: TextField) -> None:
        super().__init__()
        self.below = below
        self.field: TextField = field
        self.shown = "letters"
        self.is_capital = False

    def contents(self, kit: Kit) -> Page:
        """Lay the field and the keys out."""
        wide = round(kit.px(595) * max(1.0, kit.text * 0.8))
        return card_page(kit, self.hints(), lambda width: list(self._items(kit, width)), width=wide)

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield field_box(kit, self.field, self.below.field_label, width, has_letters=False)
        yield gap(kit, 10)
        yield key_caps(kit, self._rows(), width, self._aloud())
        yield gap(kit, 8)
        small = kit.face("label", "keys")
        yield line(kit, letter_words.LETTERS_PAD, small, kit.palette.keys, width, "letters.pad")

    def _aloud(self) -> str:
        page = letter_words.ALOUD_OWN_SIGNS if self.below.field_signs else letter_words.ALOUD[self._page_id]
        page = letter_words.ALOUD_CAPITAL.format(page=page) if self.is_capital else page
        return letter_words.ALOUD_GRID.format(page=page[:1].upper() + page[1:])

    @property
    def _page_id(self) -> str:
        return f"page:{self.shown}"

    def _rows(self) -> list[list[Cap]]:
        only = self.below.field_signs
        if only:
            wide = -(-len(only) // -(-len(only) // COLUMNS))  # rows of one length, as far as it goes
            pages = [only[at : at + wide] for at in range(0, len(only), wide)]
        else:
            pages = [_capitals(row) if self.is_capital else row for row in PAGES[self.shown]]
        rows = [[Cap(f"sign:{sign}", sign, letter_words.aloud_sign(sign)) for sign in row] for row in pages]
        if not only:
            names = letter_words.PAGE_NAMES.items()
            rows.append([_named(f"page:{id}", name, 2, is_on=id == self.shown) for id, name in names])
            rows[-1].insert(0, _named("shift", letter_words.SHIFT, 2, is_on=self.is_capital))
        space = [] if only else [_named("space", letter_words.LETTERS_SPACE, 3)]
        rows.append([_named("left", "←", 1), _named("right", "→", 1), *space])
        rows[-1].append(_named("erase", letter_words.LETTERS_ERASE, 3 if only else 2))
        rows[-1].append(_named("done", letter_words.LETTERS_DONE, 3))
        return rows

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this card."""
        return (
            Hint(words.KEY_ARROWS, words.KEY_CHOOSE, ""),
            Hint("Enter", letter_words.KEY_PRESS, ""),
            Hint("Esc", letter_words.LETTERS_DONE.lower(), "leave"),
        )

    def first_focus(self, page: Page) -> str:
        """Return the first key of the second row, in the middle of what is mostly wanted."""
        first = [target.id for target, _ in page.targets if target.id.startswith("sign:")]
        return first[min(COLUMNS, len(first) - 1)]

    def typed(self) -> None:
        """Whoever has a keyboard after all types, and Enter has done then."""
        self.below.typed()
        self.focus = "done"

    def take(self, target: str) -> Move | None:
        """Press a key."""
        kind, _, name = target.partition(":")
        match kind:
            case "done" | "field":
                return self.leave()
            case "shift":
                self.is_capital = not self.is_capital
            case "page":
                self.shown = name
            case "left" | "right":
                self.field.move(1 if kind == "right" else -1)
            case "erase":
                self.field.erase(-1)
                self.below.typed()
            case _:
                self._write(name if kind == "sign" else " ")
        self.changed(keep_place=True)
        return None

    def _write(self, sign: str) -> None:
        self.field.insert(sign)
        self.below.typed()
        if self.is_capital and sign != " ":
            self.is_capital = False
            self.focus = f"sign:{sign.lower()}"

    def say(self, command: Command) -> Move | None:
        """Erase and space by the two buttons of a controller that are folder and record elsewhere."""
        if command in {"provenance", "folder"}:
            return self.take("erase" if command == "provenance" else "space")
        return None

    def leave(self) -> Move | None:
        """Go back; what takes the text in has the focus there."""
        self.below.changed(keep_place=True)
        self.below.focus = self.below.field_done or self.below.focus
        return Pop()


def _capitals(row: str) -> str:
    """Return a row in capitals; a sign that has no single one (ß) stays."""
    return "".join(sign.upper() if len(sign.upper()) == 1 else sign for sign in row)


def _named(target: str, shown: str, columns: int, *, is_on: bool = False) -> Cap:
    return Cap(target, shown, letter_words.ALOUD[target], columns, is_on)
