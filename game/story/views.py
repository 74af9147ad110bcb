"""The contract with every frontend: plain values, no rules. A frontend draws these and returns way ids.

All fields are strings, whole numbers, booleans, None, other views, or tuples of these: `plain(view)` is JSON.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from game.story.model import PassageKind
from game.story.prose import Style


@dataclass(frozen=True, slots=True)
class RunView:
    """Words in one style. `term` is the id of the glossary entry behind them; a line break has text "\\n"."""

    text: str
    style: Style = "plain"
    term: str = ""


ParagraphView = tuple[RunView, ...]
ProseView = tuple[ParagraphView, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """A glossary entry."""

    id: str
    term: str
    original: str
    meaning: ProseView


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source: `line` is author, title and year in one line; `url` is empty where there is none."""

    id: str
    line: str
    kind: str
    url: str
    note: ProseView


@dataclass(frozen=True, slots=True)
class FactView:
    """A claim of the record with its verdict in words, what historians say, and its sources."""

    id: str
    claim: ProseView
    date: str
    verdict: str
    verdict_text: str
    section: str
    historians: ProseView
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody with a name; `fate` is the label of their present fate, `fate_id` its id.

    `short` is the one word of the name that the story uses for them.
    """

    id: str
    name: str
    short: str
    role: str
    portrait: str
    fate_id: str
    fate: str
    about: ProseView


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
class UnreadView:
    """A paper that still lay on a desk when the desk was left."""

    scene: str
    title: str
    offer: ProseView


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


@dataclass(frozen=True, slots=True)
class EndingView:
    """The end of a playthrough."""

    id: str
    title: str
    kind: str
    kind_label: str
    epilogue: ProseView
    summary: ProseView
    terms: tuple[TermView, ...]
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class PhotographView:
    """The photograph: its people in order, and the ids of those who are painted out by now."""

    title: str
    people: tuple[PersonView, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A person's fate that a step changed."""

    person: PersonView
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RoadView:
    """A way that was not taken; `is_open` says whether it could have been, `locked` why not."""

    text: ProseView
    is_open: bool
    locked: ProseView


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One pick or draw of a playthrough and what stands behind it.

    `moment` is the position of the page it was made on (Playthrough.back_to takes it). `kind`: a choice, a
    letter taken from a desk, or chance. `only_way` says that nothing else lay open. `led_to` is the title of
    the next scene.
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


@dataclass(frozen=True, slots=True)
class PersonLedgerView:
    """Somebody met: fate now, what became of them, and the numbers of the decisions that touched it."""

    person: PersonView
    is_you: bool
    after: ProseView
    decisions: tuple[int, ...]
    drawn_from: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class DebriefView:
    """All that a debrief shows of one playthrough. It never judges, sums or grades."""

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


def plain(view: Any) -> dict[str, Any]:
    """Return a view as dicts, lists and plain values, ready for JSON."""
    return asdict(view)


def text_of(prose: ProseView) -> str:
    """Return prose as plain text, a blank line between paragraphs."""
    return "\n\n".join("".join(run.text for run in paragraph) for paragraph in prose)
