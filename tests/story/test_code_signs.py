"""Signs, groups and check signs: what a slip of the hand cannot do to a code."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.story.code_signs import SIGNS, WrongCode, read, written

NUMBERS = st.integers(1, 30).flatmap(lambda n: st.tuples(st.integers(0, 31**n - 1), st.just(n)))


def fault_of(code: str) -> tuple[str, int]:
    with pytest.raises(WrongCode) as caught:
        read(code)
    return caught.value.fault, caught.value.group


def test_a_number_and_its_code_written_out() -> None:
    # Digits, the lowest first: 1 2 3 4, 5. Checks: 2 + 6 + 12 + 20 + 7 = 47 = 16; 10 + 14 + 12 = 36 = 5.
    assert written(1 + 31 * (2 + 31 * (3 + 31 * (4 + 31 * 5))), 5) == "1234G-55"
    assert read("1234G-55") == (4739715, 5)


@given(NUMBERS)
def test_what_is_written_is_read(number: tuple[int, int]) -> None:
    assert read(written(*number)) == number


@pytest.mark.parametrize(
    "typed",
    ["1234g-55", "1234G55", " 1234G 55\n", "I234G.55", "l234G–S5", "1 2 3 4 G _ 5 5", "１２３４Ｇ-５５"],
)
def test_look_alikes_capitals_and_what_stands_between_are_taken_as_meant(typed: str) -> None:
    assert read(typed) == (4739715, 5)


def test_o_and_zero_u_and_v_are_the_same() -> None:
    assert written(26 * 31, 4) == "0V004"
    assert read("oUo04") == (806, 4)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", ("empty", 0)),
        (" – ", ("empty", 0)),
        ("1234G-5!", ("sign", 2)),
        ("1234G-ж5", ("sign", 2)),
        ("1234H-56", ("slip", 1)),
        ("1234G-57", ("slip", 2)),
        ("1234G-5", ("slip", 2)),
        ("1234G", ("cut", 1)),
        ("1234G-55-1234G", ("length", 2)),
        ("123G-56789-12", ("length", 1)),
    ],
)
def test_what_is_wrong_is_named(typed: str, fault: tuple[str, int]) -> None:
    assert fault_of(typed) == fault


def test_a_message_says_the_group_and_never_repeats_what_was_typed() -> None:
    with pytest.raises(WrongCode, match=r"^Group 2 was mistyped\. Please compare it once more\.$"):
        read("1234G-57")


def groups_of(code: str) -> list[str]:
    signs = code.replace("-", "")
    return [signs[at : at + 5] for at in range(0, len(signs), 5)]


@settings(deadline=None, max_examples=30)
@given(NUMBERS)
def test_every_single_wrong_sign_is_found_and_its_group_named(number: tuple[int, int]) -> None:
    code = written(*number).replace("-", "")
    for at, sign in enumerate(code):
        for other in SIGNS:
            if other != sign:
                _, group = fault_of(code[:at] + other + code[at + 1 :])
                assert group == at // 5 + 1


@settings(deadline=None, max_examples=30)
@given(NUMBERS)
def test_every_swap_of_neighbours_is_found_and_its_group_named(number: tuple[int, int]) -> None:
    code = written(*number).replace("-", "")
    for at, (sign, after) in enumerate(itertools.pairwise(code)):
        if sign != after:
            _, group = fault_of(code[:at] + after + sign + code[at + 2 :])
            assert group == at // 5 + 1


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 31**64 - 1))
def test_groups_that_changed_places_and_lost_groups_are_found(number: int) -> None:
    groups = groups_of(written(number, 64))
    for at in range(len(groups)):
        for other in range(at):
            swapped = list(groups)
            swapped[at], swapped[other] = groups[other], groups[at]
            if groups[at] != groups[other]:
                assert fault_of("-".join(swapped)) == ("slip", other + 1)
        fault, _ = fault_of("-".join(groups[:at] + groups[at + 1 :]))
        assert fault == ("cut" if at == len(groups) - 1 else "slip")


def passing(number: int, seed: int) -> int:
    """Of so many codes of five groups with two random groups replaced, how many pass the check signs."""
    chance, passed = random.Random(seed), 0
    for _ in range(number):
        groups = groups_of(written(chance.randrange(31**20), 20))
        before = list(groups)
        for at in chance.sample(range(5), 2):
            groups[at] = "".join(chance.choices(SIGNS, k=5))
        if groups == before:
            continue
        try:
            read("-".join(groups))
        except WrongCode:
            continue
        passed += 1
    return passed


def test_two_groups_of_noise_pass_no_more_often_than_once_in_961() -> None:
    assert passing(20_000, 5) < 45  # 20.8 are to be expected; 45 is five deviations more


@pytest.mark.long
def test_two_groups_of_noise_pass_no_more_often_than_once_in_961_of_a_hundred_thousand() -> None:
    assert passing(100_000, 6) < 155  # 104 are to be expected; 155 is five deviations more
