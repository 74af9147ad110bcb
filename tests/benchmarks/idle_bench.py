"""What a still page costs: CPU time of the open game while nobody does anything, beside an idle event loop.

Run with `python -m tests.benchmarks.idle_bench`.
"""

from __future__ import annotations

import os
import tempfile

from tests.benchmarks.rows import Row, interleaved, show
from tests.benchmarks.windows import cpu_of, some_display

SECONDS = 8

FLOOR = """
import pygame, time
pygame.display.init()
pygame.display.set_mode((1280, 720))
pygame.display.flip()
until = time.monotonic() + SECONDS
clock = pygame.time.Clock()
while time.monotonic() < until:
    pygame.event.get()
    clock.tick(30)
"""

OURS = """
import os, threading
from game.cli import main
threading.Timer(SECONDS, lambda: os._exit(0)).start()
main(["play", "--new"])
"""


def rows() -> list[Row]:
    """Return the share of a core that an open game takes, its start taken off by a run that ends at once."""
    with some_display() as display, tempfile.TemporaryDirectory() as home:
        variables = {
            **os.environ,
            "DISPLAY": display,
            "THIRD_CHAIR_HOME": home,
            "SDL_FRAMEBUFFER_ACCELERATION": "0",
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        }
        variables.pop("SDL_VIDEODRIVER", None)

        def per_cent(program: str) -> float:
            long, short = (
                cpu_of(program.replace("SECONDS", str(seconds)), variables) for seconds in (SECONDS + 2, 2)
            )
            return (long - short) / SECONDS * 100

        share = interleaved(lambda: per_cent(OURS), lambda: per_cent(FLOOR), 3)
    return [Row("a still page, share of a core", "%", *share, "a 30 Hz loop of event.get without a flip")]


if __name__ == "__main__":
    show(rows())
