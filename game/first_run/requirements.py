"""Reads what pyproject.toml requires, and tells whether the running Python has it.

Standard library only: this runs before anything is installed.
"""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

CLASHES = {"pygame-ce": "pygame"}
"""Distributions with the import name of one of ours: where both are installed, either may be imported."""

_FORM = re.compile(r"(?P<name>[A-Za-z0-9._-]+)>=(?P<lowest>[0-9.]+),<(?P<too_high>[0-9.]+)")


def required(pyproject: Path, extra: str | None = None) -> list[str]:
    """Return the requirements of the game, then those of `extra`, as they are written."""
    with pyproject.open("rb") as file:
        project = tomllib.load(file)["project"]
    requirements: list[str] = list(project["dependencies"])
    if extra is not None:
        requirements += project["optional-dependencies"][extra]
    return requirements


def parts(requirement: str) -> tuple[str, str, str]:
    """Split `name>=lowest,<too_high` into its three parts; ValueError for any other form."""
    found = _FORM.fullmatch(requirement)
    if found is None:
        raise ValueError(f"'{requirement}' in pyproject.toml is not of the form name>=x.y,<z")
    return found["name"], found["lowest"], found["too_high"]


def accepts(requirement: str, version: str) -> bool:
    """Tell whether a distribution of this version meets the requirement."""
    _, lowest, too_high = parts(requirement)
    return _numbers(lowest) <= _numbers(version) < _numbers(too_high)


def met_here(requirements: Iterable[str]) -> bool:
    """Tell whether the running Python has every requirement installed, and none that clashes with it."""
    from importlib.metadata import PackageNotFoundError, version

    def installed(name: str) -> str | None:
        try:
            return version(name)
        except PackageNotFoundError:
            return None

    for requirement in requirements:
        name, _, _ = parts(requirement)
        found = installed(name)
        if found is None or not accepts(requirement, found):
            return False
        if name in CLASHES and installed(CLASHES[name]) is not None:
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    """Return the leading numbers of a version, without zeros at the end: 2.5.0rc1 -> (2, 5)."""
    leading = re.match(r"[0-9]+(\.[0-9]+)*", version)
    numbers = [int(number) for number in leading.group().split(".")] if leading else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
