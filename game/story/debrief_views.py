"""The records of a debrief, all that its seven leaves show. See views.py.

A decision is named by its number, a fact by its id: `DebriefView.record` has every fact of the story in full.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.story.content_views import (
    ChangeView,
    EndingView,
    FactView,
    PersonView,
    PhotographView,
    ProseView,
    SourceView,
    TermView,
    UnreadView,
)


@dataclass(frozen=True, slots=True)
class RoadView:
    """A way that was not taken; `is_open` says whether it could have been, `locked` why not.

    Of an open one, `leads_to` is the title of the page that would have come next, `joins` whether that is the
    page that came all the same, and `changes` the fates that would have changed up to the next decision.
    """

    text: ProseView
    is_open: bool
    locked: ProseView
    leads_to: str = ""
    joins: bool = False
    changes: tuple[ChangeView, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One pick or draw of a playthrough and what stands behind it.

    `moment` is the position of the page it was made on (Playthrough.back_to takes it). `kind`: a choice, a
    letter taken from a desk, or chance. `only_way` says that nothing else lay open. `led_to` is the title of
    the next scene, `chapter` that of the chapter. `provenance` is the scene's; `talk` the question that stood
    before the choices.
    """

    moment: int
    number: int
    kind: Literal["choice", "letter", "chance"]
    scene: str
    scene_title: str
    date: str
    chosen: ProseView
    result: ProseView
    roads: tuple[RoadView, ...]
    only_way: bool
    led_to: str
    debrief: ProseView
    changes: tuple[ChangeView, ...]
    facts: tuple[FactView, ...]
    chapter: str = ""
    provenance: str = ""
    talk: ProseView = ()


@dataclass(frozen=True, slots=True)
class PersonLedgerView:
    """Somebody met: fate now, what became of them, and the numbers of the decisions that touched it."""

    person: PersonView
    is_you: bool
    after: ProseView
    decisions: tuple[int, ...]
    drawn_from: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class ChairView:
    """What this chair brought: one thing as it was at first and as it is now, both in words.

    It is the sign of a meter or the label of a word; `title` is empty for a meter, whose signs are sentences.
    `decisions` are the numbers of those after which it showed otherwise than before.
    """

    variable: str
    title: str
    before: str
    after: str
    decisions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlayedView:
    """A page of this playthrough on the timeline, with the numbers of the decisions made on it."""

    scene: str
    title: str
    decisions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DatedFactView:
    """A fact of the record on the timeline."""

    fact: str
    claim: ProseView
    is_met: bool


@dataclass(frozen=True, slots=True)
class TimelineRowView:
    """One date with both lanes: what was played, and what the record has. `date` is as in `1937-07-03`."""

    date: str
    when: str
    played: tuple[PlayedView, ...]
    recorded: tuple[DatedFactView, ...]


@dataclass(frozen=True, slots=True)
class RecordedView:
    """A fact of the record: whether a page named it, and the numbers of the decisions that rest on it."""

    fact: FactView
    is_met: bool
    decisions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """The facts of one section of the class notes; without id and title those that the notes do not have."""

    id: str
    title: str
    facts: tuple[RecordedView, ...]


@dataclass(frozen=True, slots=True)
class FigureRowView:
    """One bar; `shown` is the value as it is written, with commas."""

    label: str
    value: int
    shown: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """Numbers worth a picture; `text` says the same in one sentence. `facts` are ids."""

    id: str
    title: str
    unit: str
    rows: tuple[FigureRowView, ...]
    text: str
    note: ProseView
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A decision that a reading would cite, and the facts (ids) that both of them rest on."""

    decision: int
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingView:
    """How some historians would read this playthrough, and the decisions that they would cite."""

    id: str
    title: str
    historians: tuple[SourceView, ...]
    text: ProseView
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question about this path, the decisions that it speaks of, and what was written as an answer."""

    id: str
    kind: str
    kind_label: str
    text: ProseView
    decisions: tuple[int, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class FaultView:
    """What the game makes simpler or leaves out, and what was written about it. `id` is the answer's."""

    id: str
    simplified: tuple[ProseView, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class AfterlifeView:
    """One step in what became of the file; `facts` are ids."""

    date: str
    title: str
    text: ProseView
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DebriefView:
    """All that a debrief shows of one playthrough. It never judges, sums or grades.

    `began` is the title of the lesson or chapter that it began with, empty for the story's own beginning.
    `code` is the replay code; empty for a playthrough that is too long for one.
    """

    story: str
    title: str
    version: str
    you: PersonView | None
    ending: EndingView | None
    last_scene_title: str
    decisions: tuple[DecisionView, ...]
    people: tuple[PersonLedgerView, ...]
    unread: tuple[UnreadView, ...]
    facts_met: tuple[FactView, ...]
    terms: tuple[TermView, ...]
    photograph: PhotographView | None
    fiction_note: ProseView
    began: str = ""
    code: str = ""
    chair: tuple[ChairView, ...] = ()
    timeline: tuple[TimelineRowView, ...] = ()
    record: tuple[SectionView, ...] = ()
    figures: tuple[FigureView, ...] = ()
    readings: tuple[ReadingView, ...] = ()
    questions: tuple[QuestionView, ...] = ()
    fault: FaultView | None = None
    afterlife: tuple[AfterlifeView, ...] = ()
