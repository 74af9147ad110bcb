"""The laws of broken lines: nothing lost, nothing moved, nothing too wide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.desktop.text_layout import Line, lay_out
from game.story.prose import Style
from game.story.views import RunView

WORDS = st.text(alphabet="abcdefgжщёя'“”,.-—ł\u0301", min_size=1, max_size=24)
STYLES = st.sampled_from(["plain", "emphasis", "strong", "both"])
RUNS = st.builds(
    RunView,
    st.lists(WORDS, min_size=1, max_size=8).map(" ".join),
    STYLES,
    st.sampled_from(["", "", "troika", "aktiv"]),
)
PARAGRAPHS = st.lists(RUNS, min_size=1, max_size=6).map(tuple)


class TenPixels:
    """Every sign is ten pixels wide, a bold one twelve."""

    def __call__(self, text: str, style: Style) -> int:
        return len(text) * (12 if style in {"strong", "both"} else 10)


TEN = TenPixels()


def lines(width: int, *runs: RunView) -> list[str]:
    return [line.text for line in lay_out(runs, width, TEN)]


def solid(laid: tuple[Line, ...]) -> str:
    return "".join(line.text for line in laid).replace(" ", "")


def test_lines_are_broken_at_spaces() -> None:
    assert lines(100, RunView("the telegram is on the blotter")) == [
        "the",
        "telegram",
        "is on the",
        "blotter",
    ]


def test_a_text_is_measured_once_for_each_word_and_again_for_the_first_of_each_line() -> None:
    measured: list[str] = []

    def measure(text: str, style: Style) -> int:
        measured.append(text)
        return TEN(text, style)

    lay_out((RunView("grain ships lie idle"),), 120, measure)
    assert measured == ["grain", "grain ships", "grain ships lie", "lie", "lie idle"]


def test_a_hyphen_and_a_dash_let_a_line_end_after_them() -> None:
    assert lines(90, RunView("twenty-two Latvians")) == ["twenty-", "two", "Latvians"]
    assert lines(70, RunView("seen—never")) == ["seen—", "never"]


def test_a_word_in_two_styles_stays_together() -> None:
    laid = lay_out((RunView("lay "), RunView("face down", "emphasis"), RunView(", as if")), 100, TEN)
    assert [line.text for line in laid] == ["lay face", "down, as", "if"]
    assert [(f.text, f.style, f.left) for f in laid[1].fragments] == [
        ("down", "emphasis", 0),
        (", as", "plain", 40),
    ]


def test_a_word_that_is_too_long_is_broken_anywhere_on_lines_of_its_own() -> None:
    assert lines(50, RunView("a контрреволюция b")) == ["a", "контр", "револ", "юция", "b"]


def test_a_combining_sign_is_never_torn_from_its_letter() -> None:
    assert lines(30, RunView("a\u0301b\u0301c\u0301")) == ["a\u0301", "b\u0301", "c\u0301"]


def test_a_line_break_stays_and_so_do_an_empty_line_and_an_indent() -> None:
    runs = (RunView("to all"), RunView("\n"), RunView("\n"), RunView("  secretaries"))
    assert lines(200, *runs) == ["to all", "", "  secretaries"]


def test_no_break_spaces_hold_words_together() -> None:
    assert lines(60, RunView("at 5\u00a0July")) == ["at", "5\u00a0July"]


def test_a_term_over_two_lines_is_one_run_and_a_term_named_twice_is_two() -> None:
    laid = lay_out(
        (RunView("special sector", "plain", "sector"), RunView(" "), RunView("sector", "plain", "sector")),
        80,
        TEN,
    )
    assert [(f.text, f.run) for line in laid for f in line.fragments if f.term] == [
        ("special", 0),
        ("sector", 0),
        ("sector", 2),
    ]


@given(PARAGRAPHS, st.integers(30, 600))
def test_every_sign_appears_exactly_once_and_in_order(runs: tuple[RunView, ...], width: int) -> None:
    written = "".join(run.text for run in runs).replace(" ", "")
    assert solid(lay_out(runs, width, TEN)) == written


@given(PARAGRAPHS, st.integers(30, 600))
def test_no_line_is_wider_than_the_width_unless_it_is_one_sign(runs: tuple[RunView, ...], width: int) -> None:
    for line in lay_out(runs, width, TEN):
        signs = [sign for sign in line.text if sign != "\u0301"]
        assert line.width <= width or len(signs) <= 1  # accents alone are one sign too


@given(PARAGRAPHS, st.integers(30, 600))
def test_fragments_of_a_line_touch_and_never_overlap(runs: tuple[RunView, ...], width: int) -> None:
    for line in lay_out(runs, width, TEN):
        for before, after in zip(line.fragments, line.fragments[1:], strict=False):
            assert after.left == before.left + before.width


@given(PARAGRAPHS)
def test_what_fits_is_one_line(runs: tuple[RunView, ...]) -> None:
    assert len(lay_out(runs, 100_000, TEN)) == 1
