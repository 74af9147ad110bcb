"""The photograph on a page: a picture with people painted out, and where their names stand.

The picture comes as the text of an SVG file and goes into the page as an image, never as markup: whatever a
pack's picture holds, no browser runs it or fetches anything for it.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass

from game.pages.retouching import INSET, ROWS, group_of, heads, retouched
from game.story.views import PersonView, PhotographView


@dataclass(frozen=True, slots=True)
class Plate:
    """A name on the plate under the picture."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class Print:
    """One print of the picture: its address (the picture itself), its names, and who is still in it.

    `size` is the height of the names, in the picture's units.
    """

    address: str
    plates: tuple[Plate, ...]
    people: tuple[PersonView, ...]
    has_empty_chair: bool
    size: float = 28


def print_of(svg: str, view: PhotographView, *, as_taken: bool) -> Print:
    """Return the print as it was taken, or with those painted out who are gone.

    `svg` is the story's own picture; where it is not of these people, silhouettes stand for them.
    """
    if not all(person.id in heads(svg) for person in view.people):
        svg = group_of([person.id for person in view.people])
    gone = () if as_taken else view.gone
    places = heads(svg)
    across = sorted(places.values())
    present = tuple(person for person in view.people if person.id not in gone)
    plates = [
        Plate(places[person.id] + INSET, ROWS[across.index(places[person.id]) % 2], person.short)
        for person in present
    ]
    painted = retouched(svg, gone, view.house_paint)
    address = "data:image/svg+xml;base64," + base64.b64encode(painted.encode()).decode()
    room = 2 * 780 / max(1, len(view.people))
    longest = max((len(person.short) for person in view.people), default=1)
    size = min(28.0, room / max(1, longest) / 0.5)
    return Print(address, tuple(plates), present, 'id="empty_chair"' in svg, round(size, 1))
