"""Replay codes on the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from game.commands.outcome import CommandFailed

if TYPE_CHECKING:
    from game.story.model import Story
    from game.story.playthrough import Playthrough


def looks_like_code(given: str) -> bool:
    """Return whether an argument is meant as a code and not as a file's name."""
    from game.story.code_signs import GROUP, plain_signs, values_of

    is_path = "/" in given or "\\" in given or given.lower().endswith((".json", ".txt", ".html"))
    signs = plain_signs(given)
    return not is_path and len(signs) > GROUP and values_of(signs[:GROUP]) is not None


def played_file(story: Story, given: str) -> Playthrough | None:
    """Return the playthrough of a save that is named by its file; None where no such file is there.

    Raises CommandFailed where it cannot be played as far as it goes.
    """
    from game.disk import DiskProblem, load_game, path_from

    path = path_from(given)
    if not path.is_file():
        return None
    try:
        replay = load_game(path, story)
    except DiskProblem as problem:
        raise CommandFailed(str(problem)) from problem
    if replay.stopped_at is not None:
        print(
            f"The story has changed: the last {replay.steps_lost} steps of {path} are lost.", file=sys.stderr
        )
    return replay.playthrough


def played_code(story: Story, code: str, advice: str) -> Playthrough:
    """Return the playthrough of a code. Raises CommandFailed with what is wrong with it.

    `advice` says how another pack is named.
    """
    from game.story.code_signs import WrongCode
    from game.story.replay_code import from_code

    try:
        return from_code(story, code)
    except WrongCode as wrong:
        raise CommandFailed(f"{wrong} {advice}" if wrong.fault == "other_rules" else str(wrong)) from wrong
