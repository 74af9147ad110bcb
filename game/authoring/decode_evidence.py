"""What ties the story to the record and the lesson: facts, sources, terms, figures and the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from game.authoring.decode_ways import FACTS
from game.authoring.draft import Draft
from game.authoring.fields import Field, Record, Shape
from game.authoring.guesses import folded
from game.authoring.shapes import DATE, RESERVED, URL, is_id, list_of, map_of, name_of, one_of, typed, whole
from game.authoring.text_shapes import LINE, PROSE, line, prose
from game.authoring.yaml_tree import Keyed, Listed, Node, Scalar, key_of, value_of
from game.story.evidence import (
    AfterlifeEntry,
    Fact,
    Figure,
    FigureRow,
    Objection,
    Question,
    QuestionKind,
    Reading,
    Source,
    SourceKind,
    Teaching,
    Term,
    Verdict,
)

LIMIT = 1_000_000_000
SOURCES = list_of(name_of("source", "the id of a source"), "a list of sources")


def _section(draft: Draft, key: str, key_node: Scalar, value: Node) -> str:
    if is_id(draft, key_node, key):
        draft.define("section", key, key_node)
    return line(draft, value)


def _about(draft: Draft, node: Node) -> str:
    text = typed(draft, node, "a scene, or `scene.choice`")
    name_of_kind = "scene" if "." not in text else "way"
    if text:
        draft.refer(name_of_kind, node)  # type: ignore[arg-type]
    return text


FACT = Record(
    "a fact",
    (
        Field("claim", PROSE, "One sentence, in your own words.", True),
        Field("verdict", one_of(get_args(Verdict), "a verdict"), "How well the record bears it out.", True),
        Field("sources", SOURCES, "Where the record says so.", True),
        Field("date", DATE, "When: then it stands on the timeline."),
        Field(
            "notes_section",
            name_of("section", "a section of the class notes"),
            "Where the notes speak of it.",
        ),
        Field("historians", PROSE, "What archives and historians say, beside or against the notes."),
    ),
    slips={
        "source": "sources",
        "text": "claim",
        "title": "claim",
        "section": "notes_section",
        "notes": "notes_section",
    },
    kinds=("fact",),
)
SOURCE = Record(
    "a source",
    (
        Field("title", LINE, "Its title.", True),
        Field("kind", one_of(get_args(SourceKind), "a kind of source"), "What kind of source it is.", True),
        Field("author", LINE, "Who wrote it."),
        Field("year", LINE, "When it appeared."),
        Field("url", URL, "Where it can be read; http or https only."),
        Field("note", PROSE, "What a student finds there."),
        Field("sections", map_of(_section, "sections with a title each"), "The sections of the class notes."),
    ),
    slips={"name": "title", "type": "kind", "link": "url", "date": "year", "authors": "author"},
    kinds=("source", "section"),
)
TERM = Record(
    "a glossary entry",
    (
        Field("term", LINE, "The word as it is shown."),
        Field("original", LINE, "The word in its own language."),
        Field("meaning", PROSE, "What it means."),
    ),
    slips={
        "definition": "meaning",
        "text": "meaning",
        "title": "term",
        "name": "term",
        "russian": "original",
    },
    kinds=("term",),
)
ROW = Record(
    "a row",
    (
        Field("label", LINE, "What the bar stands for.", True),
        Field("value", whole(-LIMIT, LIMIT), "How much.", True),
    ),
)
FIGURE = Record(
    "a figure",
    (
        Field("title", LINE, "Its title."),
        Field("unit", LINE, "What is counted."),
        Field("rows", list_of(Shape("a row", {}, ROW.read), "a list of rows"), "The bars."),
        Field("facts", FACTS, "The facts it rests on."),
        Field("note", PROSE, "What to know about the numbers."),
    ),
    kinds=("figure",),
)
READING = Record(
    "a reading",
    (
        Field("title", LINE, "Its title."),
        Field("historians", SOURCES, "Sources of the historians who read it so."),
        Field("text", PROSE, "How they would read a playthrough."),
        Field("cites", FACTS, "Decisions resting on these facts are its evidence."),
    ),
    slips={"facts": "cites", "sources": "historians"},
    kinds=("reading",),
)
QUESTION = Record(
    "a question",
    (
        Field("text", PROSE, "The question."),
        Field("about", Shape("a scene, or `scene.choice`", {"type": "string"}, _about), "What it is about."),
        Field("kind", one_of(get_args(QuestionKind), "a kind of question"), "What kind of question it is."),
        Field("facts", FACTS, "The facts it touches."),
    ),
    slips={"question": "text"},
    kinds=("question",),
)
AFTERLIFE = Record(
    "an entry of the afterlife",
    (
        Field("title", LINE, "Its title."),
        Field("date", DATE, "When."),
        Field("text", PROSE, "What happened to the file."),
        Field("facts", FACTS, "The facts it rests on."),
    ),
)
OBJECTION = Record(
    "an objection",
    (
        Field("objection", PROSE, "What is held against the game.", True),
        Field("answer", PROSE, "Our answer.", True),
    ),
)
TEACHING = Record(
    "the teacher's pack",
    (
        Field("rationale", PROSE, "Why to play this in class."),
        Field(
            "objections",
            list_of(Shape("an objection", {}, OBJECTION.read), "a list"),
            "Objections and answers.",
        ),
        Field("letter_home", PROSE, "A letter to parents."),
        Field("alternative", PROSE, "For a student who does not take part."),
        Field("simplified", list_of(PROSE, "a list of texts"), "What the game leaves out or makes simpler."),
    ),
)


def entry(kind: str, record: Record, build: Callable[..., Any]) -> Callable[[Draft, str, Scalar, Node], Any]:
    """Return what reads one named record of a file such as facts.yaml; None where it is broken."""

    def read(draft: Draft, name: str, key: Scalar, node: Node) -> Any:
        if not is_id(draft, key, name):
            return None
        if name in RESERVED:
            draft.error("S121", key, name=name)
        if not draft.define(kind, name, key):
            return None
        errors = draft.report.wrong
        values = record.read(draft, node, key)
        title = values.get("title")
        if title:
            draft.titles.setdefault(kind, {}).setdefault(folded(title), name)
        if (
            "sources" in record.required
            and isinstance(node, Keyed)
            and isinstance(value_of(node, "sources"), Listed)
            and values.get("sources") == ()
        ):
            draft.error("S119", key_of(node, "sources"), key="sources", words="", help="one_source")
        return build(name, values) if draft.report.wrong == errors else None

    return read


def _figure(name: str, values: dict[str, Any]) -> Figure:
    rows = tuple(FigureRow(row["label"], row["value"]) for row in values.pop("rows", ()))
    return Figure(name, values.pop("title", name.replace("_", " ")), rows, **values)


def _source(name: str, values: dict[str, Any]) -> Source:
    sections = tuple(values.pop("sections", {}).items())
    return Source(name, **values, sections=sections)


READ_FACT = entry("fact", FACT, lambda name, values: Fact(name, **values))
READ_SOURCE = entry("source", SOURCE, _source)
READ_TERM = entry(
    "term", TERM, lambda name, v: Term(name, v.pop("term", name.replace("_", " ")), v.pop("meaning", ()), **v)
)
READ_FIGURE = entry("figure", FIGURE, _figure)
READ_READING = entry(
    "reading",
    READING,
    lambda name, v: Reading(name, v.pop("title", name.replace("_", " ")), v.pop("text", ()), **v),
)
READ_QUESTION = entry("question", QUESTION, lambda name, v: Question(name, v.pop("text", ()), **v))

RECORDS = {
    "glossary": TERM,
    "facts": FACT,
    "sources": SOURCE,
    "figures": FIGURE,
    "questions": QUESTION,
    "readings": READING,
}
"""The files whose records stand under ids."""


def read_picture(draft: Draft, name: str, key: Scalar, node: Node) -> Any:
    """Read the description of one picture."""
    if not is_id(draft, key, name) or not draft.define("picture_text", name, key):
        return None
    return prose(draft, node)


def read_afterlife(draft: Draft, node: Node) -> AfterlifeEntry:
    """Read one entry of afterlife.yaml."""
    values = AFTERLIFE.read(draft, node)
    return AfterlifeEntry(values.pop("title", ""), values.pop("text", ()), **values)


def read_teaching(draft: Draft, node: Node) -> Teaching:
    """Read teaching.yaml, or one file of teaching/."""
    values = TEACHING.read(draft, node)
    objections = tuple(
        Objection(o["objection"], o["answer"]) for o in values.pop("objections", ()) if len(o) == 2
    )
    return Teaching(**values, objections=objections)
