"""A pack by its path or id -> Story. What was compiled is kept, so that the game starts at once.

The kept copy is used while every file of the pack, and of the program that reads it, has the name, size and
time that it had. A copy that cannot be read is made anew.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game import shipped
from game.commands.outcome import WRONG_USAGE, CommandFailed
from game.commands.version import version
from game.commands.zips import art_of, peeked
from game.disk import DiskProblem, cache_folder, path_from, user_folder, write_text

if TYPE_CHECKING:
    from game.authoring.compiler import Compilation
    from game.story.model import Story

DEFAULT_PACK = "third_chair"

_ID = r"[a-z][a-z0-9_]*"

PICTURE_KINDS = ("places", "pictures", "portraits")
"""The folders of pictures that come with the game."""

PHOTOGRAPH = "presidium_1934"
"""The picture of people who can be painted out of it."""

MOST_SHOWN = 5
"""How many errors of a pack are told to somebody who only wants to play."""


def find_pack(name: str) -> Path:
    """Return the pack of a path or an id. Raises CommandFailed where there is none."""
    path = path_from(name)
    if (path / "pack.yaml").is_file():
        return path
    if path.is_file():
        return _pack_around(path)
    if name not in ("", ".", "..") and (found := _by_id(name)):
        return found
    if path.is_dir():
        if path.absolute().parent.name == "chapters" and (around := _above(path)):
            return around
        raise CommandFailed(f"{path} is no pack: it has no pack.yaml.{_packs_in(path)}", WRONG_USAGE)
    import difflib  # only for a name that is wrong

    near = difflib.get_close_matches(name, known_packs(), 1)
    advice = f" Did you mean {near[0]}?" if near else f" There are: {', '.join(known_packs()) or 'none'}."
    raise CommandFailed(
        f"There is no pack '{name}', neither a folder or zip nor a pack's id.{advice}", WRONG_USAGE
    )


def _pack_around(file: Path) -> Path:
    """Return the pack that a file stands in: who names pack.yaml or a scene's file means the pack."""
    return (_above(file) if file.suffix.lower() in (".yaml", ".yml") else None) or file


def _above(path: Path) -> Path | None:
    """Return the pack in which a file or a folder stands, or None."""
    return next((folder for folder in path.absolute().parents if (folder / "pack.yaml").is_file()), None)


def _packs_in(folder: Path) -> str:
    try:
        inside = sorted(pack.parent.name for pack in folder.glob("*/pack.yaml"))
        for file in sorted(folder.iterdir()):
            if file.stem.lower() == "pack" and file.suffix.lower() in (".yaml", ".yml", ".txt"):
                return f" There is {file.name}: rename it to pack.yaml."
    except OSError:
        return ""
    return f" Did you mean {folder / inside[0]}?" if len(inside) == 1 else ""


def _by_id(name: str) -> Path | None:
    for folder in pack_folders():
        if (folder / name / "pack.yaml").is_file():
            return folder / name
        if (folder / f"{name}.zip").is_file():
            return folder / f"{name}.zip"
    return None


def pack_folders() -> tuple[Path, ...]:
    """Return the folders in which packs are known by their ids: the user's, then the shipped one."""
    try:
        return (user_folder() / "packs", shipped.folder("scenes"))
    except FileNotFoundError as problem:
        raise CommandFailed(str(problem)) from problem


def known_packs() -> tuple[str, ...]:
    """Return the ids of all packs that need no path."""
    found: dict[str, None] = {}
    for folder in pack_folders():
        found |= {pack.parent.name: None for pack in sorted(folder.glob("*/pack.yaml"))}
        found |= {pack.stem: None for pack in sorted(folder.glob("*.zip"))}
    return tuple(found)


def art_folders(path: Path) -> tuple[Path, ...]:
    """Return the folders of a pack's own pictures, those of the pack that it extends after them."""
    base = peeked(path, "extends")
    packs = [path, *(pack for pack in _candidates(path, base) if pack.exists())]
    return tuple(art for pack in packs if (art := art_of(pack)))


def photograph_svg(path: Path) -> str:
    """Return the text of the photograph: a pack's own, or the game's; empty where it cannot be read."""
    from game.pages.pack_pictures import pack_picture

    for folder in (*art_folders(path), shipped.folder("assets") / "pictures"):
        try:
            if found := pack_picture(folder / f"{PHOTOGRAPH}.svg"):
                return found.decode("utf-8")
        except (OSError, ValueError):
            continue
    return ""


def _candidates(path: Path, base: str) -> list[Path]:
    """Return where the base of an extension may lie, in the order in which the compiler looks."""
    if not re.fullmatch(_ID, base):
        return []  # no path: what a stranger's pack names must not be looked for anywhere else
    folders = (path.absolute().parent, *pack_folders())
    return [place for folder in folders for place in (folder / base, folder / f"{base}.zip")]


def open_story(path: Path) -> Story:
    """Return the story of a pack. Raises CommandFailed with the first errors where it has any."""
    kept = cache_folder() / "compiled" / f"{path.stem}-{_short_hash(str(path.resolve()))}.json"
    story = _kept_story(kept, path)
    if story is None:
        base = next((place for place in _candidates(path, peeked(path, "extends")) if place.exists()), None)
        likely = [path, base] if base else [path]
        # Before compiling: what somebody saves meanwhile must not count as read.
        stamp = stamp_of(path, likely)
        story, packs = _compiled(path)
        _keep(kept, packs, stamp if packs == likely else stamp_of(path, packs), story)
    return story


def stamp_of(path: Path, packs: Iterable[Path] = ()) -> list[list[Any]]:
    """Return what a kept copy must match: the program's version, and name, size and time of every file.

    `packs` are those that the compiler read, the base of an extension among them. Of the places where a
    base may lie, each is noted as there or not: another one may be found first the next time.
    """
    code = Path(__file__).parent.parent
    own = [file for name in ("story", "authoring") for file in _files(code / name) if file.suffix == ".py"]
    files = [*(file for pack in packs or [path] for file in _files(pack)), *own]
    places = [[str(place), int(place.exists()), 0] for place in _candidates(path, peeked(path, "extends"))]
    return [[version(), 0, 0], *places, *(_stamp(file) for file in files)]


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


def _kept_story(kept: Path, path: Path) -> Story | None:
    from game.story.compiled import DamagedPack, from_compiled

    try:
        head, _, pack = kept.read_text(encoding="utf-8").partition("\n")
        match json.loads(head):
            case {"packs": list(packs), "stamp": stamp, "sum": total} if total == _short_hash(pack):
                if stamp == stamp_of(path, [Path(str(one)) for one in packs]):
                    return from_compiled(json.loads(pack))
    except (OSError, ValueError, RecursionError, DamagedPack):
        return None
    return None


def _keep(kept: Path, packs: list[Path], stamp: list[list[Any]], story: Story) -> None:
    from game.story.compiled import to_compiled

    pack = json.dumps(to_compiled(story), ensure_ascii=False)
    head = json.dumps({"packs": [str(pack) for pack in packs], "stamp": stamp, "sum": _short_hash(pack)})
    try:
        write_text(kept, f"{head}\n{pack}")
    except DiskProblem:
        # The game plays without a kept copy; only the next start is slower.
        return


def compilation_of(path: Path) -> Compilation:
    """Compile a pack with all that the game brings: the shipped packs to build on, places and portraits."""
    from game.authoring.compiler import compile_pack

    assets = shipped.folder("assets")
    places, pictures, portraits = (
        {file.stem for file in (assets / kind).glob("*.svg")} for kind in PICTURE_KINDS
    )
    return compile_pack(
        path,
        search=pack_folders(),
        places=places | pictures,
        portraits=portraits,
        picture_fault=_picture_fault,
    )


def _picture_fault(path: str, head: bytes, size: int) -> tuple[str, int] | None:
    from game.pages.pack_pictures import drawing_fault
    from game.pages.photographs import photograph_fault

    if path.lower().endswith(".svg"):
        return drawing_fault(head)
    fault = photograph_fault(head, size)
    return (fault, 1) if fault else None


def _compiled(path: Path) -> tuple[Story, list[Path]]:
    """Return the story, and the packs that were read for it."""
    from game.authoring.diagnostics import as_text

    compilation = compilation_of(path)
    if compilation.story is not None:
        read = {Path(file.shown.removesuffix(f"/{file.path}")): None for file in compilation.files}
        return compilation.story, [path, *(pack for pack in read if pack != path)]
    errors = compilation.errors
    rest = len(errors) - MOST_SHOWN
    more = f"\n\nand {rest} more." if rest > 0 else ""
    raise CommandFailed(
        f"{path} has mistakes, and cannot be played until they are mended.\n\n"
        f"{as_text(errors[:MOST_SHOWN])}{more}\n\nSee all of them with: python3 main.py check {path}"
    )


def _short_hash(text: str) -> str:
    from hashlib import sha256  # 4 MB of memory, which the first title does not need

    return sha256(text.encode()).hexdigest()[:12]
