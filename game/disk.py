"""Where saves and settings live. The only module that writes a user's files; every write is atomic.

Set THIRD_CHAIR_HOME to keep everything in another folder (a USB stick, a test).
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:  # settings are read before the title is drawn, the engine is needed only after it
    from game.story.model import Story
    from game.story.playthrough import Playthrough
    from game.story.replay import Replay


class DiskProblem(Exception):
    """A file could not be read or written; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a player has set; `text_size` is in per cent of the normal size.

    `notes_read` are the packs whose content note has been read here.
    """

    text_size: int = 100
    typeface: Literal["serif", "sans", "dyslexic"] = "serif"
    high_contrast: bool = False
    reduced_motion: bool = False
    skip_hard_passages: bool = False
    talk_stops: bool = True
    notes_read: tuple[str, ...] = ()
    full_screen: bool = False


@dataclass(frozen=True, slots=True)
class SavedGame:
    """A save as a list shows it; `saved_at` is in seconds since 1970."""

    path: Path
    story: str
    scene_title: str
    date: str
    steps: int
    saved_at: float
    is_over: bool


def user_folder() -> Path:
    """Return the folder for this user's saves and settings; it need not exist yet."""
    if chosen := os.environ.get("THIRD_CHAIR_HOME"):
        return path_from(chosen)
    from platformdirs import user_data_path  # not needed where THIRD_CHAIR_HOME is set

    return user_data_path("third_chair", appauthor=False)


def cache_folder() -> Path:
    """Return the folder for what can be made anew at any time."""
    if chosen := os.environ.get("THIRD_CHAIR_HOME"):
        return path_from(chosen) / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("third_chair", appauthor=False)


def write_text(path: Path, text: str) -> None:
    """Write a text file so that a reader finds the old text or the new, never half. Raises DiskProblem."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file so that a reader finds the old content or the new, never half. Raises DiskProblem."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not tempfile's: its files are for their owner alone, and a debrief is there to be handed on.
        unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            with unfinished.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise DiskProblem(f"{path} could not be written: {problem.strerror or problem}.") from problem


def read_json(path: Path) -> Any:
    """Read a JSON file. Raises DiskProblem where it is not there, not readable or not JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise DiskProblem(f"{path} could not be read: {problem.strerror or problem}.") from problem
    except (ValueError, RecursionError) as problem:
        raise DiskProblem(f"{path} is damaged and cannot be read.") from problem


def load_settings() -> Settings:
    """Return this user's settings; what is missing or damaged is as at first."""
    try:
        found = read_json(user_folder() / "settings.json")
    except DiskProblem:
        return Settings()
    fresh = Settings()
    known = {field.name: getattr(fresh, field.name) for field in fields(Settings)}
    kept: dict[str, Any] = {
        name: tuple(map(str, value)) if isinstance(value, list) else value
        for name, value in (found.items() if isinstance(found, dict) else ())
        if name in known and type(value) is (list if isinstance(known[name], tuple) else type(known[name]))
    }
    settings = replace(fresh, **kept)
    typeface = settings.typeface if settings.typeface in ("serif", "sans", "dyslexic") else "serif"
    return replace(settings, text_size=max(80, min(200, settings.text_size)), typeface=typeface)


def save_settings(settings: Settings) -> None:
    """Keep the settings. Raises DiskProblem."""
    write_text(user_folder() / "settings.json", json.dumps(asdict(settings), indent=1))


def path_from(text: str) -> Path:
    """Return the path that somebody typed, `~` understood. Raises DiskProblem if no file can have it."""
    try:
        path = Path(text).expanduser()
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return path
    except (OSError, RuntimeError, ValueError) as problem:
        raise DiskProblem(f"No file can have the name {text[:60]} ({problem}).") from problem
    return path


def path_to_go_on(path: Path, replay: Replay) -> Path:
    """Return where a loaded game is saved from now on.

    That is its own file, unless the story has changed under it: then the old file keeps what it held, since
    a slip of the writer must not cost a class its saves.
    """
    return path if replay.stopped_at is None else new_save_path(replay.playthrough.story.played_as)


def new_save_path(story: str) -> Path:
    """Return a path for the save of a playthrough that begins now; no other save has it.

    `story` is Story.played_as.
    """
    stamp = time.strftime("%Y-%m-%d_%H-%M-%S")
    folder = user_folder() / "saves" / story
    path, copy = folder / f"{stamp}.json", 1
    while path.exists():
        copy += 1
        path = folder / f"{stamp}_{copy}.json"
    return path


def save_game(path: Path, playthrough: Playthrough) -> None:
    """Write a save: the steps, and a line for the list of saves. Raises DiskProblem."""
    from game.story.replay import to_save

    scene = playthrough.scene
    label = {
        "scene_title": scene.title,
        "date": scene.date,
        "is_over": playthrough.is_over,
    }
    write_text(path, json.dumps({**to_save(playthrough), "label": label}, ensure_ascii=False, indent=1))


def load_game(path: Path, story: Story) -> Replay:
    """Play a save again. Raises DiskProblem with a sentence for the player."""
    from game.story.replay import UnreadableSave, from_save

    found = read_json(path)
    if not isinstance(found, Mapping):
        raise DiskProblem(f"{path} is no save.")
    try:
        return from_save(story, found)
    except UnreadableSave as problem:
        raise DiskProblem(f"{path} could not be opened. {problem}") from problem


def saved_games(story: str) -> tuple[SavedGame, ...]:
    """Return the saves of a story (Story.played_as), the newest first.

    A damaged one is left out, and left where it is.
    """
    try:
        paths = sorted((user_folder() / "saves" / story).glob("*.json"))
    except OSError:
        return ()
    found = [saved for path in paths if (saved := _saved_game(path))]
    return tuple(sorted(found, key=lambda saved: saved.saved_at, reverse=True))


def _saved_game(path: Path) -> SavedGame | None:
    try:
        match read_json(path):
            case {"story": str(story), "steps": list(steps), "label": dict(label)}:
                title, date = str(label.get("scene_title", "")), str(label.get("date", ""))
                when = path.stat().st_mtime
                return SavedGame(path, story, title, date, len(steps), when, label.get("is_over") is True)
    except (DiskProblem, OSError):
        return None
    return None
