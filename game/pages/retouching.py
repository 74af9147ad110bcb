"""A photograph whose people are painted out of it, as the text of an SVG file: the one place that knows how.

The window and the pages both draw what this returns. A picture that people can be painted out of has a group
`person_ID` for everybody (assets/README.md); of people whom no picture shows `group_of` draws one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

WIDE, HIGH = 900, 600
INSET = 30
"""Where the print begins on its mount."""
ROWS = (537.0, 567.0)
"""Where the two rows of names on the plate stand."""

_PERSON = re.compile(r'<g id="person_(\w+)" transform="translate\((-?\d{1,6}(?:\.\d{1,9})?)(?![\d.])')
_FILLED = re.compile(r'(fill|stroke)="#[0-9a-fA-F]{3,8}"')
_BARE = re.compile(r"(<(?:path|polygon|circle|ellipse|rect)\b)(?![^<>]*stroke)")
_TAG = re.compile(r"<g\b[^<>]*?(/?)>|</g>")


class Paint(NamedTuple):
    """The two paints, as `#rrggbb`: the retoucher's own, and what was at hand when he was gone."""

    retouch: str = "#c6b793"
    house: str = "#8f8468"


PAINT = Paint()
"""The paints of normal colours."""


def heads(svg: str) -> dict[str, float]:
    """Return how far from the left everybody in a picture stands, in its units without the mount."""
    return {person: float(left) for person, left in _PERSON.findall(svg)}


def retouched(
    svg: str, gone: Collection[str], house_paint: Collection[str] = (), paint: Paint = PAINT
) -> str:
    """Return a picture without these people; those of `house_paint` are gone under broad strokes.

    Whoever is not in the picture is passed over.
    """
    for position, person in enumerate(heads(svg)):
        if person in gone:
            in_house_paint = person in house_paint
            svg = _covered(svg, f"person_{person}", position, paint, in_house_paint=in_house_paint)
    patches = [
        _patch(svg, person, paint) for person in heads(svg) if person in gone and person in house_paint
    ]
    return svg.replace("</svg>", "".join(patches) + "</svg>") if "empty_plate" in svg else svg


def _covered(svg: str, group: str, position: int, paint: Paint, *, in_house_paint: bool) -> str:
    begin = svg.find(f'<g id="{group}"')
    depth = 0
    for tag in _TAG.finditer(svg, begin):
        depth += -1 if tag[0] == "</g>" else not tag[1]
        if depth <= 0:
            figure = svg[begin : tag.end()]
            strokes = _house_strokes if in_house_paint else _brush_marks
            colour = paint.house if in_house_paint else paint.retouch
            flat = _FILLED.sub(rf'\1="{colour}"', figure)
            # A brush goes a little over the edge of what it hides.
            flat = _BARE.sub(rf'\1 stroke="{colour}" stroke-width="4"', flat)
            marks = "".join(strokes(position, colour))
            return svg[:begin] + flat.removesuffix("</g>") + marks + "</g>" + svg[tag.end() :]
    return svg


def _brush_marks(position: int, colour: str) -> Iterator[str]:
    """The retoucher's brush: every stroke nearly the tone of the wall, and none of them quite."""
    light, dark = _toned(colour, 7), _toned(colour, -7)
    turn = 1 if position % 2 else -1
    marks = (
        (light, (-30, -14, 22, -34, 26, -18, -24, 4)),
        (dark, (-44, 84, 30, 44, 40, 60, -40, 108)),
        (light, (-46, 136, 44, 84, 48, 104, -44, 164)),
        (dark, (-20, 22, 14, 8, 18, 20, -16, 36)),
        (dark, (-44, 190, 46, 146, 50, 160, -44, 210)),
    )
    for tone, points in marks:
        yield _polygon(tone, [(turn * x, y + position % 3 * 3) for x, y in _pairs(points)])


def _house_strokes(position: int, colour: str) -> Iterator[str]:
    """House paint: a broad brush up and down, streaks, and no care for the edge."""
    light, dark = _toned(colour, 16), _toned(colour, -18)
    for stroke in range(5):
        x, slip = -62 + stroke * 25, (stroke * 7 + position * 5) % 13
        top, bottom = -58 - slip + (stroke in (0, 4)) * 34, 214 + slip
        lean = slip - 6
        yield _polygon(
            colour,
            [(x + lean, top + 8), (x + 31 + lean, top), (x + 33 - lean, bottom), (x - 2 - lean, bottom - 9)],
        )
        for streak, tone in ((6 + slip % 5, light), (17, dark), (24 - slip % 4, light)):
            high, low = x + streak + lean, x + streak - lean
            yield _polygon(
                tone, [(high, top + 12), (high + 2.4, top + 10), (low + 3, bottom - 16), (low, bottom - 22)]
            )


def _patch(svg: str, person: str, paint: Paint) -> str:
    """The name on the plate, painted over with the same brush."""
    across = sorted(heads(svg).values())
    left = heads(svg)[person] + INSET
    y = ROWS[across.index(heads(svg)[person]) % 2] - 8
    corners = [(left - 58, y - 12), (left + 60, y - 15), (left + 57, y + 12), (left - 61, y + 14)]
    return _polygon(paint.house, corners)


def group_of(people: Sequence[str]) -> str:
    """Return a photograph of these people (ids), in the order given: silhouettes, none like anybody."""
    each = min(98.0, 780 / max(1, len(people)))
    first = 420 - each * (len(people) - 1) / 2
    scale = min(1.1, each / 84)
    places = [(first + each * at, 226.0 if at % 2 else 186.0, at) for at in range(len(people))]
    figures = [
        f'<g id="person_{people[at]}" transform="translate({x:.1f} {y:.0f}) scale({scale:.2f})">'
        + _figure(at)
        + "</g>"
        for x, y, at in sorted(places, key=lambda place: place[1])
    ]
    return _MOUNT.format(figures="".join(figures))


def _figure(position: int) -> str:
    """Shoulders, a head with a lit side, and hair or a cap: five kinds, two breadths."""
    wide = 52 if position % 3 else 46
    coat = (
        f'<path d="M-{wide + 3},240 L-{wide},86 C-{wide},62 -36,54 -20,46 L-10,34 L10,34 L20,46 '
        f'C36,54 {wide},62 {wide},86 L{wide + 3},240 Z" fill="#3a332a"/>'
        f'<path d="M8,36 L20,46 C36,54 {wide},62 {wide},86 L{wide + 3},240 L22,240 Z" fill="#5d5242"/>'
    )
    return coat + _HEAD + _HAIR[position % len(_HAIR)] + _FRONT[position // 2 % len(_FRONT)]


def _polygon(colour: str, points: Sequence[tuple[float, float]]) -> str:
    return f'<polygon points="{" ".join(f"{x:g},{y:g}" for x, y in points)}" fill="{colour}"/>'


def _pairs(numbers: Sequence[float]) -> Iterator[tuple[float, float]]:
    return zip(numbers[::2], numbers[1::2], strict=True)


def _toned(colour: str, by: int) -> str:
    """Return a colour lighter or darker by so many steps of 255."""
    parts = (int(colour[at : at + 2], 16) + by for at in (1, 3, 5))
    return "#" + "".join(f"{max(0, min(255, part)):02x}" for part in parts)


_HEAD = (
    '<polygon points="-10,14 10,14 10,36 0,44 -10,36" fill="#6f634f"/>'
    '<polygon points="1,22 10,16 10,36 2,43" fill="#ab9c7d"/>'
    '<path d="M-19,-6 C-19,-31 19,-31 19,-6 C19,13 10.5,27 0,27 C-10.5,27 -19,13 -19,-6 Z" fill="#6f634f"/>'
    '<path d="M7,-24.2 C14,-22.5 19,-16 19,-6 C19,13 10.5,27 1,27 Z" fill="#ab9c7d"/>'
)
_HAIR = (
    '<path d="M-20,0 C-22,-30 20,-34 20,-2 C12,-14 -6,-18 -20,0 Z" fill="#231e17"/>',
    '<polygon points="-26,-14 -22,-34 20,-37 27,-18 20,-9 -20,-9" fill="#231e17"/>',
    '<path d="M-22,14 C-28,-30 -8,-34 2,-33 C22,-34 28,-16 22,14 L15,10 L15,-10 L-15,-10 L-15,10 Z" '
    'fill="#231e17"/>',
    '<path d="M4,-25 C13,-23 18,-17 19,-8 L13,-12 C12,-18 9,-22 4,-25 Z" fill="#ebe0c6"/>',
    '<path d="M-22,8 C-27,-24 -13,-36 0,-36 C15,-36 28,-22 22,8 L17,14 L14,-12 L-14,-12 L-17,14 Z" '
    'fill="#a8987a"/>',
)
_FRONT = (
    '<polygon points="-11,36 11,36 1,66" fill="#ebe0c6"/>'
    '<polygon points="-4,38 4,38 3,60 -2,60" fill="#231e17"/>',
    '<polygon points="-12,32 0,44 0,60 -20,48" fill="#231e17"/><polygon points="12,32 0,44 0,60 20,48" '
    'fill="#8d8068"/>',
    '<polygon points="-10,33 0,46 -16,60 -24,46" fill="#ebe0c6"/><polygon points="10,33 0,46 16,60 24,46" '
    'fill="#a8987a"/>',
)
_MOUNT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 600" preserveAspectRatio="xMidYMid slice">
<rect x="0" y="0" width="900" height="600" fill="#e3d7bb"/>
<rect x="26" y="26" width="848" height="468" fill="#f8f1df"/>
<g transform="translate(30 30)"><polygon points="0,0 840,0 840,460 0,460" fill="#cdbf9f"/>
<polygon points="0,0 330,0 0,300" fill="#a5966f"/><polygon points="840,0 840,250 560,0" fill="#b5a684"/>
{figures}
<polygon points="0,404 840,390 840,460 0,460" fill="#3a332a"/>
<polygon points="120,396 204,394 214,404 126,407" fill="#ebe0c6"/></g>
<polygon points="0,0 30,0 30,600 0,600" fill="#e3d7bb"/>
<polygon points="870,0 900,0 900,600 870,600" fill="#e3d7bb"/>
<polygon points="30,490 870,490 870,600 30,600" fill="#e3d7bb"/>
<g id="empty_plate"><rect x="48" y="512" width="804" height="64" fill="#cdbf9f"/>
<polygon points="48,512 852,512 852,515 48,515" fill="#8d8068"/></g>
</svg>
"""
