"""What the benchmarks of the window share: a display, and the CPU time of a process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def cpu_of(program: str, variables: dict[str, str]) -> float:
    """Run a Python program from the repository's root and return its user and system time in seconds."""
    child = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(child.stderr.read().decode() if child.stderr else "it failed")
    return usage.ru_utime + usage.ru_stime


@contextmanager
def some_display() -> Iterator[str]:
    """Yield the name of the present display, or of an Xvfb started for the while."""
    if display := os.environ.get("DISPLAY"):
        yield display
        return
    program = shutil.which("Xvfb")
    if program is None:
        raise SystemExit("There is no display, and Xvfb is not installed.")
    answer, to_answer = os.pipe()
    command = [program, "-displayfd", str(to_answer), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[to_answer], stderr=subprocess.DEVNULL)
    os.close(to_answer)
    try:
        with os.fdopen(answer) as lines:
            yield f":{lines.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)
