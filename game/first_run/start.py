"""Starts the game with what it needs, making `.venv` beside main.py where the running Python lacks it.

Standard library only, and few of its modules: this runs before every start.
"""

import os
import sys
from pathlib import Path

from game.first_run.marker import python_of, read_marker
from game.first_run.requirements import met_here, required

ROOT = Path(__file__).resolve().parent.parent.parent
EXTRA = "THIRD_CHAIR_EXTRA"
"""The variable that names the extra a command asked for: it has to outlast the change to another Python."""


def start(arguments: list[str], root: Path = ROOT) -> int:
    """Run the game's command line with these arguments and return its exit code.

    Sets up `.venv` first where that is needed; on POSIX the process is then replaced and this never returns.
    """
    if "PYTHONPATH" in os.environ:
        # What it names was installed for some other program and could hide our own libraries.
        return hand_over(Path(sys.executable), arguments, root)
    environment = root / ".venv"
    extra = "test" if arguments[:1] == ["test"] else os.environ.get(EXTRA)
    needed = required(root / "pyproject.toml", extra)
    fits = read_marker(environment).fits(environment, needed)
    inside = environment.exists() and environment.samefile(sys.prefix)
    if fits and not inside and sys.prefix == sys.base_prefix:
        # The usual start: looking through the installed libraries would double its time.
        return hand_over(python_of(environment), arguments, root)
    if (inside and fits) or met_here(needed):
        from game.cli import main

        return main(arguments)
    if inside:
        # A Python cannot rebuild the folder that it runs from: the one that made the folder does it.
        maker = sys._base_executable  # type: ignore[attr-defined] # nothing public names it
        return hand_over(Path(maker), arguments, root)
    if not fits:
        from game.first_run.set_up import set_up

        code = set_up(environment, needed)
        if code != 0:
            return code
    return hand_over(python_of(environment), arguments, root)


def restart_with(extra: str) -> int | None:
    """Start anew, with an extra of pyproject.toml installed, and return the exit code.

    None where that cannot help: the game was not started with main.py, or it has been tried already.
    """
    was_main = Path(sys.argv[0]).resolve() == ROOT / "main.py"
    if not was_main or os.environ.get(EXTRA) == extra:
        return None
    os.environ[EXTRA] = extra
    return start(sys.argv[1:])


def hand_over(python: Path, arguments: list[str], root: Path) -> int:
    """Run main.py under another Python: in place of this process on POSIX, as its child on Windows."""
    command = [str(python), str(root / "main.py"), *arguments]
    variables = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    if os.name == "posix":
        os.execve(python, command, variables)
    import signal
    import subprocess

    child = subprocess.Popen(command, env=variables)
    # Ctrl-C reaches both; the child answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return child.wait()
