"""The debrief in the window: a list of decisions, one at a time, facts opened on demand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.desktop.actions import Close
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import small_story


def decided(pilot: Pilot) -> Pilot:
    """Three decisions at a flat and a desk, then the list of them."""
    return pilot.press("2", "1", "enter", "1", "1", "e", "1")


def test_the_decisions_are_a_list_of_number_date_title_and_what_was_chosen(pilot: Pilot) -> None:
    decided(pilot)
    assert "Decision 1\n1 December 1934 · The essay\nTake it, and write: few mistakes." in pilot.text
    assert "You mended a sentence." not in pilot.text
    assert pilot.page.furthest == 0, "one screen"


@pytest.mark.parametrize("size", [(800, 600), (1366, 768), (1920, 1080)])
def test_the_leaves_stand_in_one_row(size: tuple[int, int]) -> None:
    pilot = decided(Pilot(small_story(), size))
    tabs = [target.box.top for target, _ in pilot.page.targets if target.id.startswith("leaf:")]
    assert len(set(tabs)) == 1
    assert "1  Decisions\n2  People\n3  Timeline\n4  Record" in pilot.text


@pytest.mark.parametrize("typeface", ["serif", "dyslexic"])
def test_a_leaf_begins_in_sight_with_large_letters_in_a_small_window(typeface: str) -> None:
    pilot = decided(Pilot(small_story())).resize(800, 600)
    pilot.sitting.change(text_size=200, typeface=typeface)
    pilot.press("2")
    assert "Debrief" in pilot.text
    assert "1\n2  People\n3\n4" in pilot.text
    person = next(box.top for piece, box in pilot.page.flow if "Sorokin" in piece.words)
    assert person < pilot.page.view.height * 0.6


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
    pilot.press("4")
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


def test_seven_leaves_can_be_turned_by_their_numbers(pilot: Pilot) -> None:
    decided(pilot)
    tabs = [target.id for target, _ in pilot.page.targets if target.id.startswith("leaf:")]
    assert list(dict.fromkeys(tabs)) == [
        "leaf:decisions", "leaf:people", "leaf:timeline", "leaf:record", "leaf:readings", "leaf:questions",
        "leaf:afterlife",
    ]  # fmt: skip
    assert pilot.press("3").screen.leaf == "timeline"  # type: ignore[attr-defined]
    assert "1 December 1934\nThe essay (decision 1)" in pilot.text


def test_a_reading_leads_to_the_decisions_that_it_cites(home: Path) -> None:
    pilot = decided(Pilot(small_story()))
    pilot.press("5")
    assert "From above" in pilot.text
    pilot.click("decision:1")
    assert "What else lay open" in pilot.text


def test_figures_stand_as_bars_with_their_numbers(home: Path) -> None:
    text = decided(Pilot(small_story())).press("4").text
    assert "1937\n353,074" in text


@pytest.mark.parametrize("above", [[], ["f1"]])
def test_an_answer_that_is_being_written_is_kept_when_the_window_is_closed(
    home: Path, above: list[str]
) -> None:
    pilot = decided(Pilot(small_story())).press("6").click("answer:who").type("The office.").press(*above)
    pilot.stage.act(Close())
    assert pilot.stage.is_over
    (save,) = (home / "saves" / "small").glob("*.json")
    assert json.loads(save.read_text(encoding="utf-8"))["answers"] == {"who": "The office."}


def test_an_answer_is_written_on_a_card_and_kept_with_the_game(home: Path) -> None:
    pilot = decided(Pilot(small_story())).press("6").click("answer:who")
    assert "Who gains?" in pilot.text
    pilot.type("The office.").press("enter")
    assert pilot.name == "DebriefScreen"
    assert "Your answer\nThe office." in pilot.text
    (save,) = (home / "saves").rglob("*.json")
    assert json.loads(save.read_text(encoding="utf-8"))["answers"] == {"who": "The office."}


def test_leaving_the_card_keeps_what_was_typed(home: Path) -> None:
    pilot = decided(Pilot(small_story())).press("6").click("answer:fault.the.game").type("Cold").press("esc")
    assert "Your answer\nCold" in pilot.text


def test_the_file_s_afterlife_is_the_last_leaf(home: Path) -> None:
    text = decided(Pilot(small_story())).press("7").text
    assert "1989\nIt is opened\nA reader comes.\n" in text


def test_end_here_and_talk_gives_every_leaf_on_the_first_page(home: Path) -> None:
    pilot = Pilot(small_story()).press("2", "e")
    assert pilot.name == "DebriefScreen"
    shown = {number: pilot.press(number).text for number in "1234567"}
    assert "No decision has been made yet." in shown["1"]
    assert "The essay" in shown["3"]
    assert "353,074" in shown["4"]
    assert "An order." in shown["5"]
    assert "Who gains?" in shown["6"]
    assert "It is opened" in shown["7"]
