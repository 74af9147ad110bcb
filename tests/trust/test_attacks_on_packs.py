"""Packs that were made to do harm: each is refused in sentences, at once, in little memory.

Attacks that tests/authoring holds already (a zip with a path that leaves it, with a link, with a password,
with too many files, aliases, depth) are not repeated here, but for those whose damage is time or memory:
these run the whole program with a bound on both.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import struct
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from game.authoring.compiler import compile_pack
from game.commands.zips import peeked
from tests.authoring.packs import X, codes, good_pack
from tests.trust.running import bounded, told

ROOT = Path(__file__).parents[2]
HANGS = 60
"""Seconds. What blows up takes minutes; how fast things are is shown in tests/benchmarks."""
WAY = "choices:\n  - id: go\n    text: Go.\n    to: night\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize(
    ("megabytes", "name"),
    [
        (40, "chapters/01_a/x.yaml"),
        pytest.param(1024, "pack.yaml", marks=pytest.mark.long),
        pytest.param(1024, "chapters/01_a/x.yaml", marks=pytest.mark.long),
        pytest.param(1024, "art/lamp.svg", marks=pytest.mark.long),
    ],
)
def test_a_file_of_nothing_but_spaces(megabytes: int, name: str, tmp_path: Path, home: Path) -> None:
    pack = good_pack(tmp_path)
    (pack / name).parent.mkdir(exist_ok=True)
    with (pack / name).open("wb") as file:
        for _ in range(megabytes):
            file.write(b" " * 2**20)
    with zipfile.ZipFile(tmp_path / "pack.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in pack.rglob("*"):
            archive.write(path, path.relative_to(pack).as_posix())
    bounded(home, "check", str(pack), seconds=60)
    bounded(home, "play", str(tmp_path / "pack.zip"), "--text", seconds=60)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_bomb_of_aliases_and_one_of_depth(tmp_path: Path, home: Path) -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    bombs = {"x": "a0: &a0 [lol]\n" + levels, "deep": "[" * 200_000, "maps": "{a: " * 200_000}
    for name, text in bombs.items():
        (tmp_path / name).mkdir()
        pack = good_pack(tmp_path / name, {"chapters/01_a/x.yaml": text})
        done = bounded(home, "check", str(pack))
        assert done.returncode == 1
        assert len(done.stdout) < 100_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
@pytest.mark.parametrize(
    "name", ["pack.yaml", "facts.yaml", "chapters/01_a/x.yaml", "art/presidium_1934.svg"]
)
@pytest.mark.parametrize("kind", ["pipe", "zero", "random", "outside", "loop"])
def test_what_is_no_file_is_not_read(
    kind: str,
    name: str,
    tmp_path: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    pack = good_pack(tmp_path)
    place, secret = pack / name, tmp_path / "secret.yaml"
    secret.write_text("id: SECRETWORD\ntitle: SECRETWORD\n")
    place.parent.mkdir(exist_ok=True)
    place.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(place)
    else:
        targets = {"zero": "/dev/zero", "random": "/dev/urandom", "outside": str(secret), "loop": place.name}
        place.symlink_to(targets[kind])
    for command in (
        ["check", str(pack)],
        ["play", str(pack), "--text"],
        ["export", str(pack), "-fo", "x.html"],
    ):
        assert "SECRETWORD" not in told(home, monkeypatch, capsys, *command)


def png_bomb() -> bytes:
    """Return a PNG that says it has 60,000 x 60,000 pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    rows = zlib.compress(b"\0" * 10_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_bombs_in_png_and_ogg_are_never_decoded(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pygame

    from game.desktop.resources import Pictures

    def decoded(*arguments: object, **named: object) -> None:
        raise AssertionError("a picture or a sound of a stranger was decoded")

    pack = good_pack(tmp_path)
    (pack / "art").mkdir()
    for name in ("lamp.png", "lamp.jpg", "lamp.webp", "troika_room.png"):
        (pack / "art" / name).write_bytes(png_bomb())
    (pack / "art" / "lamp.svg").write_bytes(png_bomb())
    (pack / "art" / "telephone.ogg").write_bytes(b"OggS" + b"\0" * 100_000)
    (pack / "art" / "telephone.wav").write_bytes(b"RIFF\xff\xff\xff\xffWAVE" + b"\0" * 1000)
    monkeypatch.setattr(pygame.image, "load", decoded)
    monkeypatch.setattr(pygame.image, "load_extended", decoded)
    monkeypatch.setattr(pygame.mixer, "Sound", decoded)
    pictures = Pictures(ROOT / "assets", (pack / "art",))
    assert pictures.filling("lamp", 520, 768) is None
    assert pictures.filling("troika_room", 520, 768) is not None
    assert codes(compile_pack(pack)) == []


SIGNS = "\x1b[31mred\x1b]0;title\x07 \x9b2J \u202eevil\u2066 \x08\x7f"
"""What steers a terminal, and what turns a text about."""


@pytest.mark.parametrize("place", ["title", "scene", "key", "text", "choice", "comment", "name", "id", "url"])
def test_no_sign_that_steers_a_terminal_reaches_it(
    place: str,
    tmp_path: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for signs in (SIGNS, json.dumps(SIGNS)[1:-1]):
        quoted = f'"{signs}"'
        folder = tmp_path / f"{len(signs)}"
        folder.mkdir()
        scene = {
            "title": X.replace("title: X", f"title: {quoted}") + "text: |\n  Hi.\n" + WAY,
            "scene": X.replace("scene: x", f"scene: {quoted}") + "text: |\n  Hi.\n" + WAY,
            "key": X + f"{quoted}: 3\ntext: |\n  Hi.\n" + WAY,
            "text": X + f"text: {quoted}\n" + WAY,
            "choice": X + "text: |\n  Hi.\n" + WAY.replace("Go.", quoted),
            "comment": X + f"# {signs}\nnope: 1\ntext: |\n  Hi.\n" + WAY,
        }.get(place, X + "text: |\n  Hi.\n" + WAY)
        files = {"chapters/01_a/x.yaml": scene}
        if place == "name":
            files[f"chapters/01_a/{SIGNS.replace('/', '')}.yaml"] = "scene: zzz\n"
        pack = good_pack(folder, files)
        if place in ("id", "url"):
            text = (pack / "pack.yaml").read_text()
            (pack / "pack.yaml").write_text(
                f"{text}homepage: {quoted}\n" if place == "url" else f"id: {quoted}\n{text}"
            )
        assert compile_pack(pack).story is None
        for command in (["check", str(pack)], ["play", str(pack), "--text"]):
            said = told(home, monkeypatch, capsys, *command)
            assert "error" in said
            assert not any(sign in said for sign in "\x1b\x07\x9b\x08\x7f\u202e\u2066"), (command, said[:500])


def test_a_look_alike_id_is_told_apart(tmp_path: Path) -> None:
    # Cyrillic letters that look like Latin ones: two scenes that a reader could not tell apart.
    pack = good_pack(
        tmp_path, {"chapters/01_a/x.yaml": X.replace("scene: x", "scene: оffice") + "text: |\n  Hi.\n" + WAY}
    )
    assert "S134" in codes(compile_pack(pack)) or "S108" in codes(compile_pack(pack))


REPEATED = [
    " ", "\t", "\n", "-", ": ", "{", "[", "a: b\n", '"', "'",
    "#", "*", "&a ", "- ", "? ", "| ", "a:", "a: ", "[a, ", "<",
    '" ', 'a"', "\ufeff", "\\", "%a ", "!", "  a:\n",
    "...\n", "---\n", "\u2014 ", "a - ", "{if ", "[[a|", "[[a ", "**a",
    "A. ", "a\n\n  ", "\u0301", "\U0001f600",
]  # fmt: skip


@pytest.mark.parametrize("times", [20_000, pytest.param(300_000, marks=pytest.mark.long)])
@pytest.mark.parametrize(
    "head", ["", X + "text: |\n  ", X + 'text: |\n  Hi.\nchoices:\n  - id: go\n    if: "']
)
def test_no_sign_however_often_takes_long(head: str, times: int, tmp_path: Path) -> None:
    pack = good_pack(tmp_path)
    for sign in REPEATED:
        text = head + sign * (times // len(sign)) + ("x" if sign == " " else "") + "\n" + WAY
        (pack / "chapters/01_a/x.yaml").write_text(text)
        begun = time.perf_counter()
        compile_pack(pack)
        assert time.perf_counter() - begun < HANGS, repr(sign)


@pytest.mark.parametrize(
    "line", ["title: a" + " " * 200_000 + "a", "title: " + "a #" * 60_000, "title: '" * 20_000]
)
def test_a_title_is_found_at_once(line: str, tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(f"{line}\n" * 5)
    begun = time.perf_counter()
    peeked(tmp_path, "title")
    assert time.perf_counter() - begun < HANGS


@pytest.mark.parametrize(
    "expression",
    [
        "(" * 100_000, "not " * 20_000 + "warned",
        "warned and " * 20_000 + "warned", "standing >= " + "9" * 100_000,
        "warned" + " " * 100_000 + "x", "a" * 100_000,
        "a." * 50_000, "standing >= " + "-" * 50_000 + "1", "chose(" * 20_000,
    ],
)  # fmt: skip
def test_no_expression_takes_long(expression: str, tmp_path: Path) -> None:
    scene = (
        X + f'text: |\n  Hi.\nchoices:\n  - id: go\n    text: Go.\n    if: "{expression}"\n    to: night\n'
    )
    pack = good_pack(tmp_path, {"chapters/01_a/x.yaml": scene})
    begun = time.perf_counter()
    assert compile_pack(pack).story is None
    assert time.perf_counter() - begun < HANGS


@pytest.mark.parametrize(
    "sign", ["a-", "AAAAA-", "K7QM2-", "0A ", "2222A ", "A2222B2222", "K7QM2", "K7QM2-4TT0V-"]
)
def test_no_line_of_a_class_file_takes_long(sign: str) -> None:
    from game.class_report.gathering import gathered
    from game.class_report.lines import lines_of
    from tests.desktop.small_story import small_story

    content = (sign * (100_000 // len(sign))).encode() + b"\n"
    begun = time.perf_counter()
    gathered(small_story(), lines_of(io.BytesIO(content * 3)), cores=1)
    assert time.perf_counter() - begun < HANGS


def test_a_pack_that_is_the_whole_disk_is_not_walked(tmp_path: Path, home: Path) -> None:
    pack = good_pack(tmp_path)
    deep = pack / "chapters"
    for _ in range(60):
        deep = deep / "again"
    deep.mkdir(parents=True)
    begun = time.perf_counter()
    compile_pack(pack)
    assert time.perf_counter() - begun < HANGS
    shutil.rmtree(pack)
