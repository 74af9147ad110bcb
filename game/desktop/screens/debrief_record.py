"""The debrief's leaves of dates and of the record: two lanes, the facts by section, figures as bars."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pygame

from game.desktop import debrief_words, words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.screens.evidence import fact
from game.desktop.screens.leaves import parted
from game.desktop.text_layout import Text
from game.desktop.widgets.chips import gap, rule
from game.desktop.widgets.heading import small_heading, subheading
from game.desktop.widgets.ledger import opener
from game.desktop.widgets.paragraph import line, prose, said
from game.desktop.widgets.piece import Gap, Piece, Placed, framed
from game.story.views import (
    DebriefView,
    FigureRowView,
    FigureView,
    RecordedView,
    TimelineRowView,
    text_of,
)


def timeline(kit: Kit, view: DebriefView, width: int) -> Iterator[Piece | Gap]:
    """Lay out both lanes, beside each other where there is room."""
    beside = width > 52 * kit.character
    how = debrief_words.TIMELINE_BESIDE if beside else debrief_words.TIMELINE_HOW
    yield prose(kit, said(how), min(width, kit.measure), "timeline.how")
    for position, row in enumerate(view.timeline):
        yield from (gap(kit, 8), rule(kit, width, max(1, kit.space("rule"))), gap(kit, 6))
        name = f"date{position}"
        left = round(width * 0.36) if beside else width
        when = small_heading(kit, row.when or debrief_words.UNDATED, left, name)
        mine: list[Piece | Gap] = [when, gap(kit, 3), *_played(kit, row, left, name)]
        if not beside:
            yield from mine
            yield from _recorded(kit, row, width, name)
            continue
        right = left + kit.px(24)
        played = _lane(mine, 0)
        recorded = _lane(list(_recorded(kit, row, width - right, name)), right)
        yield framed(f"row{position}", [*played[0], *recorded[0]], width, max(played[1], recorded[1]))


def _lane(items: list[Piece | Gap], left: int) -> tuple[list[Placed], int]:
    placed, y = list[Placed](), 0
    for item in items:
        if isinstance(item, Piece):
            placed.append(Placed(item, Box(left, y, item.width, item.height)))
        y += item.height
    return placed, y


def _played(kit: Kit, row: TimelineRowView, width: int, name: str) -> Iterator[Piece | Gap]:
    for position, page in enumerate(row.played):
        made = f" ({debrief_words.decisions(page.decisions).lower()})" if page.decisions else ""
        yield _small(kit, said(page.title + made, "strong"), width, f"{name}.played{position}")
        yield gap(kit, 3)


def _recorded(kit: Kit, row: TimelineRowView, width: int, name: str) -> Iterator[Piece | Gap]:
    for position, found in enumerate(row.recorded):
        mark = "" if found.is_met else f" ({debrief_words.NOT_MET})"
        yield _small(kit, said(text_of(found.claim) + mark), width, f"{name}.record{position}")
        yield gap(kit, 3)


def _small(kit: Kit, text: Text, width: int, name: str) -> Piece:
    face = kit.face("reading", "choice")
    return prose(kit, text, width, name, face=face, pitch=kit.line_height(face, "line_choice"), gap=0)


def record(kit: Kit, view: DebriefView, width: int, opened: Collection[str]) -> Iterator[Piece | Gap]:
    """Lay out every fact by section, those not met folded under theirs; then the figures."""
    reading = min(width, kit.measure)
    for position, section in enumerate(view.record):
        if position:
            yield from parted(kit, width)
        other = debrief_words.BEYOND_NOTES if len(view.record) > 1 else words.LEAF_RECORD
        met = [recorded for recorded in section.facts if recorded.is_met]
        missed = [recorded for recorded in section.facts if not recorded.is_met]
        yield subheading(kit, section.title or other, width, f"section.{section.id}")
        how_many = debrief_words.met(len(met), len(section.facts))
        yield line(kit, how_many, kit.face("label", "label"), kit.palette.keys, width, f"met.{section.id}")
        yield gap(kit, 8)
        for recorded in met:
            yield from _fact(kit, recorded, reading, opened)
        if missed:
            target = f"open:missed.{section.id}"
            yield opener(kit, target, debrief_words.missed(len(missed)), reading, is_open=target in opened)
            yield gap(kit, 8)
            for recorded in missed if target in opened else ():
                yield from _fact(kit, recorded, reading, opened)
    if not view.record:
        yield prose(kit, said(words.NO_FACTS), reading, "no_facts")
    if view.figures:
        yield from parted(kit, width)
        yield subheading(kit, debrief_words.FIGURES, width, "figures")
        for figure in view.figures:
            yield gap(kit, 10)
            yield from _figure(kit, figure, reading)


def _fact(kit: Kit, recorded: RecordedView, width: int, opened: Collection[str]) -> Iterator[Piece | Gap]:
    name = f"record.{recorded.fact.id}"
    yield from fact(kit, recorded.fact, width, name, opened)
    if recorded.decisions:
        under = debrief_words.stands_under(recorded.decisions)
        yield line(kit, under, kit.face("label", "label"), kit.palette.keys, width, f"{name}.under")
    yield gap(kit, 14)


def _figure(kit: Kit, figure: FigureView, width: int) -> Iterator[Piece | Gap]:
    title = f"{figure.title} ({figure.unit})" if figure.unit else figure.title
    yield small_heading(kit, title, width, f"figure.{figure.id}")
    yield gap(kit, 4)
    most = max([row.value for row in figure.rows], default=0)
    for position, row in enumerate(figure.rows):
        yield _bar(kit, row, max(1, most), width, f"figure.{figure.id}.{position}")
        yield gap(kit, 3)
    if figure.note:
        yield prose(kit, figure.note, width, f"figure.{figure.id}.note")


def _bar(kit: Kit, row: FigureRowView, most: int, width: int, name: str) -> Piece:
    """A label, a bar in proportion, and the number; in a narrow page the label stands above."""
    face, bold, p = kit.face("label", "label"), kit.face("label_bold", "label"), kit.palette
    beside = width > 46 * kit.character
    column = round(width * 0.3) if beside else width
    label = line(kit, row.label, face, p.ink, column - kit.px(10), f"{name}.label")
    value = line(kit, row.shown, bold, p.ink, width, f"{name}.value")
    left, top = (column, 0) if beside else (0, label.height)
    room = max(1, width - left - bold("0,000,000") - kit.px(12))
    high = max(value.height, round(face.size * 0.9))
    height = max(label.height, high) if beside else top + high
    long = max(kit.px(2), round(room * row.value / most)) if row.value > 0 else 0

    def ground(surface: pygame.Surface, x: int, y: int, focus: str) -> None:
        thick = round(high * 0.7)
        surface.fill(p.steel, (x + left, y + top + (high - thick) // 2, long, thick))

    at = Box(left + long + kit.px(10), top + (high - value.height) // 2, value.width, value.height)
    parts = [Placed(label, Box(0, 0, label.width, label.height)), Placed(value, at)]
    return framed(name, parts, width, height, ground)
