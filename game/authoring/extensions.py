"""Where an extension finds its base."""

from __future__ import annotations

import re
from pathlib import Path

from game.authoring.diagnostics import Report
from game.authoring.pack_files import PackFiles, read_pack
from game.authoring.spans import Span

_EXTENDS = re.compile(r"^extends:[ \t]*[\"']?([a-z][a-z0-9_]*)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_START_OF_PACK = 4_000
"""Characters of a pack.yaml that are searched for its id; it stands near the top."""


def base_of(own: PackFiles, path: Path, search: list[Path], report: Report) -> tuple[PackFiles | None, bool]:
    """Return the files of the base (None where there is none), and whether the pack extends one."""
    pack = next((file for file in own.files if file.path == "pack.yaml"), None)
    found = _EXTENDS.search(pack.text) if pack else None
    if pack is None or found is None:
        return None, False
    name, span = found[1], Span(pack, found.start(1), found.end(1))
    for folder in (path.absolute().parent, *search):
        if base := _pack_in(folder, name, path):
            files = read_pack(base, report)
            if any(file.path == "pack.yaml" and _EXTENDS.search(file.text) for file in files.files):
                report.add("Y217", span, name=name)
                return None, True
            return files, True
    report.add("Y215", span, name=name, folders=", ".join(str(folder) for folder in (path.parent, *search)))
    return None, True


def _pack_in(folder: Path, name: str, own: Path) -> Path | None:
    """Return the pack of a name in a folder: by its folder's or zip's name, else by its id."""
    for candidate in (folder / name, folder / f"{name}.zip"):
        if candidate.exists() and candidate.absolute() != own.absolute():
            return candidate
    says_id = re.compile(rf"^id:[ \t]*{re.escape(name)}[ \t]*$", re.MULTILINE)
    try:
        packs = sorted(folder.glob("*/pack.yaml"))
    except OSError:
        return None
    for pack in packs:
        try:
            with pack.open(encoding="utf-8", errors="replace") as file:
                text = file.read(_START_OF_PACK)
        except OSError:
            continue
        if pack.parent.absolute() != own.absolute() and says_id.search(text):
            return pack.parent
    return None
