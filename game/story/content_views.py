"""What every view is made of: prose, terms, sources, facts, people, the photograph. See views.py."""

from __future__ import annotations

from dataclasses import dataclass

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
    """The photograph: its people in order, and the ids of those who are painted out by now.

    Those of `house_paint` went after the retoucher had gone himself, and are painted over less well.
    """

    title: str
    people: tuple[PersonView, ...]
    gone: tuple[str, ...]
    house_paint: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadView:
    """A paper that still lay on a desk when the desk was left."""

    scene: str
    title: str
    offer: ProseView


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A person's fate that a step changed."""

    person: PersonView
    before: str
    after: str
