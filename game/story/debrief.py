"""What a playthrough meant: its decisions, the people they touched, and the record behind them.

Reads Moments, never a State by itself: each decision is shown as it stood when it was made. The leaves are
made in debrief_decisions.py, debrief_people.py, debrief_record.py and debrief_talk.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.conditions import holds
from game.story.debrief_decisions import decisions_of
from game.story.debrief_people import chair_of, people_of
from game.story.debrief_record import figures_of, record_of, timeline_of
from game.story.debrief_talk import FAULT, afterlife_of, fault_of, questions_of, readings_of
from game.story.model import Ending, Story, Way
from game.story.photograph import photograph_of
from game.story.playthrough import Playthrough, Start
from game.story.prose import Prose
from game.story.replay_code import to_code
from game.story.scene_view import ending_view, left_unread
from game.story.viewer import Viewer
from game.story.views import DebriefView, UnreadView

__all__ = ["FAULT", "debrief_view", "facts_met"]


def debrief_view(playthrough: Playthrough) -> DebriefView:
    """Return the debrief of a playthrough, ended or not."""
    story, viewer = playthrough.story, Viewer(playthrough.story, playthrough.state)
    decisions = decisions_of(playthrough)
    met = tuple(dict.fromkeys(facts_met(playthrough)))
    readings, afterlife = readings_of(playthrough, decisions), afterlife_of(playthrough)
    questions, fault = questions_of(playthrough, decisions, met), fault_of(playthrough)
    written = [reading.text for reading in readings] + [question.text for question in questions]
    written += [entry.text for entry in afterlife]
    written += fault.simplified if fault else ()
    record: list[Prose] = [story.facts[fact].claim for fact in met]
    record += [story.facts[fact].historians for fact in met] + list(_texts_met(playthrough))
    return DebriefView(
        story=story.id,
        title=story.title,
        version=story.version,
        you=viewer.person(story.you) if story.you else None,
        ending=ending_view(playthrough),
        last_scene_title=playthrough.scene.title,
        decisions=decisions,
        people=people_of(playthrough, decisions),
        unread=tuple(_unread(playthrough)),
        facts_met=viewer.facts(met),
        terms=viewer.terms(*(viewer.prose(text) for text in record), *written),
        photograph=photograph_of(playthrough),
        fiction_note=viewer.prose(story.fiction_note),
        began=_began(story, playthrough.start),
        code=to_code(playthrough),
        chair=chair_of(playthrough, decisions),
        timeline=timeline_of(playthrough, decisions, met),
        record=record_of(playthrough, decisions, met),
        figures=figures_of(playthrough),
        readings=readings,
        questions=questions,
        fault=fault,
        afterlife=afterlife,
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


def _began(story: Story, start: Start) -> str:
    """The lesson or the later chapter that a playthrough began with; empty for the story's own beginning."""
    if start.lesson:
        return next((lesson.title for lesson in story.lessons if lesson.id == start.lesson), "")
    if start.scene == story.start:
        return ""
    return next((chapter.title for chapter in story.chapters if chapter.start == start.scene), "")


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
