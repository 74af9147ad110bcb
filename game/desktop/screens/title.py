"""The title: the first thing drawn, before the story is open."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop import author_words, code_words, save_words, setting_words, words
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


def _is_low(kit: Kit) -> bool:
    """Whether every line counts if all entries shall be seen."""
    return kit.height < 640 * kit.scale


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
            Hint(f"1–{min(9, len(self._entries()))}", words.KEY_CHOOSE, ""),
            Hint("F11", setting_words.SET_FULL_SCREEN.lower(), "full_screen"),
            Hint("F1", words.KEY_KEYS, "help"),
        ]
        above = kit.px(12 if _is_low(kit) else 26)
        margin = kit.px(54 if kit.width > 1000 * kit.scale else 26)
        width = min(kit.width - 2 * margin, kit.px(430 * max(1, (kit.text + 1) / 2)))
        foot = foot_height(kit)
        view = Box(0, 0, kit.width, kit.height - foot)
        placed, used = stacked(self._column(kit, width), margin, above, view.height - above - kit.px(4))
        height = used + above + kit.px(4)
        line_box = Box(margin, kit.height - foot, min(width, kit.width - 2 * margin), foot)
        fixed = foot_line(kit, hints, line_box, height > view.height, p.sepia)
        ground = title_art(kit, margin + width + kit.px(52))
        return assembled(fixed, placed, view, height)._replace(ground=ground)

    def _column(self, kit: Kit, width: int) -> Sequence[Piece | Gap]:
        p, inks = kit.palette, on_night(kit)
        rows = [
            row(kit, entry, width, inks=inks, is_first=position == 0)
            for position, entry in enumerate(self._entries())
        ]
        size = min(round(kit.size("title") * 1.5), round(kit.height * 0.13))
        face = kit.fonts.face("heading", size, kit.settings.typeface)
        while max(map(face, self._name().upper().split()), default=0) > width and size > 20:
            size = round(size * 0.9)
            face = kit.fonts.face("heading", size, kit.settings.typeface)
        name = line(kit, self._name().upper(), face, p.cream, width, "title", lead=0.98)
        # A smaller name rather than entries out of sight; where they have no room at all they scroll.
        room = (
            kit.height
            - foot_height(kit)
            - kit.px(70 if _is_low(kit) else 100)
            - sum(piece.height for piece in rows)
        )
        while name.height > room and size > kit.size("heading"):
            size = round(size * 0.92)
            face = kit.fonts.face("heading", size, kit.settings.typeface)
            name = line(kit, self._name().upper(), face, p.cream, width, "title", lead=0.98)
        small = kit.face("label", "label")
        story, chosen = self.sitting.story, self.sitting.pack
        below = words.TITLE_SUB if story else words.OPENING
        if story and chosen and chosen.extends:
            below = author_words.PACK_EXTENDS.format(base=story.title)
        items: list[Piece | Gap] = [Gap(kit.px(2 if _is_low(kit) else 10)), name, Gap(kit.px(6))]
        items += [line(kit, below, small, p.sepia, width, "below"), Gap(kit.px(14), stretch=True)]
        return [*items, *rows, Gap(kit.px(0 if _is_low(kit) else 8))]

    def _entries(self) -> list[Entry]:
        is_open, unfinished = self.sitting.story is not None, self.sitting.unfinished
        entries = [
            ("continue" if unfinished else "", words.CONTINUE, self._goes_on_at()),
            ("new" if is_open else "", words.NEW_GAME, ()),
            *([("starts", save_words.STARTS, ())] if is_open and self._has_starts() else []),
            *([("saves", save_words.SAVES, ())] if is_open and self.sitting.outside.keeps_saves else []),
            *([("stories", author_words.STORIES, ())] if is_open and self._has_stories() else []),
            *([("class", author_words.CLASS, ())] if is_open and self.sitting.outside.pack_library else []),
            ("code" if is_open else "", code_words.ENTER, ()),
            ("settings", words.SETTINGS, ()),
            ("about" if is_open else "", words.ABOUT, ()),
            ("quit", words.QUIT, ()),
        ]
        marks = [str(at) if at <= 9 else "" for at in range(1, len(entries) + 1)]
        return [
            Entry(id, said(text), mark, why) for mark, (id, text, why) in zip(marks, entries, strict=True)
        ]

    def _has_starts(self) -> bool:
        story = self.sitting.story
        return story is not None and len(story.chapters) + len(story.lessons) > 1

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
            from game.desktop.screens.saves_page import described

            *where, when = described(saved, self.sitting.story)
            return (*said(save_words.in_whole_parts(where)), *said(when))
        return said(words.CONTINUE_NONE) if self.sitting.story else ()

    def first_focus(self, page: Page) -> str:
        """Return what a player most likely wants: to go on, else to begin."""
        ids = [target.id for target, _ in page.targets]
        return next((id for id in ("continue", "new") if id in ids), "")

    def choose(self, number: int) -> str | None:
        """Return the entry with this number, where it can be taken."""
        entries = self._entries()
        return entries[number - 1].target or None if number <= len(entries) else None

    def closed(self, number: int) -> Move | None:
        """Say why an entry is closed, where that is known."""
        entries = self._entries()
        entry = entries[number - 1] if number <= len(entries) else None
        if entry is None or entry.target or not entry.reason:
            return None
        from game.desktop.screens.notice import Notice, NoticeCard

        entry_words, told = (
            "".join(run.text for paragraph in text for run in paragraph)
            for text in (entry.text, entry.reason)
        )
        return Push(NoticeCard(self.sitting, Notice(entry_words, told)))

    def take(self, target: str) -> Move | None:
        """Open what was chosen."""
        from game.desktop.screens import starting

        match target:
            case "continue":
                return starting.resumed(self.sitting)
            case "new":
                return starting.new_game(self.sitting)
            case "starts":
                from game.desktop.screens.starts import StartsScreen

                return Push(StartsScreen(self.sitting))
            case "saves":
                from game.desktop.screens.saves_page import SavesScreen

                return Push(SavesScreen(self.sitting))
            case "code":
                from game.desktop.screens.enter_code import EnterCodeScreen

                return Push(EnterCodeScreen(self.sitting))
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
                return self._quit()
        return None

    def _quit(self) -> Move:
        if not self.sitting.settings.forget_on_leaving:
            return Quit()
        from game.desktop.screens.leaving import left

        return left(self.sitting, self)

    def leave(self) -> Move | None:
        """Stay: Esc closes what lies on top, and nothing does."""
        return None
