"""Small surprises: out of sight and back, another screen, another density, tiny and huge windows."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from game.desktop.actions import Expose, Resize, Typed
from game.desktop.reader import SHOWN_AGAIN, Reader
from game.desktop.screens.answer import AnswerCard
from game.desktop.screens.keys_page import KeysScreen
from game.desktop.screens.leaving import LeavingCard
from game.desktop.screens.saves_page import NameScreen, SavesScreen
from game.desktop.screens.scene import SceneScreen
from game.desktop.window import fitting
from game.story.playthrough import Start
from tests.desktop.pilot import Pilot
from tests.desktop.test_nothing_is_cut import every_screen, hold_to_the_laws

Piloted = Callable[..., Pilot]


@pytest.mark.parametrize("kind", sorted(SHOWN_AGAIN))
def test_a_window_that_comes_into_sight_is_drawn_again(pilot: Pilot, kind: int) -> None:
    pilot.picture()
    assert not pilot.stage.needs_drawing
    pilot.event(kind)
    assert pilot.stage.needs_drawing, pygame.event.event_name(kind)


def test_these_are_the_events_of_windows_and_displays() -> None:
    names = {pygame.event.event_name(kind) for kind in SHOWN_AGAIN}
    assert names == {
        "VideoExpose",
        "WindowShown",
        "WindowRestored",
        "WindowMaximized",
        "WindowDisplayChanged",
        "RenderTargetsReset",
        "RenderDeviceReset",
    }


def test_a_key_held_while_the_window_loses_the_focus_is_no_longer_held() -> None:
    reader = Reader()
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_1, mod=0, scancode=0)
    assert reader.read(down)
    assert reader.read(down) is None, "a held key chooses once"
    reader.read(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert reader.read(down)


def test_a_screen_of_another_density_shows_the_same_words(piloted: Piloted) -> None:
    """Moving to a screen of twice the density makes the window twice as many pixels large."""
    pilot = piloted((1000, 620), talk_stops=False)
    screen = SceneScreen(pilot.sitting, pilot.sitting.begin(Start("hall")))
    pilot.shows(screen)
    long = next(box for piece, box in pilot.page.flow if piece.name == "passage1")
    screen.scroll = long.top + long.height // 2
    size = pilot.stage.kit.reading.size
    pilot.stage.act(Resize(2000, 1240))
    assert pilot.stage.kit.reading.size > 1.5 * size
    long = next(box for piece, box in pilot.page.flow if piece.name == "passage1")
    assert abs(screen.scroll - (long.top + long.height // 2)) < pilot.page.view.height
    assert pilot.picture().get_size() == (2000, 1240)


@pytest.mark.parametrize("size", [(320, 240), (640, 480), (500, 900), (3840, 600)])
def test_every_screen_can_be_used_in_a_window_of_any_size(piloted: Piloted, size: tuple[int, int]) -> None:
    pilot = piloted(size)
    title = pilot.screen
    play = pilot.sitting.begin()
    saves = SavesScreen(pilot.sitting, play)
    more = [KeysScreen(pilot.sitting), LeavingCard(pilot.sitting), saves]
    more.append(NameScreen(pilot.sitting, play, saves))
    for screen in [*every_screen(pilot), *more]:
        pilot.stage.stack = (title,) if screen is title else (title, screen)
        hold_to_the_laws(pilot)


def test_a_window_smaller_than_any_is_laid_out_for_the_smallest(pilot: Pilot) -> None:
    pilot.stage.act(Resize(10, 10))
    assert pilot.stage.size == (320, 240)
    assert pilot.page.flow


def test_many_changes_of_size_in_one_turn_of_the_loop(pilot: Pilot) -> None:
    pilot.press("2")
    for width in range(400, 1400, 37):
        pilot.stage.act(Resize(width, 600))
        pilot.stage.act(Expose())
    assert "The essay" in pilot.text
    assert pilot.picture().get_width() == pilot.stage.size[0]


@pytest.mark.parametrize(
    ("screen", "window"),
    [((1366, 768), (1280, 720)), ((800, 600), (792, 552)), ((3840, 2160), (3065, 1689))],
)
def test_a_window_leaves_room_for_its_frame(screen: tuple[int, int], window: tuple[int, int]) -> None:
    assert fitting(screen) == window


def test_only_the_boxes_of_the_focus_are_painted_where_nothing_else_changes(piloted: Piloted) -> None:
    pilot = piloted((1366, 768)).press("2")
    surface = pilot.picture()
    pilot.press("down")
    assert not pilot.stage.needs_drawing
    rectangles = pilot.stage.touch_up(surface)
    assert len(rectangles) == 1
    assert rectangles[0].height < 80
    assert surface.get_view("0").raw == pilot.picture().get_view("0").raw
    pilot.press("down")
    assert len(pilot.stage.touch_up(surface)) == 2
    assert surface.get_view("0").raw == pilot.picture().get_view("0").raw


def test_the_pointer_gives_the_focus_to_what_it_is_on(pilot: Pilot) -> None:
    pilot.press("2")
    target = next(t for t, _ in pilot.page.targets if t.id == "choice:leave")
    box = pilot.screen.box_on_screen(target, False, pilot.page)
    pilot.event(pygame.MOUSEMOTION, buttons=(0, 0, 0), pos=(box.left + 9, box.top + 9), rel=(1, 0))
    assert pilot.screen.focus == "choice:leave"
    pilot.event(pygame.MOUSEMOTION, buttons=(0, 0, 0), pos=(5, 5), rel=(1, 0))
    assert pilot.screen.focus == "choice:leave", "nothing is lost by moving away"
    pilot.event(pygame.MOUSEMOTION, buttons=(0, 0, 0), pos=(box.left, box.top - 60), rel=(1, 0), touch=True)
    assert pilot.screen.focus == "choice:leave", "a finger does not hover"


@pytest.mark.parametrize("size", [(1, 1), (100, 60), (1, 700), (700, 1)])
def test_a_window_that_a_tiling_desktop_makes_far_too_small_is_no_error(
    piloted: Piloted, size: tuple[int, int]
) -> None:
    pilot = piloted((800, 600))
    title = pilot.screen
    for screen in every_screen(pilot):
        pilot.stage.stack = (title,) if screen is title else (title, screen)
        pilot.stage.size, pilot.stage.needs_drawing = size, True
        assert pilot.picture().get_size() == size


def test_a_word_of_an_input_method_in_an_answer_is_drawn_where_it_will_stand(pilot: Pilot) -> None:
    kept: list[str] = []
    pilot.shows(AnswerCard((), "ab", kept.append)).press("left")
    before = pilot.picture().get_view("0").raw
    pilot.event(pygame.TEXTEDITING, text="に")
    assert pilot.picture().get_view("0").raw != before
    pilot.press("enter")
    assert pilot.name == "AnswerCard", "Enter chooses among what the input method offers"
    pilot.event(pygame.TEXTINPUT, text="日")
    pilot.press("enter")
    assert kept == ["a日b"]


def test_a_field_that_goes_away_in_mid_word_leaves_no_dead_keys(pilot: Pilot) -> None:
    """No event tells that the composing has ended when a click closes the card."""
    kept: list[str] = []
    pilot.shows(AnswerCard((), "", kept.append))
    pilot.event(pygame.TEXTEDITING, text="に")
    pilot.click("keep").press("down")
    pilot.shows(AnswerCard((), "", kept.append)).type("ok").press("enter")
    assert kept == ["", "ok"]


def test_altgr_and_v_types_its_sign_and_pastes_nothing() -> None:
    """Windows sends Ctrl and Alt for AltGr; on some keyboards it makes a quotation mark of the V."""
    reader = Reader(lambda: "pasted")
    reader.is_typing = True
    altgr = pygame.KMOD_CTRL | pygame.KMOD_ALT
    assert reader.read(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_v, mod=altgr, scancode=0)) is None
    assert reader.read(pygame.event.Event(pygame.TEXTINPUT, text="„")) == Typed("„")


def test_a_clipboard_with_megabytes_is_cut_and_with_pictures_is_nothing(pilot: Pilot) -> None:
    pilot.shows(AnswerCard((), "", lambda text: None)).paste("long \0\n" * 1_000_000)
    assert pilot.screen.field is not None
    assert len(pilot.screen.field.text) == 2000
    assert "\0" not in pilot.screen.field.text
    pilot.press("esc").shows(AnswerCard((), "", lambda text: None)).paste("")
    assert pilot.screen.field.text == ""


def test_what_was_being_typed_survives_a_lost_display_and_another_density(pilot: Pilot) -> None:
    pilot.shows(AnswerCard((), "", lambda text: None)).type("half a sen")
    for kind in (pygame.RENDER_DEVICE_RESET, pygame.WINDOWDISPLAYCHANGED, pygame.WINDOWRESTORED):
        pilot.event(kind)
    pilot.event(pygame.VIDEORESIZE, w=3840, h=2160)
    pilot.type("tence")
    assert pilot.screen.field is not None
    assert pilot.screen.field.text == "half a sentence"
    assert pilot.picture().get_size() == (3840, 2160)
