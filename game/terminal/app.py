"""The terminal edition's front door."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from game.disk import load_settings
from game.story.model import Story
from game.terminal import words
from game.terminal.console import Console, InputEnded
from game.terminal.opening import opened
from game.terminal.reader import PlayerLeaves
from game.terminal.session import MakePage, Session
from game.terminal.side import SidePages

INTERRUPTED = 130
"""The exit code of a program that Ctrl-C ended."""


def run(
    story: Story,
    make_page: MakePage,
    anew: bool = False,
    save: Path | None = None,
    console: Console | None = None,
    lot: Callable[[], float] | None = None,
) -> int:
    """Play a story at the terminal and return an exit code.

    `make_page` turns a debrief into an HTML file. `anew` begins without asking; `save` names the save to
    play or to begin. `lot` draws a number in 0..1 (1 excluded) where chance decides, by the
    system's own randomness if none is given. Raises DiskProblem where `save` is there and cannot be played.
    """
    console = console or Console.of_this_process()
    session: Session | None = None
    code = 0
    try:
        side = SidePages(console, load_settings())
        playthrough, path = opened(console, story, side, anew, save)
        session = Session(console, playthrough, path, side, make_page, lot or random.SystemRandom().random)
        session.play()
    except (PlayerLeaves, InputEnded):
        pass
    except KeyboardInterrupt:
        code = INTERRUPTED
    _say_goodbye(console, session)
    return code


def _say_goodbye(console: Console, session: Session | None) -> None:
    saved = session is not None and session.save()
    over = session is not None and session.playthrough.is_over
    console.say(words.SAVED_AND_LEFT if saved and not over else words.LEFT)
