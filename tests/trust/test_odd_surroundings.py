"""Odd names, streams and environments: a sentence and an exit code as documented, and no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main

ROOT = Path(__file__).parents[2]
ROOM = ROOT / "tests" / "packs" / "reading_room"
LONG = "a" * 300
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other names and devices")


def ran(
    folder: Path, *arguments: str | bytes, shell: str = "", **environment: str | None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does; `shell` redirects its streams, an environment of None is taken away."""
    named = {"THIRD_CHAIR_HOME": str(folder / "home"), "PATH": os.environ["PATH"], **environment}
    command: list[str | bytes] = [sys.executable, str(ROOT / "main.py"), *arguments]
    if shell:
        command = ["/bin/sh", "-c", f'"$@" {shell}', "sh", *command]
    done = subprocess.run(
        command,
        cwd=folder,
        env={name: value for name, value in named.items() if value is not None},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    said = done.stdout + done.stderr
    assert b"Traceback" not in said
    assert b"went wrong" not in said, said
    assert b"Exception ignored" not in said, said
    assert b"\x1b" not in said
    assert not (folder / "home" / "crashes").exists()
    return done


@posix
@pytest.mark.parametrize(
    "name", [b".", b"/nonexistent", LONG.encode(), b"a\nb", b"\x1b[31m", b"\xff\xfe", b"~nobody_here/x",
             b"/dev/zero", b"/dev/null", b"//server/share", b"C:\\x", b"con", b"*", b"-"],
)  # fmt: skip
def test_any_name_of_a_pack_ends_in_a_sentence(
    name: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    for command in ("check", "export", "debrief", "class", "preview"):
        assert main([command, os.fsdecode(name)]) in (1, 2), command
        said = capsys.readouterr()
        assert said.err + said.out
        assert "\x1b" not in said.err + said.out
    assert not (tmp_path / "home" / "crashes").exists()


@posix
@pytest.mark.parametrize("output", ["/dev/full", "/dev/null", "folder", LONG, "/etc/passwd/x"])
def test_no_output_takes_the_place_of_a_folder_or_a_device(output: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    before = [(Path("/dev") / name).stat().st_mode for name in ("full", "null")]
    done = ran(tmp_path, "explain", "--all", "-o", output)
    assert done.returncode == 1
    assert done.stderr
    assert [(Path("/dev") / name).stat().st_mode for name in ("full", "null")] == before
    assert (tmp_path / "folder").is_dir()


def test_the_page_of_findings_takes_only_its_own_place(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine")
    assert ran(tmp_path, "explain", "--all", "-o", "mine.md").returncode == 1
    assert (tmp_path / "mine.md").read_text() == "mine"
    for _ in range(2):
        assert ran(tmp_path, "explain", "--all", "-o", "page.md").returncode == 0


@posix
@pytest.mark.parametrize(
    "environment",
    [
        {"THIRD_CHAIR_HOME": None, "HOME": None},
        {
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONIOENCODING": "ascii",
            "TERM": "dumb",
        },
        {"THIRD_CHAIR_HOME": "/dev/null"},
        {"THIRD_CHAIR_HOME": "/proc"},
        {"COLUMNS": "0", "LINES": "-1", "TERM": "\x1b[31m"},
    ],
    ids=["no home", "ascii", "home is a device", "home is not ours", "no columns"],
)
def test_the_terminal_edition_plays_in_any_surroundings(
    environment: dict[str, str | None], tmp_path: Path
) -> None:
    done = ran(tmp_path, "play", str(ROOM), "--text", **environment)
    assert done.returncode == 0
    assert b"The Reading Room" in done.stdout


def test_a_home_that_no_folder_can_be_is_told(tmp_path: Path) -> None:
    done = ran(tmp_path, "check", str(ROOM), THIRD_CHAIR_HOME="~nobody_here/x")
    assert done.returncode == 1
    assert b"No file can have the name ~nobody_here/x" in done.stderr


@posix
@pytest.mark.parametrize(
    ("redirected", "code"),
    [
        (">&-", 0),
        ("2>&-", 0),
        ("<&-", 0),
        ("<&- >&- 2>&-", 0),
        (">/dev/full", 1),
        (">/dev/full 2>/dev/full", 1),
    ],
)
def test_streams_may_be_closed_or_full(redirected: str, code: int, tmp_path: Path) -> None:
    done = ran(tmp_path, "check", str(ROOM), shell=redirected)
    assert done.returncode == code
    if redirected == ">/dev/full":
        assert done.stderr == b"The output could not be written: No space left on device.\n"


@posix
@pytest.mark.parametrize("command", [["explore", str(ROOM)], ["class", "codes"]])
def test_no_command_asks_a_stream_that_is_not_there(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "codes").write_text("AAAAA")
    assert ran(tmp_path, *command, shell="<&- >&- 2>&-").returncode in (0, 1)


@posix
def test_a_reader_who_has_read_enough_ends_it_quietly(tmp_path: Path) -> None:
    done = ran(tmp_path, "explain", "--all", shell="2>errors | head -c 1")
    assert done.stdout == b"<"
    assert (tmp_path / "errors").read_bytes() == b""
