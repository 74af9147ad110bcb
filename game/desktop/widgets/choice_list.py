"""Ways to go on as a ruled list: red numbers, and a bar of ink under the one that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pygame

from game.desktop import spoken_words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.text_layout import Text
from game.desktop.theme import Colour
from game.desktop.widgets.paragraph import emphasised, is_cut, prose
from game.desktop.widgets.piece import Piece, Target

if TYPE_CHECKING:
    from game.story.views import ChoiceView


class Entry(NamedTuple):
    """One row of a list. `mark` stands in the column of numbers; without a target the row is closed."""

    target: str
    text: Text
    mark: str = ""
    reason: Text = ()


class Inks(NamedTuple):
    """The colours of a list on its ground."""

    text: Colour
    mark: Colour
    rule: Colour
    closed: Colour
    ground: Colour
    bar: Colour
    bar_text: Colour
    bar_mark: Colour


def on_page(kit: Kit) -> Inks:
    """Return the colours of a list on the page."""
    p = kit.palette
    return Inks(p.ink, p.red, p.ink, p.quiet, p.cream, p.focus, p.focus_text, p.red_on_ink)


def on_night(kit: Kit) -> Inks:
    """Return the colours of a list on the dark title."""
    p = kit.palette
    if kit.settings.high_contrast:
        return Inks(p.cream, p.red_on_ink, p.cream, p.cream, p.night_deep, p.cream, p.ink, p.red)
    return Inks(p.cream, p.red_on_ink, p.quiet, p.sepia_mid, p.night, p.cream, p.ink, p.red)


def choice_entry(choice: ChoiceView) -> Entry:
    """Return the row of a choice; a closed one has no target and says why."""
    if choice.is_open:
        return Entry(f"choice:{choice.id}", choice.text, str(choice.number))
    return Entry("", choice.text, "", choice.locked)


def row(
    kit: Kit,
    entry: Entry,
    width: int,
    *,
    inks: Inks | None = None,
    is_first: bool = False,
    taken: bool = False,
) -> Piece:
    """Lay out one row; `taken` paints it as the one that was chosen."""
    inks = inks or on_page(kit)
    pad_x, pad_y = kit.space("choice_pad_x"), kit.space("choice_pad_y")
    face, number = kit.face("reading", "choice"), kit.face("heading", "choice_number")
    pitch = kit.line_height(face, "line_choice")
    mark_width = max(number("0"), number(entry.mark or "0")) + round(kit.px(16) * max(1, kit.text * 0.8))
    room = width - 2 * pad_x - mark_width
    is_open = bool(entry.target)
    plain = inks.text if is_open else inks.closed
    body = prose(kit, entry.text, room, entry.target or "closed", face=face, colour=plain, pitch=pitch, gap=0)
    why = _why(kit, entry.reason, room, plain) if entry.reason else None
    inside = body.height + (why.height if why else 0)
    height = max(inside + 2 * pad_y, kit.space("touch_minimum"))
    first_line = pad_y + (height - 2 * pad_y - inside) // 2
    thick = max(1, kit.space("rule"))

    bars: list[pygame.Surface] = []

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        focused = taken or (is_open and focus == entry.target)
        if not focused or not surface.get_clip().contains(left, top, width, height):
            draw(surface, left, top, focused=focused)
            return
        if not bars:  # drawn once: the focus comes and goes, and to fill a part of a window takes long
            bars.append(pygame.Surface((width, height)))
            draw(bars[0], 0, 0, focused=True)
        surface.blit(bars[0], (left, top))

    def draw(surface: pygame.Surface, left: int, top: int, *, focused: bool) -> None:
        if focused:
            surface.fill(inks.bar, (left, top, width, height))
        elif not is_first:
            surface.fill(inks.rule, (left, top, width, thick))
        x, words, reason = left + pad_x + mark_width, body, why
        if focused:
            ink = inks.bar_text
            words = prose(kit, entry.text, room, "bar", face=face, colour=ink, pitch=pitch, gap=0)
            reason = _why(kit, entry.reason, room, ink) if entry.reason else None
        words.paint(surface, x, top + first_line, "")
        if reason:
            reason.paint(surface, x, top + first_line + body.height, "")
        at = top + first_line + (pitch - number.height) // 2
        if entry.mark and not is_cut(at, number.height, surface.get_clip()):
            colour = inks.bar_mark if focused else inks.mark if is_open or taken else inks.closed
            picture = number.render(entry.mark, colour)
            surface.blit(picture, (left + pad_x, at))

    targets = (Target(entry.target, Box(0, 0, width, height)),) if is_open and not taken else ()
    shown = body.words + (f"\n{why.words}" if why else "")
    name = "taken" if taken else f"row:{entry.target or entry.mark}"
    aloud = spoken_words.aloud_row(
        entry.mark, body.words, why.words if why else "", is_open=is_open, is_taken=taken
    )
    return Piece(name, width, height, paint, targets, shown, aloud=(aloud,))


def _why(kit: Kit, reason: Text, width: int, ink: Colour) -> Piece:
    """The reason for which a row is closed, below its words."""
    small = kit.face("reading", "reason")
    pitch = kit.line_height(small, "line_choice")
    return prose(kit, emphasised(reason), width, "why", face=small, colour=ink, gap=0, pitch=pitch)
