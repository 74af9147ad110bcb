"""The teacher's pack: what fits a period, and hand-outs that do not tell what comes later."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from game.authoring.compiler import compile_pack
from game.pages.teacher_pack import (
    Measured,
    Paces,
    one_period,
    parts_of_story,
    projector,
    teacher_pack,
    two_periods,
)
from tests.pages.made import read

PACKS = Path(__file__).parents[1] / "packs"


def chapter(title: str, middle: float, slow: float) -> Measured:
    return Measured(title, (title.lower(),), None, middle, middle - 1, middle + 1, slow)


def lesson(title: str, chapters: tuple[str, ...], middle: float, *, is_closed: bool = False) -> Measured:
    least, most, slow = middle - 1, middle + 1, middle * 1.5
    return Measured(title, chapters, None, middle, least, most, slow, is_lesson=True, is_closed=is_closed)


STORM, CARDS = chapter("Storm", 11.0, 17.0), chapter("Cards", 11.2, 17.4)
LIMIT, NAMES = chapter("Limit", 11.4, 18.2), chapter("Names", 10.0, 16.0)
FIRST = lesson("First", ("storm", "cards"), 22.2)
ALONE = lesson("Alone", ("limit", "names"), 21.4, is_closed=True)
ALL = [STORM, CARDS, LIMIT, NAMES, FIRST, ALONE]


def test_one_period_is_the_lesson_that_stands_by_itself() -> None:
    assert one_period(ALL) == ALONE
    assert one_period([STORM, FIRST]) == FIRST
    # 22.6 minutes are shown as 23, and the plan has 22.
    assert one_period([STORM, lesson("Long", ("storm",), 22.6, is_closed=True)]) == STORM
    assert one_period([]) is None


def test_two_periods_are_chapters_that_slow_readers_finish() -> None:
    """17 and 17.4 minutes are under 45, and 52.6 with the third are not."""
    assert two_periods(ALL) == (STORM, CARDS)
    assert two_periods([chapter("Endless", 60.0, 90.0)]) == (chapter("Endless", 60.0, 90.0),)


def test_a_projector_has_a_chapter_that_leaves_time_to_talk() -> None:
    assert projector(ALL) == LIMIT
    assert projector([chapter("Long", 20.0, 31.0), chapter("Short", 14.0, 22.0)]) == chapter(
        "Short", 14.0, 22.0
    )
    assert projector([]) is None


def test_the_parts_are_the_lessons_and_the_chapters_in_none() -> None:
    assert parts_of_story([STORM, CARDS, LIMIT, NAMES, FIRST]) == (FIRST, LIMIT, NAMES)


def written(pack: str, measured: list[Measured]) -> dict[str, str]:
    story = compile_pack(PACKS / pack).story
    assert story is not None
    pages = teacher_pack(story, measured, Paces(200, 120, 8, 101))
    return {name: " ".join(read(page).text.split()) for name, page in pages.items()}


def test_hand_outs_are_by_the_part_that_a_class_plays() -> None:
    evening = Measured("Evening", ("evening",), None, 1.0, 0.5, 1.5, 2.0)
    other = Measured("Another evening", ("other",), None, 1.0, 0.5, 1.5, 2.0)
    text = written("reading_room", [evening, other])["handouts.html"]
    assert text.index("Before: Evening") < text.index("Before: Another evening") < text.index("During")
    after = text[text.index("After: Evening") :]
    assert after.index("Who wrote the list, and for whom?") < after.index("Fault the game What the game says")
    assert "After: Another evening" not in text


def test_the_plans_name_what_was_measured() -> None:
    room = Measured("The first room", ("first",), 10, 9.0, 8.0, 10.0, 14.0)
    period = Measured("One period", ("first",), None, 9.0, 8.0, 10.0, 14.0, is_lesson=True, is_closed=True)
    text = written("two_rooms", [room, period])["lessons.html"]
    assert "Plan 1: one period of 45 minutes One period." in text
    assert "Plan 3: one projector The first room. One machine" in text
    assert "Read aloud it takes about 14 minutes." in text


def test_several_source_sheets_are_listed_by_chapter() -> None:
    story = compile_pack(PACKS / "reading_room").story
    assert story is not None
    again = dataclasses.replace(story.scenes["door"], id="again", title="The door again")
    twice = dataclasses.replace(story, scenes={**story.scenes, "again": again})
    page = teacher_pack(twice, [], Paces(200, 120, 8, 101))["sources.html"]
    text = " ".join(read(page).text.split())
    assert "Evening 1. List: To be removed by the tenth, The door 2. List: To be removed by the tenth" in text
    assert [link["href"] for link in read(page).all("a")][2:4] == ["#paper-1", "#paper-2"]
