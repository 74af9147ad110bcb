"""A window that stays open: thousands of scenes, a thousand sizes, a week in which nobody comes."""

from __future__ import annotations

import gc
import random
import tracemalloc
from pathlib import Path

import pygame
import pytest

from game.desktop.moving import Mover
from game.desktop.sound import Sounds
from game.desktop.typewriter import Typewriter
from game.story.playthrough import Playthrough
from tests.desktop.pilot import ASSETS, Pilot
from tests.desktop.small_story import small_story
from tests.trust.playing import new_play, step

BYTES_A_STEP = 2048
"""What a step of a game may keep: the history that going back and the debrief need."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path))
    return tmp_path


def resident() -> int:
    """Bytes of memory that this process holds now."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def in_use() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def turn_pages(pilot: Pilot, steps: int, seed: int) -> int:
    """Play random ways in the window until so many steps are taken; a game that is over begins anew."""
    chance, taken = random.Random(seed), 0
    while taken < steps:
        play = getattr(pilot.screen, "play", None)
        if pilot.name != "SceneScreen" or play is None:
            pilot.stage.stack = pilot.stage.stack[:1]
            pilot.press("2" if pilot.name == "TitleScreen" else "esc")
            continue
        before = len(play.playthrough.steps)
        ways = [target for target in pilot.targets if target.startswith(("choice:", "letter:"))]
        if ways:
            pilot.click(chance.choice(ways))
        else:
            pilot.press("end", "enter")
        pilot.picture()
        taken += len(play.playthrough.steps) != before
        if play.playthrough.is_over:
            pilot.stage.stack = pilot.stage.stack[:1]
            pilot.press("2")
    return taken


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells it so")
@pytest.mark.parametrize("scenes", [60, pytest.param(10_000, marks=pytest.mark.long)])
def test_thousands_of_scenes_in_one_window_leave_no_memory_behind(scenes: int) -> None:
    pilot = Pilot(small_story(), (800, 600))
    pilot.press("2")
    # What is drawn once is kept, up to a bound: pages, pictures, letters. Then it is full.
    turn_pages(pilot, max(40, scenes // 20), seed=1)
    before = resident()
    assert turn_pages(pilot, scenes, seed=2) == scenes
    grown = resident() - before
    assert grown < 4_000_000 + BYTES_A_STEP * scenes, f"{grown} bytes for {scenes} steps"
    print(f"{grown / scenes:.0f} bytes a step")


@pytest.mark.parametrize("steps", [200, pytest.param(10_000, marks=pytest.mark.long)])
def test_a_step_keeps_less_than_two_kilobytes(steps: int) -> None:
    play, chance = new_play(), random.Random(3)
    kept: list[Playthrough] = []
    tracemalloc.start()
    try:
        step(play, chance)
        before = in_use()
        for _ in range(steps):
            if play.playthrough.is_over:
                kept.append(play.playthrough)
                play = new_play()
            step(play, chance)
        grown = in_use() - before
    finally:
        tracemalloc.stop()
    assert 0 < grown / steps < BYTES_A_STEP


@pytest.mark.parametrize("times", [15, pytest.param(1_000, marks=pytest.mark.long)])
def test_a_thousand_sizes_of_the_window(times: int) -> None:
    pilot, chance = Pilot(small_story()), random.Random(4)
    pilot.press("2")
    tracemalloc.start()
    try:
        before = 0
        for turn in range(times):
            pilot.resize(chance.randint(320, 2600), chance.randint(240, 1600))
            assert pilot.page.flow
            if turn % 5 == 0:
                pilot.picture()
            if turn == times // 3:
                before = in_use()
        grown = in_use() - before
    finally:
        tracemalloc.stop()
    assert grown < 3_000_000
    assert pilot.resize(1366, 768).name == "SceneScreen"


@pytest.mark.parametrize("step", [60, pytest.param(10, marks=pytest.mark.long)])
def test_a_week_in_which_nobody_comes_draws_nothing_and_keeps_nothing(
    step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot = Pilot(small_story())
    pilot.press("2")
    pilot.picture()
    mover, typewriter, sounds = Mover(), Typewriter(), Sounds(ASSETS / "sounds")
    drawn: list[float] = []

    class Watched:
        """A window that notes when something is drawn on it."""

        def __init__(self) -> None:
            self.surface = pilot.picture()

        def draw(self, *arguments: object) -> None:
            drawn.append(now)

    window, now = Watched(), 0.0
    monkeypatch.setattr(pygame.display, "update", window.draw)
    pilot.stage.needs_drawing = False

    def pass_time(seconds: int, between: int) -> None:
        nonlocal now
        for _ in range(0, seconds, between):
            now += between
            pilot.narrator.look(pilot.stage)
            typewriter.look(pilot.stage, now)
            mover.look(pilot.stage, window, now)  # type: ignore[arg-type]
            sounds.look(pilot.stage)
            if pilot.stage.needs_drawing:
                drawn.append(now)
                pilot.stage.needs_drawing = False

    pass_time(120, 1)
    drawn.clear()
    tracemalloc.start()
    try:
        before = in_use()
        pass_time(7 * 24 * 3600, step)
        grown = in_use() - before
    finally:
        tracemalloc.stop()
    assert drawn == []
    assert grown < 20_000
    assert pilot.press("1").name == "SceneScreen"
