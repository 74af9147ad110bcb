"""What a playthrough meant: its decisions, the people they touched, and the record behind them.

Reads Moments, never a State by itself: each decision is shown as it stood when it was made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from game.story import words
from game.story.conditions import holds
from game.story.model import RETURN, Chance, Ending, Way
from game.story.playthrough import Moment, Playthrough, open_ways
from game.story.prose import Prose
from game.story.scene_view import choice_views, ending_view, left_unread
from game.story.viewer import Viewer
from game.story.views import (
    ChangeView,
    DebriefView,
    DecisionView,
    PersonLedgerView,
    ProseView,
    RoadView,
    RunView,
    UnreadView,
)


def debrief_view(playthrough: Playthrough) -> DebriefView:
    """Return the debrief of a playthrough, ended or not."""
    story, viewer = playthrough.story, Viewer(playthrough.story, playthrough.state)
    decisions = tuple(_decisions(playthrough))
    met = tuple(dict.fromkeys(facts_met(playthrough)))
    facts = viewer.facts(met)
    texts: list[Prose] = [story.facts[fact].claim for fact in met]
    texts += [story.facts[fact].historians for fact in met] + list(_texts_met(playthrough))
    return DebriefView(
        story=story.id,
        title=story.title,
        version=story.version,
        you=viewer.person(story.you) if story.you else None,
        ending=ending_view(playthrough),
        last_scene_title=playthrough.scene.title,
        decisions=decisions,
        people=tuple(_people(playthrough, decisions)),
        unread=tuple(_unread(playthrough)),
        facts_met=facts,
        terms=viewer.terms(*(viewer.prose(text) for text in texts)),
        photograph=viewer.photograph(),
        fiction_note=viewer.prose(story.fiction_note),
    )


def facts_met(playthrough: Playthrough) -> Iterator[str]:
    """Yield the ids of the facts that pages shown so far name, in order, repeats included."""
    for moment in playthrough.moments:
        if moment.taken:
            yield from moment.taken.entry.facts
        scene = playthrough.story.scenes[moment.state.scene]
        yield from scene.facts
        if isinstance(scene.exit, Ending):
            yield from scene.exit.facts


def _decisions(playthrough: Playthrough) -> Iterator[DecisionView]:
    number = 0
    for position, (before, after) in enumerate(
        zip(playthrough.moments, playthrough.moments[1:], strict=False)
    ):
        kind = _kind(after)
        if kind is None:
            continue
        number += 1
        yield _decision(playthrough, position, number, kind, before, after)


def _kind(moment: Moment) -> Literal["choice", "letter", "chance"] | None:
    kinds: dict[str | None, Literal["choice", "letter", "chance"]] = {
        "pick": "choice",
        "letter": "letter",
        "draw": "chance",
    }
    return kinds.get(moment.kind)


def _decision(
    playthrough: Playthrough,
    position: int,
    number: int,
    kind: Literal["choice", "letter", "chance"],
    before: Moment,
    after: Moment,
) -> DecisionView:
    story, taken = playthrough.story, after.taken
    assert taken is not None
    scene = story.scenes[before.state.scene]
    viewer = Viewer(story, after.state)
    roads = _roads(playthrough, before, taken.id)
    way = taken.entry if isinstance(taken.entry, Way) else None
    led_to = story.scenes[after.state.scene]
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
        led_to=led_to.title if led_to.id != scene.id else "",
        debrief=viewer.prose(taken.entry.debrief),
        changes=tuple(_fate_changes(playthrough, position + 1)),
        facts=viewer.facts((*taken.entry.facts, *(() if taken.entry.facts else scene.facts))),
    )


def _taken_text(viewer: Viewer, playthrough: Playthrough, before: Moment, after: Moment) -> ProseView:
    """What was picked, in its own words; of a draw, the title of the scene that it led to."""
    assert after.taken is not None
    if after.kind == "draw":
        return _title(playthrough, after.state.scene)
    for choice in choice_views(playthrough.story, before.state):
        if choice.id == after.taken.id:
            return choice.text
    return ()


def _roads(playthrough: Playthrough, before: Moment, taken: str) -> tuple[RoadView, ...]:
    """The ways that were not taken, as they stood on that page."""
    story, scene = playthrough.story, playthrough.story.scenes[before.state.scene]
    if isinstance(scene.exit, Chance):
        others = [way for way in open_ways(story, before.state) if way.id != taken]
        return tuple(RoadView(_title(playthrough, _target(way.to, before)), True, ()) for way in others)
    shown = choice_views(story, before.state)
    return tuple(RoadView(c.text, c.is_open, c.locked) for c in shown if c.id != taken)


def _target(to: str, before: Moment) -> str:
    return before.state.offered_by or before.state.scene if to == RETURN else to


def _title(playthrough: Playthrough, scene: str) -> ProseView:
    return ((RunView(playthrough.story.scenes[scene].title),),)


def _fate_changes(playthrough: Playthrough, position: int) -> Iterator[ChangeView]:
    """The fates changed by the step to a moment, and on the Continue pages that follow it."""
    for moment in playthrough.moments[position:]:
        if moment is not playthrough.moments[position] and _kind(moment):
            return
        viewer = Viewer(playthrough.story, moment.state)
        for change in moment.changes:
            if change.variable.id in playthrough.story.people:
                labels = (change.variable.shown(change.before), change.variable.shown(change.after))
                yield ChangeView(viewer.person(change.variable.id), *labels)


def _people(playthrough: Playthrough, decisions: tuple[DecisionView, ...]) -> Iterator[PersonLedgerView]:
    story, viewer = playthrough.story, Viewer(playthrough.story, playthrough.state)
    touched = _touched_by(decisions)
    for person in _met(playthrough):
        fate = story.variable.get(person)
        name = fate.name_of(playthrough.state.values[fate.slot]) if fate else ""
        after = dict(story.people[person].after).get(name, ())
        yield PersonLedgerView(
            viewer.person(person),
            person == story.you,
            viewer.prose(after),
            touched.get(person, ()),
            viewer.facts(story.people[person].drawn_from),
        )


def _met(playthrough: Playthrough) -> tuple[str, ...]:
    """Everybody shown, heard or changed so far, in pack order, the player's person first."""
    story, met = playthrough.story, {playthrough.story.you}
    for moment in playthrough.moments:
        scene = story.scenes[moment.state.scene]
        met.update(scene.show, {scene.seat}, (change.variable.id for change in moment.changes))
        met.update(passage.who for passage in scene.passages if holds(passage.condition, moment.state))
    return tuple(sorted((p for p in story.people if p in met), key=lambda person: person != story.you))


def _touched_by(decisions: tuple[DecisionView, ...]) -> dict[str, tuple[int, ...]]:
    """For each person, the numbers of the decisions that changed their fate."""
    touched: dict[str, dict[int, None]] = {}
    for decision in decisions:
        for change in decision.changes:
            touched.setdefault(change.person.id, {})[decision.number] = None
    return {person: tuple(numbers) for person, numbers in touched.items()}


def _unread(playthrough: Playthrough) -> Iterator[UnreadView]:
    """Papers that lay on a desk when it was left, and that no later evening brought to hand."""
    read = {moment.taken.letter for moment in playthrough.moments if moment.taken}
    left = {
        paper.scene: paper
        for i in range(1, len(playthrough.moments))
        for paper in left_unread(playthrough, i)
    }
    return (paper for scene, paper in left.items() if scene not in read)


def _texts_met(playthrough: Playthrough) -> Iterator[Prose]:
    """All prose that the pages so far, and the debrief of their decisions, have shown or will show."""
    for moment in playthrough.moments:
        if moment.taken:
            yield moment.taken.entry.debrief
            if moment.taken.letter:
                yield _offer_of(playthrough, moment.taken.letter)
            if isinstance(moment.taken.entry, Way):
                yield moment.taken.entry.text
                yield moment.taken.entry.result
        scene = playthrough.story.scenes[moment.state.scene]
        yield from (entry.locked for entry in scene.entries if isinstance(entry, Way))
        for passage in scene.passages:
            if holds(passage.condition, moment.state):
                yield passage.text
                yield passage.note
        if isinstance(scene.exit, Ending):
            yield scene.exit.epilogue


def _offer_of(playthrough: Playthrough, letter: str) -> Prose:
    place = playthrough.story.scenes[letter].waits_in
    return place.offer if place else ()
