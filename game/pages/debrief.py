"""The debrief of one playthrough as one HTML file."""

from __future__ import annotations

from game.pages.evenings import evenings
from game.pages.photograph import print_of
from game.pages.qr import qr_svg
from game.pages.record import record_of
from game.pages.rendering import environment, without_indents
from game.story.views import DebriefView, DecisionView, PersonLedgerView, QuestionView

MANY = 30
"""From so many decisions on, the summary leaves papers taken from a desk out: it must fit one page."""


def debrief_page(view: DebriefView, language: str = "en", photograph_svg: str = "") -> str:
    """Return the page of a debrief; `language` is the story's, as in `en`.

    `photograph_svg` is the text of the picture behind the view's photograph; without it, or where it shows
    other people, the page draws plain figures.

    Each fact stands in full once, in the record, and each source once, after it; wherever else a fact counts
    stand its claim, its verdict and its number.
    """
    photograph = view.photograph
    states = (True, False) if photograph and photograph.gone else (True,)
    prints = [print_of(photograph_svg, photograph, as_taken=s) for s in states] if photograph else []
    return without_indents(
        environment()
        .get_template("debrief.html")
        .render(
            view=view,
            language=language,
            qr=qr_svg(view.code),
            terms=frozenset(term.id for term in view.terms),
            summary=in_short(view.decisions),
            is_long=len(view.decisions) > MANY,
            evenings=tuple(evenings(view.decisions)),
            made={decision.number: decision for decision in view.decisions},
            record=record_of(view),
            fates=fates(view.people),
            kinds=by_kind(view.questions),
            prints=prints,
        )
    )


def in_short(decisions: tuple[DecisionView, ...]) -> tuple[DecisionView, ...]:
    """Return the decisions that the summary lists: of many, those that were more than taking up a paper."""
    return decisions if len(decisions) <= MANY else tuple(d for d in decisions if d.kind != "letter")


def by_kind(questions: tuple[QuestionView, ...]) -> dict[str, list[QuestionView]]:
    """Return the questions under the labels of their kinds, in their order."""
    found: dict[str, list[QuestionView]] = {}
    for question in questions:
        found.setdefault(question.kind_label, []).append(question)
    return found


def fates(people: tuple[PersonLedgerView, ...]) -> dict[str, list[str]]:
    """Return who shares each fate at the end, by name; people without one are left out."""
    found: dict[str, list[str]] = {}
    for entry in people:
        if entry.person.fate:
            found.setdefault(entry.person.fate, []).append(entry.person.name)
    return found
