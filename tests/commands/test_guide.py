"""docs/authors.md, followed literally: every command in it works, in its order, in an empty folder."""

from __future__ import annotations

import io
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
GUIDE = Path(__file__).parent.parent.parent / "docs" / "authors.md"
COMMAND = re.compile(r"^    python3 (main\.py|-m zipfile) (.+?)(?:  .*)?$", re.MULTILINE)


def test_every_command_of_the_guide_works(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    done = []
    for program, rest in COMMAND.findall(GUIDE.read_text(encoding="utf-8")):
        if program == "-m zipfile":
            assert rest == "-c my_class.zip my_class"
            shutil.make_archive("my_class", "zip", ".", "my_class")
            continue
        arguments = shlex.split(rest)
        if arguments[0] == "play":
            # In the terminal, with nobody typing.
            monkeypatch.setattr("sys.stdin", io.StringIO(""))
            arguments = [*arguments, "--text"]
        if arguments[0] in ("preview", "shot", "map", "explore"):
            continue  # a window, a library or a long search: they have tests of their own
        code, _, complained = run(*arguments)
        assert (rest, code, complained) == (rest, 0, "")
        done.append(arguments[0])
    assert done == [
        "new", "new", "check", "play", "schema", "check", "explain", "explain", "play", "check", "play",
        "new", "check", "play", "new",
    ]  # fmt: skip


def test_the_guide_names_what_new_writes(run: Run) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    said = run("new", "my_class", "--extends", "third_chair")[1]
    for path in re.findall(r"^  (my_class/\S+)", said, re.MULTILINE):
        assert f"    {path}" in guide


def test_the_finding_that_the_guide_shows_is_the_one_that_is_found(run: Run) -> None:
    run("new", "my_class", "--extends", "third_chair")
    run("new", "--scene", "school", "--in", "my_class", "--deck", "in_tray")
    file = Path("my_class/chapters/01_december/my_class_school.yaml")
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("    text: '"))
    lines[at] = "    txt: Write to the trust."
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    code, said, _ = run("check", "my_class")
    assert code == 1
    shown = "\n".join(f"    {line}" for line in said.splitlines()[:4])
    assert shown in GUIDE.read_text(encoding="utf-8")
