"""The third and fourth leaves of a debrief: the two lanes of dates, the record by section, its figures."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game.story import words
from game.story.evidence import Fact, Figure
from game.story.playthrough import Playthrough
from game.story.viewer import Viewer
from game.story.views import (
    DatedFactView,
    DecisionView,
    FigureRowView,
    FigureView,
    PlayedView,
    RecordedView,
    SectionView,
    TimelineRowView,
)


def timeline_of(
    playthrough: Playthrough, decisions: tuple[DecisionView, ...], met: Collection[str]
) -> tuple[TimelineRowView, ...]:
    """Return both lanes by date: the pages played, and the dated facts of the record.

    These are the facts met (ids in `met`), whenever they happened, and all others of the time played.
    A page without a date stands with the page before it.
    """
    played: dict[str, list[PlayedView]] = {}
    for date, page in _pages(playthrough, decisions):
        played.setdefault(date, []).append(page)
    dates = [date for date in played if date]
    viewer = Viewer(playthrough.story, playthrough.state)
    recorded: dict[str, list[DatedFactView]] = {}
    for fact in playthrough.story.facts.values():
        if fact.date and (fact.id in met or _is_within(fact.date, dates)):
            view = DatedFactView(fact.id, viewer.prose(fact.claim), fact.id in met)
            recorded.setdefault(fact.date, []).append(view)
    return tuple(
        TimelineRowView(
            date, words.long_date(date), tuple(played.get(date, ())), tuple(recorded.get(date, ()))
        )
        for date in sorted({*played, *recorded})
    )


def _pages(playthrough: Playthrough, decisions: tuple[DecisionView, ...]) -> Iterator[tuple[str, PlayedView]]:
    """Each page with its date; a desk that a paper led back to is one page with what it was before."""
    moments, scenes = playthrough.moments, playthrough.story.scenes
    made: dict[int, list[int]] = {}
    stands_for: dict[int, int] = {}
    latest: dict[str, int] = {}
    for position, moment in enumerate(moments):
        before = latest.get(moment.state.scene, position)
        stands_for[position] = stands_for.get(before, position) if moment.returned else position
        latest[moment.state.scene] = position
    for decision in decisions:
        made.setdefault(stands_for[decision.moment], []).append(decision.number)
    date = ""
    for position, moment in enumerate(moments):
        scene = scenes[moment.state.scene]
        date = scene.date or date
        is_same_page = moment.over and moment.step is not None and moment.step.scene == scene.id
        if stands_for[position] == position and not is_same_page:
            yield date, PlayedView(scene.id, scene.title, tuple(made.get(position, ())))


def _is_within(date: str, played: list[str]) -> bool:
    """Tell whether a date, known to the day, month or year, falls into the time that was played."""
    return bool(played) and date >= min(played)[: len(date)] and date[: len(max(played))] <= max(played)


def record_of(
    playthrough: Playthrough, decisions: tuple[DecisionView, ...], met: Collection[str]
) -> tuple[SectionView, ...]:
    """Return every fact of the story by section of the class notes, what the notes do not have at the end."""
    story, viewer = playthrough.story, Viewer(playthrough.story, playthrough.state)
    resting: dict[str, list[int]] = {}
    for decision in decisions:
        for fact in decision.facts:
            resting.setdefault(fact.id, []).append(decision.number)
    titles = {id: title for source in story.sources.values() for id, title in source.sections} | {"": ""}
    by_section: dict[str, list[Fact]] = {section: [] for section in titles}
    for known in story.facts.values():
        by_section[known.notes_section if known.notes_section in titles else ""].append(known)
    return tuple(
        SectionView(
            section,
            titles[section],
            tuple(
                RecordedView(viewer.fact(fact.id), fact.id in met, tuple(resting.get(fact.id, ())))
                for fact in facts
            ),
        )
        for section, facts in by_section.items()
        if facts
    )


def figures_of(playthrough: Playthrough) -> tuple[FigureView, ...]:
    """Return the numbers worth a picture."""
    viewer = Viewer(playthrough.story, playthrough.state)
    return tuple(_figure(viewer, figure) for figure in playthrough.story.figures.values())


def _figure(viewer: Viewer, figure: Figure) -> FigureView:
    rows = tuple(FigureRowView(row.label, row.value, words.in_figures(row.value)) for row in figure.rows)
    text = "; ".join(f"{row.label}: {row.shown}" for row in rows)
    unit = f" ({figure.unit})" if figure.unit else ""
    return FigureView(
        figure.id,
        figure.title,
        figure.unit,
        rows,
        f"{figure.title}{unit}: {text}.",
        viewer.prose(figure.note),
        figure.facts,
    )
