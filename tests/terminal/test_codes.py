"""Replay codes in the terminal: shown by the debrief, typed on any page."""

from __future__ import annotations

from pathlib import Path

from game.story.model import Story
from game.story.playthrough import Playthrough
from game.story.replay_code import to_code
from tests.terminal.scripted import Play


def test_a_typed_code_leads_to_the_page_where_it_ends_and_is_a_save_of_its_own(
    play: Play, story: Story, home: Path
) -> None:
    code = to_code(Playthrough.begin(story).choose("hide"))
    text = play("", "1", f"code {code.lower()}", "q").text
    assert "The playthrough of this code; it is a save of its own now." in text
    assert len(list((home / "saves" / "reading_room").glob("*.json"))) == 2


def test_a_mistyped_code_names_its_group_and_leaves_the_game_as_it_was(play: Play, story: Story) -> None:
    code = to_code(Playthrough.begin(story).choose("hide"))
    wrong = code[:2] + ("A" if code[2] != "A" else "B") + code[3:]
    text = play("", f"code {wrong}", "q").text
    assert "Group 1 was mistyped. Please compare it once more." in text


def test_the_debrief_names_the_code(play: Play, story: Story) -> None:
    code = to_code(Playthrough.begin(story).choose("hide"))
    assert code in play("", "2", "e", "q", anew=True).text
