"""The leaves of the debrief that are for the talk: dates, record, readings, questions, afterlife."""

from __future__ import annotations

from collections.abc import Iterator

from game.story.views import DebriefView, FigureView, RecordedView, text_of
from game.terminal import words
from game.terminal.leaves import NewSheet, chosen
from game.terminal.record import draw_fact
from game.terminal.sheet import Sheet

BAR = 30
"""The longest bar of a figure, in columns."""


def timeline_sheet(sheet: Sheet, view: DebriefView) -> Sheet:
    """Draw the two lanes under each date."""
    sheet.heading(words.LEAF_TIMELINE).say(words.TIMELINE_HOW)
    for row in view.timeline:
        sheet.subheading(row.when or words.UNDATED)
        for page in row.played:
            named = f"{page.title}: {words.decisions(page.decisions)}" if page.decisions else page.title
            sheet.say(named, words.LANE_PLAYED)
        for fact in row.recorded:
            claim = text_of(fact.claim)
            sheet.say(claim if fact.is_met else f"{claim} {words.NOT_MET}", words.LANE_RECORD)
    return sheet


def record_sheets(view: DebriefView, new: NewSheet) -> Iterator[Sheet]:
    """Draw the record, a sheet for each section of the class notes, and the figures."""
    for section in view.record:
        other = words.BEYOND_NOTES if len(view.record) > 1 else words.LEAF_FACTS
        sheet = new().heading(section.title or other)
        for recorded in section.facts:
            _recorded(sheet, recorded)
        yield sheet
    if view.figures:
        sheet = new().heading(words.FIGURES)
        for figure in view.figures:
            draw_figure(sheet, figure)
        yield sheet


def _recorded(sheet: Sheet, recorded: RecordedView) -> None:
    draw_fact(sheet, recorded.fact)
    if recorded.decisions:
        sheet.say(words.RESTS_ON_IT.format(decisions=words.decisions(recorded.decisions)), "  ")
    if not recorded.is_met:
        sheet.say(words.NOT_MET, "  ")


def draw_figure(sheet: Sheet, figure: FigureView) -> None:
    """Draw a figure as bars of letters, each with its number."""
    sheet.subheading(f"{figure.title} ({figure.unit})" if figure.unit else figure.title)
    most = max([row.value for row in figure.rows], default=0)
    wide = max([len(row.shown) for row in figure.rows], default=0)
    for row in figure.rows:
        bar = max(1, round(BAR * row.value / most)) if row.value > 0 else 0
        sheet.say(row.label)
        sheet.say("#" * bar, f"  {row.shown:>{wide}}  ")
    sheet.prose(figure.note, "  ")


def reading_sheets(view: DebriefView, new: NewSheet) -> Iterator[Sheet]:
    """Draw each reading with the decisions that it would cite."""
    made = {decision.number: decision for decision in view.decisions}
    claims = {r.fact.id: text_of(r.fact.claim) for section in view.record for r in section.facts}
    for reading in view.readings:
        sheet = new().heading(reading.title)
        for source in reading.historians:
            sheet.say(words.AFTER_HISTORIAN.format(line=source.line))
        sheet.gap().prose(reading.text)
        sheet.subheading(words.WOULD_CITE if reading.evidence else words.WOULD_CITE_NONE)
        for found in reading.evidence:
            decision = made[found.decision]
            sheet.say(f"{decision.scene_title}. {chosen(decision)}", f" {decision.number:2}  ")
            for fact in found.facts:
                sheet.say(claims[fact], "     - ")
        yield sheet


def question_sheets(view: DebriefView, new: NewSheet) -> Iterator[Sheet]:
    """Draw each question by itself, with what was answered; at the end what the game makes simpler."""
    for question in view.questions:
        sheet = new().heading(question.kind_label)
        sheet.prose(question.text)
        if question.decisions:
            sheet.gap().say(words.LOOK_AT.format(decisions=words.decisions(question.decisions)))
        yield _answered(sheet, question.answer)
    if view.fault:
        sheet = new().heading(words.SIMPLER)
        sheet.say(words.SIMPLER_HOW).gap()
        for text in view.fault.simplified:
            sheet.prose(text, "  - ")
        yield _answered(sheet, view.fault.answer)


def _answered(sheet: Sheet, answer: str) -> Sheet:
    if answer:
        sheet.subheading(words.YOUR_ANSWER)
        for line in answer.splitlines():
            sheet.say(line, "    ")
    return sheet


def afterlife_sheets(view: DebriefView, new: NewSheet) -> Iterator[Sheet]:
    """Draw what became of the file, all on one sheet."""
    if not view.afterlife:
        return
    facts = {recorded.fact.id: recorded.fact for section in view.record for recorded in section.facts}
    sheet = new().heading(words.LEAF_AFTERLIFE)
    for step in view.afterlife:
        sheet.subheading(f"{step.date}: {step.title}" if step.date else step.title)
        sheet.prose(step.text)
        for fact in step.facts:
            if fact in facts:
                sheet.say(text_of(facts[fact].claim), words.LANE_RECORD)
    yield sheet
