"""Reads the case files of tests/cases: a smallest bad pack each, over the smallest good one.

A case file holds the virtual files that differ from the good pack:

    ## file: chapters/01_a/x.yaml      the lines below, up to the next `## `, are this file
    ## without: facts.yaml             the good pack's file is left out
    ## place: picture                  a picture that the game is said to bring along
    ## file: a.yaml encoding=utf-16    written in another encoding
    ## file: a.yaml repeat=20001       its lines written so often, `{n}` counted up
    ## link: facts.yaml                a link that leads out of the pack
    ## zip: broken                     the pack is a file that is no zip
    ## expect: Y211 pack.yaml:1        a finding in a file that has no line to mark
    ## see: test_pack_files.py         what cannot be written here; that file tests this code

A line `#! CODE` or `#! CODE@COLUMN` is left out of the file; it says what is found in the line below it.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

CASES = Path(__file__).parent.parent / "cases"
GOOD = CASES / "good"


@dataclass
class Case:
    """One case: the files to write, what is expected as (code, file, line, column or None), and the rest."""

    files: dict[str, str] = field(default_factory=dict)
    encodings: dict[str, str] = field(default_factory=dict)
    repeats: dict[str, int] = field(default_factory=dict)
    without: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    zip: str = ""
    see: str = ""
    expected: list[tuple[str, str, int, int | None]] = field(default_factory=list)

    def write(self, folder: Path) -> Path:
        """Write the pack into a folder; return its path."""
        pack = folder / "pack"
        if self.zip:
            pack.write_text("no zip at all")
            return pack
        shutil.copytree(GOOD, pack)
        for name in self.without:
            (pack / name).unlink()
        for name in self.links:
            (folder / "outside.yaml").write_text("secret: x\n")
            (pack / name).unlink(missing_ok=True)
            (pack / name).symlink_to(folder / "outside.yaml")
        for name, text in self.files.items():
            path = pack / name
            path.parent.mkdir(parents=True, exist_ok=True)
            count = self.repeats.get(name, 1)
            whole = text if count == 1 else "".join(text.replace("{n}", str(n)) for n in range(count))
            path.write_bytes(whole.encode(self.encodings.get(name, "utf-8")))
        return pack


def read_case(path: Path) -> Case:
    """Read a case file."""
    case = Case()
    name, lines = "", list[str]()
    for line in [*path.read_text(encoding="utf-8").split("\n"), "## end:"]:
        if found := re.fullmatch(r"## (\w+):\s*(.*)", line):
            if name:
                case.files[name] = "\n".join(lines) + ("\n" if lines else "")
            name, lines = "", []
            key, _, options = found[2].partition(" ")
            match found[1]:
                case "file":
                    name = key
                    for option, value in re.findall(r"(\w+)=(\S+)", options):
                        if option == "encoding":
                            case.encodings[name] = value
                        else:
                            case.repeats[name] = int(value)
                case "without":
                    case.without.append(found[2])
                case "place":
                    case.places.append(found[2])
                case "link":
                    case.links.append(found[2])
                case "zip":
                    case.zip = found[2]
                case "see":
                    case.see = found[2]
                case "expect":
                    file, _, number = options.rpartition(":")
                    case.expected.append((key, file, int(number), None))
        elif line.startswith("#! "):
            for mark in line[3:].split():
                code, _, column = mark.partition("@")
                case.expected.append((code, name, len(lines) + 1, int(column) if column else None))
        elif name:
            lines.append(line)
    for written in case.files:
        case.files[written] = case.files[written].rstrip("\n") + "\n"
    return case


def case_files() -> list[Path]:
    """Return all case files in order."""
    return sorted(CASES.glob("*.yaml"))
