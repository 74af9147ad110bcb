"""The command: exit codes, honest words about limits, JSON, saves of the examples."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.explore.command import add_arguments, run
from game.explore.reading import read_rules
from game.explore.report import as_text
from game.explore.search import Limits, search
from game.explore.study import Wanted, study
from game.explore.transitions import Transitions
from game.story.model import AfterlifeEntry, Chapter, Fact, Person, Story, Way
from game.story.replay import from_save
from tests.explore import planted


def parsed(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return parser.parse_args(arguments)


def explore(story: Story, *arguments: str) -> int:
    return run(parsed(*arguments), story)


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
    assert explore(story, "--witnesses", str(tmp_path)) == 1
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


def test_a_chapter_by_itself_ends_where_it_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    story = two_chapters()
    assert explore(story, "--chapter", "one", "--table") == 0
    told = capsys.readouterr().out
    assert told.startswith("exhaustive: 3 states, 3 playthroughs\n")
    assert "goes on                       66.7%" in told
    assert "ending out                    33.3%   1 decision at least" in told
    assert "chapter two" not in told
    assert explore(story, "--chapter", "three") == 2
    assert capsys.readouterr().err == "There is no chapter 'three' in p. There are: one, two.\n"


def two_chapters() -> Story:
    scenes = [
        planted.scene("s0", Way("left", "s1"), Way("right", "s1"), Way("out", "out")),
        planted.ending("out"),
        replace(planted.scene("s1", Way("on", "end")), chapter="two"),
        replace(planted.ending("end"), chapter="two"),
    ]
    chapters = (Chapter("one", "One", "01", "s0"), Chapter("two", "Two", "02", "s1"))
    return replace(planted.story(scenes), chapters=chapters)


def test_notes_never_fail_warnings_fail_strictly(capsys: pytest.CaptureFixture[str]) -> None:
    loop = planted.forked_loop()
    assert explore(loop, "--strict") == 0, "a loop with a way out is a note"
    assert "Notes (1)" in capsys.readouterr().out
    lost = planted.story(
        [planted.scene("s0", Way("on", "end")), planted.ending("end"), planted.ending("lost")]
    )
    assert explore(lost) == 0
    assert explore(lost, "--strict") == 1


def test_a_fact_of_the_debrief_alone_is_a_note_and_one_of_nothing_a_warning() -> None:
    story = replace(
        planted.two_to_the_forty(),
        facts={name: Fact(name, "Claim.", "corroborated", ()) for name in ("told", "untold")},
        afterlife=(AfterlifeEntry("Later", "1956", (), ("told",)),),
        people={"somebody": Person("somebody", "Somebody")},
    )
    found = {(f.severity, f.kind, f.text) for f in study(story).findings}
    assert found == {
        (
            "note",
            "fact-in-debrief-only",
            "No scene meets the fact told; it is told in the debrief or the teacher's pages alone "
            "(in none of 41 states).",
        ),
        ("warning", "fact-never", "No playthrough meets the fact untold (in none of 41 states)."),
        ("note", "person-never", "somebody is never shown and never speaks (in none of 41 states)."),
    }


def test_too_many_joint_states_give_sampled_figures_that_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    found = study(planted.exact_clamp(), Wanted(most_joint=5))
    told = as_text(found)
    assert "Exhaustive, question by question: " in told
    assert "Figures of 20,000 random playthroughs (sampled, not exact)" in told
    assert "playthroughs." not in told.splitlines()[1]
    share = found.sample.endings["full"] / 20_000
    assert share == pytest.approx(1 / 64, abs=0.005)


def test_what_names_something_of_the_extension_is_told_first() -> None:
    story = replace(
        planted.two_to_the_forty(),
        facts={name: Fact(name, "Claim.", "corroborated", ()) for name in ("untold", "my_class_bread")},
        extension="my_class",
    )
    told = as_text(study(story)).splitlines()
    assert told[0] == "P 1, with my_class"
    at = told.index("Warnings (2)")
    assert told[at + 1 : at + 4] == [
        "  No playthrough meets the fact my_class_bread (in none of 41 states).",
        "  Of the story that my_class adds to (1):",
        "  No playthrough meets the fact untold (in none of 41 states).",
    ]
