"""One decision as the debrief shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from game.desktop import debrief_words, words
from game.desktop.kit import Kit
from game.desktop.screens.evidence import fact, verdict
from game.desktop.text_layout import Text
from game.desktop.widgets.chips import gap
from game.desktop.widgets.choice_list import Entry, row
from game.desktop.widgets.heading import small_heading, subheading
from game.desktop.widgets.paragraph import emphasised, line, prose, said
from game.desktop.widgets.piece import Gap, Piece
from game.story.views import DecisionView, RoadView


def decision(
    kit: Kit, made: DecisionView, width: int, opened: Collection[str], first: Mapping[str, int]
) -> Iterator[Piece | Gap]:
    """Lay out a decision: what was chosen and what it meant, what else lay open, what it led to, the record.

    `opened` are the facts whose sources are shown, `first` says under which decision each is told in full.
    """
    reading, name = min(width, kit.measure), f"decision{made.number}"
    kind = words.DECISION_KIND[made.kind] if made.kind != "choice" else ""
    when = " · ".join(part for part in (words.decision(made.number), made.date, kind) if part)
    yield small_heading(kit, when, width, f"{name}.when")
    yield subheading(kit, made.scene_title, width, f"{name}.title")
    yield gap(kit, 8)
    yield row(kit, Entry("", made.chosen or said(words.NOTHING_NAMED)), width, taken=True)
    yield gap(kit, 10)
    if made.kind == "chance":
        yield line(
            kit, words.CHANCE, kit.face("label_bold", "label"), kit.palette.red_dark, width, f"{name}.chance"
        )
        yield gap(kit, 8)
    if made.talk:
        yield small_heading(kit, debrief_words.TALKED, reading, f"{name}.talked")
        yield gap(kit, 2)
        yield prose(kit, made.talk, reading, f"{name}.talk")
        yield gap(kit, 10)
    if made.debrief:
        yield small_heading(kit, words.KNOWN, reading, f"{name}.known")
        yield gap(kit, 2)
        yield prose(kit, made.debrief, reading, f"{name}.debrief")
        yield gap(kit, 10)
    yield from _roads(kit, made, reading, name)
    yield from _led_to(kit, made, reading, name)
    if made.facts:
        yield small_heading(kit, words.FACTS, reading, f"{name}.facts")
        yield gap(kit, 4)
    for shown in made.facts:
        elsewhere = first.get(shown.id, made.number)
        if elsewhere == made.number:
            yield from fact(kit, shown, reading, f"{name}.{shown.id}", opened)
        else:
            text = words.FACT_ELSEWHERE.format(decision=words.decision(elsewhere))
            yield prose(kit, shown.claim, reading, f"{name}.{shown.id}.claim")
            yield gap(kit, 3)
            yield verdict(kit, shown, reading, f"{name}.{shown.id}")
            yield line(
                kit, text, kit.face("label", "label"), kit.palette.keys, reading, f"{name}.{shown.id}.at"
            )
        yield gap(kit, 12)


def _led_to(kit: Kit, made: DecisionView, width: int, name: str) -> Iterator[Piece | Gap]:
    """What followed: the result as it was read, the next page, the fates that changed."""
    changes = [words.changed_fate(c.person.name, c.before, c.after) for c in made.changes]
    if not (made.result or made.led_to or changes):
        return
    yield small_heading(kit, words.LED_TO, width, f"{name}.led")
    if made.result:
        yield prose(kit, made.result, width, f"{name}.result")
        yield gap(kit, 6)
    for text in ([made.led_to] if made.led_to else []) + changes:
        yield line(kit, text, kit.face("reading", "choice"), kit.palette.ink, width, f"{name}.led.text")
        yield gap(kit, 2)
    yield gap(kit, 8)


def _roads(kit: Kit, made: DecisionView, width: int, name: str) -> Iterator[Piece | Gap]:
    small = kit.face("reading", "choice")
    pitch = kit.line_height(small, "line_choice")
    if made.only_way:
        yield line(
            kit, words.ONLY_WAY, kit.face("label_bold", "label"), kit.palette.ink, width, f"{name}.only"
        )
        yield gap(kit, 8)
    is_open = [road for road in made.roads if road.is_open]
    all_join = made.kind == "choice" and bool(is_open) and all(road.joins for road in is_open)
    for title, roads in (
        (words.ROADS, is_open),
        (words.ROADS_CLOSED, [road for road in made.roads if not road.is_open]),
    ):
        if not roads:
            continue
        yield small_heading(kit, title, width, f"{name}.{title}")
        for position, road in enumerate(roads):
            colour = kit.palette.ink if road.is_open else kit.palette.quiet
            tells_where = made.kind == "choice" and not all_join
            yield prose(
                kit, _road(road, made.kind, tells_where), width, f"{name}.{title}{position}",
                face=small, colour=colour, pitch=pitch, gap=0, indent=kit.px(14),
            )  # fmt: skip
            yield gap(kit, 3)
        if all_join and roads is is_open:
            wording = debrief_words.ROAD_JOINS if len(is_open) == 1 else debrief_words.ROADS_JOIN
            same = wording.format(scene=is_open[0].leads_to)
            yield line(kit, same, kit.face("label", "label"), kit.palette.keys, width, f"{name}.join")
        yield gap(kit, 8)


def _road(road: RoadView, kind: str, tells_where: bool) -> Text:
    """The road as it stood there; where it led, and whose fate it would have changed."""
    after: list[str] = []
    if tells_where and road.leads_to:
        wording = debrief_words.LED_TO_AS_WELL if road.joins else debrief_words.LED_TO
        after.append(wording.format(scene=road.leads_to))
    if kind != "letter":
        after += [words.changed_fate(c.person.name, c.before, c.after) for c in road.changes]
    told = said(" ".join(after), "emphasis") if after else ()
    return (*(road.text or said(words.NOTHING_NAMED)), *emphasised(road.locked), *told)
