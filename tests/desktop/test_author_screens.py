"""The author's screens hold to the laws of every page: nothing meets, nothing is cut, at any size."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.desktop.bench import Built, Finding, FoundPack, Library, Meaning, Preview
from game.desktop.screens.class_page import ClassScreen, PackScreen, StoriesScreen
from game.desktop.screens.jump import JumpScreen
from game.desktop.screens.messages import MessagesScreen
from game.desktop.screens.new_pack import NewPackScreen
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.preview import PreviewScreen
from game.desktop.screens.variables import VariablesScreen
from game.disk import Settings
from game.explore.wording import condition_words
from game.story.playthrough import Start
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import small_story
from tests.desktop.test_nothing_is_cut import hold_to_the_laws

CASES = list(
    itertools.product([(800, 600), (1366, 768), (3840, 2160)], [80, 100, 200], ["serif", "dyslexic"])
)
FINDINGS = (
    Finding(
        True,
        "L101",
        "there is no scene `ofice`",
        "chapters/01_december/a_file_with_a_rather_long_name.yaml",
        41,
        "\t  - {id: call, text: " + "a long line " * 40 + ", to: ofice}",
        505,
        510,
        "did you mean `office`?",
        Meaning("an unknown scene", "A link leads to a scene.", "to: ofice", "to: office"),
    ),
    Finding(False, "P104", "a choice text of 130 signs", "", 0, ""),
)
PACKS = (
    FoundPack(Path("/usr/share/third_chair/scenes/third_chair"), "third_chair", "The Third Chair", "", True),
    FoundPack(
        Path("/home/teacher/" + "a_long_folder/" * 9 + "mine.zip"), "mine", "Letters of 9b", "third_chair"
    ),
)
LIBRARY = Library(
    lambda: PACKS, lambda path: Built(None, FINDINGS), lambda: Path("/home/teacher/packs"), lambda path: True
)


def every_screen(pilot: Pilot) -> Iterator[PageScreen]:
    sitting, story = pilot.sitting, small_story()
    preview = Preview(lambda: Built(None), lambda: 0, condition_words)
    places = {id: f"third_chair/chapters/01_december/{id}_and_more.yaml:41" for id in story.scenes}
    for scene in ("flat", "desk", "hall", "draw", "end"):
        yield PreviewScreen(sitting, preview, Built(story, FINDINGS, Start(scene), places))
    shown = PreviewScreen(sitting, preview, Built(story, FINDINGS, Start("desk"), places))
    shown.said = "Read again at 12:00:00. The way you came now ends here: flat.mend."
    shown.set(story.variable["feldman"], 1)
    yield shown
    yield JumpScreen(shown)
    yield VariablesScreen(shown)
    yield MessagesScreen(sitting, FINDINGS)
    yield MessagesScreen(sitting, FINDINGS, is_watched=True)
    yield ClassScreen(sitting, LIBRARY)
    yield from (PackScreen(sitting, LIBRARY, pack) for pack in PACKS)
    yield StoriesScreen(sitting, LIBRARY)
    yield NewPackScreen(sitting, LIBRARY, lambda path: None)  # type: ignore[arg-type,return-value]


@pytest.mark.parametrize(("size", "text_size", "typeface"), CASES)
def test_no_author_page_is_cut(size: tuple[int, int], text_size: int, typeface: str) -> None:
    pilot = Pilot(small_story(), size, Settings(text_size=text_size, typeface=typeface), LIBRARY)  # type: ignore[arg-type]
    title = pilot.screen
    hold_to_the_laws(pilot)
    for screen in every_screen(pilot):
        pilot.stage.stack = (title, screen)
        hold_to_the_laws(pilot)


@pytest.mark.parametrize(("size", "text_size", "typeface"), CASES)
def test_the_strip_lies_below_the_page_and_leaves_it_room(
    size: tuple[int, int], text_size: int, typeface: str
) -> None:
    pilot = Pilot(small_story(), size, Settings(text_size=text_size, typeface=typeface))  # type: ignore[arg-type]
    for screen in every_screen(pilot):
        pilot.stage.stack = (screen,)
        for piece, box in pilot.page.fixed:
            if piece.name == "strip":
                assert box.bottom == size[1]
                assert box.height <= size[1] * 0.36
                assert pilot.page.view.bottom <= box.top
