"""`new`: a small pack to begin with, or one more scene in a pack; nothing that is there is ever changed."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from game.commands.making import Made, make_pack, make_scene
from game.commands.outcome import CLEAN, WRONG_USAGE, CommandFailed

SUMMARY = "begin a pack, or add a scene to one"
EXAMPLE = """\
examples:
  python3 main.py new my_class --extends third_chair      letters of your own beside the story's
  python3 main.py new my_story --title "The Winter Mail"  a story of your own
  python3 main.py new --scene green_ink --in my_class --deck in_tray
                                                          one more letter
  python3 main.py new --scene night_walk --in my_story --chapter evening
                                                          one more scene

Every file is written with comments that explain it. An existing file is never touched.
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("path", nargs="?", type=Path, metavar="PATH", help="the folder of a new pack")
    parser.add_argument("--extends", metavar="PACK", help="add to this pack, such as third_chair")
    parser.add_argument("--title", help="the new pack's title")
    parser.add_argument("--id", metavar="ID", help="the new pack's id, where its folder's name is none")
    parser.add_argument("--scene", metavar="ID", help="add a scene with this id (with --in)")
    parser.add_argument("--in", dest="pack", metavar="PACK", help="the pack that gets the scene")
    parser.add_argument("--deck", metavar="DECK", help="make the scene a letter in this deck")
    parser.add_argument("--chapter", metavar="ID", help="the chapter that the scene belongs to")
    parser.add_argument("--json", action="store_true", help="write what was made as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Write the files and say what to do next."""
    made = _scene(arguments) if arguments.scene is not None else _pack(arguments)
    if arguments.json:
        print(json.dumps(made.as_plain(), ensure_ascii=False, indent=1))
    else:
        print(made.as_text())
    return CLEAN


def _scene(arguments: argparse.Namespace) -> Made:
    if arguments.path is not None and arguments.pack is None:
        raise _wrong(f"which pack gets the scene? --scene {arguments.scene} --in {arguments.path}")
    if arguments.path is not None:
        raise _wrong(f"either a new pack ({arguments.path}) or a new scene (--scene), one at a time.")
    if arguments.pack is None:
        raise _wrong(f"which pack gets the scene? For example: --scene {arguments.scene} --in my_class")
    for name in ("extends", "title", "id"):
        if getattr(arguments, name) is not None:
            raise _wrong(f"--{name} is for a new pack, not for a scene.")
    return make_scene(arguments.scene, arguments.pack, arguments.deck, arguments.chapter)


def _pack(arguments: argparse.Namespace) -> Made:
    for name, value in (
        ("--in", arguments.pack),
        ("--deck", arguments.deck),
        ("--chapter", arguments.chapter),
    ):
        if value is not None:
            raise _wrong(f"{name} is for a new scene: give its id with --scene ID.")
    if arguments.path is None:
        raise _wrong("name the folder of the new pack, for example: new my_class --extends third_chair")
    return make_pack(arguments.path, arguments.extends, arguments.title, arguments.id)


def _wrong(sentence: str) -> CommandFailed:
    return CommandFailed(f"main.py new: {sentence}\nSee: main.py new --help", WRONG_USAGE)
