"""The window without a display: a stack of screens at one size, which answers actions and paints itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.desktop import actions
from game.desktop.actions import Action
from game.desktop.fonts import Fonts
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.moves import Move, Pop, Push, Quit, Reset, moved
from game.desktop.resources import Pictures
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.theme import load_theme
from game.desktop.widgets.field import FIELD
from game.desktop.widgets.piece import Page
from game.desktop.widgets.scroll_area import paint_box, paint_page

if TYPE_CHECKING:
    from game.desktop.moving import Moving

_DIMMED = 150
"""How dark the screen below a card becomes, of 255."""

_OWN_KEYS = {
    "say:help": actions.Say("help"),
    "say:full_screen": actions.Say("full_screen"),
}
"""Commands that no screen answers itself."""

_FOCUS = 3
"""Where the focus stands in a glance."""


class Stage:
    """The screens, and the kit they are laid out for. Raises MissingAsset where there is no theme."""

    def __init__(
        self, sitting: Sitting, size: tuple[int, int], first: PageScreen, art: tuple[Path, ...] = ()
    ) -> None:
        self.sitting = sitting
        self.size = size
        self.stack: tuple[PageScreen, ...] = (first,)
        self.needs_drawing = True
        self.acts = 0
        """How many actions it has answered."""
        self.moved: tuple[Moving, float] | None = None
        """What has been moving beside the page, and for how many seconds."""
        self._touched: list[Box] = []
        self._theme = load_theme(sitting.assets / "theme.toml")
        self._fonts = Fonts(self._theme, sitting.assets / "fonts")
        sitting.art = self._art = art or sitting.art
        self._pictures = Pictures(sitting.assets, self._art)
        self._kit: Kit | None = None

    @property
    def kit(self) -> Kit:
        """The theme measured for the size and the settings of now."""
        kit, settings = self._kit, self.sitting.settings
        if self._art is not self.sitting.art:  # another story, or one read again: its pictures too
            self._art = self.sitting.art
            self._pictures = Pictures(self.sitting.assets, self._art)
            kit = None
        is_same = kit is not None and (kit.settings is settings or kit.settings == settings)
        if kit is None or not is_same or (kit.width, kit.height) != self.size:
            kit = self._kit = Kit(*self.size, settings, self._theme, self._fonts, self._pictures)
        return kit

    @property
    def top(self) -> PageScreen:
        """The screen that answers."""
        return self.stack[-1]

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.top.page(self.kit)

    @property
    def moving(self) -> Moving | None:
        """What moves beside the page; nothing does under a card, or while all is to be drawn again."""
        return self.page.moving if self.stack and not self.needs_drawing and not self.top.is_card else None

    @property
    def is_typing(self) -> bool:
        """Whether letters and digits are text for a field now."""
        return bool(self.stack) and self.top.field is not None

    @property
    def field_box(self) -> Box | None:
        """Where the field of the page stands in the window, if it has one."""
        page = self.page
        found = next(((t, fixed) for t, fixed in page.targets if t.id == FIELD), None)
        return self.top.box_on_screen(*found, page) if found else None

    @property
    def is_catching(self) -> bool:
        """Whether the next key is wanted as it is."""
        return bool(self.stack) and self.top.is_catching

    @property
    def is_over(self) -> bool:
        """Whether the window is to be closed."""
        return not self.stack

    def act(self, action: Action) -> bool:
        """Answer an action, and tell whether another page came up; none where the window is to be closed."""
        if self.is_over:
            return False
        self.acts += 1
        before, page = self._glance(), (self.top, self.top.pages)
        if isinstance(action, actions.Press):
            action = self._as_key(action)
        match action:
            case actions.Resize(width, height):
                self.size = (max(320, width), max(240, height))
            case actions.Expose():
                self.needs_drawing = True
            case actions.Close():
                for screen in self.stack:
                    if screen.field:
                        screen.leave()  # an answer that is being written is kept
                self.move(self._left())
            case actions.Say("full_screen"):
                self.sitting.change(full_screen=not self.sitting.settings.full_screen)
            case actions.Say("help"):
                self.move(self._help())
            case actions.Say("settings"):
                self.move(self._settings())
            case actions.Say("pause") if not self.top.can_pause:
                self.move(self.top.leave())
            case _:
                self.move(self.top.act(action, self.kit))
        after = self._glance()
        if after != before:
            self._note_change(before, after)
        return bool(self.stack) and (self.top, self.top.pages) != page

    def move(self, move: Move | None) -> None:
        """Move the stack. The title stays: nothing takes it away but closing the window."""
        if isinstance(move, Pop) and len(self.stack) == 1:
            return
        if isinstance(move, Reset) and self.stack:
            self.stack[0].changed()
        self.stack = moved(self.stack, move)
        if isinstance(move, Pop) and len(self.stack) == 1:
            self.top.changed(keep_place=True)  # the title: a pack that was made meanwhile is another story
        self.needs_drawing = True if move else self.needs_drawing

    def _note_change(self, before: tuple[object, ...], after: tuple[object, ...]) -> None:
        """Have all drawn again, or the two boxes alone where nothing but the focus has moved."""
        is_focus_alone = (
            before
            and after
            and before[:_FOCUS] == after[:_FOCUS]
            and before[_FOCUS + 1 :] == after[_FOCUS + 1 :]
        )
        if self.needs_drawing or not is_focus_alone or self.top.signs is not None:
            self.needs_drawing = True
            return
        page = self.page
        for target, is_fixed in page.targets:
            if target.id and target.id in (before[_FOCUS], after[_FOCUS]):
                self._touched.append(self.top.box_on_screen(target, is_fixed, page))

    def touch_up(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Paint what changed since the last picture where that is only the focus; return the rectangles."""
        if self.needs_drawing or not self._touched:
            return []
        boxes, self._touched = self._touched, []
        top = self.top
        page = top.page(self.kit)
        focus = top.focus if top.sees(top.focus, page) else ""
        painted = (paint_box(surface, self.kit, page, top.scroll, focus, box) for box in boxes)
        return [rect for rect in painted if rect]

    def paint(self, surface: pygame.Surface) -> None:
        """Paint all that is to be seen."""
        lowest = len(self.stack) - 1
        while lowest and self.stack[lowest].is_card:
            lowest -= 1
        for screen in self.stack[lowest:]:
            if screen.is_card and screen is not self.stack[lowest]:
                _dim(surface)
            page = screen.page(self.kit)
            has_focus = screen is self.top and screen.sees(screen.focus, page)
            focus = screen.focus if has_focus else ""
            paint_page(surface, self.kit, page, screen.scroll, focus, screen.signs)
        self.needs_drawing = False
        self._touched = []
        if self.moved and self.moved[0] is self.moving:
            self.moved[0].paint(surface, self.moved[1])

    def _left(self) -> Move:
        if not self.sitting.settings.forget_on_leaving:
            return Quit()
        from game.desktop.screens.leaving import left

        return left(self.sitting, self.top)

    def _help(self) -> Move | None:
        from game.desktop.screens.cards import Card
        from game.desktop.screens.help import help_card

        if isinstance(self.top, Card):
            return self.top.say("help")
        return Push(help_card(self.sitting, self.top))

    def _as_key(self, press: actions.Press) -> Action:
        """Return the key that is pressed with a pointer at the foot of a page, where the stage answers it."""
        for target, is_fixed in self.page.targets:
            if is_fixed and target.id in _OWN_KEYS and target.box.holds(press.x, press.y):
                return _OWN_KEYS[target.id]
        return press

    def _settings(self) -> Move | None:
        """Settings from any page, by one key: whoever cannot read a page must not look for the way there."""
        from game.desktop.screens.settings import SettingsScreen

        if isinstance(self.top, SettingsScreen):
            return self.top.leave()
        is_below = any(isinstance(screen, SettingsScreen) for screen in self.stack)
        return None if is_below else Push(SettingsScreen(self.sitting))

    def _glance(self) -> tuple[object, ...]:
        if not self.stack:
            return ()
        top = self.top
        return (self.stack, self.page, top.scroll, top.focus, self.sitting.settings, self.size)


def _dim(surface: pygame.Surface) -> None:
    veil = pygame.Surface(surface.get_size())
    veil.set_alpha(_DIMMED)
    surface.blit(veil, (0, 0))
