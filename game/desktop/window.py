"""The real window: opening it, drawing on it, waiting for events."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pygame

from game.desktop import words
from game.desktop.app import NoDisplay
from game.desktop.stage import Stage

_READ = {
    pygame.QUIT,
    pygame.KEYDOWN,
    pygame.KEYUP,
    pygame.TEXTINPUT,
    pygame.TEXTEDITING,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
    pygame.MOUSEMOTION,
    pygame.MOUSEWHEEL,
    pygame.VIDEORESIZE,
    pygame.VIDEOEXPOSE,
    pygame.WINDOWSHOWN,
    pygame.WINDOWRESTORED,
    pygame.WINDOWMAXIMIZED,
    pygame.WINDOWDISPLAYCHANGED,
    pygame.WINDOWFOCUSLOST,
    pygame.RENDER_TARGETS_RESET,
    pygame.RENDER_DEVICE_RESET,
    pygame.CONTROLLERBUTTONDOWN,
    pygame.CONTROLLERBUTTONUP,
    pygame.CONTROLLERAXISMOTION,
    pygame.CONTROLLERDEVICEADDED,
    pygame.CONTROLLERDEVICEREMOVED,
}
"""Events that mean something here. To have the system block all others takes 5 ms of the start."""

_TITLE_BAR, _FRAME = 48, 8
"""Pixels that a desktop lays around a window at most, above and beside it."""


class Window:
    """A window of the system, whole or as large as the screen."""

    def __init__(self, surface: pygame.Surface, is_full: bool) -> None:
        self.surface = surface
        self.is_full = is_full
        self._clock = pygame.time.Clock()
        self._controllers: list[object] = []
        self._is_typing = False

    @classmethod
    def opened(cls, title: str, icon: Path, *, is_full: bool) -> Window:
        """Open the window. Raises NoDisplay where there is none, or only one that nobody would see."""
        try:
            pygame.display.init()
            if pygame.display.get_driver() in {"dummy", "offscreen"} and not os.environ.get(
                "SDL_VIDEODRIVER"
            ):
                raise NoDisplay(words.NO_DISPLAY)
            screen = pygame.display.get_desktop_sizes()[0]
            pygame.display.set_caption(title)
            _show_icon(icon)
            surface = pygame.display.set_mode(fitting(screen), pygame.RESIZABLE)
            if is_full:
                pygame.Window.from_display_module().set_fullscreen(desktop=True)
                surface = pygame.display.get_surface() or surface
        except pygame.error as problem:
            raise NoDisplay(f"{words.NO_DISPLAY} ({problem})") from problem
        pygame.font.init()
        return cls(surface, is_full)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.surface.get_size()

    def finish_opening(self) -> None:
        """Do what the first picture need not wait for: held keys, smallest size, controllers."""
        pygame.key.set_repeat(380, 55)
        pygame.key.stop_text_input()
        with suppress(pygame.error, AttributeError):  # a window that may become too small is worth no message
            pygame.Window.from_display_module().minimum_size = (640, 480)
        self._open_controllers()

    def _open_controllers(self) -> None:
        try:
            from pygame._sdl2 import controller

            controller.init()
            self._controllers = [
                controller.Controller(i) for i in range(controller.get_count()) if controller.is_controller(i)
            ]
        except (ImportError, pygame.error):
            self._controllers = []

    def events(self) -> list[pygame.event.Event]:
        """Return what has happened; a controller that was plugged in is opened."""
        events = [event for event in pygame.event.get() if event.type in _READ]
        if any(event.type == pygame.CONTROLLERDEVICEADDED for event in events):
            self._open_controllers()
        return events

    def follow(self, stage: Stage) -> None:
        """Be as large as the settings want, and as the stage believes."""
        if stage.sitting.settings.full_screen != self.is_full:
            self.is_full = not self.is_full
            window = pygame.Window.from_display_module()
            if self.is_full:
                window.set_fullscreen(desktop=True)
            else:
                window.set_windowed()
            stage.needs_drawing = True
        if stage.is_typing != self._is_typing:
            self._is_typing = stage.is_typing
            # Only while there is a field: else an input method would swallow the letters that are commands.
            (pygame.key.start_text_input if self._is_typing else pygame.key.stop_text_input)()
        if self._is_typing and (box := stage.field_box):
            # Where an input method shows what it offers.
            pygame.key.set_text_input_rect(pygame.Rect(*box))
        surface = pygame.display.get_surface()
        if surface is not None:
            self.surface = surface
        if stage.size != self.size:
            stage.size = self.size
            stage.needs_drawing = True

    def draw(self, stage: Stage) -> None:
        """Show what the stage shows."""
        stage.paint(self.surface)
        pygame.display.flip()

    def touch_up(self, stage: Stage) -> None:
        """Show where the focus is now, where nothing else has changed."""
        if rectangles := stage.touch_up(self.surface):
            pygame.display.update(rectangles)

    def rest(self, rate: int) -> None:
        """Wait until it is time to look again, `rate` times a second."""
        self._clock.tick(rate)

    def close(self) -> None:
        """Close the window."""
        pygame.quit()


def _show_icon(icon: Path) -> None:
    """Give the window its icon before it opens: else Pygame looks for one of its own, which takes 5 ms."""
    with suppress(pygame.error, OSError):  # an icon is worth no message
        pygame.display.set_icon(pygame.image.load_sized_svg(icon, (64, 64)))


def tell_plainly(window: Window, message: str) -> None:
    """Say in Pygame's own font what is missing, and wait for a key: our fonts may be what is missing."""
    font = pygame.font.Font(None, 28)
    window.surface.fill((239, 230, 210))
    text = font.render(f"{words.MISSING_FILE}\n\n{message}", True, (22, 19, 15), None, window.size[0] - 80)
    window.surface.blit(text, (40, 40))
    pygame.display.flip()
    while not any(
        event.type in {pygame.QUIT, pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN} for event in pygame.event.get()
    ):
        window.rest(20)


def fitting(screen: tuple[int, int]) -> tuple[int, int]:
    """A window of four fifths of the screen, of at least 1280x720 where the screen has room for that.

    It leaves room for a title bar: SDL tells the whole desktop, and the keys stand at the window's foot.
    """
    width, height = screen[0] - _FRAME, screen[1] - _TITLE_BAR
    return min(width, max(1280, width * 4 // 5)), min(height, max(720, height * 4 // 5))
