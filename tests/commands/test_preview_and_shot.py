"""`preview` and `shot` on the command line: what they take, what they write, what they say of a slip."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.cli import main
from game.commands.packs import compilation_of
from game.commands.scene_named import SceneNamed
from tests.desktop.small_pack import edited, small_pack


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return small_pack(tmp_path)


def test_shot_writes_a_picture_of_the_size_asked_for(pack: Path, tmp_path: Path) -> None:
    picture = tmp_path / "made" / "office.png"
    size = ["--size", "800x600", "--text-size", "150", "--contrast", "--typeface", "sans"]
    assert main(["shot", "office", "--pack", str(pack), "-o", str(picture), *size]) == 0
    assert pygame.image.load(picture).get_size() == (800, 600)


@pytest.mark.parametrize("screen", ["title", "debrief", "folder", "settings"])
def test_shot_draws_other_screens(pack: Path, tmp_path: Path, screen: str) -> None:
    picture = tmp_path / "screen.png"
    assert main(["shot", screen, "--pack", str(pack), "-o", str(picture)]) == 0
    assert picture.stat().st_size > 1000


def test_shot_keeps_a_file_that_is_there(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "office.png"
    picture.write_bytes(b"mine")
    command = ["shot", "office", "--pack", str(pack), "-o", str(picture)]
    assert main(command) == 1
    assert picture.read_bytes() == b"mine"
    assert "replace it with --force" in capsys.readouterr().err
    assert main([*command, "--force"]) == 0
    assert picture.read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["offcie"], "There is no scene 'offcie' in {pack}. Did you mean office?"),
        (["office", "--given", "coal = 20"], "error[V126]"),
        (["office", "--given", "caol = 2"], "did you mean `coal`"),
        (["office", "--given", "told = 2"], "error[V125]"),
        (["office", "--size", "big"], "--size is width x height"),
        (["office", "--text-size", "900"], "--text-size is 80 to 200"),
        (["nowhere.yaml"], "There is no file nowhere.yaml"),
    ],
)
def test_a_slip_is_told_and_nothing_is_written(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    picture = tmp_path / "x.png"
    assert main(["shot", *arguments, "--pack", str(pack), "-o", str(picture)]) == 2
    assert said.format(pack=pack) in capsys.readouterr().err
    assert not picture.exists()


def test_shot_of_a_pack_with_mistakes_names_them(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(pack, "10_stop.yaml", "to: office\n  - id", "to: ofice\n  - id")
    assert main(["shot", "office", "--pack", str(pack), "-o", str(tmp_path / "x.png")]) == 1
    assert "error[L101]: there is no scene `ofice`" in capsys.readouterr().err


def test_preview_refuses_a_scene_that_is_not_there_before_it_opens_a_window(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", "offcie", "--pack", str(pack)]) == 2
    assert "Did you mean office?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "scene"), [(0, "office"), (3, "office"), (13, "office"), (15, "end"), (99, "end")]
)
def test_a_line_of_a_file_is_the_scene_that_it_stands_in(pack: Path, line: int, scene: str) -> None:
    file = pack / "chapters" / "01_evening" / "20_office.yaml"
    start = SceneNamed(pack, file=file, line=line).start(compilation_of(pack))
    assert start.scene == scene


def test_a_file_without_a_scene_is_the_beginning_of_its_pack(pack: Path) -> None:
    assert SceneNamed(pack, file=pack / "pack.yaml").start(compilation_of(pack)).scene == "stop"


def test_given_is_read_with_or_without_its_brackets(pack: Path) -> None:
    for text in ("coal = 5, told = true", "[coal = 5, told = true]"):
        start = SceneNamed(pack, "office", given=text).start(compilation_of(pack))
        assert start.given == {"coal": "5", "told": "true"}
