"""Leaves: the folder and the debrief, each a list of titles with sheets behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.story.views import DebriefView, DecisionView, PersonLedgerView, ProseView, RoadView, text_of
from game.terminal import words
from game.terminal.record import draw_fact, draw_terms
from game.terminal.sheet import Sheet

NewSheet = Callable[[], Sheet]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf: a title as the list shows it, and its sheets, drawn anew each time it is read."""

    title: str
    sheets: Callable[[], tuple[Sheet, ...]]


def folder_leaves(view: DebriefView, new: NewSheet) -> tuple[Leaf, ...]:
    """Return what can be looked up while playing: nothing that only the debrief may tell."""
    leaves = [
        Leaf(_count(words.LEAF_PEOPLE, view.people), lambda: (_people(new(), view),)),
        Leaf(_count(words.LEAF_FACTS, view.facts_met), lambda: (_facts(new(), view),)),
    ]
    if view.photograph:
        leaves.append(Leaf(words.LEAF_PHOTOGRAPH, lambda: (_photograph(new(), view),)))
    history = Leaf(_count(words.LEAF_HISTORY, view.decisions), lambda: (draw_history(new(), view),))
    return (*leaves, history)


def debrief_leaves(view: DebriefView, new: NewSheet) -> tuple[Leaf, ...]:
    """Return the leaves of the debrief; what a playthrough has nothing of is left out."""
    decisions = Leaf(
        _count(words.LEAF_HISTORY, view.decisions),
        lambda: tuple(_decision(new(), decision) for decision in view.decisions) or (_nothing(new()),),
    )
    room = Leaf(
        _count(words.LEAF_ROOM, view.people),
        lambda: tuple(_ledger(new(), entry) for entry in view.people),
    )
    leaves = [decisions, *([room] if view.people else [])]
    if view.photograph:
        leaves.append(Leaf(words.LEAF_PHOTOGRAPH, lambda: (_photograph(new(), view),)))
    if view.unread:
        leaves.append(Leaf(_count(words.LEAF_UNREAD, view.unread), lambda: (_unread(new(), view),)))
    if view.facts_met:
        leaves.append(Leaf(_count(words.LEAF_FACTS, view.facts_met), lambda: (_facts(new(), view),)))
    if view.terms:
        leaves.append(
            Leaf(
                _count(words.LEAF_TERMS, view.terms),
                lambda: (draw_terms(new().heading(words.LEAF_TERMS), view.terms),),
            )
        )
    if view.fiction_note:
        leaves.append(Leaf(words.LEAF_FICTION, lambda: (_fiction(new(), view.fiction_note),)))
    return tuple(leaves)


def draw_list(sheet: Sheet, leaves: tuple[Leaf, ...]) -> Sheet:
    """Draw the numbered titles of leaves."""
    for number, leaf in enumerate(leaves, 1):
        sheet.say(leaf.title, f" {number:2}  ")
    return sheet


def draw_history(sheet: Sheet, view: DebriefView) -> Sheet:
    """Draw all decisions so far in short, with the numbers that `h` takes."""
    sheet.heading(words.LEAF_HISTORY)
    if not view.decisions:
        return sheet.say(words.NOTHING_YET)
    for decision in view.decisions:
        place = ", ".join(part for part in (decision.scene_title, decision.date) if part)
        sheet.say(f"{place}. {_chosen(decision)}", f" {decision.number:2}  ")
    return sheet.gap().say(words.HISTORY_HINT)


def _decision(sheet: Sheet, decision: DecisionView) -> Sheet:
    sheet.heading(words.DECISION.format(number=decision.number, scene=decision.scene_title))
    if decision.date:
        sheet.say(decision.date)
    sheet.gap().say(_chosen(decision), look="1")
    if decision.kind == "chance":
        sheet.say(words.CHANCE_NOTE)
    if decision.debrief:
        sheet.gap().prose(decision.debrief).gap()
    if decision.result:
        sheet.gap().prose(decision.result)
        sheet.gap()
    for change in decision.changes:
        wording = words.CHANGED.format(name=change.person.name, before=change.before, after=change.after)
        sheet.say(wording)
    if decision.led_to and not (decision.kind == "chance" and decision.chosen):
        sheet.say(words.LED_TO.format(scene=decision.led_to))
    sheet.gap()
    for line in _roads(decision):
        sheet.say(line[0], line[1])
    for fact in decision.facts:
        draw_fact(sheet, fact)
    return sheet


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
    for road in decision.roads:
        if road.text:
            yield _road(road), "  - "


def _road(road: RoadView) -> str:
    text = text_of(road.text)
    if road.is_open:
        return text
    wording = words.ROAD_CLOSED if road.locked else words.ROAD_CLOSED_NO_REASON
    return wording.format(text=text, reason=text_of(road.locked))


def _chosen(decision: DecisionView) -> str:
    chosen = text_of(decision.chosen)
    if decision.kind == "chance":
        return words.DRAWN.format(chosen=chosen) if chosen else words.DRAWN_NO_TEXT
    return (words.READ if decision.kind == "letter" else words.CHOSE).format(chosen=chosen)


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
        numbers = tuple(str(number) for number in entry.decisions)
        noun = "decision " if len(numbers) == 1 else "decisions "
        sheet.say(words.TOUCHED_BY.format(decisions=noun + words.listed(numbers)))
    else:
        sheet.say(words.TOUCHED_BY_NONE)
    if entry.drawn_from:
        sheet.subheading(words.DRAWN_FROM)
    for fact in entry.drawn_from:
        draw_fact(sheet, fact)
    return sheet


def _people(sheet: Sheet, view: DebriefView) -> Sheet:
    sheet.heading(words.LEAF_PEOPLE)
    if not view.people:
        return sheet.say(words.NOBODY_YET)
    for entry in view.people:
        person = entry.person
        sheet.gap().say(f"{person.name}, {person.role}" if person.role else person.name, look="1")
        sheet.prose(person.about, "  ")
        if person.fate:
            sheet.say(words.FATE.format(fate=person.fate), "  ")
    return sheet


def _facts(sheet: Sheet, view: DebriefView) -> Sheet:
    sheet.heading(words.LEAF_FACTS)
    if not view.facts_met:
        return sheet.say(words.NO_FACTS_YET)
    for fact in view.facts_met:
        draw_fact(sheet, fact)
    return sheet


def _photograph(sheet: Sheet, view: DebriefView) -> Sheet:
    assert view.photograph is not None
    sheet.heading(view.photograph.title)
    for person in view.photograph.people:
        gone = person.id in view.photograph.gone
        wording = words.GONE_FROM_PHOTOGRAPH if gone else words.IN_PHOTOGRAPH
        sheet.say(wording.format(name=person.name), "  - ")
    return sheet


def _unread(sheet: Sheet, view: DebriefView) -> Sheet:
    sheet.heading(words.LEAF_UNREAD)
    for paper in view.unread:
        sheet.say(words.UNREAD_LINE.format(title=paper.title, offer=text_of(paper.offer)), "  - ")
    return sheet


def _fiction(sheet: Sheet, note: ProseView) -> Sheet:
    return sheet.heading(words.LEAF_FICTION).prose(note)


def _nothing(sheet: Sheet) -> Sheet:
    return sheet.heading(words.LEAF_HISTORY).say(words.NOTHING_YET)


def _count(title: str, found: tuple[object, ...]) -> str:
    return words.LEAF_COUNT.format(title=title, count=len(found))
