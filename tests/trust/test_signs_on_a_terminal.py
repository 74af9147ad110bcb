"""Signs that steer a terminal or turn a text about, brought in where the checker of packs never looks.

That a pack which holds them is refused is tried in test_attacks_on_packs.py; here each place shows them.
"""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from game import disk
from game.authoring.compiler import compile_pack
from game.cli import main
from game.commands.pack_library import found_packs
from game.commands.packs import open_story
from game.commands.zips import peeked
from game.desktop.bench import FoundPack
from game.story.model import Story
from game.story.playthrough import Playthrough
from game.story.replay_code import to_code
from tests.authoring.packs import good_pack
from tests.terminal.conftest import play, story  # noqa: F401 - fixtures
from tests.terminal.scripted import Play
from tests.trust.poison import poisoned

SIGNS = "\x1b[31mred\x1b]0;title\x07\x9b2J\u202eevil\u2066\x08\x7f"
STEERS = frozenset("\x1b\x07\x9b\x08\x7f\u202e\u2066\0")
ROOM = Path(__file__).parents[1] / "packs" / "reading_room"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str, typed: str = "q\n"
) -> str:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert main([*arguments]) in (0, 1, 2)
    said = capsys.readouterr()
    assert not STEERS & set(said.out + said.err), (arguments, said)
    return said.out + said.err


def test_a_story_that_no_checker_has_seen_is_played_without_them(story: Story, play: Play) -> None:  # noqa: F811
    keys = ["", "1", "", "n", "f", "r", "p", "?", "d", ""] * 5
    said = play(*keys, of=poisoned(story, SIGNS), note=True).text
    assert len(said) > 3_000
    assert "red" in said
    assert "evil" in said
    assert not STEERS & set(said)


def test_the_label_of_a_save_is_shown_without_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    playthrough = Playthrough.begin(open_story(ROOM))
    path = disk.new_save_path("reading_room")
    disk.save_game(path, playthrough.choose(playthrough.ways[0].id))
    save = json.loads(path.read_text())
    save["label"] = dict.fromkeys(save["label"], SIGNS) | {"is_over": False}
    path.write_text(json.dumps(save))
    said = told(capsys, monkeypatch, "play", str(ROOM), "--text")
    assert "evil" in said


@pytest.mark.parametrize(
    "field", ["story", "extension", "version", "start", "steps", "format", "answers", "votes"]
)
def test_no_field_of_a_save_is_quoted_with_them(
    field: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    playthrough = Playthrough.begin(open_story(ROOM))
    path = Path("game.json")
    disk.save_game(path, playthrough.choose(playthrough.ways[0].id))
    whole = json.loads(path.read_text())
    for value in (SIGNS, [[SIGNS, SIGNS]], {SIGNS: SIGNS, "scene": SIGNS}):
        path.write_text(json.dumps({**whole, field: value}))
        told(capsys, monkeypatch, "debrief", str(path), "-fo", "out.html")
        told(capsys, monkeypatch, "play", str(ROOM), "--text", "--save", str(path))
        told(capsys, monkeypatch, "explain", str(path))


@pytest.mark.parametrize("command", ["debrief", "class", "check", "play", "explain", "preview", "shot"])
def test_what_is_typed_is_quoted_without_them(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    more = ["--text"] if command == "play" else []
    assert told(capsys, monkeypatch, command, SIGNS.replace("\0", ""), *more)
    assert told(capsys, monkeypatch, command, str(ROOM), "--" + SIGNS)


def test_no_line_of_a_class_is_quoted_with_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code = to_code(Playthrough.begin(open_story(ROOM)))
    wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
    lines = [SIGNS, f"{SIGNS} Ann {SIGNS}: {code} {SIGNS}", f"{SIGNS}: {wrong} {SIGNS}"]
    Path("codes").write_text("\n".join(lines))
    said = told(capsys, monkeypatch, "class", "codes", "--pack", str(ROOM), "-o", "report.html")
    assert "Written: report.html (1 code)" in said
    assert not STEERS & set(Path("report.html").read_text())


@pytest.mark.parametrize(
    "kind", ["random", "zeros", "one line", "utf-16", "zip", "folder", "gone", "endless"]
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such devices")
def test_a_hostile_file_of_codes_ends_in_a_sentence(
    kind: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path("codes")
    contents = {
        "random": os.urandom(300_000), "zeros": bytes(1_000_000), "one line": b"K7QM2-" * 50_000,
        "utf-16": ("K7QM2-4TT0V\n" * 1_000).encode("utf-16")[:-1], "zip": b"PK\3\4" + bytes(1_000),
    }  # fmt: skip
    if kind in contents:
        path.write_bytes(contents[kind])
    elif kind == "folder":
        path.mkdir()
    elif kind == "endless":
        path.symlink_to("/dev/zero")
    assert told(capsys, monkeypatch, "class", "codes", "--pack", str(ROOM))
    assert not Path("class.html").exists()


def test_the_title_of_a_pack_that_is_not_opened_has_none_of_them(home: Path) -> None:
    pack = home / "packs" / "odd"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text(f"title: {SIGNS} {'W' * 1_000_000}\nid: {SIGNS}\n")
    found = next(one for one in found_packs() if one.path == pack)
    assert isinstance(found, FoundPack)
    assert "evil" in found.title
    assert not STEERS & set(found.title + found.id)
    assert len(found.title) == 500


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_in_the_place_of_a_pack_is_not_waited_for(home: Path) -> None:
    pack = home / "packs" / "odd"
    pack.mkdir(parents=True)
    os.mkfifo(pack / "pack.yaml")
    assert peeked(pack, "title") == ""
    assert len(found_packs(pack)) >= 1


def test_the_name_of_a_folder_is_told_without_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = good_pack(tmp_path)
    named = pack.rename(tmp_path / SIGNS.replace("/", ""))
    (named / "chapters/01_a" / f"{SIGNS}.yaml").write_text("scene: 3\n")
    assert compile_pack(named).story is None
    assert "error" in told(capsys, monkeypatch, "check", str(named))
