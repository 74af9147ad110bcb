"""A screen of several leaves, as the folder and the debrief are: tabs above, one leaf below."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence

from game.desktop import spoken_words, words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Push
from game.desktop.resources import UNTOUCHED, Retouch
from game.desktop.screens.cards import term_card
from game.desktop.screens.evidence import address_of
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap, rule, shelf
from game.desktop.widgets.heading import heading
from game.desktop.widgets.paragraph import term_of
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page

_TABS = 6
"""Between two tabs, in pixels at 1280x720."""


class LeavesScreen(PageScreen):
    """Left and right, digits or a click turn the leaves; each leaf scrolls by itself."""

    title = ""
    leaves: tuple[tuple[str, str], ...] = ()
    """Id and name of every leaf."""
    beside = ""
    """The picture beside the leaves, in a window that has room for one."""

    def __init__(self, sitting: Sitting, leaf: str) -> None:
        super().__init__()
        self.sitting = sitting
        self.leaf = leaf
        self.opened: set[str] = set()
        """The facts whose historians and sources are shown, as targets `open:...`."""

    @abstractmethod
    def items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        """Lay the present leaf out."""

    @property
    def subtitle(self) -> str:
        """What stands in red beside the title."""
        return ""

    @property
    def short_title(self) -> str:
        """The title where the whole one does not find room on one line."""
        return self.title

    def retouch(self, kit: Kit) -> Retouch:
        """Return who is gone from the picture beside the leaves."""
        return UNTOUCHED

    def contents(self, kit: Kit) -> Page:
        """Lay tabs and leaf out; in a low window the tabs scroll with the leaf."""
        if kit.height >= 640 * max(1.0, kit.text) * kit.scale:
            return reading_page(
                kit,
                self.hints(),
                lambda w: list(self.items(kit, w)),
                head=lambda w: self._head(kit, w, is_low=False),
                beside=self.beside,
                retouch=self.retouch(kit),
            )
        return reading_page(
            kit,
            self.hints(),
            lambda w: [*self._head(kit, w, is_low=True), gap(kit, 12), *self.items(kit, w)],
            beside=self.beside,
            retouch=self.retouch(kit),
        )

    def _head(self, kit: Kit, width: int, *, is_low: bool) -> Sequence[Piece | Gap]:
        big = kit.face("heading", "heading")
        title = self.title if big(self.title) <= width else self.short_title
        tabs = self._tabs(kit, width, lambda id: True)
        if is_low and self.leaf and shelf(kit, tabs, width, "tabs", _TABS).height > tabs[0].height:
            # The leaf shall come into sight: the others are numbers, as on the keyboard.
            tabs = self._tabs(kit, width, lambda id: id == self.leaf)
        on = [(number, name) for number, (id, name) in enumerate(self.leaves, 1) if id == self.leaf]
        row = shelf(kit, tabs, width, "tabs", _TABS)._replace(
            aloud=tuple(spoken_words.aloud_leaf(*leaf) for leaf in on),
            once=(spoken_words.aloud_leaves(name for _, name in self.leaves),),
        )
        return [heading(kit, title, self.subtitle, width), gap(kit, 10), row]

    def _tabs(self, kit: Kit, width: int, has_name: Callable[[str], bool]) -> list[Piece]:
        return [
            button(
                kit,
                f"leaf:{id}",
                f"{number}  {name}" if has_name(id) else str(number),
                width,
                ButtonLook(is_on=id == self.leaf, reach="pointer"),
            )
            for number, (id, name) in enumerate(self.leaves, 1)
        ]

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint(f"1–{len(self.leaves)}", words.KEY_TURN, ""),
            Hint("Esc", words.KEY_CLOSE, "leave"),
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def first_focus(self, page: Page) -> str:
        """Return nothing: a leaf is read, and a key pressed once too often must not take a button of it."""
        return ""

    def choose(self, number: int) -> str | None:
        """Return the leaf with this number."""
        return f"leaf:{self.leaves[number - 1][0]}" if number <= len(self.leaves) else None

    def sideways(self, across: int) -> bool:
        """Turn to the next leaf."""
        ids = [id for id, _ in self.leaves]
        if self.leaf in ids:
            self.turn_to(ids[(ids.index(self.leaf) + across) % len(ids)])
        return True

    def turn_to(self, leaf: str) -> None:
        """Show a leaf from its top."""
        self.leaf = leaf
        self.changed()

    def take(self, target: str) -> Move | None:
        """Turn a leaf, open a word or an address."""
        kind, _, rest = target.partition(":")
        if kind == "leaf":
            self.turn_to(rest)
        elif kind == "open":
            self.opened ^= {target}
            self.changed(keep_place=True)
        elif address := address_of(target):
            self.sitting.outside.browse(address)
        elif term := term_of(target):
            return Push(term_card(self.sitting, term))
        return None

    def act(self, action: object, kit: Kit) -> Move | None:
        """Answer an action; a digit turns the leaf wherever the leaf is scrolled to."""
        from game.desktop import actions

        if isinstance(action, actions.Digit) and action.number:
            target = self.choose(action.number)
            return self.take(target) if target else None
        return super().act(action, kit)  # type: ignore[arg-type] # narrowed by the caller


def parted(kit: Kit, width: int) -> list[Piece | Gap]:
    """Return the line between two entries of a leaf."""
    return [gap(kit, 16), rule(kit, width, max(1, kit.space("rule"))), gap(kit, 14)]
