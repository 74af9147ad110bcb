"""The first leaf of a debrief: each decision as it stood when it was made, and where the other roads led."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from game.story import words
from game.story.model import CONTINUE, Chance, Next, Way
from game.story.playthrough import Moment, Playthrough
from game.story.scene_view import choice_views
from game.story.viewer import Viewer
from game.story.views import ChangeView, DecisionView, ProseView, RoadView, RunView

Kind = Literal["choice", "letter", "chance"]


def decisions_of(playthrough: Playthrough) -> tuple[DecisionView, ...]:
    """Return all picks and draws of a playthrough, numbered from 1."""
    found: list[DecisionView] = []
    for position, (before, after) in enumerate(pairwise(playthrough.moments)):
        if kind := kind_of(after):
            found.append(_decision(playthrough, position, len(found) + 1, kind, before, after))
    return tuple(found)


def kind_of(moment: Moment) -> Kind | None:
    """Return what kind of decision led to a moment; None for Continue and for the start."""
    kinds: dict[str | None, Kind] = {"pick": "choice", "letter": "letter", "draw": "chance"}
    return kinds.get(moment.kind)


def _decision(
    playthrough: Playthrough, position: int, number: int, kind: Kind, before: Moment, after: Moment
) -> DecisionView:
    story, taken = playthrough.story, after.taken
    assert taken is not None
    scene = story.scenes[before.state.scene]
    viewer = Viewer(story, after.state)
    roads = tuple(_roads(playthrough, position))
    way = taken.entry if isinstance(taken.entry, Way) else None
    return DecisionView(
        moment=position,
        number=number,
        kind=kind,
        scene=scene.id,
        scene_title=scene.title,
        date=words.long_date(scene.date),
        chosen=_taken_text(viewer, playthrough, before, after),
        result=viewer.prose(way.result) if way else (),
        roads=roads,
        only_way=not any(road.is_open for road in roads),
        led_to=_next_page(playthrough, before, after),
        debrief=viewer.prose(taken.entry.debrief),
        changes=_changes(playthrough, _until_next(playthrough.moments[position + 1 :])),
        facts=viewer.facts((*taken.entry.facts, *(() if taken.entry.facts else scene.facts))),
        chapter=story.chapters[before.state.chapter].title,
        provenance=scene.provenance,
        talk=() if before.returned else Viewer(story, before.state).prose(scene.talk),
    )


def _taken_text(viewer: Viewer, playthrough: Playthrough, before: Moment, after: Moment) -> ProseView:
    """What was picked, in its own words; of a draw, the title of the scene that it led to."""
    assert after.taken is not None
    if after.kind == "draw":
        return _title(playthrough, after)
    for choice in choice_views(playthrough.story, before.state):
        if choice.id == after.taken.id:
            return choice.text
    return ()


def _roads(playthrough: Playthrough, position: int) -> Iterator[RoadView]:
    """The ways that were not taken on the page of a moment, each followed to the next decision."""
    here, after = playthrough.back_to(position), playthrough.moments[position + 1]
    assert after.taken is not None
    if isinstance(here.scene.exit, Chance):
        for way in here.ways:
            if way.id != after.taken.id:
                other = here.choose(way.id)
                yield _road(other, _title(playthrough, other.moments[-1]), after)
        return
    for shown in choice_views(playthrough.story, here.state):
        if shown.id == after.taken.id:
            continue
        if shown.is_open:
            yield _road(here.choose(shown.id), shown.text, after)
        else:
            yield RoadView(shown.text, False, shown.locked)


def _road(other: Playthrough, text: ProseView, after: Moment) -> RoadView:
    """A road as it would have begun; `other` is the playthrough one step into it."""
    reached = other.moments[-1]
    leads_to = _next_page(other, other.moments[-2], reached)
    joins = bool(leads_to) and reached.state.scene == after.state.scene
    return RoadView(text, True, (), leads_to, joins, _changes(other, _read_on(other)))


def _next_page(playthrough: Playthrough, before: Moment, after: Moment) -> str:
    """The title of the page that a step led to; empty where it stayed, as at the end of a lesson."""
    is_another = after.state.scene != before.state.scene
    return playthrough.story.scenes[after.state.scene].title if is_another else ""


def _read_on(playthrough: Playthrough) -> Sequence[Moment]:
    """The moment reached, and those behind Continue after it; a ring of pages is read once."""
    first, seen = len(playthrough.moments) - 1, {playthrough.state}
    while isinstance(playthrough.scene.exit, Next) and playthrough.ways:
        playthrough = playthrough.choose(CONTINUE)
        if playthrough.state in seen:
            break
        seen.add(playthrough.state)
    return playthrough.moments[first:]


def _until_next(moments: Sequence[Moment]) -> Iterator[Moment]:
    """The first of these moments, and those behind Continue after it."""
    for position, moment in enumerate(moments):
        if position and kind_of(moment):
            return
        yield moment


def _title(playthrough: Playthrough, moment: Moment) -> ProseView:
    return ((RunView(playthrough.story.scenes[moment.state.scene].title),),)


def _changes(playthrough: Playthrough, moments: Iterable[Moment]) -> tuple[ChangeView, ...]:
    """The fates that the steps to these moments changed."""
    found: list[ChangeView] = []
    for moment in moments:
        viewer = Viewer(playthrough.story, moment.state)
        for change in moment.changes:
            if change.variable.id in playthrough.story.people:
                labels = (change.variable.shown(change.before), change.variable.shown(change.after))
                found.append(ChangeView(viewer.person(change.variable.id), *labels))
    return tuple(found)
