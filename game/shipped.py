"""Finds the folders that come with the game: the story and its pictures, sounds and fonts."""

from pathlib import Path
from typing import Literal


def folder(name: Literal["scenes", "assets"], package: Path = Path(__file__).parent) -> Path:
    """Return the folder `name` that came with the game.

    In a checkout it stands beside the package, in an installed game inside it.
    Raises FileNotFoundError where it is in neither place.
    """
    checkout = package.parent
    # Without its pyproject.toml a neighbour is some other package's folder in site-packages.
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    installed = package / "shipped_files" / name
    if installed.is_dir():
        return installed
    raise FileNotFoundError(
        f"The game's folder '{name}' is missing: it is neither at {checkout / name} nor at {installed}. "
        "Copy or install the whole game again."
    )
