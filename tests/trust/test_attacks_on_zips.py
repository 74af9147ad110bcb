"""Zips that were made to do harm: each is refused in sentences, at once, in little memory."""

from __future__ import annotations

import copy
import io
import struct
import sys
import time
import zipfile
from pathlib import Path

import pytest

from game.authoring.compiler import compile_pack
from game.authoring.diagnostics import as_text
from game.commands.zips import MOST_BYTES, art_of
from tests.authoring.packs import codes, good_pack
from tests.trust.running import bounded, of_pack, zipped
from tests.trust.watch import watched

DRAWING = b"<svg viewBox='0 0 1 1'/>"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.long
def test_zip_bombs(tmp_path: Path, home: Path) -> None:
    bomb = b" " * (MOST_BYTES - 1)
    pack = of_pack(good_pack(tmp_path))
    many = zipped(tmp_path / "many.zip", pack | {f"chapters/01_a/s{n}.yaml": bomb for n in range(40)})
    assert many.stat().st_size < 2_000_000
    done = bounded(home, "check", str(many), seconds=60)
    assert "Y216" in done.stdout
    art = zipped(tmp_path / "art.zip", pack | {f"art/p{n}.svg": bomb for n in range(40)})
    art_of(art)
    unpacked = [file.stat().st_size for file in home.rglob("*") if file.is_file()]
    assert sum(unpacked) <= 256 * 2**20
    inner = zipped(tmp_path / "inner.zip", {"pack.yaml": b"a: b\n"})
    for level in range(20):
        inner = zipped(tmp_path / f"in{level}.zip", {"next.zip": inner.read_bytes()})
    assert bounded(home, "check", str(inner)).returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_zip_that_lies_about_its_sizes(tmp_path: Path, home: Path) -> None:
    whole = zipped(
        tmp_path / "pack.zip", of_pack(good_pack(tmp_path)) | {"a.yaml": b" " * 100_000}
    ).read_bytes()
    told = struct.pack("<I", 100_000)
    for lie in (0, 10, 2**31, 2**32 - 1):
        path = tmp_path / f"lie{lie}.zip"
        path.write_bytes(whole.replace(told, struct.pack("<I", lie)))
        bounded(home, "check", str(path))


NAMES = [
    "../out.svg", "art/../../out.svg", "/out.svg", "art/..\\..\\out.svg", "C:\\out.svg", "art/C:out.svg",
    "art/nul.svg", "art/con.svg", "art/aux.svg.svg",
    "art/a\0b.svg", "art/a\nb.svg", "art/a b.svg", "art/.svg",
    "art/\u202egvs.svg", "art/" + "a" * 5000 + ".svg", "//server/share.svg", "art//x.svg", "art/./x.svg",
    "art/x.svg/", "art/\x1b[31m.svg",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_no_name_in_a_zip_leads_out_of_the_cache(name: str, tmp_path: Path, home: Path) -> None:
    files = of_pack(good_pack(tmp_path))
    path = zipped(tmp_path / "pack.zip", files | {name: b"<svg viewBox='0 0 1 1'/>"})
    with watched(home):
        found = art_of(path)
        text = as_text(compile_pack(path).diagnostics)
    assert "\x1b" not in text and "\u202e" not in text
    if found is not None:
        assert all(file.parent == found for file in found.rglob("*") if file.is_file())


@pytest.mark.parametrize("ending", [".yaml", ".svg"])
def test_files_of_a_zip_that_lie_over_one_another_are_not_unpacked(
    ending: str, tmp_path: Path, home: Path
) -> None:
    made, whole = io.BytesIO(), b" " * 15 * 2**20
    folder = "art/p" if ending == ".svg" else "chapters/01_a/s"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in of_pack(good_pack(tmp_path)).items():
            archive.writestr(name, content)
        archive.writestr(f"{folder}0000{ending}", whole)
        for number in range(1, 1_500):  # 22 GB, in a file of 120 kB
            again = copy.copy(archive.filelist[-1])
            again.filename = again.orig_filename = f"{folder}{number:04}{ending}"
            archive.filelist.append(again)
    path = tmp_path / "pack.zip"
    path.write_bytes(made.getvalue())
    assert len(made.getvalue()) < 200_000
    begun = time.perf_counter()
    found = compile_pack(path)
    assert ("Y212" in codes(found)) is (ending == ".yaml")
    art_of(path)
    assert time.perf_counter() - begun < 30
    assert sum(file.stat().st_size for file in home.rglob("*") if file.is_file()) < 20 * 2**20


COLLIDING = {
    "PACK.YAML": "Y207", "Pack.yaml": "Y210", "FACTS.yaml": "Y210",
    "chapters/01_A/x.yaml": "Y209",
}  # fmt: skip
"""Names that are those of a good pack but for capitals, and what is said of them."""


@pytest.mark.parametrize("name", COLLIDING)
@pytest.mark.parametrize("is_zip", [False, True])
def test_names_that_differ_in_capitals_alone_are_told(name: str, is_zip: bool, tmp_path: Path) -> None:
    pack = good_pack(tmp_path)
    if is_zip:
        path = zipped(tmp_path / "pack.zip", of_pack(pack) | {name: b"scene: x\n"})
    else:
        path = pack
        if (pack / name).exists():
            pytest.skip("this disk takes both names for one")
        (pack / name).parent.mkdir(exist_ok=True)
        (pack / name).write_text("scene: x\n")
    found = compile_pack(path)
    assert found.story is None
    assert COLLIDING[name] in codes(found)


def test_pictures_that_differ_in_capitals_alone_are_taken_by_their_own_names(tmp_path: Path) -> None:
    names = ("art/lamp.svg", "art/Lamp.svg", "art/LAMP.SVG", "art/lamp.PNG")
    path = zipped(tmp_path / "pack.zip", of_pack(good_pack(tmp_path)) | dict.fromkeys(names, DRAWING))
    assert compile_pack(path).story is not None
    found = art_of(path)
    assert found is not None
    unpacked = {f"art/{file.name}" for file in found.iterdir()} - {"art/.whole"}
    assert unpacked <= set(names)
    assert all(file.read_bytes() == DRAWING for file in found.iterdir() if file.name != ".whole")
