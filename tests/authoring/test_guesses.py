"""The nearest known name to a misspelt one."""

from __future__ import annotations

import pytest

from game.authoring.guesses import Guesses, slips

KNOWN = ["clerks_office", "night", "hr", "standing", "feldman", "in_tray"]


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("clerks_ofice", "clerks_office"),
        ("clerks-office", "clerks_office"),
        ("Clerks Office", "clerks_office"),
        ("nihgt", "night"),
        ("hs", "hr"),
        ("xy", None),
        ("standnig", "standing"),
        ("feldmann", "feldman"),
        ("f\u0435ldman", "feldman"),
        ("clerks", "clerks_office"),
        ("morning", None),
        ("tray", "in_tray"),
    ],
)
def test_nearest(name: str, guess: str | None) -> None:
    assert Guesses().nearest(name, KNOWN) == guess


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("night", "night", 0),
        ("nihgt", "night", 1),
        ("nigt", "night", 1),
        ("nigth", "night", 1),
        ("abc", "xyz", 3),
    ],
)
def test_slips_count_a_swap_as_one(one: str, other: str, count: int) -> None:
    assert slips(one, other, 2) == count


def test_guessing_stops_after_much_work() -> None:
    known = [f"scene_{number}" for number in range(20_000)]
    guesses = Guesses()
    found = [guesses.nearest(f"scene_{number}x", known) for number in range(100)]
    assert found[0] is not None
    assert found[-1] is None
