"""The preview in a real window: a file is saved, and the picture on the screen is another one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import lacking
from tests.desktop.small_pack import edited, small_pack
from tests.desktop.test_window import ROOT, until

PROGRAM = """
import sys
import game.desktop.reloading as reloading

look = reloading.Reloader.look

def told(self, now):
    was_read = look(self, now)
    if was_read:
        print("read", type(self._stage.top).__name__, flush=True)
    return was_read

reloading.Reloader.look = told
from game.cli import main
sys.exit(main(["preview", sys.argv[1]]))
"""


def test_saving_a_file_is_on_the_screen_within_half_a_second(
    display: str, home: Path, tmp_path: Path
) -> None:
    for program in ("xdotool", "import"):
        if shutil.which(program) is None:
            lacking(f"{program} is not installed")
    pack = small_pack(tmp_path)
    environment = {**os.environ, "DISPLAY": display, "THIRD_CHAIR_HOME": str(home), "PYTHONPATH": str(ROOT)}
    environment.pop("SDL_VIDEODRIVER", None)

    def screen() -> bytes:
        return subprocess.run(
            ["import", "-window", "root", "rgb:-"], env=environment, check=True, capture_output=True
        ).stdout

    command = [sys.executable, "-c", PROGRAM, str(pack)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as window:
        try:
            assert window.stdout is not None
            until(lambda: len(set(screen())) > 20)
            time.sleep(1.5)
            before = screen()
            saved = time.monotonic()
            edited(pack, "10_stop.yaml", "at the bridge", "at the ford of the river")
            line = next(line for line in window.stdout if line.startswith("read"))
            took = time.monotonic() - saved
            assert line == "read PreviewScreen\n"
            assert took < 0.5
            until(lambda: screen() != before, 2)
            edited(pack, "20_office.yaml", "to: end\n  - id", "to: ende\n  - id")
            assert next(line for line in window.stdout if line.startswith("read")) == "read MessagesScreen\n"
            edited(pack, "20_office.yaml", "to: ende", "to: end")
            assert next(line for line in window.stdout if line.startswith("read")) == "read PreviewScreen\n"
        finally:
            window.kill()
