"""Wrapping styled words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.terminal.flow import Span, columns, flow, text_of_line


def lines(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return [text_of_line(line, False) for line in flow([Span(text)], width, first, rest)]


@pytest.mark.parametrize(
    ("text", "width", "wrapped"),
    [
        ("", 10, [""]),
        ("one two three", 10, ["one two", "three"]),
        ("one two three", 13, ["one two three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a abcdefghij", 4, ["a", "abcd", "efgh", "ij"]),
        ("see https://example.org/a", 8, ["see", "https://example.org/a"]),
        ("one\ntwo", 10, ["one", "two"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("   1.  An atlas", 20, ["   1.  An atlas"]),
        ("No.1\u00a0000 men", 9, ["No.1\u00a0000", "men"]),
        ("\u65e5\u672c\u8a9e\u3067\u3059", 6, ["\u65e5\u672c\u8a9e", "\u3067\u3059"]),
        ("e\u0301e\u0301e\u0301 o", 5, ["e\u0301e\u0301e\u0301 o"]),
        (" " * 50 + "x", 10, ["x"]),
    ],
)
def test_text_is_wrapped_at_the_width(text: str, width: int, wrapped: list[str]) -> None:
    assert lines(text, width) == wrapped


@given(st.text(), st.integers(1, 30))
def test_no_letter_is_lost_and_no_line_too_wide(text: str, width: int) -> None:
    found = lines(text, width, "", "")
    kept = "".join("".join(found).split(" "))
    assert kept == "".join("".join(text.split("\n")).split(" "))
    widest = max(map(columns, found))
    assert widest <= max(width, 2) or "/" in text


def test_what_stands_before_a_line_counts() -> None:
    assert lines("one two three", 10, " 1  ", "    ") == [" 1  one", "    two", "    three"]


def test_a_width_of_nothing_still_ends() -> None:
    assert lines("ab", 1, "    ") == ["    a", "b"]


def test_styles_stand_around_words_and_end_with_the_line() -> None:
    found = flow([Span("one "), Span("two three", "1"), Span(".")], 9)
    assert [text_of_line(line, True) for line in found] == ["one \x1b[1mtwo\x1b[0m", "\x1b[1mthree\x1b[0m."]


@pytest.mark.parametrize(
    ("text", "wide"),
    [("abc", 3), ("\u65e5\u672c", 4), ("e\u0301", 1), ("\u0442\u0440\u043e\u0439\u043a\u0430", 6)],
)
def test_columns_are_counted_as_a_terminal_does(text: str, wide: int) -> None:
    assert columns(text) == wide
