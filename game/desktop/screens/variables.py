"""The variables of the preview: all of them, and each can be set."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop import author_words, words
from game.desktop.actions import Command
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.moves import Move, Pop
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.preview import PreviewScreen
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap, rule, shelf
from game.desktop.widgets.heading import heading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece, Target, framed, stacked
from game.desktop.widgets.scroll_area import reading_page
from game.story.variables import Variable

_STEPS = (-10, -1, 1, 10)
"""What the buttons of a number add; one with few values has no tens."""
_FEW = 12


class VariablesScreen(PageScreen):
    """A row for each variable: left and right change it, by one or to the next value."""

    def __init__(self, preview: PreviewScreen) -> None:
        super().__init__()
        self.preview = preview

    @property
    def variables(self) -> tuple[Variable, ...]:
        """What the last step changed first, then what is not as at the start, then the rest."""
        playthrough = self.preview.play.playthrough
        changed = {change.variable.id for change in playthrough.moments[-1].changes}
        values = playthrough.state.values

        def order(variable: Variable) -> tuple[bool, bool]:
            return variable.id not in changed, self._first[variable.slot] == variable.start

        if len(self._first) != len(values):
            self._first = values
        return tuple(sorted(playthrough.story.variables, key=order))

    _first: tuple[int, ...] = ()
    """The values when the page was opened: a row must not move away while it is being changed."""

    def contents(self, kit: Kit) -> Page:
        """Lay the rows out."""
        return reading_page(
            kit, self.hints(), lambda width: list(self._items(kit, width)), beside="composing_room"
        )

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        scene = self.preview.play.playthrough.state.scene
        yield heading(
            kit, author_words.VARIABLES_TITLE, author_words.VARIABLES_SCENE.format(scene=scene), width
        )
        yield gap(kit, 8)
        note = said(author_words.VARIABLES_NOTE)
        yield prose(kit, note, min(width, kit.measure), "note", colour=kit.palette.keys)
        yield gap(kit, 8)
        for position, variable in enumerate(self.variables):
            if position:
                yield rule(kit, width, max(1, kit.space("rule")))
            yield self._row(kit, variable, width)
        yield gap(kit, 14)
        yield button(kit, "close", words.BACK, width)

    def _row(self, kit: Kit, variable: Variable, width: int) -> Piece:
        import pygame

        target, p = f"row:{variable.id}", kit.palette
        value = self._value(variable)
        pad = kit.px(12)
        face = kit.face("label_bold", "label")
        told = f"{variable.id}  =  {variable.name_of(value)}"
        notes = []
        if value != variable.start:
            notes.append(author_words.AT_THE_START.format(value=variable.name_of(variable.start)))
        changes = self.preview.play.playthrough.moments[-1].changes
        before = [change.before for change in changes if change.variable.id == variable.id]
        if before:
            notes.append(author_words.WAS_BEFORE.format(value=variable.name_of(before[0])))
        shown = f"{told}    ({'; '.join(notes)})" if notes else told
        room = width - 2 * pad
        title, lit = (
            prose(
                kit,
                said(shown),
                room,
                f"{variable.id}.value",
                face=face,
                colour=colour,
                gap=0,
                pitch=round(face.size * 1.3),
            )
            for colour in (p.ink, p.focus_text)
        )
        values = shelf(kit, self._buttons(kit, variable, value, room), room, f"{variable.id}.values")
        placed, used = stacked([title, gap(kit, 5), values], pad, kit.px(7), 0)
        height = used + 2 * kit.px(7)

        def ground(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
            if focus == target:
                surface.fill(p.focus, (left, top, width, height))
                lit.paint(surface, left + pad, top + placed[0].box.top, "")
            else:
                title.paint(surface, left + pad, top + placed[0].box.top, "")

        whole = framed(target, placed[1:], width, height, ground)
        targets = (Target(target, Box(0, 0, width, height)), *whole.targets)
        return Piece(target, width, height, whole.paint, targets, f"{shown} {whole.words}", tuple(placed))

    def _buttons(self, kit: Kit, variable: Variable, value: int, room: int) -> list[Piece]:
        spread = variable.maximum - variable.minimum
        if variable.kind in {"number", "meter"} and spread > _FEW:
            return [
                button(
                    kit,
                    f"add:{variable.id}:{by}",
                    f"{by:+d}".replace("-", "\u2212"),
                    room,
                    ButtonLook(False, "pointer"),
                )
                for by in _STEPS
            ]
        return [
            button(
                kit,
                f"set:{variable.id}:{each}",
                variable.name_of(each),
                room,
                ButtonLook(each == value, "pointer", is_red=True),
            )
            for each in range(variable.minimum, variable.maximum + 1)
        ]

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint(words.KEY_ARROWS, author_words.KEY_SET, ""),
            Hint("Esc", words.BACK.lower(), "leave"),
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def anew(self) -> VariablesScreen:
        """Return the variables of the pack as it was read again."""
        return VariablesScreen(self.preview)

    def sideways(self, across: int) -> bool:
        """Change the variable of the row that has the focus."""
        name = self.focus.removeprefix("row:")
        if name == self.focus:
            return False
        self._set(name, across, is_change=True)
        return True

    def take(self, target: str) -> Move | None:
        """Set a variable, or go back."""
        kind, _, rest = target.partition(":")
        name, _, number = rest.partition(":")
        match kind:
            case "row":
                variable = self.preview.play.playthrough.story.variable[name]
                at_end = self._value(variable) == variable.maximum
                self._set(name, variable.minimum if at_end else 1, is_change=not at_end)
            case "set" | "add":
                self.focus = f"row:{name}"
                self._set(name, int(number), is_change=kind == "add")
            case "close":
                return Pop()
        return None

    def say(self, command: Command) -> Move | None:
        """Close at the key that opened the page."""
        return Pop() if command == "variables" else None

    def _set(self, name: str, number: int, *, is_change: bool) -> None:
        variable = self.preview.play.playthrough.story.variable[name]
        self.preview.set(variable, self._value(variable) + number if is_change else number)
        self.changed(keep_place=True)

    def _value(self, variable: Variable) -> int:
        return self.preview.play.playthrough.state.values[variable.slot]
