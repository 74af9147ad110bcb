"""Lines are broken so that they fit in any of the fonts that a browser may take."""

from __future__ import annotations

import pytest

from game.mapping.lettering import cleaned, lines, width


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("The tray", ("The tray",)),
        ("A page you have not seen", ("A page you", "have not", "seen")),
        ("letter_to_the_commissariat", ("letter_to_", "the_commi", "ssariat")),
        ("one  two\nthree", ("one two", "three")),
        ("毛泽东的第三把椅子", ("毛泽东的第", "三把椅子")),
    ],
)
def test_text_is_broken_at_words_and_long_words_anywhere(text: str, expected: tuple[str, ...]) -> None:
    assert lines(text, 16, 100) == expected


def test_a_capital_is_wider_than_a_small_letter_and_a_typed_letter_as_wide_as_any() -> None:
    assert width("WM", 10) > width("wm", 10) > width("il", 10)
    assert width("WM", 10, typed=True) == width("il", 10, typed=True)


def test_signs_that_no_svg_may_hold_become_spaces() -> None:
    assert cleaned("a\x0cb\ud800c\uffff") == "a b c "
