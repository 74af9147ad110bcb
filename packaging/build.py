"""Builds the folder that is handed out: the game with its own Python, for the system that this runs on.

    python3 packaging/build.py              to dist/third_chair, in an environment of its own under build/
    python3 packaging/build.py --out DIR    to DIR/third_chair

Needs a network for the libraries. A folder for Windows is built on Windows, one for a Mac on a Mac.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging"
BUILDER = "pyinstaller>=6.11,<7"


def main() -> int:
    """Build, and say where the folder lies and how large it is."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where to put the folder")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="where to work")
    chosen = parser.parse_args()
    out, work = chosen.out.resolve(), chosen.work.resolve()
    python = _environment(work / "environment")
    # From the checkout as it is now: the same wheel that somebody would install.
    _run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", BUILDER, str(ROOT))
    _run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", str(ROOT))
    options = ["--noconfirm", "--clean", "--log-level", "WARN"]
    places = ["--distpath", str(out), "--workpath", str(work / "pyinstaller")]
    _run(python, "-m", "PyInstaller", *options, *places, str(HERE / "third_chair.spec"))
    folder = out / "third_chair"
    shutil.copy(HERE / "read_me_first.txt", folder / "READ_ME_FIRST.txt")
    files = [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    size = sum(file.stat().st_size for file in files)
    print(f"Built: {folder} ({size / 1e6:.0f} MB in {len(files)} files)")
    return 0


def _environment(place: Path) -> str:
    """Return the Python of the environment that builds; one that is there is used again."""
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(place, with_pip=True)
    return str(python)


def _run(*command: str) -> None:
    # From a folder without a `game`: the one in the environment is what is built.
    subprocess.run(command, check=True, cwd=HERE)


if __name__ == "__main__":
    sys.exit(main())
