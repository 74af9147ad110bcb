"""Every sentence about saved games, and about where a game can begin."""

from __future__ import annotations

import time
from collections.abc import Iterable

from game.story.words import long_date

_NO_BREAK = "\u00a0"
_LONG = 30
"""Signs: a longer part may find no line of its own."""

SAVES = "Saved games"
SAVES_NOTE = "Every game saves itself after each step. One that you keep under a name stays as it is then."
SAVES_NONE = "No game has been saved yet."
SAVE_KEEP = "Keep this game under a name"
SAVE_NAME = "Its name"
SAVE_DO = "Keep it"
SAVE_KEPT = "Kept"
SAVE_KEPT_TEXT = "The game is kept as “{name}”. You go on where you were."
SAVE_AUTOMATIC = "saves itself"
SAVE_OVER = "at its end"
SAVE_DAMAGED = "A saved game is damaged"
SAVE_DAMAGED_TEXT = (
    "It cannot be read and was set aside; all others are as they were. It lies here now: {path}"
)
DELETE = "Delete"
DELETE_ASK = "Shall “{name}” be deleted for good?"
DELETE_NO = "Keep it"
STARTS = "Lessons and chapters"
STARTS_LESSONS = "Lessons"
STARTS_LESSONS_NOTE = "Parts of the story for one period; the debrief comes after them."
STARTS_CHAPTERS = "Chapters"
STARTS_CHAPTERS_NOTE = "Whoever begins later is told what went before."
LESSON_OVER = "The lesson ends here"
PROBLEM_SAVE = "The game could not be saved"
PROBLEM_SAVE_NOW = "You can play on; what you do from here may be lost when the window closes."
SAVE_STOPPED = "The story has changed"
SAVE_STOPPED_TEXT = (
    "This game was saved with an older version of the story. It can be followed as far as “{scene}”; {lost} "
    "after that no longer fits. You go on from there."
)
SAVE_BROKEN = "The saved game could not be opened"


def minutes(count: int | None) -> str:
    """Say how long something takes; nothing where nobody knows."""
    if not count:
        return ""
    return "about a minute" if count == 1 else f"about {count} minutes"


def saved_at(when: time.struct_time) -> str:
    """Say when a game was saved."""
    return f"saved {long_date(time.strftime('%Y-%m-%d', when))}, {time.strftime('%H:%M', when)}"


def steps_lost(count: int) -> str:
    """Say how many steps of a save no longer fit."""
    return "one step" if count == 1 else f"{count} steps"


def in_whole_parts(parts: Iterable[str]) -> str:
    """Join what is said of a save: a line ends between two parts, and no date is torn; a long part may be."""
    kept = (part.replace(" ", _NO_BREAK) if len(part) <= _LONG else part for part in parts)
    return f"{_NO_BREAK}· ".join(kept)
