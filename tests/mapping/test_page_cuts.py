"""A tall picture is cut into pages between its boxes."""

from __future__ import annotations

from game.mapping.page_cuts import slices


def test_a_picture_of_one_page_is_not_cut() -> None:
    assert slices(1000, 1400, [(0, 1400)]) == ((0.0, 1400),)
    assert slices(1000, 1600, []) == ((0.0, 1600),)


def test_a_cut_stands_in_the_gap_nearest_to_the_middle() -> None:
    boxes = [(n * 200.0, n * 200.0 + 120) for n in range(14)]
    assert slices(1000, 2720, boxes) == ((0.0, 1325.0), (1325.0, 1395.0))


def test_without_a_gap_the_cut_goes_through() -> None:
    assert slices(1000, 2800, [(0, 2800)]) == ((0.0, 1400.0), (1400.0, 1400.0))
