"""Saves that somebody else wrote: their labels, answers and ids, in the window, on pages, in the terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game import disk
from game.cli import main
from game.desktop.screens.answer import AnswerCard
from game.pages.debrief import debrief_page
from game.story.debrief import debrief_view
from game.story.model import Story
from game.story.playthrough import Playthrough
from game.story.replay import to_save
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import small_story

ODD_TEXTS = {
    "half a letter": "\ud800",
    "controls": "\x1b[31m\x9b2J\x07\0\x08",
    "turned about": "\u202etxt.exe\u2066",
    "lines": "a\nb\r\nc\u2028d",
    "a million letters": "W" * 1_000_000,
    "a hundred thousand words": "word " * 100_000,
    "stacked marks": "a" + "\u0301" * 20_000,
    "unseen": "\u200b\u2060\ufeff\u00ad",
    "no letters of any font": "\U000e0041\U0010ffff\ufffe",
}
ODD_VALUES: list[Any] = [None, True, -1, 10**30, 1e308, [], {}, [[[]]], {"a": {}}, "x" * 5_000]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def story() -> Story:
    return small_story()


def plain(story: Story, ways: int = 2) -> dict[str, Any]:
    playthrough = Playthrough.begin(story)
    for _ in range(ways):
        playthrough = playthrough.choose(playthrough.ways[0].id)
    label = {"scene_title": "The tray", "date": "1934-12-05", "name": "", "chapter": "December", "place": ""}
    return {**to_save(playthrough), "label": label}


def kept(save: object, name: str = "odd.json") -> Path:
    path = disk.user_folder() / "saves" / "small" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(save))
    return path


@pytest.mark.parametrize("odd", ODD_TEXTS)
def test_a_list_of_saves_shows_any_label(odd: str, story: Story) -> None:
    save = plain(story)
    for field in save["label"]:
        kept({**save, "label": {**save["label"], field: ODD_TEXTS[odd]}}, f"{field}.json")
    assert len(disk.saved_games("small")) == 5
    pilot = Pilot(story)
    assert pilot.press("1").page.flow  # the title names the game that is not finished
    pilot = Pilot(story).click("saves")
    assert pilot.name == "SavesScreen"
    assert len(pilot.text) < 5_000
    assert not set("\x1b\x9b\x07\0\u202e\u2066") & set(pilot.text)


@pytest.mark.parametrize("odd", ODD_TEXTS)
def test_any_answer_is_shown_and_printed(odd: str, story: Story) -> None:
    kept({**plain(story, 5), "answers": {"who": ODD_TEXTS[odd], ODD_TEXTS[odd]: "x"}})
    (path,) = (disk.user_folder() / "saves" / "small").glob("*.json")
    playthrough = disk.load_game(path, story).playthrough
    page = debrief_page(debrief_view(playthrough))
    disk.write_text(path.with_suffix(".html"), page)
    disk.save_game(path, playthrough)
    card = AnswerCard((), playthrough.answers["who"], lambda text: None)
    assert Pilot(story).shows(card).page.flow


@pytest.mark.parametrize(
    "name", ["../../secret", "/etc/secret", "//server/share/x", "\\\\server\\share\\x", "C:\\x", "a\0b", "."]
)
def test_no_name_in_a_label_leads_out_of_the_pictures(
    name: str, story: Story, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = plain(story)
    kept({**save, "label": {**save["label"], "place": name}})
    pilot = Pilot(story)
    asked: list[str] = []
    real = Path.read_bytes

    def noted(path: Path) -> bytes:
        asked.append(str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    pilot.click("saves")
    assert [path for path in asked if "secret" in path or "share" in path or path.endswith("x.svg")] == []
    assert [path for path in asked if "odd.json" in path] == []  # read_json reads under a limit instead


@pytest.mark.parametrize("field", ["story", "extension"])
@pytest.mark.parametrize(
    "name", ["../../../etc", "//server/share", "/etc", "\x1b]52;c;AAAA\x07", "\ud800", "x"]
)
def test_a_save_names_a_pack_by_its_id_alone(
    field: str, name: str, home: Path, story: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home / "save.json"
    path.write_text(json.dumps({**plain(story), field: name}))
    assert main(["debrief", str(path), "-o", str(home / "x.html")]) in (1, 2)
    said = capsys.readouterr().err
    assert "is no pack: it has no pack.yaml" not in said, "the path was looked at"
    assert not set("\x1b\x07\x9b") & set(said)
    assert not (home / "home" / "crashes").exists()


@pytest.mark.parametrize("name", ["format", "story", "extension", "start", "steps"])
def test_any_value_where_the_game_depends_on_it_is_refused_in_a_sentence(name: str, story: Story) -> None:
    for value in ODD_VALUES:
        path = kept({**plain(story), name: value})
        if name == "steps" and value == []:
            continue  # a game that has just begun
        with pytest.raises(disk.DiskProblem, match=r"odd\.json could not be opened"):
            disk.load_game(path, story)


@pytest.mark.parametrize("name", ["version", "votes", "answers", "label"])
def test_any_value_where_nothing_depends_on_it_is_left_out(name: str, story: Story) -> None:
    for value in ODD_VALUES:
        path = kept({**plain(story), name: value})
        assert len(disk.load_game(path, story).playthrough.steps) == 2


@pytest.mark.parametrize(
    "text",
    [
        '{"format": 1, "format": 2}',
        '{"story": "small", "steps": [' + '["flat", "leave"],' * 10 + '["flat", "leave"]]}',
        "[" * 100_000,
        '{"a":' * 100_000,
        "9" * 100_000,
        '{"format": 1e999, "steps": [NaN, -Infinity]}',
        '"\\ud800"',
        "\ufeff{}",
        "",
        "null",
        '{"votes": {"-1": {"a": 1}, "99999999999": {"a": 1}, "\u0663": {"a": -1}}}',
    ],
)
def test_any_json_is_refused_in_a_sentence(text: str, story: Story) -> None:
    path = kept({})
    path.write_text(text, encoding="utf-8")
    with pytest.raises(disk.DiskProblem, match=r"odd\.json"):
        disk.load_game(path, story)
    assert disk.saved_games("small") == ()
