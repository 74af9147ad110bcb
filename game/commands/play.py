"""`play`: the game, in its window or in the terminal."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game import shipped
from game.commands.outcome import CLEAN, WRONG_USAGE, CommandFailed
from game.commands.packs import DEFAULT_PACK, art_folders, find_pack, open_story, photograph_svg
from game.commands.zips import peeked
from game.disk import write_text

if TYPE_CHECKING:
    from game.story.model import Story
    from game.story.views import DebriefView

IN_TERMINAL = "The game goes on in the terminal."
SUMMARY = "play (this is what starts without any command)"
EXAMPLE = """\
examples:
  python3 main.py                          the window, the shipped story
  python3 main.py play --text              the same story in this terminal
  python3 main.py play my_scenes --new     a pack of your own, from the beginning
  python3 main.py play --replay K7QM2-4TT0V-9XA    go on where a replay code ends
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "pack", nargs="?", default=DEFAULT_PACK, metavar="PACK", help="a pack's folder, zip or id"
    )
    parser.add_argument("--text", action="store_true", help="play in this terminal, without a window")
    parser.add_argument(
        "--new", action="store_true", help="begin anew without asking about an unfinished game"
    )
    parser.add_argument(
        "--speech",
        choices=("system", "print"),
        default="",
        help="read the window aloud: by the voice of the system, or printed here",
    )
    parser.add_argument("--save", type=Path, metavar="FILE", help="play this save, or begin one there")
    parser.add_argument(
        "--replay",
        metavar="CODE or FILE",
        help="go on where a replay code, or a save as `explore --witnesses` writes it, ends; "
        "it becomes a save of its own",
    )


def run(arguments: argparse.Namespace) -> int:
    """Play."""
    if arguments.new and arguments.save and arguments.save.exists():
        raise CommandFailed(
            f"{arguments.save} is there already. Without --new it is played; a new game needs another name.",
            WRONG_USAGE,
        )
    path = find_pack(arguments.pack)
    pack = Pack(path)
    if arguments.replay:
        arguments.save = _saved_code(pack.story(), arguments.replay, arguments.save)
    if not arguments.text:
        from game.commands.pack_library import pack_library
        from game.desktop.app import NoDisplay
        from game.desktop.app import run as run_window

        try:
            code = run_window(
                pack.story,
                story_title=peeked(path, "title") or path.stem,
                assets=shipped.folder("assets"),
                export_debrief=pack.export_debrief,
                anew=arguments.new,
                save=arguments.save,
                art=art_folders(path),
                pack_library=pack_library(path, pack.became),
                speech=arguments.speech,
            )
            # The window has shown the mistakes of a pack on a page; whoever started it reads them here too.
            return pack.told() or code
        except NoDisplay as problem:
            print(f"{problem} {IN_TERMINAL}", file=sys.stderr)
    from game.terminal.app import run as run_terminal

    return run_terminal(pack.story(), pack.debrief_page, anew=arguments.new, save=arguments.save)


def _saved_code(story: Story, code: str, path: Path | None) -> Path:
    """Play a code again, keep it as a save and return where. An existing save is not replaced."""
    from game.commands.codes import played_code, played_file
    from game.disk import new_save_path, save_game

    if path and path.exists():
        raise CommandFailed(
            f"{path} is there already. With --replay, --save needs another name.", WRONG_USAGE
        )
    playthrough = played_file(story, code) or played_code(
        story, code, "Name the pack that was played: play PACK --replay CODE"
    )
    path = path or new_save_path(story.played_as)
    save_game(path, playthrough)
    return path


class Pack:
    """A pack that is opened when it is needed, and its debriefs as pages."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._story: Story | None = None
        self._failure: CommandFailed | None = None

    def story(self) -> Story:
        """Return the story, compiled the first time. Raises CommandFailed where the pack has errors."""
        if self._story is None:
            try:
                self._story = open_story(self._path)
            except CommandFailed as failure:
                self._failure = failure
                raise
        return self._story

    def became(self, story: Story) -> None:
        """Take note that another story was chosen in the window: debriefs are of that one now."""
        self._story, self._failure = story, None

    def told(self) -> int:
        """Write why the pack could not be opened, if it could not, and return the exit code for it."""
        if self._failure is None:
            return CLEAN
        print(self._failure, file=sys.stderr)
        return self._failure.code

    def debrief_page(self, view: DebriefView) -> str:
        """Return a debrief as HTML."""
        from game.pages.debrief import debrief_page

        return debrief_page(view, self.story().language, photograph_svg(self._path))

    def export_debrief(self, view: DebriefView, path: Path) -> None:
        """Write a debrief as an HTML file. Raises DiskProblem."""
        write_text(path, self.debrief_page(view))
