"""Rectangles from rectangles: where picture, text and keys stand in a window of any size. No surface."""

from __future__ import annotations

from typing import NamedTuple

READING_MINIMUM = 55
"""Characters a line beside the picture must hold; the picture gives way, and at last becomes a band."""

POSTER_SMALLEST = 0.75
"""The share of the theme's least poster width down to which a poster shrinks before it becomes a band."""

BAND_NEEDS = 34
"""The height of a window that has room for a band, in average characters' widths of its text."""


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel to the right of it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.top + self.height

    def moved(self, x: int, y: int) -> Box:
        """Return the same box elsewhere."""
        return Box(self.left + x, self.top + y, self.width, self.height)

    def inset(self, x: int, y: int) -> Box:
        """Return the box without a border of `x` and `y` pixels."""
        return Box(self.left + x, self.top + y, max(0, self.width - 2 * x), max(0, self.height - 2 * y))

    def holds(self, x: int, y: int) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= x < self.right and self.top <= y < self.bottom

    def meets(self, other: Box) -> bool:
        """Tell whether the two share a pixel."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Frame(NamedTuple):
    """A window cut up: `poster` and `band` are None where there is no room for a picture.

    `poster` stands on the left; its right edge leans, `slant` pixels further left at the foot. `band` is the
    size of a picture that lies across the top of the text and scrolls with it. `column` is where text may
    stand, from the top to the line of keys; `view` is the part of the window that scrolls.
    """

    poster: Box | None
    slant: int
    band: Box | None
    column: Box
    view: Box
    foot: Box


def cut(
    width: int,
    height: int,
    *,
    foot: int,
    character: float,
    space: dict[str, float],
    scale: float,
    has_picture: bool,
) -> Frame:
    """Cut a window of `width` x `height` with a line of keys `foot` high. `space` is unscaled."""
    margin = round((space["margin"] if width >= 1000 * scale else space["margin_small"]) * scale)
    share = round(width * space["poster_share"])
    spare = width - 2 * margin - round(8 * scale) - round(READING_MINIMUM * character)
    poster = None
    if has_picture and min(share, spare) >= POSTER_SMALLEST * space["poster_minimum"]:
        poster = Box(0, 0, min(share, spare), height)
    band_height = round(height * space["band_share"])
    has_room = band_height >= space["band_minimum"] and height >= BAND_NEEDS * character
    band = Box(0, 0, width, band_height) if has_picture and not poster and has_room else None
    left = (poster.right if poster else 0) + margin
    column = Box(left, 0, width - left - margin - round(8 * scale), height - foot)
    view = Box(poster.right if poster else 0, 0, width - (poster.right if poster else 0), height - foot)
    slant = round(poster.width * space["poster_slant"]) if poster else 0
    return Frame(poster, slant, band, column, view, Box(left, height - foot, column.width, foot))
