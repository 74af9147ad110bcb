"""What an arrow says: a few words on its tag, all of it on the label that opens when it is pointed at."""

from __future__ import annotations

from dataclasses import dataclass

from game.mapping.graph import Arrow, StoryGraph, WayLabel
from game.mapping.layout import Point
from game.mapping.lettering import lines, width

ROOM, SIZE, LEADING, MOST_LINES = 330.0, 14.0, 18.0, 16
"""How wide a label's text may be, its letters, its lines, and how many of them; in pixels."""


@dataclass(frozen=True, slots=True)
class TipLine:
    """One line of a label; `y` is its baseline below the label's upper edge."""

    text: str
    y: float
    is_condition: bool


@dataclass(frozen=True, slots=True)
class Tip:
    """The label that an arrow shows when it is pointed at or focused."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[TipLine, ...]


def tag_words(arrow: Arrow) -> str:
    """Return what an arrow wears in the picture: how many ways it is, `if`, a draw's share; often nothing."""
    ways, conditional = len(arrow.ways), sum(1 for way in arrow.ways if way.condition)
    parts = [f"{ways} choices"] if arrow.kind == "choice" and ways > 1 else []
    if arrow.kind == "chance":
        parts.append(f"chance {' + '.join(way.share for way in arrow.ways)}")
    if conditional:
        parts.append(
            "if" if conditional == ways else f"{conditional} if" if parts else f"{conditional} of {ways} if"
        )
    return ", ".join(parts)


def arrow_words(graph: StoryGraph, arrow: Arrow) -> str:
    """Return all that an arrow says in one line, for somebody who hears it."""
    ways = "; ".join(
        _way_words(graph, arrow, way) + (f", if {way.condition}" if way.condition else "")
        for way in arrow.ways
    )
    return f"{_ends(graph, arrow)}: {ways}"


def tip(graph: StoryGraph, arrow: Arrow, middle: Point, beside: float, across: float, down: float) -> Tip:
    """Return the label of an arrow, placed within the picture.

    `middle` is the middle of the arrow's tag, `beside` how far from it the label must keep, `across` and
    `down` are the picture's size.
    """
    texts = [(text, False) for text in lines(_ends(graph, arrow), SIZE, ROOM)]
    for way in arrow.ways:
        texts += [(text, False) for text in lines(_way_words(graph, arrow, way), SIZE, ROOM)]
        texts += [(text, True) for text in lines(f"if {way.condition}", SIZE, ROOM) if way.condition]
    if len(texts) > MOST_LINES:
        texts = [*texts[: MOST_LINES - 1], ("… and more: see the list below", False)]
    room = max(width(text, SIZE) for text, _ in texts) + 32
    high = len(texts) * LEADING + 14
    right, left = middle[0] + beside, middle[0] - beside - room
    # At the arrow's side, so that where it leads stays in sight; below its middle where no side has room.
    x = right if right + room + 4 < across else left if left > 4 else max(4, across - room - 4)
    y = middle[1] - high / 2 if x in (right, left) else middle[1] + 16
    placed = tuple(
        TipLine(text, LEADING * (number + 1) + 2, is_if) for number, (text, is_if) in enumerate(texts)
    )
    return Tip(x, max(4, min(y, down - high - 4)), room, high, placed)


def _ends(graph: StoryGraph, arrow: Arrow) -> str:
    scenes = graph.story.scenes
    target = scenes[arrow.target].title if arrow.target in scenes else "the letters of the tray"
    return f"{scenes[arrow.source].title} → {target}"


def _way_words(graph: StoryGraph, arrow: Arrow, way: WayLabel) -> str:
    words = ": ".join(part for part in (way.id, way.text) if part) or "Continue"
    taken = graph.heat.ways.get((arrow.source, way.id), "") if graph.heat else ""
    shared = f"{words}, {way.share}" if way.share else words
    return f"{shared} ({taken})" if taken else shared
