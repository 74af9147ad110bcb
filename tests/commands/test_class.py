"""`class`, and replay codes on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from game.cli import main
from game.story.playthrough import Playthrough
from game.story.replay_code import from_code, to_code
from tests.story.replay_code_vectors import PACKS, story_of

PACK = str(PACKS / "reading_room")
STORY = story_of("reading_room")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def code(*ways: str) -> str:
    playthrough = Playthrough.begin(STORY)
    for way in ways:
        playthrough = playthrough.choose(way)
    return to_code(playthrough)


SHOWN, HIDDEN = code("show", "home", "passes"), code("hide", "home", "stops", "continue")


def test_a_chat_becomes_a_page_and_bad_lines_are_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chat = home / "chat.txt"
    chat.write_text(f"Berta: {SHOWN}\nCem: {HIDDEN.lower()}\nDilek {SHOWN[:-1]}\n", encoding="utf-8")
    assert main(["class", str(chat), "--pack", PACK]) == 0
    out, err = capsys.readouterr()
    assert out == "Written: class.html (2 codes)\n"
    assert err.startswith("Line 3: ")
    page = (home / "class.html").read_text(encoding="utf-8")
    assert "2 playthroughs, counted together." in page
    assert not any(name in page for name in ("Berta", "Cem", "Dilek", "chat.txt"))


def test_an_existing_page_is_kept(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "codes.txt").write_text(SHOWN, encoding="utf-8")
    (home / "class.html").write_text("mine", encoding="utf-8")
    assert main(["class", "codes.txt", "--pack", PACK]) == 1
    assert "class.html is there already" in capsys.readouterr().err
    assert (home / "class.html").read_text(encoding="utf-8") == "mine"
    assert main(["class", "codes.txt", "--pack", PACK, "--force"]) == 0


def test_the_same_as_json(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "codes.txt").write_text(f"{SHOWN}\n{SHOWN}\n{HIDDEN}\n", encoding="utf-8")
    assert main(["class", "codes.txt", "--pack", PACK, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["codes"], found["repeats"], found["lines"]) == (2, 1, 3)
    assert [way["taken"] for way in found["starts"][0]["decisions"][0]["ways"]] == [1, 1, 0]
    assert main(["class", "codes.txt", "--pack", PACK, "--json", "--repeats"]) == 0
    assert json.loads(capsys.readouterr().out)["codes"] == 3


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "There was no code."),
        (b"hello\n", "There was no code."),
        (
            b"K7QM2-4TT0V-9XA\nhello\n",
            "No code could be used.\nLine 1: Group 1 was mistyped. Please compare it once more.\n",
        ),
        (b"PK\x03\x04....", "codes.txt: This is no text file but a document"),
        (to_code(Playthrough.begin(story_of("two_rooms"))).encode(), "belong to another story"),
    ],
)
def test_a_file_without_codes_is_told_in_a_sentence(
    home: Path, capsys: pytest.CaptureFixture[str], content: bytes, message: str
) -> None:
    (home / "codes.txt").write_bytes(content)
    assert main(["class", "codes.txt", "--pack", PACK]) == 1
    assert message in capsys.readouterr().err
    assert not (home / "class.html").exists()


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["class", "nowhere.txt", "--pack", PACK]) == 1
    assert "nowhere.txt could not be read: No such file or directory." in capsys.readouterr().err


def test_a_code_becomes_a_debrief(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["debrief", SHOWN.lower(), "--pack", PACK, "-o", "page.html"]) == 0
    assert SHOWN in (home / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (f"{SHOWN[:2]}{'A' if SHOWN[2] != 'A' else 'B'}{SHOWN[3:]}", "Group 1 was mistyped."),
        (to_code(Playthrough.begin(story_of("two_rooms"))), "Which pack was played is said with --pack."),
        ("nowhere.json", "nowhere.json could not be read"),
    ],
)
def test_what_is_neither_save_nor_code_is_told(
    home: Path, capsys: pytest.CaptureFixture[str], typed: str, message: str
) -> None:
    assert main(["debrief", typed, "--pack", PACK, "-o", "page.html"]) == 1
    assert message in capsys.readouterr().err
    assert not (home / "page.html").exists()


def test_play_goes_on_where_a_code_ends_with_a_save_of_its_own(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert main(["play", PACK, "--text", "--replay", code("hide")]) == 0
    (save,) = (home / "home" / "saves" / "reading_room").glob("*.json")
    assert json.loads(save.read_text(encoding="utf-8"))["steps"] == [["door", "hide"]]


def test_play_keeps_a_save_that_is_there(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "mine.json").write_text("{}", encoding="utf-8")
    assert main(["play", PACK, "--text", "--replay", code("hide"), "--save", "mine.json"]) == 2
    assert "mine.json is there already." in capsys.readouterr().err
    assert (home / "mine.json").read_text(encoding="utf-8") == "{}"


def test_explore_prints_codes_of_random_playthroughs_that_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explore", PACK, "--walks", "12", "--codes", "--seed", "4"]) == 0
    codes = capsys.readouterr().out.split()
    assert len(codes) == 12
    assert all(from_code(STORY, each).is_over for each in codes)
    assert main(["explore", PACK, "--walks", "12", "--codes", "--seed", "4"]) == 0
    assert capsys.readouterr().out.split() == codes
    assert main(["explore", PACK, "--codes"]) == 2
    assert "--codes needs to know how many" in capsys.readouterr().err


@pytest.mark.usefixtures("graphviz")
def test_the_map_shows_how_many_of_a_class_came_where_and_went_which_way(home: Path) -> None:
    (home / "codes.txt").write_text(f"Berta {SHOWN}\nCem {HIDDEN}\n", encoding="utf-8")
    assert main(["map", PACK, "--heat", "codes.txt", "-o", "map.html"]) == 0
    page = (home / "map.html").read_text(encoding="utf-8")
    assert "of the 2 playthroughs of a class" in page
    assert "Reached by 50 %" in page
    assert "taken by 1 of 2" in page
    assert "Berta" not in page


def test_a_map_of_a_file_without_codes_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "codes.txt").write_text("hello\n", encoding="utf-8")
    assert main(["map", PACK, "--heat", "codes.txt", "-o", "map.html"]) == 1
    assert "There was no code." in capsys.readouterr().err
