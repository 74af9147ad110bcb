"""One way on at a time, for a class that looks at a projector: a pointer, and the hands that went up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from game.desktop import words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.text_layout import Text
from game.desktop.widgets.chips import ButtonLook, button, gap, shelf
from game.desktop.widgets.choice_list import Entry, row
from game.desktop.widgets.paragraph import line
from game.desktop.widgets.piece import Gap, Piece, Placed, framed
from game.story.views import ChoiceView


@dataclass(frozen=True, slots=True)
class Projection:
    """The ways of a page, the position of the one under the pointer, and the hands for each so far."""

    choices: tuple[ChoiceView, ...]
    pointer: int
    hands: Mapping[str, int] = field(default_factory=dict)

    @property
    def choice(self) -> ChoiceView:
        """The way under the pointer."""
        return self.choices[self.pointer]


def projected(kit: Kit, shown: Projection, width: int) -> Iterator[Piece | Gap]:
    """Lay out the way under the pointer, and what a teacher needs to count hands."""
    choice, total = shown.choice, len(shown.choices)
    face = kit.face("label_bold", "label")
    place = line(kit, words.pointer_at(shown.pointer + 1, total), face, kit.palette.ink, width, "pointer.at")
    back = button(kit, "pointer:-1", words.POINTER_BACK, width)
    on = button(kit, "pointer:1", words.POINTER_ON, width)
    yield shelf(kit, [back, _level(place, back.height), on], width, "pointer")
    yield gap(kit, 8)
    target = f"choice:{choice.id}" if choice.is_open else ""
    reason: Text = () if choice.is_open else choice.locked
    yield row(kit, Entry(target, choice.text, str(choice.number or ""), reason), width, is_first=True)
    yield gap(kit, 10)
    counted = shown.hands.get(choice.id)
    if choice.is_open:
        told = words.hands(counted) if counted is not None else words.HANDS_ASK
        sign = line(kit, told, face, kit.palette.red, width, "hands")
        buttons = [
            button(kit, f"hands:{by}", text, width, ButtonLook(reach="main"))
            for by, text in ((-1, words.HANDS_FEWER), (1, words.HANDS_MORE), (5, words.HANDS_FIVE))
        ]
        yield shelf(kit, [_level(sign, buttons[0].height), *buttons], width, "counting")
        yield gap(kit, 8)
    if shown.hands:
        told = words.all_hands(_counts(shown.choices, shown.hands))
        yield line(kit, told, kit.face("label", "label"), kit.palette.keys, width, "hands.all")


def _level(piece: Piece, height: int) -> Piece:
    """A line as high as the buttons that it stands between."""
    top = max(0, (height - piece.height) // 2)
    whole = max(height, piece.height)
    at = Box(0, top, piece.width, piece.height)
    return framed(piece.name, [Placed(piece, at)], piece.width, whole)


def _counts(choices: Sequence[ChoiceView], hands: Mapping[str, int]) -> list[tuple[int, int]]:
    return [(choice.number or 0, hands[choice.id]) for choice in choices if choice.id in hands]
