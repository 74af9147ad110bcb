"""Small packs for tests, written into a folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from game.authoring import Compilation, compile_pack
from game.story.model import Story
from tests.authoring.cases import GOOD

X = "scene: x\ntitle: X\nprovenance: invented\n"
"""The head of the good pack's scene `x`, which a test may write anew."""


def good_pack(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Write the good pack with some files replaced or added; return its path."""
    pack = folder / "pack"
    shutil.copytree(GOOD, pack)
    for name, text in (files or {}).items():
        path = pack / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return pack


def compiled(folder: Path, x: str, files: dict[str, str] | None = None) -> Compilation:
    """Compile the good pack with another scene `x`."""
    return compile_pack(good_pack(folder, {"chapters/01_a/x.yaml": x} | (files or {})))


def story(folder: Path, x: str, files: dict[str, str] | None = None) -> Story:
    """Return the story of the good pack with another scene `x`; it must have no errors."""
    result = compiled(folder, x, files)
    assert result.story is not None, [found.as_text() for found in result.diagnostics]
    return result.story


def codes(result: Compilation) -> list[str]:
    """Return the codes found, in order."""
    return [found.code for found in result.diagnostics]
