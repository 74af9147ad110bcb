"""Laws of layout for any text, window and type: nothing meets, nothing leaves its box, no word is lost."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.desktop.screens.scene import SceneScreen
from game.desktop.text_layout import lay_out
from game.desktop.widgets.paragraph import said
from game.disk import Settings
from game.story.model import Choices, Passage, Scene, Way
from game.story.playthrough import Start
from game.story.prose import Prose, TermWords, Words
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import small_story
from tests.desktop.test_nothing_is_cut import hold_to_the_laws

LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщъыьэюяéèçüßñ0123456789—–-'“”«».,;:!?/()"
WORD = st.text(LETTERS, min_size=1, max_size=12) | st.text("Winzerschaft-№", min_size=20, max_size=60)
SENTENCE = st.lists(WORD, min_size=1, max_size=40).map(" ".join)
RUN = st.builds(Words, SENTENCE, st.sampled_from(["plain", "emphasis", "strong", "both"]))
TERM = st.builds(TermWords, SENTENCE, st.just("opposition"))
PROSE = st.lists(st.lists(RUN | TERM, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)
PASSAGE = st.one_of(
    st.builds(Passage, st.just("text"), PROSE),
    st.builds(Passage, st.just("speech"), PROSE, who=st.just("feldman")),
    st.builds(
        Passage,
        st.just("document"),
        PROSE,
        document=st.sampled_from(["telegram", "letter", "order", "minutes", "newspaper", "list", "form"]),
        title=SENTENCE,
        provenance=st.sampled_from(["composite", "documented", ""]),
    ),
)
SETTINGS = st.builds(
    Settings,
    text_size=st.integers(80, 200),
    typeface=st.sampled_from(["serif", "sans", "dyslexic"]),
    line_spacing=st.sampled_from(["close", "normal", "wide"]),
    high_contrast=st.booleans(),
    reading_aloud=st.booleans(),
    projector=st.booleans(),
    notes_read=st.just(("small",)),
)
SIZE = st.tuples(st.integers(480, 2560), st.integers(360, 1440))
LAWS = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LONG_LAWS = settings(LAWS, max_examples=150)


def scene(title: str, passages: list[Passage], choices: list[Prose]) -> Scene:
    ways = tuple(Way(f"w{position}", "hall", text) for position, text in enumerate(choices))
    return Scene(
        "flat",
        title,
        "december",
        "invented",
        tuple(passages),
        Choices(ways),
        date="1934-12-01",
        place="apartment_night",
        show=("feldman", "sorokin"),
    )


SCENE = st.builds(
    scene,
    SENTENCE.map(lambda text: text[:60]),
    st.lists(PASSAGE, min_size=1, max_size=3),
    st.lists(PROSE, min_size=1, max_size=9),
)


@pytest.fixture(scope="module", autouse=True)
def own_home() -> Iterator[None]:
    """A folder for the whole module: hypothesis runs one test many times."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("THIRD_CHAIR_HOME", folder)
        yield


def words_of(text: Prose) -> list[str]:
    return " ".join("".join(run.text for run in part) for part in text).split()  # type: ignore[union-attr]


def hold(size: tuple[int, int], given_settings: Settings, given_scene: Scene) -> None:
    story = small_story()
    story = replace(story, scenes={**story.scenes, "flat": given_scene})
    pilot = Pilot(story, size, given_settings)
    pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin()))
    hold_to_the_laws(pilot)
    shown = "\n".join(piece.words for piece, _ in pilot.page.flow).split()
    for passage in given_scene.passages:
        missing = [word for word in words_of(passage.text) if word not in shown]
        assert not missing, missing
    # Every way of a page can be reached: all at once, or one after the other on a projector.
    assert len({t for t in pilot.targets if t.startswith("choice:")}) == (
        1 if given_settings.projector else len(given_scene.entries)
    )
    pilot.picture()


@LAWS
@given(SIZE, SETTINGS, SCENE)
def test_a_page_holds_to_the_laws(
    size: tuple[int, int], given_settings: Settings, given_scene: Scene
) -> None:
    hold(size, given_settings, given_scene)


@pytest.mark.long
@LONG_LAWS
@given(SIZE, SETTINGS, SCENE)
def test_many_pages_hold_to_the_laws(
    size: tuple[int, int], given_settings: Settings, given_scene: Scene
) -> None:
    hold(size, given_settings, given_scene)


@LAWS
@given(SENTENCE, st.integers(1, 900), st.integers(8, 80))
def test_lines_hold_every_sign_and_none_is_wider_than_the_column(text: str, width: int, size: int) -> None:
    pygame.font.init()
    face = Pilot(None).stage.kit.fonts.face("reading", size)
    lines = [line for paragraph in said(text) for line in lay_out(paragraph, width, face)]
    drawn = "".join(line.text for line in lines)
    assert drawn.replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert line.width <= width or len(line.text.strip()) == 1
        for one, other in zip(line.fragments, line.fragments[1:], strict=False):
            assert one.left + one.width <= other.left + 1


@LAWS
@given(SIZE, SETTINGS, st.integers(0, 4000))
def test_no_line_of_a_text_is_cut_wherever_the_page_is_scrolled(
    size: tuple[int, int], given_settings: Settings, scroll: int
) -> None:
    """What stands in the first and last pixel row of the view is never a letter of a paragraph."""
    calm = replace(given_settings, projector=False, talk_stops=False, skip_hard_passages=False)
    pilot = Pilot(small_story(), size, calm)
    screen = SceneScreen(pilot.sitting, pilot.sitting.begin(Start("hall")))
    pilot.shows(screen)
    page = pilot.page
    screen.scroll = min(scroll, page.furthest)
    picture, view = pilot.picture(), page.view
    text = next(box for piece, box in page.flow if piece.name == "passage1")
    for y in (view.top, view.bottom - 1):
        on_text = text.top <= y - view.top + screen.scroll < text.bottom
        if not on_text:
            continue
        left = view.left + text.left
        row = {tuple(picture.get_at((x, y))[:3]) for x in range(left, left + text.width)}
        assert row == {pilot.stage.kit.palette.cream}
