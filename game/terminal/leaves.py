"""Leaves: a list of titles with sheets behind them. Those of the folder; the debrief has its own modules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.story.views import DebriefView, DecisionView, PhotographView, text_of
from game.terminal import words
from game.terminal.record import draw_fact
from game.terminal.sheet import Sheet

NewSheet = Callable[[], Sheet]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf: a title as the list shows it, and its sheets, drawn anew each time it is read.

    `answers` are the ids under which an answer to each sheet is kept, where the leaf asks for any.
    """

    title: str
    sheets: Callable[[], tuple[Sheet, ...]]
    answers: tuple[str, ...] = ()


def folder_leaves(view: DebriefView, new: NewSheet) -> tuple[Leaf, ...]:
    """Return what can be looked up while playing: nothing that only the debrief may tell."""
    leaves = [
        Leaf(count(words.LEAF_PEOPLE, view.people), lambda: (_people(new(), view),)),
        Leaf(count(words.LEAF_FACTS, view.facts_met), lambda: (_facts(new(), view),)),
    ]
    if view.photograph:
        leaves.append(Leaf(words.LEAF_PHOTOGRAPH, lambda: (draw_photograph(new(), view.photograph),)))
    history = Leaf(count(words.LEAF_HISTORY, view.decisions), lambda: (draw_history(new(), view),))
    return (*leaves, history)


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
        sheet.say(f"{place}. {chosen(decision)}", f" {decision.number:2}  ")
    return sheet.gap().say(words.HISTORY_HINT)


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


def draw_photograph(sheet: Sheet, view: PhotographView | None) -> Sheet:
    """Draw who is in the photograph, and who is painted out of it."""
    assert view is not None
    sheet.heading(view.title)
    for person in view.people:
        wording = words.GONE_FROM_PHOTOGRAPH if person.id in view.gone else words.IN_PHOTOGRAPH
        sheet.say(wording.format(name=person.name), "  - ")
    return sheet


def chosen(decision: DecisionView) -> str:
    """Return what was chosen, taken up or drawn, as a sentence."""
    text = text_of(decision.chosen)
    if decision.kind == "chance":
        return words.DRAWN.format(chosen=text) if text else words.DRAWN_NO_TEXT
    return (words.READ if decision.kind == "letter" else words.CHOSE).format(chosen=text)


def count(title: str, found: tuple[object, ...]) -> str:
    """Return a title with how many entries it has."""
    return words.LEAF_COUNT.format(title=title, count=len(found))
