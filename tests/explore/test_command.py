"""The command: exit codes, honest words about limits, JSON, saves of the examples."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from game.explore.command import add_arguments, run
from game.explore.reading import read_rules
from game.explore.search import Limits, search
from game.explore.transitions import Transitions
from game.story.model import Story
from game.story.replay import from_save
from tests.explore import planted


def explore(story: Story, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args(arguments), story)


def test_a_clean_story_is_told_in_a_teachers_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert explore(planted.gated_by_a_sum(), "--strict") == 0
    told = capsys.readouterr().out
    assert "Exhaustive: 19 states, 1,679,616 playthroughs." in told
    assert "Nothing is amiss." in told
    assert "All 2 endings can be reached." in told
    assert (
        "“Within”: 0.00%. The shortest road is 9 decisions, 1 minute; the longest 9 decisions, 1 minute."
        in told
    )


def test_an_error_is_exit_code_one_and_its_example_is_a_save(tmp_path: Path) -> None:
    story = planted.seven_conditions()
    assert explore(story, "--examples", str(tmp_path)) == 1
    save = json.loads((tmp_path / "001-dead-end-s7.json").read_text(encoding="utf-8"))
    replay = from_save(story, save)
    assert replay.stopped_at is None
    assert replay.playthrough.scene.id == "s7"
    assert replay.playthrough.ways == ()


def test_a_bounded_search_claims_no_never_and_fails_only_when_strict(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert explore(planted.combination_lock(), "--max-states", "5", "--json") == 1
    plain = json.loads(capsys.readouterr().out)
    assert plain["exhaustive"] is False
    assert plain["bound"].startswith("states at ")
    assert plain["verdict"].startswith("bounded by states at ")
    assert [f for f in plain["findings"] if f["kind"].endswith("-never")] == []
    assert plain["figures"] is None
    assert explore(planted.exact_clamp(), "--max-states", "5") == 0
    assert explore(planted.exact_clamp(), "--max-states", "5", "--strict") == 1


def test_json_holds_exact_shares_and_saves(capsys: pytest.CaptureFixture[str]) -> None:
    assert explore(planted.exact_clamp(), "--json", "--walks", "100", "--seed", "7") == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["verdict"] == "exhaustive: 15 states, 64 playthroughs"
    full = next(ending for ending in plain["figures"]["endings"] if ending["id"] == "full")
    assert full["exact_share"] == "1/64"
    assert full["shortest"]["example"]["steps"] == [[f"s{i}", "up"] for i in range(6)] + [["s6", "full"]]
    assert plain["walks"]["walks"] == 100
    assert plain["walks"]["scenes"]["s6"] == 100


def test_ctrl_c_gives_what_was_found_so_far() -> None:
    def interrupt(states: int, steps: int) -> None:
        if states > 1_000:
            raise KeyboardInterrupt

    found = search(Transitions(read_rules(planted.deck_of_letters())), Limits(on_progress=interrupt))
    assert found.bound == "an interrupt"
    assert 1_000 < found.states < 3_093


def test_limits_of_time_and_memory_are_named() -> None:
    transitions = Transitions(read_rules(planted.combination_lock()))
    assert search(transitions, Limits(seconds=0)).bound == "time at 0 seconds"
    assert search(transitions, Limits(bytes=1)).bound == "memory at 0 MB"


def test_wrong_numbers_are_wrong_usage() -> None:
    with pytest.raises(SystemExit) as end:
        explore(planted.exact_clamp(), "--max-states", "none")
    assert end.value.code == 2
