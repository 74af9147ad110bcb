"""The packs of this machine, as the window's title and its page for teachers are given them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game import shipped
from game.commands.findings import as_findings
from game.commands.packs import art_folders, compilation_of, pack_folders
from game.commands.zips import peeked

if TYPE_CHECKING:
    from game.desktop.bench import Built, FoundPack, Library
    from game.story.model import Story


def pack_library(named: Path, chosen: Callable[[Story], None]) -> Library:
    """Return the packs of the user's folder and the shipped one, and that `named` on the command line.

    `chosen` is told of a story that was opened.
    """
    from game.desktop.bench import Library

    def opened(path: Path) -> Built:
        built = open_pack(path)
        if built.story:
            chosen(built.story)
        return built

    return Library(lambda: found_packs(named), opened, home, show_folder, new_pack)


def found_packs(named: Path | None = None) -> tuple[FoundPack, ...]:
    """Return all packs, the shipped ones first, then the user's by name; what is no pack is left out."""
    from game.desktop.bench import FoundPack

    users, *ours = pack_folders()
    paths = [path for folder in (*ours, users) for path in _packs_in(folder)]
    if named and named.resolve() not in {path.resolve() for path in paths}:
        paths.append(named)
    shipped_folder = shipped.folder("scenes")
    found = (
        FoundPack(
            path,
            peeked(path, "id") or path.stem,
            peeked(path, "title"),
            peeked(path, "extends"),
            path.parent == shipped_folder,
        )
        for path in paths
    )
    return tuple(pack for pack in found if pack.title or pack.path.is_dir())


def open_pack(path: Path) -> Built:
    """Compile a pack, with what the checker says of it."""
    from game.desktop.bench import Built

    compilation = compilation_of(path)
    return Built(compilation.story, as_findings(compilation.diagnostics), art=art_folders(path))


def home() -> Path:
    """Return the folder of the user's own packs."""
    return pack_folders()[0]


def new_pack(name: str) -> Path:
    """Make a pack from the template that adds to the shipped story. Raises CommandFailed or DiskProblem."""
    from game.commands.making import make_pack
    from game.commands.packs import DEFAULT_PACK

    return make_pack(home() / name, DEFAULT_PACK).pack


def show_folder(folder: Path) -> bool:
    """Open a folder in the system's file manager; False where none can be started."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if sys.platform == "win32":
            os.startfile(folder)
            return True
        import subprocess  # not needed to start the game

        program = "open" if sys.platform == "darwin" else "xdg-open"
        quiet = subprocess.DEVNULL
        started = subprocess.Popen([program, str(folder)], stdout=quiet, stderr=quiet, start_new_session=True)
        try:
            return started.wait(1) == 0
        except subprocess.TimeoutExpired:
            return True  # a file manager that stays in front of it
    except OSError:
        return False


def _packs_in(folder: Path) -> list[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in inside if (path / "pack.yaml").is_file() or path.suffix.lower() == ".zip"]
