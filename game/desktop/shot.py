"""Pages as pictures, without a display: for tests, for documents, and for whoever draws them."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.stage import Stage


def staged(sitting: Sitting, size: tuple[int, int], *screens: PageScreen) -> Stage:
    """Return a stage of this size with these screens on it, the last one on top."""
    pygame.font.init()
    stage = Stage(sitting, size, screens[0])
    stage.stack = screens
    return stage


def painted(stage: Stage) -> pygame.Surface:
    """Return what a stage shows now."""
    surface = pygame.Surface(stage.size)
    stage.paint(surface)
    return surface


def shot(stage: Stage, path: Path) -> None:
    """Write what a stage shows now as a PNG file."""
    pygame.image.save(painted(stage), path)
