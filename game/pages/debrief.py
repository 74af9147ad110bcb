"""The debrief of one playthrough as one HTML file."""

from __future__ import annotations

from game.pages.rendering import environment
from game.story.views import DebriefView, FactView


def debrief_page(view: DebriefView, language: str = "en") -> str:
    """Return the page of a debrief; `language` is the story's, as in `en`.

    Each fact stands in full, with its historians and sources, where the reader meets it first; wherever else
    it counts, its claim and verdict are repeated with a link to that place. So the page can be read in any
    order and does not print the same source ten times.
    """
    terms = frozenset(term.id for term in view.terms)
    return (
        environment()
        .get_template("debrief.html")
        .render(
            view=view, language=language, terms=terms, full_at=full_at(view), first_named=first_named(view)
        )
    )


def full_at(view: DebriefView) -> dict[str, str]:
    """Return for each fact the place where it stands in full: a decision, a person, or the record."""
    found: dict[str, str] = {}
    for place, facts in _in_order(view):
        for fact in facts:
            found.setdefault(fact.id, place)
    return found


def first_named(view: DebriefView) -> frozenset[tuple[str, str]]:
    """Return the (fact, source) pairs that name a source first: on paper its note stands only there."""
    found: dict[str, tuple[str, str]] = {}
    for _, facts in _in_order(view):
        for fact in facts:
            for source in fact.sources:
                found.setdefault(source.id, (fact.id, source.id))
    return frozenset(found.values())


def _in_order(view: DebriefView) -> list[tuple[str, tuple[FactView, ...]]]:
    """The places of the page that name facts, from its top to its end."""
    places = [(f"decision-{decision.number}", decision.facts) for decision in view.decisions]
    places += [(f"person-{entry.person.id}", entry.drawn_from) for entry in view.people]
    return [*places, ("record", view.facts_met)]
