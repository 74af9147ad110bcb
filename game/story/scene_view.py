"""From a playthrough to the page that is shown now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from game.story import words
from game.story.conditions import holds
from game.story.decks import offered
from game.story.model import Chance, Choices, DeckOffer, Ending, Passage, Scene, Story, Way
from game.story.playthrough import Moment, Playthrough, open_ways
from game.story.prose import LineBreak, Prose, Run, Slot, TermWords, terms
from game.story.state import State
from game.story.views import (
    ChoiceView,
    EndingView,
    FactView,
    LampView,
    Leads,
    PassageView,
    PersonView,
    PhotographView,
    ProseView,
    ResultView,
    RunView,
    SceneView,
    SourceView,
    TermView,
    UnreadView,
)


class Viewer:
    """Makes views of a story in one state; every method fills variable slots from that state."""

    def __init__(self, story: Story, state: State) -> None:
        self.story = story
        self.state = state

    def prose(self, prose: Prose) -> ProseView:
        """Return parsed text with its slots filled."""
        return tuple(tuple(self._run(run) for run in paragraph) for paragraph in prose)

    def _run(self, run: Run) -> RunView:
        match run:
            case LineBreak():
                return RunView("\n")
            case Slot(variable_id, style):
                variable = self.story.variable[variable_id]
                return RunView(variable.shown(self.state.values[variable.slot]), style)
            case TermWords(term, text, style):
                return RunView(text, style, term)
            case _:
                return RunView(run.text, run.style)

    def terms(self, *texts: Prose) -> tuple[TermView, ...]:
        """Return the glossary entries that the texts link to, in reading order, each once."""
        ids = dict.fromkeys(term for text in texts for term in terms(text))
        found = (self.story.terms[term] for term in ids if term in self.story.terms)
        return tuple(TermView(t.id, t.term, t.original, self.prose(t.meaning)) for t in found)

    def person(self, person_id: str) -> PersonView:
        """Return somebody with their present fate."""
        person, fate = self.story.people[person_id], self.story.variable[person_id]
        value = self.state.values[fate.slot]
        return PersonView(
            person.id,
            person.name,
            person.role,
            person.portrait,
            fate.name_of(value) if fate.values else "",
            fate.shown(value) if fate.values else "",
            self.prose(person.about),
        )

    def facts(self, ids: Iterable[str]) -> tuple[FactView, ...]:
        """Return facts with their sources, each once."""
        return tuple(self.fact(fact) for fact in dict.fromkeys(ids))

    def fact(self, fact_id: str) -> FactView:
        """Return one fact with its sources."""
        fact = self.story.facts[fact_id]
        return FactView(
            fact.id,
            self.prose(fact.claim),
            words.long_date(fact.date),
            fact.verdict,
            words.VERDICT[fact.verdict],
            self._sections.get(fact.notes_section, ""),
            self.prose(fact.historians),
            tuple(self.source(source) for source in fact.sources),
        )

    def source(self, source_id: str) -> SourceView:
        """Return one source."""
        source = self.story.sources[source_id]
        line = ", ".join(part for part in (source.author, source.title, source.year) if part)
        return SourceView(
            source.id, line, words.SOURCE_KIND[source.kind], source.url, self.prose(source.note)
        )

    @cached_property
    def _sections(self) -> dict[str, str]:
        return {id: title for source in self.story.sources.values() for id, title in source.sections}

    def passage(self, passage: Passage) -> PassageView:
        """Return one block of a page."""
        return PassageView(
            passage.kind,
            self.prose(passage.text),
            self.person(passage.who) if passage.who else None,
            passage.document or "",
            words.DOCUMENT[passage.document] if passage.document else "",
            passage.title,
            passage.provenance or "",
            self.prose(passage.note),
            passage.picture,
            self.picture_text(passage.picture),
        )

    def picture_text(self, picture: str) -> str:
        """Return the description of a picture, empty where there is none."""
        described = self.prose(self.story.pictures.get(picture, ()))
        return " ".join("".join(run.text for run in paragraph) for paragraph in described)

    def ending(self, ending: Ending) -> EndingView:
        """Return an ending."""
        labels = dict(self.story.fates)
        return EndingView(
            ending.id,
            ending.title,
            ending.kind,
            labels.get(ending.kind, ""),
            self.prose(ending.epilogue),
            self.prose(ending.summary),
            self.terms(ending.epilogue),
            self.facts(ending.facts),
        )

    def photograph(self) -> PhotographView | None:
        """Return the photograph with those who are gone from it; None where the pack has none."""
        photograph = self.story.photograph
        if photograph is None:
            return None
        gone = tuple(person for person in photograph.people if self._is_gone(person, photograph.gone_from))
        return PhotographView(photograph.title, tuple(self.person(p) for p in photograph.people), gone)

    def _is_gone(self, person: str, gone_from: str) -> bool:
        fate = self.story.variable[person]
        return gone_from in fate.values and self.state.values[fate.slot] >= fate.values.index(gone_from)


def scene_view(playthrough: Playthrough) -> SceneView:
    """Return the page that is shown now."""
    story, state, scene = playthrough.story, playthrough.state, playthrough.scene
    moment = playthrough.moments[-1]
    viewer = Viewer(story, state)
    shown = [passage for passage in scene.passages if holds(passage.condition, state)]
    choices = choice_views(story, state) if not moment.over else ()
    chapter = story.chapters[state.chapter]
    texts = [passage.text for passage in shown] + [passage.note for passage in shown]
    offers = [e.text for e in scene.entries if isinstance(e, Way)]
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
        summary=viewer.prose(scene.summary),
        passages=tuple(viewer.passage(passage) for passage in shown),
        talk=() if moment.returned else viewer.prose(scene.talk),
        leads=_leads(scene, moment),
        choices=choices,
        is_desk=any(isinstance(entry, DeckOffer) for entry in scene.entries),
        lamps=_lamps(story, state),
        terms=viewer.terms(*texts, *offers, scene.talk, scene.summary),
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
    return ResultView(
        scene.id,
        scene.title,
        viewer.prose(way.text),
        viewer.prose(way.result),
        viewer.prose(way.summary),
        scene.content,
        viewer.terms(way.result),
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
    first = position - 1
    while playthrough.moments[first].returned:
        first -= 1
        while playthrough.moments[first].state.scene != playthrough.moments[position - 1].state.scene:
            first -= 1
    return playthrough.moments[first:position]


def ending_view(playthrough: Playthrough) -> EndingView | None:
    """Return the ending; None before it is reached."""
    ending = playthrough.ending
    return Viewer(playthrough.story, playthrough.state).ending(ending) if ending else None


def _offer(viewer: Viewer, letter: str) -> ProseView:
    """How a letter lies on the desk: its offer, or its title where the author gave none."""
    scene = viewer.story.scenes[letter]
    offer = scene.waits_in.offer if scene.waits_in else ()
    return viewer.prose(offer) or ((RunView(scene.title),),)


def _leads(scene: Scene, moment: Moment) -> Leads:
    if isinstance(scene.exit, Ending):
        return "ending"
    if moment.over:
        return "over"
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
