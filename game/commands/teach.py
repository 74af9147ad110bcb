"""`teach`: a pack -> the teacher's pack, a folder of pages that print."""

from __future__ import annotations

import argparse
import random
import statistics
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.outcome import CLEAN, CommandFailed
from game.commands.packs import DEFAULT_PACK, find_pack, open_story
from game.disk import write_text

if TYPE_CHECKING:
    from game.pages.teacher_pack import Measured
    from game.story.model import Story
    from game.story.playthrough import Playthrough, Start

SUMMARY = "write the teacher's pack: plans, hand-outs, source sheets, letter home"
EXAMPLE = """\
examples:
  python3 main.py teach                               the shipped story, to the folder teacher_pack
  python3 main.py teach my_scenes -o for_colleagues   a pack of your own

Begin with index.html in that folder. A folder that has files in it is kept as it is unless --force is given;
then pages of the same names are replaced, and nothing else is touched.
"""
WALKS = 101
"""Random playthroughs of each chapter and lesson: odd, so that one of them is the middle one."""

WORDS, SLOW_WORDS, SECONDS = 200, 120, 8
"""Words a minute of a usual and of a slow reader, and seconds a decision."""

MOST_STEPS = 2_000
"""A playthrough that has not ended by then goes round in a ring; its minutes up to there count."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "pack", nargs="?", default=DEFAULT_PACK, metavar="PACK", help="a pack's folder, zip or id"
    )
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("teacher_pack"), metavar="FOLDER", help="where to write"
    )
    parser.add_argument("-f", "--force", action="store_true", help="replace pages that are there")


def run(arguments: argparse.Namespace) -> int:
    """Measure the story and write the pages."""
    from game.pages.teacher_pack import Paces, teacher_pack

    folder: Path = arguments.output
    _refuse(folder, arguments.force)
    story = open_story(find_pack(arguments.pack))
    pages = teacher_pack(story, measured(story), Paces(WORDS, SLOW_WORDS, SECONDS, WALKS))
    for name, page in pages.items():
        write_text(folder / name, page)
    print(f"Written: {len(pages)} pages. Begin with {folder / 'index.html'}")
    return CLEAN


def _refuse(folder: Path, force: bool) -> None:
    """Raise CommandFailed for a place that is no folder, or a folder in use."""
    if folder.exists() and not folder.is_dir():
        raise CommandFailed(f"{folder} is a file. Name a folder for the pages with -o.")
    try:
        held = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    except OSError as problem:
        raise CommandFailed(f"{folder} could not be read: {problem.strerror or problem}.") from problem
    if held and not force:
        shown = ", ".join(held[:3]) + (f" and {len(held) - 3} more" if len(held) > 3 else "")
        raise CommandFailed(
            f"{folder} has files in it already ({shown}). Name another folder with -o, or replace pages of "
            "the same names with --force."
        )


def measured(story: Story) -> list[Measured]:
    """Return the minutes of every chapter and lesson, over random playthroughs from its own start."""
    from game.pages.teacher_pack import Measured
    from game.story.starts import chapter_start, lesson_start

    found = []
    for chapter in story.chapters:
        times = _minutes(story, chapter_start(story, chapter.id), chapter.id)
        found.append(Measured(chapter.title, (chapter.id,), chapter.minutes, *times))
    for lesson in story.lessons:
        times = _minutes(story, lesson_start(story, lesson.id), "")
        found.append(
            Measured(
                lesson.title,
                lesson.chapters,
                lesson.minutes,
                *times,
                is_lesson=True,
                is_closed=bool(lesson.close),
            )
        )
    return found


def _minutes(story: Story, start: Start, chapter: str) -> tuple[float, float, float, float]:
    """Return the middle, least and most minutes from a start, and the middle of slow readers.

    With `chapter` (an id) a playthrough counts up to where it leaves it.
    """
    from game.explore.lengths import Pace, decisions_made, words_read

    lots = random.Random(1)
    usual, slow = Pace(WORDS, SECONDS), Pace(SLOW_WORDS, SECONDS)
    counted = []
    for _ in range(WALKS):
        played = _played(story, start, chapter, lots)
        counted.append((words_read(played), decisions_made(played)))
    minutes = sorted(usual.minutes(*one) for one in counted)
    slowly = statistics.median(slow.minutes(*one) for one in counted)
    return statistics.median(minutes), minutes[0], minutes[-1], slowly


def _played(story: Story, start: Start, chapter: str, lots: random.Random) -> Playthrough:
    from game.story.model import Chance
    from game.story.playthrough import Playthrough, drawn

    played = Playthrough.begin(story, start)
    while played.ways and len(played.steps) < MOST_STEPS:
        is_draw = isinstance(played.scene.exit, Chance)
        way = drawn(played.ways, lots.random()) if is_draw else lots.choice(played.ways)
        after = played.choose(way.id)
        if chapter and story.chapters[after.state.chapter].id != chapter:
            break
        played = after
    return played
