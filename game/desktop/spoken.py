"""What a page says aloud: all that it shows, in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from game.desktop import letter_words
from game.desktop.widgets.piece import Page, Piece, Target

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_LONGEST = 240
"""Signs of a line with more than one sentence."""

_SILENT = frozenset({"more"})
"""Pieces that mean nothing to somebody who hears the whole page anyway."""


def spoken(page: Page, known: Collection[str] = ()) -> tuple[str, ...]:
    """Return a page as lines for a voice: the head, the place and who is there, the text, last the keys.

    Explanations (`Piece.once`) that are `known` are left out.
    """
    pieces = [piece for piece, _ in (*page.fixed, *page.flow) if piece.name not in _SILENT]
    ordered = sorted(pieces, key=_place_in_reading)
    return tuple(line for piece in ordered for line in said_of(piece, known))


def spoken_news(page: Page, known: Collection[str] = ()) -> tuple[str, ...]:
    """Return what of a page was not heard before: a result stands below the page that led to it."""
    pieces = [piece for piece, _ in page.flow]
    taken = next((at for at, piece in enumerate(pieces) if piece.name == "taken"), None)
    if taken is None:
        return spoken(page, known)
    keys = [piece for piece, _ in page.fixed if piece.name == "keys"]
    return tuple(line for piece in (*pieces[taken:], *keys) for line in said_of(piece, known))


def explained(page: Page) -> frozenset[str]:
    """Return the lines of a page that are explanations."""
    pieces = [piece for piece, _ in (*page.fixed, *page.flow)]
    return frozenset(line for piece in pieces for line in _explanations(piece))


def _explanations(piece: Piece) -> Iterator[str]:
    yield from _lines("\n\n".join(piece.once))
    for inner, _ in piece.inner:
        yield from _explanations(inner)


def typed_aloud(before: str, after: str) -> str | None:
    """Return what is said of a change in a field: the sign that came or went, or the word that is whole now.

    None for any other change, as of a pasted text.
    """
    at = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), None)
    at = min(len(before), len(after)) if at is None else at
    if len(after) == len(before) + 1 and before[at:] == after[at + 1 :]:
        words = after[:at].split()
        return words[-1] if after[at] == " " and words else letter_words.aloud_sign(after[at])
    if len(after) == len(before) - 1 and before[at + 1 :] == after[at:]:
        return letter_words.aloud_erased(before[at])
    return None


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


def said_of(piece: Piece, known: Collection[str] = ()) -> Iterator[str]:
    """Yield the lines of one piece: a paragraph is a line."""
    if piece.aloud or piece.once:
        yield from _lines("\n\n".join(piece.aloud))
        yield from (line for line in _lines("\n\n".join(piece.once)) if line not in known)
    elif piece.inner:
        for inner, _ in piece.inner:
            yield from said_of(inner, known)
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
