"""Settings: every change shows at once and is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.desktop import words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.moves import Move, Pop
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap, rule, shelf
from game.desktop.widgets.heading import heading
from game.desktop.widgets.paragraph import line, prose, said
from game.desktop.widgets.piece import Gap, Page, Piece, Placed, Target, framed
from game.desktop.widgets.scroll_area import reading_page

_SWITCH: tuple[tuple[Any, str], ...] = ((False, words.OFF), (True, words.ON))
_ROWS: tuple[tuple[str, str, tuple[tuple[Any, str], ...]], ...] = (
    ("text_size", words.SET_TEXT_SIZE, tuple((n, f"{n} %") for n in (80, 90, 100, 115, 130, 150, 175, 200))),
    ("typeface", words.SET_TYPEFACE, tuple(words.TYPEFACES.items())),
    ("high_contrast", words.SET_CONTRAST, _SWITCH),
    ("skip_hard_passages", words.SET_SKIP, _SWITCH),
    ("talk_stops", words.SET_TALK, _SWITCH),
    ("full_screen", words.SET_FULL_SCREEN, _SWITCH),
)


class SettingsScreen(PageScreen):
    """A row for each setting: up and down between rows, left and right change the value."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def contents(self, kit: Kit) -> Page:
        """Lay the rows out."""
        return reading_page(kit, self.hints(), lambda width: list(self._items(kit, width)))

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield heading(kit, words.SETTINGS, "", width)
        yield gap(kit, 12)
        for position, (name, label, values) in enumerate(_ROWS):
            if position:
                yield rule(kit, width, max(1, kit.space("rule")))
            yield self._row(kit, name, label, values, width)
        yield gap(kit, 14)
        yield line(
            kit,
            words.SET_SAMPLE_LABEL,
            kit.face("label_bold", "label"),
            kit.palette.ink,
            width,
            "sample.label",
        )
        yield prose(kit, said(words.SET_SAMPLE), min(width, kit.measure), "sample")
        yield gap(kit, 6)
        yield line(kit, words.SETTINGS_KEPT, kit.face("label", "label"), kit.palette.keys, width, "kept")
        yield gap(kit, 12)
        yield button(kit, "close", words.BACK, width)

    def _row(self, kit: Kit, name: str, label: str, values: tuple[tuple[Any, str], ...], width: int) -> Piece:
        import pygame

        target = f"row:{name}"
        now = getattr(self.sitting.settings, name)
        pad = kit.px(12)
        face = kit.face("label_bold", "label")
        title, lit = (
            line(kit, label, face, colour, width - 2 * pad, f"{name}.label")
            for colour in (kit.palette.ink, kit.palette.focus_text)
        )
        column = max(title.width + kit.px(30), kit.px(210))
        options = [
            button(
                kit,
                f"set:{name}:{i}",
                text,
                width - 2 * pad,
                ButtonLook(value == now, "pointer", is_red=True),
            )
            for i, (value, text) in enumerate(values)
        ]
        total = sum(o.width for o in options) + kit.px(10) * (len(options) - 1)
        beside = column + min(total, kit.px(420)) + 2 * pad <= width
        room = width - 2 * pad - (column if beside else 0)
        several = shelf(kit, options, room, f"{name}.values")
        top = kit.px(7)
        if beside:
            height = several.height + 2 * top
            at = Box(pad, (height - title.height) // 2, title.width, title.height)
            where = Box(pad + column, top, several.width, several.height)
        else:
            at = Box(pad, top, title.width, title.height)
            where = Box(pad, top + title.height + kit.px(5), several.width, several.height)
            height = where.bottom + top

        def ground(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
            focused = focus == target
            if focused:
                surface.fill(kit.palette.focus, (left, top, width, height))
            (lit if focused else title).paint(surface, left + at.left, top + at.top, "")

        whole = framed(target, [Placed(several, where)], width, height, ground)
        targets = (Target(target, Box(0, 0, width, height)), *whole.targets)
        return Piece(
            target,
            width,
            height,
            whole.paint,
            targets,
            f"{label} {whole.words}",
            (Placed(title, at), Placed(several, where)),
        )

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint(words.KEY_ARROWS, words.KEY_CHANGE, ""),
            Hint("Esc", words.BACK.lower(), "leave"),
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def sideways(self, across: int) -> bool:
        """Change the value of the row that has the focus."""
        name = self.focus.removeprefix("row:")
        if name == self.focus:
            return False
        self._move(name, across, wraps=False)
        return True

    def take(self, target: str) -> Move | None:
        """Change a setting, or go back."""
        kind, _, rest = target.partition(":")
        if kind == "row":
            self._move(rest, 1, wraps=True)
        elif kind == "set":
            name, _, position = rest.partition(":")
            self.focus = f"row:{name}"
            self._set(name, _values(name)[int(position)])
        elif target == "close":
            return Pop()
        return None

    def _move(self, name: str, by: int, *, wraps: bool) -> None:
        values = _values(name)
        now = getattr(self.sitting.settings, name)
        position = (
            values.index(now) if now in values else next((i for i, v in enumerate(values) if v > now), 0)
        )
        after = (position + by) % len(values) if wraps else max(0, min(len(values) - 1, position + by))
        self._set(name, values[after])

    def _set(self, name: str, value: Any) -> None:
        self.sitting.change(**{name: value})
        self.changed(keep_place=True)


def _values(name: str) -> list[Any]:
    return next([value for value, _ in values] for row, _, values in _ROWS if row == name)
