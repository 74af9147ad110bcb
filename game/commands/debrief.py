"""`debrief`: a save -> its debrief as one HTML file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game.commands.outcome import CLEAN, CommandFailed
from game.commands.packs import find_pack, open_story, photograph_svg
from game.disk import load_game, read_json, write_text

SUMMARY = "write the debrief of a save as a page for the browser"
EXAMPLE = """\
examples:
  python3 main.py debrief game.json -o debrief.html
  python3 main.py debrief game.json --pack my_scenes -o - > page.html

An existing file is kept unless --force is given.
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("save", type=Path, metavar="SAVE", help="a save, as `play --save` makes it")
    parser.add_argument(
        "-o",
        "--output",
        default="debrief.html",
        metavar="FILE",
        help="where to write (-: to the standard output)",
    )
    parser.add_argument("-f", "--force", action="store_true", help="replace a file that is there")
    parser.add_argument(
        "--pack", metavar="PACK", help="the save's pack, where it has no id that is known here"
    )


def run(arguments: argparse.Namespace) -> int:
    """Play the save again and write the page."""
    from game.pages.debrief import debrief_page
    from game.story.debrief import debrief_view

    output = Path(arguments.output)
    to_stdout = arguments.output == "-"
    if not to_stdout and output.exists() and not arguments.force:
        raise CommandFailed(f"{output} is there already. Name another file, or replace it with --force.")
    pack = find_pack(arguments.pack or _pack_of(arguments.save))
    story = open_story(pack)
    replay = load_game(arguments.save, story)
    if replay.stopped_at:
        print(
            f"The story has changed since this save was made: {replay.steps_lost} of its steps could not be "
            "played again, and the debrief ends before them.",
            file=sys.stderr,
        )
    page = debrief_page(debrief_view(replay.playthrough), story.language, photograph_svg(pack))
    if to_stdout:
        # The page says that it is UTF-8, whatever the terminal of this machine takes.
        sys.stdout.buffer.write(page.encode())
        return CLEAN
    write_text(output, page)
    print(f"Written: {output}")
    return CLEAN


def _pack_of(save: Path) -> str:
    match read_json(save):
        case {"extension": str(extension)} if extension:
            return extension
        case {"story": str(story)}:
            return story
    raise CommandFailed(f"{save} is no save.")
