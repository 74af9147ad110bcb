"""What is shipped, and with which versions of its libraries it works."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from game.first_run.requirements import parts, required
from tests.conftest import lacking

ROOT = Path(__file__).parents[2]
WHAT_THE_LIBRARIES_DO = [
    *("tests/authoring", "tests/desktop", "tests/mapping", "tests/pages", "tests/terminal"),
    *("tests/browser/test_accessible.py", "tests/test_cli.py", "tests/test_disk.py", "tests/test_package.py"),
]


def script(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, f"packaging/{name}.py", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_every_library_has_its_licence_on_the_list() -> None:
    checked = script("licences", "--check")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_library_that_is_on_no_list_is_named(tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    for name in ("libpng16-fefdc88d.so.16.58.0", "libsecret-1.so.0", "libz.so.1"):
        (tmp_path / "_internal" / name).write_bytes(b"")
    checked = script("licences", "--check", str(tmp_path))
    assert checked.returncode == 1
    assert checked.stderr == "No licence is noted for: libsecret-1.so.0. Add it to NATIVES.\n"


def test_the_technicians_page_names_the_lowest_versions_of_pyproject() -> None:
    checked = script("versions", "--check")
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.long
def test_the_lowest_versions_of_all_libraries_are_enough(tmp_path: Path) -> None:
    """Needs a network for the libraries; `lacking` without one."""
    lowest = ["{}=={}".format(*parts(line)) for line in required(ROOT / "pyproject.toml", "test")]
    venv.create(tmp_path / "lowest", with_pip=True)
    python = str(tmp_path / "lowest" / ("bin/python" if os.name == "posix" else "Scripts/python.exe"))
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *lowest]
    installed = subprocess.run(install, env=variables, capture_output=True, text=True, check=False)
    if installed.returncode != 0:
        lacking(f"the lowest versions cannot be installed: {installed.stderr[-500:]}")
    tests = [python, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*tests, *WHAT_THE_LIBRARIES_DO], cwd=ROOT, env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:]
