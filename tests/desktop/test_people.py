"""Who am I, and who is that: the page before the first, cards of people, roles and fates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.desktop.screens.scene import SceneScreen
from game.story.model import Story
from game.story.playthrough import Start
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import prose


@pytest.fixture
def told(story: Story) -> Pilot:
    """A story whose chapter has a recap."""
    chapter = replace(story.chapters[0], recap=prose("December 1934. You keep the cards of the province."))
    return Pilot(replace(story, chapters=(chapter,)))


def test_a_new_game_begins_with_where_you_are_and_who(told: Pilot) -> None:
    told.press("2")
    assert told.name == "WhereScreen"
    assert "You keep the cards of the province." in told.text
    assert "Andrei Pavlovich Sorokin" in told.text
    assert "Second secretary" in told.text
    told.press("space")
    assert told.name == "SceneScreen"
    assert "The essay" in told.text


def test_w_says_who_is_on_the_page_and_who_you_are(pilot: Pilot) -> None:
    pilot.press("2", "w")
    assert "Lev Markovich Feldman" in pilot.text
    assert "Editor" in pilot.text
    assert "He prints." in pilot.text
    assert "Second secretary, your chair" in pilot.text
    assert pilot.press("w").name == "SceneScreen"


@pytest.mark.parametrize("where", ["present", "passage1"])
def test_a_click_on_a_portrait_opens_the_card_of_that_person(pilot: Pilot, where: str) -> None:
    pilot.press("2").click(f"person:feldman:{where}")
    assert pilot.name == "Card"
    assert "He prints." in pilot.text
    assert "Second secretary" not in pilot.text


def test_a_fate_is_named_only_once_it_has_changed(pilot: Pilot) -> None:
    assert "At liberty" not in pilot.press("2", "w").text
    assert "At liberty" not in pilot.press("esc", "f").text
    pilot.press("esc", "1", "enter", "f")
    assert "Arrested" in pilot.text
    assert "At liberty" not in pilot.text


def test_the_role_stands_under_the_name_at_the_first_appearance_only(pilot: Pilot, story: Story) -> None:
    assert "Editor" in pilot.press("2").text
    play = pilot.sitting.begin(Start("read_on"))
    play.go_on()
    assert "Editor" in pilot.shows(SceneScreen(pilot.sitting, play)).text
    play.choose("mend")
    again = replace(story.scenes["desk"], show=("feldman",))
    later = Pilot(replace(story, scenes={**story.scenes, "desk": again})).press("2", "2")
    assert "Feldman" in later.text
    assert "Editor" not in later.text


def test_labels_of_portraits_are_the_short_names(pilot: Pilot) -> None:
    pilot.press("2")
    present = next(piece for piece, _ in pilot.page.fixed if piece.name == "present")
    assert present.words == "Feldman\nEditor"


def test_a_role_pushes_nobody_out_of_the_picture(story: Story) -> None:
    flat = replace(story.scenes["flat"], show=("feldman", "sorokin"))
    pilot = Pilot(replace(story, scenes={**story.scenes, "flat": flat}), (800, 600)).press("2")
    present = next(piece for piece, _ in pilot.page.fixed if piece.name == "present")
    assert {"Feldman", "Sorokin"} <= set(present.words.split("\n"))
