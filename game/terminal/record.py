"""What is record: provenance, facts, sources and the glossary as sheets."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from game.story.playthrough import Playthrough
from game.story.viewer import Viewer
from game.story.views import FactView, PassageView, SceneView, SourceView, TermView, text_of
from game.terminal import words
from game.terminal.sheet import Sheet


def draw_provenance(sheet: Sheet, view: SceneView, facts: tuple[FactView, ...]) -> Sheet:
    """Draw what is record on a page, what its papers are, and the facts it rests on with their sources."""
    sheet.heading(words.RECORD_HEADING)
    sheet.say(f"{view.title}: {view.provenance}. {view.provenance_text}")
    papers = [passage for passage in view.passages if passage.note or passage.provenance]
    if papers:
        sheet.subheading(words.DOCUMENTS_HEADING)
    for paper in papers:
        sheet.gap().say(_paper(paper), "  ")
        sheet.prose(paper.note, "  ")
    if not facts:
        return sheet.gap().say(words.NO_FACTS)
    sheet.subheading(words.FACTS_HEADING)
    for fact in facts:
        draw_fact(sheet, fact)
    return sheet


def draw_fact(sheet: Sheet, fact: FactView) -> Sheet:
    """Draw a fact: the claim, its verdict in words, what historians say, where it says so."""
    sheet.gap()
    first = f"* {fact.date}: " if fact.date else "* "
    sheet.prose(fact.claim, first, "  ")
    sheet.say(fact.verdict_text, "  ", look="1")
    if fact.section:
        sheet.say(words.SECTION.format(section=fact.section), "  ")
    if fact.historians:
        sheet.say(words.HISTORIANS.format(text=text_of(fact.historians)), "  ")
    for source in fact.sources:
        draw_source(sheet, source)
    return sheet


def draw_source(sheet: Sheet, source: SourceView) -> None:
    """Draw a source: what it is, and its address or where to find it."""
    sheet.say(words.SOURCE.format(line=source.line, kind=source.kind), "  - ")
    if source.url:
        sheet.say(words.ADDRESS.format(url=source.url), "    ")
    elif source.note:
        sheet.say(words.WHERE.format(note=text_of(source.note)), "    ")


def draw_terms(sheet: Sheet, terms: Iterable[TermView]) -> Sheet:
    """Draw glossary entries."""
    for term in terms:
        sheet.gap()
        sheet.say(f"{term.term} ({term.original})" if term.original else term.term, look="1")
        sheet.prose(term.meaning, "  ")
    return sheet


def look_up(playthrough: Playthrough, word: str) -> TermView | tuple[str, ...]:
    """Return the glossary entry that a word names, or the words that come near to it (none, one or more)."""
    viewer = Viewer(playthrough.story, playthrough.state)
    names: dict[str, str] = {}
    for term in playthrough.story.terms.values():
        for name in (term.id.replace("_", " "), term.original, term.term):
            if name:
                names[name.casefold()] = term.id
    wanted = word.casefold().replace("_", " ").strip("[]")
    entries = playthrough.story.terms
    if wanted in names:
        term = entries[names[wanted]]
        return TermView(term.id, term.term, term.original, viewer.prose(term.meaning))
    near = difflib.get_close_matches(wanted, names, 3, 0.6)
    return tuple(dict.fromkeys(entries[names[name]].term for name in near))


def _paper(passage: PassageView) -> str:
    name = ": ".join(part for part in (passage.document_label or passage.kind, passage.title) if part)
    return f"{name} ({passage.provenance})" if passage.provenance else name
