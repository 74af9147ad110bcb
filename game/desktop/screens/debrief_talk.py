"""The debrief's leaves for the talk: readings, questions with room to write, the file's afterlife."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game.desktop import debrief_words, words
from game.desktop.kit import Kit
from game.desktop.screens.evidence import fact
from game.desktop.screens.leaves import parted
from game.desktop.widgets.chips import button, gap
from game.desktop.widgets.heading import small_heading, subheading
from game.desktop.widgets.ledger import Listed, listed
from game.desktop.widgets.paragraph import Said, line, prose, said
from game.desktop.widgets.piece import Gap, Piece
from game.story.views import DebriefView


def readings(kit: Kit, view: DebriefView, width: int) -> Iterator[Piece | Gap]:
    """Lay the readings out; the decisions that they would cite can be opened (`decision:NUMBER`)."""
    reading, made = min(width, kit.measure), {decision.number: decision for decision in view.decisions}
    longest = words.decision(max(made, default=0))
    yield prose(kit, said(debrief_words.READINGS_HOW), reading, "readings.how")
    for found in view.readings:
        yield from parted(kit, width)
        yield subheading(kit, found.title, width, f"reading.{found.id}")
        if found.historians:
            lines = "; ".join(source.line for source in found.historians)
            after = debrief_words.AFTER_HISTORIANS.format(lines=lines)
            face = kit.face("label", "label")
            yield line(kit, after, face, kit.palette.keys, reading, f"reading.{found.id}.after")
        yield gap(kit, 6)
        yield prose(kit, found.text, reading, f"reading.{found.id}.text")
        yield gap(kit, 10)
        title = debrief_words.WOULD_CITE if found.evidence else debrief_words.WOULD_CITE_NONE
        yield small_heading(kit, title, reading, f"reading.{found.id}.cites")
        for position, cited in enumerate(found.evidence):
            decision = made[cited.decision]
            chosen = decision.chosen or said(words.NOTHING_NAMED)
            label = words.decision(decision.number)
            entry = Listed(f"decision:{decision.number}", label, decision.scene_title, chosen)
            yield listed(kit, entry, width, longest=longest, is_first=not position)


def questions(kit: Kit, view: DebriefView, width: int) -> Iterator[Piece | Gap]:
    """Lay the questions out by kind, each with what was answered; targets are `answer:ID`."""
    reading, kind = min(width, kit.measure), ""
    yield prose(kit, said(debrief_words.QUESTIONS_HOW), reading, "questions.how")
    for question in view.questions:
        yield from parted(kit, width)
        if question.kind_label != kind:
            kind = question.kind_label
            yield subheading(kit, kind, width, f"kind.{question.kind}")
            yield gap(kit, 4)
        yield prose(kit, question.text, reading, f"question.{question.id}")
        if question.decisions:
            look = debrief_words.look_at(question.decisions)
            face = kit.face("label", "label")
            yield gap(kit, 4)
            yield line(kit, look, face, kit.palette.keys, reading, f"question.{question.id}.look")
        yield from _answer(kit, question.id, question.answer, reading)
    if view.fault:
        yield from parted(kit, width)
        yield subheading(kit, debrief_words.SIMPLER, width, "simpler")
        yield gap(kit, 4)
        yield prose(kit, said(debrief_words.SIMPLER_HOW), reading, "simpler.how")
        for position, text in enumerate(view.fault.simplified):
            yield gap(kit, 6)
            yield prose(kit, text, reading, f"simpler{position}", indent=kit.px(14))
        yield from _answer(kit, view.fault.id, view.fault.answer, reading)


def _answer(kit: Kit, question: str, answer: str, width: int) -> Iterator[Piece | Gap]:
    if answer:
        yield gap(kit, 8)
        label = kit.face("label_bold", "label")
        yield line(kit, debrief_words.ANSWER, label, kit.palette.keys, width, f"answer.{question}.label")
        face = kit.face("document", "document")
        text = tuple((Said(part),) for part in answer.split("\n") if part)
        yield prose(kit, text, width, f"answer.{question}", face=face, gap=0, indent=kit.px(14))
    yield gap(kit, 8)
    words_of_button = debrief_words.ANSWER_CHANGE if answer else debrief_words.ANSWER_WRITE
    yield button(kit, f"answer:{question}", words_of_button, width)


def afterlife(kit: Kit, view: DebriefView, width: int, opened: Collection[str]) -> Iterator[Piece | Gap]:
    """Lay out what became of the file, with the facts under each step."""
    reading = min(width, kit.measure)
    facts = {recorded.fact.id: recorded.fact for section in view.record for recorded in section.facts}
    for position, step in enumerate(view.afterlife):
        if position:
            yield from parted(kit, width)
        if step.date:
            yield small_heading(kit, step.date, width, f"step{position}.date")
        yield subheading(kit, step.title, width, f"step{position}")
        yield gap(kit, 4)
        yield prose(kit, step.text, reading, f"step{position}.text")
        for known in (facts[fact_id] for fact_id in step.facts if fact_id in facts):
            yield gap(kit, 8)
            yield from fact(kit, known, reading, f"step{position}.{known.id}", opened)
