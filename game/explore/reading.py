"""Story -> Rules: conditions become formulas, effects assignments, visits cells, the chapter a constant."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.explore.formulas import (
    FALSE,
    TRUE,
    Always,
    Amount,
    Cell,
    Formula,
    every,
    one_of,
    opposite,
    relation,
    some,
)
from game.explore.rules import Assignment, Place, PlaceKind, Road, Rules
from game.story.conditions import (
    All,
    AnyOf,
    Arithmetic,
    Chose,
    Compare,
    Condition,
    Constant,
    CurrentChapter,
    Fixed,
    IsTrue,
    Negative,
    Not,
    Number,
    Read,
    Seen,
)
from game.story.effects import Effect
from game.story.model import (
    CONTINUE,
    RETURN,
    Chance,
    Choices,
    DeckOffer,
    Ending,
    Lesson,
    Next,
    Scene,
    Story,
    Way,
)
from game.story.playthrough import Playthrough, Start


@dataclass(frozen=True, slots=True)
class _Stop:
    """What makes a place: only stops that differ in one of these are different places."""

    scene: str
    offered_by: str | None
    chapter: int
    over: bool = False


def read_rules(story: Story, start: Start | None = None) -> Rules:
    """Return the rules of a story played from a start (the pack's own where none is named)."""
    return _Reader(story, start or Start(story.start)).rules()


class _Reader:
    """Finds the places that written ways connect, and turns each into plain rules."""

    def __init__(self, story: Story, start: Start) -> None:
        self.story, self.start = story, start
        self.cells = [Cell(v.slot, v.minimum, v.maximum, v.id) for v in story.variables]
        self.seen = {scene: self._visit(f"seen({scene})") for scene in sorted(story.watched_scenes)}
        self.chosen = {
            pair: self._visit(f"chose({pair[0]}.{pair[1]})") for pair in sorted(story.watched_ways)
        }
        self.lesson: Lesson | None = next((x for x in story.lessons if x.id == start.lesson), None)
        self.index: dict[_Stop, int] = {}
        self.places: list[Place] = []

    def _visit(self, name: str) -> int:
        self.cells.append(Cell(len(self.cells), 0, 1, name))
        return len(self.cells) - 1

    def rules(self) -> Rules:
        """Return all that can be reached over written ways."""
        begun = Playthrough.begin(self.story, self.start).state
        first = self._place(_Stop(begun.scene, begun.offered_by, begun.chapter))
        stops = list(self.index)
        for stop in stops:  # grows while it is walked
            self.places.append(self._read_place(stop))
            stops += list(self.index)[len(stops) :]
        values = (*begun.values, *(0 for _ in range(len(self.cells) - len(begun.values))))
        return Rules(
            self.story,
            self.start,
            tuple(self.cells),
            tuple(self.places),
            first,
            values,
            self.seen,
            self.chosen,
        )

    def _place(self, stop: _Stop) -> int:
        return self.index.setdefault(stop, len(self.index))

    def _read_place(self, stop: _Stop) -> Place:
        scene, index = self.story.scenes[stop.scene], self.index[stop]
        place = Place(index, stop.scene, stop.offered_by, stop.chapter, "end")
        if stop.over:
            is_shown = bool(self.lesson and self.lesson.close)
            return replace(place, is_shown=is_shown, is_ending=is_shown and isinstance(scene.exit, Ending))
        kind: PlaceKind
        match scene.exit:
            case Ending():
                return replace(place, is_ending=True)
            case Choices():
                kind = "choices"
            case Next():
                kind = "next"
            case Chance():
                kind = "chance"
        roads: list[Road] = []
        limits: list[int | None] = []
        for entry in scene.entries:
            if isinstance(entry, DeckOffer):
                roads += (
                    self._letter(stop, entry, letter, len(limits))
                    for letter in self.story.decks.get(entry.deck, ())
                )
                limits.append(entry.limit)
            else:
                roads.append(self._way(stop, entry, kind))
        return replace(place, kind=kind, roads=tuple(roads), limits=tuple(limits))

    def _letter(self, stop: _Stop, entry: DeckOffer, letter: Scene, offer: int) -> Road:
        waits = letter.waits_in
        assert waits is not None
        opens = [
            self.formula(entry.condition, stop.chapter),
            self.formula(waits.condition, stop.chapter),
        ]
        if not waits.repeat:
            opens.append(one_of(self.cells[self.seen[letter.id]], (0,)))
        leaving = self._leaving(stop, entry, "")
        there = _Stop(letter.id, stop.scene, stop.chapter)
        return Road(
            f"{entry.deck}/{letter.id}",
            entry,
            every(opens),
            (*leaving, *self._entering(there)),
            len(leaving),
            self._place(there),
            offer=offer,
            letter=letter.id,
        )

    def _way(self, stop: _Stop, way: Way, kind: PlaceKind) -> Road:
        leaving = self._leaving(stop, way, way.id)
        there, entering = self._target(stop, way.to)
        return Road(
            CONTINUE if kind == "next" else way.id,
            way,
            self.formula(way.condition, stop.chapter),
            (*leaving, *(self._entering(there) if entering else ())),
            len(leaving),
            self._place(there),
            way.weight,
            is_return=way.to == RETURN,
        )

    def _target(self, stop: _Stop, to: str) -> tuple[_Stop, bool]:
        """Where a way leads, and whether that is an entering: not a return, not past a lesson's end."""
        if to == RETURN:
            return _Stop(stop.offered_by or stop.scene, None, stop.chapter), False
        target, lesson = self.story.scenes[to], self.lesson
        if lesson and target.id != lesson.close and target.chapter not in lesson.chapters:
            if not lesson.close:
                return replace(stop, over=True), False
            target = self.story.scenes[lesson.close]
        over = lesson is not None and target.id == lesson.close
        return _Stop(target.id, None, self.story.chapter_position[target.chapter], over), True

    def _leaving(self, stop: _Stop, entry: Way | DeckOffer, way: str) -> tuple[Assignment, ...]:
        found = [self._assignment(effect, stop.chapter) for effect in entry.effects]
        visits = (self.seen.get(stop.scene), self.chosen.get((stop.scene, way)))
        return (*found, *(Assignment(cell, Amount(1)) for cell in visits if cell is not None))

    def _entering(self, stop: _Stop) -> tuple[Assignment, ...]:
        scene = self.story.scenes[stop.scene]
        found = [self._assignment(effect, stop.chapter) for effect in scene.on_enter]
        if isinstance(scene.exit, Ending) and self.story.you and scene.exit.kind:
            fate = self.story.variable[self.story.you]
            found.append(Assignment(fate.slot, Amount(fate.values.index(scene.exit.kind))))
        return tuple(found)

    def _assignment(self, effect: Effect, chapter: int) -> Assignment:
        amount = amount_of(effect.value, chapter)
        slot = effect.variable.slot
        if effect.sign != "=":
            amount = Amount(0, ((1, (slot,)),)).plus(amount, 1 if effect.sign == "+=" else -1)
        return Assignment(slot, amount)

    def formula(self, condition: Condition | None, chapter: int) -> Formula:
        """Return a condition as it stands in a chapter."""
        return formula_of(condition, chapter, self.cells, self.seen, self.chosen)


def amount_of(number: Number, chapter: int) -> Amount:
    """Return a number expression as it stands in a chapter."""
    match number:
        case Constant(value):
            return Amount(value)
        case Read(variable):
            return Amount(0, ((1, (variable.slot,)),))
        case CurrentChapter():
            return Amount(chapter)
        case Negative(of):
            return Amount(0).plus(amount_of(of, chapter), -1)
        case Arithmetic(sign, left, right):
            a, b = amount_of(left, chapter), amount_of(right, chapter)
            return a.times(b) if sign == "*" else a.plus(b, 1 if sign == "+" else -1)


def formula_of(
    condition: Condition | None,
    chapter: int,
    cells: list[Cell] | tuple[Cell, ...],
    seen: dict[str, int],
    chosen: dict[tuple[str, str], int],
) -> Formula:
    """Return a condition as it stands in a chapter; a visit that no state holds is false."""

    def read(part: Condition) -> Formula:
        return formula_of(part, chapter, cells, seen, chosen)

    match condition:
        case None:
            return TRUE
        case Fixed(value):
            return Always(value)
        case IsTrue(flag):
            return one_of(cells[flag.slot], (1,))
        case Seen(scene):
            return one_of(cells[seen[scene]], (1,)) if scene in seen else FALSE
        case Chose(scene, way):
            return one_of(cells[chosen[scene, way]], (1,)) if (scene, way) in chosen else FALSE
        case Compare(sign, left, right):
            return relation(sign, amount_of(left, chapter).plus(amount_of(right, chapter), -1), cells)
        case Not(part):
            return opposite(read(part), cells)
        case All(parts):
            return every(map(read, parts))
        case AnyOf(parts):
            return some(map(read, parts))
