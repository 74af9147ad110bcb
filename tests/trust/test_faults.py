"""Faults of the machine: no room, no right, a clock set back, two copies, a stick pulled out, damage.

What was saved stays saved, what could not be saved is told in a sentence, and the game goes on. What happens
when the game is killed stands in test_kills.py.
"""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from game import disk, saves
from game.authoring.compiler import compile_pack
from game.disk import DiskProblem
from game.story.playthrough import Playthrough
from game.story.replay import to_save
from tests.trust.playing import STORY, forks, in_child, new_play, readable, step

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_with_no_room_the_game_goes_on_and_the_old_save_stays(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play, chance = new_play(), random.Random(1)
    step(play, chance)
    assert play.path is not None
    before = play.path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        step(play, chance)
    assert "could not be written: No space left on device" in play.problem
    assert str(play.path) in play.problem
    assert play.path.read_bytes() == before
    assert [file.name for file in play.path.parent.iterdir()] == [play.path.name]
    play.move_to(play.playthrough)
    assert play.problem == ""
    assert readable(play.path.parent) == {play.path.name: 2}


@forks
def test_a_limit_of_the_real_system_on_a_file_s_size_leaves_the_old_save(home: Path) -> None:
    import resource

    play, chance = new_play(), random.Random(1)
    step(play, chance)
    assert play.path is not None
    before = play.path.read_bytes()

    def saves_with_little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        step(play, chance)
        assert "could not be written" in play.problem

    assert in_child(saves_with_little_room) == 0
    assert play.path.read_bytes() == before
    assert readable(play.path.parent) == {play.path.name: 1}


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """Yield a file system of its own with 256 KB; to mount one takes an administrator of a Linux."""
    place = tmp_path / "stick"
    place.mkdir()
    if sys.platform != "linux" or os.getuid() != 0 or mount("-t", "tmpfs", "-o", "size=256k", "none", place):
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def mount(*arguments: str | Path) -> int:
    return subprocess.run(["mount", *map(str, arguments)], check=False, capture_output=True).returncode


def fill(place: Path) -> Path:
    """Write zeros until the file system has no room left."""
    filler = place / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"\0" * 1024) == 1024:
            continue
    return filler


def test_a_stick_that_is_full_then_locked_then_pulled_out(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(stick / "home"))
    play, chance = new_play(), random.Random(1)
    step(play, chance)
    assert play.path is not None
    name, folder, before = play.path.name, play.path.parent, play.path.read_bytes()
    filler = fill(stick)
    step(play, chance)
    assert play.problem == f"{play.path} could not be written: No space left on device."
    assert [file.name for file in folder.iterdir()] == [name]
    assert play.path.read_bytes() == before
    filler.unlink()
    play.move_to(play.playthrough)
    assert play.problem == ""
    assert readable(folder) == {name: 2}

    assert mount("-o", "remount,ro", stick) == 0
    play.move_to(play.playthrough)
    assert play.problem == f"{play.path} could not be written: Read-only file system."
    assert disk.load_settings() == disk.Settings()
    assert mount("-o", "remount,rw", stick) == 0
    play.move_to(play.playthrough)
    assert play.problem == ""

    subprocess.run(["umount", "-l", str(stick)], check=True)
    stick.rmdir()
    stick.write_text("")  # a mount point without its stick: nothing can be made in it
    play.move_to(play.playthrough)
    assert "could not be written" in play.problem
    assert disk.saved_games(STORY.played_as) == ()
    stick.unlink()
    stick.mkdir()


def test_the_program_starts_and_plays_on_a_full_stick_and_says_so(stick: Path) -> None:
    filler = fill(stick)
    command = [sys.executable, "main.py", "play", "--text", "--new", "tests/packs/reading_room"]

    def played() -> str:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "THIRD_CHAIR_HOME": str(stick / "home"), "PYTHONUTF8": "1"},
            input="\n1\n" * 4,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    told = " ".join(played().split())
    assert told.count("The game could not be saved:") == 1
    assert "No space left on device" in told
    filler.unlink()
    assert "could not be saved" not in played()
    assert len(list(stick.rglob("saves/*/*.json"))) == 1


def test_a_pipe_or_a_device_among_the_saves_holds_nothing_up(home: Path) -> None:
    play = new_play()
    step(play, random.Random(1))
    assert play.path is not None
    if hasattr(os, "mkfifo"):
        os.mkfifo(play.path.with_name("pipe.json"))
        play.path.with_name("zeros.json").symlink_to("/dev/zero")
    play.path.with_name("folder.json").mkdir()
    assert saves.set_damaged_aside(STORY.played_as) == ()
    assert list(readable(play.path.parent)) == [play.path.name]


@forks
def test_a_folder_that_may_not_be_written_is_told_and_nothing_is_lost(home: Path, tmp_path: Path) -> None:
    play, chance = new_play(), random.Random(1)
    step(play, chance)
    assert play.path is not None
    folder, before = play.path.parent, play.path.read_bytes()
    for place in (*home.rglob("*"), home):
        place.chmod(0o555 if place.is_dir() else 0o444)
    for place in (tmp_path, *tmp_path.parents):
        if place.stat().st_uid == os.getuid() and place.is_relative_to(tmp_path.parents[2]):
            place.chmod(0o755)

    def plays_as_somebody_else() -> None:
        if os.getuid() == 0:  # root may write everywhere
            os.setuid(65534)
        step(play, chance)
        assert "could not be written" in play.problem
        disk.load_settings()
        with pytest.raises(DiskProblem):
            disk.save_settings(disk.Settings())

    code = in_child(plays_as_somebody_else)
    for place in (home, *home.rglob("*")):
        place.chmod(0o755 if place.is_dir() else 0o644)
    assert code == 0
    assert play.path.read_bytes() == before
    assert readable(folder) == {play.path.name: 1}


def test_a_clock_set_back_costs_no_save(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = set[Path]()
    for clock in ("2026-11-23_10-00-00", "2026-11-23_10-00-00", "2025-01-01_00-00-00", "2026-11-23_10-00-00"):
        with monkeypatch.context() as patch:
            patch.setattr(time, "strftime", lambda form, clock=clock: clock)
            play = new_play()
            step(play, random.Random(1))
        assert play.path is not None
        os.utime(play.path, (0, 0))
        names.add(play.path)
    assert len(names) == 4
    assert len(readable(home / "saves" / STORY.played_as)) == 4


@forks
def test_two_copies_begun_in_the_same_second_have_two_saves(home: Path) -> None:
    starts = time.time() + 0.3

    def plays(seed: int) -> Callable[[], None]:
        def work() -> None:
            chance, play = random.Random(seed), new_play()
            time.sleep(max(0.0, starts - time.time()))
            for _ in range(3):
                step(play, chance)
            assert play.problem == ""

        return work

    children = []
    for seed in range(6):
        child = os.fork()
        if child == 0:
            try:
                plays(seed)()
                os._exit(0)
            except BaseException:
                os._exit(9)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 6
    assert len(readable(home / "saves" / STORY.played_as)) == 6


@forks
def test_two_copies_that_go_on_with_one_save_do_not_overwrite_each_other(home: Path) -> None:
    first, chance = new_play(), random.Random(1)
    step(first, chance)
    assert first.path is not None

    def goes_on_there() -> None:
        assert first.path is not None
        again = disk.load_game(first.path, STORY).playthrough
        second = new_play(again, first.path)
        step(second, chance)
        step(second, chance)
        assert second.path == first.path

    assert in_child(goes_on_there) == 0
    shared = first.path
    step(first, chance)
    assert first.path != shared
    assert readable(shared.parent) == {shared.name: 3, first.path.name: 2}


def test_a_stick_that_is_pulled_out_is_told_and_play_goes_on_when_it_is_back(home: Path) -> None:
    play, chance = new_play(), random.Random(1)
    step(play, chance)
    away = home.with_name("away")
    home.rename(away)
    home.write_text("")  # where the stick was, nothing can be made
    step(play, chance)
    assert "could not be written" in play.problem
    assert disk.saved_games(STORY.played_as) == ()
    assert disk.load_settings() == disk.Settings()
    home.unlink()
    away.rename(home)
    play.move_to(play.playthrough)
    assert play.problem == ""
    assert list(readable(home / "saves" / STORY.played_as).values()) == [2]
    shutil.rmtree(home)
    play.move_to(play.playthrough)
    assert play.problem == ""
    assert list(readable(home / "saves" / STORY.played_as).values()) == [2]


ROUND = """\
scene: room
title: A room
provenance: invented
text: Round and round.
choices:
  - {id: round, text: Again, to: room}
  - {id: out, text: Out, to: street}
---
scene: street
title: The street
provenance: invented
text: It snows.
ending: {id: out, title: Out}
"""


@pytest.mark.parametrize("steps", [20_000, pytest.param(100_000, marks=pytest.mark.long)])
def test_a_very_long_save_is_opened_in_time_that_grows_with_its_steps_alone(
    steps: int, home: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "circle"
    (pack / "chapters" / "01_all").mkdir(parents=True)
    (pack / "chapters" / "01_all" / "room.yaml").write_text(ROUND)
    head = "format: 1\nid: circle\ntitle: Circle\nversion: 1.0.0\nstart: room\n"
    (pack / "pack.yaml").write_text(f"{head}chapters:\n  - {{id: all, folder: 01_all}}\n")
    story = compile_pack(pack).story
    assert story is not None
    save = to_save(Playthrough.begin(story)) | {"steps": [["room", "round"]] * steps}
    path = home / "long.json"
    disk.write_text(path, json.dumps(save))
    began = time.process_time()
    assert len(disk.load_game(path, story).playthrough.steps) == steps
    # About 25 microseconds a step; copying the whole history at each would take minutes.
    assert time.process_time() - began < steps / 1000

    disk.write_text(path, json.dumps(save | {"steps": [["room", "round"]] * 200_001}))
    with pytest.raises(DiskProblem, match="It has 200,001 steps, and no more than 200,000 are played again"):
        disk.load_game(path, story)


@pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.long)])
def test_a_save_damaged_at_any_byte_opens_or_is_told_of_and_costs_no_other(every: int, home: Path) -> None:
    older, chance = new_play(), random.Random(1)
    step(older, chance)
    play = new_play()
    for _ in range(4):
        step(play, chance)
    assert play.path and older.path and play.path != older.path
    whole, kept = play.path.read_bytes(), older.path.read_bytes()
    assert json.loads(whole)["story"] == STORY.id
    for at in range(0, len(whole), every):
        for damaged in (
            whole[:at],
            whole[:at] + b"\0" + whole[at + 1 :],
            whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :],
            whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :],
            whole[:at] + b"\0" * (len(whole) - at),
        ):
            play.path.write_bytes(damaged)
            listed = {saved.path for saved in disk.saved_games(STORY.played_as)}
            assert older.path in listed
            try:
                disk.load_game(play.path, STORY)
            except DiskProblem as problem:
                assert str(play.path) in str(problem)
    play.path.write_bytes(whole[:50])
    (aside,) = saves.set_damaged_aside(STORY.played_as)
    assert aside.read_bytes() == whole[:50]
    assert older.path.read_bytes() == kept
    assert sys.getrecursionlimit() == 1000
