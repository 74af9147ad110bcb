"""Small things that keep a reader from going wrong: folds, desks without hours, what Continue shows."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.desktop.screens.scene import SceneScreen
from game.desktop.screens.settings import SettingsScreen
from game.desktop.screens.starting import ContentNoteScreen
from game.desktop.window import fitting
from game.story.conditions import Compare, Constant, Read
from game.story.model import Choices, DeckOffer, Story
from game.story.playthrough import Start
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import HOURS, prose

Piloted = Callable[..., Pilot]


@pytest.mark.parametrize(
    ("screen", "window"),
    [
        ((800, 600), (792, 552)),
        ((1366, 768), (1280, 720)),
        ((1920, 1080), (1529, 825)),
        ((3840, 2160), (3065, 1689)),
    ],
)
def test_the_window_and_its_title_bar_find_room_on_the_screen(
    screen: tuple[int, int], window: tuple[int, int]
) -> None:
    assert fitting(screen) == window


def test_no_choice_is_painted_by_half(piloted: Piloted) -> None:
    pilot = piloted((800, 600), talk_stops=False)
    pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("hall"))))
    page, screen = pilot.page, pilot.screen
    box = next(box for piece, box in page.flow if piece.name == "row:choice:read")
    screen.scroll = box.top + box.height // 2 - page.view.height
    assert not screen.sees("choice:read", page)
    half = pilot.picture()
    row = (page.view.left + box.left, page.view.bottom - box.height // 2 + 2, box.width, box.height // 2 - 6)
    colours = {
        half.get_at((x, y))[:3]
        for x in range(row[0], row[0] + row[2], 3)
        for y in range(row[1], row[1] + row[3])
    }
    assert colours == {(239, 230, 210)}
    assert "more" in pilot.text
    where = (row[0] + 40, row[1] + 4)
    import pygame

    pilot.event(pygame.MOUSEBUTTONDOWN, button=1, pos=where)
    pilot.event(pygame.MOUSEBUTTONUP, button=1, pos=where)
    assert "Forty minutes" in pilot.text
    assert screen.sees("choice:read", pilot.page)


@pytest.fixture
def tired(story: Story) -> Pilot:
    """A desk whose papers can be taken only while an hour is left; there is one hour."""
    desk = story.scenes["desk"]
    assert isinstance(desk.exit, Choices)
    offer = DeckOffer("tray", condition=Compare(">=", Read(HOURS), Constant(1)))
    scenes = {**story.scenes, "desk": replace(desk, exit=Choices((offer, *desk.exit.entries[1:])))}
    pilot = Pilot(replace(story, scenes=scenes))
    return pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("desk", {"hours": "1"}))))


def test_a_desk_says_once_what_a_paper_costs(tired: Pilot) -> None:
    assert tired.text.count("1 of 4 hours left. Each paper takes an hour.") == 1


def test_a_desk_without_hours_names_what_lies_unread(tired: Pilot) -> None:
    tired.press("1", "1")
    assert "No hour is left; one paper lies unread." in tired.text
    assert "Polunin, agronomist. Urgent." in tired.text
    assert "Nothing lies on the desk." not in tired.text
    assert "Each paper takes" not in tired.text


def test_continue_shows_again_what_followed_the_last_choice(story: Story) -> None:
    Pilot(story).press("2", "1")
    pilot = Pilot(story).press("1")
    assert "You write it small, above the line." in pilot.text
    assert "Gorelov has gone to Moscow" in pilot.press("enter").text


def test_the_title_says_where_continue_goes_on_and_when_it_was_saved(
    story: Story, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Pilot(story).press("2", "2")
    monkeypatch.setattr(time, "localtime", lambda seconds=None: time.gmtime(1_700_000_000))
    assert "The tray · December · 5 December 1934\n\nsaved 14 November 2023, 22:13" in Pilot(story).text


def test_the_skip_of_hard_passages_is_offered_in_one_sentence(story: Story) -> None:
    told = replace(story, content_note=prose("Scenes that are hard to read can be skipped."))
    for made, count in ((story, 1), (told, 0)):
        pilot = Pilot(made)
        pilot.shows(ContentNoteScreen(pilot.sitting))
        assert pilot.text.count("Hard passages can be skipped") == count


def test_a_talk_stop_says_how_such_stops_are_switched_off(pilot: Pilot) -> None:
    pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("hall"))))
    assert "These stops can be switched off in the settings" in pilot.text


def test_a_page_goes_on_and_only_the_title_continues(pilot: Pilot) -> None:
    pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("read_on"))))
    assert "Go on" in pilot.text
    assert "Continue" not in pilot.text


def test_a_place_that_is_nowhere_has_no_label(story: Story) -> None:
    page = replace(story.scenes["read_on"], place="blank", date="1934-12-01")
    pilot = Pilot(replace(story, scenes={**story.scenes, "read_on": page}))
    pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("read_on"))))
    assert "1 December 1934\n" in pilot.text
    assert "December 1934 ·" not in pilot.text


def test_a_card_names_tab_only_where_there_is_something_to_choose(pilot: Pilot) -> None:
    pilot.press("2", "g", "enter")
    assert "Tab" not in pilot.text
    assert "Tab choose" in pilot.press("esc", "p").text


def test_the_sample_of_the_settings_is_named_as_one(pilot: Pilot) -> None:
    assert "Sample:\nThe telegram is on the blotter" in pilot.shows(SettingsScreen(pilot.sitting)).text


def test_the_pause_uses_the_width_for_large_text(piloted: Piloted) -> None:
    pilot = piloted((1366, 768), text_size=200).press("2", "esc")
    assert pilot.page.card is not None
    assert pilot.page.card.width > 900


def test_no_text_of_a_card_slides_under_its_red_head(pilot: Pilot) -> None:
    pilot.press("2", "p")
    assert pilot.page.card is not None
    assert pilot.page.view.top >= pilot.page.card.top + pilot.stage.kit.px(7)
