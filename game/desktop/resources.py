"""Pictures: SVG drawn at the pixels it is shown in, found by name, remembered while they are in use."""

from __future__ import annotations

import io
import re
from collections import OrderedDict
from pathlib import Path
from typing import NamedTuple

import pygame

from game.desktop.theme import Colour

_VIEW_BOX = re.compile(rb'viewBox="\s*([-\d.]+)[ ,]+([-\d.]+)[ ,]+([\d.]+)[ ,]+([\d.]+)\s*"')
_BAND = re.compile(rb'data-band="([-\d.]+)"')
_FILL = re.compile(rb'(fill|stroke)="#[0-9a-fA-F]{3,8}"')
_KEPT_PIXELS = 24_000_000
"""Pixels of pictures that are kept: two large posters at 3840x2160 and many small things."""


class Retouch(NamedTuple):
    """Who has been painted out of a picture (ids of people), and with what colour."""

    people: frozenset[str] = frozenset()
    colour: Colour = (0, 0, 0)


UNTOUCHED = Retouch()
"""A picture as it was taken."""


class Pictures:
    """Finds pictures in the pack's own art first, then among those of the game."""

    def __init__(self, assets: Path, art: tuple[Path, ...] = ()) -> None:
        self._folders = (*art, *(assets / kind for kind in ("places", "pictures", "portraits")))
        self._assets = assets
        self._drawn: OrderedDict[tuple[str, int, int, bool, Retouch], pygame.Surface | None] = OrderedDict()
        self._files: dict[str, bytes | None] = {}
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
        found = _VIEW_BOX.search(self._source(name) or b"")
        return float(found[3]) / float(found[4]) if found else None

    def people(self, name: str) -> frozenset[str]:
        """Return the ids of the people in a picture who can be painted out of it."""
        found = re.findall(rb'<g id="person_(\w+)"', self._source(name) or b"")
        return frozenset(person.decode() for person in found)

    def heads(self, name: str) -> dict[str, float]:
        """Return how far from the left each person of a picture stands, in its units."""
        pattern = rb'<g id="person_(\w+)" transform="translate\(([-\d.]+)'
        found = re.findall(pattern, self._source(name) or b"")
        return {person.decode(): float(left) for person, left in found}

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

    def _draw(
        self, name: str, width: int, height: int, fill: bool, retouch: Retouch
    ) -> pygame.Surface | None:
        source, shape = self._source(name), self.shape(name)
        if source is None or shape is None or width < 1 or height < 1:
            return None
        for person in sorted(retouch.people):
            source = painted_out(source, f"person_{person}", retouch.colour)
        by_width = (width / height > shape) == fill
        size = (width, round(width / shape) + 1) if by_width else (round(height * shape) + 1, height)
        try:
            picture = pygame.image.load_sized_svg(io.BytesIO(source), size)
        except pygame.error:
            self.missing.add(f"{name}.svg (damaged)")
            return None
        if not fill:
            return picture
        band = _BAND.search(source)
        middle = float(band[1]) / 768 if band and by_width else 0.5
        high = max(0, min(picture.height - height, round(picture.height * middle - height / 2)))
        filled = pygame.Surface((width, height), pygame.SRCALPHA)
        filled.blit(picture, (0, 0), pygame.Rect((picture.width - width) // 2, high, width, height))
        return filled

    def _source(self, name: str) -> bytes | None:
        if name not in self._files:
            self._files[name] = self._read(name)
        return self._files[name]

    def _read(self, name: str) -> bytes | None:
        for folder in self._folders:
            try:
                return (folder / f"{name}.svg").read_bytes()
            except (OSError, ValueError):
                continue
        self.missing.add(f"{name}.svg")
        return None


def painted_out(source: bytes, group: str, colour: Colour) -> bytes:
    """Return an SVG with everything in one group in one colour; unchanged where it has no such group."""
    begin = source.find(b'<g id="' + group.encode() + b'"')
    if begin < 0:
        return source
    depth = 0
    for tag in re.finditer(rb"<g\b[^>]*?(/?)>|</g>", source[begin:]):
        if tag[0] == b"</g>":
            depth -= 1
        elif not tag[1]:
            depth += 1
        if depth <= 0:
            end = begin + tag.end()
            paint = b'\\1="#%02x%02x%02x"' % colour
            return source[:begin] + _FILL.sub(paint, source[begin:end]) + source[end:]
    return source
