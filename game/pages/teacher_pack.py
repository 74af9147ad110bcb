"""The teacher's pack of a story: pages for a teacher, a head and a parent, each a file that prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from game.pages.rendering import environment
from game.pages.teacher_sheets import Sheets
from game.story.model import Story

ONE_PERIOD = 22
"""Minutes of play that one period has room for."""

TWO_PERIODS = 45
"""Minutes of play that two periods have room for, those included in which slow readers finish."""

TALK = 4
"""Minutes of talk at two stops, where a whole class plays together."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Minutes of a chapter or a lesson over random playthroughs: the middle one, the least and the most.

    `slow` is the middle one for somebody who reads slowly, or for reading aloud. `is_closed` says that the
    pack ends the lesson on a page of its own, so that it stands by itself.
    """

    title: str
    chapters: tuple[str, ...]
    claimed: int | None
    middle: float
    least: float
    most: float
    slow: float
    is_lesson: bool = False
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Paces:
    """How the minutes were measured: words a minute, of slow readers too, seconds a decision, walks."""

    words: int
    slow_words: int
    seconds: int
    walks: int


@dataclass(frozen=True, slots=True)
class PageOfPack:
    """One page: its file, its title as the index has it, and what it is for."""

    file: str
    title: str
    about: str
    missing: str = ""
    """What of teaching.yaml is not there, so that the page says less."""


PAGES = (
    ("rationale", "Why, and what is said against it", "For heads, colleagues and parents who ask."),
    ("content", "What it contains", "Every scene with its content and where it comes from."),
    ("lessons", "Three lesson plans", "45 minutes, two periods, one projector, with measured minutes."),
    ("handouts", "Hand-outs", "Before, during and after; to copy."),
    ("sources", "Source sheets", "The papers of the story with questions, one to a page."),
    ("notes_map", "Map to the class notes", "Sections, facts, scenes and questions side by side."),
    ("letter", "Letter home", "To sign and send."),
    ("alternative", "Alternative task", "For a student who does not take part."),
    ("privacy", "Privacy", "One page for the data officer: nothing is collected."),
    ("accessibility", "Accessibility", "What works for whom, and the known gaps."),
)
"""File, title and purpose of every page, in the order of the index."""

_FROM_TEACHING = {"rationale": "rationale", "letter": "letter_home", "alternative": "alternative"}


def teacher_pack(story: Story, measured: Sequence[Measured], paces: Paces) -> dict[str, str]:
    """Return every page by its file name; `measured` has the chapters, then the lessons."""
    sheets = Sheets(story)
    pages = tuple(_page(story, *entry) for entry in PAGES)
    given: Mapping[str, object] = {
        "story": story,
        "sheets": sheets,
        "pages": pages,
        "measured": measured,
        "paces": paces,
        "one_period": one_period(measured),
        "two_periods": two_periods(measured),
        "projector": projector(measured),
        "period_minutes": ONE_PERIOD,
        "parts_of_story": parts_of_story(measured),
        "chapters": sheets.chapters(),
    }
    made = {f"{page.file}.html": _rendered(page, given) for page in pages}
    index = environment().get_template("teacher_index.html").render(**given)
    return {"index.html": index, **made}


def _page(story: Story, file: str, title: str, about: str) -> PageOfPack:
    field = _FROM_TEACHING.get(file, "")
    return PageOfPack(file, title, about, field if field and not getattr(story.teaching, field) else "")


def _rendered(page: PageOfPack, given: Mapping[str, object]) -> str:
    return environment().get_template(f"teacher_{page.file}.html").render(page=page, **given)


def one_period(measured: Sequence[Measured]) -> Measured | None:
    """Return what fits one period: the first lesson, else the first chapter, that is short enough.

    Of the lessons those that stand by themselves come first.
    """
    ordered = sorted(measured, key=lambda found: (not found.is_lesson, not found.is_closed))
    # As the page shows them: in whole minutes.
    fitting = [found for found in ordered if round(found.middle) <= ONE_PERIOD]
    return next(iter(fitting or ordered), None)


def two_periods(measured: Sequence[Measured]) -> tuple[Measured, ...]:
    """Return the chapters from the first on that slow readers finish in two periods; at least one."""
    chapters = [found for found in measured if not found.is_lesson]
    sums = accumulate(found.slow for found in chapters)
    count = sum(1 for total in sums if total <= TWO_PERIODS)
    return tuple(chapters[: max(1, count)])


def projector(measured: Sequence[Measured]) -> Measured | None:
    """Return the chapter to read aloud with a class: the first that leaves time to talk, or the shortest.

    Those of the lesson for one period come first.
    """
    lesson = one_period(measured)
    chapters = [found for found in measured if not found.is_lesson]
    ordered = sorted(chapters, key=lambda found: not (lesson and set(found.chapters) <= set(lesson.chapters)))
    fitting = [found for found in ordered if round(found.slow) <= ONE_PERIOD - TALK]
    return next(iter(fitting), None) or min(ordered, key=lambda found: found.slow, default=None)


def parts_of_story(measured: Sequence[Measured]) -> tuple[Measured, ...]:
    """Return what a class plays in one piece: the lessons, and the chapters that are in none."""
    lessons = [found for found in measured if found.is_lesson]
    taken = {chapter for lesson in lessons for chapter in lesson.chapters}
    return (
        *lessons,
        *(found for found in measured if not found.is_lesson and taken.isdisjoint(found.chapters)),
    )
