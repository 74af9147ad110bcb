"""`debrief`: a save or a replay code -> its debrief as one HTML file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.codes import looks_like_code, played_code
from game.commands.outcome import CLEAN, CommandFailed
from game.commands.packs import DEFAULT_PACK, find_pack, open_story, photograph_svg
from game.disk import load_game, path_from, read_json, write_text

if TYPE_CHECKING:
    from game.story.replay import Replay

SUMMARY = "write the debrief of a save or a replay code as a page for the browser"
EXAMPLE = """\
examples:
  python3 main.py debrief game.json -o debrief.html
  python3 main.py debrief game.json --pack my_scenes -o - > page.html
  python3 main.py debrief K7QM2-4TT0V-9XA            the playthrough of a code, as a debrief shows it

An existing file is kept unless --force is given.
"""

OTHER_PACK = "Which pack was played is said with --pack."


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "save", metavar="SAVE|CODE", help="a save, as `play --save` makes it, or a replay code"
    )
    parser.add_argument(
        "-o",
        "--output",
        default="debrief.html",
        metavar="FILE",
        help="where to write (-: to the standard output)",
    )
    parser.add_argument("-f", "--force", action="store_true", help="replace a file that is there")
    parser.add_argument(
        "--pack",
        metavar="PACK",
        help="the pack that was played: of a save, where it has no id that is known here; "
        "of a code, where it is not the shipped one",
    )


def run(arguments: argparse.Namespace) -> int:
    """Play the save or the code again and write the page."""
    from game.pages.debrief import debrief_page
    from game.story.debrief import debrief_view

    output = Path(arguments.output)
    to_stdout = arguments.output == "-"
    if not to_stdout and output.exists() and not arguments.force:
        raise CommandFailed(f"{output} is there already. Name another file, or replace it with --force.")
    pack, replay = _played_again(arguments.save, arguments.pack)
    if replay.stopped_at:
        print(
            f"The story has changed since this save was made: {replay.steps_lost} of its steps could not be "
            "played again, and the debrief ends before them.",
            file=sys.stderr,
        )
    story = replay.playthrough.story
    page = debrief_page(debrief_view(replay.playthrough), story.language, photograph_svg(pack))
    if to_stdout:
        # The page says that it is UTF-8, whatever the terminal of this machine takes.
        sys.stdout.buffer.write(page.encode())
        return CLEAN
    write_text(output, page)
    print(f"Written: {output}")
    return CLEAN


def _played_again(given: str, pack_name: str | None) -> tuple[Path, Replay]:
    """Return the pack of a save or a code, and its playthrough."""
    from game.story.replay import Replay

    path = path_from(given)
    if path.exists() or not looks_like_code(given):
        pack = find_pack(pack_name or _pack_of(path))
        return pack, load_game(path, open_story(pack))
    pack = find_pack(pack_name or DEFAULT_PACK)
    return pack, Replay(played_code(open_story(pack), given, OTHER_PACK))


def _pack_of(save: Path) -> str:
    match read_json(save):
        case {"extension": str(extension)} if extension.isidentifier():
            return extension
        case {"story": str(story)} if story.isidentifier():  # an id, and never a path
            return story
    raise CommandFailed(f"{save} is no save.")
