"""Packs as zips and as extensions: checked, played, found by name, and kept compiled until a file changes."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from game import shipped
from game.commands.packs import art_folders, find_pack, known_packs, open_story
from game.commands.zips import peeked
from game.disk import save_game
from game.story.playthrough import Playthrough, Start

Run = Callable[..., tuple[int, str, str]]
ROOM = Path(__file__).parent.parent / "packs" / "reading_room"


@pytest.fixture
def zipped(run: Run) -> Path:
    """The zip of an extension, made as docs/authors.md says: its folder is inside."""
    run("new", "my_class", "--extends", "third_chair")
    return Path(shutil.make_archive("my_class", "zip", ".", "my_class")).relative_to(Path.cwd())


def test_a_zip_is_checked(zipped: Path, run: Run) -> None:
    assert run("check", "--strict", "my_class.zip")[:2] == (0, "my_class.zip: no errors, no warnings.\n")


def test_a_zip_is_played(zipped: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree("my_class")
    story = open_story(zipped)
    assert (story.id, story.extension) == ("third_chair", "my_class")
    playthrough = Playthrough.begin(story, Start("desk", {"hours": "2"}))
    assert playthrough.ways[0].id == "in_tray/my_class_stove"


def test_a_zip_in_the_user_s_folder_is_known_by_its_name(zipped: Path, home: Path, run: Run) -> None:
    (home / "packs").mkdir(parents=True)
    shutil.move(zipped, home / "packs" / "my_class.zip")
    shutil.rmtree("my_class")
    assert known_packs() == ("my_class", "third_chair")
    assert find_pack("my_class") == home / "packs" / "my_class.zip"
    assert run("check", "--strict", "my_class")[0] == 0


def test_folders_around_the_pack_in_a_zip_do_not_matter(tmp_path: Path, home: Path, run: Run) -> None:
    shutil.copytree(ROOM, tmp_path / "around" / "to send" / "room")
    room = Path(shutil.make_archive("room", "zip", tmp_path / "around"))
    assert run("check", str(room))[0] == 0
    assert peeked(room, "title") == "The Reading Room"
    (art,) = art_folders(room)
    assert [file.name for file in sorted(art.glob("*.svg"))] == ["notice.svg", "reading_room.svg"]


def test_an_extension_of_a_zip(home: Path, run: Run) -> None:
    (home / "packs").mkdir(parents=True)
    shutil.make_archive(str(home / "packs" / "reading_room"), "zip", ROOM)
    assert run("new", "attic", "--extends", "reading_room")[0] == 0
    assert run("check", "attic")[0] == 0
    assert open_story(Path("attic")).extension == "attic"
    assert [folder.parent.name for folder in art_folders(Path("attic"))] == ["art"]


def test_the_pictures_of_a_zip_are_found(run: Run, home: Path) -> None:
    room = Path(shutil.make_archive("room", "zip", ROOM))
    (folder,) = art_folders(room)
    assert sorted(path.name for path in folder.glob("*.svg")) == ["notice.svg", "reading_room.svg"]
    assert folder.is_relative_to(home / "cache")


def test_no_picture_of_a_zip_lands_outside_its_folder(home: Path) -> None:
    with zipfile.ZipFile("bad.zip", "w") as archive:
        archive.writestr("pack.yaml", "title: Bad\n")
        for name in (
            "art/../../evil.svg",
            "art/deep/er.svg",
            "art/run.exe",
            "art/.hidden.svg",
            "art/good.svg",
        ):
            archive.writestr(name, "<svg/>")
    (folder,) = art_folders(Path("bad.zip"))
    assert sorted(path.name for path in folder.iterdir()) == [".whole", "good.svg"]
    assert [path.name for path in home.rglob("*.svg")] == ["good.svg"]


def test_what_is_no_zip_is_said_to_be_none(run: Run) -> None:
    Path("notes.zip").write_text("no zip", encoding="utf-8")
    code, said, _ = run("check", "notes.zip")
    assert (code, "error[Y206]" in said) == (1, True)
    assert art_folders(Path("notes.zip")) == ()


@pytest.mark.parametrize(
    "name", ["my_class/pack.yaml", "my_class/chapters/01_december/10_stove.yaml", "my_class/"]
)
def test_a_file_of_a_pack_stands_for_the_pack(name: str, zipped: Path, run: Run) -> None:
    code, said, _ = run("check", name)
    assert (code, said.endswith("my_class: no errors, no warnings.\n")) == (0, True)


def test_the_folder_around_a_pack_is_told_from_it(run: Run) -> None:
    run("new", "outer/my_class", "--extends", "third_chair")
    assert run("check", "./outer") == (
        2,
        "",
        f"outer is no pack: it has no pack.yaml. Did you mean {Path('outer/my_class')}?\n",
    )


def kept_files(home: Path) -> list[Path]:
    return sorted((home / "cache" / "compiled").glob("*.json"))


def compiled_again(path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether opening a pack compiles it."""
    calls = []
    from game.commands import packs

    real = packs.compilation_of
    with monkeypatch.context() as patch:
        patch.setattr(packs, "compilation_of", lambda pack: calls.append(pack) or real(pack))
        open_story(path)
    return bool(calls)


def test_an_extension_is_kept_compiled_until_it_or_its_base_changes(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOM, "reading_room")
    run("new", "attic", "--extends", "./reading_room")
    attic = Path("attic")
    assert compiled_again(attic, home, monkeypatch)
    assert len(kept_files(home)) == 1
    assert not compiled_again(attic, home, monkeypatch)
    base = Path("reading_room/chapters/01_evening/10_door.yaml")
    text = base.read_text(encoding="utf-8")
    base.write_text(text.replace("Rain on the skylight", "Hail on the skylight"), encoding="utf-8")
    assert compiled_again(attic, home, monkeypatch)
    assert not compiled_again(attic, home, monkeypatch)
    letter = attic / "chapters" / "01_evening" / "10_stove.yaml"
    letter.write_text(letter.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert compiled_again(attic, home, monkeypatch)


def test_another_base_that_would_be_found_first_counts(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("new", "my_class", "--extends", "third_chair")
    assert compiled_again(Path("my_class"), home, monkeypatch)
    assert not compiled_again(Path("my_class"), home, monkeypatch)
    shutil.copytree(shipped.folder("scenes") / "third_chair", "third_chair")
    assert compiled_again(Path("my_class"), home, monkeypatch)


def test_a_zip_is_kept_compiled(zipped: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compiled_again(zipped, home, monkeypatch)
    assert not compiled_again(zipped, home, monkeypatch)


def test_the_debrief_of_an_extension_s_save_knows_its_letters(home: Path, run: Run) -> None:
    run("new", "my_class", "--extends", "third_chair")
    playthrough = Playthrough.begin(open_story(Path("my_class")), Start("desk", {"hours": "2"}))
    playthrough = playthrough.choose("in_tray/my_class_stove").choose("look")
    save_game(Path("game.json"), playthrough)
    assert json.loads(Path("game.json").read_text(encoding="utf-8"))["extension"] == "my_class"
    shutil.copytree("my_class", home / "packs" / "my_class")
    code, _, complained = run("debrief", "game.json")
    assert (code, complained) == (0, "")
    assert "Send somebody to Barracks 6 tonight" in Path("debrief.html").read_text(encoding="utf-8")
