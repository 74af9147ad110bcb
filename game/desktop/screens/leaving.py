"""Shared machines: forgetting a sitting when it ends, and handing the machine to somebody else."""

from __future__ import annotations

from collections.abc import Iterable

from game import saves
from game.desktop import setting_words, words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push, Quit, Replace, Reset
from game.desktop.screens.notice import Notice, NoticeCard
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.question import Question, QuestionCard
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import Hint, gap
from game.desktop.widgets.choice_list import Entry, row
from game.desktop.widgets.heading import subheading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import card_page
from game.disk import DiskProblem, Settings

_WAYS = (
    ("stay", setting_words.LEAVE_STAY),
    ("keep", setting_words.LEAVE_KEEP),
    ("forget", setting_words.LEAVE_FORGET),
)


def left(sitting: Sitting, top: PageScreen) -> Move:
    """Return what closing the window does: it asks where the machine shall forget, and closes else."""
    if not sitting.settings.forget_on_leaving or isinstance(top, LeavingCard):
        return Quit()
    return Push(LeavingCard(sitting))


def somebody_else(sitting: Sitting) -> Move:
    """Ask whether games and settings shall be put out of sight for the next person."""

    def done() -> Move:
        try:
            away = saves.put_away()
        except DiskProblem as problem:
            return Replace(NoticeCard(sitting, Notice(setting_words.SOMEBODY_ELSE, str(problem))))
        _begin_anew(sitting)
        sitting.look_for_saves()
        told = setting_words.SOMEBODY_DONE.format(path=away) if away else setting_words.SOMEBODY_NOTHING
        return Reset(NoticeCard(sitting, Notice(setting_words.SOMEBODY_ELSE, told)))

    asked = Question(
        setting_words.SOMEBODY_ELSE,
        setting_words.SOMEBODY_ASK,
        setting_words.SOMEBODY_STAY,
        setting_words.SOMEBODY_DO,
    )
    return Push(QuestionCard(asked, done))


def _begin_anew(sitting: Sitting) -> None:
    """Set everything as at first; only a machine that forgets goes on forgetting, for whoever comes next."""
    forgets = sitting.settings.forget_on_leaving
    sitting.settings = Settings(full_screen=sitting.settings.full_screen)
    if forgets:
        sitting.change(forget_on_leaving=True)


class LeavingCard(PageScreen):
    """Asks before anything is forgotten; nothing is, where the window is simply closed again."""

    is_card = True

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def contents(self, kit: Kit) -> Page:
        """Lay the question out."""
        return card_page(kit, self.hints(), lambda width: list(self._items(kit, width)))

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield subheading(kit, setting_words.LEAVE_TITLE, width)
        yield gap(kit, 8)
        yield prose(kit, said(setting_words.LEAVE_TEXT), width, "leaving")
        yield gap(kit, 12)
        for number, (target, sentence) in enumerate(_WAYS, 1):
            yield row(kit, Entry(target, said(sentence), str(number)), width, is_first=number == 1)

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this card."""
        return (Hint("1–3", words.KEY_CHOOSE, ""), Hint("Esc", setting_words.LEAVE_STAY.lower(), "leave"))

    def choose(self, number: int) -> str | None:
        """Return the way with this number."""
        return _WAYS[number - 1][0] if number <= len(_WAYS) else None

    def take(self, target: str) -> Move | None:
        """Stay, or close the window, with or without what was kept."""
        if target == "stay":
            return Pop()
        if target == "forget":
            try:
                saves.forget()
            except DiskProblem as problem:
                return Replace(NoticeCard(self.sitting, Notice(setting_words.LEAVE_TITLE, str(problem))))
            _begin_anew(self.sitting)
        return Quit()
