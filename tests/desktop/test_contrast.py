"""WCAG 2.2 AA by computation: the pairs of colours of both palettes, and every text as it is painted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from game.desktop.screens.keys_page import KeysScreen
from game.desktop.screens.leaving import LeavingCard
from game.desktop.screens.saves_page import SavesScreen
from game.desktop.screens.scene import SceneScreen
from game.desktop.theme import Colour, Palette, load_theme, mix
from game.desktop.widgets.piece import Placed
from game.story.playthrough import Start
from tests.desktop.pilot import ASSETS, Pilot, texts_of
from tests.desktop.test_nothing_is_cut import every_screen

TEXT = 4.5
LARGE = 3.0
"""Least contrast of large text (24 px, or 19 px and bold) and of what is no text but must be told apart."""

PAIRS = [
    # text
    ("ink", "cream", TEXT, "the story, labels"),
    ("ink", "paper", TEXT, "documents, fields"),
    ("ink", "strip", TEXT, "telegrams"),
    ("keys", "cream", TEXT, "keys at the foot, small matter"),
    ("keys", "paper", TEXT, "notes on papers"),
    ("quiet", "cream", TEXT, "closed choices"),
    ("red", "cream", TEXT, "dates, places, key names"),
    ("red", "paper", TEXT, "stamps"),
    ("red_dark", "paper", TEXT, "small red matter on papers"),
    ("steel_deep", "cream", TEXT, "who speaks"),
    ("link", "cream", TEXT, "addresses"),
    ("link", "paper", TEXT, "addresses on papers"),
    ("focus_text", "focus", TEXT, "what has the bar; the stop to talk"),
    ("focus_text", "red", TEXT, "the chosen one of several buttons"),
    ("red_on_ink", "focus", TEXT, "a number on the bar"),
    ("red_on_ink", "night", TEXT, "numbers of the title"),
    ("red_on_ink", "night_deep", TEXT, "numbers of the title"),
    ("cream", "night", TEXT, "the title"),
    ("cream", "night_deep", TEXT, "the title"),
    ("cream", "ink", TEXT, "name plates"),
    ("cream", "red", TEXT, "the hint that there is more"),
    ("sepia", "night", TEXT, "an empty desk, the keys of the title"),
    ("sepia_mid", "night", TEXT, "closed entries of the title"),
    ("ink", "sepia", TEXT, "papers on the desk, the photograph's plates"),
    # what is no text
    ("focus_ring", "cream", LARGE, "the ring around what has the focus"),
    ("focus_ring", "sepia", LARGE, "the ring on the desk"),
    ("focus", "cream", LARGE, "the bar"),
    ("cream", "night", LARGE, "the bar of the title"),
    ("ink", "cream", LARGE, "borders of buttons and keys"),
    ("steel", "cream", LARGE, "dots under a word of the glossary"),
    ("steel", "paper", LARGE, "the same on papers"),
    ("quiet", "cream", LARGE, "the bar that says where a page stands; lamps that are out"),
    ("red", "cream", LARGE, "lamps that burn"),
    ("paper", "night", LARGE, "papers on the desk"),
    ("ink", "paper", LARGE, "borders of fields"),
]

DECORATION = {
    "strip_edge", "steel_night", "retouch", "shadow",
}  # fmt: skip
"""Colours that tell nothing by themselves."""


def luminance(colour: Colour) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [sign / 255 for sign in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of WCAG 2.2, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def palette(name: str) -> Palette:
    theme = load_theme(ASSETS / "theme.toml")
    return theme.high_contrast if name == "high contrast" else theme.normal


def test_the_formula_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["normal", "high contrast"])
@pytest.mark.parametrize(("over", "under", "least", "where"), PAIRS)
def test_a_pair_of_colours_can_be_told_apart(
    name: str, over: str, under: str, least: float, where: str
) -> None:
    colours = palette(name)
    found = contrast(getattr(colours, over), getattr(colours, under))
    assert found >= least, f"{over} on {under} ({where}): {found:.2f}"


def test_a_stamp_can_be_read_on_paper_and_on_the_page() -> None:
    theme = load_theme(ASSETS / "theme.toml")
    for ground in (theme.normal.paper, theme.normal.cream):
        assert contrast(mix(theme.normal.red, ground, theme.space["stamp_opacity"]), ground) >= TEXT


def test_every_colour_is_in_a_pair_or_tells_nothing() -> None:
    paired = {name for over, under, _, _ in PAIRS for name in (over, under)}
    unpaired = set(Palette._fields) - paired - DECORATION
    assert unpaired <= {"house_paint"}


CASES = [
    ((1366, 768), False),
    ((800, 600), True),
    pytest.param((1366, 768), True, marks=pytest.mark.long),
    pytest.param((800, 600), False, marks=pytest.mark.long),
]


@pytest.mark.parametrize(("size", "high_contrast"), CASES)
def test_every_text_can_be_read_where_it_is_painted(
    piloted: Callable[..., Pilot], size: tuple[int, int], high_contrast: bool, home: Path
) -> None:
    """The commonest colour of a text's box is its ground; some pixel of it must stand out from that."""
    pilot = piloted(size, high_contrast=high_contrast)
    title = pilot.screen
    screens = [*every_screen(pilot), KeysScreen(pilot.sitting), LeavingCard(pilot.sitting)]
    screens.append(SavesScreen(pilot.sitting))
    screens.append(SceneScreen(pilot.sitting, pilot.sitting.begin(Start("desk"))))
    weak = []
    for screen in screens:
        pilot.stage.stack = (title,) if screen is title else (title, screen)
        picture, page = pilot.picture(), pilot.page
        placed = [*page.fixed, *(Placed(p, b.moved(page.view.left, page.view.top)) for p, b in page.flow)]
        for words, box in [found for each in placed for found in texts_of(each)]:
            if box.bottom > page.view.bottom or box.height > size[1] / 2:
                continue
            colours = Counter(
                tuple(picture.get_at((x, y))[:3])
                for x in range(max(0, box.left), min(box.right, box.left + 260, size[0]))
                for y in range(max(0, box.top), min(box.bottom, size[1]))
            )
            if not colours:
                continue
            ground = colours.most_common(1)[0][0]
            best = max(contrast(ground, colour) for colour in colours)  # type: ignore[arg-type]
            if best < TEXT:
                weak.append(f"{type(screen).__name__}: {words[:40]!r} {best:.2f}")
    assert weak == []
