"""Pictures: drawings at the pixels they are shown in, a pack's photographs; remembered while in use."""

from __future__ import annotations

import io
import re
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pygame

from game.desktop.theme import Colour
from game.desktop.turned import upright

if TYPE_CHECKING:
    from game.desktop.moving_part import Motion

_NUMBER = rb"(-?\d{1,6}(?:\.\d{1,9})?)"
"""What float() always takes, and no picture is drawn too large by."""
_VIEW_BOX = rb'viewBox="\s*%b[ ,]+%b[ ,]+%b[ ,]+%b\s*"' % ((_NUMBER,) * 4)
_BAND = rb'data-band="%b"' % _NUMBER
_NARROW = rb'data-narrow="%b"' % _NUMBER
_PHOTOGRAPH = (b"\x89", b"\xff", b"R")  # a drawing is text, and begins with none of these
_SLIM = 0.6
"""The width by the height under which a place is centred on what its drawing names, and not on its middle."""
_FLATTEST = 20
"""How many times as wide as high, or as high as wide, a picture may be."""
_NAME = r"\w[\w.-]*"
_PERSON = rb'<g id="person_(\w+)"'
_KEPT_PIXELS = 24_000_000
"""Pixels of pictures that are kept: two large posters at 3840x2160 and many small things."""


class Retouch(NamedTuple):
    """Who has been painted out of a picture (ids), which of them in house paint, and the two paints."""

    people: frozenset[str] = frozenset()
    in_house_paint: frozenset[str] = frozenset()
    colour: Colour = (0, 0, 0)
    house_paint: Colour = (0, 0, 0)


UNTOUCHED = Retouch()
"""A picture as it was taken."""


class Layers(NamedTuple):
    """A moving part in pixels: what lies below and above it, where, and how it moves (`by` in pixels)."""

    below: pygame.Surface
    moving: pygame.Surface
    above: pygame.Surface
    box: pygame.Rect
    motion: Motion


class _View(NamedTuple):
    """How a picture fills a rectangle: drawn at `size`, cut off at `left` and `top`, pixels to a unit."""

    size: tuple[int, int]
    left: int
    top: int
    scale: float


class Pictures:
    """Finds pictures in the pack's own art first, then among those of the game."""

    def __init__(self, assets: Path, art: tuple[Path, ...] = ()) -> None:
        self._folders = (*art, *(assets / kind for kind in ("places", "pictures", "portraits")))
        self._assets = assets
        self._drawn: OrderedDict[tuple[str, int, int, bool, Retouch], pygame.Surface | None] = OrderedDict()
        self._files: dict[str, bytes | None] = {}
        self._moving: dict[str, bool] = {}
        self._last_layers: tuple[tuple[str, int, int, Retouch], Layers | None] | None = None
        self.missing: set[str] = set()

    def filling(
        self, name: str, width: int, height: int, retouch: Retouch = UNTOUCHED
    ) -> pygame.Surface | None:
        """Return a picture that fills a rectangle, what sticks out cut off; None where there is none."""
        return self._get(name, width, height, True, retouch)

    def within(
        self, name: str, width: int, height: int, retouch: Retouch = UNTOUCHED
    ) -> pygame.Surface | None:
        """Return a whole picture as large as fits; None where there is none."""
        return self._get(name, width, height, False, retouch)

    def shape(self, name: str) -> float | None:
        """Return a picture's width by its height; None where there is no such picture."""
        return _shape(self._source(name) or b"")

    def moves(self, name: str) -> bool:
        """Tell whether something in a picture moves."""
        if name not in self._moving:
            self._moving[name] = b'<g id="moving"' in (self._source(name) or b"")
        return self._moving[name]

    def people(self, name: str) -> frozenset[str]:
        """Return the ids of the people in a picture who can be painted out of it."""
        found = re.findall(_PERSON, self._source(name) or b"")
        return frozenset(person.decode() for person in found)

    def group(self, people: tuple[str, ...]) -> str:
        """Draw a photograph of people (ids) whom no picture shows, and return its name."""
        from game.pages.retouching import group_of

        name = "/".join(("group", *people))  # no file has such a name
        self._files.setdefault(name, group_of(people).encode())
        return name

    def heads(self, name: str) -> dict[str, float]:
        """Return how far from the left each person of a picture stands, in its units."""
        from game.pages.retouching import heads

        return heads((self._source(name) or b"").decode("utf-8", "replace"))

    def _get(self, name: str, width: int, height: int, fill: bool, retouch: Retouch) -> pygame.Surface | None:
        retouch = retouch._replace(people=retouch.people & self.people(name)) if retouch.people else UNTOUCHED
        key = (name, width, height, fill, retouch)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, width, height, fill, retouch)
            while (
                len(self._drawn) > 1
                and sum(s.width * s.height for s in self._drawn.values() if s) > _KEPT_PIXELS
            ):
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]

    def layers(self, name: str, width: int, height: int, retouch: Retouch = UNTOUCHED) -> Layers | None:
        """Return the moving part of a picture that fills a rectangle, cut out; None where nothing moves.

        Those asked for last are kept: the next page mostly stands beside the same picture.
        """
        key = (name, width, height, retouch)
        if self._last_layers is None or self._last_layers[0] != key:
            self._last_layers = key, self._cut_out(name, width, height, retouch)
        return self._last_layers[1]

    def _cut_out(self, name: str, width: int, height: int, retouch: Retouch) -> Layers | None:
        from game.desktop.moving_part import parted  # not needed for the title

        source = self._source(name)
        found = parted(source) if source else None
        if source is None or found is None:
            return None
        parts, motion = found
        if retouch.people:
            parts = (_painted_out(parts[0], retouch), *parts[1:])
        view = _view(source, width, height)
        if view is None:
            return None
        left, top, wide, high = motion.box
        whole = pygame.Rect(0, 0, width, height)
        box = pygame.Rect(
            round(left * view.scale) - view.left,
            round(top * view.scale) - view.top,
            round(wide * view.scale),
            round(high * view.scale),
        ).clip(whole)
        drawn = [_rendered(_through(part, box, view), box.size) for part in parts if box.width and box.height]
        if len(drawn) < 3 or None in drawn:
            return None
        below, moving, above = (part for part in drawn if part)
        by = (motion.by[0] * view.scale, motion.by[1] * view.scale)
        return Layers(below, moving, above, box, motion._replace(by=by))

    def _draw(
        self, name: str, width: int, height: int, fill: bool, retouch: Retouch
    ) -> pygame.Surface | None:
        source = self._source(name)
        if source is None or width < 1 or height < 1:
            return None
        if retouch.people:
            source = _painted_out(source, retouch)
        picture = self._filled(source, width, height) if fill else self._whole(source, width, height)
        if picture is None and self.shape(name):
            self.missing.add(f"{name} (damaged)")
        return picture

    def _whole(self, source: bytes, width: int, height: int) -> pygame.Surface | None:
        if (shape := _shape(source)) is None:
            return None
        by_width = width / height <= shape
        size = (width, round(width / shape) + 1) if by_width else (round(height * shape) + 1, height)
        return _rendered(source, size)

    def _filled(self, source: bytes, width: int, height: int) -> pygame.Surface | None:
        view = _view(source, width, height)
        picture = _rendered(source, view.size) if view else None
        if view is None or picture is None:
            return None
        filled = pygame.Surface((width, height), pygame.SRCALPHA)
        filled.blit(picture, (0, 0), pygame.Rect(view.left, view.top, width, height))
        return filled

    def _source(self, name: str) -> bytes | None:
        if name not in self._files:
            self._files[name] = self._read(name)
        return self._files[name]

    def _read(self, name: str) -> bytes | None:
        # A name may come from a save: it never leads out of the folders.
        for folder in self._folders if re.fullmatch(_NAME, name) else ():
            try:
                if folder.parent == self._assets:
                    return (folder / f"{name}.svg").read_bytes()
                if found := _of_pack(folder, name):
                    return found
            except (OSError, ValueError):
                continue
        self.missing.add(f"{name}.svg")
        return None


def _of_pack(folder: Path, name: str) -> bytes | None:
    from game.pages.pack_pictures import pack_picture  # few packs have pictures of their own
    from game.pages.photographs import pack_photograph

    drawing = folder / f"{name}.svg"
    return pack_picture(drawing) if drawing.exists() else pack_photograph(folder, name)


def _extent(source: bytes) -> tuple[float, float]:
    """Return the width and height of a picture in its own units; two noughts where they are not known."""
    if not source.startswith(_PHOTOGRAPH):
        found = re.search(_VIEW_BOX, source)
        return (float(found[3]), float(found[4])) if found else (0.0, 0.0)
    from game.pages.photographs import photograph_size

    return photograph_size(source) or (0.0, 0.0)


def _shape(source: bytes) -> float | None:
    width, height = _extent(source)
    is_drawable = width > 0 and height > 0 and 1 / _FLATTEST <= width / height <= _FLATTEST
    return width / height if is_drawable else None


def _rendered(source: bytes, size: tuple[int, int]) -> pygame.Surface | None:
    try:
        if source.startswith(_PHOTOGRAPH):
            return upright(source, size)
        picture = pygame.image.load_sized_svg(io.BytesIO(source), size)
    except pygame.error:
        return None
    # It comes with red and blue the other way round, and would be painted twenty times slower like that.
    return picture.convert(pygame.Surface((1, 1), pygame.SRCALPHA))


def _view(source: bytes, width: int, height: int) -> _View | None:
    shape, extent = _shape(source), _extent(source)
    if shape is None:
        return None
    by_width = width / height > shape
    size = (width, round(width / shape) + 1) if by_width else (round(height * shape) + 1, height)
    band = re.search(_BAND, source)
    middle = float(band[1]) / 768 if band and by_width else 0.5
    top = max(0, min(size[1] - height, round(size[1] * middle - height / 2)))
    narrow = re.search(_NARROW, source)
    centre = float(narrow[1]) / 600 if narrow and width / height < _SLIM else 0.5
    left = max(0, min(size[0] - width, round(size[0] * centre - width / 2)))
    scale = min(size[0] / extent[0], size[1] / extent[1])
    return _View(size, left, top, scale)


def _through(source: bytes, box: pygame.Rect, view: _View) -> bytes:
    """Return a drawing that shows only a box of itself, in pixels of the view: the rest is not drawn."""
    seen = (box.left + view.left, box.top + view.top, box.width, box.height)
    units = " ".join(f"{pixels / view.scale:.6f}" for pixels in seen)
    return re.sub(_VIEW_BOX, f'viewBox="{units}"'.encode(), source, count=1)


def _written(colour: Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)


def _painted_out(source: bytes, retouch: Retouch) -> bytes:
    from game.pages.retouching import Paint, retouched  # not needed while everybody is still there

    paint = Paint(_written(retouch.colour), _written(retouch.house_paint))
    text = source.decode("utf-8", "replace")
    return retouched(text, retouch.people, retouch.in_house_paint, paint).encode()
