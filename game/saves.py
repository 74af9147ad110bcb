"""What a player does with their saves: names one, deletes one, leaves none behind on a shared machine."""

from __future__ import annotations

import glob
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from game import disk
from game.disk import DiskProblem, SavedGame

if TYPE_CHECKING:
    from game.story.model import Story
    from game.story.playthrough import Playthrough
    from game.story.replay import Replay

_OWN = ("saves", "debriefs", "settings.json")
"""What belongs to one person in the user's folder; packs and the cache belong to the machine."""
_DAY = 24 * 3600.0


class TakenUp(NamedTuple):
    """A game that goes on, as far as the story still follows it, and where it is saved from now on."""

    replay: Replay
    path: Path


def unfinished(story: str) -> SavedGame | None:
    """Return the newest save of a story (Story.played_as) that has begun and has not reached an end."""
    return next((saved for saved in disk.saved_games(story) if saved.steps and not saved.is_over), None)


def take_up(path: Path, story: Story) -> TakenUp:
    """Play a save again to go on with it. Raises DiskProblem with a sentence for the player.

    It goes on in its own file, unless it was kept under a name, or the story has changed under it: then the
    old file stays as it is, since a slip of the writer must not cost a class its saves.
    """
    replay, known = disk.load_game(path, story), disk.saved_game(path)
    stays = replay.stopped_at is not None or (known is not None and known.name)
    return TakenUp(replay, disk.new_save_path(story.played_as) if stays else path)


def keep_as(name: str, playthrough: Playthrough) -> Path:
    """Keep a game as it stands under a name, and return where. Raises DiskProblem.

    A named save is never written again: whoever opens it goes on in a file of its own.
    """
    path = disk.new_save_path(playthrough.story.played_as)
    disk.save_game(path, playthrough, name=name)
    return path


def delete(saved: SavedGame) -> None:
    """Delete a save for good, and what is left of writing it. Raises DiskProblem."""
    try:
        for rest in (*_half_written(saved.path.parent, saved.path.name), saved.path):
            rest.unlink(missing_ok=True)
    except OSError as problem:
        raise DiskProblem(f"{saved.path} could not be deleted: {problem.strerror or problem}.") from problem


def set_damaged_aside(story: str) -> tuple[Path, ...]:
    """Set every damaged save of a story (Story.played_as) aside, and return where they lie now.

    Damaged is what is no save at all. One of another version of the story or the program is left alone.
    What a killed game left half-written is deleted after a day: it never was a save.
    """
    _sweep(disk.user_folder() / "saves" / story)
    good = {saved.path for saved in disk.saved_games(story)}
    found = sorted((disk.user_folder() / "saves" / story).glob("*.json"))
    moved = [disk.set_aside(path) for path in found if path not in good and _is_damaged(path)]
    return tuple(path for path in moved if path)


def put_away() -> Path | None:
    """Put the saves, debriefs and settings of whoever played last out of sight, and return where they lie.

    Nothing is deleted. None where there was nothing. Raises DiskProblem.
    """
    home = disk.user_folder()
    there = [home / name for name in _OWN if (home / name).exists()]
    if not there:
        return None
    stamp = time.strftime("%Y-%m-%d_%H-%M-%S")
    away, copy = home / "put_away" / stamp, 1
    while away.exists():
        copy += 1
        away = home / "put_away" / f"{stamp}_{copy}"
    try:
        away.mkdir(parents=True)
        for path in there:
            path.rename(away / path.name)
    except OSError as problem:
        raise DiskProblem(f"{home} could not be cleared: {problem.strerror or problem}.") from problem
    return away


def forget() -> None:
    """Delete the saves, debriefs and settings of whoever played last. Raises DiskProblem."""
    home = disk.user_folder()
    try:
        for name in _OWN:
            path = home / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
    except OSError as problem:
        raise DiskProblem(f"{home} could not be cleared: {problem.strerror or problem}.") from problem


def _half_written(folder: Path, name: str) -> tuple[Path, ...]:
    return tuple(folder.glob(f".{glob.escape(name)}.*.part"))


def _sweep(folder: Path) -> None:
    for rest in folder.glob(".*.part"):
        # What is young may belong to another copy that is just writing it.
        with suppress(OSError):
            if time.time() - rest.stat().st_mtime > _DAY:
                rest.unlink()


def _is_damaged(path: Path) -> bool:
    if not path.is_file():
        return False  # a pipe would keep the game waiting
    try:
        path.open("rb").close()
    except OSError:
        return False  # it may be readable another time
    try:
        found = disk.read_json(path)
    except DiskProblem:
        return True
    return not (isinstance(found, dict) and isinstance(found.get("steps"), list) and "story" in found)
