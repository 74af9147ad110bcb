"""What tests share: a display, a browser, and the library that lays out the story map.

A machine may lack them, and the tests that ask for them are then skipped, with the reason. With
THIRD_CHAIR_CI set they fail instead: `.ci/run` has installed both, so there a skip would hide something.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from typing import NoReturn

import pytest


@pytest.fixture
def display() -> Iterator[str]:
    """Start an X server of 1280x800 and yield its name for the variable DISPLAY, as in `:1`."""
    program = shutil.which("Xvfb")
    if program is None:
        lacking("Xvfb is not installed")
    answer, to_answer = os.pipe()
    # The server itself picks a number that is free, and says which.
    command = [program, "-displayfd", str(to_answer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[to_answer], stderr=subprocess.DEVNULL)
    os.close(to_answer)
    with os.fdopen(answer) as lines:
        number = lines.readline().strip()
    try:
        if not number:
            lacking("Xvfb does not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a Chromium, to be given to Playwright as `executable_path`."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        lacking("no Chromium is installed")
    return program


@pytest.fixture(scope="session")
def graphviz() -> None:
    """Ask for the library of the extra `author`."""
    if find_spec("pygraphviz") is None:
        lacking("pygraphviz is not installed")


def lacking(what: str) -> NoReturn:
    """Skip the test, or fail it where nothing may be lacking."""
    if os.environ.get("THIRD_CHAIR_CI"):
        pytest.fail(what)
    pytest.skip(what)
