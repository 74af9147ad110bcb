"""The preview follows its files: one is saved, the pack is compiled, the story or its mistakes are shown."""

from __future__ import annotations

import time

from game.desktop.bench import Built, Finding, Preview
from game.desktop.moves import Push
from game.desktop.screens.messages import MessagesScreen
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.preview import PreviewScreen
from game.desktop.stage import Stage

EVERY = 0.1
"""Seconds between two looks at the files."""


class Reloader:
    """Keeps a stage at what the files of a pack say. Time is a parameter: seconds on any clock."""

    def __init__(self, stage: Stage, preview: Preview) -> None:
        self._stage = stage
        self._preview = preview
        self._read: object = None
        self._seen: object = None
        self._next_look = 0.0

    def begin(self, built: Built | None = None) -> None:
        """Show the pack for the first time; `built` spares compiling it where that was done already."""
        self._read = self._seen = self._preview.stamp()
        self._show(built or self._built())

    def look(self, now: float) -> bool:
        """Read the pack again if a file of it was saved; return whether it was read.

        A file counts as saved when two looks find it the same: an editor may still be writing.
        """
        if now < self._next_look:
            return False
        self._next_look = now + EVERY
        stamp = self._preview.stamp()
        if stamp == self._read:
            self._seen = stamp
            return False
        if stamp != self._seen:
            self._seen = stamp
            return False
        self._read = stamp
        self._show(self._built())
        return True

    def _built(self) -> Built:
        try:
            return self._preview.build()
        except Exception as problem:  # an author goes on writing whatever a half-saved file does to us
            return Built(None, (Finding(True, "", str(problem) or type(problem).__name__),))

    def _show(self, built: Built) -> None:
        stage = self._stage
        shown = next((screen for screen in stage.stack if isinstance(screen, PreviewScreen)), None)
        if built.story is None:
            if shown:
                shown.keep_old(built.findings)
            self._show_findings(built.findings, can_leave=shown is not None)
            return
        stage.sitting.open(built.story, built.art)
        stack = tuple(screen for screen in stage.stack if not _is_watching(screen))
        if shown is None:
            stage.stack = (*stack[:1], PreviewScreen(stage.sitting, self._preview, built))
        else:
            try:
                shown.take_up(built, time.strftime("%H:%M:%S"))
            except ValueError as problem:
                self._show_findings((Finding(True, "", str(problem)),))
                return
            stage.stack = _renewed(stack, shown)
        stage.needs_drawing = True

    def _show_findings(self, findings: tuple[Finding, ...], *, can_leave: bool = True) -> None:
        stage = self._stage
        stage.needs_drawing = True
        for screen in stage.stack:
            if isinstance(screen, MessagesScreen) and screen.is_watched:
                screen.show(findings)
                return
        shown = MessagesScreen(stage.sitting, findings, is_watched=True)
        shown.can_leave = can_leave
        stage.move(Push(shown))


def _is_watching(screen: PageScreen) -> bool:
    return isinstance(screen, MessagesScreen) and screen.is_watched


def _renewed(stack: tuple[PageScreen, ...], preview: PreviewScreen) -> tuple[PageScreen, ...]:
    """The stack for another story: what lies on the preview is made anew, or goes with all above it."""
    at = stack.index(preview)
    kept = list(stack[: at + 1])
    for screen in stack[at + 1 :]:
        anew = screen.anew()
        if anew is None:
            break
        anew.scroll, anew.focus = screen.scroll, screen.focus
        kept.append(anew)
    return tuple(kept)
