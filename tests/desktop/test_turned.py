"""A photograph that was taken with the camera on its side stands upright, in the window and in a browser."""

from __future__ import annotations

import io
from pathlib import Path

import pygame
import pytest

from game.browser.pictures import pictures_of
from game.desktop.resources import Pictures
from tests.browser.conftest import story_of
from tests.desktop.pilot import ASSETS
from tests.pages.test_upright import exif

ROOM = Path(__file__).parents[1] / "packs/reading_room"
SIZE, TURNED_SIZE = (120, 80), (80, 120)
RED_CORNER = {1: "top left", 2: "top right", 3: "bottom right", 4: "bottom left", 5: "top left"} | {
    6: "top right",
    7: "bottom right",
    8: "bottom left",
}
"""Where the corner that the camera saw at the top left stands upright, by orientation."""


def taken(value: int) -> bytes:
    """A JPEG as a camera writes it: red at the top left of what it saw, white elsewhere."""
    surface = pygame.Surface(SIZE)
    surface.fill((255, 255, 255))
    surface.fill((255, 0, 0), (0, 0, 40, 30))
    file = io.BytesIO()
    pygame.image.save(surface, file, "photo.jpg")
    content = file.getvalue()
    return content[:2] + exif(value) + content[2:]


def red_corners(picture: pygame.Surface) -> list[str]:
    width, height = picture.get_size()
    corners = {
        "top left": (5, 5),
        "top right": (width - 6, 5),
        "bottom left": (5, height - 6),
        "bottom right": (width - 6, height - 6),
    }
    return [name for name, at in corners.items() if picture.get_at(at).g < 100]


@pytest.mark.parametrize("value", range(1, 9))
def test_the_window_shows_it_upright(value: int, tmp_path: Path) -> None:
    (tmp_path / "class_photo.jpg").write_bytes(taken(value))
    pictures = Pictures(ASSETS, (tmp_path,))
    whole = pictures.within("class_photo", 120, 120)
    assert whole is not None
    assert pictures.shape("class_photo") == (1.5 if value < 5 else 80 / 120)
    assert abs(whole.get_width() / whole.get_height() - (1.5 if value < 5 else 80 / 120)) < 0.02
    assert red_corners(whole) == [RED_CORNER[value]]


def test_a_grey_photograph_is_shown_as_any_other(tmp_path: Path) -> None:
    grey = pygame.Surface(SIZE, 0, 8)
    grey.set_palette([(tone, tone, tone) for tone in range(256)])
    grey.fill(200)
    pygame.image.save(grey, tmp_path / "class_photo.png")
    shown = Pictures(ASSETS, (tmp_path,)).filling("class_photo", 60, 40)
    assert shown is not None
    red, green, blue, opaque = shown.get_at((30, 20))
    assert 198 <= red == green == blue <= 202
    assert opaque >= 254


def test_a_browser_shows_it_upright_without_a_margin(chromium: str, tmp_path: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium)
        page = browser.new_page(viewport={"width": 120, "height": 120})
        for value in range(1, 9):
            (tmp_path / "reading_room.jpg").write_bytes(taken(value))
            svg = pictures_of(story_of(ROOM), [tmp_path], ASSETS)["places"]["reading_room"]
            width, height = SIZE if value < 5 else TURNED_SIZE
            page.set_content(
                f"<body style='margin:0'>{svg.replace('<svg', f'<svg width={width} height={height}', 1)}"
            )
            shot = page.screenshot(clip={"x": 0, "y": 0, "width": width, "height": height})
            assert red_corners(pygame.image.load(io.BytesIO(shot))) == [RED_CORNER[value]], value
        browser.close()
