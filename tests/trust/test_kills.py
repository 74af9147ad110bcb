"""Killed: at each step of a save, at any moment of play, with `kill -9`. What was saved stays saved."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game import disk, saves
from game.authoring.compiler import compile_pack
from tests.trust.playing import SEED, STORY, forks, in_child, new_play, readable, step

ROOT = Path(__file__).parents[2]
ROOM = ROOT / "tests" / "packs" / "reading_room"
STEPS = ["mkdir", "open", "half", "written", "fsync", "replace", "replaced"]
"""Where a save can be interrupted, in order."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def killed_at(moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process be killed at one step of writing a file."""

    def dies(*arguments: object, **named: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    plain_open, plain_replace = Path.open, Path.replace

    class Halved:
        def __init__(self, file: object) -> None:
            self.file = file

        def __enter__(self) -> Halved:
            return self

        def __exit__(self, *rest: object) -> None: ...

        def write(self, content: bytes) -> None:
            self.file.write(content[: len(content) // 2])  # type: ignore[attr-defined]
            self.file.flush()  # type: ignore[attr-defined]
            dies()

    def opens(path: Path, mode: str = "r", *rest: object, **named: object) -> object:
        if "w" in mode and moment == "open":
            dies()
        file = plain_open(path, mode, *rest, **named)  # type: ignore[call-overload]
        return Halved(file) if "w" in mode and moment == "half" else file

    def replaces(path: Path, target: Path) -> None:
        if moment == "replaced":
            plain_replace(path, target)
        dies()

    monkeypatch.setattr(Path, "open", opens)
    if moment == "mkdir":
        monkeypatch.setattr(Path, "mkdir", dies)
    if moment in ("written", "fsync"):
        monkeypatch.setattr(os, "fsync", dies)
    if moment.startswith("replace"):
        monkeypatch.setattr(Path, "replace", replaces)


@forks
@pytest.mark.parametrize("moment", STEPS)
def test_killed_at_each_step_of_a_save_the_old_one_or_the_new_one_is_there(moment: str, home: Path) -> None:
    play, chance = new_play(), random.Random(1)
    step(play, chance)
    assert play.path is not None
    before = play.path.read_bytes()

    def saves_once_more() -> None:
        with pytest.MonkeyPatch.context() as patch:
            killed_at(moment, patch)
            step(play, chance)

    assert in_child(saves_once_more) == -signal.SIGKILL
    after = play.path.read_bytes()
    assert (after == before) == (moment != "replaced")
    assert list(readable(play.path.parent).values()) == [2 if moment == "replaced" else 1]
    # What was left half-written is no save, and the next start plays and saves as ever.
    step(play, chance)
    assert play.problem == ""


@forks
def test_what_a_kill_left_half_written_goes_with_its_save_or_after_a_day(home: Path) -> None:
    play, chance = new_play(), random.Random(1)
    step(play, chance)
    assert play.path is not None

    def saves_once_more() -> None:
        with pytest.MonkeyPatch.context() as patch:
            killed_at("half", patch)
            step(play, chance)

    assert in_child(saves_once_more) == -signal.SIGKILL
    folder = play.path.parent
    (rest,) = (file for file in folder.iterdir() if file != play.path)
    saves.set_damaged_aside(STORY.played_as)
    assert rest.exists()  # another copy of the game may be writing it just now
    day_ago = time.time() - 25 * 3600
    os.utime(rest, (day_ago, day_ago))
    saves.set_damaged_aside(STORY.played_as)
    assert list(folder.iterdir()) == [play.path]
    assert in_child(saves_once_more) == -signal.SIGKILL
    (saved,) = disk.saved_games(STORY.played_as)
    saves.delete(saved)
    assert list(folder.iterdir()) == []


@forks
@pytest.mark.parametrize("kills", [25, pytest.param(500, marks=pytest.mark.long)])
def test_killed_at_any_moment_of_play_no_reported_save_is_lost(
    kills: int, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, reported = random.Random(SEED), 0
    for kill in range(kills):
        if kill % 25 == 0:  # a new folder: the list of thousands of saves would be what takes the time
            monkeypatch.setenv("THIRD_CHAIR_HOME", str(home / str(kill)))
            folder, known = home / str(kill) / "saves" / STORY.played_as, dict[str, int]()
        told = [line.split(" ", 2) for line in played_and_killed(chance)]
        assert [problem for _, _, problem in told if problem] == []
        older = set(known)
        known |= {name: int(count) for name, count, _ in told}
        here = {saved.path.name: saved.steps for saved in disk.saved_games(STORY.played_as)}
        if told:
            last, count = told[-1][0], int(told[-1][1])
            # One more step may have been saved than the last that could be told.
            assert here[last] in (count, count + 1), f"seed {SEED}: {told[-1]}, but {here[last]}"
            known[last] = here[last]
            reported += 1
        # Nothing older is lost, none of it has changed, and what is new can be opened.
        assert {name: here.get(name) for name in known} == known, f"seed {SEED}"
        for name in here.keys() - older:
            assert disk.load_game(folder / name, STORY).stopped_at is None
        assert saves.set_damaged_aside(STORY.played_as) == ()
    assert reported >= kills // 2


def played_and_killed(chance: random.Random) -> list[str]:
    """Let a copy of this process play games until it is killed; return what it told after each save."""
    answer, tells = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(answer)
        own, play = random.Random(chance.random()), new_play()
        while True:
            play = play if play.playthrough.ways else new_play()
            step(play, own)
            if play.path:
                line = f"{play.path.name} {len(play.playthrough.steps)} {play.problem}\n"
                os.write(tells, line.encode())
    os.close(tells)
    with os.fdopen(answer) as lines:
        # Mostly after the first save: before it there is little to lose.
        told = [lines.readline()] if chance.random() < 0.9 else []
        time.sleep(chance.uniform(0.0, 0.04))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [line.removesuffix("\n") for line in (*told, *lines)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("kills", [3, pytest.param(100, marks=pytest.mark.long)])
def test_the_program_itself_killed_at_any_moment_leaves_every_save_whole(kills: int, home: Path) -> None:
    story, chance = compile_pack(ROOM).story, random.Random(SEED)
    assert story is not None
    command = [sys.executable, "main.py", "play", "--text", "--new", str(ROOM)]
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"notes_read": [story.id]}))
    kept: dict[Path, bytes] = {}
    for _ in range(kills):
        with subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as program:
            assert program.stdin and program.stdout
            program.stdin.write(b"\n1\n" * 200)
            program.stdin.flush()
            program.stdout.read(1)  # it has begun
            time.sleep(chance.uniform(0.0, 0.15))
            program.kill()
        now = {path: path.read_bytes() for path in (home / "saves" / story.id).glob("*.json")}
        assert {path: now.get(path) for path in kept} == kept, f"seed {SEED}"
        for path in now.keys() - kept.keys():
            assert disk.load_game(path, story).stopped_at is None
        kept = now
    assert saves.set_damaged_aside(story.id) == ()
    assert kept or kills < 10
