"""Fonts at the real pixel size: a family in one size measures and renders text in the four styles."""

from __future__ import annotations

import re
from collections import OrderedDict
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pygame

from game.desktop.theme import Colour, MissingAsset, Theme

if TYPE_CHECKING:
    from game.story.prose import Style

Family = Literal["reading", "document", "heading", "label", "label_bold", "stamp"]
Typeface = Literal["serif", "sans", "dyslexic"]

_ROLE: dict[str, dict[Style, str]] = {
    "reading": {
        "plain": "reading",
        "emphasis": "reading_italic",
        "strong": "reading_bold",
        "both": "reading_bold_italic",
    },
    "document": {
        "plain": "document",
        "emphasis": "document",
        "strong": "document_bold",
        "both": "document_bold",
    },
    "label": {"plain": "label", "emphasis": "label", "strong": "label_bold", "both": "label_bold"},
}

_KEPT_PIXELS = 6_000_000
"""Pixels of rendered text that a face keeps (24 MB): several pages at 1366x768, two at 3840x2160."""


_CLOSE = re.compile(r"(?<=[,.;:!?])(?= )")
"""PT Sans Narrow kerns these pairs so far that half the space is gone, and at small sizes all of it."""


def _joined(parts: list[pygame.Surface]) -> pygame.Surface:
    """Lay pictures of text side by side."""
    whole = pygame.Surface((sum(part.width for part in parts), parts[0].height), pygame.SRCALPHA)
    left = 0
    for part in parts:
        whole.blit(part, (left, 0))
        left += part.width
    return whole


class Face:
    """One family at one size."""

    def __init__(self, family: Family, size: int, files: dict[Style, Path]) -> None:
        self.family = family
        self.size = size
        self._files = files
        self._fonts: dict[Style, pygame.font.Font] = {}
        self._rendered: OrderedDict[tuple[str, Style, Colour], pygame.Surface] = OrderedDict()
        self._pixels = 0

    def __call__(self, text: str, style: Style = "plain") -> int:
        """Return the width of a text in pixels."""
        font = self._font(style)
        return (
            sum(font.size(part)[0] for part in self._parts(text)) if self._is_narrow else font.size(text)[0]
        )

    @cached_property
    def height(self) -> int:
        """Height of a line without leading, in pixels."""
        return self._font("plain").get_height()

    @cached_property
    def ascent(self) -> int:
        """From the top of a rendered line to its baseline, in pixels."""
        return self._font("plain").get_ascent()

    @property
    def has_italic(self) -> bool:
        """Whether emphasis has a font of its own; without, it is underlined, as on a typewriter."""
        return self._files["emphasis"] != self._files["plain"]

    def render(self, text: str, colour: Colour, style: Style = "plain") -> pygame.Surface:
        """Return a text as a picture."""
        key = (text, style, colour)
        found = self._rendered.get(key)
        if found is None:
            parts = [self._font(style).render(part, True, colour) for part in self._parts(text)]
            found = self._rendered[key] = parts[0] if len(parts) == 1 else _joined(parts)
            self._pixels += found.width * found.height
            while self._pixels > _KEPT_PIXELS and len(self._rendered) > 1:
                _, dropped = self._rendered.popitem(last=False)
                self._pixels -= dropped.width * dropped.height
        return found

    def _parts(self, text: str) -> list[str]:
        """Cut where the font would draw a sign and a space too close together; mostly nowhere."""
        return _CLOSE.split(text) if self._is_narrow and _CLOSE.search(text) else [text]

    @cached_property
    def _is_narrow(self) -> bool:
        return "narrow" in self._files["plain"].name

    def _font(self, style: Style) -> pygame.font.Font:
        font = self._fonts.get(style)
        if font is None:
            path = self._files[style]
            try:
                font = pygame.font.Font(path, self.size)
            except (OSError, pygame.error) as problem:
                raise MissingAsset(f"The font {path} is missing or cannot be read: {problem}.") from problem
            self._fonts[style] = font
        return font


class Fonts:
    """All faces in the reader's typeface, each opened once and only when something is written in it."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self._theme = theme
        self._folder = folder
        # A closure and not @lru_cache on the method: the cache goes when this object goes.
        self.face = lru_cache(maxsize=128)(self._face)

    def _face(self, family: Family, size: int, typeface: Typeface = "serif") -> Face:
        """Return a family in a size (pixels) as the reader's typeface has it."""
        roles = dict(self._theme.fonts)
        if typeface == "sans":
            roles.update(self._theme.fonts_sans)
        elif typeface == "dyslexic":
            roles.update(self._theme.fonts_dyslexic)
        styles = _ROLE.get(family) or dict.fromkeys(_ROLE["reading"], str(family))
        try:
            files = {style: self._folder / roles[role] for style, role in styles.items()}
        except KeyError as problem:
            raise MissingAsset(f"theme.toml names no font for {problem}.") from problem
        return Face(family, max(6, size), files)
