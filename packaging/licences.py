"""Collects the licences of everything that is shipped into assets/licences and assets/licences.toml.

    python3 packaging/licences.py           write them, from what is installed beside this Python
    python3 packaging/licences.py --check   only say whether every library of the game is among them
    python3 packaging/licences.py --check FOLDER    and every library file of a built folder

"About this game" shows the list; the built folder carries the texts. Those of the libraries inside wheels
come from Debian's packages of the same libraries: where one is missing, the script says which to install.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
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
    "PyInstaller's starter": (
        "GPL-2.0-or-later with an exception for what it starts",
        "in the built folder alone",
    ),
    "PT Serif, PT Sans, PT Mono": ("ParaType Free Font License", "assets/fonts/pt_license_paratype.txt"),
    "OpenDyslexic": ("OFL-1.1", "assets/fonts/open_dyslexic_license_ofl.txt"),
}
"""What has no package of its own, with its licence and where it is."""


class Native(NamedTuple):
    """A library of machine code that comes inside another one; `files` are the beginnings of its files."""

    name: str
    licence: str
    use: str
    files: tuple[str, ...]
    debian: str
    """Debian's package with its notices; empty where nothing has to be handed on with it."""


_IN_PYGAME, _IN_FOLDER = "inside pygame-ce", "in the built folder alone"
NATIVES = (
    Native("SDL", "Zlib", _IN_PYGAME, ("SDL2-",), "libsdl2-2.0-0"),
    Native("SDL_image", "Zlib", _IN_PYGAME, ("SDL2_image",), "libsdl2-image-2.0-0"),
    Native("SDL_mixer", "Zlib", _IN_PYGAME, ("SDL2_mixer",), "libsdl2-mixer-2.0-0"),
    Native("SDL_ttf", "Zlib", _IN_PYGAME, ("SDL2_ttf",), "libsdl2-ttf-2.0-0"),
    Native("FreeType", "FTL", _IN_PYGAME, ("freetype",), "libfreetype6"),
    Native("HarfBuzz", "MIT-Modern-Variant", _IN_PYGAME, ("harfbuzz",), "libharfbuzz0b"),
    Native("libpng", "libpng-2.0", _IN_PYGAME, ("png16",), "libpng16-16"),
    Native("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib", _IN_PYGAME, ("jpeg",), "libjpeg62-turbo"),
    Native("libtiff", "libtiff", _IN_PYGAME, ("tiff",), "libtiff6"),
    Native("libwebp", "BSD-3-Clause", _IN_PYGAME, ("webp", "sharpyuv"), "libwebp7"),
    Native("Ogg", "BSD-3-Clause", _IN_PYGAME, ("ogg",), "libogg0"),
    Native("Vorbis", "BSD-3-Clause", _IN_PYGAME, ("vorbis",), "libvorbis0a"),
    Native("Opus", "BSD-3-Clause", _IN_PYGAME, ("opus-",), "libopus0"),
    Native("opusfile", "BSD-3-Clause", _IN_PYGAME, ("opusfile",), "libopusfile0"),
    Native("FLAC", "BSD-3-Clause", _IN_PYGAME, ("FLAC",), "libflac12"),
    Native("WavPack", "BSD-3-Clause", _IN_PYGAME, ("wavpack",), "libwavpack1"),
    Native("mpg123", "LGPL-2.1-only", _IN_PYGAME, ("mpg123",), "libmpg123-0"),
    Native("libsndfile", "LGPL-2.1-or-later", _IN_PYGAME, ("sndfile",), "libsndfile1"),
    Native("FluidSynth", "LGPL-2.1-or-later", _IN_PYGAME, ("fluidsynth",), "libfluidsynth3"),
    Native("libxmp", "MIT", _IN_PYGAME, ("xmp",), "libxmp4"),
    Native("PortMidi", "MIT", _IN_PYGAME, ("portmidi",), "libportmidi0"),
    Native("ALSA", "LGPL-2.1-or-later", _IN_PYGAME, ("asound",), "libasound2"),
    Native("Brotli", "MIT", _IN_PYGAME, ("brotli",), "libbrotli1"),
    Native("LibYAML", "MIT", "inside PyYAML", ("yaml",), "libyaml-0-2"),
    Native("zlib", "Zlib", _IN_FOLDER, ("z.",), "zlib1g"),
    Native("bzip2", "bzip2-1.0.6", _IN_FOLDER, ("bz2",), "libbz2-1.0"),
    Native("liblzma", "0BSD", _IN_FOLDER, ("lzma",), "liblzma5"),
    Native("libffi", "MIT", _IN_FOLDER, ("ffi",), "libffi8"),
    Native("GCC's runtime", "GPL-3.0-or-later WITH GCC-exception-3.1", _IN_FOLDER, ("gcc_s", "stdc++"), ""),
)
"""The libraries inside the wheels of pygame-ce and PyYAML and beside the Python of a built folder.

As the wheel for Linux has them; those for Windows and macOS are made of the same ones.
"""


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


def strangers(names: Iterable[str]) -> list[str]:
    """Return those of these names of library files, as `libpng16-fefdc88d.so.16`, that no Native has."""
    known = tuple(f"lib{beginning}" for native in NATIVES for beginning in native.files)
    return sorted(name for name in names if not name.startswith((*known, "libpython")))


def wheel_files() -> list[str]:
    """Return the names of the library files inside the wheel of pygame-ce; none on Windows and macOS."""
    return [file.name for file in distribution("pygame-ce").files or () if "pygame_ce.libs" in file.parts]


def notices() -> str:
    """Return the notices of all natives, one after the other. Raises ValueError where one is missing."""
    found, missing = [NOTICES_HEAD], []
    for native in NATIVES:
        path = Path("/usr/share/doc") / native.debian / "copyright"
        if not native.debian:
            continue
        if not path.is_file():
            missing.append(native.debian)
            continue
        text = "\n".join(line.rstrip() for line in path.read_text("utf-8", "replace").splitlines())
        found.append(f"{'=' * 20} {native.name} ({native.licence})\n\n{text.strip()}\n")
    if missing:
        raise ValueError(f"The notices of some libraries are missing: apt-get install {' '.join(missing)}")
    return "\n\n".join(found)


NOTICES_HEAD = """\
The notices of the libraries inside pygame-ce, PyYAML and the built folder, as Debian collects them for each
source package: some of the files named there are examples or build scripts and are not shipped here. The text
of the LGPL 2.1 is in pygame_ce.txt."""


def check(folder: Path | None) -> int:
    """Say which library is on no list; the exit code."""
    files = wheel_files()
    if folder is not None:
        files += [path.name for path in (folder / "_internal").glob("lib*.so*")]
        files += [path.name for path in (folder / "_internal" / "pygame_ce.libs").glob("*.so*")]
    unknown = strangers(files)
    if unknown:
        print(f"No licence is noted for: {', '.join(unknown)}. Add it to NATIVES.", file=sys.stderr)
    return 1 if unknown else 0


def main() -> int:
    """Write the licences, or check the list."""
    unknown = needed() - LICENCES.keys()
    if unknown:
        print(f"No licence is noted for: {', '.join(sorted(unknown))}. Add it to LICENCES.", file=sys.stderr)
        return 1
    if sys.argv[1:2] == ["--check"]:
        return check(Path(sys.argv[2]) if len(sys.argv) > 2 else None)
    if check(None):
        return 1
    FOLDER.mkdir(exist_ok=True)
    lines = ["# Written by packaging/licences.py: what is shipped, under which licence, and what for.\n"]
    natives = {native.name: (native.licence, native.use) for native in NATIVES}
    for name, (licence, use) in {**LICENCES, **natives, **BESIDE}.items():
        lines.append(f'\n[[shipped]]\nname = "{name}"\nlicence = "{licence}"\nuse = "{use}"\n')
    try:
        (FOLDER / "natives.txt").write_text(notices(), encoding="utf-8")
    except ValueError as problem:
        print(problem, file=sys.stderr)
        return 1
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
