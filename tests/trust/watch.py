"""Watches a piece of work: what it writes and whom it calls. An audit hook sees both, whoever does it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind", "urllib.Request")
_WRITES = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_allowed: list[Path] = []
_seen: list[str] = []
_state = {"is_installed": False, "is_on": False}


def _look(event: str, arguments: tuple[object, ...]) -> None:
    if not _state["is_on"]:
        return
    if event in _NETWORK:
        _seen.append(f"{event} {arguments[1:]}")
    elif event in _WRITES or (event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING):
        _check(event, arguments[0])


def _check(event: str, path: object) -> None:
    if not isinstance(path, str | bytes | os.PathLike):
        return
    place = Path(os.path.abspath(os.fsdecode(path)))  # noqa: PTH100 - resolve() would follow a link first
    if place == Path(os.devnull) or "__pycache__" in place.parts:
        return
    if not any(place.is_relative_to(folder) for folder in _allowed):
        _seen.append(f"{event} {place}")


@contextmanager
def watched(*folders: Path) -> Iterator[None]:
    """Fail unless what is done inside writes into these folders alone, and asks nothing of any network."""
    if not _state["is_installed"]:
        sys.addaudithook(_look)
        _state["is_installed"] = True
    _allowed[:], _state["is_on"] = [folder.resolve() for folder in folders], True
    _seen.clear()
    try:
        yield
    finally:
        _state["is_on"] = False
    if _seen:
        raise AssertionError(f"it did what it may not: {_seen[:5]}")
