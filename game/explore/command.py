"""The command `explore`: arguments, the report, exit codes (0 clean, 1 findings, 2 wrong usage)."""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if (
    TYPE_CHECKING
):  # the arguments are read at every start of the game; the explorer is loaded when it is asked for
    from game.explore.scope import Scope
    from game.explore.study import Study
    from game.story.model import Story

SUMMARY = "prove what can and what cannot happen in a pack"
EXAMPLE = """\
examples:
  python3 main.py explore                            the shipped story
  python3 main.py explore my_scenes --strict         let warnings and limits count as errors
  python3 main.py explore my_scenes --json           the same for a program
  python3 main.py explore my_scenes -o report.html   a page for teachers, to read and to print
  python3 main.py explore my_scenes --chapter five   one chapter by itself, from its cold start: quick
  python3 main.py explore my_scenes --table          the figures alone, for somebody who tunes them
  python3 main.py explore my_scenes --witnesses found
                                                     save files that show each finding, in the folder found
  python3 main.py explore --walks 100000 --seed 1    random playthroughs besides
  python3 main.py explore --walks 30 --codes         30 replay codes of random playthroughs, and nothing else

exit code: 0 nothing to mend, 1 errors (with --strict also warnings and limits), 2 wrong usage
"""

CLEAN, FINDINGS, WRONG_USAGE = 0, 1, 2

_WITHOUT = ("liveness", "merging", "sums", "verdicts", "slices", "alike", "outlines")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes besides the pack."""
    parser.add_argument("--strict", action="store_true", help="let warnings and limits count as errors")
    parser.add_argument("--json", action="store_true", help="write the report as JSON")
    parser.add_argument("--max-states", type=_positive(int), metavar="N", help="stop a search at N states")
    parser.add_argument(
        "--max-seconds", type=_positive(float), metavar="S", help="stop the proof after S seconds"
    )
    parser.add_argument(
        "--max-memory",
        type=_positive(float),
        metavar="MB",
        default=4096,
        help="stop a search when the whole process is this large (4096)",
    )
    parser.add_argument("--no-figures", action="store_true", help="only the proof: no shares, no minutes")
    parser.add_argument(
        "--words-a-minute", type=_positive(float), metavar="W", default=200, help="how fast is read (200)"
    )
    parser.add_argument(
        "--seconds-a-decision", type=_positive(float), metavar="S", default=8, help="how fast is decided (8)"
    )
    parser.add_argument(
        "--walks", type=_positive(int), metavar="N", default=0, help="play N times at random besides"
    )
    parser.add_argument(
        "--codes", action="store_true", help="with --walks: print their replay codes, and prove nothing"
    )
    parser.add_argument(
        "--seed", type=int, metavar="S", default=1, help="the seed of the walks and medians (1)"
    )
    parser.add_argument(
        "--order",
        choices=("least-used", "uniform"),
        default="least-used",
        help="how a walk chooses (least-used: the way taken least often so far)",
    )
    parser.add_argument(
        "--witnesses",
        "--examples",
        dest="witnesses",
        type=Path,
        metavar="FOLDER",
        help="write each finding's playthrough there, as a save for play --replay and preview --replay",
    )
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--chapter", metavar="ID", help="only this chapter, from its own start (`given`)")
    part.add_argument("--lesson", metavar="ID", help="only this lesson, from its own start")
    parser.add_argument(
        "--exact",
        action="store_true",
        help="search the joint states however many they are: exact figures, more time and memory",
    )
    parser.add_argument("--table", action="store_true", help="write the figures alone, as a table")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write the report as a page (.html)"
    )
    parser.add_argument("-f", "--force", action="store_true", help="replace a page that is there")
    parser.add_argument(
        "--without",
        choices=_WITHOUT,
        action="append",
        default=[],
        help="switch a reduction off (to compare; the answers are the same)",
    )


def run(
    arguments: argparse.Namespace,
    story: Story,
    page_of: Callable[[dict[str, Any]], str] | None = None,
    write: Callable[[Path, str], None] | None = None,
) -> int:
    """Explore the story, write the report, and return the exit code.

    `page_of` turns a report into HTML, `write` writes a file whole or not at all.
    """
    write = write or _write
    if page_of and arguments.output and arguments.output.exists() and not arguments.force:
        print(
            f"{arguments.output} is there already. Name another file, or replace it with --force.",
            file=sys.stderr,
        )
        return FINDINGS
    scope = _scope(arguments, story)
    if isinstance(scope, str):
        print(scope, file=sys.stderr)
        return WRONG_USAGE
    if arguments.codes:
        return _print_codes(arguments, story)
    from game.explore.lengths import Pace
    from game.explore.plain import as_plain
    from game.explore.proof import MOST_JOINT
    from game.explore.report import as_text, verdict
    from game.explore.search import Limits
    from game.explore.study import Wanted, study
    from game.explore.table import as_table
    from game.explore.transitions import Reductions

    progress = _progress() if sys.stderr.isatty() else None
    limits = Limits(
        arguments.max_states,
        arguments.max_seconds,
        int(arguments.max_memory * 2**20) if arguments.max_memory else None,
        progress,
    )
    pace = Pace(arguments.words_a_minute, arguments.seconds_a_decision)
    wanted = Wanted(
        not arguments.no_figures,
        pace,
        arguments.walks,
        arguments.seed,
        arguments.order,
        scope,
        None if arguments.exact else MOST_JOINT,
    )
    reductions = Reductions(**{name: name not in arguments.without for name in _WITHOUT})
    found = study(story, wanted, limits, reductions)
    if progress:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    if arguments.witnesses:
        _write_witnesses(found, arguments.witnesses, write)
    if arguments.output and page_of:
        write(arguments.output, page_of(as_plain(found)))
        print(f"Written: {arguments.output}", file=sys.stderr)
    if arguments.json:
        print(json.dumps(as_plain(found), ensure_ascii=False, indent=1))
    elif arguments.table:
        print(as_table(found), end="")
    elif not (arguments.output and page_of):
        print(as_text(found), end="")
    else:
        print(f"{found.proof.story.title}: {verdict(found)}.")
    return exit_code(found, strict=arguments.strict)


def _print_codes(arguments: argparse.Namespace, story: Story) -> int:
    from game.explore.walk_codes import walk_codes

    if not arguments.walks:
        print("--codes needs to know how many: --walks 30 --codes", file=sys.stderr)
        return WRONG_USAGE
    for code in walk_codes(story, arguments.walks, arguments.seed, arguments.order):
        print(code)
    return CLEAN


def exit_code(found: Study, *, strict: bool) -> int:
    """Return 1 where there are errors; strictly, also where there are warnings or a limit was met."""
    amiss = bool(found.of("error"))
    if strict:
        unknown = found.proof.bound is not None or any(kept.holds is None for kept in found.promises)
        amiss = amiss or unknown or bool(found.of("warning"))
    return FINDINGS if amiss else CLEAN


def _scope(arguments: argparse.Namespace, story: Story) -> Scope | str | None:
    """The chapter or lesson that is named; a sentence where there is none of that name."""
    from game.explore.scope import of_chapter, of_lesson

    try:
        if arguments.chapter:
            return of_chapter(story, arguments.chapter)
        return of_lesson(story, arguments.lesson) if arguments.lesson else None
    except KeyError:
        kind, name = ("chapter", arguments.chapter) if arguments.chapter else ("lesson", arguments.lesson)
        there = [each.id for each in (story.chapters if arguments.chapter else story.lessons)]
        return f"There is no {kind} '{name}' in {story.id}. There are: {', '.join(there) or 'none'}."


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _write_witnesses(found: Study, folder: Path, write: Callable[[Path, str], None]) -> None:
    from game.story.replay import to_save

    folder.mkdir(parents=True, exist_ok=True)
    lessons = [each for each in found.proof.story.lessons if not each.id.startswith("chapter ")]
    examples = [(finding.kind, finding.scene, finding.example) for finding in found.findings]
    if found.figures:
        for ending in found.figures.endings:
            for name, road in (("shortest", ending.shortest), ("longest", ending.longest)):
                examples.append((name, ending.id, road.playthrough if road else None))
    for number, (kind, scene, example) in enumerate(examples, 1):
        if example:
            name = re.sub(r"[^a-z0-9_-]", "", f"{number:03d}-{kind}-{scene}")
            save = to_save(example)
            if found.scope and save["start"]["lesson"] not in {each.id for each in lessons}:
                save["start"]["lesson"] = ""  # a chapter by itself is a lesson for the explorer alone
            text = json.dumps(save, ensure_ascii=False, indent=1)
            write(folder / f"{name}.json", text + "\n")


def _positive(kind: Callable[[str], float]) -> Callable[[str], float]:
    def read(text: str) -> float:
        try:
            number = kind(text.replace(",", "").replace("_", ""))
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text} is not a number") from None
        if not number > 0:
            raise argparse.ArgumentTypeError(f"{text} is not more than nought")
        return number

    return read


def _progress() -> Callable[[int, int], None]:
    shown = time.monotonic()

    def show(states: int, steps: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - shown > 0.2:
            shown = now
            print(f"\r\x1b[K{states:,} states, {steps} steps deep", end="", file=sys.stderr, flush=True)

    return show
