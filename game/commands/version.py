"""Which version of the game this is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
"""The folder beside which the package stands in a checkout."""


@cache
def version() -> str:
    """Return the version that pyproject.toml names, or the installed game's."""
    pyproject = CHECKOUT / "pyproject.toml"
    if pyproject.is_file():
        import tomllib

        with pyproject.open("rb") as file:
            return str(tomllib.load(file)["project"]["version"])
    from importlib.metadata import version as installed

    return installed("third-chair")
