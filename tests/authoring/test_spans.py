"""Places, and the lines that show them."""

from __future__ import annotations

from game.authoring.spans import Span, TextFile, excerpt

FILE = TextFile("a.yaml", "scene: x\n\ttitle: a\n  漢字: b\n", "pack/a.yaml")


def test_line_and_column_count_from_one() -> None:
    assert FILE.position(0) == (1, 1)
    assert FILE.position(9) == (2, 1)
    assert Span(FILE, 10, 15).place == "pack/a.yaml:2:2"
    assert FILE.line(2) == "\ttitle: a"


def test_carets_stand_under_the_place() -> None:
    assert excerpt(Span(FILE, 7, 8)) == ["    1 | scene: x", "      |        ^"]


def test_a_tab_is_drawn_as_four_spaces() -> None:
    assert excerpt(Span(FILE, 10, 15)) == ["    2 |     title: a", "      |     ^^^^^"]


def test_a_wide_sign_takes_two_carets() -> None:
    assert excerpt(Span(FILE, 21, 23)) == ["    3 |   漢字: b", "      |   ^^^^"]


def test_a_long_line_is_cut_around_the_place() -> None:
    file = TextFile("a.yaml", "a" * 500 + "HERE" + "b" * 500)
    line, carets = excerpt(Span(file, 500, 504))
    assert line.startswith("    1 | …a") and line.endswith("HERE…")
    assert carets.index("^") == line.index("HERE")
    assert carets.count("^") == 4


def test_a_place_beyond_the_text_is_drawn_at_its_end() -> None:
    file = TextFile("a.yaml", "ab")
    assert excerpt(Span(file, 2, 3)) == ["    1 | ab", "      |   ^"]
    assert excerpt(Span(TextFile("a.yaml", ""), 0, 0)) == []
