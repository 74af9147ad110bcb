"""The command `explore`: arguments, the report, exit codes (0 clean, 1 findings, 2 wrong usage)."""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if (
    TYPE_CHECKING
):  # the arguments are read at every start of the game; the explorer is loaded when it is asked for
    from game.explore.study import Study
    from game.story.model import Story

SUMMARY = "prove what can and what cannot happen in a pack"
EXAMPLE = """\
examples:
  python3 main.py explore                            the shipped story
  python3 main.py explore my_scenes --strict         let warnings and limits count as errors
  python3 main.py explore my_scenes --json           the same for a program
  python3 main.py explore my_scenes --examples found save files that show each finding, in the folder found
  python3 main.py explore --walks 100000 --seed 1    random playthroughs besides

exit code: 0 nothing to mend, 1 errors (with --strict also warnings and limits), 2 wrong usage
"""

CLEAN, FINDINGS = 0, 1

_WITHOUT = ("liveness", "merging", "sums", "verdicts", "slices")


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
        help="stop a search at this size (4096)",
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
        "--seed", type=int, metavar="S", default=1, help="the seed of the walks and medians (1)"
    )
    parser.add_argument(
        "--order",
        choices=("least-used", "uniform"),
        default="least-used",
        help="how a walk chooses (least-used: the way taken least often so far)",
    )
    parser.add_argument(
        "--examples", type=Path, metavar="FOLDER", help="write each finding's playthrough there, as a save"
    )
    parser.add_argument(
        "--without",
        choices=_WITHOUT,
        action="append",
        default=[],
        help="switch a reduction off (to compare; the answers are the same)",
    )


def run(arguments: argparse.Namespace, story: Story) -> int:
    """Explore the story, write the report, and return the exit code."""
    from game.explore.lengths import Pace
    from game.explore.plain import as_plain
    from game.explore.report import as_text
    from game.explore.search import Limits
    from game.explore.study import Wanted, study
    from game.explore.transitions import Reductions

    progress = _progress() if sys.stderr.isatty() else None
    limits = Limits(
        arguments.max_states,
        arguments.max_seconds,
        int(arguments.max_memory * 2**20) if arguments.max_memory else None,
        progress,
    )
    pace = Pace(arguments.words_a_minute, arguments.seconds_a_decision)
    wanted = Wanted(not arguments.no_figures, pace, arguments.walks, arguments.seed, arguments.order)
    reductions = Reductions(**{name: name not in arguments.without for name in _WITHOUT})
    found = study(story, wanted, limits, reductions)
    if progress:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    if arguments.examples:
        _write_examples(found, arguments.examples)
    if arguments.json:
        print(json.dumps(as_plain(found), ensure_ascii=False, indent=1))
    else:
        print(as_text(found), end="")
    return exit_code(found, strict=arguments.strict)


def exit_code(found: Study, *, strict: bool) -> int:
    """Return 1 where there are errors; strictly, also where there are warnings or a limit was met."""
    amiss = bool(found.of("error"))
    if strict:
        unknown = found.proof.bound is not None or any(kept.holds is None for kept in found.promises)
        amiss = amiss or unknown or bool(found.of("warning"))
    return FINDINGS if amiss else CLEAN


def _write_examples(found: Study, folder: Path) -> None:
    from game.story.replay import to_save

    folder.mkdir(parents=True, exist_ok=True)
    examples = [(finding.kind, finding.scene, finding.example) for finding in found.findings]
    if found.figures:
        for ending in found.figures.endings:
            for name, road in (("shortest", ending.shortest), ("longest", ending.longest)):
                examples.append((name, ending.id, road.playthrough if road else None))
    for number, (kind, scene, example) in enumerate(examples, 1):
        if example:
            name = re.sub(r"[^a-z0-9_-]", "", f"{number:03d}-{kind}-{scene}")
            text = json.dumps(to_save(example), ensure_ascii=False, indent=1)
            (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


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
