"""What all screens share: a page that is laid out once, scrolled, and walked through by a visible focus."""

from __future__ import annotations

from abc import abstractmethod

from game.desktop import actions
from game.desktop.actions import Action
from game.desktop.focus import after, beyond, within
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.moves import Move, Pop
from game.desktop.screens.has_field import HasField, letters_over
from game.desktop.widgets.chips import Hint
from game.desktop.widgets.field import FIELD, LETTERS
from game.desktop.widgets.piece import Page, Target

_STEP = 3
"""Lines that an arrow key or a wheel step scrolls by."""


class PageScreen(HasField):
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

    def closed(self, number: int) -> Move | None:
        """Answer a digit that stands for nothing that can be taken now."""
        return None

    def say(self, command: actions.Command) -> Move | None:
        """Answer a command's key."""
        return None

    def leave(self) -> Move | None:
        """Answer Esc."""
        return Pop()

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen as it is now; the last one is always shown."""
        return ()

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
                if target and kit.settings.reading_aloud and any(t.id == target for t, _ in page.targets):
                    self.focus = target
                    return self._taken(target)
                return self._take_if_seen(target, page) if target else self.closed(number)
            case actions.Hover(x, y):
                self._hover(x, y, page)
            case actions.Composing():
                self.edit(action)
            case actions.Typed() | actions.Erase() if self.field:
                self.edit(action)
                self.reveal(FIELD, self.page(kit))
            case actions.Turn(2 | -2) if self.focus == FIELD:
                self.edit(action)
            case actions.Step(across, down):
                if not (across and self.sideways(across)):
                    self._step(across, down, page, kit)
            case actions.NextFocus(backwards):
                self._next(-1 if backwards else 1, page, ("main", "aside"))
            case actions.Take(has_keys=False) if self.focus == FIELD and _has_letters(page):
                return self._taken(LETTERS)
            case actions.Take() if self.focus and kit.settings.reading_aloud:
                return self._taken(self.focus)  # it has been said, wherever the page is scrolled to
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
            case actions.Press(x, y, is_touch):
                return self._press(x, y, page, is_touch=is_touch)
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
        return self._taken(target)

    def _taken(self, target: str) -> Move | None:
        """Take a target; the button beside a field is the same on every screen."""
        return letters_over(self) if target == LETTERS and self.field else self.take(target)

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

    def _press(self, x: int, y: int, page: Page, *, is_touch: bool) -> Move | None:
        target = self._under(x, y, page)
        if target is None:
            return self.leave() if page.card and not page.card.holds(x, y) else None
        if target.id.startswith("choice:") and not self.sees(target.id, page):
            self.reveal(target.id, page)
            return None
        if target.reach != "pointer":
            self.focus = target.id
        if target.id == FIELD:  # a click goes to the field; only Enter and buttons take it in
            return self._taken(LETTERS) if is_touch and _has_letters(page) else None
        return self._pressed(target.id, page)

    def _hover(self, x: int, y: int, page: Page) -> None:
        """Give the focus to what the pointer is on; whatever is so reached can be reached without it."""
        target = self._under(x, y, page, ("main",))
        if target and self.sees(target.id, page):
            self.focus = target.id

    def _under(
        self, x: int, y: int, page: Page, reaches: tuple[str, ...] = ("main", "aside", "pointer")
    ) -> Target | None:
        for target, is_fixed in reversed(page.targets):
            box = self.box_on_screen(target, is_fixed, page)
            if target.reach in reaches and box.holds(x, y) and (is_fixed or page.view.holds(x, y)):
                return target
        return None

    def _pressed(self, target: str, page: Page) -> Move | None:
        kind, _, command = target.partition(":")
        if kind != "say":
            return self._taken(target)
        if command == "more":
            self._turn(1, page)
            return None
        if command == "leave":
            return self.leave()
        return self.say(command)  # type: ignore[arg-type] # made by this program's own hints

    def _next(self, by: int, page: Page, reaches: tuple[str, ...]) -> None:
        ids = list(dict.fromkeys(target.id for target, _ in page.targets if target.reach in reaches))
        if ids:
            self.focus = after(self.focus, by, ids, [id for id in ids if self.sees(id, page)])
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


def _has_letters(page: Page) -> bool:
    """Tell whether a keyboard for the field can be opened; over that keyboard itself it cannot."""
    return any(target.id == LETTERS for target, _ in page.targets)
