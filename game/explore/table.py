"""The figures alone, compact: for somebody who tunes a chapter and runs this again and again."""

from __future__ import annotations

from game.explore.measuring import Bracket, Length
from game.explore.report import endings_in_scope, sampled_lines, verdict
from game.explore.study import Study
from game.explore.wording import quantity


def as_table(study: Study) -> str:
    """Return the figures alone, compact: for somebody who tunes a chapter."""
    rows = [verdict(study)]
    rows += [f"{kind}s: {len(study.of(kind))}" for kind in ("error", "warning", "note")]
    figures = study.figures
    if figures is None:
        rows += [] if study.sample is None else list(sampled_lines(study, study.sample))
        return "\n".join(rows) + "\n"
    rows.append("")
    rows.append(
        f"{'':<28} {'mean':>6} {'median':>6} {'shortest':>13} {'longest':>13}"
        f" {'claimed':>7} {'words':>6}  dec."
    )
    chapters = study.sample.chapters if study.sample else {}
    if not study.scope:
        rows.append(
            _row("whole story", figures.whole, study.sample.whole.median if study.sample else None, None)
        )
    for position, chapter in enumerate(figures.chapters):
        if chapter.length and (study.scope is None or chapter.id in study.scope.chapters):
            median = chapters[position].median if position in chapters else None
            rows.append(_row(f"chapter {chapter.id}", chapter.length, median, chapter.claimed))
    rows += [
        _row(f"lesson {each.id}", each.length, None, each.claimed) for each in figures.lessons if each.length
    ]
    rows.append("")
    rows += [
        f"ending {each.id:<21} {float(each.share):>6.1%}"
        + (
            f"   {quantity(int(each.shortest.decisions), 'decision')} at least"
            if each.shortest
            else "   never"
        )
        for each in endings_in_scope(study, figures)
    ]
    if figures.goes_on > 1e-12:
        rows.append(f"{'goes on':<28} {figures.goes_on:>6.1%}")
    rows.append(f"{'shared by two players':<28} {figures.overlap:>6.1%}")
    if any(study.chapter_states.values()):
        rows.append(
            "states at the start of: " + ", ".join(f"{c} {n:,}" for c, n in study.chapter_states.items() if n)
        )
    return "\n".join(rows) + "\n"


def _row(name: str, length: Length, median: float | None, claimed: int | None) -> str:
    near, far = (_span(bracket) for bracket in (length.shortest, length.longest))
    middle = f"{median:.1f}" if median is not None else ""
    said = str(claimed) if claimed is not None else ""
    return (
        f"{name:<28} {length.minutes:>6.1f} {middle:>6} {near:>13} {far:>13} {said:>7}"
        f" {length.words:>6.0f} {length.decisions:>5.1f}"
    )


def _span(bracket: Bracket) -> str:
    if bracket.high == float("inf"):
        return "no bound"
    low, high = f"{bracket.low:.1f}", f"{bracket.high:.1f}"
    return low if low == high else f"{low}..{high}"
