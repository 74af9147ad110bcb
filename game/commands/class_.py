"""`class`: a class's replay codes, one a line -> one page: who decided what, and what the record says.

The codes may stand in a chat or a table as it was copied, with names and times around them. Nothing but the
codes is kept: the report names lines by their numbers alone.
"""

from __future__ import annotations

import argparse
import json
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from game.commands.outcome import CLEAN, FINDINGS, CommandFailed
from game.commands.packs import DEFAULT_PACK, find_pack, open_story
from game.disk import path_from, write_text

if TYPE_CHECKING:
    from game.class_report.gathering import Gathered, Progress
    from game.story.model import Story

SUMMARY = "count a class's replay codes and write the report as a page for the browser"
EXAMPLE = """\
examples:
  python3 main.py class codes.txt                      to class.html
  python3 main.py class codes.txt -o 3b.html           to another file
  python3 main.py class codes.txt --json               the same for a program
  python3 main.py class - --pack my_class < chat.txt   a pack of your own, codes from the standard input

The same code twice is taken for one that was sent twice; --repeats counts it again. An existing file is kept
unless --force is given. exit code: 0 codes were found, 1 there were none, 2 wrong usage
"""

BAR = 30
"""Signs of the bar that shows how far the reading has come."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("codes", metavar="FILE", help="a text file with the codes (-: the standard input)")
    parser.add_argument(
        "-o",
        "--output",
        default="class.html",
        metavar="FILE",
        help="where to write (-: to the standard output)",
    )
    parser.add_argument("-f", "--force", action="store_true", help="replace a file that is there")
    parser.add_argument("--pack", default=DEFAULT_PACK, metavar="PACK", help="the pack that was played")
    parser.add_argument("--repeats", action="store_true", help="count a code each time it stands there")
    parser.add_argument("--json", action="store_true", help="write the report as JSON instead of a page")


def run(arguments: argparse.Namespace) -> int:
    """Count the codes and write the report."""
    from game.class_report.report import class_view
    from game.story.views import plain

    output = path_from(arguments.output)
    to_file = arguments.output != "-" and not arguments.json
    if to_file and output.exists() and not arguments.force:
        raise CommandFailed(f"{output} is there already. Name another file, or replace it with --force.")
    story = open_story(find_pack(arguments.pack))
    found = read_codes(story, arguments.codes, with_repeats=arguments.repeats, tells=sys.stderr.isatty())
    view = class_view(story, found)
    if arguments.json:
        print(json.dumps(plain(view), ensure_ascii=False, indent=1))
        return CLEAN if found.codes else FINDINGS
    if not found.codes:
        raise CommandFailed(nothing_found(found))
    from game.pages.class_report import class_page

    page = class_page(view)
    if not to_file:
        # The page says that it is UTF-8, whatever the terminal of this machine takes.
        sys.stdout.buffer.write(page.encode())
        return CLEAN
    write_text(output, page)
    for bad in view.bad:
        print(f"Line {bad.line}: {bad.reason}", file=sys.stderr)
    unlisted = view.bad_in_all - len(view.bad)
    if unlisted > 0:
        print(f"and {unlisted:,} lines more that could not be used.", file=sys.stderr)
    print(f"Written: {output} ({found.codes:,} {'code' if found.codes == 1 else 'codes'})")
    return CLEAN


def read_codes(story: Story, name: str, *, with_repeats: bool = False, tells: bool = False) -> Gathered:
    """Count the codes of a file, or of the standard input (`-`). Raises CommandFailed.

    With `tells` a line of the terminal shows how far it has come.
    """
    from game.class_report.gathering import gathered
    from game.class_report.lines import NotText, lines_of

    try:
        with _opened(name) as stream:
            progress = _progress(stream) if tells else None
            return gathered(story, lines_of(stream), progress, with_repeats=with_repeats)
    except NotText as problem:
        raise CommandFailed(f"{name}: {problem}") from problem
    except OSError as problem:
        raise CommandFailed(f"{name} could not be read: {problem.strerror or problem}.") from problem
    finally:
        if tells:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    path = path_from(name)
    with path.open("rb") as file:
        kind = os.fstat(file.fileno()).st_mode
        if stat.S_ISBLK(kind) or (stat.S_ISCHR(kind) and not file.isatty()):
            raise CommandFailed(f"{path} is no file.")  # a device may never end; a pipe may be a shell's
        yield file


def nothing_found(found: Gathered) -> str:
    """Return why no code of a file could be used: a sentence, and the first lines with what is wrong."""
    from game.story.code_signs import WrongCode

    unread = found.faults.total() - found.faults["empty"]
    if not unread:
        return "There was no code. A code is what a debrief shows, as in K7QM2-4TT0V-9XA."
    if found.faults["other_rules"]:
        return (
            "All codes there belong to another story, or to another version of this one. "
            "Which pack was played is said with --pack."
        )
    bad = [bad for bad in found.bad if bad.fault != "empty"][:3]
    lines = [f"Line {one.line}: {WrongCode(one.fault, one.group)}" for one in bad]
    more = [f"And {unread - len(bad):,} more."] if unread > len(bad) else []
    return "\n".join(["No code could be used.", *lines, *more])


def _progress(stream: BinaryIO) -> Progress:
    """Return what shows how far the reading has come; a file is measured by its size."""
    try:
        found = os.fstat(stream.fileno())
        size = found.st_size if stat.S_ISREG(found.st_mode) else 0
    except (OSError, ValueError):  # the standard input of a test or of another program
        size = 0
    shown = time.monotonic()

    def show(lines: int, codes: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - shown > 0.2:
            shown = now
            share = min(1.0, stream.tell() / size) if size else 0.0
            bar = f"[{'#' * round(BAR * share):{BAR}}] " if size else ""
            print(f"\r\x1b[K{bar}{lines:,} lines read, {codes:,} codes", end="", file=sys.stderr, flush=True)

    return show
