"""The packs of this machine: opening a folder says whether a file manager could be started."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game.commands.pack_library import show_folder

UNIX = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs xdg-open")


@UNIX
@pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning")  # it is left to itself
@pytest.mark.parametrize(("script", "opened"), [("exit 0", True), ("sleep 2", True), ("exit 3", False)])
def test_a_folder_is_opened_by_the_program_of_the_system(
    script: str, opened: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/bin:/usr/bin")
    assert show_folder(tmp_path / "packs") is opened
    assert (tmp_path / "packs").is_dir()


@UNIX
def test_a_system_without_such_a_program_opens_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not show_folder(tmp_path / "packs")
