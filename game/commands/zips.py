"""What the commands need of a pack before, or without, compiling it; the same for a folder and for a zip."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from game.disk import DiskProblem, cache_folder, write_bytes

if TYPE_CHECKING:
    import zipfile

MOST_BYTES = 16 * 1024 * 1024
"""The largest picture, and the largest pack.yaml, that is taken out of a zip."""
MOST_PICTURES = 500
PICTURE_ENDINGS = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})


def peeked(path: Path, key: str) -> str:
    """Return a one-line text of pack.yaml without compiling it, or nothing: good enough for a title."""
    found = re.search(rf"^{key}:[ \t]*(.+?)[ \t]*(?:[ \t]#.*)?$", _head_of(path), re.MULTILINE)
    return found[1].strip("'\"") if found else ""


def art_of(path: Path) -> Path | None:
    """Return the folder of a pack's own pictures, if it has any; a zip's are unpacked into the cache once."""
    if path.is_dir():
        return path / "art" if (path / "art").is_dir() else None
    try:
        found = path.stat()
        stamp = f"{path.resolve()} {found.st_size} {found.st_mtime_ns}"
        folder = cache_folder() / "art" / hashlib.sha256(stamp.encode()).hexdigest()[:16]
        if not (folder / ".whole").exists():
            _unpack_art(path, folder)
            write_bytes(folder / ".whole", b"")
        return folder
    except (OSError, DiskProblem):
        return None  # the story plays without its own pictures


def _head_of(path: Path) -> str:
    try:
        if path.is_dir():
            return (path / "pack.yaml").read_text(encoding="utf-8-sig")
        return _in_zip(path)
    except (OSError, ValueError):
        return ""


def _in_zip(path: Path) -> str:
    with _opened(path) as archive:
        name = _prefix(archive) + "pack.yaml"
        if name not in archive.namelist():
            return ""
        return _read(archive, name).decode("utf-8-sig")


def _unpack_art(path: Path, folder: Path) -> None:
    with _opened(path) as archive:
        prefix = _prefix(archive) + "art/"
        names = [name for name in archive.namelist() if name.startswith(prefix)]
        for name in names[:MOST_PICTURES]:
            inside = PurePosixPath(name.removeprefix(prefix))
            # Only plain names: what a stranger's zip holds must not land anywhere else.
            if (
                len(inside.parts) == 1
                and re.fullmatch(r"\w[\w.-]*", inside.name)
                and inside.suffix.lower() in PICTURE_ENDINGS
            ):
                write_bytes(folder / inside.name, _read(archive, name))


def _opened(path: Path) -> zipfile.ZipFile:
    """Open a zip. Raises OSError, also for what is none."""
    import zipfile  # a pack in a folder starts without it

    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError) as problem:
        raise OSError(str(problem)) from problem


def _prefix(archive: zipfile.ZipFile) -> str:
    """Return the folder inside the zip that holds pack.yaml: the zip of a folder has one more level."""
    packs = [n for n in archive.namelist() if n == "pack.yaml" or re.fullmatch(r"[^/]+/pack\.yaml", n)]
    packs = sorted((name for name in packs if not name.startswith("__MACOSX/")), key=len)
    return packs[0].removesuffix("pack.yaml") if packs else ""


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    import zlib
    from zipfile import BadZipFile

    try:
        with archive.open(name) as member:
            content = member.read(MOST_BYTES + 1)
    except (BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as problem:
        raise OSError(str(problem)) from problem
    if len(content) > MOST_BYTES:
        raise OSError(f"{name} is too large.")
    return content
