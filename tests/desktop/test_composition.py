"""How a page fills its window: a picture where there is room, nothing far from what it belongs to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.desktop.resources import UNTOUCHED
from game.desktop.screens.about import AboutScreen
from game.desktop.screens.debrief import DebriefScreen
from game.desktop.screens.enter_code import EnterCodeScreen
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.scene import SceneScreen
from game.desktop.screens.settings import SettingsScreen
from game.desktop.screens.starting import ContentNoteScreen
from game.desktop.widgets.photograph import retouch_of
from game.story.photograph import photograph_of
from game.story.playthrough import Start
from tests.desktop.pilot import Pilot

NOWHERE = [AboutScreen, EnterCodeScreen, SettingsScreen, ContentNoteScreen]


@pytest.mark.parametrize("screen", NOWHERE)
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080), (3440, 1440), (3840, 2160)])
def test_a_page_that_happens_nowhere_has_a_picture_beside_it_and_no_empty_side(
    piloted: Callable[..., Pilot], size: tuple[int, int], screen: type[PageScreen]
) -> None:
    pilot = piloted(size)
    pilot.shows(screen(pilot.sitting))  # type: ignore[call-arg]
    picture = next(box for piece, box in pilot.page.fixed if piece.name == "poster")
    foot = next(box for piece, box in pilot.page.fixed if piece.name == "keys")
    column = max(box.width for _, box in pilot.page.flow)
    assert picture.width >= 0.3 * size[0]
    assert foot.left > picture.right
    left_over = size[0] - foot.left - column
    assert abs(left_over - (foot.left - picture.right)) < 0.02 * size[0] + 8, "one margin is wider"


@pytest.mark.parametrize("size", [(800, 600), (1024, 768)])
def test_a_narrow_window_keeps_its_width_for_the_text(
    piloted: Callable[..., Pilot], size: tuple[int, int]
) -> None:
    pilot = piloted(size)
    pilot.shows(AboutScreen(pilot.sitting))
    assert "poster" not in {piece.name for piece, _ in pilot.page.fixed}


def test_a_narrow_window_has_a_strip_of_the_poster_at_its_edge_and_no_text_on_it(
    piloted: Callable[..., Pilot],
) -> None:
    pilot = piloted((800, 600), text_size=200)
    pilot.shows(AboutScreen(pilot.sitting))
    picture, cream = pilot.picture(), pilot.stage.kit.palette.cream
    assert all(picture.get_at((1, y))[:3] != cream for y in range(0, 600, 50))
    strip = max(x for x in range(60) if picture.get_at((x, 1))[:3] != cream)
    assert strip < min(box.left for _, box in pilot.page.flow)


def test_a_date_does_not_stand_alone_where_its_title_is_scrolled_away(piloted: Callable[..., Pilot]) -> None:
    pilot = piloted(text_size=200)
    pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("flat"))))
    head = next(box for piece, box in pilot.page.flow if piece.name == "heading")

    def reds(scroll: int) -> int:
        pilot.screen.scroll = scroll
        picture, left = pilot.picture(), pilot.page.view.left + head.left
        across = range(left, left + head.width // 2)
        rows = range(max(0, head.top - scroll), head.bottom - scroll)
        return sum(picture.get_at((x, y))[:3] == pilot.stage.kit.palette.red for x in across for y in rows)

    assert reds(head.top) > 0
    assert reds(head.top + 24) == 0


@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (1366, 768), (1920, 1080)])
def test_all_entries_of_the_title_are_in_sight(piloted: Callable[..., Pilot], size: tuple[int, int]) -> None:
    pilot = piloted(size)
    pilot.press("2", "2").press("esc").press("9")  # a game to go on with: the first entry has two lines more
    assert pilot.name == "TitleScreen"
    assert "Continue" in pilot.text
    assert pilot.page.furthest == 0


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_the_ways_on_stay_near_the_text_of_a_short_page(
    piloted: Callable[..., Pilot], size: tuple[int, int]
) -> None:
    pilot = piloted(size, talk_stops=False)
    pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("flat"))))
    rows = [box for piece, box in pilot.page.flow if piece.name.startswith("row:")]
    above = [box for piece, box in pilot.page.flow if box.bottom <= rows[0].top]
    assert rows[0].top - max(box.bottom for box in above) <= 60 * pilot.stage.kit.scale


def test_small_prints_beside_each_other_have_numbers_and_the_names_below_have_them_too(
    piloted: Callable[..., Pilot],
) -> None:
    def names(size: tuple[int, int]) -> str:
        pilot = piloted(size)
        debrief = DebriefScreen(
            pilot.sitting, pilot.sitting.begin(Start("flat", given={"feldman": "arrested"}))
        )
        debrief.leaf = "people"
        return pilot.shows(debrief).text

    assert "No longer in the picture: Lev Markovich Feldman." in names((1920, 1080))
    assert "No longer in the picture: 2 Lev Markovich Feldman." in names((1366, 768))


def test_the_print_keeps_its_paint_in_high_contrast(piloted: Callable[..., Pilot]) -> None:
    paints = set()
    for high_contrast in (False, True):
        pilot = piloted(high_contrast=high_contrast)
        play = pilot.sitting.begin(Start("flat", given={"feldman": "arrested"}))
        retouch = retouch_of(pilot.stage.kit, photograph_of(play.playthrough))
        assert retouch != UNTOUCHED
        paints.add(retouch.colour)
    assert paints == {(0xC6, 0xB7, 0x93)}
