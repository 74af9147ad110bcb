"""`map`: what it writes, what it keeps, and what it says where it cannot."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from game.cli import main
from game.commands import map as story_map

PACK = str(Path(__file__).parent / "packs" / "reading_room")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("THIRD_CHAIR_DEBUG", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(story_map, "find_spec", lambda name: None if name == "pygraphviz" else found(name))


@pytest.mark.usefixtures("graphviz")
@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("map.html", "<!doctype html>\n"),
        ("plan.SVG", '<svg xmlns="http://www.w3.org/2000/svg"'),
        ("a/plan.mmd", "flowchart TD\n"),
    ],
)
def test_the_files_name_says_what_is_written(
    name: str, start: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["map", PACK, "-o", name]) == 0
    assert capsys.readouterr().out == f"Written: {Path(name)}\n"
    assert (folder / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.usefixtures("graphviz")
def test_without_a_name_it_is_a_page_and_a_dash_is_the_standard_output(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["map", PACK]) == 0
    page = (folder / "map.html").read_text(encoding="utf-8")
    assert "Rain on the skylight." in page
    capsys.readouterr()
    assert main(["map", PACK, "-o", "-"]) == 0
    assert capsys.readouterr().out == page


@pytest.mark.usefixtures("graphviz")
def test_the_shipped_story_has_all_its_scenes_in_the_map(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["map", "--chapter", "december", "-o", "-"]) == 0
    page = capsys.readouterr().out
    assert page.count('<article class="sheet"') >= 33
    assert 'class="sheet lost-sheet"' not in page


def test_a_file_that_is_there_is_kept_unless_forced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "map.mmd").write_text("mine", encoding="utf-8")
    assert main(["map", PACK, "-o", "map.mmd"]) == 1
    assert capsys.readouterr().err == (
        "map.mmd is there already. Name another file, or replace it with --force.\n"
    )
    assert (folder / "map.mmd").read_text(encoding="utf-8") == "mine"
    assert main(["map", PACK, "-o", "map.mmd", "--force"]) == 0
    assert (folder / "map.mmd").read_text(encoding="utf-8").startswith("flowchart TD\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "map.png"], "map.png: the file of a map ends in .html, .svg or .mmd.\n"),
        (["--chapter", "evenign"], "There is no chapter 'evenign' in reading_room. Did you mean evening?\n"),
        (["--chapter", "x"], "There is no chapter 'x' in reading_room. There are: evening.\n"),
    ],
)
def test_wrong_usage_ends_with_2(
    arguments: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["map", PACK, *arguments]) == 2
    assert capsys.readouterr().err == said
    assert not list(folder.glob("map*"))


@pytest.mark.usefixtures("no_library")
def test_an_installed_game_without_the_library_is_told_what_to_install(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["map", PACK]) == 1
    said = capsys.readouterr().err
    assert "python3 -m pip install 'third-chair[author]'" in said
    assert not (folder / "map.html").exists()


@pytest.mark.usefixtures("no_library")
def test_mermaid_needs_no_library(folder: Path) -> None:
    assert main(["map", PACK, "-o", "map.mmd"]) == 0
    assert (folder / "map.mmd").exists()
