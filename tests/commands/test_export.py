"""`export`: where it writes, what it refuses, and a teacher's pack with its base."""

from __future__ import annotations

import base64
import gzip
import json
import re
import zipfile
from pathlib import Path

import pytest

from game.cli import main
from game.commands.packs import find_pack, open_story
from tests.browser.conftest import PACKS
from tests.browser.test_page import part

ROOM = PACKS / "reading_room"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    return tmp_path


def test_a_page_is_written_and_its_size_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "room.html"
    assert main(["export", str(ROOM), "-o", str(output)]) == 0
    assert re.fullmatch(
        r"Written: .*room\.html \([01]\.\d\d MB\): The Reading Room 1\.0\.0, one page for any browser\.\n",
        capsys.readouterr().out,
    )
    assert output.read_text(encoding="utf-8").startswith("<!doctype html>\n")


def test_an_existing_file_is_kept_unless_told_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "room.html"
    output.write_text("mine", encoding="utf-8")
    assert main(["export", str(ROOM), "-o", str(output)]) == 1
    assert "is there already. Name another file, or replace it with --force." in capsys.readouterr().err
    assert output.read_text(encoding="utf-8") == "mine"
    assert main(["export", str(ROOM), "-o", str(output), "--force"]) == 0
    assert output.read_text(encoding="utf-8") != "mine"


def test_the_ending_of_the_name_has_to_fit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(ROOM), "-o", str(tmp_path / "room.zip")]) == 2
    assert "room.zip should end in .html." in capsys.readouterr().err


def test_a_package_for_a_learning_platform_is_a_zip_with_a_manifest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "room.zip"
    assert main(["export", str(ROOM), "--scorm", "-o", str(output)]) == 0
    assert "a SCORM 1.2 package for a learning platform.\n" in capsys.readouterr().out
    with zipfile.ZipFile(output) as archive:
        assert archive.namelist() == ["imsmanifest.xml", "index.html"]


def test_a_pack_with_mistakes_is_refused_with_their_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "broken"
    pack.mkdir()
    (pack / "pack.yaml").write_text("format: 1\nid: broken\n", encoding="utf-8")
    assert main(["export", str(pack), "-o", str(tmp_path / "broken.html")]) == 1
    assert "broken/pack.yaml:1:1: error" in capsys.readouterr().err
    assert not (tmp_path / "broken.html").exists()


def test_a_teachers_pack_is_exported_together_with_its_base(tmp_path: Path) -> None:
    pack = tmp_path / "class_7"
    assert main(["new", str(pack), "--extends", "third_chair"]) == 0
    output = tmp_path / "class_7.html"
    assert main(["export", str(pack), "-o", str(output)]) == 0
    story = open_story(find_pack(str(pack)))
    assert story.extension == "class_7"
    assert story.id == "third_chair"
    packed = part(output.read_text(encoding="utf-8"), r'id="story">([^<]*)<')
    carried = json.loads(gzip.decompress(base64.b64decode(packed)))
    scenes = carried["compiled"]["story"]["scenes"]
    assert carried["compiled"]["story"]["extension"] == "class_7"
    assert any(scene.startswith("class_7") for scene in scenes)
    assert story.start in scenes
