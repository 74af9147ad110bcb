"""The debrief's leaf of people: everybody met, what the player's chair brought, the photograph."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game.desktop import debrief_words, words
from game.desktop.kit import Kit
from game.desktop.screens import evidence
from game.desktop.screens.leaves import parted
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import gap
from game.desktop.widgets.heading import small_heading, subheading
from game.desktop.widgets.paragraph import line, prose, said
from game.desktop.widgets.piece import Gap, Piece
from game.story.views import ChairView, DebriefView, PersonLedgerView


def people(
    kit: Kit, sitting: Sitting, view: DebriefView, width: int, opened: Collection[str]
) -> Iterator[Piece | Gap]:
    """Lay the leaf out; `opened` are the facts whose sources are shown."""
    for position, entry in enumerate(view.people):
        if position:
            yield from parted(kit, width)
        yield _person(kit, sitting, entry, width, opened)
    if not view.people:
        yield prose(kit, said(words.NOBODY), width, "nobody")
    if view.chair:
        yield from parted(kit, width)
        yield subheading(kit, debrief_words.CHAIR, width, "chair")
        for thing in view.chair:
            yield from _thing(kit, thing, min(width, kit.measure))
    if view.photograph:
        yield from parted(kit, width)
        yield small_heading(kit, view.photograph.title, width, "photograph.title")
        yield gap(kit, 6)
        yield from evidence.photograph(kit, view.photograph, width, beside_original=True)


def _person(
    kit: Kit, sitting: Sitting, entry: PersonLedgerView, width: int, opened: Collection[str]
) -> Piece:
    reading = min(width, kit.measure) - (kit.px(112) if width > 34 * kit.character else 0)
    name = entry.person.id
    extra: list[Piece | Gap] = []
    if entry.after:
        extra += [gap(kit, 6), prose(kit, entry.after, reading, f"{name}.after")]
    if entry.decisions:
        several = len(entry.decisions) > 1
        numbers = ", ".join(map(str, entry.decisions))
        text = f"{words.TOUCHED_BY_SEVERAL if several else words.TOUCHED_BY} {numbers}."
        extra += [gap(kit, 6), small_heading(kit, text, reading, f"{name}.touched")]
    if entry.drawn_from:
        extra += [gap(kit, 8), small_heading(kit, words.DRAWN_FROM, reading, f"{name}.drawn")]
        for known in entry.drawn_from:
            extra += [*evidence.fact(kit, known, reading, f"{name}.{known.id}", opened), gap(kit, 8)]
    note = words.THIS_IS_YOU if entry.is_you else ""
    about = entry.person.about
    return evidence.person(kit, sitting.as_it_stands(entry.person), width, note, about, extra)


def _thing(kit: Kit, thing: ChairView, width: int) -> Iterator[Piece | Gap]:
    name = f"chair.{thing.variable}"
    yield gap(kit, 8)
    if thing.title:
        yield small_heading(kit, thing.title, width, f"{name}.title")
    label, ink = kit.face("label_bold", "label"), kit.palette.keys
    for head, text in ((debrief_words.CHAIR_BEFORE, thing.before), (debrief_words.CHAIR_AFTER, thing.after)):
        yield line(kit, head, label, ink, width, f"{name}.{head}")
        yield prose(kit, said(text), width, f"{name}.{head}.text")
        yield gap(kit, 4)
    if thing.decisions:
        turned = debrief_words.turned_after(thing.decisions)
        yield line(kit, turned, kit.face("label", "label"), kit.palette.keys, width, f"{name}.turned")
