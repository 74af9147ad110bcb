"""Debriefs made by hand for the tests of pages, and a reader of HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from game.story.views import (
    AfterlifeView,
    ChairView,
    DatedFactView,
    DebriefView,
    DecisionView,
    EndingView,
    EvidenceView,
    FactView,
    FaultView,
    FigureRowView,
    FigureView,
    PersonLedgerView,
    PersonView,
    PhotographView,
    PlayedView,
    ProseView,
    QuestionView,
    ReadingView,
    RecordedView,
    RoadView,
    RunView,
    SectionView,
    SourceView,
    TermView,
    TimelineRowView,
    UnreadView,
)

HOSTILE = """<script>alert(1)</script>"'&{{ 7 * 191 }}{% raw %}</style><!--"""
"""What a pack from a stranger might hold."""

BLOCKS = {"p", "li", "div", "h2", "h3", "h4", "h5", "ul", "dt", "dd", "summary", "th", "td"}

VOID = {"meta", "link", "br", "circle", "rect", "path", "polygon", "img", "image", "hr", "input"}


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
        "began": text,
        "chair": (ChairView("rooms", text or "Rooms", text or "one room", text or "two rooms", (1,)),),
        "timeline": timeline(text),
        "figures": (figure(text),),
        "readings": readings(text),
        "questions": questions(text),
        "fault": FaultView("fault.the.game", (words(text or "Nobody was this quick."),), ""),
        "afterlife": (AfterlifeView("May 1956", text or "A stamp", words(text or "It is opened."), ("a",)),),
    }
    given |= changed
    given.setdefault("record", record(given["decisions"], given["people"], given["facts_met"]))  # type: ignore[arg-type]
    return DebriefView(**given)  # type: ignore[arg-type]


def record(
    decisions: tuple[DecisionView, ...], people: tuple[PersonLedgerView, ...], met: Iterable[FactView]
) -> tuple[SectionView, ...]:
    """All facts of a debrief as its record: those of decisions and pages met, those of people not."""
    seen = {fact.id: fact for decision in decisions for fact in decision.facts}
    seen = {**{fact.id: fact for fact in met}, **seen}
    behind = {fact.id: fact for entry in people for fact in entry.drawn_from if fact.id not in seen}
    everything = [
        RecordedView(f, f.id in seen, tuple(d.number for d in decisions if f.id in {g.id for g in d.facts}))
        for f in (*seen.values(), *behind.values())
    ]
    return (SectionView("a_section", "A section", tuple(everything)),) if everything else ()


def timeline(text: str) -> tuple[TimelineRowView, ...]:
    return (
        TimelineRowView(
            "1935-06-02",
            "2 June 1935",
            (PlayedView("door", text or "The door", (1,)),),
            (
                DatedFactView("a", words(text or "Claim a."), True),
                DatedFactView("c", words("Claim c."), False),
            ),
        ),
        TimelineRowView("1935-06-03", "3 June 1935", (PlayedView("street", "The street", ()),), ()),
    )


def figure(text: str = "") -> FigureView:
    rows = (FigureRowView(text or "1934", 2000, "2,000"), FigureRowView("1935", 500, "500"))
    title = text or "Books removed"
    return FigureView("books", title, text or "books", rows, f"{title}: 1934: 2,000.", words(text), ("a",))


def readings(text: str) -> tuple[ReadingView, ...]:
    above = ReadingView(
        "above", text or "From above", (source("khlevniuk"),), words(text or "An order."),
        (EvidenceView(1, ("a",)),),
    )  # fmt: skip
    return (above, ReadingView("below", "From below", (), words("Fear."), ()))


def questions(text: str) -> tuple[QuestionView, ...]:
    asked = QuestionView("who", "sourcing", "Who wrote it", words(text or "Who wrote the list?"), (1,), text)
    return (asked, QuestionView("why", "cause", "Causes", words("Why then?"), (), ""))


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
