"""Faces: what the kerning of a font must not do to the space after a comma."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.desktop.fonts import Family, Fonts
from game.desktop.theme import load_theme

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture
def fonts() -> Fonts:
    pygame.font.init()
    return Fonts(load_theme(ASSETS / "theme.toml"), ASSETS / "fonts")


@pytest.mark.parametrize("family", ["label", "label_bold", "heading", "stamp"])
@pytest.mark.parametrize("size", [16, 18, 27, 42])
@pytest.mark.parametrize("sign", [",", ".", ";", ":"])
def test_a_space_after_a_sign_is_as_wide_as_any_other(
    fonts: Fonts, family: Family, size: int, sign: str
) -> None:
    face = fonts.face(family, size)
    after_sign = face(f"loose{sign} End") - face(f"loose{sign}") - face("End")
    assert after_sign >= face(" ")


def test_a_text_is_drawn_as_wide_as_it_is_measured(fonts: Fonts) -> None:
    face = fonts.face("label", 18)
    text = "23 November 2026, 20:30. At its end; gone"
    assert face.render(text, (0, 0, 0)).width == face(text)
