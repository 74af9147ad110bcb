"""What a still page costs: CPU time of the open game while nobody does anything, beside an idle event loop.

Run with `python -m tests.benchmarks.idle_bench`.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

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
    """Return the share of a core that an open game takes, its start taken off by a run that ends at once.

    Once with reduced motion, which is a still page, and once beside a lamp that flickers.
    """
    with some_display() as display, tempfile.TemporaryDirectory() as home:
        variables = {
            **os.environ,
            "DISPLAY": display,
            "THIRD_CHAIR_HOME": home,
            "SDL_FRAMEBUFFER_ACCELERATION": "0",
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        }
        variables.pop("SDL_VIDEODRIVER", None)
        notes_read = ["third_chair"]  # else the first page is the content note, beside which nothing moves

        def per_cent(program: str, *, reduced_motion: bool = True) -> float:
            settings = {"reduced_motion": reduced_motion, "notes_read": notes_read}
            (Path(home) / "settings.json").write_text(json.dumps(settings))
            long, short = (
                cpu_of(program.replace("SECONDS", str(seconds)), variables) for seconds in (SECONDS + 2, 2)
            )
            return (long - short) / SECONDS * 100

        still = interleaved(lambda: per_cent(OURS), lambda: per_cent(FLOOR), 3)
        moving = interleaved(lambda: per_cent(OURS, reduced_motion=False), lambda: per_cent(FLOOR), 3)
    floor_is = "a 30 Hz loop of event.get without a flip"
    return [
        Row("a still page, share of a core", "%", *still, floor_is),
        Row("a page beside a lamp that flickers, share of a core", "%", *moving, floor_is),
    ]


if __name__ == "__main__":
    show(rows())
