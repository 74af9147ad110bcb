"""What somebody names when a pack or a scene is made -> what is meant, or a sentence that helps."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from game import shipped
from game.commands.outcome import WRONG_USAGE, CommandFailed
from game.commands.packs import find_pack, known_packs, pack_folders
from game.commands.suggestions import did_you_mean

if TYPE_CHECKING:
    from game.story.model import Story


def on_the_line(path: Path) -> str:
    """Return a path as it may be typed into any system's terminal."""
    name = str(path)
    return name if re.fullmatch(r"[\w./\\:~-]+", name) else f'"{name}"'


def new_pack_id(path: Path, given: str | None) -> str:
    """Return the id of a new pack: the one given, else what its folder's name suggests.

    Raises CommandFailed where there is none, or another pack has it.
    """
    from game.authoring.decode_pack import NOT_ON_WINDOWS
    from game.authoring.starters import id_of

    if given is None and path.suffix.lower() in (".yaml", ".yml", ".zip"):
        raise CommandFailed(f"A pack is a folder, not a file: new {path.with_suffix('')}", WRONG_USAGE)
    # `new .` names the folder that one stands in.
    name = (path.name.strip(".") or path.resolve().name) if given is None else given
    found = id_of(name)
    if not found or (given is not None and found != given):
        advice = f"for example: --id {found or 'my_class'}"
        raise CommandFailed(
            f"'{name}' gives no id for the pack: an id has small letters a-z, digits and underscores, and "
            f"begins with a letter. The folder may be called as it is; give the id beside it, {advice}",
            WRONG_USAGE,
        )
    if found in NOT_ON_WINDOWS:
        raise CommandFailed(
            f"'{found}' is a name that Windows keeps for itself: nobody there could open the pack. "
            f"Take another one, for example: --id {found}_class",
            WRONG_USAGE,
        )
    if found in known_packs() and not any(
        (folder / found).absolute() == path.absolute() for folder in pack_folders()
    ):
        raise CommandFailed(
            f"There is a pack {found} already. Take another name, or add to that one: "
            f"new my_class --extends {found}",
            WRONG_USAGE,
        )
    return found


def new_scene_id(scene: str, prefix: str) -> tuple[str, str]:
    """Return the id of a new scene, and a sentence where it is not the one that was given."""
    from game.authoring.starters import id_of

    name = id_of(scene)
    if name != scene:
        advice = f" For example: --scene {name}" if name else ""
        raise CommandFailed(
            f"'{scene}' is no id: an id has small letters a-z, digits and underscores, begins with a letter, "
            f"and is none of the words of conditions (and, or, not, chapter ...).{advice}",
            WRONG_USAGE,
        )
    if prefix and name != prefix and not name.startswith(f"{prefix}_"):
        full = f"{prefix}_{name}"
        return full, f"Its id is `{full}`: the ids of an extension begin with the pack's. "
    return name, ""


def pack_to_write_in(name: str) -> Path:
    """Return the folder of a pack that gets a scene. Raises CommandFailed for a zip and the shipped story."""
    pack = find_pack(name)
    if pack.is_file():
        raise CommandFailed(f"{pack} is a zip. Unpack it, and name the folder.", WRONG_USAGE)
    is_shipped = pack.absolute() == (shipped.folder("scenes") / pack.name).absolute()
    if is_shipped and name == pack.name and not Path(name).is_dir():
        raise CommandFailed(
            f"{name} comes with the game. Make a pack of your own beside it: new my_class --extends {name}\n"
            f"Who works on the story itself names its folder: --in {_short(pack)}",
            WRONG_USAGE,
        )
    return pack


def _short(path: Path) -> str:
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def known_deck(story: Story, deck: str) -> str:
    """Return a deck that the story offers. Raises CommandFailed."""
    from game.authoring.starters import decks_of

    decks = decks_of(story)
    if deck in decks:
        return deck
    if not decks:
        raise CommandFailed(
            f"This story offers no deck. A scene offers one with `- from_deck: {deck}` under its `choices:`; "
            "without --deck you get a scene to which a choice leads.",
            WRONG_USAGE,
        )
    advice = did_you_mean(deck, decks) or f" There are: {', '.join(decks)}."
    raise CommandFailed(f"There is no deck '{deck}'.{advice}", WRONG_USAGE)


def known_chapter(story: Story, chapter: str | None) -> str:
    """Return the chapter of an id or a folder, "" where none was asked for. Raises CommandFailed."""
    known = [found.id for found in story.chapters]
    if chapter is None or chapter in known:
        return chapter or ""
    by_folder = [found.id for found in story.chapters if found.folder == chapter]
    if by_folder:
        return by_folder[0]
    advice = did_you_mean(chapter, known) or f" There are: {', '.join(known)}."
    raise CommandFailed(f"There is no chapter '{chapter}'.{advice}", WRONG_USAGE)
