"""The codes of a class, pasted or typed: counted here, and written as a page. No terminal is needed."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from game.class_report.gathering import Gathered, gathered
from game.class_report.report import class_view
from game.desktop import code_words, words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push
from game.desktop.screens.notice import Notice, NoticeCard
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap, shelf
from game.desktop.widgets.field import FIELD, TextField, field_box
from game.desktop.widgets.heading import heading, small_heading, subheading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page
from game.story.code_signs import SIGNS, WrongCode

MOST_SHOWN = 12
"""Bad lines that are listed on the screen; the report lists more."""


class ClassCodesScreen(PageScreen):
    """What is pasted is counted at once, and gone when the page is left; only a report is ever written."""

    field_label = code_words.CLASS_LABEL
    field_signs = SIGNS
    field_done = "add"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        assert sitting.story is not None
        self.sitting = sitting
        self.story = sitting.story
        self.field = TextField("", self._kept, longest=400)
        self.found = Gathered()
        self.told = code_words.CLASS_NONE
        self._lines: list[str] = []

    def contents(self, kit: Kit) -> Page:
        """Lay out what to do, the field, what was found so far, and what could not be used."""
        return reading_page(
            kit, self.hints(), lambda width: list(self._items(kit, width)), beside="school_room"
        )

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        assert self.field is not None
        reading = min(width, kit.measure)
        yield heading(kit, code_words.CLASS, "", width)
        yield gap(kit, 12)
        yield prose(kit, said(code_words.CLASS_TEXT), reading, "text")
        yield gap(kit, 14)
        yield subheading(kit, self.told, width, "told")
        yield gap(kit, 10)
        yield shelf(kit, self._buttons(kit, width), width, "buttons")
        yield gap(kit, 16)
        yield field_box(kit, self.field, code_words.CLASS_LABEL, width)
        if self.field.text:
            yield gap(kit, 8)
            yield button(kit, "add", code_words.CLASS_ADD, width)
        bad = [line for line in self.found.bad if line.fault != "empty"]
        if bad:
            yield gap(kit, 18)
            yield small_heading(kit, code_words.CLASS_BAD, width, "bad")
            for line in bad[:MOST_SHOWN]:
                reason = WrongCode(line.fault, line.group)
                text = code_words.CLASS_BAD_LINE.format(line=line.line, reason=reason)
                yield prose(kit, said(text), reading, f"bad{line.line}.{line.group}")
            if len(bad) > MOST_SHOWN:
                more = code_words.CLASS_BAD_MORE.format(count=len(bad) - MOST_SHOWN)
                yield prose(kit, said(more), reading, "bad.more")

    def _buttons(self, kit: Kit, width: int) -> list[Piece]:
        buttons = [button(kit, "close", words.BACK, width)]
        if self._lines:
            buttons.insert(0, button(kit, "clear", code_words.CLASS_CLEAR, width))
        if self.sitting.outside.paste:
            buttons.insert(0, button(kit, "paste", code_words.CLASS_PASTE, width))
        if self.found.codes:
            buttons.insert(0, button(kit, "write", code_words.CLASS_WRITE, width, ButtonLook(arrow=True)))
        return buttons

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint("Ctrl+V", code_words.CLASS_PASTE.lower(), ""),
            Hint("Tab", words.KEY_CHOOSE, ""),
            Hint("Enter", words.KEY_GO_ON, ""),
            Hint("Esc", words.BACK.lower(), "leave"),
        )

    def first_focus(self, page: Page) -> str:
        """Return the button that writes, once there are codes; before that, the one that pastes."""
        ids = [target.id for target, _ in page.targets]
        return next((id for id in ("write", "paste") if id in ids), FIELD)

    def typed(self) -> None:
        """Let Enter take in what is typed, not press the button that had the focus."""
        self.focus = FIELD

    def take(self, target: str) -> Move | None:
        """Paste, take a typed code in, write the report, begin again, or go back."""
        assert self.field is not None
        match target:
            case "paste" if paste := self.sitting.outside.paste:
                self._add(paste())
            case "write":
                return self._written()
            case "clear":
                self._lines, self.found, self.told = [], Gathered(), code_words.CLASS_NONE
                self.changed()
            case "close":
                return Pop()
            case _ if target in {FIELD, "add"} and self.field.text:
                typed, self.field.text, self.field.cursor = self.field.text, "", 0
                self._add(typed)
        return None

    def _kept(self, text: str) -> str:
        """Return what of a typed or pasted text stays in the field: several lines are read at once."""
        if "\n" not in text.strip():
            return "".join(sign for sign in text if sign.isprintable())
        self._add(text)
        return ""

    def _add(self, text: str) -> None:
        self._lines += text.splitlines()
        before = self.found.codes + self.found.repeats
        # So few codes are counted before another process would have started.
        self.found = gathered(self.story, enumerate(self._lines, 1), cores=1)
        self.told = code_words.counted(self.found.codes, self.found.repeats)
        if self.found.codes + self.found.repeats == before:
            self.told = f"{code_words.CLASS_NO_CODE_IN_IT} {self.told}"
        self.changed()

    def _written(self) -> Move:
        from game import disk
        from game.pages.class_report import class_page

        path = new_report_path()
        try:
            disk.write_text(path, class_page(class_view(self.story, self.found)))
        except disk.DiskProblem as problem:
            return Push(NoticeCard(self.sitting, Notice(words.PROBLEM, str(problem))))
        text = f"{code_words.CLASS_WRITTEN}\n\n{path}"
        return Push(NoticeCard(self.sitting, Notice(code_words.CLASS, text, words.CLOSE, path.as_uri())))


def new_report_path() -> Path:
    """Return a path for a report that is written now; no other file has it."""
    from game import disk

    stamp = time.strftime("%Y-%m-%d_%H-%M-%S")
    path, copy = disk.user_folder() / "classes" / f"{stamp}.html", 1
    while path.exists():
        copy += 1
        path = path.with_name(f"{stamp}_{copy}.html")
    return path
