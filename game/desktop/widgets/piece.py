"""A piece of a page: a size, a way to be painted, and what of it can be pressed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

import pygame

from game.desktop.layout import Box

if TYPE_CHECKING:
    from game.desktop.moving import Moving

Reach = Literal["main", "aside", "pointer"]
"""How a target is reached: by arrows and Tab, by Tab alone (a word in a text), or by the pointer alone."""


class Target(NamedTuple):
    """Something that can be pressed; `box` is relative to the piece. One id may have several boxes.

    `words` say what it is where that is not what its piece says: one word of a text.
    """

    id: str
    box: Box
    reach: Reach = "main"
    words: str = ""


class Placed(NamedTuple):
    """A piece and the box it stands in."""

    piece: Piece
    box: Box


Paint = Callable[[pygame.Surface, int, int, str], None]
"""Paints at left and top; the last argument is the id of the target that has the focus, or empty."""


class Piece(NamedTuple):
    """A piece of a page. All that it paints lies within its width and height."""

    name: str
    width: int
    height: int
    paint: Paint
    targets: tuple[Target, ...] = ()
    words: str = ""
    inner: tuple[Placed, ...] = ()
    last_width: int = 0
    """Of a text: how far its last line reaches."""
    aloud: tuple[str, ...] = ()
    """What is said of it where that is not `words`: a choice with its number, a paper with its kind."""
    once: tuple[str, ...] = ()
    """What is said after that, but not again on a page that repeats it: an explanation."""
    pitch: int = 0
    """Of a text that may come up line by line: the distance between its lines, in pixels."""


class Gap(NamedTuple):
    """Empty height; `stretch` lets it take what is left of a page that is not full, at most `most` of it."""

    height: int
    stretch: bool = False
    most: int = 0
    """Pixels; 0 for all that is left."""


class Page(NamedTuple):
    """A laid-out page. `fixed` boxes are in the window; `flow` boxes count from the top of what scrolls.

    `view` is where the flow shows. `card` is the ground of a page that lies on another one, `ground` a
    picture under the whole page.
    """

    fixed: tuple[Placed, ...]
    flow: tuple[Placed, ...]
    view: Box
    height: int
    card: Box | None = None
    targets: tuple[tuple[Target, bool], ...] = ()
    """Every target with its box in the window (fixed, True) or in the flow (False), in reading order."""

    ground: Piece | None = None
    backdrop: Hashable = None
    """What the page's ground and its picture depend on; pages with the same one share what is drawn."""

    moving: Moving | None = None
    """What moves in the picture beside the page."""

    @property
    def furthest(self) -> int:
        """The largest distance that the flow can be scrolled by."""
        return max(0, self.height - self.view.height)


def assembled(
    fixed: Sequence[Placed], flow: Sequence[Placed], view: Box, height: int, card: Box | None = None
) -> Page:
    """Return a page with the targets of its pieces gathered, the fixed ones first."""
    targets = [(_moved(target, box), True) for piece, box in fixed for target in piece.targets]
    targets += [(_moved(target, box), False) for piece, box in flow for target in piece.targets]
    return Page(tuple(fixed), tuple(flow), view, height, card, tuple(targets))


def stacked(items: Sequence[Piece | Gap], left: int, top: int, room: int) -> tuple[list[Placed], int]:
    """Place pieces under each other; return them with the height used.

    Stretching gaps share what is left of `room`. Where a little is wanting, all gaps give up to half of their
    height: a page that just misses its window need not scroll.
    """
    total = sum(item.height for item in items)
    stretching = [item for item in items if isinstance(item, Gap) and item.stretch]
    spare = max(0, room - total) // len(stretching) if stretching else 0
    gaps = sum(item.height for item in items if isinstance(item, Gap))
    wanting = total - room
    kept = 1 - wanting / gaps if 0 < wanting <= gaps / 2 else 1
    placed, y = [], top
    for item in items:
        if isinstance(item, Piece):
            placed.append(Placed(item, Box(left, y, item.width, item.height)))
            y += item.height
        else:
            y += int(item.height * kept)
            if item.stretch:
                y += min(spare, item.most) if item.most else spare
    return placed, y - top


def framed(name: str, parts: Sequence[Placed], width: int, height: int, ground: Paint | None = None) -> Piece:
    """Return one piece made of others, painted over a ground."""

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        if ground:
            ground(surface, left, top, focus)
        for piece, box in parts:
            piece.paint(surface, left + box.left, top + box.top, focus)

    targets = tuple(_moved(target, box) for piece, box in parts for target in piece.targets)
    words = "\n".join(piece.words for piece, _ in parts if piece.words)
    return Piece(name, width, height, paint, targets, words, tuple(parts))


def is_cut(target: str, top: int, height: int, view: Box) -> bool:
    """Tell whether a choice is only half in sight; one that nearly fills the view is shown anyway."""
    is_whole = top >= view.top and top + height <= view.bottom
    return target.startswith("choice:") and not is_whole and height < view.height * 0.6


def _moved(target: Target, box: Box) -> Target:
    id, at, reach, words = target  # not `_replace`, which takes four times as long
    return Target(id, at.moved(box.left, box.top), reach, words)
