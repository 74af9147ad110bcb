"""Replay codes of random playthroughs: a class that never was, to try a report with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Literal

from game.story.model import Chance, Story
from game.story.playthrough import OpenWay, Playthrough, drawn
from game.story.replay_code import MOST_STEPS, to_code


def walk_codes(
    story: Story, number: int, seed: int, order: Literal["uniform", "least-used"] = "uniform"
) -> Iterator[str]:
    """Yield the codes of so many playthroughs from the story's start, each to its end.

    With "least-used" the way taken least often so far comes first. A playthrough that does not end is given
    up after MOST_STEPS steps, and its code ends there too.
    """
    chance, taken = Random(seed).random, Counter[tuple[str, str]]()
    for _ in range(number):
        playthrough = Playthrough.begin(story)
        for _ in range(MOST_STEPS):
            if not playthrough.ways:
                break
            scene = playthrough.scene
            way = drawn(_offered(playthrough, taken, order), chance())
            taken[scene.id, way.id] += 1
            playthrough = playthrough.choose(way.id)
        yield to_code(playthrough)


def _offered(playthrough: Playthrough, taken: Counter[tuple[str, str]], order: str) -> tuple[OpenWay, ...]:
    """The ways to draw from: where the player picks, those taken least often if that is the order."""
    ways, scene = playthrough.ways, playthrough.scene
    if order == "uniform" or isinstance(scene.exit, Chance):
        return ways
    fewest = min(taken[scene.id, way.id] for way in ways)
    return tuple(way for way in ways if taken[scene.id, way.id] == fewest)
