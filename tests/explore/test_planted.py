"""Stories with planted shapes come to the figures that one can work out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from game.explore.study import Study, study
from game.explore.transitions import ALL, Reductions
from game.story.replay import from_save, to_save
from tests.explore import planted

SWITCHES = [
    ALL,
    Reductions(slices=False),
    Reductions(merging=False),
    Reductions(sums=False),
    Reductions(verdicts=False),
]


def of_ending(found: Study, name: str):
    assert found.figures is not None
    return next(ending for ending in found.figures.endings if ending.id == name)


def kinds(found: Study) -> set[str]:
    return {finding.kind for finding in found.findings}


def test_a_combination_lock_of_ten_digits_opens_in_one_way_of_ten_thousand_million() -> None:
    found = study(planted.combination_lock())
    assert found.proof.bound is None
    assert found.figures is not None
    assert found.figures.playthroughs == 10_000_000_001
    opened = of_ending(found, "open")
    assert opened.playthroughs == 1
    assert opened.share == Fraction(1, 20_000_000_000)
    road = opened.shortest.playthrough
    assert [step.way for step in road.steps] == [
        "d3",
        "d1",
        "d4",
        "d1",
        "d5",
        "d9",
        "d2",
        "d6",
        "d5",
        "d8",
        "pull",
    ]
    assert from_save(road.story, to_save(road)).playthrough == road
    assert found.proof.states == 23


def test_a_gate_behind_a_sum_is_passed_only_by_giving_all() -> None:
    found = study(planted.gated_by_a_sum())
    within = of_ending(found, "within")
    assert within.playthroughs == 1
    assert within.share == Fraction(1, 6**8)
    assert {step.way for step in within.shortest.playthrough.steps} == {"g5", "in"}
    assert found.proof.states == 19


def test_a_forked_loop_has_playthroughs_without_end_and_a_mean_all_the_same() -> None:
    found = study(planted.forked_loop())
    assert found.figures is not None
    assert found.figures.playthroughs is None
    assert of_ending(found, "end").share == 1
    assert of_ending(found, "end").shortest.decisions == 1
    assert of_ending(found, "end").longest.decisions == float("inf")
    # Two of three rounds go on: three visits of the hall, and one of a door for each but the last.
    assert found.figures.whole.decisions == pytest.approx(5)
    assert found.figures.whole.words == pytest.approx(6 * 3)
    assert found.figures.whole.shortest.low == pytest.approx(2 * 3 / 200 + 8 / 60)
    assert found.figures.whole.longest.high == float("inf")
    assert found.figures.visited == pytest.approx({"s0": 1, "left": 1 / 2, "right": 1 / 2, "end": 1})
    assert kinds(found) == {"loop"}


def test_a_deck_of_twelve_letters_is_a_set_and_its_interplay_is_kept() -> None:
    found = study(planted.deck_of_letters())
    know = of_ending(found, "know")
    assert know.shortest is not None
    read = [step.way for step in know.shortest.playthrough.steps if step.way.startswith("tray/")]
    assert len(read) == 9, "four lie there at once: eight others come before letter 11"
    assert read[-1] == "tray/letter11"
    assert {"tray/letter03", "tray/letter07"} < set(read)
    assert found.findings == []


def test_two_to_the_forty_playthroughs_are_forty_one_states() -> None:
    found = study(planted.two_to_the_forty())
    assert found.figures is not None
    assert found.figures.playthroughs == 1_099_511_627_776
    assert found.proof.states == 41


def test_an_ending_at_an_exact_clamp_is_reached_by_rising_six_times() -> None:
    found = study(planted.exact_clamp())
    full = of_ending(found, "full")
    assert full.share == Fraction(1, 64)
    assert [step.way for step in full.shortest.playthrough.steps] == ["up"] * 6 + ["full"]


@pytest.mark.parametrize("reductions", SWITCHES)
def test_a_dead_end_that_needs_seven_conditions_is_found_and_shown(reductions: Reductions) -> None:
    found = study(planted.seven_conditions(), reductions=reductions)
    (dead_end,) = found.of("error")
    assert dead_end.kind == "dead-end"
    assert [step.way for step in dead_end.example.steps] == ["yes"] * 7
    assert dead_end.example.ways == ()
    assert found.figures is not None
    assert found.figures.playthroughs == 127
    assert found.figures.stuck == pytest.approx(1 / 128)
