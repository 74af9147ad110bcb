"""How a window is cut up."""

from __future__ import annotations

from game.desktop.layout import Box, Frame, cut
from game.desktop.widgets.piece import Gap, Piece, stacked

SPACE = {
    "margin": 36.0,
    "margin_small": 18.0,
    "poster_share": 0.38,
    "poster_slant": 0.09,
    "poster_minimum": 300.0,
    "band_share": 0.24,
    "band_minimum": 96.0,
}


def frame(
    width: int, height: int, *, character: float = 9.0, scale: float = 1.0, has_picture: bool = True
) -> Frame:
    return cut(width, height, foot=48, character=character, space=SPACE, scale=scale, has_picture=has_picture)


def test_the_picture_stands_on_the_left_and_the_column_beside_it() -> None:
    found = frame(1280, 720)
    assert found.poster == Box(0, 0, 486, 720)
    assert found.slant == 44
    assert found.band is None
    assert found.column == Box(522, 0, 714, 672)
    assert found.view == Box(486, 0, 794, 672)
    assert found.foot == Box(522, 672, 714, 48)


def test_a_narrow_window_has_a_narrow_picture() -> None:
    assert frame(800, 600).poster == Box(0, 0, 261, 600)


def test_large_text_turns_the_picture_into_a_band() -> None:
    found = frame(1280, 720, character=18.0)
    assert found.poster is None
    assert found.band == Box(0, 0, 1280, 173)
    assert found.column == Box(36, 0, 1200, 672)


def test_very_large_text_leaves_it_out() -> None:
    found = frame(800, 600, character=18.0)
    assert (found.poster, found.band) == (None, None)


def test_a_page_without_a_picture_has_the_whole_window() -> None:
    assert frame(1280, 720, has_picture=False).view == Box(0, 0, 1280, 672)


def piece(height: int) -> Piece:
    return Piece("piece", 10, height, lambda surface, left, top, focus: None)


def tops(*items: Piece | Gap, room: int) -> list[int]:
    return [box.top for _, box in stacked(items, 0, 0, room)[0]]


def test_what_is_left_of_a_page_goes_to_the_gaps_that_stretch() -> None:
    assert tops(piece(20), Gap(10, stretch=True), piece(20), room=100) == [0, 80]


def test_a_page_that_just_misses_its_window_draws_its_gaps_together() -> None:
    assert tops(piece(40), Gap(20), piece(40), Gap(20), piece(40), room=150) == [0, 55, 110]


def test_a_page_that_is_much_too_long_keeps_its_gaps() -> None:
    assert tops(piece(90), Gap(20), piece(90), room=100) == [0, 110]


def test_boxes() -> None:
    box = Box(10, 20, 30, 40)
    assert (box.right, box.bottom) == (40, 60)
    assert box.moved(1, 2) == Box(11, 22, 30, 40)
    assert box.inset(5, 50) == Box(15, 70, 20, 0)
    assert box.holds(39, 59)
    assert not box.holds(40, 59)
    assert box.meets(Box(39, 59, 5, 5))
    assert not box.meets(Box(40, 20, 5, 5))
