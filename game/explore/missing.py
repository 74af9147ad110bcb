"""What no playthrough meets: said only where every state is known, and with their number."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from game.explore.findings import Finding, Severity
from game.explore.proof import Proof
from game.explore.unread import unread_variables
from game.explore.wording import condition_words, quantity, way_words
from game.story.conditions import Condition
from game.story.model import Chance, Choices, DeckOffer, Ending, Next, Scene, Story, Way


def missing(proof: Proof, chapters: Collection[str] | None = None) -> Iterator[Finding]:
    """Yield warnings and notes about what can never be reached, shown, met or different.

    With `chapters` only what their scenes show: of the rest a start in them says nothing.
    """
    if chapters is not None:
        if proof.is_whole or proof.is_divided:
            yield from _Missing(proof).scenes(chapters)
        return
    for variable in unread_variables(proof.story):
        text = f"The variable {variable} is never read: no condition asks for it and no text shows it."
        yield Finding("warning", "variable-unread", text)
    if proof.is_whole or proof.is_divided:
        yield from _Missing(proof).all()


@dataclass(frozen=True)
class _Missing:
    proof: Proof

    @property
    def closes(self) -> set[str]:
        """The scenes that end a lesson: who plays it comes there, though the whole story need not."""
        return {lesson.close for lesson in self.proof.story.lessons if lesson.close}

    def all(self) -> Iterator[Finding]:
        yield from self.scenes(self.proof.story.chapter_position, but=self.closes)
        yield from self.stopped()
        yield from self.chapters()
        yield from self.facts()
        yield from self.people()

    def scenes(self, chapters: Collection[str], but: Collection[str] = ()) -> Iterator[Finding]:
        for scene in self.proof.story.scenes.values():
            if scene.chapter not in chapters:
                continue
            if not self.is_reached(scene.id):
                if scene.id not in but and not self.is_unknown(
                    "here", (place.index for place in self.proof.rules.places_of(scene.id))
                ):
                    yield self.scene_never(scene)
                continue
            yield from self.ways(scene)
            yield from self.passages(scene)

    def never(self, severity: Severity, kind: str, text: str, scene: str = "", way: str = "") -> Finding:
        return Finding(
            severity, kind, f"{text} (in none of {quantity(self.proof.states, 'state')}).", scene, way
        )

    def is_reached(self, scene: str) -> bool:
        return any(place.index in self.proof.roads.reached for place in self.proof.rules.places_of(scene))

    def scene_never(self, scene: Scene) -> Finding:
        if isinstance(scene.exit, Ending):
            text = f"The ending {scene.exit.id} ({scene.exit.title}) can never be reached"
            return self.never("warning", "ending-never", text, scene.id)
        if scene.waits_in:
            text = f"The letter {scene.id} never lies on a desk"
            return self.never("warning", "letter-never", text, scene.id)
        return self.never("warning", "scene-never", f"The scene {scene.id} can never be reached", scene.id)

    def ways(self, scene: Scene) -> Iterator[Finding]:
        for position, entry in enumerate(scene.entries):
            about = ("asked", scene.id, position)
            if not isinstance(entry, DeckOffer) and not self._is_taken(scene, entry):
                if self._is_way_unknown(scene, entry):
                    continue
                yield self._way_never(scene, entry)
            elif self._always(about):
                yield self._always_true(scene, f"the way {way_words(entry)}", entry.condition)
        if scene.waits_in and self._always(("letter", scene.id)):
            yield self._always_true(scene, "the letter", scene.waits_in.condition)

    def _always(self, about: tuple[str | int, ...]) -> bool:
        answers = self.proof.answers
        if (*about, "no") in answers:
            return answers[*about, "no"].is_never_true and answers[*about, "yes"].is_ever_true
        return about in answers and answers[about].is_never_false and answers[about].is_ever_true

    def _is_taken(self, scene: Scene, entry: Way) -> bool:
        return any(
            (place.index, road) in self.proof.roads.opened
            for place in self.proof.rules.places_of(scene.id)
            for road, written in enumerate(place.roads)
            if written.entry is entry
        )

    def is_unknown(self, kind: str, places: Iterable[int]) -> bool:
        """Whether a divided proof was stopped before it could tell this of some of the places."""
        return any(self.proof.answers[kind, place].is_bounded for place in places)

    def _is_way_unknown(self, scene: Scene, entry: Way) -> bool:
        return any(
            self.proof.answers["open", place.index, position].is_bounded
            or self.proof.answers["here", place.index].is_bounded
            for place in self.proof.rules.places_of(scene.id)
            for position, road in enumerate(place.roads)
            if road.entry is entry
        )

    def _way_never(self, scene: Scene, entry: Way) -> Finding:
        name, where = way_words(entry), f"{scene.id}.{entry.id}" if entry.id else scene.id
        asks = f": {condition_words(entry.condition, self.proof.story)}" if entry.condition else ""
        match scene.exit:
            case Choices() if entry.locked:
                text = f"The choice {where} is always locked{asks}"
                return self.never("warning", "choice-always-locked", text, scene.id, entry.id)
            case Choices():
                text = f"The choice {where} can never be made{asks}"
                return self.never("warning", "choice-never", text, scene.id, entry.id)
            case Chance():
                text = f"In {scene.id} chance can never draw {name}{asks}"
                return self.never("warning", "draw-never", text, scene.id, entry.id)
            case Next() | Ending():
                text = f"In {scene.id} Continue never takes the entry {name}{asks}"
                return self.never("warning", "next-never", text, scene.id, entry.id)

    def _always_true(self, scene: Scene, what: str, condition: Condition | None) -> Finding:
        asks = condition_words(condition, self.proof.story)
        text = f"In {scene.id} the condition of {what} is always true: {asks}"
        return Finding("note", "condition-always-true", text + ".", scene.id)

    def passages(self, scene: Scene) -> Iterator[Finding]:
        for position, passage in enumerate(scene.passages):
            answer = self.proof.answers[("passage", scene.id, position)]
            if passage.condition is None or ("passage", scene.id, position) not in self.proof.answers:
                continue
            asks = condition_words(passage.condition, self.proof.story)
            if answer.is_never_true:
                text = f"In {scene.id} passage {position + 1} is never shown: {asks}"
                yield self.never("warning", "passage-never", text, scene.id)
            elif answer.is_never_false:
                yield self._always_true(scene, f"passage {position + 1}", passage.condition)

    def stopped(self) -> Iterator[Finding]:
        for key in self.proof.answers:
            if key[0] != "stopped" or not self.proof.answers[key].is_ever_true:
                continue
            _, scene, step, number = key
            free = self.proof.answers["free", scene, step, number]
            if free.is_never_true:
                where = f"on {scene}.{step}" if step else f"on entering {scene}"
                text = f"Effect {int(number) + 1} {where} always stops at a bound of its variable."
                yield Finding("note", "effect-at-bound", text, str(scene), str(step))

    def chapters(self) -> Iterator[Finding]:
        story, rules = self.proof.story, self.proof.rules
        for chapter in story.chapters:
            begins = chapter.start == story.start and all(
                story.variables[e.variable.slot].start == getattr(e.value, "value", None)
                for e in chapter.given
            )
            answer = self.proof.answers["given", chapter.id]
            if begins or answer.is_ever_true or answer.is_bounded or not chapter.given:
                continue
            given = ", ".join(
                f"{e.variable.id} = {e.variable.name_of(getattr(e.value, 'value', 0))}" for e in chapter.given
            )
            arrives = (
                "arrives there with"
                if rules.places_of(chapter.start)
                else "arrives there at all, so not with"
            )
            text = f"The start of chapter {chapter.id} is impossible: no playthrough {arrives} {given}"
            yield self.never("warning", "chapter-start-impossible", text, chapter.start)

    def facts(self) -> Iterator[Finding]:
        met = {fact for close in self.closes for fact in self.proof.story.scenes[close].facts}
        for place in self.proof.rules.places:
            if place.index in self.proof.roads.reached:
                scene = self.proof.story.scenes[place.scene]
                met.update(scene.facts)
                if isinstance(scene.exit, Ending):
                    met.update(scene.exit.facts)
        for index, road in self.proof.roads.opened:
            met.update(self.proof.rules.places[index].roads[road].entry.facts)
        told = facts_of_the_debrief(self.proof.story)
        for fact in self.proof.story.facts:
            if fact in met:
                continue
            if fact in told:
                text = (
                    f"No scene meets the fact {fact}; it is told in the debrief or the teacher's pages alone"
                )
                yield self.never("note", "fact-in-debrief-only", text)
            else:
                yield self.never("warning", "fact-never", f"No playthrough meets the fact {fact}")

    def people(self) -> Iterator[Finding]:
        story, met = self.proof.story, {self.proof.story.you}
        for place in self.proof.rules.places:
            if place.index in self.proof.roads.reached:
                scene = story.scenes[place.scene]
                met.update((*scene.show, scene.seat))
                for position, passage in enumerate(scene.passages):
                    key = ("passage", scene.id, position)
                    if passage.condition is None or not self.proof.answers[key].is_never_true:
                        met.add(passage.who)
        for index, position in self.proof.roads.opened:
            road = self.proof.rules.places[index].roads[position]
            met.update(self.proof.rules.cells[a.cell].name for a in road.assignments)
        for person in story.people:
            if person not in met:
                # Somebody may well be written about and never be seen: whether so, only a reader can tell.
                yield self.never("note", "person-never", f"{person} is never shown and never speaks")


def facts_of_the_debrief(story: Story) -> set[str]:
    """Return the facts of pages beside the scenes: afterlife, readings, questions, figures, people."""
    found = {fact for person in story.people.values() for fact in person.drawn_from}
    for part in (story.figures.values(), story.questions.values(), story.afterlife):
        found.update(fact for entry in part for fact in entry.facts)
    found.update(fact for reading in story.readings.values() for fact in reading.cites)
    return found
