"""Colours, type sizes and spaces, from assets/theme.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

Colour = tuple[int, int, int]


class MissingAsset(Exception):
    """A file that comes with the game is not there or cannot be read; the message names it."""


class Palette(NamedTuple):
    """Every colour that may be used, by what it is for."""

    ink: Colour
    cream: Colour
    paper: Colour
    strip: Colour
    strip_edge: Colour
    red: Colour
    red_dark: Colour
    red_on_ink: Colour
    steel: Colour
    steel_deep: Colour
    steel_night: Colour
    night: Colour
    night_deep: Colour
    quiet: Colour
    keys: Colour
    sepia: Colour
    sepia_mid: Colour
    retouch: Colour
    shadow: Colour
    focus: Colour
    focus_text: Colour
    focus_ring: Colour
    link: Colour
    house_paint: Colour


class Theme(NamedTuple):
    """The whole look: two palettes, and sizes in pixels at a window of 1280x720."""

    normal: Palette
    high_contrast: Palette
    type: dict[str, float]
    space: dict[str, float]
    fonts: dict[str, str]
    fonts_sans: dict[str, str]
    fonts_dyslexic: dict[str, str]
    sounds: dict[str, str]


def load_theme(path: Path) -> Theme:
    """Read the theme. Raises MissingAsset where the file or an entry of it is missing."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        colours, fonts = found["colour"], found["fonts"]
        return Theme(
            normal=_palette(colours),
            high_contrast=_palette({**colours, **colours["high_contrast"]}),
            type=found["type"],
            space=found["space"],
            fonts={role: file for role, file in fonts.items() if isinstance(file, str)},
            fonts_sans=fonts["sans"],
            fonts_dyslexic=fonts["opendyslexic"],
            sounds=found.get("sounds", {}),
        )
    except OSError as problem:
        raise MissingAsset(
            f"{path} is missing or cannot be read: {problem.strerror or problem}."
        ) from problem
    except (tomllib.TOMLDecodeError, KeyError, ValueError) as problem:
        raise MissingAsset(f"{path} is damaged: {problem}.") from problem


def mix(over: Colour, under: Colour, share: float) -> Colour:
    """Return `over` laid on `under` at an opacity of `share` (0..1)."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(over, under, strict=True))
    return red, green, blue


def _palette(colours: dict[str, Any]) -> Palette:
    return Palette(*(_colour(colours[name]) for name in Palette._fields))


def _colour(written: str) -> Colour:
    number = int(written.removeprefix("#"), 16)
    return number >> 16, number >> 8 & 255, number & 255
