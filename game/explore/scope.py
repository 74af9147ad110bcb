"""One chapter or lesson by itself, from its cold start: quick, for somebody who writes or tunes it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.story.model import Lesson, Story
from game.story.playthrough import Start
from game.story.starts import chapter_start, lesson_start


@dataclass(frozen=True)
class Scope:
    """What is explored: a start and the chapters it stays in; its story has a lesson that ends there."""

    story: Story
    start: Start
    title: str
    chapters: frozenset[str]


def of_chapter(story: Story, chapter: str) -> Scope:
    """Return a chapter as somebody plays it who begins with it. Raises KeyError."""
    begun, title = chapter_start(story, chapter), story.chapters[story.chapter_position[chapter]].title
    alone = Lesson(f"chapter {chapter}", title, (chapter,))
    held = replace(story, lessons=(*story.lessons, alone))
    return Scope(held, replace(begun, lesson=alone.id), f"chapter \u201c{title}\u201d", frozenset((chapter,)))


def of_lesson(story: Story, lesson: str) -> Scope:
    """Return a lesson as it is played. Raises KeyError."""
    known = {each.id: each for each in story.lessons}[lesson]
    return Scope(
        story, lesson_start(story, lesson), f"lesson \u201c{known.title}\u201d", frozenset(known.chapters)
    )
