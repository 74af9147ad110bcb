"""A typed line -> what the player wants."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Literal

Key = Literal[
    "number", "enter", "back", "glossary", "provenance", "folder", "history", "end",
    "settings", "help", "again", "write", "answer", "list", "new", "yes", "code", "quit", "unknown",
]  # fmt: skip

NAMES: dict[str, Key] = {
    "b": "back", "back": "back",
    "g": "glossary", "glossary": "glossary",
    "p": "provenance", "provenance": "provenance",
    "f": "folder", "folder": "folder",
    "h": "history", "history": "history",
    "e": "end", "end": "end",
    "s": "settings", "settings": "settings",
    "?": "help", "help": "help", "keys": "help",
    "r": "again", "again": "again",
    "w": "write", "write": "write",
    "a": "answer", "answer": "answer",
    "l": "list", "list": "list",
    "n": "new", "new": "new",
    "y": "yes", "yes": "yes",
    "code": "code",
    "q": "quit", "quit": "quit", "exit": "quit",
    "c": "enter", "continue": "enter",
}  # fmt: skip
"""What a first word means. Words are taken as well as letters, for who dictates."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One typed line. `number` is what a number or `h 3` names, else 0; `rest` is what follows the key."""

    key: Key
    line: str
    number: int = 0
    rest: str = ""


def understood(line: str) -> Typed:
    """Return what a typed line means."""
    line = line.strip()
    if not line:
        return Typed("enter", line)
    word, _, rest = line.partition(" ")
    if (number := _number(line)) is not None:
        return Typed("number", line, number)
    key = NAMES.get(word.casefold(), "unknown")
    return Typed(key, line, _number(rest.strip()) or 0, rest.strip())


def meant(line: str) -> str | None:
    """Return the key that a mistyped line comes near to, None where there is none."""
    words = [name for name in NAMES if len(name) > 2]
    near = difflib.get_close_matches(line.strip().casefold(), words, 1, 0.7)
    return near[0] if near else None


def _number(text: str) -> int | None:
    # Bounded, because int() of a very long line of digits is slow and then refused.
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else None
