"""The debrief in the window: a list of decisions, one at a time, facts opened on demand."""

from __future__ import annotations

from tests.desktop.pilot import Pilot


def decided(pilot: Pilot) -> Pilot:
    """Three decisions at a flat and a desk, then the list of them."""
    return pilot.press("2", "1", "enter", "1", "1", "e", "1")


def test_the_decisions_are_a_list_of_number_date_title_and_what_was_chosen(pilot: Pilot) -> None:
    decided(pilot)
    assert "Decision 1\n1 December 1934 · The essay\nTake it, and write: few mistakes." in pilot.text
    assert "You mended a sentence." not in pilot.text
    assert pilot.page.furthest == 0, "one screen"


def test_the_papers_of_an_evening_stand_under_their_desk(pilot: Pilot) -> None:
    text = decided(pilot).text
    assert text.index("5 December 1934 · The tray") < text.index("Decision 2\na paper taken from the desk")
    assert "Decision 3\nA letter\nPut it into the file." in text


def test_a_decision_opens_with_what_it_meant_at_the_top(pilot: Pilot) -> None:
    decided(pilot).press("down", "enter")
    text = pilot.text
    order = ["What it meant", "What else lay open", "It led to", "The record behind it"]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert pilot.press("esc").screen.focus == "decision:1"
    assert pilot.press("esc").name == "SceneScreen"


def test_historians_and_sources_open_on_demand(pilot: Pilot) -> None:
    decided(pilot).click("decision:1")
    assert "Kirov was shot on 1 December 1934." in pilot.text
    assert "The Kirov Murder" not in pilot.text
    pilot.click("open:decision1.shot")
    assert "The Kirov Murder" in pilot.text
    assert "The Kirov Murder" not in pilot.press("enter").text
    pilot.press("3")
    assert "The Kirov Murder" not in pilot.text
    assert "The Kirov Murder" in pilot.press("down", "enter").text


def test_the_next_decision_is_one_key_away(pilot: Pilot) -> None:
    decided(pilot).click("decision:1").click("decision:2")
    assert "A letter in green ink, unsigned." in pilot.text
    assert "decision:1" in pilot.click("decision:0").targets


def test_enter_on_a_leaf_presses_nothing_at_first(pilot: Pilot) -> None:
    decided(pilot).press("enter", "space")
    assert pilot.name == "DebriefScreen"
    assert pilot.screen.focus == ""
