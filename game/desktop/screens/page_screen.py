"""What all screens share: a page that is laid out once, scrolled, and walked through by a visible focus."""

from __future__ import annotations

from abc import ABC, abstractmethod

from game.desktop import actions
from game.desktop.actions import Action
from game.desktop.focus import beyond, within
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.moves import Move, Pop
from game.desktop.widgets.chips import Hint
from game.desktop.widgets.field import FIELD, TextField
from game.desktop.widgets.piece import Page, Target

_STEP = 3
"""Lines that an arrow key or a wheel step scrolls by."""


class PageScreen(ABC):
    """A screen that shows one page at a time and answers actions with moves.

    A concrete screen lays out `contents`, answers `take` (a target was pressed), `choose` (a digit), `say`
    (a command's key) and `sideways`; scrolling and focus are the same everywhere.
    """

    goes_on: frozenset[str] = frozenset({"continue"})
    """Targets that only read on: the space bar takes these and nothing else."""
    is_card = False
    """Whether the screen below shows around it."""
    can_pause = False
    """Whether the pause can be opened over it; elsewhere a controller's Start closes what lies on top."""
    explains: tuple[actions.Command, ...] = ()
    """Commands that the list of keys (F1) names besides those of the hints."""
    field: TextField | None = None
    """What is typed into while this screen is on top, if anything."""

    can_be_typed = False
    """Whether its text may come up line by line."""
    signs: int | None = None
    """How many signs of it stand there already; None for all."""

    @property
    def is_catching(self) -> bool:
        """Whether the screen asks for a key, whatever that key says elsewhere."""
        return False

    def __init__(self) -> None:
        self.scroll = 0
        self.focus = ""
        self._page: Page | None = None
        self._kit: Kit | None = None
        self.pages = 0
        """How many fresh pages it has begun: another number tells that a page was turned."""

    @abstractmethod
    def contents(self, kit: Kit) -> Page:
        """Lay the page out for a kit."""

    def take(self, target: str) -> Move | None:
        """Answer a press on a target."""
        return None

    def choose(self, number: int) -> str | None:
        """Return the target that a digit stands for, if any."""
        return None

    def say(self, command: actions.Command) -> Move | None:
        """Answer a command's key."""
        return None

    def leave(self) -> Move | None:
        """Answer Esc."""
        return Pop()

    def sideways(self, across: int) -> bool:
        """Answer left (-1) and right (1), in a field with its cursor; False lets the focus move."""
        if self.focus != FIELD or self.field is None:
            return False
        self.field.move(across)
        self.changed(keep_place=True)
        return True

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen as it is now; the last one is always shown."""
        return ()

    def typed(self) -> None:  # noqa: B027 - most screens have no field, and nothing to answer
        """Answer a change of the field's text."""

    def anew(self) -> PageScreen | None:
        """Return this screen for a story that was read again in a preview; None where it closes then."""
        return None

    def first_focus(self, page: Page) -> str:
        """Return what has the focus when a page is new: the first thing that arrows reach."""
        return next((target.id for target, _ in page.targets if target.reach == "main"), "")

    def page(self, kit: Kit) -> Page:
        """Return the page for a kit, laid out anew only where something changed."""
        if self._page is None or kit is not self._kit:
            share = self.scroll / self._page.furthest if self._page and self._page.furthest else 0.0
            self._page, self._kit = self.contents(kit), kit
            if share:
                self.scroll = round(share * self._page.furthest)  # another size: stay at the same words
            self.scroll = min(self.scroll, self._page.furthest)
            if not any(target.id == self.focus for target, _ in self._page.targets):
                self.focus = self.first_focus(self._page)
        return self._page

    def changed(self, *, keep_place: bool = False) -> None:
        """Say that the page must be laid out anew; it begins at its top unless `keep_place`."""
        self._page = None
        if not keep_place:
            self.scroll, self.focus = 0, ""
            self.pages += 1

    def act(self, action: Action, kit: Kit) -> Move | None:
        """Answer an action."""
        page = self.page(kit)
        match action:
            case actions.Digit(0):
                pass
            case actions.Digit(number):
                target = self.choose(number)
                return self._take_if_seen(target, page) if target else None
            case actions.Hover(x, y):
                self._hover(x, y, page)
            case actions.Composing(text):
                if self.field and self.field.composed != text:
                    self.field.composed = text
                    self.changed(keep_place=True)
            case actions.Typed() | actions.Erase():
                self._edit(action, kit)
            case actions.Step(across, down):
                if not (across and self.sideways(across)):
                    self._step(across, down, page, kit)
            case actions.NextFocus(backwards):
                self._next(-1 if backwards else 1, page, ("main", "aside"))
            case actions.Take() if self.focus and kit.settings.reading_aloud:
                return self.take(self.focus)  # it has been said, wherever the page is scrolled to
            case actions.Take():
                return self._take_if_seen(self.focus, page)
            case actions.Forward():
                return self._forward(page)
            case actions.Turn(pages):
                self._turn(pages, page)
            case actions.Wheel(steps):
                self._scroll_by(round(steps * _STEP * kit.line_height(kit.reading)), page)
            case actions.Drag(pixels):
                self._scroll_by(pixels, page)
            case actions.Press(x, y):
                return self._press(x, y, page)
            case actions.Leave():
                return self.leave()
            case actions.Say("more"):
                self._turn(1, page)
            case actions.Say("term"):
                self._next(1, page, ("aside",))
            case actions.Say(command):
                return self.say(command)
            case _:
                pass
        return None

    def _edit(self, action: actions.Typed | actions.Erase, kit: Kit) -> None:
        if self.field:
            before = self.field.text
            if isinstance(action, actions.Typed):
                self.field.insert(action.text)
            else:
                self.field.erase(action.by)
            self.changed(keep_place=True)
            if self.field.text != before:
                self.typed()
            self.reveal(FIELD, self.page(kit))

    def box_on_screen(self, target: Target, is_fixed: bool, page: Page) -> Box:
        """Return where a target stands in the window now."""
        return target.box if is_fixed else target.box.moved(page.view.left, page.view.top - self.scroll)

    def sees(self, target: str, page: Page) -> bool:
        """Tell whether a target stands in the window now, or fills it."""
        for found, is_fixed in page.targets:
            if found.id == target:
                box = self.box_on_screen(found, is_fixed, page)
                inside = min(box.bottom, page.view.bottom) - max(box.top, page.view.top)
                return is_fixed or inside >= min(box.height, page.view.height * 0.6)
        return False

    def reveal(self, target: str, page: Page) -> None:
        """Scroll so far that a target can be seen."""
        boxes = [found.box for found, is_fixed in page.targets if found.id == target and not is_fixed]
        if not boxes:
            return
        margin = min(24, page.view.height // 12)
        top, bottom = min(b.top for b in boxes) - margin, max(b.bottom for b in boxes) + margin
        if bottom - self.scroll > page.view.height:
            self.scroll = bottom - page.view.height
        self.scroll = min(self.scroll, top)
        self.scroll = max(0, min(self.scroll, page.furthest))

    def _take_if_seen(self, target: str, page: Page) -> Move | None:
        """Take a target; where it is out of sight only show it: nobody chooses what they have not seen."""
        if not target:
            return None
        if not self.sees(target, page):
            self.focus = target
            self.reveal(target, page)
            return None
        self.focus = target
        return self.take(target)

    def _forward(self, page: Page) -> Move | None:
        if self.scroll < page.furthest:
            self._turn(1, page)
            return None
        # A reader who pages with the space bar must not run into a choice, whatever has the focus.
        ways = [target.id for target, _ in page.targets if target.id in self.goes_on]
        return self._take_if_seen(ways[0], page) if ways else None

    def _turn(self, pages: int, page: Page) -> None:
        if abs(pages) > 1:
            self.scroll = page.furthest if pages > 0 else 0
            return
        self._scroll_by(pages * max(40, page.view.height - min(90, page.view.height // 5)), page)

    def _scroll_by(self, pixels: int, page: Page) -> None:
        self.scroll = max(0, min(self.scroll + pixels, page.furthest))

    def _press(self, x: int, y: int, page: Page) -> Move | None:
        for target, is_fixed in reversed(page.targets):
            box = self.box_on_screen(target, is_fixed, page)
            if box.holds(x, y) and (is_fixed or page.view.holds(x, y)):
                if target.id.startswith("choice:") and not self.sees(target.id, page):
                    self.reveal(target.id, page)
                    return None
                if target.reach != "pointer":
                    self.focus = target.id
                return self._pressed(target.id, page)
        if page.card and not page.card.holds(x, y):
            return self.leave()
        return None

    def _hover(self, x: int, y: int, page: Page) -> None:
        """Give the focus to what the pointer is on; whatever is so reached can be reached without it."""
        for target, is_fixed in reversed(page.targets):
            box = self.box_on_screen(target, is_fixed, page)
            if target.reach == "main" and box.holds(x, y) and (is_fixed or page.view.holds(x, y)):
                if self.sees(target.id, page):
                    self.focus = target.id
                return

    def _pressed(self, target: str, page: Page) -> Move | None:
        kind, _, command = target.partition(":")
        if kind != "say":
            return self.take(target)
        if command == "more":
            self._turn(1, page)
            return None
        if command == "leave":
            return self.leave()
        return self.say(command)  # type: ignore[arg-type] # made by this program's own hints

    def _next(self, by: int, page: Page, reaches: tuple[str, ...]) -> None:
        ids = list(dict.fromkeys(target.id for target, _ in page.targets if target.reach in reaches))
        if not ids:
            return
        if self.focus in ids:
            self.focus = ids[(ids.index(self.focus) + by) % len(ids)]
        else:
            seen = [id for id in ids if self.sees(id, page)]
            self.focus = (seen or ids)[0 if by > 0 else -1]
        self.reveal(self.focus, page)

    def _step(self, across: int, down: int, page: Page, kit: Kit) -> None:
        """Move the focus to the next thing that way if it is near; else scroll."""
        by = down or across
        step = _STEP * kit.line_height(kit.reading)
        ways = [(t, f, self.box_on_screen(t, f, page)) for t, f in page.targets if t.reach == "main"]
        here = next((box for target, _, box in ways if target.id == self.focus), None)
        if here is None:
            found = next(((t, b) for t, _, b in ways if self.sees(t.id, page)), None)
        elif not self.sees(self.focus, page) and (here.top > page.view.top) == (by > 0):
            found = None  # the focus waits further on: read up to it first
        else:
            found = beyond(here, [(t, b) for t, _, b in ways], across, down)
        if found and (not down or within(found[1], page.view, step) or found[1].meets(page.view)):
            self.focus = found[0].id
            self.reveal(self.focus, page)
        elif down and (self.scroll > 0 if down < 0 else self.scroll < page.furthest):
            self._scroll_by(down * step, page)
            if here is not None and self.sees(self.focus, page):
                return
        elif found:
            self.focus = found[0].id
            self.reveal(self.focus, page)
