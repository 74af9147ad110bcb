"""What a page says aloud: all that it shows, in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.desktop.widgets.piece import Page, Piece, Target

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_LONGEST = 240
"""Signs of a line with more than one sentence."""

_SILENT = frozenset({"more"})
"""Pieces that mean nothing to somebody who hears the whole page anyway."""


def spoken(page: Page) -> tuple[str, ...]:
    """Return a page as lines for a voice: the head, the place and who is there, the text, last the keys."""
    pieces = [piece for piece, _ in (*page.fixed, *page.flow) if piece.name not in _SILENT]
    ordered = sorted(pieces, key=_place_in_reading)
    return tuple(line for piece in ordered for line in said_of(piece))


def spoken_news(page: Page) -> tuple[str, ...]:
    """Return what of a page was not heard before: a result stands below the page that led to it."""
    pieces = [piece for piece, _ in page.flow]
    taken = next((at for at, piece in enumerate(pieces) if piece.name == "taken"), None)
    if taken is None:
        return spoken(page)
    keys = [piece for piece, _ in page.fixed if piece.name == "keys"]
    return tuple(line for piece in (*pieces[taken:], *keys) for line in said_of(piece))


def _place_in_reading(piece: Piece) -> int:
    order = {"heading": 0, "poster": 1, "band": 1, "present": 2, "keys": 4}
    return order.get(piece.name, 3)


def spoken_target(page: Page, target: str) -> tuple[str, ...]:
    """Return what is said of a target that has come to the focus; nothing where there is no such target."""
    for piece, _ in (*page.fixed, *page.flow):
        if found := _target(piece, target):
            words = found[1].words
            return (words,) if words else tuple(said_of(found[0]))
    return ()


def said_of(piece: Piece) -> Iterator[str]:
    """Yield the lines of one piece: a paragraph is a line."""
    if piece.aloud:
        yield from _lines("\n\n".join(piece.aloud))
    elif piece.inner:
        for inner, _ in piece.inner:
            yield from said_of(inner)
    else:
        yield from _lines(piece.words)


def _lines(text: str) -> Iterator[str]:
    """The paragraphs of a text; a long one in several lines of whole sentences."""
    for paragraph in text.split("\n\n"):
        line = ""
        for sentence in _SENTENCE.split(" ".join(paragraph.split())):
            if line and len(line) + len(sentence) >= _LONGEST:
                yield line
                line = ""
            line = f"{line} {sentence}".strip()
        if line:
            yield line


def _target(piece: Piece, target: str) -> tuple[Piece, Target] | None:
    """The innermost piece that has a target, with the target."""
    own = next((found for found in piece.targets if found.id == target), None)
    if own is None:
        return None
    for inner, _ in piece.inner:
        if found := _target(inner, target):
            return found
    return piece, own
