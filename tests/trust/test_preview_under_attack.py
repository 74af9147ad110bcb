"""The preview while the files under it are swapped, torn and blown up: it tells, and goes on once mended."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.small_pack import small_pack
from tests.desktop.test_preview import Author

SCENE = "chapters/01_evening/10_stop.yaml"
LINE = "The mail sledge has stopped at the bridge."
HANGS = 30


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def gone(path: Path) -> None:
    path.unlink()


def huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(2**30)  # takes no room on the disk


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def torn(path: Path) -> None:
    path.write_bytes(path.read_bytes() + "\u202e é".encode()[:-1])


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def removed(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
@pytest.mark.parametrize("attack", [pipe, folder, device, loop, gone, huge, half, torn, zeros, empty])
@pytest.mark.parametrize("name", [SCENE, "pack.yaml"])
def test_a_file_that_is_swapped_is_told_and_mending_it_goes_on(
    attack: Callable[[Path], None], name: str, tmp_path: Path
) -> None:
    author = Author(small_pack(tmp_path))
    assert LINE in author.text
    path = author.pack / name
    whole = path.read_bytes()
    attack(path)
    begun = time.perf_counter()
    assert author.waits()
    assert author.pilot.name == "MessagesScreen", author.text
    assert "The pack cannot be played yet" in author.text
    assert time.perf_counter() - begun < HANGS
    removed(path) if path.is_symlink() or path.exists() else None
    path.write_bytes(whole)
    assert author.waits()
    assert author.pilot.name == "PreviewScreen"
    assert LINE in author.text


def test_a_pack_that_is_taken_away_and_put_back_goes_on(tmp_path: Path) -> None:
    author = Author(small_pack(tmp_path))
    away = tmp_path / "away"
    author.pack.rename(away)
    assert author.waits()
    assert author.pilot.name == "MessagesScreen"
    away.rename(author.pack)
    assert author.waits()
    assert LINE in author.text
