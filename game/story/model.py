"""Frozen content of a story: what the compiler makes of a pack, and what a playthrough reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from game.story.conditions import Chose, Condition, Seen, parts_of
from game.story.effects import Effect
from game.story.evidence import AfterlifeEntry, Fact, Figure, Question, Reading, Source, Teaching, Term
from game.story.prose import Prose
from game.story.variables import Variable

Provenance = Literal["documented", "composite", "invented"]
DocumentKind = Literal["telegram", "letter", "order", "minutes", "newspaper", "list", "form", "photograph"]
ContentTag = Literal[
    "threat", "arrest", "interrogation", "violence", "death", "suicide", "children", "hunger", "slur"
]
PassageKind = Literal["text", "speech", "document", "picture"]

RETURN = "return"
"""The `to` of a way that leads back to the scene that offered the open letter."""
CONTINUE = "continue"
"""The id by which a step records Continue in a scene with `next`."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a scene's text, shown where its condition holds.

    `who` speaks it; `document` is the kind of paper, with its own title, provenance and note.
    """

    kind: PassageKind
    text: Prose = ()
    condition: Condition | None = None
    who: str = ""
    document: DocumentKind | None = None
    title: str = ""
    provenance: Provenance | None = None
    note: Prose = ()
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of a scene: an entry of `choices`, `next` or `chance`.

    `id` is empty only for an entry of `next` without one. `to` is a scene's id or RETURN. Where the condition
    fails, a choice with `locked` is shown closed and says why. `weight` counts in `chance` only.
    """

    id: str
    to: str
    text: Prose = ()
    condition: Condition | None = None
    locked: Prose = ()
    effects: tuple[Effect, ...] = ()
    result: Prose = ()
    summary: Prose = ()
    facts: tuple[str, ...] = ()
    debrief: Prose = ()
    weight: int = 1


@dataclass(frozen=True, slots=True)
class DeckOffer:
    """An entry of `choices` that offers the waiting scenes of a deck, at most `limit` at once (None: all)."""

    deck: str
    limit: int | None = None
    condition: Condition | None = None
    effects: tuple[Effect, ...] = ()
    facts: tuple[str, ...] = ()
    debrief: Prose = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """The player picks one."""

    entries: tuple[Way | DeckOffer, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """Continue: the first entry whose condition holds is taken."""

    entries: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Chance:
    """Continue: one of the open entries is drawn by weight."""

    entries: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a playthrough; `kind` is the fate that the person in the player's seat meets (or empty)."""

    id: str
    title: str
    kind: str = ""
    facts: tuple[str, ...] = ()
    epilogue: Prose = ()
    summary: Prose = ()


Exit = Choices | Next | Chance | Ending


@dataclass(frozen=True, slots=True)
class DeckPlace:
    """What makes a scene a deck scene: the deck it waits in, when, and how it lies there."""

    deck: str
    condition: Condition | None = None
    offer: Prose = ()
    priority: int = 0
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One stop of the story. `seat` is the person from whose chair it is read, if not the player's."""

    id: str
    title: str
    chapter: str
    provenance: Provenance
    passages: tuple[Passage, ...]
    exit: Exit
    date: str = ""
    place: str = ""
    show: tuple[str, ...] = ()
    seat: str = ""
    facts: tuple[str, ...] = ()
    content: tuple[ContentTag, ...] = ()
    summary: Prose = ()
    on_enter: tuple[Effect, ...] = ()
    talk: Prose = ()
    waits_in: DeckPlace | None = None
    from_extension: bool = False

    @property
    def entries(self) -> tuple[Way | DeckOffer, ...]:
        """All written ways out; none for an ending."""
        return () if isinstance(self.exit, Ending) else self.exit.entries


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. `given` is the state of someone who starts here."""

    id: str
    title: str
    folder: str
    start: str
    date: str = ""
    minutes: int | None = None
    recap: Prose = ()
    given: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """Chapters for one class period; `close` is the scene shown where a way would leave them."""

    id: str
    title: str
    chapters: tuple[str, ...]
    minutes: int | None = None
    close: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name. Their fate is the variable of the same id; `after` says what each fate meant."""

    id: str
    name: str
    role: str = ""
    portrait: str = ""
    about: Prose = ()
    after: tuple[tuple[str, Prose], ...] = ()
    drawn_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Photograph:
    """The group photograph: who is `gone_from` or worse is painted out, by `retoucher` while he can."""

    title: str
    people: tuple[str, ...]
    gone_from: str = ""
    retoucher: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """What must hold on every path; which fields count depends on `kind`.

    always, never: `condition`; reachable, every_path: `targets`; share: these and a `bound` in millionths.
    """

    kind: Literal["always", "never", "reachable", "every_path", "share"]
    condition: Condition | None = None
    targets: tuple[str, ...] = ()
    bound: int = 0
    at_most: bool = True


@dataclass(frozen=True)
class Story:
    """A whole story. Mappings keep the pack's order and are never changed."""

    id: str
    title: str
    version: str
    start: str
    chapters: tuple[Chapter, ...]
    variables: tuple[Variable, ...]
    scenes: Mapping[str, Scene]
    language: str = "en"
    authors: tuple[str, ...] = ()
    licence: str = ""
    you: str = ""
    grade: int | None = None
    content_note: Prose = ()
    fiction_note: Prose = ()
    extension: str = ""
    lessons: tuple[Lesson, ...] = ()
    fates: tuple[tuple[str, str], ...] = ()
    photograph: Photograph | None = None
    people: Mapping[str, Person] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)
    pictures: Mapping[str, Prose] = field(default_factory=dict)
    afterlife: tuple[AfterlifeEntry, ...] = ()
    teaching: Teaching = field(default_factory=Teaching)
    promises: tuple[Promise, ...] = ()

    @property
    def played_as(self) -> str:
        """The id under which games are kept: the extension's where one is played, else the pack's."""
        return self.extension or self.id

    @cached_property
    def variable(self) -> Mapping[str, Variable]:
        """Variables by id, people's fates among them."""
        return {variable.id: variable for variable in self.variables}

    @cached_property
    def chapter_position(self) -> Mapping[str, int]:
        """The position of each chapter among the chapters."""
        return {chapter.id: position for position, chapter in enumerate(self.chapters)}

    @cached_property
    def decks(self) -> Mapping[str, tuple[Scene, ...]]:
        """The scenes of each deck in the order in which they are offered: priority, extension, id."""
        waiting: dict[str, list[tuple[tuple[int, bool, str], Scene]]] = {}
        for scene in self.scenes.values():
            if place := scene.waits_in:
                order = (-place.priority, not scene.from_extension, scene.id)
                waiting.setdefault(place.deck, []).append((order, scene))
        return {
            deck: tuple(scene for _, scene in sorted(found, key=lambda pair: pair[0]))
            for deck, found in waiting.items()
        }

    @cached_property
    def watched_scenes(self) -> frozenset[str]:
        """Scenes whose `seen` the state must hold: those a condition asks about, and letters offered once."""
        asked = {part.scene for part in self._conditions() if isinstance(part, Seen)}
        once = {s.id for s in self.scenes.values() if s.waits_in and not s.waits_in.repeat}
        return frozenset(asked | once)

    @cached_property
    def watched_ways(self) -> frozenset[tuple[str, str]]:
        """(scene, way) pairs whose `chose` some condition asks about."""
        return frozenset((part.scene, part.way) for part in self._conditions() if isinstance(part, Chose))

    def _conditions(self) -> Iterator[Condition]:
        for scene in self.scenes.values():
            for passage in scene.passages:
                yield from parts_of(passage.condition)
            for entry in scene.entries:
                yield from parts_of(entry.condition)
            if scene.waits_in:
                yield from parts_of(scene.waits_in.condition)
        for promise in self.promises:
            yield from parts_of(promise.condition)
