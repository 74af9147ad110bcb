"""`test`: the checkout's own tests, with the Python that runs now."""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from game.commands.outcome import CommandFailed
from game.commands.version import CHECKOUT

SUMMARY = "run the tests of this checkout"
ALL_CORES = ["-n", "auto", "--dist", "loadfile"]
"""pytest-xdist's: the tests of one file stay together, since they share what they compile."""
EXAMPLE = """\
examples:
  python3 main.py test                     all tests
  python3 main.py test -q tests/terminal   what pytest takes, this takes
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments: only for the help, since `run_pytest` gets them as they were typed."""
    parser.add_argument("arguments", nargs="*", metavar="PYTEST_ARGUMENT", help="anything that pytest takes")


def run(arguments: argparse.Namespace) -> int:
    """Run pytest in the checkout."""
    return run_pytest(arguments.arguments)


def run_pytest(pytest_arguments: list[str], checkout: Path = CHECKOUT) -> int:
    """Run pytest in the checkout and return its exit code; without arguments on all cores."""
    if not (checkout / "tests").is_dir() or not (checkout / "pyproject.toml").is_file():
        raise CommandFailed(
            "There are no tests here: this is an installed game. They are part of the checkout; "
            "run `python3 main.py test` there."
        )
    if find_spec("pytest") is None:
        raise CommandFailed(
            "pytest is not installed in this Python. Start with `python3 main.py test`, which fetches it, "
            "or install it with: python3 -m pip install '.[test]'"
        )
    # What is typed is left alone: one file is quicker, and a debugger works, in one process.
    arguments = pytest_arguments or (ALL_CORES if find_spec("xdist") else [])
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=checkout, check=False).returncode
