"""The marker that makes a `.venv` usable: what was installed there, for which Python, in which place.

Standard library only. It holds the requirements themselves, which tells more than a hash of them: a marker
with the test libraries serves a plain start, and one without them can grow.
"""

import json
import os
import sys
from pathlib import Path
from typing import NamedTuple

NAME = "third-chair.json"


class Marker(NamedTuple):
    """What an environment was made for; an empty one fits nothing."""

    python: str = ""
    """Kind and version of the Python inside, as in `cpython-311`."""
    folder: str = ""
    """Absolute path of the environment: its scripts and links hold it, so a moved one is made anew."""
    requirements: tuple[str, ...] = ()
    """Everything that is installed, as pyproject.toml words it."""
    is_growing: bool = False
    """Whether more was being added and perhaps never finished."""

    @classmethod
    def of(cls, environment: Path, requirements: list[str]) -> "Marker":
        """Return the marker of an environment at this path, finished by the running kind of Python."""
        return cls(_this_python(), str(environment), tuple(requirements))

    @staticmethod
    def is_in(environment: Path) -> bool:
        """Tell whether the game made this folder, finished or not."""
        return (environment / NAME).exists()

    def fits(self, environment: Path, needed: list[str]) -> bool:
        """Tell whether the environment can be used as it is."""
        return self._is_of(environment) and set(needed) <= set(self.requirements)

    def can_grow(self, environment: Path, needed: list[str]) -> bool:
        """Tell whether adding libraries is enough to make the environment fit."""
        return self._is_of(environment) and not self.is_growing and set(self.requirements) < set(needed)

    def growing(self) -> "Marker":
        """Return the marker to write while libraries are being added: it fits what it did before."""
        return self._replace(is_growing=True)

    def _is_of(self, environment: Path) -> bool:
        return (self.python, self.folder) == (_this_python(), str(environment))


def read_marker(environment: Path) -> Marker:
    """Return the marker of an environment; an empty one where there is none that can be read.

    An environment whose Python is gone, as after an upgrade of the system, counts as having none.
    """
    if not (python_of(environment).exists() and (environment / "pyvenv.cfg").exists()):
        return Marker()
    try:
        fields = json.loads((environment / NAME).read_text("utf-8"))
        return Marker(
            str(fields["python"]),
            str(fields["folder"]),
            tuple(str(requirement) for requirement in fields["requirements"]),
            bool(fields["is_growing"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Marker()


def write_marker(environment: Path, marker: Marker) -> None:
    """Write the marker of an environment, whole or not at all."""
    draft = environment / f"{NAME}.draft"
    draft.write_text(json.dumps(marker._asdict(), indent=2) + "\n", "utf-8")
    draft.replace(environment / NAME)


def python_of(environment: Path) -> Path:
    """Return the path of the environment's Python, whether it exists or not."""
    return environment / ("bin/python" if os.name == "posix" else "Scripts/python.exe")


def _this_python() -> str:
    return str(sys.implementation.cache_tag)
