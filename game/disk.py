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


MOST_BYTES = 16 * 1024 * 1024
"""The largest save or settings file that is read; ten thousand decisions take less than one megabyte."""
_LONGEST_LABEL = 200
"""Signs of a save's name, and of the other words that a list shows."""


class DiskProblem(Exception):
    """A file could not be read or written; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a player has set; sizes, volumes and the speed of the voice are in per cent.

    `notes_read` are the packs whose content note has been read here. `keys` are the keys that were changed,
    each as `command=key`.
    """

    text_size: int = 100
    typeface: Literal["serif", "sans", "dyslexic"] = "serif"
    line_spacing: Literal["close", "normal", "wide"] = "normal"
    high_contrast: bool = False
    reduced_motion: bool = False
    typed_text: bool = False
    sound_volume: int = 0
    reading_aloud: bool = False
    speech_rate: int = 100
    projector: bool = False
    forget_on_leaving: bool = False
    keys: tuple[str, ...] = ()
    skip_hard_passages: bool = False
    talk_stops: bool = True
    notes_read: tuple[str, ...] = ()
    full_screen: bool = False


@dataclass(frozen=True, slots=True)
class SavedGame:
    """A save as a list shows it; `saved_at` is in seconds since 1970.

    `name` is what a player called it, and empty for a game that saves itself. `chapter` is the title of the
    chapter and `place` the id of the picture of its place; older saves have neither.
    """

    path: Path
    story: str
    scene_title: str
    date: str
    steps: int
    saved_at: float
    is_over: bool
    name: str = ""
    chapter: str = ""
    place: str = ""


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
    # Half a letter, as a damaged save or a paste may hold it, is written as a question mark.
    write_bytes(path, text.encode("utf-8", "replace"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file so that a reader finds the old content or the new, never half. Raises DiskProblem."""
    try:
        if (path.exists() and not path.is_file()) or path.absolute().parent == Path("/dev"):
            # A folder cannot be replaced, and whoever may replace a device would break the machine.
            raise DiskProblem(f"{path} is no file. Name a file to write to.")
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not tempfile's: its files are for their owner alone, and a debrief is there to be handed on.
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise DiskProblem(f"{path} could not be written: {reason}.") from problem


def read_json(path: Path) -> Any:
    """Read a JSON file. Raises DiskProblem where it is not there, not readable, not JSON or too large."""
    try:
        if path.exists() and not path.is_file():  # a pipe would keep the game waiting, a device never end
            raise DiskProblem(f"{path} is no file.")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise DiskProblem(f"{path} is larger than any save and is not read.")
        return json.loads(content.decode("utf-8"))
    except OSError as problem:
        raise DiskProblem(f"{path} could not be read: {problem.strerror or problem}.") from problem
    except (ValueError, RecursionError) as problem:
        raise DiskProblem(f"{path} is damaged and cannot be read.") from problem


def load_settings() -> Settings:
    """Return this user's settings; what is missing or damaged is as at first.

    A damaged file is set aside: what comes next must not be written over what somebody may want to mend.
    """
    path = user_folder() / "settings.json"
    try:
        found = read_json(path)
    except DiskProblem:
        found = None
    if not isinstance(found, dict):
        set_aside(path)
        return Settings()
    fresh = Settings()
    known = {field.name: getattr(fresh, field.name) for field in fields(Settings)}
    kept: dict[str, Any] = {
        name: tuple(map(str, value)) if isinstance(value, list) else value
        for name, value in found.items()
        if name in known and type(value) is (list if isinstance(known[name], tuple) else type(known[name]))
    }
    settings = replace(fresh, **kept)
    return replace(
        settings,
        text_size=max(80, min(200, settings.text_size)),
        typeface=settings.typeface if settings.typeface in ("serif", "sans", "dyslexic") else "serif",
        line_spacing=settings.line_spacing if settings.line_spacing in ("close", "wide") else "normal",
        sound_volume=max(0, min(100, settings.sound_volume)),
        speech_rate=max(50, min(300, settings.speech_rate)),
    )


def set_aside(path: Path) -> Path | None:
    """Give a damaged file a name under which nothing reads or overwrites it; None where it cannot be moved.

    It stays beside its old place, with `.damaged` behind its name.
    """
    if not path.is_file():
        return None
    aside, copy = path.with_name(f"{path.name}.damaged"), 1
    while aside.exists():
        copy += 1
        aside = path.with_name(f"{path.name}.damaged{copy}")
    try:
        return path.rename(aside)
    except OSError:
        return None


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


def new_save_path(story: str) -> Path:
    """Return a path for the save of a playthrough that begins now; no other save has it.

    `story` is Story.played_as.
    """
    stamp, folder = time.strftime("%Y-%m-%d_%H-%M-%S"), user_folder() / "saves" / story
    # By chance, not counted: another copy of the game may begin in the same second.
    while (path := folder / f"{stamp}_{os.urandom(3).hex()}.json").exists():
        continue
    return path


_last_seen: dict[Path, int | None] = {}
"""The content of each save, as a hash, when this process read or wrote it last."""


def _look_of(path: Path) -> int | None:
    try:
        return hash(path.read_bytes())
    except OSError:
        return None


def save_game(path: Path, playthrough: Playthrough, *, name: str = "") -> Path:
    """Write a save: the steps, and a line for the list of saves. Raises DiskProblem.

    Returns where: a new path where another copy of the game has gone on with this file meanwhile.
    """
    from game.story.replay import to_save

    story, scene = playthrough.story, playthrough.scene
    label = {
        "scene_title": scene.title,
        "date": scene.date,
        "is_over": playthrough.is_over,
        "name": name,
        "chapter": story.chapters[playthrough.state.chapter].title,
        "place": scene.place,
    }
    save = {**to_save(playthrough), "label": label}
    if path in _last_seen and _look_of(path) not in (None, _last_seen[path]):
        path = new_save_path(story.played_as)
    write_text(path, json.dumps(save, ensure_ascii=False, indent=1))
    _last_seen[path] = _look_of(path)
    return path


def load_game(path: Path, story: Story) -> Replay:
    """Play a save again. Raises DiskProblem with a sentence for the player."""
    from game.story.replay import UnreadableSave, from_save

    found, _last_seen[path] = read_json(path), _look_of(path)
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
    found = [saved for path in paths if (saved := saved_game(path))]
    return tuple(sorted(found, key=lambda saved: (saved.saved_at, not saved.name), reverse=True))


def _shown(text: str) -> str:
    """Return a label as a list can show it: a save may be a stranger's, or damaged."""
    return "".join(sign if sign.isprintable() else " " for sign in text[:_LONGEST_LABEL])


def saved_game(path: Path) -> SavedGame | None:
    """Return what a list shows of a save; None for a file that is damaged, or no save."""
    try:
        match read_json(path):
            case {"story": str(story), "steps": list(steps), "label": dict(label)}:
                keys = ("scene_title", "date", "name", "chapter", "place")
                title, date, name, chapter, place = (_shown(str(label.get(key, ""))) for key in keys)
                when, is_over = path.stat().st_mtime, label.get("is_over") is True
                return SavedGame(
                    path, story, title, date, len(steps), when, is_over, name, chapter, place
                )
    except (DiskProblem, OSError):
        return None
    return None
