"""Variables that nothing reads."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from game.story.conditions import Read
from game.story.effects import Effect
from game.story.model import Story
from game.story.prose import Slot


def unread_variables(story: Story) -> list[str]:
    """Return the variables that no condition, no effect on another and no text reads, in the pack's order.

    People's fates are read by the debrief, and lamps stand on the desk.
    """
    read = set(story.people)
    for part in (story.scenes, story.promises, story.content_note, story.fiction_note, story.chapters):
        read.update(_read_in(part))
    return [v.id for v in story.variables if v.id not in read and v.shown_as is None]


def _read_in(content: Any) -> Iterator[str]:
    if isinstance(content, Effect):
        yield from (name for name in _read_in(content.value) if name != content.variable.id)
    elif isinstance(content, Read):
        yield content.variable.id
    elif isinstance(content, Slot):
        yield content.variable
    elif isinstance(content, tuple):
        for part in content:
            yield from _read_in(part)
    elif isinstance(content, Mapping):
        for part in content.values():
            yield from _read_in(part)
    elif dataclasses.is_dataclass(content):
        for field in dataclasses.fields(content):
            if field.name == "flag":
                yield getattr(content, field.name).id
            elif field.name != "variable":
                yield from _read_in(getattr(content, field.name))
