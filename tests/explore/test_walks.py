"""Random walks are seeded, cover, and agree with the exact figures."""

from __future__ import annotations

import pytest

from game.explore.figures import figures
from game.explore.graph import graph_of
from game.explore.lengths import Pace
from game.explore.proof import prove
from game.explore.reading import read_rules
from game.explore.sampling import sample_minutes
from game.explore.walks import walk
from tests.explore import planted


def test_the_same_seed_walks_the_same_way() -> None:
    rules = read_rules(planted.deck_of_letters())
    assert walk(rules, 200, seed=5) == walk(rules, 200, seed=5)
    assert walk(rules, 200, seed=5) != walk(rules, 200, seed=6)


def test_uniform_walks_come_near_the_exact_shares() -> None:
    rules = read_rules(planted.exact_clamp())
    found = walk(rules, 6_400, seed=1)
    assert found.endings["full"] == pytest.approx(100, abs=40)
    assert sum(found.endings.values()) == 6_400
    assert found.scenes["s3"] == 6_400


def test_least_used_first_takes_every_way_at_once() -> None:
    found = walk(read_rules(planted.combination_lock()), 10, order="least-used")
    assert {found.ways["s0", f"d{digit}"] for digit in range(10)} == {1}


def test_a_walk_without_an_ending_is_given_up_and_counted() -> None:
    found = walk(read_rules(planted.seven_conditions()), 2_000, seed=3)
    assert found.unended == 0
    assert sum(found.endings.values()) < 2_000, "some walks stick"


def test_the_sampled_median_lies_between_shortest_and_longest() -> None:
    story = planted.deck_of_letters()
    proof = prove(story)
    whole = figures(proof, graph_of(proof.core)).whole
    sample = sample_minutes(read_rules(story), 501, 1, Pace())
    assert sample is not None
    assert whole.shortest.low <= sample.whole.median <= whole.longest.high
