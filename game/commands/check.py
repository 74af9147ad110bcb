"""`check`: every mistake of a pack, each with its place and what helps."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from game.commands.outcome import CLEAN, FINDINGS, without_steering
from game.commands.packs import DEFAULT_PACK, compilation_of, find_pack

SUMMARY = "find every mistake in a pack"
EXAMPLE = """\
examples:
  python3 main.py check                    the shipped story
  python3 main.py check my_scenes          a pack of your own
  python3 main.py check --json my_scenes   the same for a program
  python3 main.py check --strict --format github my_scenes
                                           marks in a pull request, from a workflow of GitHub

exit code: 0 nothing to mend, 1 errors (with --strict also warnings), 2 wrong usage
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "pack", nargs="?", default=DEFAULT_PACK, metavar="PACK", help="a pack's folder, zip or id"
    )
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="how the findings are written; github: workflow commands, which it shows beside the lines",
    )
    parser.add_argument(
        "--json", action="store_const", const="json", dest="format", help="short for --format json"
    )


def run(arguments: argparse.Namespace) -> int:
    """Compile the pack and write what was found."""
    from game.authoring.diagnostics import as_plain, as_text, as_workflow_commands

    path = find_pack(arguments.pack)
    compilation = compilation_of(path)
    found, errors = compilation.diagnostics, len(compilation.errors)
    if arguments.format == "json":
        print(json.dumps(as_plain(found), ensure_ascii=False, indent=1))
    elif arguments.format == "github":
        print(as_workflow_commands(found), end="")
    else:
        if Path(arguments.pack).exists() and not path.samefile(arguments.pack):
            whole = f"{arguments.pack} is a part of the pack {path}, which is checked as a whole.\n"
            print(without_steering(whole))
        if found:
            print(as_text(found), end="\n\n")
        counted = f"{_counted(errors, 'error')}, {_counted(len(found) - errors, 'warning')}."
        print(f"{without_steering(str(path))}: {counted}")
    sys.stdout.flush()
    return FINDINGS if errors or (arguments.strict and found) else CLEAN


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number or 'no'} {noun}s"
