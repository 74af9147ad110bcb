"""The starts that a pack declares: its beginning, its chapters, its lessons."""

from __future__ import annotations

from collections.abc import Iterable

from game.story.conditions import number
from game.story.effects import Effect
from game.story.model import Story
from game.story.playthrough import Start
from game.story.state import State


def chapter_start(story: Story, chapter: str) -> Start:
    """Return the start of somebody who begins with this chapter (an id). Raises KeyError."""
    begun = story.chapters[story.chapter_position[chapter]]
    return Start(begun.start, _given(begun.given))


def lesson_start(story: Story, lesson: str) -> Start:
    """Return the start of a lesson (an id): its first chapter, closed where it ends. Raises KeyError."""
    chapters = {known.id: known.chapters for known in story.lessons}[lesson]
    first = chapter_start(story, chapters[0])
    return Start(first.scene, first.given, lesson)


def _given(effects: Iterable[Effect]) -> dict[str, str]:
    nothing_read = State("", 0, ())
    return {e.variable.id: e.variable.name_of(number(e.value, nothing_read)) for e in effects}
