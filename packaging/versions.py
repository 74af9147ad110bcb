"""Writes into docs/technicians.md which versions of each library have been tried.

    python3 packaging/versions.py            write the table, after the tests have passed with this Python
    python3 packaging/versions.py --check    only say whether it agrees with pyproject.toml

The lowest version is that of pyproject.toml: tests/trust/test_versions.py runs the tests with it. The highest
is the one that is installed beside this Python.
"""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "technicians.md"
BEGIN, END = "<!-- versions: written by packaging/versions.py -->\n", "<!-- end of versions -->\n"
EXTRAS = {"the game": None, "`map`": "author", "tests": "test", "style and types": "dev"}
"""What needs a library, and under which name pyproject.toml has that."""


def required() -> dict[str, tuple[str, str]]:
    """Return for each library its lowest version and what needs it first."""
    sys.path.insert(0, str(ROOT))
    from game.first_run.requirements import parts

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, tuple[str, str]] = {}
    for use, extra in EXTRAS.items():
        for line in project["optional-dependencies"][extra] if extra else project["dependencies"]:
            name, lowest, _ = parts(line)
            found.setdefault(name, (lowest, use))
    return found


def table() -> str:
    """Return the table, with what is installed as the highest. Raises PackageNotFoundError."""
    rows = ["| library | lowest | highest tried | for |\n|---|---|---|---|\n"]
    for name, (lowest, use) in required().items():
        rows.append(f"| {name} | {lowest} | {version(name)} | {use} |\n")
    return "".join(rows)


def stated() -> dict[str, tuple[str, str]]:
    """Return what the page says: for each library its lowest version and what needs it."""
    lines = PAGE.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return {name: (lowest, use) for name, lowest, _, use in rows[2:]}


def main() -> int:
    """Write the table, or check it."""
    if sys.argv[1:] == ["--check"]:
        if stated() == required():
            return 0
        print(f"{PAGE.name} and pyproject.toml differ: run packaging/versions.py", file=sys.stderr)
        return 1
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    try:
        written = table()
    except PackageNotFoundError as missing:
        print(
            f"{missing.name} is not installed beside this Python: pip install '.[test,dev]'", file=sys.stderr
        )
        return 1
    PAGE.write_text(before + BEGIN + written + END + rest.split(END)[1], encoding="utf-8")
    print(f"Written: {PAGE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
