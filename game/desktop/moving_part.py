"""The moving part of a drawing: found in it, and cut out of what lies below and above it."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = rb"(-?\d{1,6}(?:\.\d{1,9})?)"
"""What float() always takes, and no picture is drawn too large by."""
_MOVING = re.compile(
    rb'<g id="moving" data-moves="(\w{1,20})" data-box="%b %b %b %b"'
    rb'(?: data-by="%b %b" data-seconds="%b")?>' % ((_NUMBER,) * 7)
)
# Without `<` inside a tag: a file of nothing but beginnings of tags would be looked through for each of them.
_ROOT = re.compile(rb"<svg\b[^<>]*>")
_TAG = re.compile(rb"<g\b[^<>]*?(/?)>|</g>")


class Motion(NamedTuple):
    """How a part of a picture moves: its kind, its box and way (in the picture's units), seconds for that."""

    kind: str
    box: tuple[float, float, float, float]
    by: tuple[float, float]
    seconds: float


def parted(source: bytes) -> tuple[tuple[bytes, ...], Motion] | None:
    """Cut a picture into what lies below its moving group, that group, and what lies above it."""
    found, root = _MOVING.search(source), _ROOT.search(source)
    if not found or not root:
        return None
    depth = 0
    for tag in _TAG.finditer(source, found.start()):
        depth += -1 if tag[0] == b"</g>" else not tag[1]
        if depth <= 0:
            below = source[: found.start()]
            if below.count(b"<g") != below.count(b"</g>"):
                return None  # inside another group it cannot be cut out
            parts = (below + b"</svg>", root[0] + source[found.start() : tag.end()] + b"</svg>")
            return (*parts, root[0] + source[tag.end() :]), _motion(found)
    return None


def _motion(found: re.Match[bytes]) -> Motion:
    left, top, wide, high = (float(found[group]) for group in range(2, 6))
    across, down = float(found[6] or 0), float(found[7] or 0)
    return Motion(found[1].decode(), (left, top, wide, high), (across, down), max(0.5, float(found[8] or 8)))
