"""Pictures that come with a pack: a stranger's SVG file is read under limits, or not at all.

What a reader of SVG does with a file grows with more than its length: a line of tiny dashes or thousands of
sheets over one another can hold a machine for minutes. A drawing needs none of that.
"""

from __future__ import annotations

import re
from pathlib import Path

MOST_BYTES = 1024 * 1024
"""The largest drawing; the largest of the game has 40 kB."""
MOST_SHAPES = 3_000
"""Elements of a drawing; the game's have up to 520."""
MOST_POINTS = 40_000
"""Signs of one attribute, as the points of a path."""

_FOREIGN = re.compile(
    rb"<!ENTITY|<\?xml-stylesheet|<(?:\w+:)?(?:script|foreignObject|image|feImage|iframe|audio|video|object|embed)\b"
    rb"|\son\w+\s*=|javascript:|@import|@font-face|\bhref\s*+=\s*+[\"'](?!#)|url\(\s*+[\"']?+(?!#)"
    rb"|stroke-dasharray[\s:=\"']*+[\d.+-]",
    re.IGNORECASE,
)
_ROOT = re.compile(rb"<svg\b")
_SHAPE = re.compile(rb"<[A-Za-z]")
_LONG_VALUE = re.compile(rb"\"[^\"]{%d}|'[^']{%d}" % (MOST_POINTS, MOST_POINTS))
_LONG_MOVE = re.compile(rb"(?:transform|points|style)\s*=\s*[\"'][^\"']{4000}", re.IGNORECASE)


def pack_picture(path: Path) -> bytes | None:
    """Return a pack's SVG file; None where it is no drawing that may be drawn.

    Refused are scripts, entities, addresses of anything outside the file, dashed lines, and what is larger
    than a drawing needs. Raises OSError where it cannot be read.
    """
    if not path.is_file():
        raise OSError(f"{path} is no file.")  # a pipe would keep the game waiting, a device never ends
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    return content if is_plain(content) else None


def is_plain(content: bytes) -> bool:
    """Tell whether the content of an SVG file may be drawn."""
    return (
        len(content) <= MOST_BYTES
        and b"\0" not in content
        and _ROOT.search(content) is not None
        and _FOREIGN.search(content) is None
        and len(_SHAPE.findall(content)) <= MOST_SHAPES
        and _LONG_VALUE.search(content) is None
        and _LONG_MOVE.search(content) is None
    )
