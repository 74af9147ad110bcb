"""How long until the first title: CPU time of the process, beside a bare Pygame window with one line of text.

Needs a display (DISPLAY, or Xvfb in the PATH). The floor stands twice: as SDL draws by itself, and with
SDL_FRAMEBUFFER_ACCELERATION=0, which the game sets. Run with `python -m tests.benchmarks.start_bench`.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable

from tests.benchmarks.rows import Row, interleaved, show
from tests.benchmarks.windows import cpu_of, some_display

FLOOR = """
import pygame
pygame.display.init()
pygame.font.init()
screen = pygame.display.set_mode((1280, 720))
screen.fill((20, 18, 15))
font = pygame.font.Font(None, 28)
screen.blit(font.render("The consul waits beside the river gate.", True, (230, 225, 210)), (40, 40))
pygame.display.flip()
pygame.event.get()
"""

WHOLE = """
import functools, sys
import game.desktop.app as app
app.run = functools.partial(app.run, after_title=sys.exit)
from game.cli import main
main([])
"""


def rows(rounds: int = 9) -> list[Row]:
    """Return the start of the whole game beside each floor."""
    with some_display() as display, tempfile.TemporaryDirectory() as home:
        common = {
            **os.environ,
            "DISPLAY": display,
            "THIRD_CHAIR_HOME": home,
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
            "PYTHONPYCACHEPREFIX": f"{home}/pyc",  # compiled once, as on every machine that is played on
        }
        common.pop("PYTHONDONTWRITEBYTECODE", None)
        common.pop("SDL_VIDEODRIVER", None)
        plain = {**common, "SDL_FRAMEBUFFER_ACCELERATION": "0"}

        def milliseconds(program: str, variables: dict[str, str]) -> Callable[[], float]:
            cpu_of(program, variables)  # the first turn fills the caches of files
            return lambda: cpu_of(program, variables) * 1000

        ours = milliseconds(WHOLE, common)
        default = interleaved(ours, milliseconds(FLOOR, common), rounds)
        software = interleaved(ours, milliseconds(FLOOR, plain), rounds)
    what = "process start to the first title"
    return [
        Row(what, "ms", *default, "a bare window with one line, SDL's own way", 1.5),
        Row(what, "ms", *software, "a bare window with one line, acceleration off", 1.5),
    ]


if __name__ == "__main__":
    show(rows())
