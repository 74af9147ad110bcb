"""At any size and text size no two texts meet, nothing leaves its place, every word can be scrolled to."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pygame
import pytest

from game.desktop.screens.about import AboutScreen
from game.desktop.screens.answer import AnswerCard
from game.desktop.screens.class_codes import ClassCodesScreen
from game.desktop.screens.debrief import DebriefScreen
from game.desktop.screens.enter_code import EnterCodeScreen
from game.desktop.screens.evidence import verdict
from game.desktop.screens.folder import FolderScreen
from game.desktop.screens.help import help_card
from game.desktop.screens.notice import Notice, NoticeCard, ProblemScreen
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.pause import PauseScreen
from game.desktop.screens.scene import SceneScreen
from game.desktop.screens.settings import SettingsScreen
from game.desktop.screens.starting import ContentNoteScreen
from game.desktop.widgets.paragraph import said
from game.story.content_views import FactView
from game.story.playthrough import Start
from tests.desktop.pilot import Pilot, texts_of

SIZES = [(800, 600), (1366, 768), (3840, 2160)]
TEXT_SIZES = [80, 100, 200]
CASES = list(itertools.product(SIZES, TEXT_SIZES, ["serif", "dyslexic"]))


def every_screen(pilot: Pilot) -> Iterator[PageScreen]:
    sitting = pilot.sitting
    yield pilot.screen
    play = sitting.begin(Start("flat"))
    for way in ("mend", "tray/letter_green", "file", "home"):
        play.choose(way)
    for scene in ("flat", "desk", "letter_seed", "hall", "draw", "end"):
        yield SceneScreen(sitting, sitting.begin(Start(scene)))
    for leaf in ("", *(id for id, _ in DebriefScreen.leaves)):
        debrief = DebriefScreen(sitting, play)
        debrief.leaf = leaf
        debrief.opened = {"open:missed.", "open:record.shot", "open:step0.shot"}
        yield debrief
    yield AnswerCard(
        said("Who gains, and who pays for it?"), "Nobody who was there. " * 20, lambda answer: None
    )
    for name, _ in FolderScreen.leaves:
        folder = FolderScreen(sitting, play)
        folder.leaf = name
        yield folder
    yield SettingsScreen(sitting)
    yield AboutScreen(sitting)
    yield EnterCodeScreen(sitting)
    yield ClassCodesScreen(sitting)
    yield ContentNoteScreen(sitting)
    flat = SceneScreen(sitting, sitting.begin())
    yield PauseScreen(sitting, flat)
    yield help_card(sitting, flat)
    yield NoticeCard(sitting, Notice("The debrief is saved", "/home/student/" + "very_long_name" * 12))
    yield ProblemScreen("The story could not be opened", "scenes/x.yaml:41:13: error[L201]: no scene `ofice`")


def hold_to_the_laws(pilot: Pilot) -> None:
    page = pilot.page
    width, height = pilot.stage.size
    view = page.view
    flow = [found for placed in page.flow for found in texts_of(placed)]
    assert flow
    for (words, box), (others, other) in itertools.combinations(flow, 2):
        assert not box.meets(other), f"{words!r} meets {others!r}"
    for words, box in flow:
        assert box.left >= 0, f"{words!r} begins left of the page"
        assert box.right <= view.width, f"{words!r} is wider than the page"
        assert box.bottom <= page.height, f"{words!r} cannot be scrolled to"
    for piece, box in page.fixed:
        assert box.left >= 0, piece.name
        assert box.right <= width, f"{piece.name} leaves the window"
        assert box.bottom <= height, f"{piece.name} leaves the window"
        assert not box.meets(view) or piece.name in {"poster", "present"}, f"{piece.name} lies on the text"


@pytest.mark.parametrize(("size", "text_size", "typeface"), CASES)
def test_no_page_of_the_window_is_cut(
    piloted: Callable[..., Pilot], size: tuple[int, int], text_size: int, typeface: str
) -> None:
    pilot = piloted(size, text_size=text_size, typeface=typeface)
    title = pilot.screen
    for screen in every_screen(pilot):
        pilot.stage.stack = (title,) if screen is title else (title, screen)
        hold_to_the_laws(pilot)


@pytest.mark.parametrize("text_size", TEXT_SIZES)
@pytest.mark.parametrize("scene", ["flat", "desk", "letter_seed", "hall"])
def test_a_piece_paints_nothing_outside_its_box(
    piloted: Callable[..., Pilot], scene: str, text_size: int
) -> None:
    pilot = piloted((800, 600), text_size=text_size)
    pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start(scene))))
    margin = 40
    for piece, _ in pilot.page.flow:
        if piece.name == "band":
            continue
        paper = pygame.Surface((piece.width + 2 * margin, piece.height + 2 * margin), pygame.SRCALPHA)
        piece.paint(paper, margin, margin, "")
        inked = paper.get_bounding_rect()
        assert inked.left >= margin - 2, piece.name
        assert inked.top >= margin - 2, piece.name
        assert inked.right <= margin + piece.width + 2, piece.name
        assert inked.bottom <= margin + piece.height + 2, piece.name


def test_reading_text_is_never_under_20_pixels(piloted: Callable[..., Pilot]) -> None:
    assert piloted((1280, 720)).stage.kit.reading.size == 20
    assert piloted((800, 600)).stage.kit.reading.size == 20
    assert piloted((3840, 2160)).stage.kit.reading.size == 62


def test_a_line_beside_the_picture_holds_55_to_75_characters(piloted: Callable[..., Pilot]) -> None:
    for size in [(800, 600), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160)]:
        pilot = piloted(size, talk_stops=False)
        pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("hall"))))
        long = next(piece for piece, _ in pilot.page.flow if "evening of the fifth" in piece.words)
        assert 54 <= long.width / pilot.stage.kit.character <= 75, size


def test_the_picture_gives_way_to_large_text(piloted: Callable[..., Pilot]) -> None:
    def pieces(text_size: int) -> set[str]:
        pilot = piloted((800, 600), text_size=text_size)
        pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("flat"))))
        return {piece.name for piece, _ in (*pilot.page.fixed, *pilot.page.flow)} & {"poster", "band"}

    assert pieces(100) == {"poster"}
    assert pieces(130) == {"band"}
    assert pieces(200) == set()


def test_the_mark_of_a_verdict_shows_with_its_words_or_not_at_all(piloted: Callable[..., Pilot]) -> None:
    told = FactView("a", (), "", "corroborated", "The archives bear this out.", "", (), ())
    piece = verdict(piloted((800, 600), text_size=200).stage.kit, told, 500, "a")
    words = piece.inner[1].box.left
    for bottom in range(piece.height + 100):
        surface = pygame.Surface((500, 200), pygame.SRCALPHA)
        surface.set_clip(pygame.Rect(0, 0, 500, bottom))
        piece.paint(surface, 0, 100, "")
        inked = pygame.mask.from_surface(surface)
        halves = [pygame.mask.Mask(inked.get_size()) for _ in range(2)]
        halves[0].draw(pygame.mask.Mask((words, 200), fill=True), (0, 0))
        halves[1].draw(pygame.mask.Mask((500 - words, 200), fill=True), (words, 0))
        beside, text = (bool(inked.overlap_area(half, (0, 0))) for half in halves)
        assert beside == text, bottom
