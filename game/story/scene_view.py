"""From a playthrough to the page that is shown now."""

from __future__ import annotations

from dataclasses import replace

from game.story import words
from game.story.conditions import holds
from game.story.decks import offered
from game.story.model import Chance, Choices, DeckOffer, Ending, Scene, Story, Way
from game.story.playthrough import Moment, OpenWay, Playthrough, open_ways
from game.story.state import State
from game.story.viewer import Viewer
from game.story.views import (
    ChoiceView,
    EndingView,
    LampView,
    Leads,
    ProseView,
    ResultView,
    RunView,
    SceneView,
    UnreadView,
)


def scene_view(playthrough: Playthrough) -> SceneView:
    """Return the page that is shown now."""
    story, state, scene = playthrough.story, playthrough.state, playthrough.scene
    moment = playthrough.moments[-1]
    viewer = Viewer(story, state)
    passages = tuple(viewer.passage(part) for part in scene.passages if holds(part.condition, state))
    choices = choice_views(story, state) if not moment.over else ()
    talk = () if moment.returned else viewer.prose(scene.talk)
    summary = viewer.prose(scene.summary)
    chapter = story.chapters[state.chapter]
    page = [text for passage in passages for text in (passage.text, passage.note)]
    offered_texts = [text for choice in choices for text in (choice.text, choice.locked)]
    return SceneView(
        id=scene.id,
        title=scene.title,
        chapter=chapter.id,
        chapter_title=chapter.title,
        date=words.long_date(scene.date),
        place=scene.place,
        place_text=viewer.picture_text(scene.place),
        provenance=scene.provenance,
        provenance_text=words.PROVENANCE_MEANING[scene.provenance],
        seat=viewer.person(scene.seat) if scene.seat else None,
        show=tuple(viewer.person(person) for person in scene.show),
        content=scene.content,
        summary=summary,
        passages=passages,
        talk=talk,
        leads=_leads(scene, moment, playthrough.ways),
        choices=choices,
        is_desk=any(isinstance(entry, DeckOffer) for entry in scene.entries),
        lamps=_lamps(story, state),
        terms=viewer.terms(*page, *offered_texts, talk, summary),
        facts=viewer.facts(scene.facts),
    )


def choice_views(story: Story, state: State) -> tuple[ChoiceView, ...]:
    """Return what a scene's `choices` offer: open ways numbered from 1, closed ones with the reason."""
    exit = story.scenes[state.scene].exit
    if not isinstance(exit, Choices):
        return ()
    viewer, found = Viewer(story, state), []
    ways = open_ways(story, state)
    open_now = {id(way.entry) for way in ways}
    number = 0
    for entry in exit.entries:
        if isinstance(entry, DeckOffer):
            for way in ways:
                if way.entry is entry:
                    number += 1
                    found.append(ChoiceView(way.id, number, "letter", _offer(viewer, way.letter), True))
        elif id(entry) in open_now:
            number += 1
            found.append(ChoiceView(entry.id, number, "choice", viewer.prose(entry.text), True))
        elif entry.locked:
            text, locked = viewer.prose(entry.text), viewer.prose(entry.locked)
            found.append(ChoiceView(entry.id, 0, "choice", text, False, locked))
    return tuple(found)


def result_view(playthrough: Playthrough) -> ResultView | None:
    """Return what followed the last step; None where the way taken has no result and left no paper unread."""
    moment = playthrough.moments[-1]
    taken = moment.taken
    if taken is None or moment.step is None or not isinstance(taken.entry, Way):
        return None
    way, scene = taken.entry, playthrough.story.scenes[moment.step.scene]
    viewer = Viewer(playthrough.story, moment.state)
    unread = left_unread(playthrough, len(playthrough.moments) - 1)
    if not way.result and not unread:
        return None
    chosen = Viewer(playthrough.story, playthrough.moments[-2].state).prose(way.text)
    text, summary = viewer.prose(way.result), viewer.prose(way.summary)
    return ResultView(
        scene.id,
        scene.title,
        chosen,
        text,
        summary,
        scene.content,
        viewer.terms(chosen, text, summary, *(paper.offer for paper in unread)),
        viewer.facts(way.facts),
        unread,
    )


def left_unread(playthrough: Playthrough, position: int) -> tuple[UnreadView, ...]:
    """Return the papers that the step to the moment of this position left unread on a desk.

    These are all that lay there in the evening, beyond the limit too, also where their condition (say, that
    an hour is left) no longer holds at its end.
    """
    story, left = playthrough.story, playthrough.moments[position - 1]
    scene = story.scenes[left.state.scene]
    offers = [replace(entry, limit=None) for entry in scene.entries if isinstance(entry, DeckOffer)]
    if playthrough.moments[position].kind != "pick" or not offers:
        return ()
    lying: dict[str, Scene] = {}
    for moment in _evening(playthrough, position):
        if moment.taken and moment.taken.letter:
            lying.pop(moment.taken.letter, None)
        if moment.state.scene == scene.id:
            lying |= {letter.id: letter for offer in offers for letter in offered(story, offer, moment.state)}
    viewer = Viewer(story, left.state)
    return tuple(UnreadView(letter.id, letter.title, _offer(viewer, letter.id)) for letter in lying.values())


def _evening(playthrough: Playthrough, position: int) -> tuple[Moment, ...]:
    """The moments since the scene that is left at `position` was entered, letters included."""
    moments, first = playthrough.moments, position - 1
    desk = moments[first].state.scene
    # A letter opened alone returns to a desk that nobody entered: then the evening begins with the start.
    while first > 0 and (moments[first].returned or moments[first].state.scene != desk):
        first -= 1
    return moments[first:position]


def ending_view(playthrough: Playthrough) -> EndingView | None:
    """Return the ending; None before it is reached."""
    ending = playthrough.ending
    return Viewer(playthrough.story, playthrough.state).ending(ending) if ending else None


def _offer(viewer: Viewer, letter: str) -> ProseView:
    """How a letter lies on the desk: its offer, or its title where the author gave none."""
    scene = viewer.story.scenes[letter]
    offer = scene.waits_in.offer if scene.waits_in else ()
    return viewer.prose(offer) or ((RunView(scene.title),),)


def _leads(scene: Scene, moment: Moment, ways: tuple[OpenWay, ...]) -> Leads:
    if isinstance(scene.exit, Ending):
        return "ending"
    if moment.over:
        return "over"
    if not ways:
        return "stuck"
    return (
        "choices"
        if isinstance(scene.exit, Choices)
        else "draw"
        if isinstance(scene.exit, Chance)
        else "continue"
    )


def _lamps(story: Story, state: State) -> tuple[LampView, ...]:
    lamps = (variable for variable in story.variables if variable.shown_as == "lamps")
    return tuple(LampView(v.id, state.values[v.slot], v.maximum) for v in lamps)
