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
    checked = subprocess.run(
        [sys.executable, "packaging/licences.py", "--check", str(built)], cwd=ROOT, check=False
    )
    assert checked.returncode == 0, "a library is handed out whose licence is on no list"
    files = [file for file in built.rglob("*") if file.is_file() and not file.is_symlink()]
    assert sum(file.stat().st_size for file in files) < MOST_MEGABYTES * 1e6
    names = {file.relative_to(built).as_posix() for file in files}
    assert "READ_ME_FIRST.txt" in names
    assert "_internal/game/shipped_files/assets/licences.toml" in names
    assert "_internal/game/shipped_files/assets/licences/pygame_ce.txt" in names
    assert not [name for name in names if "libssl" in name or "libcrypto" in name]  # it needs no network
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


@pytest.fixture(scope="module")
def bare(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with the folder, the C library, zlib and what a desktop's window needs: no shell, no Python."""
    if os.getuid() != 0 or subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("only an administrator can change the root of a program")
    root = tmp_path_factory.mktemp("bare")
    for name in ("proc", "home", "tmp"):
        (root / name).mkdir()
    shutil.copytree(built, root / "third_chair", symlinks=True)
    names = [f"lib{name}" for name in ("c.so.6", "m.so.6", "dl.so.2", "pthread.so.0", "z.so.1")]
    names += [f"libX{name}" for name in ("11.so.6", "ext.so.6", "cursor.so.1", "i.so.6", "fixes.so.3")]
    # The name of a library leads the loader to it, and ldd then to what that needs itself.
    told = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    found = {
        line.split()[0]: line.split()[-1] for line in told.splitlines() if "=> " in line and "64" in line
    }
    here = [found[name] for name in names if name in found]
    needs = subprocess.run(["ldd", *here], capture_output=True, text=True, check=True).stdout
    for path in {*here, *(word for word in needs.split() if word.startswith("/") and ":" not in word)}:
        place = root / path.removeprefix("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)
    return root


def confined(root: Path, *arguments: str) -> list[str]:
    """Return the command that runs the built program with `root` as its whole world."""
    enter = 'mount -t proc proc "$0/proc" && exec "$(command -v chroot || echo /usr/sbin/chroot)" "$0" "$@"'
    return ["unshare", "-m", "sh", "-c", enter, str(root), "/third_chair/the-third-chair", *arguments]


def test_where_there_is_nothing_but_the_c_library_it_plays_and_writes(bare: Path) -> None:
    assert not [file.name for file in bare.rglob("*") if file.name in ("sh", "python3", "env")]
    variables = {"HOME": "/home", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}

    def done(*arguments: str, typed: str = "") -> str:
        ran = subprocess.run(
            confined(bare, *arguments),
            env=variables,
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr[-800:]
        return ran.stdout

    played = done("play", "--new", typed="\n" + "\n1\n" * 4 + "q\n")
    assert "The game is saved after every step." in played
    (save,) = (bare / "home").rglob("saves/*/*.json")
    assert json.loads(save.read_text())["steps"]
    done("debrief", f"/{save.relative_to(bare)}", "-o", "/home/d.html")
    done("export", "-o", "/home/e.html")
    done("check", "third_chair")
    assert "<html" in (bare / "home" / "d.html").read_text()


def test_the_window_opens_where_there_is_no_python(bare: Path, tmp_path: Path, display: str) -> None:
    variables = {
        "HOME": "/home",
        "DISPLAY": display,
        "THIRD_CHAIR_HOME": "/home/game",
        "PATH": os.environ["PATH"],
    }
    home = bare / "home" / "game"
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"notes_read": ["third_chair"]}))
    is_played_to_a_save(confined(bare, "play", "--new"), variables, home, display)


def test_the_window_is_played_on_a_real_display(built: Path, tmp_path: Path, display: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"notes_read": ["third_chair"]}))
    variables = {"HOME": str(tmp_path), "DISPLAY": display, "THIRD_CHAIR_HOME": str(home)}
    is_played_to_a_save([str(built / "the-third-chair"), "play", "--new"], variables, home, display)


def is_played_to_a_save(command: list[str], variables: dict[str, str], home: Path, display: str) -> None:
    """Press keys in the window until the game has saved itself."""
    program = shutil.which("xdotool")
    if program is None:
        lacking("xdotool is not installed")
    with subprocess.Popen(command, env=variables, cwd=home) as window:
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
