"""The title of the game beside the title of Ren'Py's own sample game: start, memory, idle.

Takes part where Debian's `renpy` and `renpy-thequestion` are installed, or where THIRD_CHAIR_RENPY names the
program and THIRD_CHAIR_RENPY_GAME a Ren'Py project. Run with `python -m tests.benchmarks.renpy_bench`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.rows import Row, show
from tests.benchmarks.windows import ROOT, some_display

PROGRAM = Path(os.environ.get("THIRD_CHAIR_RENPY", "/usr/games/renpy"))
GAME = Path(os.environ.get("THIRD_CHAIR_RENPY_GAME", "/usr/share/games/renpy/the_question"))
SETTLING, IDLE, ROUNDS = 3.0, 6.0, 3
"""Seconds that an open title is given to come to rest, seconds that it is watched, and rounds."""

TOLD = """
def tell(*rest, _told=[]):
    import json, os, resource
    if not _told:
        _told.append(1)
        used = resource.getrusage(resource.RUSAGE_SELF)
        # Not ru_maxrss: that begins with the memory of whoever started this process.
        peak = open("/proc/self/status").read().split("VmHWM:")[1].split()[0]
        with open(os.environ["READY"], "w") as file:
            json.dump([used.ru_utime + used.ru_stime, int(peak) / 1024], file)
"""
OURS = (
    TOLD
    + """
import functools
import game.desktop.app as app
app.run = functools.partial(app.run, after_title=tell)
from game.cli import main
main([])
"""
)
HOOK = """
init 999 python:
{told}
    def _watch():
        plain = renpy.display.core.Interface.draw_screen
        def draw_screen(self, *arguments, **named):
            drawn = plain(self, *arguments, **named)
            if renpy.get_screen("main_menu"):
                tell()
            return drawn
        renpy.display.core.Interface.draw_screen = draw_screen
    _watch()
"""
STARTER = """
import ast, builtins, runpy, sys
plain = compile
def mended(source, *arguments, **named):
    # Debian's Ren'Py 8.0 leaves lines that end before they begin, which Python 3.11 refuses.
    for node in ast.walk(source) if isinstance(source, ast.AST) else ():
        if (getattr(node, "end_lineno", None) or 1 << 30) < getattr(node, "lineno", 0):
            node.end_lineno = node.lineno
    return plain(source, *arguments, **named)
builtins.compile = mended
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


class Opened(NamedTuple):
    """What an open title took: CPU milliseconds until it was drawn, megabytes, per cent of a core at rest."""

    start: float
    memory: float
    idle: float


def _cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _opened(command: list[str], variables: dict[str, str], ready: Path) -> Opened:
    ready.unlink(missing_ok=True)
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=variables, stdout=quiet, stderr=quiet) as program:
        try:
            ends = time.monotonic() + 60
            while not (ready.exists() and ready.read_text(encoding="utf-8").endswith("]")):
                if program.poll() is not None or time.monotonic() > ends:
                    raise SystemExit(f"{command[0]} shows no title.")
                time.sleep(0.02)
            start, memory = json.loads(ready.read_text(encoding="utf-8"))
            time.sleep(SETTLING)
            before, since = _cpu(program.pid), time.monotonic()
            time.sleep(IDLE)
            idle = (_cpu(program.pid) - before) / (time.monotonic() - since)
        finally:
            program.kill()
    return Opened(start * 1000, memory, idle * 100)


def rows() -> list[Row]:
    """Return start, memory and idle of our title beside Ren'Py's."""
    if not (PROGRAM.is_file() and GAME.is_dir() and Path("/proc/self/stat").exists()):
        raise SystemExit("Ren'Py is not installed (on Debian: apt-get install renpy renpy-thequestion).")
    with some_display() as display, tempfile.TemporaryDirectory() as home:
        place, ready = Path(home) / "game", Path(home) / "ready"
        shutil.copytree(GAME, place)
        told = "".join(f"    {line}\n" for line in TOLD.splitlines())
        (place / "game" / "watched.rpy").write_text(HOOK.format(told=told), encoding="utf-8")
        python = "/usr/bin/python3" if str(PROGRAM).startswith("/usr/") else sys.executable
        variables = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
            "DISPLAY": display,
            "HOME": home,
            "READY": str(ready),
            "SDL_AUDIODRIVER": "dummy",
            "THIRD_CHAIR_HOME": f"{home}/ours",
            "PYTHONPYCACHEPREFIX": f"{home}/pyc",
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        }
        variables.pop("SDL_VIDEODRIVER", None)
        theirs = [python, "-c", STARTER, str(PROGRAM), str(place), "--savedir", f"{home}/saves"]
        turns: tuple[Callable[[], Opened], ...] = (
            lambda: _opened([sys.executable, "-c", OURS], variables, ready),
            lambda: _opened(theirs, variables, ready),
        )
        for turn in turns:
            turn()  # the first turn compiles scripts and fills the caches of files
        pairs = [(turns[0](), turns[1]()) for _ in range(ROUNDS)]
    peer = f"Ren'Py's title of {GAME.name}"

    def row(what: str, unit: str, field: int) -> Row:
        ours, floor = (median(pair[who][field] for pair in pairs) for who in (0, 1))
        return Row(what, unit, ours, floor, peer)

    return [
        row("process start to the title, beside Ren'Py", "ms", 0),
        row("memory when the title is drawn, beside Ren'Py", "MB", 1),
        row("the open title, share of a core, beside Ren'Py", "%", 2),
    ]


if __name__ == "__main__":
    show(rows())
