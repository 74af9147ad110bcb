"""Debriefs made by hand for the tests of pages, and a reader of HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from game.story.views import (
    DebriefView,
    DecisionView,
    EndingView,
    FactView,
    PersonLedgerView,
    PersonView,
    PhotographView,
    ProseView,
    RoadView,
    RunView,
    SourceView,
    TermView,
    UnreadView,
)

HOSTILE = """<script>alert(1)</script>"'&{{ 7 * 7 }}{% raw %}</style><!--"""
"""What a pack from a stranger might hold."""

BLOCKS = {"p", "li", "div", "h2", "h3", "h4", "h5", "ul", "dt", "dd"}

VOID = {"meta", "link", "br", "circle", "rect", "path", "polygon", "img", "image", "hr"}


def words(text: str) -> ProseView:
    return ((RunView(text),),)


def source(
    id: str = "circular", url: str = "", note: str = "In any library.", kind: str = "historians’ work"
) -> SourceView:
    return SourceView(id, f"A. Author, {id}, 1999", kind, url, words(note))


def fact(id: str, claim: str = "", sources: tuple[SourceView, ...] = ()) -> FactView:
    text = claim or f"Claim {id}."
    historians = words(f"Historians on {id}.")
    verdict = ("disputed", "Historians disagree.")
    return FactView(id, words(text), "June 1935", *verdict, "A section", historians, sources or (source(),))


def person(id: str, name: str, fate: str = "At liberty", about: str = "Somebody.") -> PersonView:
    return PersonView(
        id, name, name.rsplit(maxsplit=1)[-1], "Librarian", "", "at_liberty", fate, words(about)
    )


def decision(number: int, facts: tuple[FactView, ...] = (), text: str = "Show him the list.") -> DecisionView:
    roads = (
        RoadView(words("Turn the list over."), True, ()),
        RoadView(words("Telephone the director."), False, words("The line is dead.")),
    )
    return DecisionView(
        number, number, "choice", "door", "The door", "2 June 1935", words(text), words("He reads it."),
        roads, False, "The desk", words("A librarian could lose her post for it."), (), facts or (fact("a"),),
    )  # fmt: skip


def debrief(text: str = "", **changed: object) -> DebriefView:
    """A debrief with something in every part; `text` stands in every field that a story fills."""
    anna, pavel = person("anna", text or "Anna Orlova"), person("pavel", text or "Pavel Grin", "Arrested")
    end = words(text or "A coat.")
    given: dict[str, object] = {
        "story": "reading_room",
        "title": text or "The Reading Room",
        "version": "1.0.0",
        "you": anna,
        "ending": EndingView("nets", text or "Nets", "dismissed", text or "Dismissed", end, (), (), ()),
        "last_scene_title": text or "Morning",
        "decisions": (
            decision(1, (fact("a", text), fact("b")), text or "Show him the list."),
            decision(2, (fact("a", text),)),
        ),
        "people": (
            PersonLedgerView(anna, True, words(text or "She mended nets."), (1, 2), ()),
            PersonLedgerView(pavel, False, (), (), (fact("c"), fact("a", text))),
        ),
        "unread": (UnreadView("letter", text or "A complaint", words(text or "The lamp at table four.")),),
        "facts_met": (fact("a", text), fact("b"), fact("d")),
        "terms": (TermView("glavlit", text or "Glavlit", text or "Главлит", words(text or "An office.")),),
        "photograph": PhotographView(text or "The staff", (anna, pavel), ("pavel",)),
        "fiction_note": words(text or "The library is invented."),
    }
    return DebriefView(**{**given, **changed})  # type: ignore[arg-type]


@dataclass
class Read(HTMLParser):
    """What a page holds: tags in order with their attributes, and the text of each heading."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in BLOCKS:
            self.text += " "
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.misplaced.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        self.text += data
        if self.headings and any(tag in self.open for tag in ("h1", "h2", "h3", "h4", "h5")):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for found, attributes in self.tags if found == tag]


def read(page: str) -> Read:
    found = Read()
    found.feed(page)
    found.close()
    return found
