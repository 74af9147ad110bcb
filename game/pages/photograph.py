"""The photograph on a page: the story's own picture with people painted out, and where their names stand.

The picture comes as the text of an SVG file and goes into the page as an image, never as markup: whatever a
pack's picture holds, no browser runs it or fetches anything for it.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass

from game.story.views import PersonView, PhotographView

HOUSE_PAINT = "#c6b793"
"""Near the ground's colour, never quite it; `retouch` in assets/theme.toml."""

_GROUP = re.compile(r'<g id="person_(\w+)" transform="translate\(([-\d.]+)')
_ROOT = re.compile(r"<svg\b[^>]*>")
_INSET, _ROWS = 30, (537.0, 567.0)
"""Where the print begins and the two rows of its plate stand, in the picture's units (assets/README.md)."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A name on the plate under the picture."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class Print:
    """One print of the picture: its address (the picture itself), its names, and who is still in it."""

    address: str
    plates: tuple[Plate, ...]
    people: tuple[PersonView, ...]
    has_empty_chair: bool


def print_of(svg: str, view: PhotographView, gone: tuple[str, ...]) -> Print | None:
    """Return a print with these people painted out; None where the picture is of others."""
    heads = {person: float(left) + _INSET for person, left in _GROUP.findall(svg)}
    if not view.people or not all(person.id in heads for person in view.people):
        return None
    present = tuple(person for person in view.people if person.id not in gone)
    across = sorted(heads.values())
    plates = [
        Plate(heads[person.id], _ROWS[across.index(heads[person.id]) % 2], person.short) for person in present
    ]
    painted = _painted_out(svg, [person.id for person in view.people if person.id in gone])
    address = "data:image/svg+xml;base64," + base64.b64encode(painted.encode()).decode()
    return Print(address, tuple(plates), present, 'id="empty_chair"' in svg)


def _painted_out(svg: str, gone: list[str]) -> str:
    """Return the picture with everything in these people's groups in one colour."""
    rules = "".join(
        f'#person_{person} [{paint}]:not([{paint}="none"]) {{ {paint}: {HOUSE_PAINT} }}\n'
        for person in gone
        for paint in ("fill", "stroke")
    )
    return _ROOT.sub(lambda root: f"{root[0]}<style>{rules}</style>", svg, count=1) if rules else svg
