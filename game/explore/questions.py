"""What is asked of a story's states besides which roads are open: each a formula at a place.

A question is about something written (its key); a letter's passage is asked at each desk it can lie on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.explore.formulas import FALSE, Formula, OneOf, every, opposite
from game.explore.preconditions import TooWide, before_all, exclusive, hits_bound
from game.explore.reading import amount_of, formula_of
from game.explore.rules import Place, Rules
from game.story.conditions import Condition
from game.story.model import DeckOffer

Key = tuple[str | int, ...]
"""What is asked about: ("passage", scene, position), ("blank", scene), ("promise", position), ("stopped" or
"free", scene, step, effect), ("given", chapter), ("asked", scene, entry), ("letter", scene)."""


@dataclass(frozen=True, slots=True)
class Question:
    """Asks whether a formula is ever true, and ever false, at a place as it is shown."""

    about: Key
    place: int
    formula: Formula


def questions(rules: Rules) -> tuple[Question, ...]:
    """Return all questions of a story."""
    return tuple(_Asker(rules).all())


@dataclass(frozen=True)
class _Asker:
    rules: Rules

    def all(self) -> Iterator[Question]:
        for place in self.rules.places:
            yield from self._passages(place)
            yield from self._promises(place)
            yield from self._conditions(place)
            yield from self._bounds(place)
            yield from self._chapter_starts(place)

    def formula(self, condition: Condition | None, place: Place) -> Formula:
        rules = self.rules
        return formula_of(condition, place.chapter, rules.cells, rules.seen, rules.chosen)

    def _passages(self, place: Place) -> Iterator[Question]:
        scene = self.rules.story.scenes[place.scene]
        shown = [self.formula(passage.condition, place) for passage in scene.passages]
        for position, passage in enumerate(scene.passages):
            if passage.condition is not None:
                yield Question(("passage", scene.id, position), place.index, shown[position])
        blank = every(opposite(formula, self.rules.cells) for formula in shown)
        if blank != FALSE:
            yield Question(("blank", scene.id), place.index, blank)

    def _promises(self, place: Place) -> Iterator[Question]:
        for position, promise in enumerate(self.rules.story.promises):
            if promise.kind in ("always", "never"):
                broken = self.formula(promise.condition, place)
                if promise.kind == "always":
                    broken = opposite(broken, self.rules.cells)
                yield Question(("promise", position), place.index, broken)

    def _conditions(self, place: Place) -> Iterator[Question]:
        """What a way asks: of `next`, where nothing before it was open."""
        scene, earlier = self.rules.story.scenes[place.scene], list[Formula]()
        for position, entry in enumerate(scene.entries):
            if place.kind == "end":
                break
            asked = self.formula(entry.condition, place)
            if entry.condition is not None:
                about = ("asked", scene.id, position)
                if place.kind == "next":
                    no = opposite(asked, self.rules.cells)
                    yield Question((*about, "yes"), place.index, every((*earlier, asked)))
                    yield Question((*about, "no"), place.index, every((*earlier, no)))
                else:
                    yield Question(about, place.index, asked)
                earlier.append(opposite(asked, self.rules.cells))
            if isinstance(entry, DeckOffer):
                for letter in self.rules.story.decks.get(entry.deck, ()):
                    if letter.waits_in and letter.waits_in.condition is not None:
                        at_desk = self.formula(letter.waits_in.condition, place)
                        yield Question(("letter", letter.id), place.index, at_desk)

    def _bounds(self, place: Place) -> Iterator[Question]:
        """Effects that are stopped at a bound: on each road, together with those before them."""
        story, cells = self.rules.story, self.rules.cells
        negated = [opposite(road.opens, cells) for road in place.roads]
        for position, road in enumerate(place.roads):
            entered = self.rules.places[road.to].scene
            open_now = exclusive(place, position, negated)
            for number, assignment in enumerate(road.assignments):
                if assignment.cell >= len(story.variables) or not assignment.amount.reads:
                    continue
                where: Key = (place.scene, road.step, number)
                if number >= road.leaving:
                    where = (entered, "", number - road.leaving)
                stopped = hits_bound(assignment, cells)
                earlier = road.assignments[:number]
                try:
                    yes = before_all(stopped, earlier, cells)
                    no = before_all(opposite(stopped, cells), earlier, cells)
                except TooWide:
                    continue
                yield Question(("stopped", *where), place.index, every((open_now, yes)))
                yield Question(("free", *where), place.index, every((open_now, no)))

    def _chapter_starts(self, place: Place) -> Iterator[Question]:
        """Roads that arrive at a chapter's start with the values that it gives."""
        cells = self.rules.cells
        negated = [opposite(road.opens, cells) for road in place.roads]
        for chapter in self.rules.story.chapters:
            given = every(
                self._given(effect.variable.slot, amount_of(effect.value, 0).constant)
                for effect in chapter.given
            )
            for position, road in enumerate(place.roads):
                if self.rules.places[road.to].scene != chapter.start or road.is_return:
                    continue
                try:
                    arrives = before_all(given, road.assignments[: road.leaving], cells)
                except TooWide:
                    continue
                yield Question(
                    ("given", chapter.id),
                    place.index,
                    every((exclusive(place, position, negated), arrives)),
                )

    def _given(self, cell: int, value: int) -> Formula:
        return OneOf(cell, frozenset((value,)))
