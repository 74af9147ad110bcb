"""What a page costs: laid out anew, painted anew, and painted again with everything remembered.

usage: python tests/benchmarks/redraw_bench.py [WIDTH HEIGHT]...

CPU milliseconds a frame, medians, without a display; the floor is one blit of a finished page of that size.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FRAMES = 60


def main(arguments: list[str]) -> int:
    """Measure the long page of the tests' small story at each size."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    import pygame

    from game.desktop.screens.scene import SceneScreen
    from game.desktop.shot import staged
    from game.desktop.sitting import Outside, Sitting
    from game.disk import Settings
    from game.story.playthrough import Start
    from tests.desktop.small_story import small_story

    numbers = [int(argument) for argument in arguments]
    sizes = list(zip(numbers[::2], numbers[1::2], strict=True)) or [(1366, 768), (1920, 1080), (3840, 2160)]
    for size in sizes:
        sitting = Sitting(
            Settings(talk_stops=False), Outside(lambda: 0.5, print, keeps_saves=False), ROOT / "assets"
        )
        sitting.story = small_story()
        screen = SceneScreen(sitting, sitting.begin(Start("hall")))
        stage = staged(sitting, size, screen)
        surface = pygame.Surface(size)
        first = _milliseconds(lambda stage=stage, surface=surface: stage.paint(surface), 1)
        finished = surface.copy()

        def anew(screen: SceneScreen = screen, stage: object = stage) -> None:
            screen.changed()
            _ = stage.page  # type: ignore[attr-defined]

        laid = _milliseconds(anew, FRAMES)
        painted = _milliseconds(lambda stage=stage, surface=surface: stage.paint(surface), FRAMES)
        floor = _milliseconds(
            lambda surface=surface, finished=finished: surface.blit(finished, (0, 0)), FRAMES
        )
        print(
            f"{size[0]}x{size[1]}: first picture {first:.1f} ms, laid out anew {laid:.2f} ms, "
            f"painted {painted:.2f} ms, floor (one blit) {floor:.2f} ms"
        )
    return 0


def _milliseconds(work: Callable[[], object], times: int) -> float:
    spent = []
    for _ in range(times):
        before = time.process_time()
        work()
        spent.append((time.process_time() - before) * 1000)
    return statistics.median(spent)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
