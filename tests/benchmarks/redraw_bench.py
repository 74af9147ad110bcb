"""What a page costs to draw, beside the blitting of cached lines of text over a cached background.

A page that was never seen is another matter: its words are broken into lines and drawn for the first time.
It stands beside as many lines that Pygame's font draws for the first time.

CPU milliseconds a frame, medians, without a display. Run with `python -m tests.benchmarks.redraw_bench`.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.rows import Row, interleaved, show

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.desktop.actions import Hover
from game.desktop.screens.scene import SceneScreen
from game.desktop.shot import staged
from game.desktop.sitting import Outside, Sitting
from game.disk import Settings
from game.story.model import Passage, Story
from game.story.playthrough import Start
from game.story.prose import Words
from tests.desktop.small_story import small_story

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SIZES = ((1366, 768), (1920, 1080), (3840, 2160))
LINE = "The consul waits beside the river gate while grain ships lie idle and the crowd"
LINES = 24


def cached_lines(size: tuple[int, int]) -> Callable[[], object]:
    """Return the floor: a background and 24 lines of text, all rendered before, blitted."""
    pygame.font.init()
    surface, background = pygame.Surface(size), pygame.Surface(size)
    height = size[1] // (LINES + 2)
    line = pygame.font.Font(ASSETS / "fonts/pt_serif_regular.ttf", height * 2 // 3).render(
        LINE, True, "black"
    )
    lines = [(line.copy(), (size[0] // 3, height * (row + 1))) for row in range(LINES)]

    def paint() -> None:
        surface.blit(background, (0, 0))
        surface.blits(lines)

    return paint


def our_page(size: tuple[int, int]) -> tuple[Callable[[], object], Callable[[], object]]:
    """Return two frames of the game: the page painted again, and laid out anew and painted."""
    outside = Outside(lambda: 0.5, print, keeps_saves=False)
    sitting = Sitting(Settings(talk_stops=False), outside, ASSETS)
    sitting.story = small_story()
    screen = SceneScreen(sitting, sitting.begin(Start("hall")))
    stage, surface = staged(sitting, size, screen), pygame.Surface(size)
    stage.paint(surface)

    def turned() -> None:
        screen.changed()
        stage.paint(surface)

    return lambda: stage.paint(surface), turned


def new_lines(size: tuple[int, int]) -> Callable[[], object]:
    """Return the floor of a new page: the background, and 24 lines that were never drawn, in one font."""
    surface, background = pygame.Surface(size), pygame.Surface(size)
    height = size[1] // (LINES + 2)
    font = pygame.font.Font(ASSETS / "fonts/pt_serif_regular.ttf", height * 2 // 3)

    def paint() -> None:
        surface.blit(background, (0, 0))
        for row in range(LINES):
            surface.blit(font.render(LINE, True, "black"), (size[0] // 3, height * (row + 1)))

    return paint


def new_page(size: tuple[int, int]) -> Callable[[], object]:
    """Return a frame of the game that shows a text in which nearly every line is another than before."""
    surface, numbers = pygame.Surface(size), itertools.count()
    story = small_story()
    hall = story.scenes["hall"]
    outside = Outside(lambda: 0.5, print, keeps_saves=False)
    sitting = Sitting(Settings(talk_stops=False), outside, ASSETS)

    def told() -> Story:
        # A number in every sixth word: no line is remembered.
        number = next(numbers)
        words = f"{LINE} ".split() * (LINES * 12 // 14)
        text = " ".join(word if at % 6 else f"{word}{number}" for at, word in enumerate(words))
        passage = Passage("text", ((Words(text),),))
        return replace(story, scenes={**story.scenes, "hall": replace(hall, passages=(passage,))})

    sitting.story = story
    stage = staged(sitting, size, SceneScreen(sitting, sitting.begin(Start("hall"))))
    stage.paint(surface)

    def turned() -> None:
        sitting.story = told()
        stage.stack = (SceneScreen(sitting, sitting.begin(Start("hall"))),)
        stage.paint(surface)

    return turned


def milliseconds(frame: Callable[[], object]) -> Callable[[], float]:
    """Return a measurement of ten frames: CPU milliseconds a frame."""

    def measure() -> float:
        begun = time.process_time()
        for _ in range(10):
            frame()
        return (time.process_time() - begun) * 100

    return measure


def focus_moved(size: tuple[int, int]) -> Callable[[], object]:
    """Return a frame in which the pointer has gone from one choice to the other."""
    outside = Outside(lambda: 0.5, print, keeps_saves=False)
    sitting = Sitting(Settings(talk_stops=False), outside, ASSETS)
    sitting.story = small_story()
    screen = SceneScreen(sitting, sitting.begin())
    stage, surface = staged(sitting, size, screen), pygame.Surface(size)
    stage.paint(surface)
    boxes = [screen.box_on_screen(t, False, stage.page) for t, _ in stage.page.targets if "choice:" in t.id]
    spots = itertools.cycle([Hover(box.left + 9, box.top + 9) for box in boxes])

    def moved() -> None:
        stage.act(next(spots))
        if not stage.touch_up(surface):
            raise ValueError("the whole page was to be painted")

    return moved


def animated_frame(size: tuple[int, int]) -> Callable[[], object]:
    """Return the next frame of what moves beside a page: the place whose frames take longest."""
    outside = Outside(lambda: 0.5, print, keeps_saves=False)
    sitting = Sitting(Settings(talk_stops=False), outside, ASSETS)
    story = small_story()
    hall = replace(story.scenes["hall"], place="division_mess")
    sitting.story = replace(story, scenes={**story.scenes, "hall": hall})
    stage = staged(sitting, size, SceneScreen(sitting, sitting.begin(Start("hall"))))
    surface, frames = pygame.Surface(size), itertools.count()
    stage.paint(surface)

    def moved() -> None:
        if stage.moving is None or not stage.moving.paint(surface, next(frames) / stage.moving.rate):
            raise ValueError("nothing moves")

    return moved


def rows() -> list[Row]:
    """Return a page painted again, laid out anew, never seen, a focus that moved, and a frame that moves."""
    found = []
    for size in SIZES:
        floor = milliseconds(cached_lines(size))
        again, turned = our_page(size)
        moved = milliseconds(focus_moved(size))
        floor_is = f"{LINES} cached lines blitted"
        name = f"{size[0]}x{size[1]}"
        found.append(
            Row(
                f"page painted again, {name}",
                "ms",
                *interleaved(milliseconds(again), floor, 9),
                floor_is,
                1.5,
            )
        )
        found.append(
            Row(
                f"page laid out anew, {name}",
                "ms",
                *interleaved(milliseconds(turned), floor, 9),
                floor_is,
                1.5,
            )
        )
        new = milliseconds(new_page(size))
        found.append(
            Row(
                f"page never seen, {name}",
                "ms",
                *interleaved(new, milliseconds(new_lines(size)), 9),
                f"{LINES} lines rendered for the first time",
            )
        )
        found.append(Row(f"focus moved, {name}", "ms", *interleaved(moved, floor, 9), floor_is))
        frame = milliseconds(animated_frame(size))
        found.append(Row(f"animated frame, {name}", "ms", *interleaved(frame, floor, 9), floor_is, 1.5))
    return found


if __name__ == "__main__":
    show(rows())
