"""`map`: a pack -> the picture of all its scenes and ways, with every scene's text below it."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.outcome import CLEAN, WRONG_USAGE, CommandFailed
from game.commands.packs import DEFAULT_PACK, find_pack, open_story
from game.disk import write_text

if TYPE_CHECKING:
    from game.mapping.heat import Heat
    from game.story.model import Chapter, Story

SUMMARY = "draw all scenes and ways of a pack as a page for the browser"
EXAMPLE = """\
examples:
  python3 main.py map                               the shipped story, to map.html
  python3 main.py map my_scenes -o plan.html        a page: the picture, and every scene's text below it
  python3 main.py map my_scenes -o plan.svg         the picture alone
  python3 main.py map my_scenes -o plan.mmd         as text for a program that draws Mermaid
  python3 main.py map --heat codes.txt              with how many of a class came there, and went which way
  python3 main.py map --heat proof                  with how often each scene is reached
  python3 main.py map --chapter december -o - > page.html

The page gives the whole story away. An existing file is kept unless --force is given. The picture needs
Graphviz, which is fetched into .venv the first time (5 MB; on Linux 110 MB on the disk); Mermaid does not.
"""
KINDS = (".html", ".svg", ".mmd")
LIBRARY = "pygraphviz"
WALKS = 20_000
INSTALL = (
    "The map needs Graphviz for its layout, and this Python does not have it. Install it with: "
    "python3 -m pip install 'third-chair[author]' (in a checkout: '.[author]'). "
    "Without it, the map can be had as Mermaid text: -o map.mmd"
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "pack", nargs="?", default=DEFAULT_PACK, metavar="PACK", help="a pack's folder, zip or id"
    )
    parser.add_argument(
        "-o",
        "--output",
        default="map.html",
        metavar="FILE",
        help="where to write: .html, .svg or .mmd (-: the page to the standard output)",
    )
    parser.add_argument(
        "--heat",
        metavar="proof|walks|CODES",
        help="show how often each scene is reached: exactly (proof), in random playthroughs (walks), or by a "
        "class: a file of its replay codes",
    )
    parser.add_argument("--chapter", metavar="ID", help="only this chapter")
    parser.add_argument("-f", "--force", action="store_true", help="replace a file that is there")


def run(arguments: argparse.Namespace) -> int:
    """Lay the story out and write it."""
    output = Path(arguments.output)
    to_stdout = arguments.output == "-"
    kind = ".html" if to_stdout else output.suffix.lower()
    if kind not in KINDS:
        raise CommandFailed(f"{output}: the file of a map ends in .html, .svg or .mmd.", WRONG_USAGE)
    if not to_stdout and output.exists() and not arguments.force:
        raise CommandFailed(f"{output} is there already. Name another file, or replace it with --force.")
    story = open_story(find_pack(arguments.pack))
    chapters = _chapters(story, arguments.chapter)
    if kind != ".mmd" and find_spec(LIBRARY) is None:
        return _fetch()
    text = _drawn(story, chapters, kind, _heat(story, arguments.heat) if arguments.heat else None)
    if to_stdout:
        sys.stdout.write(text)
        return CLEAN
    write_text(output, text)
    print(f"Written: {output}")
    return CLEAN


def _chapters(story: Story, only: str | None) -> Sequence[Chapter]:
    ids = [chapter.id for chapter in story.chapters]
    if only is None:
        return story.chapters
    if only in ids:
        return (story.chapters[ids.index(only)],)
    near = difflib.get_close_matches(only, ids, 1)
    advice = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(ids)}."
    raise CommandFailed(f"There is no chapter '{only}' in {story.id}. {advice}", WRONG_USAGE)


def _heat(story: Story, kind: str) -> Heat:
    """Return how often each scene is reached. Raises CommandFailed where that cannot be worked out."""
    from game.explore.visited import visited_by_proof, visited_by_walks
    from game.mapping.heat import Heat

    if kind not in ("proof", "walks"):
        return _heat_of_class(story, kind)
    if kind == "walks":
        return Heat(f"of {WALKS:,} random playthroughs (seed 1)", visited_by_walks(story, WALKS))
    shares = visited_by_proof(story)
    if shares is None:
        raise CommandFailed(
            "How often each scene is reached could not be worked out: the states are too many. "
            "Try --heat walks."
        )
    return Heat("of all players, if they choose evenly among the open ways (exact)", shares)


def _heat_of_class(story: Story, codes: str) -> Heat:
    """Return how often each scene was reached, and each way taken, by the codes of a file."""
    from game.class_report.heat import shares_of, ways_of
    from game.commands.class_ import nothing_found, read_codes
    from game.mapping.heat import Heat

    found = read_codes(story, codes)
    if not found.codes:
        raise CommandFailed(nothing_found(found))
    plays = "playthrough" if found.codes == 1 else "playthroughs"
    return Heat(f"of the {found.codes:,} {plays} of a class", shares_of(found), ways_of(found))


def _drawn(story: Story, chapters: Sequence[Chapter], kind: str, heat: Heat | None = None) -> str:
    from game.mapping.graph import graph_of

    graph = graph_of(story, heat)
    if kind == ".mmd":
        from game.mapping.mermaid import mermaid

        return mermaid(graph, [chapter.id for chapter in chapters])
    from game.mapping.layout import LayoutMissing
    from game.mapping.picture import picture_of
    from game.pages.story_map import map_page, map_svg

    try:
        pictures = [picture_of(graph, chapter) for chapter in chapters]
    except LayoutMissing as problem:
        raise CommandFailed(f"{INSTALL}\n({problem})") from problem
    return map_page(graph, pictures) if kind == ".html" else map_svg(graph, pictures)


def _fetch() -> int:
    """Begin again with the extra `author`; where main.py did not start this, say what helps."""
    from game.first_run.start import restart_with

    code = restart_with("author")
    if code is None:
        raise CommandFailed(INSTALL)
    return code
