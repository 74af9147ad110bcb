"""`explain`: what a code of `check` means, why there is such a rule, wrong and right examples."""

from __future__ import annotations

import argparse
import difflib
import textwrap

from game.commands.outcome import CLEAN, WRONG_USAGE, CommandFailed

SUMMARY = "say what a code of check means, with a wrong and a right example"
EXAMPLE = """\
examples:
  python3 main.py explain P104
  python3 main.py explain                  list all codes
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "code", nargs="?", metavar="CODE", help="a code as check writes it; without, all codes"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the catalogue's entry."""
    from game.authoring.catalogue import ENTRIES

    if arguments.code is None:
        for code, entry in sorted(ENTRIES.items()):
            print(f"{code}  {entry.title}")
        return CLEAN
    code = arguments.code.upper().strip("[]")
    if code not in ENTRIES:
        near = difflib.get_close_matches(code, ENTRIES, 3)
        advice = f" Did you mean {' or '.join(near)}?" if near else " `explain` alone lists them."
        raise CommandFailed(f"There is no code {arguments.code}.{advice}", WRONG_USAGE)
    entry = ENTRIES[code]
    print(f"{code} ({'warning' if entry.is_warning else 'error'}): {entry.title}\n")
    print(textwrap.fill(entry.why, 78))
    for title, example in (("Wrong", entry.wrong), ("Right", entry.right)):
        if example:
            print(f"\n{title}:\n\n{textwrap.indent(example.rstrip(), '    ')}")
    return CLEAN
