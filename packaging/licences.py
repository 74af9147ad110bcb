"""Collects the licences of everything that is shipped into assets/licences and assets/licences.toml.

    python3 packaging/licences.py           write them, from what is installed beside this Python
    python3 packaging/licences.py --check   only say whether every library of the game is among them

"About this game" shows the list; the built folder carries the texts.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "licences"
LIST = ROOT / "assets" / "licences.toml"

LICENCES = {
    "pygame-ce": ("LGPL-2.1-or-later", "window, events, sound, drawing"),
    "PyYAML": ("MIT", "reads story files"),
    "platformdirs": ("MIT", "knows where saves belong on each system"),
    "Jinja2": ("BSD-3-Clause", "makes pages"),
    "MarkupSafe": ("BSD-3-Clause", "keeps texts out of a page's markup"),
    "segno": ("BSD-3-Clause", "draws the QR code"),
}
"""Each library with its licence, as SPDX writes it, and what it does here."""

COMMON = {"pygame-ce": "LGPL-2.1"}
"""Libraries whose package brings no text, and the one that Debian keeps for their licence."""

BESIDE = {
    "Python": ("PSF-2.0", "in the built folder alone"),
    "SDL, SDL_image, SDL_mixer, SDL_ttf": ("Zlib", "inside pygame-ce"),
    "FreeType": ("FTL", "inside pygame-ce"),
    "PyInstaller's starter": (
        "GPL-2.0-or-later with an exception for what it starts",
        "in the built folder alone",
    ),
    "PT Serif, PT Sans, PT Mono": ("ParaType Free Font License", "assets/fonts/pt_license_paratype.txt"),
    "OpenDyslexic": ("OFL-1.1", "assets/fonts/open_dyslexic_license_ofl.txt"),
}
"""What has no package of its own, with its licence and where it is."""


class Library(NamedTuple):
    """A library of the game and the texts of its licence."""

    name: str
    texts: tuple[str, ...]


def needed() -> set[str]:
    """Return the names of all libraries that the game needs, those that they need included."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.split("dependencies = [", 1)[1].split("]", 1)[0]
    waiting = re.findall(r'"([A-Za-z0-9_.-]+)', block)
    found = set[str]()
    while waiting:
        name = distribution(waiting.pop()).metadata["Name"]
        if name not in found:
            found.add(name)
            # What stands behind a `;` is for other systems and for extras.
            waiting += [_name(line) for line in distribution(name).requires or () if ";" not in line]
    return {_as_listed(name) for name in found}


def _name(requirement: str) -> str:
    return re.split(r"[\s<>=!~\[(]", requirement, maxsplit=1)[0]


def _as_listed(name: str) -> str:
    return next((known for known in LICENCES if known.lower() == name.lower()), name)


def collected(name: str) -> Library:
    """Return a library with the texts of its licence. Raises ValueError where it brings none."""
    found: Distribution = distribution(name)
    files = [file for file in found.files or () if re.match(r"(?i)(licen[sc]e|copying|notice)", file.name)]
    inside = [file for file in files if ".dist-info" in str(file)] or files
    texts = tuple(Path(str(file.locate())).read_text(encoding="utf-8", errors="replace") for file in inside)
    common = Path("/usr/share/common-licenses") / COMMON.get(name, "none")
    if not texts and common.is_file():
        texts = (common.read_text(encoding="utf-8"),)
    if not texts:
        raise ValueError(f"{name} brings no text of its licence.")
    return Library(name, texts)


def main() -> int:
    """Write the licences, or check the list."""
    unknown = needed() - LICENCES.keys()
    if unknown:
        print(f"No licence is noted for: {', '.join(sorted(unknown))}. Add it to LICENCES.", file=sys.stderr)
        return 1
    if sys.argv[1:] == ["--check"]:
        return 0
    FOLDER.mkdir(exist_ok=True)
    lines = ["# Written by packaging/licences.py: what is shipped, under which licence, and what for.\n"]
    for name, (licence, use) in {**LICENCES, **BESIDE}.items():
        lines.append(f'\n[[shipped]]\nname = "{name}"\nlicence = "{licence}"\nuse = "{use}"\n')
    LIST.write_text("".join(lines), encoding="utf-8")
    for name in sorted(LICENCES):
        path = FOLDER / f"{name.lower().replace('-', '_')}.txt"
        if name not in COMMON or not path.exists():
            texts = (text.strip() for text in collected(name).texts)
            path.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    python = (
        Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "LICENSE.txt"
    )
    if python.is_file():
        (FOLDER / "python.txt").write_text(python.read_text(encoding="utf-8"), encoding="utf-8")
    print(f"Written: {LIST}, {len(list(FOLDER.iterdir()))} texts in {FOLDER}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
