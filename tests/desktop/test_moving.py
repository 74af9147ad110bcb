"""The one thing that moves in a picture: where, how often, and when it rests."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.desktop import actions
from game.desktop.layout import Box
from game.desktop.moving import Mover, Moving, moving_in
from game.desktop.resources import UNTOUCHED, Pictures
from tests.desktop.pilot import ASSETS, Pilot

PLACES = [
    place.stem for place in sorted((ASSETS / "places").glob("*.svg")) if 'id="moving"' in place.read_text()
]
AT = Box(0, 0, 519, 768)


@pytest.fixture
def lamp_lit(pilot: Pilot) -> Pilot:
    """A page beside a lamp that flickers, drawn once."""
    pilot.press("2")
    pilot.stage.paint(pygame.Surface(pilot.stage.size))
    return pilot


def made(pilot: Pilot, place: str, **settings: object) -> Moving | None:
    if settings:
        pilot.sitting.change(**settings)
    return moving_in(pilot.stage.kit, place, AT, 47, UNTOUCHED, None)


def drawn(moving: Moving, seconds: float) -> pygame.Surface:
    surface = pygame.Surface((AT.width, AT.height))
    assert moving.paint(surface, seconds) is not None
    return surface


def differing(one: pygame.Surface, other: pygame.Surface, box: pygame.Rect, by: int) -> int:
    return sum(
        max(abs(a - b) for a, b in zip(one.get_at((x, y))[:3], other.get_at((x, y))[:3], strict=True)) > by
        for x in range(box.left, box.right, 3)
        for y in range(box.top, box.bottom, 3)
    )


@pytest.mark.parametrize("place", PLACES)
def test_at_the_beginning_it_looks_as_it_does_at_rest_and_later_it_does_not(pilot: Pilot, place: str) -> None:
    moving = made(pilot, place)
    assert moving is not None
    assert moving.layers is not None
    box = moving.layers.box
    at_rest = pygame.Surface((AT.width, AT.height))
    picture = Pictures(ASSETS).filling(place, AT.width, AT.height)
    assert picture is not None
    at_rest.blit(picture, (0, 0))
    moving.paint(at_rest, 0.0)  # the leaning edge, which the bare picture has not
    still = pygame.Surface((AT.width, AT.height))
    still.blit(picture, (0, 0))
    seen = box.clip(pygame.Rect(0, 0, AT.width - 50, AT.height))
    samples = len(range(seen.left, seen.right, 3)) * len(range(seen.top, seen.bottom, 3))
    assert differing(at_rest, still, seen, 24) <= samples * 0.004 + 6
    frames = {moving.frame(seconds / 4) for seconds in range(60)}
    assert len(frames) > 1


@pytest.mark.parametrize("place", PLACES)
def test_it_moves_at_most_twelve_times_a_second_in_less_than_half_of_the_picture(
    pilot: Pilot, place: str
) -> None:
    moving = made(pilot, place)
    assert moving is not None
    assert moving.layers is not None
    assert 1 <= moving.rate <= 12
    assert moving.layers.box.width * moving.layers.box.height < 0.62 * AT.width * AT.height


def test_nothing_outside_the_box_is_touched(pilot: Pilot) -> None:
    moving = made(pilot, "office_night")
    assert moving is not None
    surface = pygame.Surface((AT.width, AT.height))
    surface.fill((1, 2, 3))
    box = moving.paint(surface, 1.4)
    assert box is not None
    assert surface.get_at((box.left - 1, box.centery))[:3] == (1, 2, 3)
    assert surface.get_at((box.centerx, box.top - 1))[:3] == (1, 2, 3)
    assert surface.get_at(box.center)[:3] != (1, 2, 3)


def test_with_reduced_motion_nothing_moves(pilot: Pilot) -> None:
    assert made(pilot, "office_night", reduced_motion=True) is None
    assert made(pilot, "blank") is None


def moves(mover: Mover, pilot: Pilot, begin: float, end: float) -> int:
    surface = pygame.Surface(pilot.stage.size)
    ticks = range(round(begin * 25), round(end * 25))
    return sum(mover.moved(pilot.stage, surface, tick / 25) is not None for tick in ticks)


def test_it_stops_half_a_minute_after_the_last_input_and_goes_on_with_the_next(lamp_lit: Pilot) -> None:
    mover = Mover()
    assert moves(mover, lamp_lit, 0, 30) > 10
    assert moves(mover, lamp_lit, 31, 60) == 0
    lamp_lit.stage.act(actions.NextFocus(backwards=False))
    lamp_lit.stage.paint(pygame.Surface(lamp_lit.stage.size))
    assert moves(mover, lamp_lit, 60, 80) > 5


def test_under_a_card_it_rests(lamp_lit: Pilot) -> None:
    lamp_lit.press("f1")
    lamp_lit.stage.paint(pygame.Surface(lamp_lit.stage.size))
    assert moves(Mover(), lamp_lit, 0, 10) == 0


def test_a_page_that_is_drawn_again_shows_the_lamp_as_it_was(lamp_lit: Pilot) -> None:
    stage, mover = lamp_lit.stage, Mover()
    before = pygame.Surface(stage.size)
    stage.paint(before)
    for tick in range(200):
        mover.moved(stage, before, tick / 25)
    after = pygame.Surface(stage.size)
    stage.paint(after)
    assert stage.moved is not None
    assert before.get_buffer().raw == after.get_buffer().raw


def test_a_moving_group_inside_another_one_does_not_move(tmp_path: Path) -> None:
    (tmp_path / "shed.svg").write_text(
        '<svg viewBox="0 0 600 768"><g><g id="moving" data-moves="flicker" data-box="0 0 9 9">'
        '<rect width="9" height="9" fill="#ffffff"/></g></g></svg>'
    )
    assert Pictures(tmp_path, (tmp_path,)).layers("shed", 300, 384) is None
