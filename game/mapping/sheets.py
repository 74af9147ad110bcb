"""Every scene as an author wrote it: all passages with their conditions, all ways with their effects.

Not game.story.views: those show one state, and leave out what it closes. Variables stand here as `{hours}`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.explore.wording import condition_words, effect_words
from game.mapping.boxes import ending_words
from game.mapping.graph import StoryGraph
from game.story import words
from game.story.conditions import Condition
from game.story.effects import Effect
from game.story.model import RETURN, Chance, Choices, DeckOffer, Ending, Passage, Scene, Way
from game.story.prose import LineBreak, Prose, Slot, plain_text
from game.story.state import State
from game.story.viewer import Viewer
from game.story.views import FactView, ProseView, RunView


@dataclass(frozen=True, slots=True)
class SceneLink:
    """Another scene that is named: its id and title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class PassageSheet:
    """One block of text. `label` says what it is: a document's kind and title, who speaks, a picture."""

    kind: str
    condition: str
    label: str
    text: ProseView
    provenance: str
    note: ProseView


@dataclass(frozen=True, slots=True)
class WaySheet:
    """One way out; `to` are all scenes to which it can lead (a deck's letters, a letter's desks)."""

    id: str
    text: ProseView
    condition: str
    locked: ProseView
    effects: tuple[str, ...]
    result: ProseView
    debrief: ProseView
    share: str
    leads: str
    to: tuple[SceneLink, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SceneSheet:
    """A scene as the list below the picture shows it."""

    id: str
    title: str
    date: str
    place: str
    provenance: str
    marks: tuple[str, ...]
    is_lost: bool
    content: str
    people: str
    seat: str
    deck: tuple[tuple[str, str], ...]
    desks: tuple[SceneLink, ...]
    reached_from: tuple[SceneLink, ...]
    on_enter: tuple[str, ...]
    passages: tuple[PassageSheet, ...]
    talk: ProseView
    ways_heading: str
    ways: tuple[WaySheet, ...]
    ending: str
    epilogue: ProseView
    facts: tuple[str, ...]


class Sheets:
    """Makes the sheets of a story; texts are shared, nothing is computed twice for one scene."""

    def __init__(self, graph: StoryGraph) -> None:
        self.graph = graph
        self.story = graph.story
        self._trays = {tray.name: tray.letters for tray in graph.trays}
        self._from: dict[str, dict[str, None]] = {}
        for arrow in graph.arrows:
            for target in self._trays.get(arrow.target, (arrow.target,)):
                self._from.setdefault(target, {})[arrow.source] = None

    def sheet(self, scene: Scene) -> SceneSheet:
        """Return a scene's sheet."""
        ending = scene.exit if isinstance(scene.exit, Ending) else None
        desks = self.graph.desks_of(scene.waits_in.deck) if scene.waits_in else ()
        facts = dict.fromkeys((*scene.facts, *(ending.facts if ending else ())))
        return SceneSheet(
            id=scene.id,
            title=scene.title,
            date=words.long_date(scene.date),
            place=" ".join(plain_text(self.story.pictures.get(scene.place, ())).split()) or scene.place,
            provenance=words.PROVENANCE_MEANING[scene.provenance],
            marks=self._marks(scene),
            is_lost=scene.id not in self.graph.reached,
            content=", ".join(scene.content),
            people=", ".join(self.story.people[person].name for person in scene.show),
            seat=self.story.people[scene.seat].name if scene.seat else "",
            deck=tuple(self._deck(scene)),
            desks=self._links(desks),
            reached_from=() if desks else self._links(self._from.get(scene.id, ())),
            on_enter=self._effects(scene.on_enter),
            passages=tuple(self._passage(passage) for passage in scene.passages),
            talk=shown(scene.talk),
            ways_heading=_ways_heading(scene),
            ways=tuple(self._way(scene, entry) for entry in scene.entries),
            ending=f"{ending.title} ({ending.id})" if ending else "",
            epilogue=shown(ending.epilogue) if ending else (),
            facts=tuple(facts),
        )

    def facts(self, sheets: Iterable[SceneSheet]) -> tuple[FactView, ...]:
        """Return every fact that the sheets name, each once, in the pack's order."""
        listed = list(sheets)
        named = {fact for sheet in listed for fact in sheet.facts}
        named |= {fact for sheet in listed for way in sheet.ways for fact in way.facts}
        # Facts show no variable, so any values will do.
        start = State(self.story.start, 0, tuple(variable.start for variable in self.story.variables))
        return Viewer(self.story, start).facts(fact for fact in self.story.facts if fact in named)

    def _marks(self, scene: Scene) -> tuple[str, ...]:
        chapter = next((c.title for c in self.story.chapters if c.start == scene.id), "")
        marks = [
            "Start of the story" if scene.id == self.story.start else "",
            f"Start of the chapter {chapter}" if chapter else "",
            "Letter" if scene.waits_in else "",
            f"From the chair of {self.story.people[scene.seat].name}" if scene.seat else "",
            ending_words(self.graph, scene.exit) if isinstance(scene.exit, Ending) else "",
            "From the extension" if scene.from_extension else "",
        ]
        return tuple(mark for mark in marks if mark)

    def _deck(self, scene: Scene) -> Iterable[tuple[str, str]]:
        place = scene.waits_in
        if place is None:
            return
        yield "Waits in the deck", place.deck
        if place.condition:
            yield "Lies there if", condition_words(place.condition, self.story)
        if place.offer:
            yield "Lies there as", " ".join(plain_text(place.offer).split())
        if place.priority:
            yield "Priority", str(place.priority)
        if place.repeat:
            yield "Repeat", "comes back each time"

    def _passage(self, passage: Passage) -> PassageSheet:
        described = " ".join(plain_text(self.story.pictures.get(passage.picture, ())).split())
        label = {
            "document": ": ".join(
                part for part in (words.DOCUMENT.get(passage.document or "", ""), passage.title) if part
            ),
            "speech": self.story.people[passage.who].name if passage.who else "",
            "picture": f"Picture: {described or passage.picture}",
            "text": "",
        }[passage.kind]
        condition = self._condition(passage.condition)
        provenance = passage.provenance or ""
        return PassageSheet(
            passage.kind, condition, label, shown(passage.text), provenance, shown(passage.note)
        )

    def _way(self, scene: Scene, entry: Way | DeckOffer) -> WaySheet:
        condition, effects = self._condition(entry.condition), self._effects(entry.effects)
        if isinstance(entry, DeckOffer):
            letters = [letter.id for letter in self.story.decks.get(entry.deck, ())]
            limit = "all that lie there" if entry.limit is None else f"at most {entry.limit} at once"
            return WaySheet(
                id=f"from_deck {entry.deck}",
                text=((RunView(f"The letters of the tray {entry.deck}: {limit}"),),),
                condition=condition,
                locked=(),
                effects=effects,
                result=(),
                debrief=shown(entry.debrief),
                share="",
                leads="Offers",
                to=self._links(letters),
                facts=entry.facts,
            )
        back = self.graph.desks_of(scene.waits_in.deck) if scene.waits_in else ()
        weight = f"weight {entry.weight}" if isinstance(scene.exit, Chance) else ""
        taken = self.graph.heat.ways.get((scene.id, entry.id), "") if self.graph.heat else ""
        return WaySheet(
            id=entry.id,
            text=shown(entry.text),
            condition=condition,
            locked=shown(entry.locked),
            effects=effects,
            result=shown(entry.result),
            debrief=shown(entry.debrief),
            share=", ".join(part for part in (weight, taken) if part),
            leads="Returns to the desk" if entry.to == RETURN else "Leads to",
            to=self._links(back if entry.to == RETURN else (entry.to,)),
            facts=entry.facts,
        )

    def _condition(self, condition: Condition | None) -> str:
        return condition_words(condition, self.story) if condition else ""

    def _effects(self, effects: Iterable[Effect]) -> tuple[str, ...]:
        return tuple(effect_words(effect, self.story) for effect in effects)

    def _links(self, scenes: Iterable[str]) -> tuple[SceneLink, ...]:
        return tuple(SceneLink(scene, self.story.scenes[scene].title) for scene in scenes)


def _ways_heading(scene: Scene) -> str:
    if isinstance(scene.exit, Ending):
        return ""
    if isinstance(scene.exit, Choices):
        return "Choices"
    return "Chance decides" if isinstance(scene.exit, Chance) else "Continue: the first whose condition holds"


def shown(prose: Prose) -> ProseView:
    """Return parsed text as a view, a variable's place as `{its id}`."""
    return tuple(
        tuple(
            RunView("\n")
            if isinstance(run, LineBreak)
            else RunView("{" + run.variable + "}", run.style)
            if isinstance(run, Slot)
            else RunView(run.text, run.style)
            for run in paragraph
        )
        for paragraph in prose
    )
