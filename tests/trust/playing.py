"""What the tests of faults and of long use share: a game that plays itself, and what of it is saved."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from game import disk
from game.desktop.play import Play
from game.desktop.sitting import Outside
from game.story.playthrough import Playthrough
from tests.desktop.small_story import small_story

STORY = small_story()
SEED = int(os.environ.get("THIRD_CHAIR_SEED", "7"))
"""What chance begins with in the tests that kill the game; the variable gives them another one."""

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")


def new_play(playthrough: Playthrough | None = None, path: Path | None = None) -> Play:
    """Begin a game, or go on with one."""
    return Play(playthrough or Playthrough.begin(STORY), Outside(lambda: 0.5, lambda address: None), path)


def step(play: Play, chance: random.Random) -> None:
    """Take a way, or begin anew in the same game where it is over."""
    ways = play.playthrough.ways
    if ways:
        play.choose(chance.choice(ways).id)
    else:
        play.move_to(Playthrough.begin(STORY))


def in_child(work: Callable[[], object]) -> int:
    """Do something in a copy of this process and return its exit code, negative for a signal."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException:
            os._exit(9)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def readable(folder: Path) -> dict[str, int]:
    """Return the saves of a folder with their number of steps; each of them must open."""
    found = {saved.path.name: saved.steps for saved in disk.saved_games(STORY.played_as)}
    for name in found:
        assert disk.load_game(folder / name, STORY).stopped_at is None
    return found
