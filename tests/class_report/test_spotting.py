"""Codes among names, times, quotation marks and bullets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.class_report.spotting import spotted
from game.story.code_signs import read, written

FIRST = "1234G"
CODE = written(1 + 31 * (2 + 31 * (3 + 31 * (4 + 31 * 5))), 5)
LONG = written(1 + 31 * (2 + 31 * (3 + 31 * (4 + 31**9 * 7))), 14)


def faults(line: str) -> list[tuple[str, int]]:
    return [(wrong.fault, wrong.group) for wrong in spotted(line, FIRST).faults]


@pytest.mark.parametrize("code", [CODE, LONG])
@pytest.mark.parametrize(
    "line",
    [
        "{}",
        "  {}\n",
        "[24.11.26, 10:38] Anna Müller: {}",
        "Anna - {}",
        '"Chloé";"{}";"3b"',
        "• {} (Dmitri Волков)",
        "{}\tGreta\t10:41",
        "my code is {} thanks",
        "> {}.",
        "{} 👍",
        "Zoe 10:45 {} 10:46 Yusuf",
    ],
)
def test_a_code_is_found_whatever_stands_around_it(line: str, code: str) -> None:
    assert spotted(line.format(code), FIRST).codes == [code]
    assert faults(line.format(code)) == []


@pytest.mark.parametrize(
    "typed", ["1234g-55", "1234G 55", "1234G55", "I234G.SS", "1234G – 55", "1234G_55", "12 34G 55"]
)
def test_it_is_taken_as_meant(typed: str) -> None:
    assert spotted(f"Ben: {typed}", FIRST).codes == ["1234G-55"]


def test_several_on_a_line_are_all_found() -> None:
    assert spotted(f"Anna {CODE}, Ben {LONG}; {CODE}", FIRST).codes == [CODE, LONG, CODE]
    assert spotted(f"{CODE} {LONG}", FIRST).codes == [CODE, LONG]


@pytest.mark.parametrize(
    "line",
    [
        "Anna Müller 10:42",
        "2026-11-24",
        "0170-98765-67890",
        "thank you all!",
        "Peter-Maria",
        "12345",
        "Jonas 10:41",
    ],
)
def test_a_line_without_a_code_holds_neither_code_nor_fault(line: str) -> None:
    found = spotted(line, FIRST)
    assert (found.codes, found.faults) == ([], [])


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Anna: 1234G-56", ("slip", 2)),
        ("Anna: 1243G-55", ("slip", 1)),
        (f"Anna: {LONG[:11]} cheers", ("slip", 3)),
        (f"Anna: {LONG[:11]}", ("cut", 2)),
        (f"Anna: {LONG[:9]}-{LONG[12:]}", ("length", 2)),
        (f"Anna: {written(77777, 9)}", ("other_rules", 0)),
    ],
)
def test_what_is_wrong_with_a_code_is_named(line: str, fault: tuple[str, int]) -> None:
    assert faults(line) == [fault]
    assert spotted(line, FIRST).codes == []


def test_a_bad_code_leaves_the_good_ones_of_its_line() -> None:
    found = spotted(f"1234G-56, {CODE}", FIRST)
    assert found.codes == [CODE]
    assert [wrong.group for wrong in found.faults] == [2]


@given(st.text(), st.text())
def test_nothing_that_stands_around_a_code_hides_it(before: str, after: str) -> None:
    assert LONG in spotted(f"{before}: {LONG}; {after}", FIRST).codes


@given(st.text(st.sampled_from("1234G50-. aé\u00ad\n"), max_size=60))
def test_any_line_is_read_and_only_whole_codes_are_found(line: str) -> None:
    found = spotted(line, FIRST)
    assert all(code.startswith(FIRST) and read(code) for code in found.codes)
