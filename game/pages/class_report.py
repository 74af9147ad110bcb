"""The report on a class's replay codes as one HTML file."""

from __future__ import annotations

from collections.abc import Iterable

from game.class_report.views import ClassView, DecisionCountView, StartCountView
from game.pages.rendering import environment
from game.story.content_views import FactView


def class_page(view: ClassView) -> str:
    """Return the page of a report."""
    return (
        environment()
        .get_template("class.html")
        .render(
            view=view,
            split_of=split_of,
            verdicts=verdicts_of(view),
            per_cent=per_cent,
            listed=listed,
        )
    )


def split_of(start: StartCountView) -> tuple[DecisionCountView, ...]:
    """Return the decisions that set the class apart most, those first."""
    by_scene = {decision.scene: decision for decision in start.decisions}
    return tuple(by_scene[scene] for scene in start.split)


def verdicts_of(view: ClassView) -> tuple[tuple[str, str], ...]:
    """Return the verdicts that the page stamps on facts, each with its meaning."""
    decisions = [decision for start in view.starts for decision in start.decisions]
    facts: list[FactView] = [fact for start in view.starts for fact in start.unmet]
    facts += [fact for decision in decisions for fact in decision.facts]
    return tuple(dict.fromkeys((fact.verdict, fact.verdict_text) for fact in facts))


def per_cent(part: int, whole: int) -> int:
    """Return a share for the length of a bar; something is never nothing."""
    return max(1, round(100 * part / whole)) if part and whole else 0


def listed(names: Iterable[str]) -> str:
    """Return `a, b and c`."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)} and {last}" if first else last
