"""Cards that lie on a page: a word of the glossary, and what is record on a page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from game.desktop import words
from game.desktop.actions import Command
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push
from game.desktop.screens.evidence import address_of, fact, term
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import Hint, gap, rule
from game.desktop.widgets.heading import small_heading, subheading
from game.desktop.widgets.paragraph import prose, said, term_of
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import card_page
from game.story.views import FactView, ResultView, SceneView

Items = Callable[[Kit, int], Iterable[Piece | Gap]]


class Card(PageScreen):
    """A card over the page below; Esc, Enter or the key that opened it close it again."""

    is_card = True

    def __init__(self, sitting: Sitting, items: Items, opened_by: Command | None = None) -> None:
        super().__init__()
        self.sitting = sitting
        self._items = items
        self._opened_by = opened_by
        self._has_targets = False

    def contents(self, kit: Kit) -> Page:
        """Lay the card out."""
        page = card_page(kit, self.hints(), lambda width: list(self._items(kit, width)))
        self._has_targets = any(target.reach != "pointer" for target, _ in page.targets)
        if self._has_targets:
            return card_page(kit, self.hints(), lambda width: list(self._items(kit, width)))
        return page

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this card."""
        tab = [Hint("Tab", words.KEY_CHOOSE, "")] if self._has_targets else []
        return (*tab, Hint("Esc", words.KEY_CLOSE, "leave"))

    def first_focus(self, page: Page) -> str:
        """Return nothing: Enter closes the card."""
        return ""

    def act(self, action: object, kit: Kit) -> Move | None:
        """Answer an action; Enter closes a card on which nothing has the focus."""
        from game.desktop import actions

        page = self.page(kit)
        if not self.focus and (
            isinstance(action, actions.Take)
            or (isinstance(action, actions.Forward) and self.scroll >= page.furthest)
        ):
            return Pop()
        return super().act(action, kit)  # type: ignore[arg-type] # narrowed by the caller

    def take(self, target: str) -> Move | None:
        """Open a word or an address."""
        if address := address_of(target):
            self.sitting.outside.browse(address)
        elif found := term_of(target):
            return Push(term_card(self.sitting, found))
        return None

    def say(self, command: Command) -> Move | None:
        """Close at the key that opened the card."""
        return Pop() if command == self._opened_by else None


def term_card(sitting: Sitting, term_id: str) -> Card:
    """Return the card of a word of the glossary."""
    shown = sitting.term(term_id)

    def items(kit: Kit, width: int) -> Iterable[Piece | Gap]:
        return term(kit, shown, width) if shown else [prose(kit, said(term_id), width, "term")]

    return Card(sitting, items)


def provenance_card(sitting: Sitting, view: SceneView, result: ResultView | None) -> Card:
    """Return the card that says what is record on a page: the scene, its papers, its facts."""
    facts = tuple({f.id: f for f in (*view.facts, *(result.facts if result else ()))}.values())

    def items(kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield subheading(kit, words.CARD_PROVENANCE, width)
        yield gap(kit, 8)
        yield small_heading(kit, view.provenance, width, "provenance")
        yield prose(kit, said(view.provenance_text), width, "meaning")
        papers = [passage for passage in view.passages if passage.kind == "document"]
        if papers:
            yield from _part(kit, words.CARD_DOCUMENTS, width)
        for position, paper in enumerate(papers):
            label = ". ".join(part for part in (paper.document_label, paper.title) if part)
            yield small_heading(
                kit, f"{label} ({paper.provenance})" if paper.provenance else label, width, f"paper{position}"
            )
            yield prose(kit, paper.note or said(words.CARD_NO_NOTE), width, f"note{position}")
            yield gap(kit, 10)
        yield from _part(kit, words.FACTS, width)
        yield from facts_list(kit, facts, width, words.CARD_NO_FACTS)

    return Card(sitting, items, "provenance")


def facts_list(
    kit: Kit, facts: Iterable[FactView], width: int, none: str, opened: Collection[str] | None = None
) -> Iterable[Piece | Gap]:
    """Lay facts out under each other, with a sentence where there are none; `opened` as in `fact`."""
    any_fact = False
    for shown in facts:
        if any_fact:
            yield gap(kit, 12)
            yield rule(kit, width, max(1, kit.space("rule")))
            yield gap(kit, 10)
        any_fact = True
        yield from fact(kit, shown, width, f"fact.{shown.id}", opened)
    if not any_fact:
        yield prose(kit, said(none), min(width, kit.measure), "no_facts")


def _part(kit: Kit, title: str, width: int) -> Iterable[Piece | Gap]:
    yield gap(kit, 14)
    yield rule(kit, width, kit.space("rule_heavy"))
    yield gap(kit, 8)
    yield subheading(kit, title, width, f"part:{title}")
    yield gap(kit, 6)
