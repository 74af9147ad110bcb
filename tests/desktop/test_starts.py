"""Lessons and chapters: a list with minutes and recaps, and what a lesson does at its end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.disk import Settings
from game.story.model import Chapter, Lesson, Next, Story, Way
from game.story.prose import Words
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import small_story

TITLES = "December,The guilty,The charter,The trial,The list,The troika,The chair,The file".split(",")


def recap(text: str) -> tuple[tuple[Words, ...], ...]:
    return ((Words(text),),)


@pytest.fixture
def long_story() -> Story:
    """Eight chapters and four lessons; the second chapter begins in the hall."""
    story = small_story()
    chapters = [Chapter("december", "December", "01", "flat", "1934-12", 13)]
    for number, title in enumerate(TITLES[1:], 2):
        text = recap(f"What went before chapter {number}.")
        start = "draw" if number == 8 else "hall"
        chapters.append(Chapter(f"c{number}", title, f"0{number}", start, "1935-01", 10 + number, text))
    lessons = tuple(Lesson(f"l{n}", f"Lesson {n}", ("december",), 20 + n, "close") for n in range(1, 5))
    close = replace(story.scenes["read_on"], id="close", title="Four o'clock")
    left = replace(story.scenes["hall"], chapter="c2")
    scenes = {**story.scenes, "close": close, "hall": left}
    return replace(story, chapters=tuple(chapters), lessons=lessons, scenes=scenes)


@pytest.fixture
def pilot(long_story: Story) -> Pilot:
    return Pilot(long_story, settings=Settings(notes_read=("small",)))


def test_all_lessons_and_chapters_stand_there_with_minutes_and_recap(pilot: Pilot) -> None:
    text = pilot.press("3").text
    assert "Lesson 1\nabout 21 minutes · December" in text
    assert "1. December\nDecember 1934 · about 13 minutes" in text
    assert "8. The file\nJanuary 1935 · about 18 minutes\n\nWhat went before chapter 8." in text


def test_a_chapter_begins_with_what_went_before(pilot: Pilot) -> None:
    pilot.press("3").click("begin:5")
    assert pilot.name == "WhereScreen"
    assert "What went before chapter 2." in pilot.text
    assert "Forty minutes" in pilot.press("enter").text


def test_a_start_after_the_ninth_is_reached_without_a_digit(pilot: Pilot) -> None:
    pilot.press("3", "end")
    assert "begin:11" in pilot.targets
    pilot.click("begin:11")
    assert "What went before chapter 8." in pilot.text


def test_the_content_note_stands_before_a_lesson_too(long_story: Story) -> None:
    pilot = Pilot(long_story, settings=Settings()).press("3", "1")
    assert pilot.name == "ContentNoteScreen"
    pilot.press("enter")
    assert pilot.sitting.settings.notes_read == ("small",)
    assert "The essay" in pilot.text


def test_a_lesson_ends_with_its_close_and_leads_to_the_debrief(pilot: Pilot) -> None:
    pilot.press("3", "1", "2", "3", "enter")
    assert "Four o'clock" in pilot.text
    assert "The lesson ends here" in pilot.text
    assert "Back to a decision" in pilot.text
    assert pilot.press("1").name == "DebriefScreen"


def test_a_story_of_one_chapter_has_no_such_page(story: Story) -> None:
    assert "Lessons and chapters" not in Pilot(story).text


def test_a_page_that_only_reads_on_is_no_lesson_end(long_story: Story) -> None:
    scenes = {**long_story.scenes}
    scenes["close"] = replace(scenes["close"], exit=Next((Way("", "flat"),)))
    pilot = Pilot(replace(long_story, scenes=scenes), settings=Settings(notes_read=("small",)))
    assert "The lesson ends here" not in pilot.press("3", "1").text
