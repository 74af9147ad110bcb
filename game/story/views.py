"""The contract with every frontend: plain values, no rules. A frontend draws these and returns way ids.

All fields are strings, whole numbers, booleans, None, other views, or tuples of these: `plain(view)` is JSON.
The records of a page stand here; what they share with the debrief is in content_views.py, the debrief's own
records in debrief_views.py. Both are imported from here.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from game.story.content_views import (
    ChangeView,
    EndingView,
    FactView,
    ParagraphView,
    PersonView,
    PhotographView,
    ProseView,
    RunView,
    SourceView,
    TermView,
    UnreadView,
)
from game.story.debrief_views import (
    AfterlifeView,
    ChairView,
    DatedFactView,
    DebriefView,
    DecisionView,
    EvidenceView,
    FaultView,
    FigureRowView,
    FigureView,
    PersonLedgerView,
    PlayedView,
    QuestionView,
    ReadingView,
    RecordedView,
    RoadView,
    SectionView,
    TimelineRowView,
)
from game.story.model import PassageKind

__all__ = [
    "AfterlifeView",
    "ChairView",
    "ChangeView",
    "ChoiceView",
    "DatedFactView",
    "DebriefView",
    "DecisionView",
    "EndingView",
    "EvidenceView",
    "FactView",
    "FaultView",
    "FigureRowView",
    "FigureView",
    "LampView",
    "Leads",
    "ParagraphView",
    "PassageView",
    "PersonLedgerView",
    "PersonView",
    "PhotographView",
    "PlayedView",
    "ProseView",
    "QuestionView",
    "ReadingView",
    "RecordedView",
    "ResultView",
    "RoadView",
    "RunView",
    "SceneView",
    "SectionView",
    "SourceView",
    "TermView",
    "TimelineRowView",
    "UnreadView",
    "plain",
    "text_of",
]


@dataclass(frozen=True, slots=True)
class LampView:
    """A number that stands on the desk as lamps."""

    variable: str
    lit: int
    of: int


@dataclass(frozen=True, slots=True)
class PassageView:
    """One block of a page. `document_label` and `provenance` are a document's, `picture_text` a picture's."""

    kind: PassageKind
    text: ProseView
    who: PersonView | None = None
    document: str = ""
    document_label: str = ""
    title: str = ""
    provenance: str = ""
    note: ProseView = ()
    picture: str = ""
    picture_text: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """What is offered now. `number` is 1-9 for an open one, 0 for a closed one; `locked` says why.

    `kind` is "letter" for a deck scene lying on the desk; `id` is what Playthrough.choose takes.
    """

    id: str
    number: int
    kind: Literal["choice", "letter"]
    text: ProseView
    is_open: bool
    locked: ProseView = ()


Leads = Literal["choices", "continue", "draw", "ending", "over", "stuck"]
"""How a page is left; `stuck` is a mistake of the pack that `explore` proves: no way is open, only back."""


@dataclass(frozen=True, slots=True)
class SceneView:
    """One page. `leads` says how it is left: pick one of `choices`, Continue, a draw, the ending, or nothing.

    `talk` is the question shown before the choices open; empty when there is none or a letter led back here.
    `is_desk` says that a deck is offered here (also when nothing lies on it).
    """

    id: str
    title: str
    chapter: str
    chapter_title: str
    date: str
    place: str
    place_text: str
    provenance: str
    provenance_text: str
    seat: PersonView | None
    show: tuple[PersonView, ...]
    content: tuple[str, ...]
    summary: ProseView
    passages: tuple[PassageView, ...]
    talk: ProseView
    leads: Leads
    choices: tuple[ChoiceView, ...]
    is_desk: bool
    lamps: tuple[LampView, ...]
    terms: tuple[TermView, ...]
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class ResultView:
    """What followed the last step: the words chosen and the result, shown before the next page.

    `unread` are the papers that stayed on a desk that this step left; `text` may be empty then.
    """

    scene: str
    scene_title: str
    chosen: ProseView
    text: ProseView
    summary: ProseView
    content: tuple[str, ...]
    terms: tuple[TermView, ...]
    facts: tuple[FactView, ...]
    unread: tuple[UnreadView, ...] = ()


def plain(view: Any) -> dict[str, Any]:
    """Return a view as dicts, lists and plain values, ready for JSON."""
    return asdict(view)


def text_of(prose: ProseView) -> str:
    """Return prose as plain text, a blank line between paragraphs."""
    return "\n\n".join("".join(run.text for run in paragraph) for paragraph in prose)
