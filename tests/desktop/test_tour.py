"""The tour takes pictures of the window; here of a few of its stops, at the smallest size."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from tests.desktop.tour import taken
from tests.desktop.tour_stops import Tour, stops


def test_no_two_stops_have_one_name() -> None:
    names = [stop.name for stop in stops(Tour())]
    assert len(names) == len(set(names))
    assert len(names) > 130


@pytest.mark.parametrize("name", ["title_first", "scene_result", "photograph_in_scene.end", "preview_error"])
def test_a_stop_is_a_picture_of_the_window(tmp_path: Path, name: str) -> None:
    tour = Tour()
    stop = next(stop for stop in stops(tour) if stop.name == name)
    path = taken(tour, stop, (800, 600), {"text_size": 100}, tmp_path)
    picture = pygame.image.load(path)
    assert picture.get_size() == (800, 600)
    assert len({picture.get_at((x, y))[:3] for x in range(0, 800, 20) for y in range(0, 600, 20)}) > 3
