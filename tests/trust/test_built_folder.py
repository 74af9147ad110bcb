"""The folder that is handed out: built by its one command, then played where there is no Python at all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import lacking

ROOT = Path(__file__).parents[2]
MOST_MEGABYTES = 110


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the folder, or take the one that THIRD_CHAIR_BUILT names; another path than the checkout's."""
    if given := os.environ.get("THIRD_CHAIR_BUILT"):
        return Path(given)
    place = tmp_path_factory.mktemp("hand out")
    command = [sys.executable, "packaging/build.py", "--out", str(place), "--work", str(place / "work")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    shutil.rmtree(place / "work")
    return place / "third_chair"


def alone(
    folder: Path, home: Path, *arguments: str, typed: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run the program with no variable of this environment: no PATH, so no Python that it could find."""
    return subprocess.run(
        [str(folder / "the-third-chair"), *arguments],
        env={"HOME": str(home), "LANG": "C.UTF-8", **more},
        cwd=home,
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        sys.platform != "linux", reason="the folder of another system is tried by its workflow"
    ),
]


def test_it_has_all_it_needs_and_no_more(built: Path) -> None:
    files = [file for file in built.rglob("*") if file.is_file() and not file.is_symlink()]
    assert sum(file.stat().st_size for file in files) < MOST_MEGABYTES * 1e6
    names = {file.relative_to(built).as_posix() for file in files}
    assert "READ_ME_FIRST.txt" in names
    assert "_internal/game/shipped_files/assets/licences.toml" in names
    assert "_internal/game/shipped_files/assets/licences/pygame_ce.txt" in names
    assert not any("/tests/" in name or "hypothesis" in name or "pygraphviz" in name for name in names)


def test_every_command_of_a_lesson_works_without_a_python(built: Path, tmp_path: Path) -> None:
    assert alone(built, tmp_path, "--version").stdout.startswith("The Third Chair ")
    typed = "\n" + "\n1\n" * 4 + "q\n"
    played = alone(built, tmp_path, "play", "--text", "--new", "--save", "a.json", typed=typed)
    assert "Traceback" not in played.stderr
    assert "The game is saved after every step." in played.stdout
    assert json.loads((tmp_path / "a.json").read_text())["steps"]
    for command, file in (
        (["debrief", "a.json", "-o", "d.html"], "d.html"),
        (["export", "-o", "e.html"], "e.html"),
        (["teach", "-o", "pack"], "pack"),
        (["new", "mine", "--extends", "third_chair"], "mine"),
    ):
        done = alone(built, tmp_path, *command)
        assert done.returncode == 0, (command, done.stderr[-800:])
        assert (tmp_path / file).exists()
    assert alone(built, tmp_path, "check", "mine").returncode == 0


def test_the_window_is_played_on_a_real_display(built: Path, tmp_path: Path, display: str) -> None:
    program = shutil.which("xdotool")
    if program is None:
        lacking("xdotool is not installed")
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"notes_read": ["third_chair"]}))
    variables = {"HOME": str(tmp_path), "DISPLAY": display, "THIRD_CHAIR_HOME": str(home)}
    with subprocess.Popen(
        [str(built / "the-third-chair"), "play", "--new"], env=variables, cwd=tmp_path
    ) as window:
        try:
            ends = time.monotonic() + 60
            while time.monotonic() < ends and not list(home.rglob("saves/*/*.json")):
                time.sleep(1)
                keys = [program, "key", "End", "Return", "1"]
                subprocess.run(keys, env={**os.environ, "DISPLAY": display}, check=False)
            (save,) = home.rglob("saves/*/*.json")
            assert json.loads(save.read_text())["steps"]
        finally:
            window.terminate()
