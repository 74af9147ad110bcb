"""Every parser of a file from elsewhere, given broken files: an answer or a sentence, and never more."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import strategies as st

from game import disk
from game.authoring.compiler import compile_pack
from game.authoring.diagnostics import as_text
from game.class_report.gathering import gathered
from game.class_report.lines import NotText, lines_of
from game.class_report.report import class_view
from game.commands.zips import art_of, peeked
from game.desktop.keys import bound
from game.disk import DiskProblem
from game.pages.class_report import class_page
from game.story.code_signs import WrongCode
from game.story.compiled import DamagedPack, from_compiled, to_compiled
from game.story.playthrough import Playthrough
from game.story.replay_code import from_code, to_code
from tests.authoring.cases import GOOD
from tests.authoring.packs import good_pack
from tests.desktop.small_story import small_story
from tests.trust.fuzzing import TIMES, broken_bytes, broken_json, pack_zip, tried
from tests.trust.watch import watched

SAMPLE = (Path(__file__).parents[1] / "cases" / "sample" / "scenes.yaml").read_text(encoding="utf-8")
STORY = small_story()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    return tmp_path


def played(ways: int) -> Playthrough:
    playthrough = Playthrough.begin(STORY)
    for _ in range(ways):
        if not playthrough.ways:
            break
        playthrough = playthrough.choose(playthrough.ways[0].id)
    return playthrough


@TIMES
@pytest.mark.parametrize("name", ["pack.yaml", "chapters/01_a/x.yaml", "facts.yaml", "people.yaml"])
def test_a_pack_s_yaml(times: int, name: str, tmp_path: Path) -> None:
    pack = good_pack(tmp_path, {"chapters/01_a/x.yaml": SAMPLE})
    whole = (pack / name).read_bytes()

    def check(content: bytes) -> None:
        (pack / name).write_bytes(content)
        with watched(tmp_path):
            as_text(compile_pack(pack).diagnostics)
            peeked(pack, "title")

    tried(times, broken_bytes(whole) | st.text().map(lambda text: text.encode("utf-8", "replace")), check)


@TIMES
def test_a_pack_s_zip(times: int, tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"

    def check(content: bytes) -> None:
        path.write_bytes(content)
        with watched(tmp_path):
            as_text(compile_pack(path).diagnostics)
            peeked(path, "title")
            art_of(path)

    tried(times, broken_bytes(pack_zip(GOOD)) | st.binary(max_size=200), check)


@TIMES
def test_a_compiled_pack(times: int, tmp_path: Path) -> None:
    def check(plain: object) -> None:
        with watched(tmp_path):
            try:
                from_compiled(plain)
            except DamagedPack:
                return

    tried(times, broken_json(to_compiled(STORY)), check)


@TIMES
@pytest.mark.parametrize("as_bytes", [False, True])
def test_a_save(times: int, as_bytes: bool, tmp_path: Path) -> None:
    path, again = tmp_path / "save.json", tmp_path / "again.json"
    disk.save_game(path, played(4).answered("question", "an answer"), name="Group F")
    whole = path.read_bytes()

    def check(made: object) -> None:
        path.write_bytes(made if isinstance(made, bytes) else json.dumps(made).encode())
        with watched(tmp_path):
            try:
                replay = disk.load_game(path, STORY)
            except DiskProblem:
                return
            disk.save_game(again, replay.playthrough)
            assert disk.load_game(again, STORY).playthrough.steps == replay.playthrough.steps

    tried(times, broken_bytes(whole) if as_bytes else broken_json(json.loads(whole)), check)


@TIMES
def test_a_list_of_saves(times: int, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "saves" / STORY.played_as
    disk.save_game(folder / "good.json", played(2))
    whole = (folder / "good.json").read_bytes()

    def check(content: bytes) -> None:
        (folder / "odd.json").write_bytes(content)
        with watched(tmp_path):
            assert "good.json" in {saved.path.name for saved in disk.saved_games(STORY.played_as)}

    tried(times, broken_bytes(whole), check)


@TIMES
def test_a_replay_code(times: int, tmp_path: Path) -> None:
    whole = to_code(played(6))

    def check(code: str) -> None:
        with watched(tmp_path):
            try:
                again = from_code(STORY, code)
            except WrongCode:
                return
            assert to_code(again)

    signs = st.text("0123456789ABCDEFGHJKMNPQRTVWXYZ-ilosu \n", max_size=400)
    near = broken_bytes(whole.encode()).map(lambda code: code.decode("latin-1"))
    tried(times, near | signs | st.text(), check)


@TIMES
def test_settings(times: int, tmp_path: Path) -> None:
    disk.save_settings(disk.Settings(notes_read=("small",), keys=("folder=f",)))
    path = disk.user_folder() / "settings.json"
    plain = json.loads(path.read_text())

    def check(made: object) -> None:
        path.write_bytes(made if isinstance(made, bytes) else json.dumps(made).encode())
        with watched(tmp_path):
            settings = disk.load_settings()
            bound(settings.keys)
            disk.save_settings(settings)
            assert disk.load_settings() == settings
            assert 80 <= settings.text_size <= 200

    tried(times, broken_json(plain) | broken_bytes(json.dumps(plain).encode()), check)


@TIMES
def test_a_class_file(times: int, tmp_path: Path) -> None:
    code = to_code(played(6))
    whole = f"[10:01] Ann: {code}\n[10:02] Ben: {code.lower()}\n* {code} (again)\n".encode()

    def check(content: bytes) -> None:
        with watched(tmp_path):
            try:
                found = gathered(STORY, lines_of(io.BytesIO(content)), cores=1)
            except NotText:
                return
            if found.codes:
                class_page(class_view(STORY, found))

    tried(times, broken_bytes(whole) | st.binary(max_size=300), check)
