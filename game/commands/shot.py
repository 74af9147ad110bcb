"""`shot`: the screen of a scene as a picture, without a display.

Instead of a scene it takes `title`, `debrief`, `folder` or `settings`: those screens as they are at the
beginning of the pack (`--at SCENE`: at that scene).
"""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from game import shipped
from game.commands.outcome import CLEAN, WRONG_USAGE, CommandFailed
from game.commands.packs import art_folders, compilation_of
from game.commands.scene_named import SceneNamed, add_scene, named
from game.disk import DiskProblem, Settings

if TYPE_CHECKING:
    from game.desktop.screens.page_screen import PageScreen
    from game.desktop.sitting import Sitting
    from game.story.playthrough import Start

SUMMARY = "write the screen of a scene as a PNG picture"
EXAMPLE = """\
examples:
  python3 main.py shot kitchen -o kitchen.png
  python3 main.py shot my_class/chapters/01_december/green_ink.yaml -o letter.png --size 800x600
  python3 main.py shot kitchen -o large.png --text-size 150 --contrast --typeface sans
  python3 main.py shot debrief --pack my_class -o debrief.png

A page that is longer than the window is written from its top; --whole makes the picture as high as the page.
An existing file is kept unless --force is given.
"""
SCREENS = ("title", "debrief", "folder", "settings")
SMALLEST, LARGEST = (320, 240), (7680, 4320)
TALLEST = 20_000
"""Pixels of a whole page at most."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_scene(parser, f"; or one of {', '.join(SCREENS)}")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="the picture, a .png"
    )
    parser.add_argument("-f", "--force", action="store_true", help="replace a file that is there")
    parser.add_argument("--at", default="", metavar="SCENE", help="the scene below folder or debrief")
    parser.add_argument("--size", default="1366x768", metavar="WxH", help="the window (default: 1366x768)")
    parser.add_argument("--text-size", type=int, default=100, metavar="PERCENT", help="80 to 200")
    parser.add_argument("--typeface", choices=("serif", "sans", "dyslexic"), default="serif")
    parser.add_argument("--contrast", action="store_true", help="high contrast")
    parser.add_argument("--whole", action="store_true", help="the whole page, however long it is")


def run(arguments: argparse.Namespace) -> int:
    """Draw the screen and write it."""
    size = _size(arguments.size)
    if not 80 <= arguments.text_size <= 200:
        raise CommandFailed(f"--text-size is 80 to 200, not {arguments.text_size}.", WRONG_USAGE)
    output: Path = arguments.output
    if output.suffix.lower() != ".png":
        raise CommandFailed(f"{output} should end in .png.", WRONG_USAGE)
    if output.exists() and not arguments.force:
        raise CommandFailed(f"{output} is there already. Name another file, or replace it with --force.")
    screen = arguments.scene if arguments.scene in SCREENS else ""
    if screen:
        arguments.scene = arguments.at
    wanted = named(arguments)
    sitting, start = _opened(wanted, arguments)
    _write(sitting, start, screen, size, output, is_whole=arguments.whole)
    print(f"Written: {output}")
    return CLEAN


def _opened(wanted: SceneNamed, arguments: argparse.Namespace) -> tuple[Sitting, Start]:
    from game.authoring.diagnostics import as_text
    from game.desktop.sitting import Outside, Sitting

    compilation = compilation_of(wanted.pack)
    if compilation.story is None:
        raise CommandFailed(f"{wanted.pack} has mistakes.\n\n{as_text(compilation.errors[:5])}")
    settings = Settings(
        text_size=arguments.text_size, typeface=arguments.typeface, high_contrast=arguments.contrast
    )
    sitting = Sitting(
        settings, Outside(lambda: 0.0, lambda address: None, None, False), shipped.folder("assets")
    )
    sitting.open(compilation.story, art_folders(wanted.pack))
    return sitting, wanted.start(compilation)


def _write(
    sitting: Sitting, start: Start, screen: str, size: tuple[int, int], output: Path, *, is_whole: bool
) -> None:
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.desktop.shot import shot, staged

    stage = staged(sitting, size, _screen(sitting, start, screen))
    while is_whole and stage.page.furthest and stage.size[1] < TALLEST:
        stage.size = (size[0], min(TALLEST, stage.size[1] + stage.page.furthest))
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        shot(stage, output)
    except OSError as problem:
        raise DiskProblem(f"{output} could not be written: {problem.strerror or problem}.") from problem


def _screen(sitting: Sitting, start: Start, screen: str) -> PageScreen:
    match screen:
        case "title":
            from game.desktop.screens.title import TitleScreen

            assert sitting.story is not None
            return TitleScreen(sitting, sitting.story.title)
        case "settings":
            from game.desktop.screens.settings import SettingsScreen

            return SettingsScreen(sitting)
        case "debrief":
            from game.desktop.screens.debrief import DebriefScreen

            return DebriefScreen(sitting, sitting.begin(start))
        case "folder":
            from game.desktop.screens.folder import FolderScreen

            return FolderScreen(sitting, sitting.begin(start))
    from game.desktop.screens.scene import SceneScreen

    return SceneScreen(sitting, sitting.begin(start))


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", text.strip().lower())
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (SMALLEST[0] <= size[0] <= LARGEST[0] and SMALLEST[1] <= size[1] <= LARGEST[1]):
        raise CommandFailed(
            f"--size is width x height, as in 1366x768, from {SMALLEST[0]}x{SMALLEST[1]} to "
            f"{LARGEST[0]}x{LARGEST[1]}, not '{text}'.",
            WRONG_USAGE,
        )
    return size
