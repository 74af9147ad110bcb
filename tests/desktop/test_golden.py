"""Five pictures of the window, compared with those that lie in tests/golden.

They hold the composition, not the pixels: a small picture of each is compared block by block, so that another
rasteriser of fonts makes no difference and a shifted paper does. After a wanted change look at the new
pictures and write them anew:

    THIRD_CHAIR_GOLDEN=write python3 main.py test tests/desktop/test_golden.py
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.desktop.screens.folder import FolderScreen
from game.disk import Settings
from game.story.model import Story
from game.story.playthrough import Start
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import small_story
from tests.desktop.test_playing import begun_at

GOLDEN = Path(__file__).parents[1] / "golden"
SMALL = (320, 180)
BLOCK = 8
"""Pixels of the small picture to a block's side: 34 at 1366x768."""


def title(pilot: Pilot) -> None:
    """The title."""


def kitchen(pilot: Pilot) -> None:
    begun_at(pilot, "flat")


def document(pilot: Pilot) -> None:
    begun_at(pilot, "hall")


def desk(pilot: Pilot) -> None:
    begun_at(pilot, "desk")


def photograph(pilot: Pilot) -> None:
    play = pilot.sitting.begin(Start("flat", given={"feldman": "arrested"}))
    pilot.shows(FolderScreen(pilot.sitting, play, "photograph"))


def small_picture(name: str, reach: Callable[[Pilot], None], story: Story) -> pygame.Surface:
    pilot = Pilot(story, (1366, 768), Settings(notes_read=("small",)))
    reach(pilot)
    return pygame.transform.smoothscale(pilot.picture().convert(24), SMALL)


def blocks(picture: pygame.Surface) -> list[tuple[int, ...]]:
    """The mean colour of every block."""
    return [
        pygame.transform.average_color(picture, pygame.Rect(x, y, BLOCK, BLOCK))[:3]
        for y in range(0, SMALL[1] - BLOCK + 1, BLOCK)
        for x in range(0, SMALL[0], BLOCK)
    ]


def unlike(one: pygame.Surface, other: pygame.Surface) -> tuple[float, int]:
    """The mean difference of all blocks, and how many differ by more than 24 of 255."""
    differences = [
        max(abs(a - b) for a, b in zip(first, second, strict=True))
        for first, second in zip(blocks(one), blocks(other), strict=True)
    ]
    return sum(differences) / len(differences), sum(difference > 24 for difference in differences)


@pytest.mark.parametrize("reach", [title, kitchen, document, desk, photograph])
def test_the_window_looks_as_it_did(reach: Callable[[Pilot], None]) -> None:
    name = reach.__name__
    picture = small_picture(name, reach, small_story())
    path = GOLDEN / f"{name}.png"
    if os.environ.get("THIRD_CHAIR_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        pygame.image.save(picture, path)
    mean, far = unlike(picture, pygame.image.load(path))
    assert mean < 2.5, f"{name}: the blocks differ by {mean:.1f} of 255 on average"
    assert far <= 6, f"{name}: {far} blocks of 880 are of another colour"


def test_a_paper_that_lies_elsewhere_is_another_picture() -> None:
    golden = pygame.image.load(GOLDEN / "document.png")
    shifted = golden.copy()
    shifted.blit(golden, (0, 12))
    assert unlike(golden, golden) == (0, 0)
    assert unlike(shifted, golden)[1] > 6


def test_letters_half_a_pixel_elsewhere_are_the_same_picture() -> None:
    pilot = Pilot(small_story(), (1366, 768), Settings(notes_read=("small",)))
    kitchen(pilot)
    picture = pilot.picture().convert(24)
    moved = picture.copy()
    words = pygame.Rect(540, 60, 800, 640)
    moved.blit(picture, words.move(1, 1), words)
    one, other = (pygame.transform.smoothscale(each, SMALL) for each in (picture, moved))
    mean, far = unlike(one, other)
    assert mean < 2.5
    assert far <= 6
