"""Replay codes in the window: copied from the debrief, entered on the title, pasted by a teacher."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.desktop.screens.class_codes import ClassCodesScreen
from game.desktop.screens.enter_code import EnterCodeScreen
from game.story.model import Story
from game.story.playthrough import Playthrough
from game.story.replay_code import from_code, to_code
from tests.desktop.pilot import Pilot


def code(story: Story, *ways: int) -> str:
    """The code of a playthrough that takes the open way of each number, from 0."""
    playthrough = Playthrough.begin(story)
    for way in ways:
        playthrough = playthrough.choose(playthrough.ways[way].id)
    return to_code(playthrough)


@pytest.fixture
def copied(pilot: Pilot) -> list[str]:
    """What is put on the clipboard."""
    found: list[str] = []
    pilot.sitting.outside = pilot.sitting.outside._replace(
        copy=lambda text: not found.append(text), paste=lambda: pilot.clipboard
    )
    return found


def test_the_title_leads_to_a_field_and_a_code_to_the_page_where_it_ends(pilot: Pilot, story: Story) -> None:
    pilot.click("code")
    assert pilot.name == "EnterCodeScreen"
    pilot.type(code(story, 0, 0).lower()).press("enter")
    assert pilot.name == "SceneScreen"
    played = from_code(story, code(story, 0, 0))
    assert pilot.screen.play.playthrough == played  # type: ignore[attr-defined]


def test_a_code_that_was_entered_becomes_a_save(pilot: Pilot, story: Story, home: Path) -> None:
    pilot.shows(EnterCodeScreen(pilot.sitting)).paste(code(story, 0)).press("enter")
    assert len(list((home / "saves").rglob("*.json"))) == 1


def test_a_slip_is_named_below_the_field_which_keeps_the_code(pilot: Pilot, story: Story) -> None:
    right = code(story, 0, 0)
    wrong = right[:2] + ("A" if right[2] != "A" else "B") + right[3:]
    pilot.shows(EnterCodeScreen(pilot.sitting)).type(wrong).press("enter")
    assert "Group 1 was mistyped." in pilot.text
    assert pilot.screen.field is not None
    assert pilot.screen.field.text == wrong
    pilot.press("backspace")
    assert "mistyped" not in pilot.text


def test_a_code_can_be_put_together_without_a_keyboard(pilot: Pilot, story: Story) -> None:
    pilot.shows(EnterCodeScreen(pilot.sitting)).click("letters")
    for sign in code(story, 0).replace("-", ""):
        pilot.click(f"sign:{sign}")
    assert pilot.click("done").click("go").name == "SceneScreen"


def test_the_debrief_shows_the_code_and_one_key_copies_it(
    pilot: Pilot, story: Story, copied: list[str]
) -> None:
    pilot.click("new").press("2", "e")
    shown = to_code(pilot.screen.play.playthrough)  # type: ignore[attr-defined]
    assert shown in pilot.text
    pilot.press("c")
    assert copied == [shown]
    assert "Copied." in pilot.text
    pilot.press("esc").click("copy")
    assert copied == [shown, shown]


def test_where_nothing_can_be_copied_the_card_says_so_and_shows_the_code(pilot: Pilot) -> None:
    pilot.sitting.outside = pilot.sitting.outside._replace(copy=lambda text: False)
    pilot.click("new").press("2", "e", "c")
    assert "does not let the game copy" in pilot.text


def test_a_teacher_pastes_a_chat_and_gets_the_report(
    pilot: Pilot, story: Story, copied: list[str], home: Path
) -> None:
    good, other = code(story, 0, 0), code(story, 1, 0)
    slip = good[:2] + ("A" if good[2] != "A" else "B") + good[3:]
    pilot.shows(ClassCodesScreen(pilot.sitting))
    assert "No code yet." in pilot.text
    assert "write" not in pilot.targets
    pilot.paste(f"[10:38] Berta Quast: {good}\n[10:39] Cem: {other} thanks\nDilek {slip}\nhello\n")
    assert "2 codes so far." in pilot.text
    assert "Line 3: Group 1 was mistyped." in pilot.text
    pilot.click("write")
    assert pilot.name == "NoticeCard"
    (report,) = (home / "classes").glob("*.html")
    text = report.read_text(encoding="utf-8")
    assert "2 playthroughs, counted together." in text
    assert not any(name in text for name in ("Berta", "Quast", "Cem", "Dilek"))
    pilot.click("open")
    assert pilot.browsed == [report.as_uri()]


def test_codes_can_be_pasted_with_a_button_and_typed_one_at_a_time(
    pilot: Pilot, story: Story, copied: list[str]
) -> None:
    pilot.shows(ClassCodesScreen(pilot.sitting))
    pilot.clipboard = f"{code(story, 0, 0)}\n{code(story, 0, 0)}\n"
    pilot.click("paste")
    assert "1 code so far. 1 was there already." in pilot.text
    pilot.click("field").type(code(story, 1, 0)).press("enter")
    assert "2 codes so far. 1 was there already." in pilot.text
    pilot.click("clear")
    assert "No code yet." in pilot.text


def test_a_code_is_typed_without_going_to_the_field_first(
    pilot: Pilot, story: Story, copied: list[str]
) -> None:
    pilot.shows(ClassCodesScreen(pilot.sitting))
    pilot.type(code(story, 0, 0)).press("enter")
    assert "1 code so far." in pilot.text
    pilot.type(code(story, 1, 0)).press("enter")
    assert "2 codes so far." in pilot.text


def test_what_holds_no_code_is_said(pilot: Pilot) -> None:
    pilot.shows(ClassCodesScreen(pilot.sitting)).paste("Dear all,\nhow are you?\n")
    assert "There was no code in what was pasted." in pilot.text


@pytest.mark.parametrize("screen", [ClassCodesScreen, EnterCodeScreen])
def test_in_a_field_left_and_right_move_the_cursor(pilot: Pilot, screen: type[ClassCodesScreen]) -> None:
    pilot.shows(screen(pilot.sitting)).type("AC").press("left").type("B")
    assert pilot.screen.field is not None
    assert pilot.screen.field.text == "ABC"
