"""The preview: a saved file is read again and the place kept; mistakes are shown, and mending goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.commands.preview import Source
from game.commands.scene_named import SceneNamed
from game.desktop.bench import Preview
from game.desktop.reloading import Reloader
from game.explore.wording import condition_words
from tests.desktop.pilot import Pilot
from tests.desktop.small_pack import edited, small_pack


class Author:
    """An author at the window: a pilot, the files, and a clock that only the test moves."""

    def __init__(self, pack: Path, scene: str = "", given: str = "", size: tuple[int, int] = (1366, 768)):
        self.pack = pack
        self.source = Source(SceneNamed(pack, scene, given=given))
        self.pilot = Pilot(None, size, keeps_saves=False)
        preview = Preview(self.source.build, self.source.stamp, condition_words)
        self.reloader = Reloader(self.pilot.stage, preview)
        self.reloader.begin()
        self.now = 0.0

    def waits(self, seconds: float = 0.3) -> bool:
        """Let time pass in turns of the loop; tell whether the pack was read again."""
        was_read = False
        end = self.now + seconds
        while self.now < end:
            self.now += 0.04
            was_read = self.reloader.look(self.now) or was_read
        return was_read

    @property
    def text(self) -> str:
        return self.pilot.text


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(small_pack(tmp_path))


def test_the_strip_names_scene_file_line_and_ways_with_what_the_closed_ones_need(author: Author) -> None:
    assert "stop   winter/chapters/01_evening/10_stop.yaml:1" in author.text
    assert "All 2 variables are as at the start." in author.text
    assert "walk › office" in author.text
    assert "× wait › office: not shown, needs coal > 5 (coal is 3)" in author.text


def test_the_strip_shows_what_the_last_step_changed(author: Author) -> None:
    author.pilot.press("1")
    assert "what followed in stop.walk" in author.text
    assert "Changed by the last step\ncoal 3 › 2" in author.text
    author.pilot.press("enter")
    assert "office   winter/chapters/01_evening/20_office.yaml:1" in author.text


def test_a_saved_file_shows_at_once_and_the_result_that_is_read_stays(author: Author) -> None:
    author.pilot.press("1")
    assert "The snow holds you to the knee." in author.text
    edited(author.pack, "10_stop.yaml", "to the knee", "to the hip")
    assert author.waits()
    assert "The snow holds you to the hip." in author.text
    assert "Read again at" in author.text
    assert "coal 3 › 2" in author.text


def test_an_unchanged_pack_is_not_read_again(author: Author) -> None:
    assert not author.waits(2)


def test_a_file_that_is_still_being_written_is_waited_for(author: Author) -> None:
    edited(author.pack, "10_stop.yaml", "at the bridge", "at the ford")
    assert not author.reloader.look(0.2)
    edited(author.pack, "10_stop.yaml", "at the ford", "at the frozen ford")
    assert not author.reloader.look(0.4)
    assert author.reloader.look(0.6)
    assert "at the frozen ford" in author.text


def test_mistakes_are_shown_and_mending_goes_on_where_the_author_was(author: Author) -> None:
    author.pilot.press("1", "enter")
    edited(author.pack, "20_office.yaml", "to: end\n  - id", "to: ende\n  - id")
    assert author.waits()
    assert author.pilot.name == "MessagesScreen"
    assert "The pack cannot be played yet" in author.text
    assert "chapters/01_evening/20_office.yaml, line 10  ·  error L101" in author.text
    assert "There is no scene ende" in author.text
    assert "    to: ende" in author.text
    assert "Did you mean end (chapters/01_evening/20_office.yaml:15)?" in author.text
    edited(author.pack, "20_office.yaml", "to: ende", "to: end")
    assert author.waits()
    assert author.pilot.name == "PreviewScreen"
    assert "The clerk counts what is left." in author.text


def test_a_second_mistake_stands_on_the_same_page(author: Author) -> None:
    edited(author.pack, "20_office.yaml", "to: end\n  - id", "to: ende\n  - id")
    author.waits()
    edited(author.pack, "20_office.yaml", "title: Morning\nprov", "titel: Morning\nprov")
    author.waits()
    assert [type(screen).__name__ for screen in author.pilot.stage.stack] == [
        "TitleScreen",
        "PreviewScreen",
        "MessagesScreen",
    ]
    assert "There is no scene ende" in author.text
    assert "titel" in author.text


def test_a_pack_that_is_broken_from_the_start_opens_once_it_is_mended(tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    edited(pack, "10_stop.yaml", "to: office\n  - id", "to: ofice\n  - id")
    author = Author(pack)
    assert "There is no scene ofice" in author.text
    edited(pack, "10_stop.yaml", "ofice", "office")
    author.waits()
    assert "The mail sledge has stopped at the bridge." in author.text


def test_what_a_code_means_is_one_key_away(author: Author) -> None:
    edited(author.pack, "20_office.yaml", "to: end\n  - id", "to: ende\n  - id")
    author.waits()
    author.pilot.press("enter")
    assert "L101: an unknown scene" in author.text
    assert "Why there is this rule" in author.text


def test_a_way_that_is_gone_ends_the_replay_and_is_named(author: Author) -> None:
    author.pilot.press("1", "enter")
    edited(author.pack, "10_stop.yaml", "id: walk", "id: stride")
    author.waits()
    assert "The way you came now ends here: stop.walk." in author.text
    assert "The mail sledge has stopped at the bridge." in author.text


def test_the_scene_where_the_preview_began_may_be_renamed(tmp_path: Path) -> None:
    author = Author(small_pack(tmp_path), "office")
    for file, before, after in (
        ("20_office.yaml", "scene: office", "scene: post"),
        ("10_stop.yaml", "to: office", "to: post"),
    ):
        edited(author.pack, file, before, after)
    author.waits()
    assert "The scene where you began is gone; this is stop." in author.text


def test_jumping_filters_suggests_and_keeps_the_variables(author: Author) -> None:
    author.pilot.press("1", "enter", "j").type("mor")
    assert "Morning" in author.text
    assert "The office" not in author.text
    for _ in "mor":
        author.pilot.press("backspace")
    author.pilot.type("offcie")
    assert "No scene has that in its id or title. Did you mean:" in author.text
    author.pilot.press("enter")
    assert author.pilot.name == "PreviewScreen"
    assert "office   winter/chapters/01_evening/20_office.yaml:1" in author.text
    assert "Not as at the start\ncoal 2" in author.text


def test_a_variable_that_was_set_opens_a_way_and_survives_a_saved_file(author: Author) -> None:
    author.pilot.press("v").click("set:coal:7").press("esc")
    assert "Wait for the horse." in author.text
    edited(author.pack, "10_stop.yaml", "at the bridge", "at the ford")
    author.waits()
    assert "at the ford" in author.text
    assert "Wait for the horse." in author.text
    author.pilot.press("1", "enter", "b")
    assert "Wait for the horse." in author.text


def test_variables_are_set_by_keys_alone_and_by_a_controller(author: Author) -> None:
    author.pilot.press("v", "right", "right", "down", "enter", "esc")
    assert "Not as at the start\ncoal 5,  told true" in author.text


def test_a_value_that_was_set_after_going_back_is_not_lost_by_going_forward(author: Author) -> None:
    author.pilot.press("1", "enter", "b", "v", "right", "esc")
    assert "coal 4" in author.text
    author.pilot.press("n")
    assert "coal 4" in author.text


def test_f12_hides_the_strip_and_gives_the_page_the_whole_window(author: Author) -> None:
    strip = next(box for piece, box in author.pilot.page.fixed if piece.name == "strip")
    assert author.pilot.page.view.bottom < strip.top
    assert strip.bottom == 768
    author.pilot.press("f12")
    assert "Ways out of" not in author.text
    assert author.pilot.page.view.height > strip.top
    author.pilot.press("f12")
    assert "Ways out of stop" in author.text


def test_the_folder_stays_open_while_a_file_is_saved(author: Author) -> None:
    author.pilot.press("f", "5")
    edited(author.pack, "10_stop.yaml", "at the bridge", "at the ford")
    author.waits()
    assert author.pilot.name == "FolderScreen"
    assert "at the ford" in author.text


def test_a_preview_saves_no_game(author: Author, home: Path) -> None:
    author.pilot.press("1", "enter", "1")
    assert not (home / "saves").exists()


def test_given_values_hold_at_the_start(tmp_path: Path) -> None:
    author = Author(small_pack(tmp_path), "stop", "coal = 8, told = true")
    assert "Wait for the horse." in author.text
    assert "Not as at the start\ncoal 8,  told true" in author.text


def test_the_list_of_keys_names_those_of_the_strip(author: Author) -> None:
    author.pilot.press("f1")
    assert "jump to a scene" in author.text


def test_mistakes_from_the_start_leave_nothing_to_go_back_to(tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    edited(pack, "10_stop.yaml", "to: office\n  - id", "to: ofice\n  - id")
    author = Author(pack)
    author.pilot.press("esc")
    assert author.pilot.stage.is_over


def test_who_leaves_the_mistakes_plays_on_with_the_pack_as_it_was(author: Author) -> None:
    edited(author.pack, "20_office.yaml", "to: end\n  - id", "to: ende\n  - id")
    author.waits()
    author.pilot.press("esc")
    assert "The pack has mistakes; this is how it was before them." in author.text
    assert "1 mistake" in author.text
    author.pilot.press("m")
    assert "There is no scene ende" in author.text


def test_all_ways_stand_on_a_card_with_what_the_closed_ones_need(author: Author) -> None:
    author.pilot.press("x")
    assert "Closed now\n× wait › office: not shown, needs coal > 5 (coal is 3)" in author.text
    author.pilot.press("x")
    assert author.pilot.name == "PreviewScreen"


def test_x_shows_all_ways_and_w_nobody_where_nobody_is(author: Author) -> None:
    assert author.pilot.press("w").name == "PreviewScreen"
    assert author.pilot.press("x").name == "Card"
    assert "wait › office: not shown, needs coal > 5" in author.text
    assert author.pilot.press("x").name == "PreviewScreen"
