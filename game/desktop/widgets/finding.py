"""A mistake of a pack as a teacher reads it: place, message, the line with the slip marked, what helps."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.desktop import author_words as words
from game.desktop.bench import Finding
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.text_layout import Paragraph
from game.desktop.widgets.chips import gap
from game.desktop.widgets.heading import small_heading
from game.desktop.widgets.paragraph import Said, line, prose
from game.desktop.widgets.piece import Gap, Piece, Placed, framed

LONGEST_LINE = 240
"""Signs of a source line that are shown; a longer one is cut around the slip."""


def finding(kit: Kit, found: Finding, width: int, name: str) -> Iterator[Piece | Gap]:
    """Lay a finding out."""
    reading = min(width, kit.measure)
    kind = (words.FINDING_ERROR if found.is_error else words.FINDING_WARNING).format(code=found.code)
    place = words.FINDING_LINE.format(file=found.file, line=found.line) if found.line else found.file
    yield small_heading(kit, f"{place}  ·  {kind}" if place else kind, width, f"{name}.place")
    yield gap(kit, 3)
    yield prose(
        kit,
        tuple(coded(part) for part in _as_sentence(found.message).split("\n")),
        reading,
        f"{name}.message",
        gap=0,
    )
    if found.source.strip():
        yield gap(kit, 8)
        yield source_line(kit, found, width, f"{name}.source")
    if found.help:
        yield gap(kit, 8)
        yield line(kit, words.HELP, kit.face("label_bold", "keys"), kit.palette.keys, reading, f"{name}.help")
        yield prose(
            kit,
            tuple(coded(part) for part in _as_sentence(found.help).split("\n")),
            reading,
            f"{name}.helps",
            gap=0,
        )


def coded(text: str) -> Paragraph:
    """Return a message with what stands in backquotes in bold: it is what the author has typed, or could."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return (Said(text),)
    return tuple(
        Said(part, "strong" if position % 2 else "plain") for position, part in enumerate(parts) if part
    )


def source_line(kit: Kit, found: Finding, width: int, name: str) -> Piece:
    """Lay the line out as typed matter, its number in the margin; the slip is bold and underlined."""
    p = kit.palette
    face = kit.face("document", "document")
    pitch = kit.line_height(face, "line_document")
    number = str(found.line)
    pad, gutter = kit.px(12), face(number) + kit.px(14)
    text, start, end = _around(found)
    marked = text[start:end]
    runs = (
        Said(text[:start]),
        Said(marked if marked.strip() else "\u00b7" * max(1, len(marked)), "both"),
        Said(text[end:]),
    )
    room = max(1, width - gutter - 2 * pad)
    body = prose(
        kit,
        (tuple(run for run in runs if run.text),),
        room,
        name,
        face=face,
        pitch=pitch,
        gap=0,
        ground=p.paper,
    )
    wide = min(width, gutter + 2 * pad + max(body.last_width, room))
    height = body.height + 2 * kit.px(7)

    def ground(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.fill(p.paper, (left, top, wide, height))
        surface.fill(p.red if found.is_error else p.steel, (left, top, kit.px(5), height))
        surface.blit(face.render(number, p.quiet), (left + pad, top + kit.px(7) + (pitch - face.height) // 2))

    parts = [Placed(body, Box(gutter + pad, kit.px(7), body.width, body.height))]
    return framed(name, parts, wide, height, ground)


def typed_block(kit: Kit, text: str, width: int, name: str, *, is_wrong: bool) -> Piece:
    """Lay an example out as typed matter, line for line."""
    p = kit.palette
    face = kit.face("document", "document")
    pad = kit.px(12)
    rows = tuple((Said(row or " "),) for row in text.rstrip().split("\n"))
    body = prose(
        kit,
        rows,
        max(1, width - 2 * pad),
        name,
        face=face,
        pitch=kit.line_height(face, "line_document"),
        gap=0,
    )
    height = body.height + 2 * kit.px(7)

    def ground(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.fill(p.paper, (left, top, width, height))
        surface.fill(p.red if is_wrong else p.steel, (left, top, kit.px(5), height))

    return framed(
        name,
        [Placed(body, Box(pad + kit.px(2), kit.px(7), body.width - kit.px(2), body.height))],
        width,
        height,
        ground,
    )


def _as_sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _around(found: Finding) -> tuple[str, int, int]:
    """The source line without its indentation, cut around the slip where it is long, and the slip in it."""
    source = found.source.replace("\t", "    ") if "\t" in found.source else found.source
    shift = len(source) - len(found.source)
    tabs = found.source[: found.start].count("\t")
    start = found.start + (shift // max(1, found.source.count("\t"))) * tabs
    end = max(start + 1, found.end + (start - found.start))
    end = min(max(end, start + 1), max(len(source), start + 1))
    first = max(0, end - LONGEST_LINE)
    first = min(first, start)
    last = first + LONGEST_LINE
    head, tail = ("…" if first else ""), ("…" if len(source) > last else "")
    text = head + source[first:last] + tail
    shift = len(head) - first
    return text, start + shift, min(end, last) + shift
