"""A terminal whose keys are written down beforehand."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Played:
    """What a terminal showed, and the exit code."""

    text: str
    code: int


class Shown(io.TextIOWrapper):
    """A terminal's screen; `styled` as a real one."""

    def __init__(self, encoding: str, is_terminal: bool) -> None:
        self.bytes = io.BytesIO()
        self._is_terminal = is_terminal
        super().__init__(self.bytes, encoding=encoding, newline="\n")

    def isatty(self) -> bool:
        return self._is_terminal


class Given(io.StringIO):
    """Keys that are typed; `^C` stands for Ctrl-C."""

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline()
        if line == "^C\n":
            raise KeyboardInterrupt
        return line


Play = Callable[..., Played]
