"""Facts, sources, people and the photograph as pieces: cards, folder and debrief all show them alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import pygame

from game.desktop import words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.widgets.chips import gap, rule
from game.desktop.widgets.heading import small_heading
from game.desktop.widgets.ledger import opener
from game.desktop.widgets.paragraph import is_cut, line, prose, said
from game.desktop.widgets.photograph import (
    PRESIDIUM,
    before_and_after,
    is_numbered,
    numbers_of,
    width_of_each,
)
from game.desktop.widgets.photograph import photograph as presidium
from game.desktop.widgets.picture import portrait
from game.desktop.widgets.piece import Gap, Paint, Piece, Placed, Reach, Target, framed
from game.story.views import FactView, PersonView, PhotographView, ProseView, SourceView, TermView


def fact(
    kit: Kit, shown: FactView, width: int, name: str, opened: Collection[str] | None = None
) -> Iterator[Piece | Gap]:
    """Lay out a fact: the claim, its verdict, what historians say, its sources.

    With `opened` the last two stand behind a line that opens them, unless its target is among those.
    """
    reading = min(width, kit.measure)
    if shown.date:
        yield small_heading(kit, shown.date, reading, f"{name}.date")
    yield prose(kit, shown.claim, reading, f"{name}.claim")
    yield gap(kit, 3)
    yield verdict(kit, shown, reading, name)
    if opened is not None:
        target = f"open:{name}"
        yield gap(kit, 2)
        yield opener(kit, target, words.FACT_MORE, reading, is_open=target in opened)
        if target not in opened:
            return
    if shown.historians:
        yield gap(kit, 5)
        yield line(
            kit,
            words.HISTORIANS,
            kit.face("label_bold", "keys"),
            kit.palette.keys,
            reading,
            f"{name}.historians",
        )
        yield prose(kit, shown.historians, reading, f"{name}.said")
    for source in shown.sources:
        yield gap(kit, 5)
        yield source_row(kit, source, reading, f"{name}.{source.id}")


def verdict(kit: Kit, shown: FactView, width: int, name: str) -> Piece:
    """Lay out a verdict: a mark whose shape tells it without colour, and the sentence."""
    face = kit.face("label_bold", "label")
    size = round(face.size * 0.72)
    indent = size + kit.px(10)
    text = line(kit, shown.verdict_text, face, kit.palette.ink, width - indent, f"{name}.verdict")
    height = max(text.height, size)
    at = Box(0, max(0, (round(face.size * 1.22) - size) // 2), size, size)
    mark = Piece(f"{name}.mark", size, size, _mark(kit, shown.verdict, size, Box(0, -at.top, 0, face.height)))
    return framed(
        f"{name}.verdict",
        [Placed(mark, at), Placed(text, Box(indent, 0, text.width, text.height))],
        width,
        height,
    )


def _mark(kit: Kit, verdict: str, size: int, words: Box) -> Paint:
    """Full, half, hollow, crossed: corroborated, approximate, disputed, mistaken.

    `words` is the line beside it, seen from the mark: where that is cut by what scrolls, so is the mark.
    """
    ink = kit.palette.steel_deep if verdict != "mistaken" else kit.palette.red

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        box, thick = pygame.Rect(left, top, size, size), max(2, kit.px(2))
        if is_cut(top + words.top, words.height, surface.get_clip()):
            return
        if verdict == "corroborated":
            surface.fill(ink, box)
        elif verdict == "approximate":
            surface.fill(ink, (left, top, size // 2, size))
        pygame.draw.rect(surface, ink, box, thick)
        if verdict == "mistaken":
            pygame.draw.line(surface, ink, box.topleft, (box.right - 1, box.bottom - 1), thick)
            pygame.draw.line(surface, ink, (box.right - 1, top), (left, box.bottom - 1), thick)

    return paint


def source_row(kit: Kit, source: SourceView, width: int, name: str) -> Piece:
    """Lay out a source; one with an address is a link that opens in the browser, and the address is shown."""
    small = kit.face("reading", "choice")
    pitch = kit.line_height(small, "line_choice")
    indent = kit.px(14)
    p = kit.palette
    kind = prose(
        kit,
        said(f"{source.line} ({source.kind})"),
        width,
        f"{name}.line",
        face=small,
        pitch=pitch,
        gap=0,
        indent=indent,
    )
    parts = [Placed(kind, Box(0, 0, width, kind.height))]
    y = kind.height
    where = source.note or (() if source.url else said(words.NO_ADDRESS))
    if where:
        note = prose(
            kit,
            where,
            width,
            f"{name}.note",
            face=small,
            colour=p.keys,
            pitch=pitch,
            gap=0,
            indent=indent,
        )
        parts.append(Placed(note, Box(0, y, width, note.height)))
        y += note.height
    if source.url:
        address = link(kit, source.url, width - indent, f"link:{source.url}:{name}")
        parts.append(Placed(address, Box(indent, y, address.width, address.height)))
        y += address.height
    bar = rule(kit, max(2, kit.px(3)), y, p.steel)
    parts.append(Placed(bar, Box(0, kit.px(3), bar.width, max(1, y - kit.px(6)))))
    return framed(f"{name}.source", parts, width, y)


def link(kit: Kit, address: str, width: int, target: str, reach: Reach = "aside") -> Piece:
    """Lay out an address that can be pressed; the whole of it is shown, broken where it must be."""
    face = kit.face("label", "label")
    p = kit.palette
    pitch = max(face.height, kit.line_height(face, "line_choice"))
    plain = prose(kit, said(address), width, "address", face=face, colour=p.link, pitch=pitch, gap=0)
    lit = prose(kit, said(address), width, "address", face=face, colour=p.focus_text, pitch=pitch, gap=0)
    wide = min(width, max(face(address), 1))

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        if focus == target:
            surface.fill(p.focus, (left, top, wide, plain.height))
            lit.paint(surface, left, top, "")
            return
        plain.paint(surface, left, top, "")
        for y in range(top + pitch, top + plain.height + 1, pitch):
            under = wide if y < top + plain.height or plain.height == pitch else plain.last_width
            surface.fill(p.link, (left, y - max(1, kit.px(2)), under, max(1, kit.px(1))))

    return Piece(
        target, wide, plain.height, paint, (Target(target, Box(0, 0, wide, plain.height), reach),), address
    )


def address_of(target: str) -> str | None:
    """Return the address that a target opens; None for any other target."""
    return target.removeprefix("link:").rpartition(":")[0] if target.startswith("link:") else None


def person(
    kit: Kit, shown: PersonView, width: int, note: str, about: ProseView, extra: Sequence[Piece | Gap] = ()
) -> Piece:
    """Lay out somebody: portrait, name, role, fate now, a few sentences."""
    card = portrait(kit, shown, kit.px(112)) if width > 34 * kit.character else None
    indent = card.width + kit.px(18) if card else 0
    room = min(width, round(kit.measure * 1.1)) - indent
    items: list[Piece | Gap] = [
        line(kit, shown.name, kit.face("heading", "subheading"), kit.palette.ink, room, "name")
    ]
    role = ", ".join(part for part in (shown.role, note) if part)
    if role:
        items.append(line(kit, role, kit.face("label", "label"), kit.palette.keys, room, "role"))
    if shown.fate:
        items += [gap(kit, 2), small_heading(kit, shown.fate, room, "fate")]
    if about:
        items += [gap(kit, 4), prose(kit, about, room, f"{shown.id}.about")]
    items += extra
    parts: list[Placed] = []
    y = 0
    for item in items:
        if isinstance(item, Piece):
            parts.append(Placed(item, Box(indent, y, item.width, item.height)))
        y += item.height
    if card:
        parts.insert(0, Placed(card, Box(0, kit.px(4), card.width, card.height)))
        y = max(y, card.height + kit.px(4))
    return framed(f"person:{shown.id}", parts, width, y)


def term(kit: Kit, shown: TermView, width: int) -> Iterator[Piece | Gap]:
    """Lay out an entry of the glossary."""
    title = f"{shown.term} ({shown.original})" if shown.original else shown.term
    yield line(kit, title, kit.face("heading", "subheading"), kit.palette.ink, width, "term")
    yield gap(kit, 4)
    yield prose(kit, shown.meaning, min(width, kit.measure), f"{shown.id}.meaning")


def photograph(
    kit: Kit, shown: PhotographView, width: int, *, beside_original: bool = False
) -> Iterator[Piece | Gap]:
    """Lay out the photograph as it hangs now with everybody's name; and as it was taken beside it."""
    high = round(kit.height * 0.62)
    wide = min(width, kit.px(900))
    numbered = is_numbered(kit, min(wide, round(high * 1.5)))
    if beside_original and shown.gone:
        wide = min(width, kit.px(1100))
        numbered = is_numbered(kit, width_of_each(kit, wide, high))
        captions = (words.PHOTOGRAPH_TAKEN, words.PHOTOGRAPH_NOW)
        picture = before_and_after(kit, shown, wide, high, captions)
    else:
        picture = presidium(kit, shown, PRESIDIUM, wide, high, numbered=numbered)
    if picture:
        yield picture
    yield gap(kit, 8)
    numbers = numbers_of(kit, shown) if numbered else {}
    people = [(p.id, f"{numbers[p.id]} {p.name}" if numbered else p.name) for p in shown.people]
    names = ", ".join(name for id, name in people if id not in shown.gone)
    if names:
        yield prose(kit, said(names), min(width, kit.measure), "names", face=kit.face("label", "label"))
    gone = ", ".join(name for id, name in people if id in shown.gone)
    text = said(words.GONE.format(names=gone) if gone else words.NOBODY_GONE, "emphasis")
    yield gap(kit, 4)
    yield prose(kit, text, min(width, kit.measure), "gone")
