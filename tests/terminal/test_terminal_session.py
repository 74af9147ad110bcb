"""Playing at the terminal: keys, going back, saving, leaving, the debrief."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from game.disk import DiskProblem
from game.saves import keep_as
from game.story.model import Chapter, Lesson, Story
from game.story.playthrough import Playthrough
from game.story.prose import Words
from tests.terminal.scripted import Play


def saves(home: Path) -> list[Path]:
    return sorted((home / "saves" / "reading_room").glob("*.json"))


def steps(path: Path) -> list[list[str]]:
    found: list[list[str]] = json.loads(path.read_text(encoding="utf-8"))["steps"]
    return found


def test_the_content_note_stands_before_the_first_new_game_only(play: Play) -> None:
    first = play("", note=True).text
    assert "Before you begin\n================\nThis story tells of an arrest." in first
    assert first.index("This story tells of an arrest.") < first.index("Rain on the skylight.")
    assert "This story tells of an arrest." not in play(note=True).text


def test_the_content_note_offers_to_skip_hard_passages(play: Play) -> None:
    played = play("s", "", "2", "3", "", "", note=True, lot=0.99)
    assert "Pavel is arrested in the night." in played.text


def test_every_step_is_saved_at_once(play: Play, home: Path) -> None:
    play("", "1", "", "1")
    (path,) = saves(home)
    assert steps(path) == [["door", "show"], ["desk", "tray/letter_roza"]]


def test_a_game_without_a_step_leaves_no_save(play: Play, home: Path) -> None:
    play("", "q")
    assert saves(home) == []


def test_an_unfinished_game_is_offered(play: Play, home: Path) -> None:
    play("", "2", "q")
    again = play("", "3", "", "q")
    assert "There is an unfinished game: The desk, 2 June 1935, 1 step." in again.text
    assert "A car stands at the corner" in again.text
    (path,) = saves(home)
    assert steps(path) == [["door", "hide"], ["desk", "home"]]


def test_an_unfinished_game_can_be_left_aside(play: Play, home: Path) -> None:
    play("", "2", "q")
    assert "The door\n========" in play("n", "", "1", "q").text
    assert len(saves(home)) == 2
    assert "There is an unfinished game" not in play(anew=True).text


def test_a_finished_game_is_not_offered(play: Play) -> None:
    play("", "2", "3", "", "", "", "q")
    assert "There is an unfinished game" not in play().text


def test_lessons_and_later_chapters_are_offered(play: Play, story: Story) -> None:
    recap = ((Words("It is raining."),),)
    street = Chapter("street", "Street", "02_street", "street", minutes=4, recap=recap)
    lesson = Lesson("one", "One period", ("evening",), 20)
    two = dataclasses.replace(story, chapters=(*story.chapters, street), lessons=(lesson,))
    offer = (
        "  1  From the beginning\n  2  Lesson: One period, about 20 minutes\n  3  Chapter 2: Street, about 4"
    )
    assert offer in play("3", of=two).text
    third = play("3", of=two).text
    assert third.index("What has happened so far") < third.index("It is raining.") < third.index("The street")
    assert "Rain on the skylight." in play("", of=two).text
    lessons = play("7", "2", "", "2", "3", "", of=two).text
    assert "'7' is no key here." in lessons
    assert "A car stands at the corner" in lessons
    assert "Where to begin" not in play().text


def test_a_save_can_be_named(play: Play, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    play("", "2", "q", save=path)
    assert steps(path) == [["door", "hide"]]
    assert saves(home) == []
    assert "The desk\n========" in play(save=path).text


def test_a_damaged_save_that_was_named_is_refused(play: Play, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(DiskProblem, match=r"mine\.json is damaged and cannot be read\."):
        play(save=path)
    assert path.read_text(encoding="utf-8") == "{"


def test_a_save_of_an_edited_story_goes_as_far_as_it_fits(play: Play, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    play("", "2", "3", "q", save=path)
    path.write_text(path.read_text(encoding="utf-8").replace('"home"', '"roof"'), encoding="utf-8")
    text = play(save=path).text
    assert "1 step of the save could not be played again." in " ".join(text.split())
    assert "The desk\n========" in text


def test_the_end_of_input_saves_and_leaves(play: Play, home: Path) -> None:
    played = play("", "2")
    assert played.code == 0
    assert played.text.endswith("\nSaved. The next start goes on from here.\n")
    assert len(saves(home)) == 1


def test_ctrl_c_saves_and_leaves(play: Play, home: Path) -> None:
    played = play("", "2", "^C")
    assert played.code == 130
    assert played.text.endswith("\nSaved. The next start goes on from here.\n")
    assert len(saves(home)) == 1
    assert play("^C", note=True, anew=True).code == 130


def test_a_game_that_cannot_be_saved_says_so_once_and_goes_on(play: Play, home: Path) -> None:
    home.mkdir()
    (home / "saves").write_text("in the way", encoding="utf-8")
    played = play("", "2", "3", "", "", "")
    assert " ".join(played.text.split()).count("The game could not be saved: /") == 1
    assert "The end: Nets" in played.text
    assert "Saved." not in played.text


def test_back_goes_to_the_last_decision(play: Play, home: Path) -> None:
    text = play("", "1", "", "3", "b").text
    assert "Back to: The desk." in text
    assert "There is no decision to go back to yet." in play("n", "b").text


def test_the_result_page_can_be_taken_back(play: Play) -> None:
    assert "Back to: The door." in play("", "1", "b").text


def test_history_names_decisions_and_goes_back_to_one(play: Play, home: Path) -> None:
    text = play("", "1", "", "1", "", "h", "h 1", "q").text
    assert "  1  The door, 2 June 1935. You chose: Show him the list." in text
    assert "  2  The desk, 2 June 1935. You took up: A note from the cloakroom." in text
    assert "Back to: The door." in text
    assert "There is no decision 9. Type h for the list." in play("h 9", anew=True).text


def test_the_glossary_explains_the_words_of_the_page(play: Play) -> None:
    text = play("g").text
    assert "Words on this page" in text
    assert "special store (спецхран)\n  Locked shelves for books" in text


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("g Glavlit", "Glavlit\n  The office that decided"),
        ("glossary special_store", "special store ("),
        ("g спецхран", "special store ("),
        ("g glavlt", "The glossary has no 'glavlt'. Did you mean Glavlit?"),
        ("g zeppelin", "The glossary has no 'zeppelin'."),
        ("x", "'x' is no key here. Type ? for the keys."),
        ("foldr", "'foldr' is no key here. Did you mean folder? Type ? for all keys."),
        ("?", "b        back one decision"),
    ],
)
def test_keys_answer(play: Play, key: str, answer: str) -> None:
    assert answer in play(key).text


def test_provenance_names_papers_facts_and_sources(play: Play) -> None:
    text = play("p").text
    for part in (
        "What is record here",
        "The door: composite. Put together from several cases of the record, named\nbelow.",
        "  List: To be removed by the tenth (composite)\n  Such lists came from [Glavlit].",
        "* June 1935: Lists of books to be taken off the shelves went to libraries.",
        "  The archives bear this out.",
        "  - Source: Circular on the removal of books, 1935 (document of the time)\n"
        "    Address: https://example.org/circular?a=1&b=2",
        "  - Source: B. Author, Closed Shelves: a <study>, 1999 (historians’ work)\n"
        "    Where to find it: In any university library.",
    ):
        assert part in text, part


def test_the_folder_has_people_facts_the_photograph_and_history(play: Play) -> None:
    text = play("", "2", "f", "1", "", "2", "", "3", "", "4", "", "").text
    assert "1  People (2)" in text
    assert "Anna Orlova, Librarian\n  She keeps the keys of the *closed* shelves.\n  Now: At liberty" in text
    assert "She mended nets" not in text
    assert "The staff\n=========\n  - Anna Orlova\n  - Pavel Grin\n  - Roza Lind\n" in text
    assert "You chose: Turn the list over." in text


def test_a_page_can_be_shown_again_as_wide_as_the_terminal_is_now(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = play("", "r").text
    assert text.count("Rain on the skylight.") == 2
    assert text.count("  2  Turn the list over.") == 2
    assert text.count("What does Pavel want to know?") == 1


def test_a_number_that_is_not_offered_is_refused(play: Play) -> None:
    text = play("", "3", "0", "99999", "").text
    assert text.count("to choose here.") == 3
    assert "Choose by number: nothing goes on by itself here." in text


def test_settings_are_kept(play: Play, home: Path) -> None:
    text = play("s", "2", "").text
    assert "2  Stops to talk: off" in text
    assert json.loads((home / "settings.json").read_text(encoding="utf-8"))["talk_stops"] is False
    assert "What does Pavel want to know?" not in play().text


def test_the_story_can_be_left_for_the_debrief_and_taken_up_again(play: Play) -> None:
    text = play("", "2", "e", "b", "3", "", "q").text
    assert "You are no longer Anna Orlova." in text
    assert "You stopped at: The desk." in text
    assert "A car stands at the corner" in text


def test_the_debrief_tells_each_decision_with_roads_facts_and_sources(play: Play) -> None:
    text = play("", "1", "", "3", "", "", "", "1", "", "", "", lot=0.0).text
    for part in (
        "1. The door\n===========\n2 June 1935\n\n"
        "To talk about before choosing: What does Pavel want to know?\n\n"
        "You chose: Show him the list.\n\n"
        "A librarian could lose her post for it.\n\n",
        "It led to: The desk.\n\nWhat else lay open:\n  - Turn the list over.\n"
        "  - Telephone the director. (closed: The line is dead after eight.)\n"
        "    This road led to the same next page: The desk.\n",
        "\n\n* Readers\u2019 cards were asked for by the police.\n"
        "  Historians disagree, or the evidence is hearsay.\n  - Source: My Library (memoir)\n"
        "    Where to find it: Out of print.\n",
        "3. The street\n=============\n3 June 1935\n\nChance decided: Morning\nNobody in this chair",
    ):
        assert part in text, part


def test_the_debrief_tells_what_became_of_people(play: Play) -> None:
    text = play("", "2", "3", "", "", "", "", "2", "", "", "", lot=0.99).text
    assert "  2  Who was in the room (2)\n" in text
    assert "This was your chair." in text
    assert "Now: Dismissed\nShe mended nets until 1946." in text
    assert "Now: Arrested\nNobody in the library heard of him again.\nTouched by decision 3.\n" in text
    assert "Drawn from the record:\n\n* June 1935: Lists of books" in text


def leaf(play: Play, number: int, *keys: str) -> str:
    """What the debrief of one evening (list hidden, desk left, the car stops) shows of one of its leaves."""
    return play("", "2", "3", "", "", "", "", str(number), *keys, lot=0.99).text


def test_the_debrief_lists_its_leaves(play: Play) -> None:
    assert (
        "  1  What you decided (3)\n"
        "  2  Who was in the room (2)\n"
        "  3  What happened: this playthrough and the record\n"
        "  4  The record by section (2 of 3 facts met)\n"
        "  5  Readings of historians (2)\n"
        "  6  Questions, and room for your answers (2)\n"
        "  7  The file’s afterlife\n"
        "  8  Words (2)\n"
        "  9  Fact and fiction\n"
    ) in leaf(play, 3)


def test_end_here_and_talk_gives_every_leaf_on_the_first_page(play: Play) -> None:
    text = play("e", "1", "", "3", "", "4", "l", "6", "l", "7", "", "b", "q").text
    assert "You stopped at: The door." in text
    for title in ("What happened", "The record by section", "Readings", "Questions", "The file’s afterlife"):
        assert title in text
    assert "Nothing has been decided yet." in text
    assert "2 June 1935\n  played: The door\n" in text
    assert "Who wrote the list, and for whom?" in text
    assert "March 1987: The shelves are opened" in text


def test_the_timeline_has_both_lanes_under_each_date(play: Play) -> None:
    text = leaf(play, 3)
    assert "2 June 1935\n  played: The door: decision 1\n  played: The desk: decision 2\n" in text
    assert (
        "3 June 1935\n  played: The street: decision 3\n  played: The landing\n  played: Morning\n"
        "  record: Closed shelves were kept until the end. (Not met in this\n          playthrough.)\n"
    ) in text


def test_the_record_stands_by_section_with_figures_as_bars(play: Play) -> None:
    text = leaf(play, 4, "", "", "")
    assert "Books and libraries\n===================\n\n* 3 June 1935: Closed shelves" in text
    assert "  Until 1987, and not everywhere" in text.replace("Historians: ", "")
    assert "  (Not met in this playthrough.)" in text
    assert "It stands under decisions 2 and 3." not in text  # the draw rests on no fact
    assert "It stands under decision 2." in text
    assert "1934\n    500  ########\n1935\n  2,000  ##############################\n" in text


def test_readings_cite_this_playthrough(play: Play) -> None:
    text = leaf(play, 5, "", "")
    assert "An order from above\n===================\nAfter B. Author, Closed Shelves" in text
    assert "  1  The door. You chose: Turn the list over.\n     - Lists of books to be taken off" in text
    assert "  2  The desk. You chose: Lock up and go home.\n     - Readers’ cards" in text


def test_answers_are_kept_with_the_save_and_stand_on_the_page(play: Play, home: Path, tmp_path: Path) -> None:
    text = leaf(play, 6, "a Glavlit did.", "", "a", "The police.", "Or a rival.", "", "l", "w", "", "q")
    assert "Who wrote it, and why\n=====================\nWho wrote the list, and for whom?" in text
    assert "Look at decision 1." in text
    assert "Your answer\n    Glavlit did.\n" in text
    (path,) = saves(home)
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["answers"] == {"who_wrote_it": "Glavlit did.", "who_asked": "The police.\nOr a rival."}
    page = (tmp_path / "debrief.html").read_text(encoding="utf-8")
    assert "<p>The police.</p><p>Or a rival.</p>" in page


def test_an_answer_can_be_taken_back(play: Play, home: Path) -> None:
    leaf(play, 6, "a Glavlit did.", "a -", "q")
    (path,) = saves(home)
    assert "answers" not in json.loads(path.read_text(encoding="utf-8"))


def test_the_file_has_an_afterlife(play: Play) -> None:
    assert (
        "March 1987: The shelves are opened\nA commission goes through the closed shelves.\n"
        "  record: Closed shelves were kept until the end.\n"
    ) in leaf(play, 7)


def test_an_ended_game_can_go_back_to_a_decision(play: Play, home: Path) -> None:
    text = play("", "2", "3", "", "", "", "h 2", "q").text
    assert "Back to: The desk." in text
    (path,) = saves(home)
    assert steps(path) == [["door", "hide"]]


def test_the_debrief_is_written_as_a_page(play: Play, tmp_path: Path) -> None:
    text = play("", "2", "e", "w", "", "q").text
    page = (tmp_path / "debrief.html").read_text(encoding="utf-8")
    assert "<h1>The debrief</h1>" in page
    assert "Turn the list over." in page
    assert f"Written:\n{tmp_path / 'debrief.html'}\nOpen it in a browser" in text


def test_a_page_that_is_there_is_replaced_only_when_told_so(play: Play, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("mine", encoding="utf-8")
    assert "Nothing was written." in play("e", "w", "page.html", "", "q").text
    assert page.read_text(encoding="utf-8") == "mine"
    play("e", "w", "page.html", "y", "q", anew=True)
    assert "<h1>The debrief</h1>" in page.read_text(encoding="utf-8")
    assert "could not be written" in play("e", "w", "page.html/x", "q", anew=True).text


def test_a_game_that_was_kept_under_a_name_is_not_written_over(play: Play, story: Story, home: Path) -> None:
    begun = Playthrough.begin(story)
    kept = keep_as("Group 3", begun.choose(begun.ways[0].id))
    before = kept.read_bytes()
    played = play("", "1", "q")
    assert "There is an unfinished game" in played.text
    assert kept.read_bytes() == before
    assert len(list(home.rglob("saves/**/*.json"))) == 2
