"""What the commands need of a pack before, or without, compiling it; the same for a folder and for a zip."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from game.disk import DiskProblem, cache_folder, write_bytes

if TYPE_CHECKING:
    import zipfile

MOST_BYTES = 16 * 1024 * 1024
"""The largest picture, and the largest pack.yaml, that is taken out of a zip."""
MOST_PICTURES = 500
MOST_UNPACKED = 256 * 1024 * 1024
"""The most that all pictures of a zip may hold together: they are written into the cache."""
LONGEST_PEEKED = 500
"""Signs of a title that stands in a list."""
PICTURE_ENDINGS = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})


def peeked(path: Path, key: str) -> str:
    """Return a one-line text of pack.yaml without compiling it, or nothing: good enough for a title."""
    line = rf"^[\"']?{key}[\"']?[ \t]*:[ \t]*([^ \t\n].*)$"
    found = re.search(line, _head_of(path), re.MULTILINE)
    text = re.split(r"[ \t]#", found[1], maxsplit=1)[0].rstrip(" \t").strip("'\"") if found else ""
    # No checker has seen it, and it stands in lists and at the head of the window.
    return "".join(sign if sign.isprintable() else " " for sign in text[:LONGEST_PEEKED])


def art_of(path: Path) -> Path | None:
    """Return the folder of a pack's own pictures, if it has any; a zip's are unpacked into the cache once."""
    if path.is_dir():
        return path / "art" if (path / "art").is_dir() else None
    from hashlib import sha256  # 4 MB of memory, which the first title of a folder does not need

    try:
        found = path.stat()
        stamp = f"{path.resolve()} {found.st_size} {found.st_mtime_ns}"
        folder = cache_folder() / "art" / sha256(stamp.encode()).hexdigest()[:16]
        if not (folder / ".whole").exists():
            _unpack_art(path, folder)
            write_bytes(folder / ".whole", b"")
        return folder
    except (OSError, DiskProblem):
        return None  # the story plays without its own pictures


def _head_of(path: Path) -> str:
    try:
        if path.is_dir():
            if not (path / "pack.yaml").is_file():
                return ""  # a pipe would keep the game waiting
            with (path / "pack.yaml").open("rb") as file:
                return file.read(MOST_BYTES).decode("utf-8-sig").replace("\r\n", "\n")
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
        left = MOST_UNPACKED
        for name in names[:MOST_PICTURES]:
            inside = PurePosixPath(name.removeprefix(prefix))
            # Only plain names: what a stranger's zip holds must not land anywhere else.
            if (
                len(inside.parts) == 1
                and re.fullmatch(r"\w[\w.-]*", inside.name)
                and inside.suffix.lower() in PICTURE_ENDINGS
            ):
                content = _read(archive, name)
                left -= len(content)
                if left < 0:
                    raise OSError(f"{path} holds too large pictures.")
                write_bytes(folder / inside.name, content)


def _opened(path: Path) -> zipfile.ZipFile:
    """Open a zip. Raises OSError, also for what is none."""
    from game.authoring.opened_zip import UnreadableZip, opened  # a pack in a folder starts without it

    try:
        return opened(path)
    except UnreadableZip as problem:
        raise OSError(str(problem)) from problem


def _prefix(archive: zipfile.ZipFile) -> str:
    """Return the outermost folder inside the zip that holds a pack.yaml, as the compiler finds it."""
    packs = [n for n in archive.namelist() if n.rpartition("/")[2] == "pack.yaml" and "__MACOSX" not in n]
    packs.sort(key=lambda name: name.count("/"))
    return packs[0].removesuffix("pack.yaml") if packs else ""


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    from game.authoring.opened_zip import UnreadableZip, unpacked

    try:
        content = unpacked(archive, archive.getinfo(name), MOST_BYTES + 1)
    except UnreadableZip as problem:
        raise OSError(str(problem)) from problem
    if len(content) > MOST_BYTES:
        raise OSError(f"{name} is too large.")
    return content
