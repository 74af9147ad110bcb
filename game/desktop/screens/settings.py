"""Settings: every change shows at once and is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.desktop import setting_words, words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import Hint, button, gap, rule, shelf
from game.desktop.widgets.heading import heading, subheading
from game.desktop.widgets.paragraph import line, prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page
from game.desktop.widgets.setting_row import Setting, setting_row, stepped

_SWITCH: tuple[tuple[Any, str], ...] = ((False, setting_words.OFF), (True, setting_words.ON))


def _per_cent(*numbers: int) -> tuple[tuple[Any, str], ...]:
    return tuple((number, f"{number} %") for number in numbers)


Groups = tuple[tuple[str, tuple[Setting, ...]], ...]
_GROUPS: Groups = (
    (
        setting_words.SET_GROUP_TEXT,
        (
            Setting(
                "text_size", setting_words.SET_TEXT_SIZE, _per_cent(80, 90, 100, 115, 130, 150, 175, 200)
            ),
            Setting("typeface", setting_words.SET_TYPEFACE, tuple(setting_words.TYPEFACES.items())),
            Setting("line_spacing", setting_words.SET_SPACING, tuple(setting_words.SPACINGS.items())),
            Setting("high_contrast", setting_words.SET_CONTRAST, _SWITCH),
        ),
    ),
    (
        setting_words.SET_GROUP_MOTION,
        (
            Setting(
                "typed_text",
                setting_words.SET_TYPED,
                ((False, setting_words.AT_ONCE), (True, setting_words.TYPED)),
            ),
            Setting("reduced_motion", setting_words.SET_MOTION, _SWITCH, setting_words.SET_MOTION_NOTE),
            Setting(
                "sound_volume",
                setting_words.SET_VOLUME,
                ((0, setting_words.OFF), *_per_cent(25, 50, 75, 100)),
            ),
        ),
    ),
    (
        setting_words.SET_GROUP_VOICE,
        (
            Setting("reading_aloud", setting_words.SET_ALOUD, _SWITCH, setting_words.SET_ALOUD_NOTE),
            Setting("speech_rate", setting_words.SET_RATE, _per_cent(70, 85, 100, 130, 160, 200, 250)),
        ),
    ),
    (
        setting_words.SET_GROUP_PLAY,
        (
            Setting("skip_hard_passages", setting_words.SET_SKIP, _SWITCH),
            Setting("talk_stops", setting_words.SET_TALK, _SWITCH),
            Setting("projector", setting_words.SET_PROJECTOR, _SWITCH, setting_words.SET_PROJECTOR_NOTE),
        ),
    ),
    (
        setting_words.SET_GROUP_MACHINE,
        (
            Setting("full_screen", setting_words.SET_FULL_SCREEN, _SWITCH),
            Setting("forget_on_leaving", setting_words.SET_FORGET, _SWITCH, setting_words.SET_FORGET_NOTE),
        ),
    ),
)
_VALUES = {row.name: [value for value, _ in row.values] for _, rows in _GROUPS for row in rows}


class SettingsScreen(PageScreen):
    """A row for each setting: up and down between rows, left and right change the value."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def contents(self, kit: Kit) -> Page:
        """Lay the rows out, with the sample above them where it can stay in sight."""
        if kit.height < 620 * kit.scale * max(1.0, kit.text):
            return reading_page(
                kit, self.hints(), lambda width: list(self._all(kit, width)), beside="telephone_exchange"
            )
        return reading_page(
            kit,
            self.hints(),
            lambda width: list(self._rows(kit, width)),
            head=lambda width: list(self._head(kit, width)),
            beside="telephone_exchange",
        )

    def _all(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        """The rows at once in a low window, so that the first one is in sight; the sample under its group."""
        yield heading(kit, words.SETTINGS, setting_words.SETTINGS_KEPT, width)
        yield from self._group(kit, width, *_GROUPS[0])
        yield gap(kit, 10)
        yield from self._sample(kit, width)
        yield from self._rows(kit, width, _GROUPS[1:])

    def _head(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield heading(kit, words.SETTINGS, setting_words.SETTINGS_KEPT, width)
        yield gap(kit, 8)
        yield from self._sample(kit, width)

    def _sample(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        small = kit.face("label_bold", "label")
        yield line(kit, setting_words.SET_SAMPLE_LABEL, small, kit.palette.ink, width, "sample.label")
        yield prose(kit, said(setting_words.SET_SAMPLE), min(width, kit.measure), "sample")
        yield gap(kit, 4)

    def _group(self, kit: Kit, width: int, title: str, rows: tuple[Setting, ...]) -> Iterable[Piece | Gap]:
        yield gap(kit, 10)
        yield subheading(kit, title, width, f"group:{title}")
        yield gap(kit, 4)
        for row in rows:
            yield rule(kit, width, max(1, kit.space("rule")))
            yield setting_row(kit, row, getattr(self.sitting.settings, row.name), width)

    def _rows(self, kit: Kit, width: int, groups: Groups = _GROUPS) -> Iterable[Piece | Gap]:
        for title, rows in groups:
            yield from self._group(kit, width, title, rows)
        yield gap(kit, 18)
        buttons = [
            button(kit, "keys", setting_words.KEYS_CHANGE, width),
            button(kit, "somebody", setting_words.SOMEBODY_ELSE, width),
            button(kit, "close", words.BACK, width),
        ]
        yield shelf(kit, buttons, width, "buttons")
        yield gap(kit, 6)
        yield line(
            kit,
            setting_words.SOMEBODY_NOTE,
            kit.face("label", "keys"),
            kit.palette.keys,
            width,
            "somebody.note",
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
        """Change a setting, open the keys, hand over to somebody else, or go back."""
        kind, _, rest = target.partition(":")
        match kind:
            case "row":
                self._move(rest, 1, wraps=True)
            case "set":
                name, _, position = rest.partition(":")
                self.focus = f"row:{name}"
                self._set(name, _VALUES[name][int(position)])
            case "keys":
                from game.desktop.screens.keys_page import KeysScreen

                return Push(KeysScreen(self.sitting))
            case "somebody":
                from game.desktop.screens.leaving import somebody_else

                return somebody_else(self.sitting)
            case "close":
                return Pop()
        return None

    def _move(self, name: str, by: int, *, wraps: bool) -> None:
        self._set(name, stepped(_VALUES[name], getattr(self.sitting.settings, name), by, wraps=wraps))

    def _set(self, name: str, value: Any) -> None:
        self.sitting.change(**{name: value})
        self.changed(keep_place=True)
