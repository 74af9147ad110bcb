"""Extensions: found beside the base or in the folders given, read together with it, kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring import Compilation, compile_pack
from tests.authoring.packs import codes, good_pack

HEAD = "format: 1\nid: extra\ntitle: Extra\nversion: 1.0.0\nextends: good\n"
LETTER = (
    "scene: extra_letter\ntitle: Another letter\ndeck: in_tray\nprovenance: invented\n"
    "facts: [telegram]\ntext: It is long.\n"
    "choices:\n"
    "  - {id: back, text: Lay it down., debrief: It lay there., to: return}\n"
    "  - {id: burn, text: Burn it., debrief: It burned., result: It burns., to: return}\n"
)


def extension(folder: Path, files: dict[str, str], **options: object) -> Compilation:
    good_pack(folder).rename(folder / "good")
    return compile_pack(write(folder / "extra", files), **options)


def write(pack: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = pack / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return pack


def test_an_extension_adds_to_its_base(tmp_path: Path) -> None:
    files = {
        "pack.yaml": HEAD + "variables: {extra_told: {type: flag}}\n",
        "chapters/01_a/letter.yaml": LETTER,
        "people.yaml": "extra_vera: {name: Vera}\n",
    }
    result = extension(tmp_path, files)
    assert codes(result) == []
    assert result.story is not None
    story = result.story
    assert (story.id, story.extension, story.title) == ("good", "extra", "The smallest good pack")
    assert story.scenes["extra_letter"].from_extension
    assert not story.scenes["letter"].from_extension
    assert story.scenes["extra_letter"].chapter == "a"
    assert [scene.id for scene in story.decks["in_tray"]] == ["extra_letter", "letter"]
    assert [v.id for v in story.variables if v.id.startswith("extra")] == ["extra_told", "extra_vera"]


def test_the_base_is_looked_for_in_the_folders_given(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    good_pack(tmp_path).rename(tmp_path / "packs" / "good-main")
    pack = write(tmp_path / "mine" / "extra", {"pack.yaml": HEAD, "chapters/01_a/letter.yaml": LETTER})
    assert codes(compile_pack(pack)) == ["Y215"]
    assert codes(compile_pack(pack, search=[tmp_path / "packs"])) == []


def test_a_name_of_the_base_cannot_be_used_again(tmp_path: Path) -> None:
    letter = LETTER.replace("extra_letter", "letter")
    result = extension(tmp_path, {"pack.yaml": HEAD, "chapters/01_a/letter.yaml": letter})
    assert codes(result) == ["S133"]
    assert "a.yaml:18" in result.diagnostics[0].help


def test_ids_begin_with_the_id_of_the_pack(tmp_path: Path) -> None:
    letter = LETTER.replace("extra_letter", "green_ink")
    result = extension(tmp_path, {"pack.yaml": HEAD, "chapters/01_a/letter.yaml": letter})
    assert codes(result) == ["P111"]
    assert result.diagnostics[0].help == "call it `extra_green_ink`"
    assert result.story is not None


def test_an_extension_has_no_start(tmp_path: Path) -> None:
    result = extension(tmp_path, {"pack.yaml": HEAD + "start: office\n"})
    assert codes(result) == ["S143"]


def test_an_extension_cannot_extend_an_extension(tmp_path: Path) -> None:
    write(tmp_path / "other", {"pack.yaml": HEAD.replace("extra", "other")})
    result = extension(tmp_path, {"pack.yaml": HEAD.replace("extends: good", "extends: other")})
    assert codes(result) == ["Y217"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("extends: 'good'", []),
        ('"extends": good  # the base', []),
        ("extends:   good", []),
        ("extends: goood", [("Y215", "did you mean `good`?")]),
        ("extend: good", [("S101", "did you mean `extends`?")]),
        ("base: good", [("S101", "did you mean `extends`?")]),
        ("extends: Good", [("Y215", "did you mean `good`?")]),
        ("extends: [good]", [("S105", "write the value alone, without brackets, dashes or keys")]),
    ],
)
def test_the_base_is_named_as_yaml_reads_it(tmp_path: Path, line: str, found: list[tuple[str, str]]) -> None:
    head = HEAD.replace("extends: good", line)
    result = extension(tmp_path, {"pack.yaml": head, "chapters/01_a/letter.yaml": LETTER})
    assert [(one.code, one.help) for one in result.diagnostics] == found


def test_a_folder_that_the_base_does_not_have(tmp_path: Path) -> None:
    (found,) = extension(tmp_path, {"pack.yaml": HEAD, "chapters/1_a/letter.yaml": LETTER}).diagnostics
    assert (found.code, found.help) == ("Y209", "did you mean the folder `01_a`?")


def test_extends_in_a_comment_or_a_text_is_none(tmp_path: Path) -> None:
    head = "# extends: good\nformat: 1\nid: alone\ntitle: Alone\nversion: 1.0.0\nstart: only\n"
    head += "content_note: |\n  It is said that this pack\n  extends: good\n"
    head += "chapters:\n  - {id: a, folder: 01_a}\n"
    scene = "scene: only\ntitle: Only\nprovenance: invented\ntext: X.\nending: {title: The end}\n"
    pack = write(tmp_path / "alone", {"pack.yaml": head, "chapters/01_a/only.yaml": scene})
    result = compile_pack(pack)
    assert codes(result) == []
    assert result.story is not None
    assert (result.story.id, result.story.extension) == ("alone", "")


def test_a_missing_base_is_the_only_finding(tmp_path: Path) -> None:
    letter = LETTER.replace("text: It is long.", "if: hours > 0\ntext: The [[troika]].")
    pack = write(tmp_path / "extra", {"pack.yaml": HEAD, "chapters/01_a/letter.yaml": letter})
    assert codes(compile_pack(pack)) == ["Y215"]


def test_mistakes_of_the_base_are_told_with_its_path(tmp_path: Path) -> None:
    base = good_pack(tmp_path, {"figures.yaml": "rows: {titel: X}\n"}).rename(tmp_path / "good")
    pack = write(tmp_path / "extra", {"pack.yaml": HEAD})
    (found,) = compile_pack(pack).diagnostics
    assert found.span.place == f"{base}/figures.yaml:1:8"


def test_warnings_of_the_base_are_not_the_author_s(tmp_path: Path) -> None:
    base = good_pack(tmp_path, {"readings.yaml": "alone: {title: A plan}\n"})
    assert codes(compile_pack(base)) == ["P113"]
    base.rename(tmp_path / "good")
    pack = write(tmp_path / "extra", {"pack.yaml": HEAD, "chapters/01_a/letter.yaml": LETTER})
    assert codes(compile_pack(pack)) == []
