"""What the terminal shows of a page."""

from __future__ import annotations

import dataclasses

import pytest

from game.story.model import Scene, Story
from game.story.prose import Words
from tests.terminal.scripted import Play


def with_text(story: Story, text: str) -> Story:
    """The story with other words on its first page."""
    door = story.scenes["door"]
    passage = dataclasses.replace(door.passages[0], text=((Words(text),),))
    passages = (passage, *door.passages[1:])
    changed: Scene = dataclasses.replace(door, title=f"The door {text}", passages=passages)
    return dataclasses.replace(story, scenes={**story.scenes, "door": changed})


def test_a_page_shows_place_date_provenance_and_who_is_there(play: Play) -> None:
    text = play().text
    for line in (
        "The door\n========\nEvening - 2 June 1935\ncomposite (p: what is record here)\n",
        "Picture: A green lamp over an empty table.\nHere: Pavel Grin, Reader.\n",
        "Rain on the skylight. *Nobody* is left but Pavel, and the [special store]\nstands open.\n",
    ):
        assert line in text


def test_a_document_stands_in_a_frame_with_kind_title_and_provenance(play: Play) -> None:
    assert (
        "--- List: To be removed by the tenth ---------------------------------------\n"
        "    (composite)\n"
        "\n"
        "    1.  An atlas\n"
        "    2.  A grammar\n"
        "----------------------------------------------------------------------------\n"
    ) in play().text


def test_a_speaker_is_named_and_a_picture_described(play: Play) -> None:
    text = play().text
    assert "Pavel Grin:\n    \u201cIs mine on it?\u201d\n" in text
    assert "[Picture: A notice on a door, half torn off.]\n" in text


def test_a_talk_stop_holds_the_choices_back(play: Play) -> None:
    text = play().text
    assert "--- Stop and talk ---" in text
    assert "    What does Pavel want to know?\n" in text
    assert "Enter: we have talked" in text
    assert "  1  Show" not in text
    assert "Press Enter first: then the choices open." in play("1").text
    assert "You can:\n  1  Show him the list.\n  2  Turn the list over.\n" in play("").text


def test_a_closed_choice_says_why(play: Play) -> None:
    assert "  -  Telephone the director.\n     Closed: The line is dead after eight.\n" in play("").text


def test_what_followed_stands_before_the_next_page(play: Play) -> None:
    text = play("", "1").text
    assert "You chose: Show him the list.\n\nHe reads it to the end and puts the atlas down.\n" in text
    assert "The desk" not in text
    assert "The desk\n========\n" in play("", "1", "").text


def test_the_desk_shows_hours_papers_and_other_choices(play: Play) -> None:
    assert (
        "Hours left: 2 of 3\n"
        "\n"
        "On the desk:\n"
        "  1  A note from the cloakroom.\n"
        "  2  A reader\u2019s complaint.\n"
        "\n"
        "Or:\n"
        "  3  Lock up and go home.\n"
    ) in play("", "2").text


def test_papers_left_on_the_desk_are_named(play: Play) -> None:
    text = play("", "2", "1", "", "2").text
    assert "Left unread on the desk\n  - A complaint: A reader\u2019s complaint.\n" in text


def test_an_ending_names_the_fate_and_leads_to_the_debrief(play: Play) -> None:
    text = play("", "2", "3", "", "").text
    assert "The end: Nets\n=============\nAnna Orlova: Dismissed\n\nPavel\u2019s coat still hangs" in text
    assert "Enter: the debrief" in text


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(play: Play, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = play("", "1", "", "p", "", "f 1", "", "", "e", "1", "", "", "q").text
    assert max(len(line) for line in text.splitlines() if "https://" not in line) <= min(width, 78)


def test_an_ascii_terminal_gets_plain_quotes_and_latin_letters(play: Play) -> None:
    text = play("g special store", encoding="ascii").text
    assert 'Pavel Grin:\n    "Is mine on it?"\n' in text
    assert "special store (spetskhran)\n  Locked shelves" in text


def test_a_terminal_with_cyrillic_shows_the_original_word(play: Play) -> None:
    assert "special store (спецхран)" in play("g special store").text


def test_styles_are_for_terminals_only(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in play().text
    assert "\x1b[3mNobody\x1b[0m" in play(is_terminal=True).text
    assert "\x1b[4mspecial store\x1b[0m" in play(is_terminal=True).text
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in play(is_terminal=True).text


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp866"])
def test_a_story_cannot_steer_the_terminal(play: Play, story: Story, encoding: str) -> None:
    hostile = with_text(story, "Red\x1b[31m \x07bell \x9b2Jc1 \u202eback\u2028\ud800\x00 end")
    text = play(of=hostile, encoding=encoding).text
    assert "Red[31m bell 2Jc1 back ? end" in text
    assert [c for c in text if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) <= 0x9F] == []


def test_hard_passages_are_told_in_short_where_that_is_set(play: Play) -> None:
    plain = play("", "2", "3", "", "", "", lot=0.99).text
    assert "Boots on the landing" in plain
    assert "In short" not in plain
    short = play("s", "1", "", "", "2", "3", "", "", anew=True, lot=0.99).text
    assert "Skip hard passages and read a summary: on" in short
    assert "Pavel is arrested in the night." in short
    assert "Boots on the landing" not in short
