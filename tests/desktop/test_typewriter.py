"""Text that comes up line by line: any key shows the rest, and nothing is taken by that key."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from game.desktop.actions import Digit, Hover, Take
from game.desktop.screens.scene import SceneScreen
from game.desktop.typewriter import Typewriter
from game.story.playthrough import Start
from tests.desktop.pilot import Pilot

Piloted = Callable[..., Pilot]


@pytest.fixture
def typed(piloted: Piloted) -> Pilot:
    pilot = piloted((800, 600), typed_text=True, talk_stops=False)
    return pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("hall"))))


def inked(picture: pygame.Surface, pilot: Pilot) -> int:
    """How many pixels of the text's column are not the colour of the page."""
    view = pilot.page.view
    cream = pilot.stage.kit.palette.cream
    mask = pygame.mask.from_threshold(picture.subsurface(view), cream, (2, 2, 2, 255))
    return view.width * view.height - mask.count()


def test_a_page_comes_up_bit_by_bit_and_is_whole_in_the_end(typed: Pilot) -> None:
    typewriter, ink = Typewriter(), []
    for seconds in (0.0, 1.0, 5.0, 60.0):
        typewriter.look(typed.stage, seconds)
        ink.append(inked(typed.picture(), typed))
    assert ink[0] < ink[1] < ink[2] <= ink[3]
    assert typed.screen.signs is None
    typed.sitting.settings = typed.sitting.settings.__class__(talk_stops=False)
    assert ink[3] == inked(typed.picture(), typed)


def test_a_key_shows_the_rest_and_takes_nothing(typed: Pilot) -> None:
    typewriter = Typewriter()
    typewriter.look(typed.stage, 0.0)
    typewriter.look(typed.stage, 0.1)
    assert typewriter.answers(Digit(1), typed.stage)
    assert typed.screen.signs is None
    assert not typewriter.answers(Digit(1), typed.stage), "now it chooses"


def test_the_pointer_may_move_while_text_comes_up(typed: Pilot) -> None:
    typewriter = Typewriter()
    typewriter.look(typed.stage, 0.0)
    assert not typewriter.answers(Hover(5, 5), typed.stage)
    assert typed.screen.signs is not None


@pytest.mark.parametrize("settings", [{"typed_text": False}, {"typed_text": True, "reduced_motion": True}])
def test_nothing_moves_where_it_must_not(piloted: Piloted, settings: dict[str, bool]) -> None:
    pilot = piloted((800, 600), **settings)
    pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("hall"))))
    typewriter = Typewriter()
    pilot.picture()
    typewriter.look(pilot.stage, 0.0)
    typewriter.look(pilot.stage, 0.1)
    assert pilot.screen.signs is None
    assert not pilot.stage.needs_drawing
    assert not typewriter.answers(Take(), pilot.stage)


def test_what_led_to_a_result_stands_there_at_once(piloted: Piloted) -> None:
    pilot, typewriter = piloted(typed_text=True).press("2"), Typewriter()
    typewriter.look(pilot.stage, 0.0)
    fresh = inked(pilot.picture(), pilot)
    typewriter.answers(Take(), pilot.stage)
    pilot.press("1")
    typewriter.look(pilot.stage, 0.0)
    assert pilot.screen.signs
    assert inked(pilot.picture(), pilot) > 5 * fresh
