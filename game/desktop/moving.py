"""The one slow moving thing in a picture: a lamp, smoke, snow, a light that passes.

A picture says itself what moves in it (assets/README.md). Only that box of the window is drawn again, at most
12 times a second and not on a large window; half a minute after the last input everything stands still.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pygame

from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.resources import Layers, Retouch
from game.desktop.widgets.piece import Piece, Placed

if TYPE_CHECKING:
    from game.desktop.stage import Stage
    from game.desktop.window import Window

RESTS_AFTER = 30.0
"""Seconds after the last input when nothing moves any more."""

_PIXELS_A_SECOND = 9_000_000
"""How much may be drawn again in a second."""
_FASTEST = {"flicker": 6.0, "drift": 8.0, "fall": 10.0, "pass": 12.0}
"""Frames a second of each kind of motion."""
_LEVELS = 6
"""Brightnesses of a lamp that flickers."""


class Moving:
    """What moves beside a page: made with the page, drawn for the first time when it first moves."""

    def __init__(
        self, kit: Kit, place: str, at: Box, slant: int, retouch: Retouch, over: tuple[Placed, ...]
    ) -> None:
        self._kit = kit
        self._place = place
        self._at = at
        self._slant = slant
        self._retouch = retouch
        self._over = over
        self._layers: Layers | None = None
        self._is_ready = False
        self._bright: dict[int, pygame.Surface] = {}

    @property
    def layers(self) -> Layers | None:
        """The layers of the picture, drawn once; None where they cannot be had."""
        if not self._is_ready:
            self._is_ready = True
            layers = self._kit.pictures.layers(self._place, self._at.width, self._at.height, self._retouch)
            if layers and layers.box.width and layers.box.height:
                for layer in (layers.moving, layers.above):
                    layer.set_alpha(255, pygame.RLEACCEL)  # mostly empty, and skipped where they are
                self._layers = layers
        return self._layers

    @property
    def rate(self) -> float:
        """Frames a second: fewer where the box is large."""
        layers = self.layers
        if layers is None:
            return 0.0
        pixels = layers.box.width * layers.box.height
        return min(_FASTEST.get(layers.motion.kind, 0.0), _PIXELS_A_SECOND / pixels)

    def frame(self, seconds: float) -> object:
        """Return something that is equal for two moments that look the same."""
        layers = self.layers
        if layers is None:
            return None
        if layers.motion.kind == "flicker":
            return _level(seconds)
        (x, y), shown = _shift(layers, seconds)
        return round(x), round(y), round(shown * 16)

    def paint(self, surface: pygame.Surface, seconds: float) -> pygame.Rect | None:
        """Paint the box as it looks after so many seconds, and return it; None where nothing moves."""
        layers = self.layers
        if layers is None:
            return None
        box = layers.box.move(self._at.left, self._at.top)
        clip = surface.get_clip()
        surface.set_clip(box)
        surface.blit(layers.below, box)
        self._paint_moving(surface, layers, box, seconds)
        surface.blit(layers.above, box)
        self._paint_over(surface)
        surface.set_clip(clip)
        return box

    def _paint_moving(
        self, surface: pygame.Surface, layers: Layers, box: pygame.Rect, seconds: float
    ) -> None:
        match layers.motion.kind:
            case "flicker":
                surface.blit(self._at_level(layers, _level(seconds)), box)
            case "fall":
                (x, y), _ = _shift(layers, seconds)
                across, down = layers.motion.by
                surface.blit(layers.moving, box.move(round(x), round(y)))
                surface.blit(layers.moving, box.move(round(x - across), round(y - down)))
            case _:
                (x, y), shown = _shift(layers, seconds)
                layer = self._at_level(layers, round(shown * _LEVELS)) if shown < 1 else layers.moving
                surface.blit(layer, box.move(round(x), round(y)))

    def _at_level(self, layers: Layers, level: int) -> pygame.Surface:
        if level >= _LEVELS:
            return layers.moving
        if level not in self._bright:
            faint = layers.moving.copy()
            faint.fill((255, 255, 255, 255 * level // _LEVELS), special_flags=pygame.BLEND_RGBA_MULT)
            faint.set_alpha(255, pygame.RLEACCEL)
            self._bright[level] = faint
        return self._bright[level]

    def _paint_over(self, surface: pygame.Surface) -> None:
        """Paint again what stands over the picture: the page's leaning edge, and who is there."""
        from game.desktop.widgets.picture import leaning_edge

        leaning_edge(self._kit, surface, self._at, self._slant)
        clip = Box(*surface.get_clip())
        for piece, box in self._over:
            if box.meets(clip):
                piece.paint(surface, box.left, box.top, "")


def moving_in(
    kit: Kit, place: str, at: Box, slant: int, retouch: Retouch, cards: tuple[Piece, Box] | None
) -> Moving | None:
    """Return what moves in the picture of a place; None where nothing does, or nothing shall."""
    if kit.settings.reduced_motion or not kit.pictures.moves(place):
        return None
    return Moving(kit, place, at, slant, retouch, (Placed(*cards),) if cards else ())


class Mover:
    """Moves what moves, as long as somebody is there. Times are in seconds of one clock."""

    def __init__(self) -> None:
        self._acts = -1
        self._last_input = 0.0
        self._moving: Moving | None = None
        self._begun = 0.0
        self._next = 0.0
        self._frame: object = None

    def look(self, stage: Stage, window: Window, now: float) -> None:
        """Draw the next frame where it is time for it."""
        box = self.moved(stage, window.surface, now)
        if box:
            pygame.display.update(box)

    def moved(self, stage: Stage, surface: pygame.Surface, now: float) -> pygame.Rect | None:
        """Paint the next frame on the surface and return its box; None where there is nothing to paint."""
        if stage.acts != self._acts:
            self._acts, self._last_input = stage.acts, now
        moving = stage.moving
        if moving is not self._moving:
            self._moving, self._begun, self._frame = moving, now, None
            self._next = now + 0.5  # the page comes first
        if moving is None or now < self._next or now - self._last_input > RESTS_AFTER or not moving.rate:
            return None
        self._next = now + 1 / moving.rate
        seconds = now - self._begun
        frame = moving.frame(seconds)
        if frame == self._frame:
            return None
        self._frame = frame
        stage.moved = (moving, seconds)
        return moving.paint(surface, seconds)


def _level(seconds: float) -> int:
    """How bright a lamp is: mostly full, now and then a little less, never quickly."""
    sway = math.sin(seconds * 2 * math.pi / 5.3) * math.sin(seconds * 2 * math.pi / 1.9)
    return _LEVELS if sway < 0.45 else _LEVELS - 1


def _shift(layers: Layers, seconds: float) -> tuple[tuple[float, float], float]:
    """How far the moving part has come, in pixels, and how much of it is to be seen (0..1).

    At 0 seconds it is where it stands in the picture at rest.
    """
    kind, _, (across, down), period = layers.motion
    if kind == "fall":
        share = seconds / period % 1
        return (across * share, down * share), 1.0
    share = (seconds / period + 0.5) % 1  # half a way before, half a way after
    if kind == "drift":
        return (across * (share - 0.5), down * (share - 0.5)), math.sin(math.pi * share)
    return (across * (2 * share - 1), down * (2 * share - 1)), 1.0
