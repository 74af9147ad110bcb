"""Writes sheets and reads what is typed. The only module of the terminal edition that touches a stream."""

from __future__ import annotations

import io
import os
import shutil
import sys
from typing import TextIO

from game.terminal.flow import text_of_line
from game.terminal.ink import Ink
from game.terminal.sheet import NARROWEST, WIDEST, Sheet


class InputEnded(Exception):
    """Raised when nothing more will be typed: the end of a pipe, or the terminal is gone."""


class Console:
    """A terminal: where sheets are written and lines are typed."""

    def __init__(self, given: TextIO, shown: TextIO) -> None:
        self._given = given
        self._shown = shown
        for stream in (given, shown):
            # A byte or a letter that the terminal's encoding does not know must not end the game.
            if reconfigure := getattr(stream, "reconfigure", None):
                reconfigure(errors="replace")
        self.ink = Ink(_has_styles(shown), shown.encoding or "ascii")

    @classmethod
    def of_this_process(cls) -> Console:
        """Return the terminal that the program was started in."""
        # Python has no stream at all where the system gave the program none.
        return cls(sys.stdin or io.StringIO(), sys.stdout or io.StringIO())

    def sheet(self) -> Sheet:
        """Return an empty sheet as wide as the terminal is now."""
        wide = shutil.get_terminal_size().columns - 2
        return Sheet(max(NARROWEST, min(WIDEST, wide)), self.ink)

    def show(self, sheet: Sheet) -> None:
        """Write a sheet, a blank line before it."""
        lines = [text_of_line(line, self.ink.styled) for line in sheet.lines]
        self._shown.write("\n" + "\n".join(lines) + "\n")
        self._shown.flush()

    def say(self, sentence: str) -> None:
        """Write one paragraph."""
        self.show(self.sheet().say(sentence))

    def ask(self, prompt: str) -> str:
        """Show what can be typed and return what is, without spaces around it. Raises InputEnded."""
        sheet = self.sheet()
        # A key and its meaning stay on one line where they can.
        for part in _rows(prompt.split("   "), sheet.width):
            sheet.say(part)
        asked = "\n".join(text_of_line(line, False) for line in sheet.lines)
        self._shown.write(f"\n{asked}\n> ")
        self._shown.flush()
        typed = self._given.readline()
        if not typed:
            self._shown.write("\n")
            raise InputEnded
        if not self._given.isatty():
            # A terminal shows what is typed; in a transcript it would be missing.
            self._shown.write(self.ink.spelled(typed.strip()) + "\n")
        return typed.strip()


def _rows(parts: list[str], width: int) -> list[str]:
    rows = parts[:1]
    for part in parts[1:]:
        joined = f"{rows[-1]}   {part}"
        rows[-1:] = [joined] if len(joined) <= width else [rows[-1], part]
    return rows


def _has_styles(shown: TextIO) -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not shown.isatty():
        return False
    if os.name == "nt":
        os.system("")
    return True
