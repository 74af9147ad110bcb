"""Pictures that come with a pack: a stranger's SVG file is read under limits, or not at all.

What a reader of SVG does with a file grows with more than its length: a line of tiny dashes, thousands of
sheets over one another, or drawings that are used inside one another can hold a machine for minutes. A
drawing needs none of that, and nothing that only some readers draw.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

MOST_BYTES = 1024 * 1024
"""The largest drawing; the largest of the game has 40 kB."""
MOST_SHAPES = 3_000
"""Elements of a drawing; the game's have up to 520."""
MOST_POINTS = 40_000
"""Signs of one attribute, as the points of a path."""
MOST_MOVES = 4_000
"""Signs of a `transform`, `points` or `style`."""
DEEPEST = 100
"""Elements inside one another."""
MOST_UNITS = 1_000_000
"""Units of a `viewBox`."""
FLATTEST = 20
"""How many times as wide as high, or as high as wide, a drawing may be."""

_DRAWN = frozenset(
    "svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath "
    "text tspan style title desc metadata".split()
)
_SVG, _XHTML, _XML = (
    f"http://www.w3.org/{name}" for name in ("2000/svg", "1999/xhtml", "XML/1998/namespace")
)
_OUTSIDE = re.compile(r"url\(\s*+[\"']?+(?!#)|\\", re.IGNORECASE)
"""An address, or the sign with which a style spells one in another way."""
_NAMING = ("id", "class", "data-", "aria-")
"""Attributes that name things, and hold no style."""
# These hold for the bytes: the window's reader of SVG also looks into what XML takes for a comment.
_DASHES = re.compile(rb"stroke-dasharray(?![\s:=\"']*+(?:none|inherit|null))", re.IGNORECASE)
_SHAPE = re.compile(rb"<[A-Za-z]")
_LONG_VALUE = re.compile(rb"\"[^\"]{%d}|'[^']{%d}" % (MOST_POINTS, MOST_POINTS))
_LONG_MOVE = re.compile(rb"(?:transform|points|style)\s*=\s*[\"'][^\"']{%d}" % MOST_MOVES, re.IGNORECASE)


_NUMBER = re.compile(r"[-+]?(?:\d{1,9}\.?|\d{0,9}\.\d+)(?:[eE][-+]?\d{1,2})?", re.ASCII)
_ATTRIBUTE = re.compile(rb"\s++([^\s=<>\"'/]++)\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_ROOT = re.compile(rb"<svg(?=[\s/>])(?:%b)*+(?=\s*+/?>)" % _ATTRIBUTE.pattern)


class Fault(NamedTuple):
    """Why a picture is not drawn: what was found, in words for who drew it, and its line (from 1)."""

    found: str
    line: int = 1


def pack_picture(path: Path) -> bytes | None:
    """Return a pack's drawing as every reader of it finds its size; None where it may not be drawn.

    Raises OSError where it cannot be read.
    """
    if not path.is_file():
        raise OSError(f"{path} is no file.")  # a pipe would keep the game waiting, a device never ends
    with path.open("rb") as file:
        return plain_drawing(file.read(MOST_BYTES + 1))


def plain_drawing(content: bytes) -> bytes | None:
    """Return the root of an SVG file with a `viewBox` as the window reads it; None for what is not drawn."""
    if _fault_of_bytes(content):
        return None
    reader = _Reader()
    if reader.fault(content.decode("utf-8", "replace")):
        return None
    box = " ".join(f"{number:.6f}".rstrip("0").rstrip(".") for number in reader.box)
    # What stands before the root may look like a root.
    more = _ATTRIBUTE.sub(lambda one: b"" if one[1] == b"viewBox" else one[0], reader.root[4:])
    return b'<svg viewBox="%b"' % box.encode() + more + reader.behind_root


def drawing_fault(content: bytes) -> Fault | None:
    """Return why the content of an SVG file is not drawn, or None where it is.

    Refused are scripts, entities, addresses of anything outside the file, dashed lines, elements that the
    window does not know, and what is larger than a drawing needs.
    """
    return _fault_of_bytes(content) or _Reader().fault(content.decode("utf-8", "replace"))


def _fault_of_bytes(content: bytes) -> Fault | None:
    if len(content) > MOST_BYTES:
        return Fault(f"it is larger than {MOST_BYTES // 2**20} MB")
    if b"\0" in content:
        return Fault("it is not written as UTF-8")
    for pattern, found in (
        (_DASHES, "a dashed line (`stroke-dasharray`)"),
        (_LONG_VALUE, f"a path of more than {MOST_POINTS:,} signs"),
        (_LONG_MOVE, f"a `transform`, `points` or `style` of more than {MOST_MOVES:,} signs"),
    ):
        if place := pattern.search(content):
            return Fault(found, content.count(b"\n", 0, place.start()) + 1)
    if len(_SHAPE.findall(content)) > MOST_SHAPES:
        return Fault(f"more than {MOST_SHAPES:,} shapes")
    return None


def _box(attributes: dict[str, str]) -> tuple[float, ...]:
    """Return left, top, width and height of a drawing in its own units, from the attributes of its root."""
    sides = [attributes.get(name, "").strip().removesuffix("px") for name in ("width", "height")]
    box = re.split(r"\s*+,\s*+|\s++", attributes.get("viewBox", " ".join(["0 0", *sides])).strip())
    if not all(map(_NUMBER.fullmatch, box)) or len(box) != 4:
        raise _Refused("its size is not known: `<svg>` has no `viewBox` of four numbers")
    left, top, width, height = map(float, box)
    if max(map(abs, (left, top, width, height))) >= MOST_UNITS or min(width, height) < 1e-3:
        raise _Refused("its `viewBox` is too large or too small")
    if not 1 / FLATTEST <= width / height <= FLATTEST:
        raise _Refused(f"it is more than {FLATTEST} times as wide as high, or as high as wide")
    return left, top, width, height


class _Refused(Exception):
    """Ends the reading; the text says what was found."""


class _Reader:
    """Reads a drawing as a browser does, entities and all, and stops at what may not be drawn."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.style = ""
        self.root_at = 0
        self.root = self.behind_root = b""
        self.box: tuple[float, ...] = ()
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction

    def fault(self, text: str) -> Fault | None:
        try:
            self.parser.Parse(text, True)
        except _Refused as refused:
            return Fault(str(refused), self.parser.CurrentLineNumber)
        except expat.ExpatError as problem:
            return Fault(f"it is no SVG ({expat.ErrorString(problem.code)})", problem.lineno)
        content = text.encode()
        root = _ROOT.match(content, self.root_at)
        if not root:
            return Fault("its elements have a prefix (`<svg:svg>`)")
        self.root, self.behind_root = root[0], content[root.end() :]
        return None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        is_ours = space in ("", _SVG)
        if not self.open and not (is_ours and tag == "svg"):
            raise _Refused("it does not begin with `<svg>`")
        if not self.open:
            self.root_at, self.box = self.parser.CurrentByteIndex, _box(attributes)
        if space == _XHTML or (is_ours and tag not in _DRAWN):
            raise _Refused(f"`<{tag[:20]}>`, which the window does not draw")
        self.open.append(tag)
        if len(self.open) > DEEPEST:
            raise _Refused(f"more than {DEEPEST} elements inside one another")
        for attribute, value in attributes.items():
            self._attribute(attribute, value, is_ours)

    def _attribute(self, name: str, value: str, is_ours: bool) -> None:
        space, _, plain = name.rpartition(" ")
        if plain.lower() == "href" and not value.lstrip().startswith("#"):
            raise _Refused(f"an address of something outside it (`{value[:40]}`)")
        if plain.lower().startswith("on"):
            raise _Refused(f"a script (`{plain[:20]}`)")
        is_styled = is_ours and not space and not plain.startswith(_NAMING)
        if (is_styled and _OUTSIDE.search(value)) or (space == _XML and plain == "base"):
            raise _Refused(f"an address or a sign that no drawing needs (`{plain[:20]}`)")
        if plain == "clip-path" and "clipPath" in self.open:
            raise _Refused("a `clipPath` inside another")

    def _end(self, name: str) -> None:
        if self.open.pop() == "style":
            if "@" in self.style or _OUTSIDE.search(self.style):
                raise _Refused("a style that asks for something outside it")
            self.style = ""

    def _text(self, text: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += text
            if len(self.style) > MOST_POINTS:
                raise _Refused(f"styles of more than {MOST_POINTS:,} signs")

    def _doctype(self, name: str, system: str | None, public: str | None, has_own: bool) -> None:
        if has_own:
            raise _Refused("entities (`<!DOCTYPE ... [`)")

    def _instruction(self, target: str, data: str) -> None:
        raise _Refused(f"`<?{target[:20]}`")
