"""Which key says which command: what is usual, and what a player has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import cast

import pygame

from game.desktop.actions import Command

USUAL: dict[str, Command] = {
    "f": "folder",
    "p": "provenance",
    "w": "who",
    "g": "term",
    "b": "back",
    "n": "forward",
    "e": "end",
    "s": "save",
    "c": "copy",
    "a": "settings",
    "f2": "voice",
    "f3": "voice_pause",
    "f4": "voice_again",
    "f5": "voice_back",
    "f6": "voice_on",
    "f7": "voice_slower",
    "f8": "voice_faster",
    "f11": "full_screen",
}
"""The keys that can be changed, by the name that Pygame gives them."""

_AUTHORS: dict[str, Command] = {
    "f1": "help",
    "f12": "strip",
    "j": "jump",
    "v": "variables",
    "x": "ways",
    "m": "messages",
}
_FIXED = frozenset(
    (
        *"up down left right return enter space tab escape home end backspace delete insert f1 f12".split(),
        *"0123456789",
        *("page up", "page down", "menu"),
    )
)
_MODIFIERS = ("shift", "ctrl", "alt", "meta", "gui", "caps lock", "numlock", "scroll lock", "mode")


class KeyTaken(Exception):
    """A key cannot be given to a command; `by` is the command that has it, and empty for a fixed key."""

    def __init__(self, key: str, by: Command | None) -> None:
        super().__init__(key)
        self.key = key
        self.by = by


@lru_cache(maxsize=8)
def bound(changes: tuple[str, ...]) -> Mapping[str, Command]:
    """Return what every key says; `changes` are those of the settings, one that means nothing is left out."""
    mine = _changed(changes)
    free = {key: command for key, command in USUAL.items() if command not in mine}
    return {**_AUTHORS, **free, **{key: command for command, key in mine.items()}}


@lru_cache(maxsize=128)
def key_of(command: str, changes: tuple[str, ...]) -> str:
    """Return the name of a command's key as it is shown, as in `F` or `F11`; empty where it has none."""
    found = (key for key, known in bound(changes).items() if known == command)
    return shown(next(found, ""))


def hinted(key: str, command: str, changes: tuple[str, ...]) -> str:
    """Return what a hint names: a command's key, `key` where that is fixed, a dash where it has none."""
    return key_of(command, changes) or ("–" if command in USUAL.values() else key)


def shown(key: str) -> str:
    """Return a key's name as it is shown."""
    return key.upper() if len(key) < 4 else key.capitalize()


def changed(changes: tuple[str, ...], command: Command, key: str) -> tuple[str, ...]:
    """Return the changes with another key for a command. Raises KeyTaken."""
    if not key or key in _FIXED or any(name in key for name in _MODIFIERS):
        raise KeyTaken(key, None)
    by = bound(changes).get(key)
    if by is not None and by != command:
        raise KeyTaken(key, by)
    mine = {**_changed(changes), command: key}
    return tuple(f"{known}={each}" for known, each in mine.items() if USUAL.get(each) != known)


def name_of(key: int, place: int) -> str:
    """Return the name of a key: that of its Latin letter, wherever a keyboard has another alphabet.

    `key` is Pygame's key code, `place` its scan code.
    """
    is_sign = key < 1 << 30 and chr(key).isprintable() and key != pygame.K_SPACE
    if (key == 0 or (is_sign and not chr(key).isascii())) and pygame.KSCAN_A <= place <= pygame.KSCAN_Z:
        return chr(ord("a") + place - pygame.KSCAN_A)
    return chr(key).lower() if is_sign else pygame.key.name(key)


def _changed(changes: Iterable[str]) -> dict[Command, str]:
    """Command -> key, of every change that can be understood; of two that want one key the first has it."""
    found: dict[Command, str] = {}
    for change in changes:
        name, _, key = change.partition("=")
        is_known = name in USUAL.values() and key and key not in _FIXED and key not in _AUTHORS
        if is_known and key not in found.values():
            found[cast(Command, name)] = key
    return found
