"""Where the focus goes: the next target that way."""

from __future__ import annotations

from game.desktop.layout import Box
from game.desktop.widgets.piece import Target


def within(box: Box, view: Box, step: int) -> bool:
    """Tell whether a box lies in the view, or no further from it than a step."""
    return box.top >= view.top - step and box.bottom <= view.bottom + step


def after(focus: str, by: int, ids: list[str], seen: list[str]) -> str:
    """Return the id `by` places on, going round; from nowhere, the first of those in sight (or the last)."""
    if focus in ids:
        return ids[(ids.index(focus) + by) % len(ids)]
    return (seen or ids)[0 if by > 0 else -1]


def beyond(here: Box, ways: list[tuple[Target, Box]], across: int, down: int) -> tuple[Target, Box] | None:
    """Return the nearest target that way: in rows by height first, beside each other by distance."""
    if across:
        row = [(t, b) for t, b in ways if b.top < here.bottom and here.top < b.bottom]
        row = [(t, b) for t, b in row if (b.left - here.left) * across > 0]
        return min(row, key=lambda pair: abs(pair[1].left - here.left), default=None)
    beyond = [(t, b) for t, b in ways if (b.top >= here.bottom - 2 if down > 0 else b.bottom <= here.top + 2)]
    return min(beyond, key=lambda p: (abs(p[1].top - here.top), abs(p[1].left - here.left)), default=None)
