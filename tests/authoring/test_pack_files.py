"""Folders and zips: what is read, what is refused, and within which bounds."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from game.authoring import compile_pack, pack_files
from tests.authoring.packs import codes, good_pack


def zipped(pack: Path, target: Path, prefix: str = "") -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(pack.rglob("*")):
            if path.is_file():
                archive.write(path, prefix + path.relative_to(pack).as_posix())
    return target


@pytest.mark.parametrize("prefix", ["", "good-main/", "to send/good-main/"])
def test_a_zip_is_read_like_its_folder(tmp_path: Path, prefix: str) -> None:
    pack = good_pack(tmp_path)
    from_zip = compile_pack(zipped(pack, tmp_path / "good.zip", prefix))
    assert codes(from_zip) == []
    assert from_zip.story == compile_pack(pack).story
    assert from_zip.where["scene", "x"].place == f"{tmp_path}/good.zip/chapters/01_a/x.yaml:1:8"


def test_files_of_the_zip_makers_are_left_out(tmp_path: Path) -> None:
    target = zipped(good_pack(tmp_path), tmp_path / "good.zip", "good/")
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("__MACOSX/good/._pack.yaml", b"\0\5\26\7")
        archive.writestr("good/.DS_Store", b"\0\0")
    assert codes(compile_pack(target)) == []


@pytest.mark.parametrize(
    "name", ["../secret.yaml", "/etc/secret.yaml", "C:/secret.yaml", "a\\..\\..\\secret.yaml"]
)
def test_a_path_in_a_zip_that_leaves_the_pack_is_refused(tmp_path: Path, name: str) -> None:
    target = zipped(good_pack(tmp_path), tmp_path / "good.zip")
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), "secret: x\n")
    assert codes(compile_pack(target)) == ["Y205"]


def test_two_packs_in_one_zip_are_one_finding(tmp_path: Path) -> None:
    """Y223"""
    pack = good_pack(tmp_path)
    target = zipped(pack, tmp_path / "both.zip", "first/")
    with zipfile.ZipFile(target, "a") as archive:
        archive.write(pack / "pack.yaml", "second/pack.yaml")
    (found,) = compile_pack(target).diagnostics
    assert (found.code, found.message) == ("Y223", "this zip holds several packs: `first/`, `second/`")


def test_without_pack_yaml_that_is_the_only_finding(tmp_path: Path) -> None:
    pack = good_pack(tmp_path)
    (pack / "pack.yaml").unlink()
    assert codes(compile_pack(zipped(pack, tmp_path / "good.zip", "good/"))) == ["Y211"]
    assert codes(compile_pack(pack)) == ["Y211"]


def test_a_zip_in_a_zip_is_one_finding(tmp_path: Path) -> None:
    """Y224"""
    inner = zipped(good_pack(tmp_path), tmp_path / "good.zip", "good/")
    with zipfile.ZipFile(tmp_path / "to_send.zip", "w") as archive:
        archive.write(inner, "good.zip")
    (found,) = compile_pack(tmp_path / "to_send.zip").diagnostics
    assert (found.code, found.help) == ("Y224", "unpack it once, and name the zip that is inside")


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    target = zipped(good_pack(tmp_path), tmp_path / "good.zip")
    with zipfile.ZipFile(target, "a") as archive:
        info = zipfile.ZipInfo("figures.yaml")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    assert codes(compile_pack(target)) == ["Y205"]


def test_a_zip_that_bursts_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = zipped(good_pack(tmp_path, {"figures.yaml": "# " + "a" * 40_000}), tmp_path / "good.zip")
    monkeypatch.setattr(pack_files, "MOST_BYTES_IN_ALL", 30_000)
    assert codes(compile_pack(target)) == ["Y216"]


def test_a_member_larger_than_the_bound_is_not_unpacked_further(tmp_path: Path, monkeypatch) -> None:
    target = zipped(good_pack(tmp_path, {"figures.yaml": "# " + "a" * 40_000}), tmp_path / "good.zip")
    monkeypatch.setattr(pack_files, "MOST_BYTES", 30_000)
    assert codes(compile_pack(target)) == ["Y202"]


def test_a_zip_with_a_password_cannot_be_opened(tmp_path: Path) -> None:
    target = zipped(good_pack(tmp_path), tmp_path / "good.zip")
    content = bytearray(target.read_bytes())
    # Bit 0 of the flags says that a file is encrypted: offset 6 of a local header, 8 of a central one.
    for sign, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = content.find(sign)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(sign, at + 4)
    target.write_bytes(bytes(content))
    result = compile_pack(target)
    assert set(codes(result)) == {"Y212"}
    assert result.story is None


@pytest.mark.parametrize("content", [b"", b"PK\3\4 broken", b"Rar!\x1a\x07"])
def test_what_is_no_zip(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "good.zip"
    target.write_bytes(content)
    assert codes(compile_pack(target)) == ["Y206"]


def test_more_files_than_the_bound(tmp_path: Path) -> None:
    pack = good_pack(tmp_path)
    (pack / "notes").mkdir()
    for number in range(2_001):
        (pack / "notes" / f"{number}.txt").touch()
    assert "Y203" in codes(compile_pack(pack))


def test_a_linked_folder_is_refused(tmp_path: Path) -> None:
    pack = good_pack(tmp_path)
    (pack / "chapters" / "round").symlink_to(pack)
    assert codes(compile_pack(pack)) == ["Y205"]


def test_hidden_files_notes_and_pictures_are_passed_over(tmp_path: Path) -> None:
    pack = good_pack(
        tmp_path, {"README.md": "x", ".git/config.yaml": "x", "art/desk.svg": "<svg/>", "notes.txt": "x"}
    )
    assert codes(compile_pack(pack)) == []


def test_files_are_merged_in_the_order_of_their_paths(tmp_path: Path) -> None:
    pack = good_pack(tmp_path)
    text = (pack / "facts.yaml").read_text()
    (pack / "facts").mkdir()
    (pack / "facts" / "b.yaml").write_text(text.replace("telegram:", "b_fact:"))
    (pack / "facts" / "a.yaml").write_text(text.replace("telegram:", "a_fact:"))
    story = compile_pack(pack).story
    assert story is not None
    assert list(story.facts) == ["telegram", "a_fact", "b_fact"] or list(story.facts) == [
        "a_fact",
        "b_fact",
        "telegram",
    ]
    (pack / "facts" / "c.yaml").write_text(text)
    assert codes(compile_pack(pack)) == ["S120"]
