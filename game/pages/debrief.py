"""The debrief of one playthrough as one HTML file."""

from __future__ import annotations

from game.pages.evenings import evenings
from game.pages.photograph import print_of
from game.pages.record import record_of
from game.pages.rendering import environment
from game.story.views import DebriefView, PersonLedgerView


def debrief_page(view: DebriefView, language: str = "en", photograph_svg: str = "") -> str:
    """Return the page of a debrief; `language` is the story's, as in `en`.

    `photograph_svg` is the text of the picture behind the view's photograph; without it, or where it shows
    other people, the page draws plain figures.

    Each fact stands in full once, in the record at the end, and each source once, after it; wherever else
    a fact counts stand its claim, its verdict and its number.
    """
    photograph = view.photograph
    states = dict.fromkeys(((), photograph.gone)) if photograph else ()
    prints = [print_of(photograph_svg, photograph, gone) for gone in states] if photograph else []
    return (
        environment()
        .get_template("debrief.html")
        .render(
            view=view,
            language=language,
            terms=frozenset(term.id for term in view.terms),
            evenings=tuple(evenings(view.decisions)),
            record=record_of(view),
            fates=fates(view.people),
            prints=[made for made in prints if made],
        )
    )


def fates(people: tuple[PersonLedgerView, ...]) -> dict[str, list[str]]:
    """Return who shares each fate at the end, by name; people without one are left out."""
    found: dict[str, list[str]] = {}
    for entry in people:
        if entry.person.fate:
            found.setdefault(entry.person.fate, []).append(entry.person.name)
    return found
