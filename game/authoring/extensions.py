"""Where an extension finds its base."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from game.authoring.decode_pack import EXTENSION
from game.authoring.diagnostics import Report
from game.authoring.guesses import Guesses
from game.authoring.pack_files import PackFiles, read_pack
from game.authoring.shapes import ID
from game.authoring.spans import TextFile
from game.authoring.yaml_tree import Keyed, Node, Scalar, Unreadable, documents, span_of

_START_OF_PACK = 4_000
"""Characters of a pack.yaml that are searched for its id; it stands near the top."""


def base_of(own: PackFiles, path: Path, search: list[Path], report: Report) -> tuple[PackFiles | None, bool]:
    """Return the files of the base (None where there is none), and whether the pack extends one."""
    pack = next((file for file in own.files if file.path == "pack.yaml"), None)
    value = _extends(pack) if pack else None
    if pack is None or value is None:
        return None, False
    if not isinstance(value, Scalar) or not value.value:
        return None, True  # told where pack.yaml is read
    name, span = value.value, span_of(pack, value)
    folders = (path.absolute().parent, *search)
    for folder in folders if ID.fullmatch(name) else ():
        if base := _pack_in(folder, name, path):
            files = read_pack(base, report)
            if any(file.path == "pack.yaml" and _extends(file) is not None for file in files.files):
                report.add("Y217", span, name=name)
                return None, True
            return files, True
    guess = Guesses().nearest(name, [known for folder in folders for known in _names_in(folder, path)])
    looked = ", ".join(str(folder) for folder in (path.parent, *search))
    report.add("Y215", span, name=name, folders=looked, guess=guess, help="did_you_mean" if guess else None)
    return None, True


def _extends(file: TextFile) -> Node | None:
    """Return the value under `extends:` of a pack.yaml, also where the key is misspelt; None without one."""
    try:
        head = next(documents(file.text, lambda code, start, end: None), None)
    except (yaml.YAMLError, Unreadable):
        return None  # nothing else is told of a pack whose pack.yaml cannot be read
    for key, value in head.pairs() if isinstance(head, Keyed) else ():
        if isinstance(key, Scalar) and _means_extends(key.value):
            return value
    return None


def _means_extends(key: str) -> bool:
    if key in EXTENSION.readers:
        return key == "extends"
    return (EXTENSION.slips.get(key) or Guesses().nearest(key, EXTENSION.keys)) == "extends"


def _pack_in(folder: Path, name: str, own: Path) -> Path | None:
    """Return the pack of a name in a folder: by its folder's or zip's name, else by its id."""
    for candidate in (folder / name, folder / f"{name}.zip"):
        if candidate.exists() and candidate.absolute() != own.absolute():
            return candidate
    says_id = re.compile(rf"^id:[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
    for pack in _packs_in(folder, own):
        if not (pack / "pack.yaml").is_file():
            continue  # a pipe would keep the game waiting
        try:
            with (pack / "pack.yaml").open(encoding="utf-8", errors="replace") as file:
                text = file.read(_START_OF_PACK)
        except OSError:
            continue
        if says_id.search(text):
            return pack
    return None


def _packs_in(folder: Path, own: Path) -> Iterator[Path]:
    try:
        found = sorted(folder.glob("*/pack.yaml"))
    except OSError:
        return
    yield from (pack.parent for pack in found if pack.parent.absolute() != own.absolute())


def _names_in(folder: Path, own: Path) -> Iterable[str]:
    return (pack.name for pack in _packs_in(folder, own))
