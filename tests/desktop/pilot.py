"""Plays the window as a person would, without a display: presses keys, clicks, makes the window larger."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.desktop.actions import Resize
from game.desktop.bench import Library
from game.desktop.layout import Box
from game.desktop.narrator import Narrator
from game.desktop.reader import Reader
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.title import TitleScreen
from game.desktop.shot import painted, staged
from game.desktop.sitting import Outside, Sitting
from game.desktop.stage import Stage
from game.desktop.voices import PrintingVoice
from game.desktop.widgets.piece import Page, Placed
from game.disk import Settings
from game.story.model import Story
from game.story.views import DebriefView

ASSETS = Path(__file__).parents[2] / "assets"
KEYS = {
    "enter": pygame.K_RETURN,
    "space": pygame.K_SPACE,
    "esc": pygame.K_ESCAPE,
    "tab": pygame.K_TAB,
    "up": pygame.K_UP,
    "down": pygame.K_DOWN,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "page down": pygame.K_PAGEDOWN,
    "end": pygame.K_END,
    "home": pygame.K_HOME,
    **{f"f{number}": pygame.K_F1 + number - 1 for number in range(1, 13)},
    "backspace": pygame.K_BACKSPACE,
    "delete": pygame.K_DELETE,
}


class Pilot:
    """A player of one story: `press`, `click`, `resize`; then ask what is shown."""

    def __init__(
        self,
        story: Story | None,
        size: tuple[int, int] = (1366, 768),
        settings: Settings | None = None,
        pack_library: Library | None = None,
        keeps_saves: bool = True,
    ):
        self.browsed: list[str] = []
        self.exported: list[tuple[DebriefView, Path]] = []
        outside = Outside(
            lambda: 0.9,
            self.browsed.append,
            lambda view, path: self.exported.append((view, path)),
            keeps_saves,
            pack_library,
        )
        self.sitting = Sitting(settings or Settings(notes_read=("small",)), outside, ASSETS)
        if story:
            self.sitting.open(story)
        self.stage: Stage = staged(self.sitting, size, TitleScreen(self.sitting, "The Small Chair"))
        self.clipboard = ""
        self.now = 0.0
        self.pause = 1.0
        """Seconds between two presses or clicks."""
        self.heard: list[str] = []
        """What has been read aloud, in order."""
        self.narrator = Narrator(lambda: PrintingVoice(self.heard.append))
        self.reader = Reader(lambda: self.clipboard, lambda: self.now)

    def event(self, kind: int, **fields: object) -> None:
        self.reader.follow(self.stage)
        action = self.reader.read(pygame.event.Event(kind, **fields))
        if action is not None and not self.narrator.answers(action, self.stage) and self.stage.act(action):
            self.reader.turned()
        self.narrator.look(self.stage)

    def press(self, *keys: str) -> Pilot:
        for name in keys:
            key = KEYS.get(name) or ord(name)
            self.now += self.pause
            self.event(pygame.KEYDOWN, key=key, mod=0, scancode=0)
            self.event(pygame.KEYUP, key=key, mod=0, scancode=0)
        return self

    def type(self, text: str) -> Pilot:
        """Type letters as a keyboard does: a key, then the text that it makes."""
        for sign in text:
            self.event(pygame.KEYDOWN, key=ord(sign.lower()), mod=0, scancode=0)
            self.event(pygame.TEXTINPUT, text=sign)
            self.event(pygame.KEYUP, key=ord(sign.lower()), mod=0, scancode=0)
        return self

    def paste(self, text: str) -> Pilot:
        self.clipboard = text
        self.event(pygame.KEYDOWN, key=pygame.K_v, mod=pygame.KMOD_CTRL, scancode=0)
        self.event(pygame.KEYUP, key=pygame.K_v, mod=pygame.KMOD_CTRL, scancode=0)
        return self

    def button(self, button: int) -> Pilot:
        """Press a controller's button."""
        self.now += self.pause
        self.event(pygame.CONTROLLERBUTTONDOWN, button=button)
        return self

    def click(self, target: str) -> Pilot:
        """Click in the middle of a target, scrolling to it as far as is needed."""
        self.screen.reveal(target, self.page)
        found = next((t, fixed) for t, fixed in self.page.targets if t.id == target)
        box = self.screen.box_on_screen(*found, self.page)
        self.now += self.pause
        where = (box.left + box.width // 2, box.top + box.height // 2)
        self.event(pygame.MOUSEBUTTONDOWN, button=1, pos=where)
        self.event(pygame.MOUSEBUTTONUP, button=1, pos=where)
        return self

    def swipe(self, x: int, start: int, end: int) -> Pilot:
        """Move a finger over the window from one height to another."""
        self.event(pygame.MOUSEBUTTONDOWN, button=1, pos=(x, start))
        for y in (start + (end - start) // 2, end):
            self.event(pygame.MOUSEMOTION, buttons=(1, 0, 0), pos=(x, y), rel=(0, 0))
        self.event(pygame.MOUSEBUTTONUP, button=1, pos=(x, end))
        return self

    def resize(self, width: int, height: int) -> Pilot:
        self.stage.act(Resize(width, height))
        return self

    def shows(self, screen: PageScreen) -> Pilot:
        self.stage.stack = (*self.stage.stack, screen)
        return self

    @property
    def screen(self) -> PageScreen:
        return self.stage.top

    @property
    def page(self) -> Page:
        return self.stage.page

    @property
    def name(self) -> str:
        """The kind of screen on top, as in `SceneScreen`."""
        return type(self.stage.top).__name__

    @property
    def text(self) -> str:
        """All words on the page, in order."""
        words = (piece.words for piece, _ in (*self.page.fixed, *self.page.flow) if piece.words)
        return "\n".join(words).replace("\u00a0", " ")

    @property
    def targets(self) -> list[str]:
        return [target.id for target, _ in self.page.targets if target.reach != "pointer"]

    def picture(self) -> pygame.Surface:
        return painted(self.stage)


def texts_of(placed: Placed) -> list[tuple[str, Box]]:
    """The innermost pieces with words, with their boxes on the page."""
    piece, box = placed
    if piece.inner:
        return [
            found
            for inner, at in piece.inner
            for found in texts_of(Placed(inner, at.moved(box.left, box.top)))
        ]
    return [(piece.words, box)] if piece.words else []
