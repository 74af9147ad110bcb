"""The leaves of the debrief: which there are, and those of what was decided and who was in the room."""

from __future__ import annotations

from collections.abc import Iterator

from game.story.views import (
    ChairView,
    ChangeView,
    DebriefView,
    DecisionView,
    PersonLedgerView,
    ProseView,
    RoadView,
    text_of,
)
from game.terminal import words
from game.terminal.leaves import Leaf, NewSheet, chosen, count, draw_photograph
from game.terminal.lesson_leaves import (
    afterlife_sheets,
    question_sheets,
    reading_sheets,
    record_sheets,
    timeline_sheet,
)
from game.terminal.record import draw_fact, draw_terms
from game.terminal.sheet import Sheet


def debrief_leaves(view: DebriefView, new: NewSheet) -> tuple[Leaf, ...]:
    """Return the leaves of the debrief; what a playthrough has nothing of is left out."""
    leaves = [
        Leaf(count(words.LEAF_HISTORY, view.decisions), lambda: tuple(_decided(view, new))),
        Leaf(count(words.LEAF_ROOM, view.people), lambda: tuple(_room(view, new))),
        Leaf(words.LEAF_TIMELINE, lambda: (timeline_sheet(new(), view),)),
        Leaf(_record_title(view), lambda: tuple(record_sheets(view, new))),
        Leaf(count(words.LEAF_READINGS, view.readings), lambda: tuple(reading_sheets(view, new))),
        Leaf(
            count(words.LEAF_QUESTIONS, view.questions),
            lambda: tuple(question_sheets(view, new)),
            tuple(question.id for question in view.questions) + ((view.fault.id,) if view.fault else ()),
        ),
        Leaf(words.LEAF_AFTERLIFE, lambda: tuple(afterlife_sheets(view, new))),
        Leaf(count(words.LEAF_TERMS, view.terms), lambda: _terms(view, new)),
        Leaf(words.LEAF_FICTION, lambda: _fiction(view.fiction_note, new)),
    ]
    return (leaves[0], *(leaf for leaf in leaves[1:] if leaf.sheets()))


def _record_title(view: DebriefView) -> str:
    facts = [recorded for section in view.record for recorded in section.facts]
    met = sum(1 for recorded in facts if recorded.is_met)
    return words.LEAF_RECORD.format(met=met, all=len(facts))


def _decided(view: DebriefView, new: NewSheet) -> Iterator[Sheet]:
    for decision in view.decisions:
        yield _decision(new(), decision)
    if not view.decisions:
        yield new().heading(words.LEAF_HISTORY).say(words.NOTHING_YET)
    if view.unread:
        sheet = new().heading(words.LEAF_UNREAD)
        for paper in view.unread:
            sheet.say(words.UNREAD_LINE.format(title=paper.title, offer=text_of(paper.offer)), "  - ")
        yield sheet


def _room(view: DebriefView, new: NewSheet) -> Iterator[Sheet]:
    for entry in view.people:
        yield _ledger(new(), entry)
    if view.chair:
        yield _chair(new(), view.chair)
    if view.photograph:
        yield draw_photograph(new(), view.photograph)


def _terms(view: DebriefView, new: NewSheet) -> tuple[Sheet, ...]:
    return (draw_terms(new().heading(words.LEAF_TERMS), view.terms),) if view.terms else ()


def _fiction(note: ProseView, new: NewSheet) -> tuple[Sheet, ...]:
    return (new().heading(words.LEAF_FICTION).prose(note),) if note else ()


def _decision(sheet: Sheet, decision: DecisionView) -> Sheet:
    sheet.heading(words.DECISION.format(number=decision.number, scene=decision.scene_title))
    if decision.date:
        sheet.say(decision.date)
    if decision.talk:
        sheet.gap().say(words.TALKED.format(question=text_of(decision.talk)))
    sheet.gap().say(chosen(decision), look="1")
    if decision.kind == "chance":
        sheet.say(words.CHANCE_NOTE)
    if decision.debrief:
        sheet.gap().prose(decision.debrief).gap()
    if decision.result:
        sheet.gap().prose(decision.result)
        sheet.gap()
    for change in decision.changes:
        sheet.say(_changed(change))
    if decision.led_to and not (decision.kind == "chance" and decision.chosen):
        sheet.say(words.LED_TO.format(scene=decision.led_to))
    sheet.gap()
    for line in _roads(decision):
        sheet.say(line[0], line[1])
    for fact in decision.facts:
        draw_fact(sheet, fact)
    return sheet


def _changed(change: ChangeView) -> str:
    return words.CHANGED.format(name=change.person.name, before=change.before, after=change.after)


def _roads(decision: DecisionView) -> Iterator[tuple[str, str]]:
    """Yield (line, what stands before it) for the roads not taken."""
    if decision.only_way:
        yield words.ONLY_WAY, ""
    if not decision.roads:
        return
    if decision.kind == "chance":
        if not any(road.text for road in decision.roads):
            yield words.ALSO_POSSIBLE_NO_TEXT, ""
            return
        yield words.ALSO_POSSIBLE, ""
    elif not decision.only_way:
        yield words.ALSO_OPEN, ""
    is_open = [road for road in decision.roads if road.is_open]
    all_join = decision.kind == "choice" and bool(is_open) and all(road.joins for road in is_open)
    for road in decision.roads:
        if road.text:
            yield _road(road, decision.kind == "choice" and not all_join), "  - "
            if decision.kind != "letter":
                yield from ((_changed(change), "      ") for change in road.changes)
    if all_join:
        wording = words.ROAD_JOINS if len(is_open) == 1 else words.ROADS_JOIN
        yield wording.format(scene=is_open[0].leads_to), "    "


def _road(road: RoadView, tells_where: bool) -> str:
    text = text_of(road.text)
    if road.is_open:
        where = words.LED_TO_AS_WELL if road.joins else words.LED_TO
        return f"{text} {where.format(scene=road.leads_to)}" if tells_where and road.leads_to else text
    wording = words.ROAD_CLOSED if road.locked else words.ROAD_CLOSED_NO_REASON
    return wording.format(text=text, reason=text_of(road.locked))


def _ledger(sheet: Sheet, entry: PersonLedgerView) -> Sheet:
    person = entry.person
    sheet.heading(person.name)
    if person.role:
        sheet.say(person.role)
    if entry.is_you:
        sheet.say(words.THIS_IS_YOU)
    sheet.gap().prose(person.about)
    if person.fate:
        sheet.gap().say(words.FATE.format(fate=person.fate), look="1")
    sheet.prose(entry.after)
    if entry.decisions:
        sheet.say(words.TOUCHED_BY.format(decisions=words.decisions(entry.decisions)))
    else:
        sheet.say(words.TOUCHED_BY_NONE)
    if entry.drawn_from:
        sheet.subheading(words.DRAWN_FROM)
    for fact in entry.drawn_from:
        draw_fact(sheet, fact)
    return sheet


def _chair(sheet: Sheet, chair: tuple[ChairView, ...]) -> Sheet:
    sheet.heading(words.CHAIR_HEADING)
    for thing in chair:
        sheet.gap()
        if thing.title:
            sheet.say(thing.title, look="1")
        sheet.say(words.CHAIR_BEFORE.format(text=thing.before))
        sheet.say(words.CHAIR_AFTER.format(text=thing.after))
        if thing.decisions:
            sheet.say(words.CHAIR_TURNED.format(decisions=words.decisions(thing.decisions)))
    return sheet
