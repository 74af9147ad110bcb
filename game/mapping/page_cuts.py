"""Where a tall picture is cut for printing: between the boxes, into pieces of much the same height."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

PAGE_SHAPE = 1.4
"""Height to width of what a printed page has left beside its margins and a heading."""
SHRINKS = 0.15
"""Of a page: so much more is shrunk to fit rather than put on a page of its own."""
CLEAR = 5.0
"""Pixels between a cut and what stands nearest."""


def slices(
    across: float, down: float, taken: Iterable[tuple[float, float]]
) -> tuple[tuple[float, float], ...]:
    """Return the pieces as (y, height); `taken` are the spans (first, last) that no cut may touch.

    Where boxes leave no gap anywhere near, the cut goes through them.
    """
    spans = list(taken)
    pages = max(1, math.ceil(down / (across * PAGE_SHAPE) - SHRINKS))
    edges = [0.0]
    for left in range(pages, 1, -1):
        piece = (down - edges[-1]) / left
        ideal = edges[-1] + piece
        free = [
            end + CLEAR
            for _, end in spans
            if abs(end + CLEAR - ideal) < piece / 4 and _is_free(end + CLEAR, spans)
        ]
        edges.append(min(free, key=lambda y: abs(y - ideal), default=ideal))
    edges.append(down)
    return tuple((top, bottom - top) for top, bottom in pairwise(edges))


def _is_free(y: float, spans: Iterable[tuple[float, float]]) -> bool:
    return not any(first - CLEAR < y < last + CLEAR for first, last in spans)
