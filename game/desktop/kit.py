"""All that a page is made with: the window's size, the reader's settings, and the theme measured for both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from game.desktop.fonts import Face, Family, Fonts
from game.desktop.resources import Pictures
from game.desktop.theme import Palette, Theme

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pygame

    from game.desktop.widgets.piece import Piece
    from game.disk import Settings

_GROWS_LESS = frozenset({"title", "heading", "subheading", "stamp"})
"""Sizes that are large already: they follow the reader's text size half of the way."""


_PROJECTED = 1.5
"""How much larger text is on a projector, for the last row of a class."""


@dataclass(eq=False)
class Kit:
    """Made anew when the window or the settings change; a page is laid out for one kit."""

    width: int
    height: int
    settings: Settings
    theme: Theme
    fonts: Fonts
    pictures: Pictures

    @cached_property
    def backdrops(self) -> dict[Hashable, pygame.Surface]:
        """The ground of the last page with the picture of its place, drawn; see `scroll_area.py`."""
        return {}

    @cached_property
    def signposts(self) -> dict[Hashable, Piece]:
        """What stands alike on many pages, made and drawn once for this kit: heads, keys; see `chips.py`."""
        return {}

    @cached_property
    def documents(self) -> dict[Hashable, Piece]:
        """The last documents that were laid out for this kit, the oldest first; see `document.py`."""
        return {}

    @cached_property
    def palette(self) -> Palette:
        """The colours in use."""
        return self.theme.high_contrast if self.settings.high_contrast else self.theme.normal

    @cached_property
    def scale(self) -> float:
        """Pixels by pixels at 1280x720. Never under 1: letters of a small window must not be smaller."""
        return max(1.0, min(self.width / 1280, self.height / 720))

    @cached_property
    def text(self) -> float:
        """The reader's text size; 1 is normal."""
        size = self.settings.text_size / 100
        return min(2.0, size * _PROJECTED) if self.settings.projector else size

    def size(self, role: str) -> int:
        """Return a type size of the theme in pixels."""
        grown = self.text
        if role in _GROWS_LESS:
            grown = 1 + (self.text - 1) * 0.5
        return round(self.theme.type[role] * self.scale * grown)

    def space(self, role: str) -> int:
        """Return a space of the theme in pixels; spaces follow the window, not the text size."""
        return round(self.theme.space[role] * self.scale)

    def px(self, units: float) -> int:
        """Return a length given in pixels at 1280x720."""
        return round(units * self.scale)

    def face(self, family: Family, role: str) -> Face:
        """Return a family at a type size of the theme."""
        return self.fonts.face(family, self.size(role), self.settings.typeface)

    @cached_property
    def reading(self) -> Face:
        """The face of the story."""
        return self.face("reading", "reading")

    @cached_property
    def character(self) -> float:
        """The width of an average character of the story, in pixels."""
        sample = "He had been told that the answer was expected by the evening of the fifth"
        return self.reading(sample) / len(sample)

    @cached_property
    def measure(self) -> int:
        """The width of the longest line of reading text, in pixels."""
        return round(self.theme.type["measure_characters"] * self.character)

    def line_height(self, face: Face, role: str = "line") -> int:
        """Return the distance from line to line in pixels; never less than the letters need."""
        return max(face.height, round(self.theme.type[role] * face.size * self._spacing))

    @cached_property
    def _spacing(self) -> float:
        """The reader's line spacing, as a factor."""
        wide = self.theme.type["line_wide"] / self.theme.type["line"]
        return {"close": 0.88, "normal": 1.0, "wide": wide}[self.settings.line_spacing]
