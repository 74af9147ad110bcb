"""The command line: the only place where the compiler and the frontends meet. Starts with `main`."""

from __future__ import annotations

import argparse
import errno
import io
import os
import sys
import time
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import NoReturn, Protocol, TextIO, cast

from game.commands.outcome import (
    CLEAN,
    FINDINGS,
    INTERRUPTED,
    PIPE_CLOSED,
    WRONG_USAGE,
    CommandFailed,
    without_steering,
)
from game.disk import DiskProblem

DESCRIPTION = "The Third Chair: a branching historical game for the classroom."
EXAMPLE = """\
examples:
  python3 main.py                  play
  python3 main.py play --text      play in this terminal
  python3 main.py COMMAND --help   what a command takes, with examples

Settings and saves are kept in the user's own folder, or in the one that THIRD_CHAIR_HOME names.
"""
COMMANDS = (
    "play",
    "new",
    "preview",
    "check",
    "explain",
    "explore",
    "schema",
    "debrief",
    "class",
    "teach",
    "export",
    "map",
    "shot",
    "test",
)


class Command(Protocol):
    """What a module of game/commands has."""

    __doc__: str | None
    SUMMARY: str
    EXAMPLE: str

    def add(self, parser: argparse.ArgumentParser) -> None:
        """Add the arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do the work and return the exit code."""


def _command(name: str) -> Command:
    """Return a command's module, loaded now: playing should not wait for the others."""
    # `class` is a word of Python's own: its module has an underscore behind it.
    return cast(Command, import_module(f"game.commands.{name}{'_' * iskeyword(name)}"))


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 findings or failure, 2 wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    _open_missing_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A redirected stream on Windows knows no Cyrillic; a message with escapes beats none.
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(given)
        if sys.stdout:
            sys.stdout.flush()
    except SystemExit as end:  # argparse has said what it had to say
        return end.code if isinstance(end.code, int) else WRONG_USAGE
    except (CommandFailed, DiskProblem) as failure:
        if _wants_traceback():
            raise
        return _told(str(failure), failure.code if isinstance(failure, CommandFailed) else FINDINGS)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _leave(sys.stdout)  # whoever read it has read enough
        return PIPE_CLOSED
    except Exception as error:
        if _wants_traceback():
            raise
        if isinstance(error, OSError) and error.filename is not None:
            # A name that no file can have, a folder that is not ours: no fault of the program's.
            return _told(f"{error.filename} cannot be used: {error.strerror or error}.", FINDINGS)
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EIO, errno.EFBIG):
            _leave(sys.stdout)
            return _told(f"The output could not be written: {error.strerror}.", FINDINGS)
        return _told(_crash_sentence(error), FINDINGS)
    return code


def _open_missing_streams() -> None:
    """Give the program streams where it was started without: what is written there is lost, as was asked."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def _leave(stream: TextIO) -> None:
    """Write nothing more to a stream: Python would complain once more when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run(given: list[str]) -> int:
    if given[:1] == ["test"] and not {"-h", "--help"} & set(given[1:2]):
        # pytest's own options are passed on as they are; argparse would take them for ours.
        from game.commands import test

        return test.run_pytest(given[1:])
    given = _with_command(given)
    # Only `--help` lists them all; who names a command waits for that one alone.
    parser = _parser((given[0],) if given[0] in COMMANDS else COMMANDS)
    parsed = parser.parse_args(given)
    return _command(parsed.command).run(parsed)


def _with_command(given: list[str]) -> list[str]:
    """Return the arguments with `play` before them where they name no command."""
    first, known = given[0] if given else "", COMMANDS
    names_pack = first not in known and (os.sep in first or "/" in first or Path(first).exists())
    is_option = first.startswith("-") and first not in ("-h", "--help", "--version")
    if not first or is_option or names_pack:
        return ["play", *given]
    if first not in known and not first.startswith("-"):
        import difflib

        near = difflib.get_close_matches(first, known, 1)
        advice = f" Did you mean {near[0]}?" if near else f" There are: {', '.join(known)}."
        raise CommandFailed(f"There is no command '{first}'.{advice}", WRONG_USAGE)
    return given


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"{self.prog}: {without_steering(message)}\nSee: {self.prog} --help\n")


class _Version(argparse.Action):
    """Writes the version; it is looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> NoReturn:
        from game.commands.version import version

        print(f"The Third Chair {version()}")
        parser.exit(CLEAN)


def _parser(names: tuple[str, ...]) -> argparse.ArgumentParser:
    shape = argparse.RawDescriptionHelpFormatter
    parser = _Parser(prog="main.py", description=DESCRIPTION, epilog=EXAMPLE, formatter_class=shape)
    parser.add_argument("--version", nargs=0, action=_Version, help="show the version and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name in names:
        command = _command(name)
        added = commands.add_parser(
            name,
            help=command.SUMMARY,
            description=command.__doc__,
            epilog=command.EXAMPLE,
            formatter_class=shape,
        )
        command.add(added)
    return parser


def _wants_traceback() -> bool:
    return bool(os.environ.get("THIRD_CHAIR_DEBUG"))


def _told(sentence: str, code: int) -> int:
    try:
        print(without_steering(sentence), file=sys.stderr, flush=True)
    except OSError:
        _leave(sys.stderr)  # nobody can be told; the exit code still says it
    return code


def _crash_sentence(error: Exception) -> str:
    """Keep the traceback in a file and return the sentence for the user."""
    import traceback

    from game.disk import user_folder, write_text

    path = user_folder() / "crashes" / f"{time.strftime('%Y-%m-%d_%H-%M-%S')}.txt"
    report = "".join(traceback.format_exception(error))
    try:
        write_text(path, f"Python {sys.version}\nArguments: {sys.argv[1:]}\n\n{report}")
    except DiskProblem:
        return f"Something went wrong in the game itself ({type(error).__name__}: {error})."
    return (
        f"Something went wrong in the game itself; saves are as they were. What happened is noted in {path}"
    )
