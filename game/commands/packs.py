"""A pack by its path or id -> Story. What was compiled is kept, so that the game starts at once.

The kept copy is used while every file of the pack, and of the program that reads it, has the name, size and
time that it had. A copy that cannot be read is made anew.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game import shipped
from game.commands.outcome import WRONG_USAGE, CommandFailed
from game.commands.version import version
from game.disk import DiskProblem, cache_folder, read_json, user_folder, write_text

if TYPE_CHECKING:
    from game.authoring.compiler import Compilation
    from game.story.model import Story

DEFAULT_PACK = "third_chair"

MOST_SHOWN = 5
"""How many errors of a pack are told to somebody who only wants to play."""


def find_pack(name: str) -> Path:
    """Return the pack of a path or an id. Raises CommandFailed where there is none."""
    path = Path(name).expanduser()
    if path.is_file() or (path / "pack.yaml").is_file():
        return path
    by_id = [folder / name for folder in pack_folders() if (folder / name / "pack.yaml").is_file()]
    if by_id and name not in ("", ".", ".."):
        return by_id[0]
    if path.is_dir():
        raise CommandFailed(f"{path} is no pack: it has no pack.yaml.", WRONG_USAGE)
    near = difflib.get_close_matches(name, known_packs(), 1)
    advice = f" Did you mean {near[0]}?" if near else f" There are: {', '.join(known_packs()) or 'none'}."
    raise CommandFailed(
        f"There is no pack '{name}', neither a folder or zip nor a pack's id.{advice}", WRONG_USAGE
    )


def pack_folders() -> tuple[Path, ...]:
    """Return the folders in which packs are known by their ids: the user's, then the shipped one."""
    try:
        return (user_folder() / "packs", shipped.folder("scenes"))
    except FileNotFoundError as problem:
        raise CommandFailed(str(problem)) from problem


def known_packs() -> tuple[str, ...]:
    """Return the ids of all packs that need no path."""
    found = {
        pack.parent.name: None for folder in pack_folders() for pack in sorted(folder.glob("*/pack.yaml"))
    }
    return tuple(found)


def peeked(path: Path, key: str) -> str:
    """Return a one-line text of pack.yaml without compiling it, or nothing: good enough for a title."""
    try:
        text = (path / "pack.yaml").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
    found = re.search(rf"^{key}:[ \t]*(.+?)[ \t]*(?:[ \t]#.*)?$", text, re.MULTILINE)
    return found[1].strip("'\"") if found else ""


def art_folders(path: Path) -> tuple[Path, ...]:
    """Return the folders of a pack's own pictures, those of the pack that it extends after them."""
    base = peeked(path, "extends")
    packs = [path, *(folder / base for folder in (path.parent, *pack_folders()) if base)]
    return tuple(pack / "art" for pack in packs if (pack / "art").is_dir())


def open_story(path: Path) -> Story:
    """Return the story of a pack. Raises CommandFailed with the first errors where it has any."""
    stamp = stamp_of(path)
    kept = cache_folder() / "compiled" / f"{path.stem}-{_short_hash(str(path.resolve()))}.json"
    story = _kept_story(kept, stamp)
    if story is None:
        story = _compiled(path)
        # An extension also rests on the files of its base, which the stamp does not see.
        if not story.extension:
            _keep(kept, stamp, story)
    return story


def stamp_of(path: Path) -> list[list[Any]]:
    """Return what a kept copy must match: the program's version, and name, size and time of every file."""
    code = Path(__file__).parent.parent
    own = [code / "story", code / "authoring"]
    files = [*_files(path), *(file for folder in own for file in _files(folder) if file.suffix == ".py")]
    return [[version(), 0, 0], *(_stamp(file) for file in files)]


def _stamp(file: Path) -> list[Any]:
    try:
        found = file.stat()
    except OSError:  # an editor's lock, which is a link to nowhere, or a file that was deleted just now
        return [str(file), -1, -1]
    return [str(file), found.st_size, found.st_mtime_ns]


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        yield from (Path(folder, name) for name in sorted(names))


def _kept_story(kept: Path, stamp: list[list[Any]]) -> Story | None:
    from game.story.compiled import DamagedPack, from_compiled

    try:
        match read_json(kept):
            case {"stamp": found, "pack": pack} if found == stamp:
                return from_compiled(pack)
    except (DiskProblem, DamagedPack):
        return None
    return None


def _keep(kept: Path, stamp: list[list[Any]], story: Story) -> None:
    from game.story.compiled import to_compiled

    try:
        write_text(kept, json.dumps({"stamp": stamp, "pack": to_compiled(story)}, ensure_ascii=False))
    except DiskProblem:
        # The game plays without a kept copy; only the next start is slower.
        return


def compilation_of(path: Path) -> Compilation:
    """Compile a pack with all that the game brings: the shipped packs to build on, places and portraits."""
    from game.authoring.compiler import compile_pack

    assets = shipped.folder("assets")
    kinds = ("places", "pictures", "portraits")
    places, pictures, portraits = ({file.stem for file in (assets / kind).glob("*.svg")} for kind in kinds)
    return compile_pack(path, search=pack_folders(), places=places | pictures, portraits=portraits)


def _compiled(path: Path) -> Story:
    from game.authoring.diagnostics import as_text

    compilation = compilation_of(path)
    if compilation.story is not None:
        return compilation.story
    errors = compilation.errors
    rest = len(errors) - MOST_SHOWN
    more = f"\n\nand {rest} more." if rest > 0 else ""
    raise CommandFailed(
        f"{path} has mistakes, and cannot be played until they are mended.\n\n"
        f"{as_text(errors[:MOST_SHOWN])}{more}\n\nSee all of them with: python3 main.py check {path}"
    )


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
