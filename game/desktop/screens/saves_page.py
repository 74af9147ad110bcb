"""Saved games: go on with one, keep the present one under a name, delete one."""

from __future__ import annotations

import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from game import disk, saves
from game.desktop import save_words, words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push, Replace
from game.desktop.play import Play
from game.desktop.screens.notice import Notice, NoticeCard
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.question import Question, QuestionCard
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap, rule, shelf
from game.desktop.widgets.field import FIELD, TextField, field_box
from game.desktop.widgets.heading import heading, small_heading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.save_row import SaveRow, save_row
from game.desktop.widgets.scroll_area import reading_page
from game.disk import DiskProblem, SavedGame
from game.story.model import Story
from game.story.words import long_date


def described(saved: SavedGame, story: Story | None) -> tuple[str, ...]:
    """Say where a save stands: page, chapter, date in the story, and when it was saved."""
    scenes = story.scenes.values() if story else ()
    at = next((s for s in scenes if (s.title, s.date) == (saved.scene_title, saved.date)), None)
    chapters = {known.id: known.title for known in story.chapters} if story else {}
    chapter = saved.chapter or (chapters.get(at.chapter, "") if at else "")
    when = save_words.saved_at(time.localtime(saved.saved_at))
    parts = (saved.scene_title, chapter, long_date(saved.date), when)
    return tuple(part for part in parts if part)


class SavesScreen(PageScreen):
    """The saves of the open story, the newest first. With a `play`, that game can be kept under a name."""

    def __init__(self, sitting: Sitting, play: Play | None = None) -> None:
        super().__init__()
        self.sitting = sitting
        self.play = play
        self.found = self._saves()

    def _saves(self) -> tuple[SavedGame, ...]:
        story = self.sitting.story
        return disk.saved_games(story.played_as) if story else ()

    def contents(self, kit: Kit) -> Page:
        """Lay the saves out."""
        return reading_page(
            kit, self.hints(), lambda width: list(self._items(kit, width)), beside="archive_room"
        )

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield heading(kit, save_words.SAVES, "", width)
        yield gap(kit, 8)
        reading = min(width, kit.measure)
        for path in self.sitting.set_aside:
            yield small_heading(kit, save_words.SAVE_DAMAGED, width, "damaged")
            yield prose(
                kit, said(save_words.SAVE_DAMAGED_TEXT.format(path=path)), reading, f"damaged:{path.name}"
            )
            yield gap(kit, 10)
        yield prose(kit, said(save_words.SAVES_NOTE), reading, "note", colour=kit.palette.keys)
        yield gap(kit, 10)
        if self.play:
            yield button(kit, "keep", save_words.SAVE_KEEP, width, ButtonLook(arrow=True))
            yield gap(kit, 14)
        for position, saved in enumerate(self.found):
            if position:
                yield rule(kit, width, max(1, kit.space("rule")))
            yield save_row(kit, self._row(saved, position), width)
        if not self.found:
            yield prose(kit, said(save_words.SAVES_NONE), reading, "none")
        yield gap(kit, 16)
        yield button(kit, "close", words.BACK, width)

    def _row(self, saved: SavedGame, position: int) -> SaveRow:
        place = saved.place or self._place(saved)
        title, *rest, when = described(saved, self.sitting.story)
        number = str(position + 1) if position < 9 else ""
        kind = save_words.SAVE_OVER if saved.is_over else "" if saved.name else save_words.SAVE_AUTOMATIC
        return SaveRow(
            f"open:{saved.path.name}",
            f"delete:{saved.path.name}",
            number,
            place,
            saved.name or title,
            tuple(part for part in (title if saved.name else "", *rest) if part),
            tuple(part for part in (when, kind) if part),
        )

    def _place(self, saved: SavedGame) -> str:
        """The place of a save that was written before saves named it."""
        scenes = self.sitting.story.scenes.values() if self.sitting.story else ()
        at = (s.place for s in scenes if (s.title, s.date) == (saved.scene_title, saved.date))
        return next(at, "")

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint("Enter", words.KEY_OPEN, ""),
            Hint(words.KEY_ARROWS, words.KEY_CHOOSE, ""),
            Hint("Esc", words.BACK.lower(), "leave"),
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def choose(self, number: int) -> str | None:
        """Return the save with this number."""
        return f"open:{self.found[number - 1].path.name}" if number <= len(self.found) else None

    def take(self, target: str) -> Move | None:
        """Open a save, delete one, keep the present game, or go back."""
        kind, _, name = target.partition(":")
        saved = next((each for each in self.found if each.path.name == name), None)
        if kind == "open" and saved:
            from game.desktop.screens import starting

            return starting.opened(self.sitting, saved)
        if kind == "delete" and saved:
            title = saved.name or saved.scene_title
            asked = Question(
                save_words.DELETE,
                save_words.DELETE_ASK.format(name=title),
                save_words.DELETE_NO,
                save_words.DELETE,
            )
            return Push(QuestionCard(asked, partial(self._deleted, saved)))
        if kind == "keep" and self.play:
            return Push(NameScreen(self.sitting, self.play, self))
        return Pop()

    def renew(self) -> None:
        """Look for the saves again: one came, or went."""
        self.found = self._saves()
        self.sitting.look_for_saves()
        self.changed(keep_place=True)

    def _deleted(self, saved: SavedGame) -> Move:
        try:
            saves.delete(saved)
        except DiskProblem as problem:
            return Replace(NoticeCard(self.sitting, Notice(save_words.DELETE, str(problem))))
        if self.play and self.play.path == saved.path:
            self.play.path = None  # the game that runs gets a file of its own again with its next step
        self.renew()
        return Pop()


class NameScreen(PageScreen):
    """Asks for the name of a save; a name is suggested, so that nobody has to type."""

    field_label = save_words.SAVE_NAME
    field_done = "make"

    def __init__(self, sitting: Sitting, play: Play, below: SavesScreen) -> None:
        super().__init__()
        self.sitting = sitting
        self.play = play
        self.below = below
        scene = play.playthrough.scene
        self.field = TextField(", ".join(part for part in (scene.title, long_date(scene.date)) if part))

    def contents(self, kit: Kit) -> Page:
        """Lay field and buttons out."""
        return reading_page(
            kit, self.hints(), lambda width: list(self._items(kit, width)), beside="archive_room"
        )

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        assert self.field is not None
        yield heading(kit, save_words.SAVE_KEEP, "", width)
        yield gap(kit, 12)
        yield field_box(kit, self.field, save_words.SAVE_NAME, width)
        yield gap(kit, 14)
        buttons = [
            button(kit, "make", save_words.SAVE_DO, width, ButtonLook(arrow=True)),
            button(kit, "close", words.BACK, width),
        ]
        yield shelf(kit, buttons, width, "buttons")

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint("Enter", save_words.SAVE_DO.lower(), ""),
            Hint("Tab", words.KEY_CHOOSE, ""),
            Hint("Esc", words.BACK.lower(), "leave"),
        )

    def first_focus(self, page: Page) -> str:
        """Return the field."""
        return FIELD

    def take(self, target: str) -> Move | None:
        """Keep the game, or go back."""
        if target == "close":
            return Pop()
        assert self.field is not None
        name = self.field.text.strip() or self.play.playthrough.scene.title
        try:
            saves.keep_as(name, self.play.playthrough)
        except DiskProblem as problem:
            return Push(NoticeCard(self.sitting, Notice(save_words.PROBLEM_SAVE, str(problem))))
        # The newest save is what Continue takes up: the game itself, not the copy that stays as it is.
        self.play.move_to(self.play.playthrough)
        self.below.renew()
        return Replace(
            NoticeCard(
                self.sitting, Notice(save_words.SAVE_KEPT, save_words.SAVE_KEPT_TEXT.format(name=name))
            )
        )


def damaged_notice(sitting: Sitting, paths: Iterable[Path]) -> NoticeCard | None:
    """Return the message that saves were set aside; None where none was."""
    told = "\n\n".join(save_words.SAVE_DAMAGED_TEXT.format(path=path) for path in paths)
    return NoticeCard(sitting, Notice(save_words.SAVE_DAMAGED, told)) if told else None
