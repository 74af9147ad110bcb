"""Pictures, theme and fonts: found, painted over, missed with a message that names the file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.desktop.fonts import Fonts
from game.desktop.resources import Pictures, Retouch, painted_out
from game.desktop.screens.scene import SceneScreen
from game.desktop.theme import MissingAsset, load_theme, mix
from game.story.playthrough import Start
from tests.desktop.pilot import ASSETS, Pilot

GROUPS = b"""<svg viewBox="0 0 90 60"><g id="person_ann"><g><circle fill="#000000"/></g>\
<path stroke="#ff0000" fill="none"/></g><rect fill="#ffffff"/></svg>"""


def test_a_person_is_painted_out_in_one_colour_and_the_rest_stays() -> None:
    assert painted_out(GROUPS, "person_ann", (1, 2, 255)) == (
        b'<svg viewBox="0 0 90 60"><g id="person_ann"><g><circle fill="#0102ff"/></g>'
        b'<path stroke="#0102ff" fill="none"/></g><rect fill="#ffffff"/></svg>'
    )


def test_somebody_who_is_not_in_the_picture_cannot_be_painted_out() -> None:
    assert painted_out(GROUPS, "person_bob", (0, 0, 0)) == GROUPS


def test_a_picture_fills_its_place_or_keeps_its_shape() -> None:
    pictures = Pictures(ASSETS)
    filled, whole = pictures.filling("office_night", 300, 300), pictures.within("office_night", 300, 300)
    assert filled is not None
    assert filled.get_size() == (300, 300)
    assert whole is not None
    assert whole.height == 300
    assert 230 <= whole.width <= 236


def test_the_photograph_with_somebody_gone_is_another_picture() -> None:
    pictures = Pictures(ASSETS)
    before = pictures.within("presidium_1934", 450, 300)
    after = pictures.within("presidium_1934", 450, 300, Retouch(frozenset({"feldman"}), (198, 183, 147)))
    assert before is not None
    assert after is not None
    assert before.get_buffer().raw != after.get_buffer().raw


def test_the_picture_of_a_pack_stands_before_that_of_the_game(tmp_path: Path) -> None:
    shutil.copy(ASSETS / "portraits" / "olga.svg", tmp_path / "office_night.svg")
    picture = Pictures(ASSETS, (tmp_path,)).within("office_night", 400, 400)
    assert picture is not None
    assert picture.width < 330


def test_a_missing_picture_is_named(tmp_path: Path) -> None:
    pictures = Pictures(tmp_path)
    assert pictures.filling("office_night", 10, 10) is None
    assert pictures.missing == {"office_night.svg"}


def test_a_page_without_its_picture_is_still_a_page(pilot: Pilot, tmp_path: Path) -> None:
    for kind in ("fonts", "portraits"):
        shutil.copytree(ASSETS / kind, tmp_path / "bare" / kind)
    shutil.copy(ASSETS / "theme.toml", tmp_path / "bare")
    pilot.sitting.assets = tmp_path / "bare"
    bare = type(pilot.stage)(
        pilot.sitting, (1366, 768), SceneScreen(pilot.sitting, pilot.sitting.begin(Start("flat")))
    )
    pilot.stage = bare
    assert pilot.picture().get_at((20, 20)) == (179, 38, 30)


def test_a_missing_font_is_named(tmp_path: Path) -> None:
    face = Fonts(load_theme(ASSETS / "theme.toml"), tmp_path).face("reading", 20)
    with pytest.raises(MissingAsset, match=r"pt_serif_regular\.ttf is missing or cannot be read"):
        face("word")


@pytest.mark.parametrize("text", ["", "[colour]", "colour = ["])
def test_a_damaged_theme_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "theme.toml").write_text(text)
    with pytest.raises(MissingAsset, match=r"theme\.toml is damaged"):
        load_theme(tmp_path / "theme.toml")


def test_colours_mix() -> None:
    assert mix((0, 0, 0), (200, 100, 50), 0.5) == (100, 50, 25)
