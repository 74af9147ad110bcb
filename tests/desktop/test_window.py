"""The real window: opened on a real display, driven by real keys."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import lacking

ROOT = Path(__file__).parents[2]

PROGRAM = """
import functools, sys
from pathlib import Path
from game.desktop.app import NoDisplay, run
from tests.desktop.small_story import small_story

def opened():
    print("open", flush=True)
    return small_story()


told = functools.partial(print, "title", flush=True)
try:
    sys.exit(run(opened, story_title="The Small Chair", assets=Path("assets"), after_title=told))
except NoDisplay as problem:
    print("no display:", problem)
    sys.exit(7)
"""

BROKEN = PROGRAM.replace("return small_story()", "raise ValueError('there is no chapter')")


@contextmanager
def running(program: str, home: Path, **variables: str) -> Iterator[subprocess.Popen[str]]:
    """The program in a process of its own, which ends with the block."""
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}}
    environment = {**kept, "THIRD_CHAIR_HOME": str(home), "PYTHONPATH": str(ROOT), **variables}
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as window:
        try:
            yield window
        finally:
            window.kill()


def first_line(window: subprocess.Popen[str]) -> str:
    assert window.stdout is not None
    return next((line for line in window.stdout if not line.startswith("pygame")), "")


def until(condition: Callable[[], object], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


@pytest.fixture
def press(display: str) -> Callable[[str], None]:
    """Presses a key on the display."""
    if not (program := shutil.which("xdotool")):
        lacking("xdotool is not installed")

    def send(key: str) -> None:
        subprocess.run([program, "key", key], env={**os.environ, "DISPLAY": display}, check=True)
        time.sleep(0.6)  # longer than a key that turned a page is ignored there

    return send


def test_keys_lead_from_the_title_to_a_scene_and_every_step_is_saved(
    display: str, press: Callable[[str], None], home: Path
) -> None:
    (home / "settings.json").write_text(json.dumps({"notes_read": ["small"]}))
    with running(PROGRAM, home, DISPLAY=display) as window:
        assert first_line(window) == "title\n"
        assert first_line(window) == "open\n"
        time.sleep(1)  # a key pressed while the story is being opened would choose nothing
        press("2")
        press("2")
        until(lambda: list((home / "saves" / "small").glob("*.json")))
        save = json.loads(next((home / "saves" / "small").glob("*.json")).read_text())
        assert save["steps"] == [["flat", "leave"]]
        for key in ("Escape", "9", "shift+Tab", "Return"):
            press(key)
        assert window.wait(10) == 0


def test_a_story_that_cannot_be_opened_is_a_page_and_no_traceback(
    display: str, press: Callable[[str], None], home: Path
) -> None:
    with running(BROKEN, home, DISPLAY=display) as window:
        first_line(window), first_line(window)
        time.sleep(1)
        press("Return")
        assert window.wait(10) == 0


def test_without_a_display_the_caller_is_told(home: Path) -> None:
    with running(PROGRAM, home) as window:
        assert first_line(window).startswith("no display: There is no screen to open a window on.")
        assert window.wait(10) == 7


def test_a_driver_that_was_asked_for_is_a_display(home: Path) -> None:
    with running(PROGRAM, home, SDL_VIDEODRIVER="dummy") as window:
        assert first_line(window) == "title\n"


def test_an_idle_page_costs_less_than_one_per_cent_of_a_core(display: str, home: Path) -> None:
    if not Path("/proc/self/stat").exists():
        pytest.skip("this system has no /proc")
    with running(PROGRAM, home, DISPLAY=display) as window:
        first_line(window)
        time.sleep(2)
        before = ticks(window.pid)
        time.sleep(5)
        assert (ticks(window.pid) - before) / os.sysconf("SC_CLK_TCK") <= 0.05


def ticks(pid: int) -> int:
    """User and system time of a process, from /proc."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
