"""The files of a pack, from a folder or a zip read in memory: bounded, never outside it, decoded as UTF-8."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from zipfile import ZipFile, ZipInfo

from game.authoring.diagnostics import Report
from game.authoring.guesses import listed
from game.authoring.opened_zip import UnreadableZip, entries, opened, unpacked
from game.authoring.picture_faults import (
    PICTURE_ENDINGS,
    PictureFault,
    Reader,
    is_picture,
    look_at_pictures,
)
from game.authoring.spans import Span, TextFile

MOST_BYTES = 16 * 1024 * 1024
"""The largest file that is read."""
MOST_BYTES_IN_ALL = 256 * 1024 * 1024
"""The most that the files of one pack may hold together, after decompression."""
MOST_FILES = 2_000
_HIDDEN_ENDING = re.compile(r"\.ya?ml(\.(?:txt|text|rtf|docx?|odt))$", re.IGNORECASE)
"""What an editor puts behind `.yaml` without saying so, and Windows does not show."""
_WRITTEN_ELSEWHERE = re.compile(r"chapters/.*?(\.(?:txt|text|rtf|docx?|odt|pages|md))$", re.IGNORECASE)
"""A scene as a word processor saves it. Outside `chapters/` such a file may well be a note or a licence."""
_FOREIGN_TEXTS = (
    (b"PK\x03\x04", "a Word document or a zip"),
    (b"{\\rtf", "rich text, as TextEdit writes it"),
)
OTHER_PICTURES = frozenset({".gif", ".bmp", ".tif", ".tiff", ".heic", ".avif"})


@dataclass(frozen=True)
class PackFiles:
    """The YAML files of a pack in code-point order of their paths, and the names of the pictures in `art/`.

    `pictures` are the paths of pictures that are not used: elsewhere than in `art/`, or of another kind.
    `unread` are paths of files that could not be read as text; they are reported already. `other` are texts
    that are not read for the ending of their names, which is reported too.
    """

    shown: str
    files: tuple[TextFile, ...] = ()
    art: frozenset[str] = frozenset()
    unread: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    folders: frozenset[str] = frozenset()
    other: tuple[TextFile, ...] = ()


@dataclass
class _Found:
    """What a folder or zip holds: readers of the files by path."""

    readers: dict[str, Reader] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    count: int = 0


def read_pack(
    path: Path, report: Report, shown: str | None = None, picture_fault: PictureFault | None = None
) -> PackFiles:
    """Read a pack. Whatever cannot be read is reported, and what `picture_fault` says of its pictures."""
    name = shown if shown is not None else path.as_posix()
    top = TextFile("", "", name)
    try:
        if path.is_dir():
            found = _in_folder(path, name, report)
            look_at_pictures(found.readers, found.sizes, partial(_place, name), report, picture_fault)
            return _decoded(found, name, report)
        if path.is_file():
            return _from_zip(path, name, report, picture_fault)
        report.add("Y211", Span(top, 0, 0), path=name)
    except UnreadableZip as problem:
        report.add("Y206", Span(top, 0, 0), problem=problem)
    except (OSError, RuntimeError, ValueError) as problem:
        report.add("Y212", Span(top, 0, 0), problem=problem)
    return PackFiles(name)


def _place(shown: str, path: str, text: str = "") -> TextFile:
    return TextFile(path, text, f"{shown}/{path}" if shown not in ("", ".") else path)


def _in_folder(root: Path, shown: str, report: Report) -> _Found:
    found = _Found()
    real_root = root.resolve()
    waiting = [(root, "")]
    while waiting:
        folder, prefix = waiting.pop()
        for entry in sorted(os.scandir(folder), key=lambda e: e.name):
            path = prefix + entry.name
            if _is_litter(entry.name):
                continue
            if entry.is_symlink() and not _stays_inside(Path(entry.path), real_root):
                report.add("Y205", Span(_place(shown, path), 0, 0), path=path)
                continue
            found.count += 1
            if found.count > MOST_FILES:
                report.add("Y203", Span(TextFile("", "", shown), 0, 0), most=MOST_FILES)
                return found
            if entry.is_dir():
                if path.count("/") < 8:
                    waiting.append((Path(entry.path), path + "/"))
            elif stat.S_ISREG(entry.stat().st_mode):
                found.readers[path] = _file_reader(Path(entry.path))
                found.sizes[path] = entry.stat().st_size
    return found


def _is_litter(name: str) -> bool:
    """Whether a system or an editor put this there for itself; Word marks an open file with `~$`."""
    return name.startswith((".", "~$")) or name == "__MACOSX"


def _stays_inside(path: Path, root: Path) -> bool:
    # A linked folder could hold the one it stands in; nobody needs one in a pack.
    try:
        return path.resolve(strict=True).is_relative_to(root) and not path.is_dir()
    except (OSError, RuntimeError):
        return False


def _file_reader(path: Path) -> Reader:
    def read(most: int) -> bytes:
        with path.open("rb") as file:
            return file.read(most)

    return read


def _from_zip(path: Path, shown: str, report: Report, picture_fault: PictureFault | None) -> PackFiles:
    with opened(path) as archive:
        found = _Found()
        infos = entries(archive)
        packs = _packs_inside([info.filename for info in infos])
        if len(packs) > 1:
            report.add("Y223", Span(TextFile("", "", shown), 0, 0), packs=listed(packs))
            return PackFiles(shown)
        if not packs and (inner := [i.filename for i in infos if i.filename.lower().endswith(".zip")]):
            report.add("Y224", Span(TextFile("", "", shown), 0, 0), name=inner[0])
            return PackFiles(shown)
        prefix = packs[0] if packs else ""
        for info in infos:
            inside = PurePosixPath(info.filename.replace("\\", "/"))
            is_link = stat.S_ISLNK(info.external_attr >> 16)
            if not inside.parts:
                continue  # the folder itself
            if is_link or inside.is_absolute() or ".." in inside.parts or ":" in inside.parts[0]:
                report.add("Y205", Span(_place(shown, info.filename), 0, 0), path=info.filename)
                continue
            name = inside.as_posix()
            if not name.startswith(prefix) or any(map(_is_litter, inside.parts)):
                continue
            found.count += 1
            if found.count > MOST_FILES:
                report.add("Y203", Span(TextFile("", "", shown), 0, 0), most=MOST_FILES)
                break
            found.readers[name.removeprefix(prefix)] = _member_reader(archive, info)
            found.sizes[name.removeprefix(prefix)] = info.file_size
        look_at_pictures(found.readers, found.sizes, partial(_place, shown), report, picture_fault)
        return _decoded(found, shown, report)


def _packs_inside(names: list[str]) -> list[str]:
    """Return the outermost folders inside a zip that hold a pack.yaml, `` for the zip itself.

    Who makes a zip of a folder, or of a folder around it, packs one or two levels more.
    """
    plain = [name.replace("\\", "/") for name in names]
    packs = [name for name in plain if name.rpartition("/")[2] == "pack.yaml" and "__MACOSX" not in name]
    least = min((name.count("/") for name in packs), default=0)
    return sorted(name.removesuffix("pack.yaml") for name in packs if name.count("/") == least)


def _member_reader(archive: ZipFile, info: ZipInfo) -> Reader:
    return lambda most: unpacked(archive, info, most)


def _decoded(found: _Found, shown: str, report: Report) -> PackFiles:
    files: list[TextFile] = []
    unread: list[str] = []
    other: list[TextFile] = []
    art = frozenset(_picture_names(found.readers))
    left = MOST_BYTES_IN_ALL
    for path in sorted(found.readers):
        hidden = _HIDDEN_ENDING.search(path)
        if not hidden and (elsewhere := _WRITTEN_ELSEWHERE.fullmatch(path)):
            _report_ending(report, _place(shown, path), elsewhere[1])
        if path.startswith("art/") or not (hidden or path.lower().endswith((".yaml", ".yml"))):
            continue
        if hidden:
            _report_ending(report, _place(shown, path), hidden[1])
        try:
            content = found.readers[path](MOST_BYTES + 1)
        except (OSError, UnreadableZip) as problem:
            report.add("Y212", Span(_place(shown, path), 0, 0), problem=problem)
            unread.append(path)
            continue
        left -= len(content)
        if len(content) > MOST_BYTES or left < 0:
            code = "Y202" if len(content) > MOST_BYTES else "Y216"
            report.add(
                code,
                Span(_place(shown, path), 0, 0),
                most=MOST_BYTES // 2**20,
                all=MOST_BYTES_IN_ALL // 2**20,
            )
            unread.append(path)
            if left < 0:
                unread.extend(other for other in found.readers if other > path)
                break
            continue
        text = _text(content, shown, path, report)
        if text is None:
            unread.append(path)
        else:
            (other if hidden else files).append(_place(shown, path, text))
    folders = frozenset(
        path.split("/")[1] for path in found.readers if path.startswith("chapters/") and path.count("/") > 1
    )
    return PackFiles(
        shown, tuple(files), art, tuple(unread), tuple(_other_pictures(found.readers)), folders, tuple(other)
    )


def _report_ending(report: Report, file: TextFile, ending: str) -> None:
    name = file.path.rpartition("/")[2]
    right = name.removesuffix(ending)
    right = right if right.lower().endswith((".yaml", ".yml")) else f"{right}.yaml"
    report.add("Y219", Span(file, 0, 0), name=name, right=right, ending=ending)


def _other_pictures(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        ending = PurePosixPath(path).suffix.lower()
        if ending in OTHER_PICTURES or (ending in PICTURE_ENDINGS and not path.startswith("art/")):
            yield path


def _picture_names(paths: Iterable[str]) -> Iterator[str]:
    return (PurePosixPath(path).stem for path in paths if is_picture(path))


def _text(content: bytes, shown: str, path: str, report: Report) -> str | None:
    """Return the text of a file, line ends as `\\n`; None after a finding where it is not UTF-8."""
    for begin, found in _FOREIGN_TEXTS:
        if content.startswith(begin):
            report.add("Y220", Span(_place(shown, path), 0, 0), found=found)
            return None
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:200]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        readable = "" if is_wide else content.decode("utf-8", errors="replace")
        at = len(content[: problem.start].decode("utf-8", errors="replace")) if readable else 0
        readable = readable.replace("\r\n", "\n") if "\r" in readable else readable
        at -= content[: problem.start].count(b"\r\n") if readable else 0
        file = _place(shown, path, readable)
        report.add(
            "Y201", Span(file, at, at + bool(readable)), found="UTF-16" if is_wide else "an older encoding"
        )
        return None
    if is_wide and "\0" in text:
        report.add("Y201", Span(_place(shown, path), 0, 0), found="UTF-16")
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text
