"""The title: the first thing drawn, before the story is open."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.desktop import author_words, words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.moves import Move, Push, Quit
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.text_layout import Text
from game.desktop.widgets.chips import Hint
from game.desktop.widgets.choice_list import Entry, on_night, row
from game.desktop.widgets.paragraph import line, said
from game.desktop.widgets.piece import Gap, Page, Piece, assembled, stacked
from game.desktop.widgets.scroll_area import foot_height, foot_line
from game.desktop.widgets.title_art import title_art

if TYPE_CHECKING:
    from game.disk import SavedGame


class TitleScreen(PageScreen):
    """The game, other stories, the page for teachers. What needs the story is closed until it is open."""

    def __init__(self, sitting: Sitting, title: str) -> None:
        super().__init__()
        self.sitting = sitting
        self.title = title
        self._stories: int | None = None

    def contents(self, kit: Kit) -> Page:
        """Lay the title out over its picture; in a small window everything scrolls."""
        p = kit.palette
        hints = [
            Hint(f"1–{len(self._entries())}", words.KEY_CHOOSE, ""),
            Hint("F11", words.SET_FULL_SCREEN.lower(), "full_screen"),
            Hint("F1", words.KEY_KEYS, "help"),
        ]
        margin = kit.px(54 if kit.width > 1000 * kit.scale else 26)
        width = min(kit.width - 2 * margin, kit.px(430 * max(1, (kit.text + 1) / 2)))
        foot = foot_height(kit)
        view = Box(0, 0, kit.width, kit.height - foot)
        placed, used = stacked(self._column(kit, width), margin, kit.px(26), view.height - kit.px(34))
        height = used + kit.px(34)
        line_box = Box(margin, kit.height - foot, min(width, kit.width - 2 * margin), foot)
        fixed = foot_line(kit, hints, line_box, height > view.height, p.sepia)
        ground = title_art(kit, margin + width + kit.px(30))
        return assembled(fixed, placed, view, height)._replace(ground=ground)

    def _column(self, kit: Kit, width: int) -> Sequence[Piece | Gap]:
        p, inks = kit.palette, on_night(kit)
        size = min(round(kit.size("title") * 1.5), round(kit.height * 0.13))
        face = kit.fonts.face("heading", size, kit.settings.typeface)
        while max(map(face, self._name().upper().split()), default=0) > width and size > 20:
            size = round(size * 0.9)
            face = kit.fonts.face("heading", size, kit.settings.typeface)
        name = line(kit, self._name().upper(), face, p.cream, width, "title", lead=0.98)
        small = kit.face("label", "label")
        story, chosen = self.sitting.story, self.sitting.pack
        below = words.TITLE_SUB if story else words.OPENING
        if story and chosen and chosen.extends:
            below = author_words.PACK_EXTENDS.format(base=story.title)
        items: list[Piece | Gap] = [Gap(kit.px(10)), name, Gap(kit.px(6))]
        items += [line(kit, below, small, p.sepia, width, "below"), Gap(kit.px(14), stretch=True)]
        for position, entry in enumerate(self._entries()):
            items.append(row(kit, entry, width, inks=inks, is_first=position == 0))
        items.append(Gap(kit.px(8)))
        return items

    def _entries(self) -> list[Entry]:
        is_open, unfinished = self.sitting.story is not None, self.sitting.unfinished
        entries = [
            ("continue" if unfinished else "", words.CONTINUE, self._goes_on_at()),
            ("new" if is_open else "", words.NEW_GAME, ()),
            *([("stories", author_words.STORIES, ())] if is_open and self._has_stories() else []),
            *([("class", author_words.CLASS, ())] if is_open and self.sitting.outside.pack_library else []),
            ("settings", words.SETTINGS, ()),
            ("about" if is_open else "", words.ABOUT, ()),
            ("quit", words.QUIT, ()),
        ]
        return [Entry(id, said(text), str(at), why) for at, (id, text, why) in enumerate(entries, 1)]

    def _name(self) -> str:
        chosen = self.sitting.pack
        return chosen.title or chosen.id if chosen else self.title

    def _has_stories(self) -> bool:
        """Whether there is another story; looked for once for each layout of the page."""
        pack_library = self.sitting.outside.pack_library
        if pack_library is None:
            return False
        if self._stories is None:
            self._stories = len(pack_library.found())
        return self._stories > 1

    def changed(self, *, keep_place: bool = False) -> None:
        """Look for other stories again too: somebody may have put one there."""
        self._stories = None
        super().changed(keep_place=keep_place)

    def _goes_on_at(self) -> Text:
        saved = self.sitting.unfinished
        if saved:
            return said(self._described(saved))
        return said(words.CONTINUE_NONE) if self.sitting.story else ()

    def _described(self, saved: SavedGame) -> str:
        """Say where a save stands: page, chapter, date in the story, and when it was saved."""
        from game.story.words import long_date

        story = self.sitting.story
        scenes = story.scenes.values() if story else ()
        at = next((s for s in scenes if (s.title, s.date) == (saved.scene_title, saved.date)), None)
        chapters = {known.id: known.title for known in story.chapters} if story else {}
        chapter = chapters.get(at.chapter, "") if at else ""
        when = words.saved_at(time.localtime(saved.saved_at))
        parts = (saved.scene_title, chapter, long_date(saved.date), when)
        return " · ".join(part for part in parts if part)

    def first_focus(self, page: Page) -> str:
        """Return what a player most likely wants: to go on, else to begin."""
        ids = [target.id for target, _ in page.targets]
        return next((id for id in ("continue", "new") if id in ids), "")

    def choose(self, number: int) -> str | None:
        """Return the entry with this number, where it can be taken."""
        entries = self._entries()
        return entries[number - 1].target or None if number <= len(entries) else None

    def take(self, target: str) -> Move | None:
        """Open what was chosen."""
        from game.desktop.screens import starting

        match target:
            case "continue":
                return starting.resumed(self.sitting)
            case "new":
                return starting.new_game(self.sitting)
            case "settings":
                from game.desktop.screens.settings import SettingsScreen

                return Push(SettingsScreen(self.sitting))
            case "stories" | "class" if pack_library := self.sitting.outside.pack_library:
                from game.desktop.screens.class_page import ClassScreen, StoriesScreen

                return Push((ClassScreen if target == "class" else StoriesScreen)(self.sitting, pack_library))
            case "about":
                from game.desktop.screens.about import AboutScreen

                return Push(AboutScreen(self.sitting))
            case "quit":
                return Quit()
        return None

    def leave(self) -> Move | None:
        """Stay: Esc closes what lies on top, and nothing does."""
        return None
