"""How long until the first title: CPU time of the process, beside a bare Pygame window with one line.

usage: python tests/benchmarks/start_bench.py [ROUNDS] [--window]

Needs a display (DISPLAY, or Xvfb in the PATH). Floor and game take turns, so that both meet the same machine.
The floor stands twice: as SDL draws by itself, and with SDL_FRAMEBUFFER_ACCELERATION=0, which the game sets.
With --window the game is `game.desktop.app.run` alone; without, the whole of `main.py`, arguments and all.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

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

WINDOW = """
import sys
from pathlib import Path
from game.desktop.app import run
run(lambda: None, story_title="The Third Chair", assets=Path("assets"), after_title=sys.exit)
"""

WHOLE = """
import functools, sys
import game.desktop.app as app
app.run = functools.partial(app.run, after_title=sys.exit)
from game.cli import main
main([])
"""


def main(arguments: list[str]) -> int:
    """Measure and print medians and ratios."""
    rounds = next((int(argument) for argument in arguments if argument.isdecimal()), 15)
    ours = WINDOW if "--window" in arguments else WHOLE
    contenders = {
        "floor, SDL's own way": (FLOOR, {}),
        "floor, acceleration off": (FLOOR, {"SDL_FRAMEBUFFER_ACCELERATION": "0"}),
        "the game's first title": (ours, {}),
    }
    times: dict[str, list[float]] = {name: [] for name in contenders}
    with _display() as display, tempfile.TemporaryDirectory() as home:
        common = {
            **os.environ,
            "DISPLAY": display,
            "THIRD_CHAIR_HOME": home,
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        }
        common.pop("SDL_VIDEODRIVER", None)
        for turn in range(rounds + 1):
            for name, (program, variables) in contenders.items():
                seconds = _cpu_of(program, {**common, **variables})
                if turn:  # the first turn fills the caches of files
                    times[name].append(seconds)
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, found in times.items():
        spread = f"{min(found) * 1000:.0f}-{max(found) * 1000:.0f}"
        print(f"{name:28} {medians[name] * 1000:6.0f} ms CPU ({spread}), n={len(found)}")
    first = medians["the game's first title"]
    for name in list(contenders)[:2]:
        print(f"game / {name:28} {first / medians[name]:.2f}")
    return 0


def _cpu_of(program: str, variables: dict[str, str]) -> float:
    """Return user and system time of a Python process, in seconds."""
    child = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(child.stderr.read().decode() if child.stderr else "it failed")
    return usage.ru_utime + usage.ru_stime


@contextmanager
def _display() -> Iterator[str]:
    if display := os.environ.get("DISPLAY"):
        yield display
        return
    program = shutil.which("Xvfb")
    if program is None:
        raise SystemExit("There is no display, and Xvfb is not installed.")
    answer, to_answer = os.pipe()
    command = [program, "-displayfd", str(to_answer), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[to_answer], stderr=subprocess.DEVNULL)
    os.close(to_answer)
    try:
        with os.fdopen(answer) as lines:
            yield f":{lines.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
