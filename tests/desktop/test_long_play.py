"""One long play in a real window on an X server: keys and mouse of xdotool, to the debrief and back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game import disk
from tests.conftest import lacking
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import small_story
from tests.desktop.test_window import PROGRAM, first_line, running, ticks, until

pytestmark = pytest.mark.long


class Hands:
    """Presses keys and moves the mouse on a display."""

    def __init__(self, program: str, display: str) -> None:
        self._program = program
        self._environment = {**os.environ, "DISPLAY": display}
        self._window = ""

    def do(self, *arguments: str, rest: float = 0.6) -> None:
        subprocess.run([self._program, *arguments], env=self._environment, check=True)
        time.sleep(rest)  # longer than a key that turned a page is ignored there

    def press(self, *keys: str) -> None:
        for key in keys:
            self.do("key", key)

    def click(self, x: int, y: int) -> None:
        """Click into the window, in its own pixels."""
        self.do("mousemove", "--window", self._window, str(x), str(y), "click", "1")

    def window(self, command: str, *arguments: str) -> None:
        """Do something to the window that had the focus when this was asked first."""
        if not self._window:
            asked = subprocess.run(
                [self._program, "getwindowfocus"],
                env=self._environment,
                check=True,
                capture_output=True,
                text=True,
            )
            self._window = asked.stdout.strip()
        self.do(command, self._window, *arguments, rest=1)


@pytest.fixture
def hands(display: str) -> Hands:
    if not (program := shutil.which("xdotool")):
        lacking("xdotool is not installed")
    return Hands(program, display)


def save_of(home: Path) -> dict[str, object]:
    paths = sorted((home / "saves" / "small").glob("*.json"))
    found = [json.loads(path.read_text()) for path in paths]
    return next(save for save in found if not save["label"]["name"])  # type: ignore[no-any-return]


def steps(home: Path) -> Callable[[], object]:
    return lambda: save_of(home)["steps"] if list((home / "saves").rglob("*.json")) else []


def test_a_game_is_played_in_a_real_window_with_keys_and_mouse(
    display: str, hands: Hands, home: Path
) -> None:
    (home / "settings.json").write_text(json.dumps({"notes_read": ["small"]}))
    with running(PROGRAM, home, DISPLAY=display) as window:
        assert first_line(window) == "title\n"
        assert first_line(window) == "open\n"
        time.sleep(1)
        hands.press("2", "Down", "Down", "Return")
        until(lambda: steps(home)() == [["flat", "leave"]])
        # A name is typed, with a letter that needs Shift and one that is a command elsewhere.
        hands.press("Escape", "6", "Return")
        hands.do("type", "--delay", "60", "Group F")
        hands.press("Return")
        until(lambda: any("Group F" in path.read_text() for path in (home / "saves").rglob("*.json")))
        hands.press("Return", "Escape")
        # Settings by keys; they hold at once and are kept.
        hands.press("Escape", "7", "Down", "Right", "Escape")
        until(lambda: json.loads((home / "settings.json").read_text())["typeface"] == "sans")
        hands.press("1")
        until(lambda: save_of(home)["label"]["scene_title"] == "A letter")  # type: ignore[index]
        hands.press("1")
        until(lambda: len(steps(home)()) == 3)  # type: ignore[arg-type]
        hands.press("2", "Return")
        until(lambda: save_of(home)["label"]["scene_title"] == "Forty minutes")  # type: ignore[index]
        # Full screen and back, a smaller window, a window out of sight and in sight again.
        hands.press("F11", "F11")
        hands.window("windowsize", "700", "560")
        hands.window("windowunmap")
        hands.window("windowmap")
        hands.window("windowsize", "1200", "740")
        hands.window("windowfocus")
        # The stop to talk, the last choice, the draw, the end.
        hands.press("End", "Return", "End", "Down", "Return")
        until(lambda: len(steps(home)()) == 5)  # type: ignore[arg-type]
        before = ticks(window.pid)
        time.sleep(2)
        assert ticks(window.pid) - before <= 0.05 * 2 * os.sysconf("SC_CLK_TCK"), "a still page costs nothing"
        hands.press("Return")
        until(lambda: save_of(home)["label"]["is_over"] is True)  # type: ignore[index]
        hands.press("1", "Escape", "Escape")
        # Out by the mouse: the last entry of the title.
        hands.press("9")
        title = Pilot(small_story(), (1200, 740), disk.load_settings())
        entry = next(target.box for target, _ in title.page.targets if target.id == "quit")
        hands.click(entry.left + 20, entry.top + entry.height // 2)
        assert window.wait(10) == 0
