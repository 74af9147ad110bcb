"""How both editions find a game to go on with, and where it is saved from then on."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game import disk, saves
from game.story.playthrough import Playthrough
from tests.desktop.small_story import small_story


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path))
    return tmp_path


def saved(*ways: str, at: int, name: str = "") -> Path:
    """A save of a game that took these ways, written at a second of the clock."""
    playthrough = Playthrough.begin(small_story())
    for way in ways:
        playthrough = playthrough.choose(way)
    path = disk.new_save_path("small")
    disk.save_game(path, playthrough, name=name)
    os.utime(path, (at, at))
    return path


def test_the_newest_game_that_has_begun_is_gone_on_with() -> None:
    assert saves.unfinished("small") is None
    saved(at=300)
    assert saves.unfinished("small") is None, "nothing was decided in it"
    saved("mend", at=100)
    newer = saved("leave", at=200)
    found = saves.unfinished("small")
    assert found is not None
    assert found.path == newer


def test_a_game_goes_on_in_its_own_file() -> None:
    path = saved("mend", at=100)
    replay, where = saves.take_up(path, small_story())
    assert where == path
    assert [step.way for step in replay.playthrough.steps] == ["mend"]


def test_one_that_was_kept_under_a_name_stays_as_it_is() -> None:
    path = saved("mend", at=100, name="Group 3")
    assert saves.take_up(path, small_story()).path != path


def test_one_under_which_the_story_has_changed_keeps_what_it_held() -> None:
    path = saved(at=100)
    disk.write_text(path, json.dumps(json.loads(path.read_text()) | {"steps": [["cellar", "left"]]}))
    replay, where = saves.take_up(path, small_story())
    assert replay.steps_lost == 1
    assert where != path
