"""Makes `.venv`, or makes it fit again, telling the player in plain sentences what happens.

Standard library only. A `.venv` is used only when its marker, written last, fits this Python, this place
and the requirements of pyproject.toml; whatever else is found there was left unfinished or has gone stale.
"""

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from game.first_run.marker import Marker, python_of, read_marker, write_marker

FIRST_TIME = """\
This is the first start here. The game now makes the folder .venv beside main.py and fetches its libraries
into it: about 20 MB (85 with those of the tests), a minute or so. Nothing else here is changed."""
ANEW = "The folder .venv is unfinished, moved or for other versions. The game makes it anew: a minute or so."
ADDING = """\
This command needs more libraries than the game; they are added to .venv now. About 5 MB are fetched for
the map, 65 for the tests: a minute or so."""
READY = "All is in place.\n"
SET_ASIDE = "There was a .venv that this game did not make; it is kept as {name}."
WAITING = "Another start of the game is setting up .venv; this one waits for it to finish."
INTERRUPTED = "The set-up was interrupted. The next start takes it up again, with what was already fetched."
NO_VENV = """\
This Python comes without the module {module}, which the game needs to make its .venv.
On Debian or Ubuntu: sudo apt install python3-venv; elsewhere install Python from
https://www.python.org/downloads/. Then start the game again."""
FAILED = "The set-up did not finish: {reason}\n{remedy}"
REMEDY_NETWORK = """\
Check the network (behind a proxy: the variable HTTPS_PROXY) and start the game again; what was fetched is
kept. Or install the game into an environment of your own: python3 -m pip install . - then: third-chair"""
REMEDY_FULL = "Make some room (about 500 MB is plenty) and start the game again."
REMEDY_FOLDER = "Copy the game's folder to a place where you may write, such as your home, and start it."


class SetUpFailed(Exception):
    """The set-up cannot go on; the text says why and what helps."""


def set_up(environment: Path, needed: list[str]) -> int:
    """Make `environment` fit what is needed and return 0, or say what hinders it and return an exit code."""
    try:
        with locked(environment.with_name(environment.name + ".lock")) as lock:
            # Another start may have finished the work while this one waited.
            if not read_marker(environment).fits(environment, needed):
                install(environment, needed, lock)
    except KeyboardInterrupt:
        say(INTERRUPTED)
        return 130
    except SetUpFailed as failure:
        say(str(failure))
        return 1
    except OSError as error:
        remedy = REMEDY_FULL if error.errno == errno.ENOSPC else REMEDY_FOLDER
        say(FAILED.format(reason=error, remedy=remedy))
        return 1
    return 0


def install(environment: Path, needed: list[str], lock: IO[str]) -> None:
    """Make the environment, or add to it where only libraries are missing; the marker comes last."""
    marker = read_marker(environment)
    if marker.can_grow(environment, needed):
        say(ADDING)
        write_marker(environment, marker.growing())
    else:
        say(ANEW if environment.exists() else FIRST_TIME)
        make_empty(environment)
        run_module(environment, ["ensurepip", "--default-pip"], lock, shown=False)
    options = ["--no-user", "--no-input", "--prefer-binary", "--disable-pip-version-check"]
    run_module(environment, ["pip", "install", *options, *needed], lock)
    write_marker(environment, Marker.of(environment, needed))
    say(READY)


def make_empty(environment: Path) -> None:
    """Put a new environment, without pip yet, in the place of whatever is there."""
    for module in ("venv", "ensurepip"):
        if find_spec(module) is None:
            raise SetUpFailed(NO_VENV.format(module=module))
    import venv

    discarded = environment.with_name(environment.name + ".discarded")
    shutil.rmtree(discarded, ignore_errors=True)
    if environment.exists():
        if Marker.is_in(environment) or not any(environment.iterdir()):
            # Renamed first: an interrupted removal must not look like somebody else's folder.
            environment.rename(discarded)
            shutil.rmtree(discarded, ignore_errors=True)
        else:
            kept = _free_name(environment)
            environment.rename(kept)
            say(SET_ASIDE.format(name=kept.name))
    environment.mkdir()
    write_marker(environment, Marker())
    try:
        venv.EnvBuilder(symlinks=os.name == "posix").create(environment)
    except ValueError as problem:  # a path with the separator of PATH in it
        raise SetUpFailed(FAILED.format(reason=problem, remedy=REMEDY_FOLDER)) from problem


def run_module(environment: Path, arguments: list[str], lock: IO[str], shown: bool = True) -> None:
    """Run `python -m ...` in the environment, its errors kept for one clear message."""
    done = subprocess.run(
        [str(python_of(environment)), "-I", "-m", *arguments],
        # The standard output belongs to the game's command and may be piped into a file.
        stdout=2 if shown else subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
        # Should we be killed, pip lives on for a while: it then holds the lock until it has ended.
        pass_fds=[lock.fileno()] if os.name == "posix" else [],
    )
    if done.returncode != 0:
        raise SetUpFailed(explanation(done.stderr))


def explanation(errors: str) -> str:
    """Return the message for a player from what pip wrote to its error stream."""
    lines = [line.strip() for line in errors.splitlines() if line.strip()] or ["pip failed without a word."]
    reasons = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    reason = (reasons or lines)[-1]
    if "No space left on device" in errors:
        return FAILED.format(reason=reason, remedy=REMEDY_FULL)
    if "Retrying (" in errors:
        # pip ends with 'no matching distribution', which hides that it reached nobody to ask.
        reason = "the libraries could not be fetched, because the network did not answer."
    return FAILED.format(reason=reason, remedy=REMEDY_NETWORK)


@contextmanager
def locked(path: Path) -> Iterator[IO[str]]:
    """Hold the lock file at `path`, waiting for it if need be; the system frees it when its holders end."""
    with path.open("a") as file:
        told = False
        while not _try_to_lock(file):
            if not told:
                say(WAITING)
                told = True
            time.sleep(0.2)
        yield file


def say(sentence: str) -> None:
    """Tell the player about the set-up, on the error stream."""
    print(sentence, file=sys.stderr, flush=True)


def _free_name(environment: Path) -> Path:
    number = 1
    while (kept := environment.with_name(f"{environment.name}.kept-{number}")).exists():
        number += 1
    return kept


def _try_to_lock(file: IO[str]) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
