"""Pictures, theme and fonts: found, painted over, missed with a message that names the file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pygame
import pytest

from game.desktop.fonts import Fonts
from game.desktop.resources import Pictures, Retouch
from game.desktop.screens.scene import SceneScreen
from game.desktop.theme import MissingAsset, load_theme, mix
from game.story.playthrough import Start
from tests.desktop.pilot import ASSETS, Pilot

GONE = Retouch(frozenset({"feldman"}), frozenset(), (198, 183, 147), (143, 132, 104))


def test_a_picture_fills_its_place_or_keeps_its_shape() -> None:
    pictures = Pictures(ASSETS)
    filled, whole = pictures.filling("office_night", 300, 300), pictures.within("office_night", 300, 300)
    assert filled is not None
    assert filled.get_size() == (300, 300)
    assert whole is not None
    assert whole.height == 300
    assert 230 <= whole.width <= 236


def test_a_slim_picture_is_centred_where_its_drawing_says(tmp_path: Path) -> None:
    drawing = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 768" data-narrow="150">
      <rect x="0" y="0" width="600" height="768" fill="#000000"/>
      <rect x="140" y="0" width="20" height="768" fill="#ff0000"/></svg>"""
    (tmp_path / "post.svg").write_text(drawing)
    pictures = Pictures(ASSETS, (tmp_path,))
    slim, wide = pictures.filling("post", 200, 768), pictures.filling("post", 520, 768)
    assert slim is not None
    assert wide is not None
    assert slim.get_at((100, 300))[:3] == (255, 0, 0)
    assert wide.get_at((110, 300))[:3] == (255, 0, 0)


def test_the_photograph_with_somebody_gone_is_another_picture() -> None:
    pictures = Pictures(ASSETS)
    before = pictures.within("presidium_1934", 450, 300)
    after = pictures.within("presidium_1934", 450, 300, GONE)
    assert before is not None
    assert after is not None
    assert before.get_buffer().raw != after.get_buffer().raw


def test_house_paint_is_another_paint() -> None:
    pictures = Pictures(ASSETS)
    retouched = pictures.within("presidium_1934", 450, 300, GONE)
    in_house_paint = GONE._replace(in_house_paint=frozenset({"feldman"}))
    painted = pictures.within("presidium_1934", 450, 300, in_house_paint)
    assert retouched is not None
    assert painted is not None
    assert retouched.get_at((146, 140))[:3] != painted.get_at((146, 140))[:3]


def test_of_people_whom_no_picture_shows_a_photograph_is_drawn() -> None:
    pictures = Pictures(ASSETS)
    name = pictures.group(("ann", "bob", "cid"))
    assert pictures.people(name) == {"ann", "bob", "cid"}
    assert [round(pictures.heads(name)[person]) for person in ("ann", "bob", "cid")] == [322, 420, 518]
    picture = pictures.within(name, 450, 300)
    assert picture is not None
    assert picture.height == 300
    assert pictures.missing == set()


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


def photograph(file: Path, size: tuple[int, int]) -> None:
    """Write a red photograph in the format of the file's ending."""
    surface = pygame.Surface(size)
    surface.fill((200, 30, 20))
    pygame.image.save(surface, str(file))


@pytest.mark.parametrize("name", ["class_photo.png", "class_photo.jpg", "class_photo.JPEG"])
def test_a_photograph_of_a_pack_is_drawn(name: str, tmp_path: Path) -> None:
    photograph(tmp_path / name, (400, 200))
    pictures = Pictures(ASSETS, (tmp_path,))
    whole, filled = pictures.within("class_photo", 300, 300), pictures.filling("class_photo", 60, 90)
    assert pictures.shape("class_photo") == 2.0
    assert whole is not None
    assert whole.get_size() == (300, 151)
    assert filled is not None
    assert filled.get_size() == (60, 90)
    assert [abs(a - b) < 8 for a, b in zip(filled.get_at((30, 45)), (200, 30, 20, 255), strict=True)] == [
        True
    ] * 4
    assert pictures.missing == set()


def test_a_damaged_photograph_is_named(tmp_path: Path) -> None:
    photograph(tmp_path / "class_photo.png", (400, 200))
    whole = (tmp_path / "class_photo.png").read_bytes()
    (tmp_path / "class_photo.png").write_bytes(whole[:60])
    pictures = Pictures(ASSETS, (tmp_path,))
    assert pictures.within("class_photo", 300, 300) is None
    assert pictures.missing == {"class_photo (damaged)"}
