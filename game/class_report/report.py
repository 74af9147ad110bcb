"""From a class's tallies to what the report shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.class_report.gathering import Gathered
from game.class_report.roads import start_name
from game.class_report.tally import Tally
from game.class_report.views import (
    BadLineView,
    ClassView,
    DecisionCountView,
    EndCountView,
    FateCountView,
    StartCountView,
    WayCountView,
)
from game.story import words
from game.story.code_signs import WrongCode
from game.story.model import Chance, DeckOffer, Ending, Scene, Story, Way
from game.story.playthrough import Playthrough
from game.story.replay_code import declared_starts
from game.story.viewer import Viewer
from game.story.views import ProseView, RunView

MOST_SPLIT = 5
"""Decisions that are shown first, with their questions."""


def class_view(story: Story, found: Gathered) -> ClassView:
    """Return the report of what a file of codes held."""
    order = {start_name(story, start): at for at, start in enumerate(declared_starts(story))}
    names = sorted(found.tallies, key=lambda name: (order.get(name, len(order)), name))
    without = found.faults["empty"]
    return ClassView(
        story=story.id,
        title=story.title,
        version=story.version,
        language=story.language,
        lines=found.lines,
        codes=found.codes,
        repeats=found.repeats,
        starts=tuple(_Started(story, name, found.tallies[name]).view() for name in names),
        bad=tuple(
            BadLineView(bad.line, str(WrongCode(bad.fault, bad.group)))
            for bad in found.bad
            if bad.fault != "empty"
        ),
        bad_in_all=found.faults.total() - without,
        without_code=without,
    )


class _Started:
    """The report on the playthroughs of one start."""

    def __init__(self, story: Story, name: str, tally: Tally) -> None:
        self.story, self.name, self.tally = story, name, tally
        # Slots in the text of a choice read as they do at the beginning: every playthrough has its own.
        self.viewer = Viewer(story, Playthrough.begin(story).state)

    def view(self) -> StartCountView:
        """Return it."""
        kind, _, id = self.name.partition(" ")
        decisions = tuple(self._decision(scene) for scene in self.story.scenes.values() if self._faced(scene))
        split = sorted((d for d in decisions if d.apart), key=lambda decision: -decision.apart)[:MOST_SPLIT]
        return StartCountView(
            kind=kind,  # type: ignore[arg-type] # start_name gives one of the four
            title=_title_of_start(self.story, kind, id),
            played=self.tally.played,
            endings=tuple(self._ends(self.tally.endings)),
            stopped=tuple(self._ends(self.tally.stopped)),
            split=tuple(decision.scene for decision in split),
            decisions=decisions,
            fates=tuple(self._fates()),
            unmet=self.viewer.facts(fact for fact in self._meetable() if not self.tally.facts[fact]),
        )

    def _faced(self, scene: Scene) -> bool:
        return self.tally.faced[scene.id] > 0

    def _decision(self, scene: Scene) -> DecisionCountView:
        offers = [entry for entry in scene.entries if isinstance(entry, DeckOffer)]
        ways = tuple(self._way(scene, entry) for entry in scene.entries if isinstance(entry, Way))
        papers = tuple(paper for offer in offers for paper in self._papers(scene, offer))
        is_chance = isinstance(scene.exit, Chance)
        facts = {fact.id: fact for way in (*ways, *papers) for fact in way.facts}
        return DecisionCountView(
            scene=scene.id,
            title=scene.title,
            date=words.long_date(scene.date),
            kind="chance" if is_chance else "desk" if offers else "choice",
            faced=self.tally.faced[scene.id],
            apart=0 if is_chance or offers else self._apart(scene),
            ways=ways,
            papers=papers,
            facts=tuple(facts.values()) or self.viewer.facts(scene.facts),
            questions=self._questions(scene),
        )

    def _way(self, scene: Scene, way: Way) -> WayCountView:
        key = (scene.id, way.id)
        text = way.text
        shown = self.viewer.prose(text) if text else self._title_behind(way)
        return WayCountView(
            way.id,
            shown,
            self.tally.taken[key],
            self.tally.open_to[key],
            self.viewer.prose(way.debrief),
            self.viewer.facts(way.facts),
        )

    def _title_behind(self, way: Way) -> ProseView:
        """A draw has no words of its own: it is named after the page that it leads to."""
        to = self.story.scenes.get(way.to)
        return ((RunView(to.title if to else way.id),),)

    def _papers(self, scene: Scene, offer: DeckOffer) -> Iterator[WayCountView]:
        """The papers of a desk that lay there for somebody, in the order in which they lie."""
        facts, debrief = self.viewer.facts(offer.facts), self.viewer.prose(offer.debrief)
        for letter in self.story.decks.get(offer.deck, ()):
            key = (scene.id, f"{offer.deck}/{letter.id}")
            if self.tally.open_to[key]:
                text: ProseView = ((RunView(letter.title),),)
                yield WayCountView(
                    key[1], text, self.tally.taken[key], self.tally.open_to[key], debrief, facts
                )

    def _apart(self, scene: Scene) -> int:
        """Of 100 pairs of all playthroughs of this start, how many chose differently here."""
        taken = [self.tally.taken[scene.id, entry.id] for entry in scene.entries if isinstance(entry, Way)]
        if sum(taken) > self.tally.faced[scene.id]:
            return 0  # somebody came back and took another way: who differed from whom is not known
        pairs = self.tally.played * (self.tally.played - 1) // 2
        differing = (sum(taken) ** 2 - sum(count**2 for count in taken)) // 2
        return round(100 * differing / pairs) if pairs else 0

    def _questions(self, scene: Scene) -> tuple[ProseView, ...]:
        about = {scene.id, *(f"{scene.id}.{entry.id}" for entry in scene.entries if isinstance(entry, Way))}
        return tuple(self.viewer.prose(q.text) for q in self.story.questions.values() if q.about in about)

    def _ends(self, counted: dict[str, int]) -> Iterator[EndCountView]:
        labels = dict(self.story.fates)
        for id in self.story.scenes:
            if counted.get(id):
                scene = self.story.scenes[id]
                ending = scene.exit if isinstance(scene.exit, Ending) else None
                title, fate = (ending.title, labels.get(ending.kind, "")) if ending else (scene.title, "")
                yield EndCountView(id, title, fate, counted[id])

    def _fates(self) -> Iterator[FateCountView]:
        """Everybody whose fate changed in some playthrough."""
        for person in self.story.people.values():
            fate = self.story.variable.get(person.id)
            if fate is None or self.tally.fates[person.id, fate.start] == self.tally.played:
                continue
            counts = [
                (fate.shown(value), self.tally.fates[person.id, value]) for value in range(len(fate.values))
            ]
            yield FateCountView(person.id, person.name, tuple(pair for pair in counts if pair[1]))

    def _meetable(self) -> Iterable[str]:
        """The facts of all pages of the chapters that somebody came through, in the pack's order."""
        scenes = self.story.scenes
        chapters = {scenes[id].chapter for id in self.tally.scenes}
        named: set[str] = set()
        for scene in scenes.values():
            if scene.chapter in chapters:
                named.update(scene.facts)
                named.update(fact for entry in scene.entries for fact in entry.facts)
                named.update(scene.exit.facts if isinstance(scene.exit, Ending) else ())
        return (fact for fact in self.story.facts if fact in named)


def _title_of_start(story: Story, kind: str, id: str) -> str:
    match kind:
        case "chapter":
            return story.chapters[story.chapter_position[id]].title
        case "lesson":
            return next(lesson.title for lesson in story.lessons if lesson.id == id)
        case "scene":
            return story.scenes[id].title
    return story.title
