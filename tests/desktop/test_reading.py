"""Scrolling and focus: long texts are read to their end, and nobody chooses what they have not seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.desktop.screens.scene import SceneScreen
from game.story.playthrough import Start
from tests.desktop.pilot import Pilot

Piloted = Callable[..., Pilot]


@pytest.fixture
def hall(piloted: Piloted) -> Pilot:
    """A page that is longer than its window, with two choices at its end."""
    pilot = piloted((1366, 768), talk_stops=False)
    return pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("hall"))))


def test_a_long_page_says_that_there_is_more(hall: Pilot) -> None:
    assert "more" in hall.text
    assert hall.page.furthest > 0


def test_a_digit_for_a_choice_out_of_sight_only_shows_it(hall: Pilot) -> None:
    hall.press("2")
    assert "Forty minutes" in hall.text
    assert hall.screen.focus == "choice:wait"
    assert hall.screen.sees("choice:wait", hall.page)
    assert "The bag" in hall.press("2").text


def test_the_space_bar_reads_to_the_end_and_then_chooses_nothing(hall: Pilot) -> None:
    hall.press("space", "space", "space", "space", "space")
    assert hall.screen.scroll == hall.page.furthest
    assert "Forty minutes" in hall.text


def test_the_space_bar_takes_no_choice_even_after_an_arrow(hall: Pilot) -> None:
    hall.press("end", "down", "space")
    assert "Forty minutes" in hall.text
    assert "The bag" in hall.press("enter").text


def test_arrows_read_down_to_the_choices_and_then_move_the_bar(hall: Pilot) -> None:
    for _ in range(40):
        hall.press("down")
    assert hall.screen.focus == "choice:wait"
    for _ in range(40):
        hall.press("up")
    assert hall.screen.scroll == 0


def test_home_and_end_and_the_pages(hall: Pilot) -> None:
    hall.press("end")
    assert hall.screen.scroll == hall.page.furthest
    hall.press("home")
    assert hall.screen.scroll == 0
    hall.press("page down")
    assert 0 < hall.screen.scroll <= hall.page.view.height


def test_a_click_on_more_reads_on(hall: Pilot) -> None:
    hall.click("say:more")
    assert hall.screen.scroll > 0


def test_another_size_stays_near_the_words_that_were_read(hall: Pilot) -> None:
    hall.press("end").resize(800, 600)
    assert hall.screen.scroll == hall.page.furthest


def test_the_window_is_drawn_again_only_where_something_changed(hall: Pilot) -> None:
    hall.picture()
    assert not hall.stage.needs_drawing
    hall.press("home")
    assert not hall.stage.needs_drawing, "it was there already"
    hall.press("page down")
    assert hall.stage.needs_drawing


def test_a_finger_scrolls_and_chooses_nothing_on_its_way(hall: Pilot) -> None:
    hall.press("end")
    last = hall.screen.scroll
    hall.swipe(900, 500, 680)
    assert hall.screen.scroll == last - 180
    assert "Forty minutes" in hall.text


def test_what_followed_a_choice_is_in_sight_under_what_led_to_it(piloted: Piloted) -> None:
    pilot = piloted((800, 600), text_size=150).press("2", "end", "1")
    assert "Lev sits in your kitchen." in pilot.text
    assert "You write it small, above the line." in pilot.text
    assert pilot.screen.scroll > 0
