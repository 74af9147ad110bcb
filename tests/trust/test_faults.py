"""Faults of the machine: killed, no room, no right, a clock set back, two copies, a stick pulled out.

What was saved stays saved, what could not be saved is told in a sentence, and the game goes on.
"""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game import disk, saves
from game.desktop.play import Play
from game.desktop.sitting import Outside
from game.disk import DiskProblem
from game.story.playthrough import Playthrough
from tests.desktop.small_story import small_story

STORY = small_story()
KILLS = pytest.mark.parametrize("kills", [25, pytest.param(500, marks=pytest.mark.long)])
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def new_play() -> Play:
    return Play(Playthrough.begin(STORY), Outside(lambda: 0.5, lambda address: None))


def step(play: Play, chance: random.Random) -> None:
    """Take a way, or begin anew in the same game where it is over."""
    ways = play.playthrough.ways
    if ways:
        play.choose(chance.choice(ways).id)
    else:
        play.move_to(Playthrough.begin(STORY))


def in_child(work: Callable[[], object]) -> int:
    """Do something in a copy of this process and return its exit code, negative for a signal."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException:
            os._exit(9)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def readable(folder: Path) -> dict[str, int]:
    """The saves of a folder with their number of steps; each of them must open."""
    found = {saved.path.name: saved.steps for saved in disk.saved_games(STORY.played_as)}
    for name in found:
        assert disk.load_game(folder / name, STORY).stopped_at is None
    return found


STEPS = ["mkdir", "open", "half", "written", "fsync", "replace", "replaced"]
"""Where a save can be interrupted, in order."""


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
@KILLS
def test_killed_at_any_moment_of_play_no_reported_save_is_lost(kills: int, home: Path) -> None:
    seed = int(os.environ.get("THIRD_CHAIR_SEED", "7"))
    chance = random.Random(seed)
    known: dict[str, int] = {}
    folder = home / "saves" / STORY.played_as
    for _ in range(kills):
        answer, tells = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(answer)
            own = random.Random(chance.random())
            play = new_play()
            while True:
                step(play, own)
                if play.path:
                    os.write(
                        tells, f"{play.path.name} {len(play.playthrough.steps)} {play.problem}\n".encode()
                    )
        os.close(tells)
        lines = os.fdopen(answer)
        # Mostly after the first save: before it there is little to lose.
        told = [lines.readline().strip()] if chance.random() < 0.9 else []
        time.sleep(chance.uniform(0.0, 0.04))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told += lines.read().splitlines()
        lines.close()
        here = readable(folder)
        if told:
            name, count, *problem = told[-1].split()
            assert problem == []
            # One more step may have been saved than the last that could be told.
            assert here[name] in (int(count), int(count) + 1, 0), (seed, told[-1], here[name])
            known[name] = here[name]
        # Nothing older is lost, and none of it has changed.
        assert {kept: here[kept] for kept in known} == known
    assert saves.set_damaged_aside(STORY.played_as) == ()
    assert len(known) >= kills // 2


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
        second = Play(again, Outside(lambda: 0.5, lambda address: None), first.path)
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
