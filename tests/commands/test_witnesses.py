"""What `explore --witnesses` writes is played again by `play --replay` and `preview --replay`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.commands.codes import played_file
from game.commands.outcome import CommandFailed
from game.explore.command import run
from tests.explore import planted
from tests.explore.test_command import parsed


def test_a_witness_file_is_played_to_where_it_ends(tmp_path: Path) -> None:
    story = planted.seven_conditions()
    assert run(parsed("--witnesses", str(tmp_path)), story) == 1
    played = played_file(story, str(tmp_path / "001-dead-end-s7.json"))
    assert played is not None
    assert played.scene.id == "s7"
    assert played.ways == ()


def test_no_file_is_no_witness_and_no_save_is_refused(tmp_path: Path) -> None:
    story = planted.seven_conditions()
    assert played_file(story, "K7QM2-4TT0V-9XA") is None
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps({"format": 99}), encoding="utf-8")
    with pytest.raises(CommandFailed, match="another version of the program"):
        played_file(story, str(broken))
