"""Lessons and chapters: where a class or a player can begin, with the minutes that each takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.desktop import save_words, words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.text_layout import Text
from game.desktop.widgets.chips import Hint, button, gap
from game.desktop.widgets.choice_list import Entry, row
from game.desktop.widgets.heading import heading, subheading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page
from game.story.model import Story
from game.story.playthrough import Start
from game.story.starts import chapter_start, lesson_start
from game.story.words import long_date


class Beginning(NamedTuple):
    """One place to begin: what it is called, what is said under it, and its Start."""

    title: str
    about: Text
    start: Start


def lessons(story: Story) -> tuple[Beginning, ...]:
    """Return the lessons of a story, each with its minutes and its chapters."""
    titles = {chapter.id: chapter.title for chapter in story.chapters}
    return tuple(
        Beginning(
            lesson.title,
            said(
                _joined(save_words.minutes(lesson.minutes), ", ".join(titles[id] for id in lesson.chapters))
            ),
            lesson_start(story, lesson.id),
        )
        for lesson in story.lessons
    )


def chapters(sitting: Sitting, story: Story) -> tuple[Beginning, ...]:
    """Return the chapters of a story, each with its date, its minutes and its recap."""
    found = []
    for number, chapter in enumerate(story.chapters, 1):
        head = said(_joined(long_date(chapter.date), save_words.minutes(chapter.minutes)))
        recap = sitting.shown(chapter.recap)
        about: Text = (*(head if head[0][0].text else ()), *recap)
        found.append(Beginning(f"{number}. {chapter.title}", about, chapter_start(story, chapter.id)))
    return tuple(found)


class StartsScreen(PageScreen):
    """Lessons first, for whoever has one period; then all chapters."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        assert sitting.story is not None
        self.lessons = lessons(sitting.story)
        self.chapters = chapters(sitting, sitting.story)

    def contents(self, kit: Kit) -> Page:
        """Lay the list out."""
        return reading_page(kit, self.hints(), lambda width: list(self._items(kit, width)), beside="platform")

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield heading(kit, save_words.STARTS, "", width)
        number = 0
        groups = (
            (save_words.STARTS_LESSONS, save_words.STARTS_LESSONS_NOTE, self.lessons),
            (save_words.STARTS_CHAPTERS, save_words.STARTS_CHAPTERS_NOTE, self.chapters),
        )
        for title, note, beginnings in groups:
            if not beginnings:
                continue
            yield gap(kit, 14)
            yield subheading(kit, title, width, f"group:{title}")
            yield gap(kit, 2)
            colour = kit.palette.keys
            yield prose(kit, said(note), min(width, kit.measure), f"note:{title}", colour=colour)
            yield gap(kit, 6)
            for position, beginning in enumerate(beginnings):
                number += 1
                mark = str(number) if number <= 9 else ""
                entry = Entry(f"begin:{number - 1}", said(beginning.title), mark, beginning.about)
                yield row(kit, entry, width, is_first=position == 0)
        yield gap(kit, 16)
        yield button(kit, "close", words.BACK, width)

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint(words.KEY_ARROWS, words.KEY_CHOOSE, ""),
            Hint("Enter", words.BEGIN.lower(), ""),
            Hint("Esc", words.BACK.lower(), "leave"),
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def choose(self, number: int) -> str | None:
        """Return the beginning with this number."""
        return f"begin:{number - 1}" if number <= len(self.lessons) + len(self.chapters) else None

    def take(self, target: str) -> Move | None:
        """Begin there, or go back."""
        kind, _, position = target.partition(":")
        if kind == "begin":
            from game.desktop.screens import starting

            return starting.new_game(self.sitting, (*self.lessons, *self.chapters)[int(position)].start)
        return Pop()


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
