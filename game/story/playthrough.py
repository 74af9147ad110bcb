"""A playthrough: a Start and the steps taken, folded into Moments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from game.story.conditions import Constant, holds
from game.story.decks import offered
from game.story.effects import Change, Effect, apply
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
from game.story.state import State

StepKind = Literal["pick", "letter", "continue", "draw"]


class WayClosed(ValueError):
    """Raised when a step names a way that is not open in the scene."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a playthrough begins: a scene and what is given.

    `given` maps variable ids to values as an author writes them (`{"standing": "60"}`). `lesson` is the id of
    the lesson whose end closes the playthrough. New game, chapter, lesson and preview differ only in this.
    """

    scene: str
    given: Mapping[str, str] = field(default_factory=dict)
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One way taken out of one scene."""

    scene: str
    way: str


@dataclass(frozen=True, slots=True)
class OpenWay:
    """A way that is open now. `letter` is the deck scene it opens; `entry` is what was written."""

    id: str
    entry: Way | DeckOffer
    to: str
    letter: str = ""

    @property
    def written_id(self) -> str:
        """The id that `chose` knows it by; empty for a letter and for a `next` entry without one."""
        return self.entry.id if isinstance(self.entry, Way) else ""


@dataclass(frozen=True, slots=True)
class Moment:
    """One stop of a playthrough: the step behind it (None at the start), and the state as the scene is shown.

    `taken` is the open way that led here. `changes` are those of the step and of entering the scene.
    `returned` says that a letter led back to the scene that offered it; `over` that nothing comes after.
    """

    state: State
    step: Step | None = None
    kind: StepKind | None = None
    taken: OpenWay | None = None
    changes: tuple[Change, ...] = ()
    returned: bool = False
    over: bool = False


@dataclass(frozen=True)
class Playthrough:
    """A Start and a tuple of Moments; every step makes a new Playthrough.

    `answers` is what was written to the questions of the debrief, by question id. No rule reads it.
    `votes` are the hands that a class raised: position of the moment -> id of the way -> hands. No rule
    reads them either.
    """

    story: Story
    start: Start
    moments: tuple[Moment, ...]
    answers: Mapping[str, str] = field(default_factory=dict)
    votes: Mapping[int, Mapping[str, int]] = field(default_factory=dict)

    @classmethod
    def begin(cls, story: Story, start: Start | None = None) -> Playthrough:
        """Begin at `start`, or where the pack says. Raises ValueError for an unknown scene or value."""
        start = start or Start(story.start)
        if start.scene not in story.scenes:
            raise ValueError(f"there is no scene {start.scene}")
        values = [variable.start for variable in story.variables]
        for name, written in start.given.items():
            variable = story.variable.get(name)
            value = variable.value_of(written) if variable else None
            if variable is None or value is None:
                raise ValueError(f"{name} cannot be {written}")
            values[variable.slot] = value
        scene = story.scenes[start.scene]
        offered_by = _first_to_offer(story, scene)
        chapter = story.scenes[offered_by].chapter if offered_by else scene.chapter
        blank = State(scene.id, story.chapter_position[chapter], tuple(values), offered_by)
        return cls(story, start, (_entered(story, scene, blank, Moment(blank)),))

    @property
    def state(self) -> State:
        """The state now."""
        return self.moments[-1].state

    @property
    def scene(self) -> Scene:
        """The scene now."""
        return self.story.scenes[self.state.scene]

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that is being played, if any."""
        return next((lesson for lesson in self.story.lessons if lesson.id == self.start.lesson), None)

    @property
    def ending(self) -> Ending | None:
        """The ending, once it is reached."""
        return self.scene.exit if isinstance(self.scene.exit, Ending) else None

    @property
    def is_over(self) -> bool:
        """Whether nothing comes after this moment but the debrief."""
        return self.moments[-1].over

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps taken so far; with the start, all there is to save."""
        return tuple(moment.step for moment in self.moments if moment.step)

    @cached_property
    def ways(self) -> tuple[OpenWay, ...]:
        """The ways open now, in the pack's order; for `next` the one that will be taken."""
        return () if self.is_over else open_ways(self.story, self.state)

    def choose(self, way: str) -> Playthrough:
        """Take an open way by its id (Continue is CONTINUE; a draw passes the id drawn). Raises WayClosed."""
        taken = next((open_way for open_way in self.ways if open_way.id == way), None)
        if taken is None:
            raise WayClosed(f"{way} is not open in {self.state.scene}")
        return replace(self, moments=(*self.moments, self._moment_after(taken)))

    def back(self) -> Playthrough:
        """Drop the last step; at the start, the same playthrough."""
        return self.back_to(max(0, len(self.moments) - 2))

    def back_to(self, moment: int) -> Playthrough:
        """Drop all that came after the moment of this position."""
        if moment >= len(self.moments) - 1:
            return self
        votes = {position: hands for position, hands in self.votes.items() if position <= moment}
        return replace(self, moments=self.moments[: moment + 1], votes=votes)

    def answered(self, question: str, answer: str) -> Playthrough:
        """Keep what was written to a question (an id); an answer of nothing but spaces is taken back."""
        kept = {known: text for known, text in self.answers.items() if known != question}
        return replace(self, answers={**kept, question: answer} if answer.strip() else kept)

    def voted(self, way: str, hands: int) -> Playthrough:
        """Keep how many hands went up for a way out of the present page; 0 hands are hands counted too."""
        here = len(self.moments) - 1
        return replace(self, votes={**self.votes, here: {**self.votes.get(here, {}), way: hands}})

    def _moment_after(self, taken: OpenWay) -> Moment:
        here, scene, story = self.state, self.scene, self.story
        state, changes = apply(taken.entry.effects, here)
        if scene.id in story.watched_scenes:
            state = replace(state, seen=state.seen | {scene.id})
        if (scene.id, taken.written_id) in story.watched_ways:
            state = replace(state, chosen=state.chosen | {(scene.id, taken.written_id)})
        moment = Moment(state, Step(scene.id, taken.id), _kind_of(scene, taken), taken, changes)
        return self._arrive(taken, moment)

    def _arrive(self, taken: OpenWay, moment: Moment) -> Moment:
        story, state = self.story, moment.state
        returned = taken.to == RETURN
        target = story.scenes[state.offered_by or state.scene] if returned else story.scenes[taken.to]
        if returned:
            state = replace(state, scene=target.id, offered_by=None)
            return replace(moment, state=state, returned=True)
        if taken.letter:
            return _entered(
                story, target, replace(state, scene=target.id, offered_by=self.state.scene), moment
            )
        lesson = self.lesson
        if lesson and target.id != lesson.close and target.chapter not in lesson.chapters:
            if not lesson.close:
                return replace(moment, over=True)
            target = story.scenes[lesson.close]
        chapter = story.chapter_position[target.chapter]
        arrived = replace(state, scene=target.id, chapter=chapter, offered_by=None)
        moment = _entered(story, target, arrived, moment)
        return replace(moment, over=True) if lesson and target.id == lesson.close else moment


def open_ways(story: Story, state: State) -> tuple[OpenWay, ...]:
    """Return the ways open in a state: choices and letters, the entry Continue takes, or the draws."""
    match story.scenes[state.scene].exit:
        case Choices(entries):
            return tuple(way for entry in entries for way in _offered_ways(story, entry, state))
        case Next(entries):
            taken = next((entry for entry in entries if holds(entry.condition, state)), None)
            return (OpenWay(CONTINUE, taken, taken.to),) if taken else ()
        case Chance(entries):
            return tuple(OpenWay(e.id, e, e.to) for e in entries if holds(e.condition, state))
        case _:
            return ()


def drawn(ways: tuple[OpenWay, ...], lot: float) -> OpenWay:
    """Return the way that a lot in 0..1 (1 excluded) draws by weight. The caller brings the chance."""
    weights = [way.entry.weight if isinstance(way.entry, Way) else 1 for way in ways]
    left = lot * sum(weights)
    for way, weight in zip(ways, weights, strict=True):
        left -= weight
        if left < 0:
            return way
    return ways[-1]


def _offered_ways(story: Story, entry: Way | DeckOffer, state: State) -> tuple[OpenWay, ...]:
    if isinstance(entry, DeckOffer):
        letters = offered(story, entry, state)
        return tuple(OpenWay(f"{entry.deck}/{s.id}", entry, s.id, letter=s.id) for s in letters)
    return (OpenWay(entry.id, entry, entry.to),) if holds(entry.condition, state) else ()


def _kind_of(scene: Scene, taken: OpenWay) -> StepKind:
    if taken.letter:
        return "letter"
    return (
        "pick"
        if isinstance(scene.exit, Choices)
        else "draw"
        if isinstance(scene.exit, Chance)
        else "continue"
    )


def _first_to_offer(story: Story, scene: Scene) -> str | None:
    """A letter opened alone returns to the first scene, by id, that offers its deck."""
    if scene.waits_in is None:
        return None
    deck = scene.waits_in.deck
    return min(
        (
            other.id
            for other in story.scenes.values()
            for entry in other.entries
            if isinstance(entry, DeckOffer) and entry.deck == deck
        ),
        default=None,
    )


def _entered(story: Story, scene: Scene, state: State, moment: Moment) -> Moment:
    """The moment with the scene's `on_enter` run, and an ending's fate given to the player's person."""
    effects = scene.on_enter
    if isinstance(scene.exit, Ending) and story.you and scene.exit.kind:
        fate = story.variable[story.you]
        effects = (*effects, Effect(fate, "=", Constant(fate.values.index(scene.exit.kind))))
    state, changes = apply(effects, state)
    over = isinstance(scene.exit, Ending)
    return replace(moment, state=state, changes=(*moment.changes, *changes), over=over)
