"""A user's files: written whole or not at all, and never lost to a damaged one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game import disk
from game.disk import DiskProblem, Settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path))
    return tmp_path


def test_settings_are_kept_and_start_as_at_first() -> None:
    assert disk.load_settings() == Settings()
    disk.save_settings(Settings(text_size=150, high_contrast=True))
    assert disk.load_settings() == Settings(text_size=150, high_contrast=True)


@pytest.mark.parametrize("damaged", ["", "{", "[]", "null", "\x00", '{"text_size": "big", "unknown": 1}'])
def test_damaged_settings_are_as_at_first(home: Path, damaged: str) -> None:
    (home / "settings.json").write_text(damaged)
    assert disk.load_settings() == Settings()


def test_settings_out_of_range_are_brought_back(home: Path) -> None:
    (home / "settings.json").write_text(json.dumps({"text_size": 900, "typeface": "comic"}))
    assert disk.load_settings() == Settings(text_size=200)


def test_a_failed_write_leaves_the_old_file_and_no_rest(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = home / "page.html"
    disk.write_text(path, "old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskProblem, match="No space left on device"):
        disk.write_text(path, "new")
    assert path.read_text() == "old"
    assert [entry.name for entry in home.iterdir()] == ["page.html"]


def test_a_page_can_be_read_by_others(home: Path) -> None:
    mask = os.umask(0o022)
    try:
        disk.write_text(home / "page.html", "text")
    finally:
        os.umask(mask)
    assert (home / "page.html").stat().st_mode & 0o777 == 0o644


def test_no_two_playthroughs_share_a_save(home: Path) -> None:
    first = disk.new_save_path("small")
    disk.write_text(first, "{}")
    assert disk.new_save_path("small") != first


def test_a_damaged_save_is_left_out_of_the_list_and_left_where_it_is(home: Path) -> None:
    path = home / "saves/small/2026-01-01_10-00-00.json"
    disk.write_text(path, "{ damaged")
    assert disk.saved_games("small") == ()
    assert path.read_text() == "{ damaged"


@pytest.mark.parametrize("typed", ["~nobody_of_that_name/x.html", "x" * 5000, "a\0b"])
def test_a_name_that_no_file_can_have_is_a_problem_in_a_sentence(typed: str) -> None:
    with pytest.raises(DiskProblem, match="No file can have the name"):
        disk.path_from(typed)
