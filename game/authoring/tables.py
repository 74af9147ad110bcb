"""All field tables under the names that an author knows them by, and where each record stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.authoring import decode_evidence as evidence
from game.authoring.decode_pack import CHAPTER, EXTENSION, LESSON, PACK, PHOTOGRAPH
from game.authoring.decode_passages import PASSAGE
from game.authoring.decode_promises import PROMISE, SHARE
from game.authoring.decode_scene import SCENE
from game.authoring.decode_variables import PERSON, VARIABLE
from game.authoring.decode_ways import CHANCE, CHOICE, DECK_OFFER, ENDING, NEXT
from game.authoring.fields import Field, Record


@dataclass(frozen=True, slots=True)
class Table:
    """One record: the name it is asked for by, its fields, and where it stands."""

    name: str
    record: Record
    where: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table as an author reads it."""

    key: str
    is_required: bool
    words: str
    doc: str


TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table("scene", SCENE, "a file under chapters/; several are separated by a line `---`"),
        Table("passage", PASSAGE, "under `text:` of a scene, each after a dash"),
        Table("choice", CHOICE, "under `choices:` of a scene, each after a dash"),
        Table("deck_offer", DECK_OFFER, "under `choices:` of a scene, among the choices"),
        Table("next", NEXT, "under `next:` of a scene, each after a dash"),
        Table("chance", CHANCE, "under `chance:` of a scene, each after a dash"),
        Table("ending", ENDING, "under `ending:` of a scene"),
        Table("pack", PACK, "pack.yaml"),
        Table("extension", EXTENSION, "pack.yaml of a pack that has `extends:`"),
        Table("chapter", CHAPTER, "under `chapters:` of pack.yaml, each after a dash"),
        Table("lesson", LESSON, "under `lessons:` of pack.yaml, each after a dash"),
        Table("variable", VARIABLE, "under `variables:` of pack.yaml, each under its id"),
        Table("photograph", PHOTOGRAPH, "under `photograph:` of pack.yaml"),
        Table("person", PERSON, "people.yaml, each under its id"),
        Table("fact", evidence.FACT, "facts.yaml, each under its id"),
        Table("source", evidence.SOURCE, "sources.yaml, each under its id"),
        Table("term", evidence.TERM, "glossary.yaml, each under its id"),
        Table("figure", evidence.FIGURE, "figures.yaml, each under its id"),
        Table("row", evidence.ROW, "under `rows:` of a figure, each after a dash"),
        Table("question", evidence.QUESTION, "questions.yaml, each under its id"),
        Table("reading", evidence.READING, "readings.yaml, each under its id"),
        Table("afterlife", evidence.AFTERLIFE, "afterlife.yaml, each after a dash"),
        Table("teaching", evidence.TEACHING, "teaching.yaml"),
        Table("objection", evidence.OBJECTION, "under `objections:` of teaching.yaml, each after a dash"),
        Table("promise", PROMISE, "promises.yaml, each after a dash"),
        Table("share", SHARE, "under `share:` of a promise"),
    )
}

Inside = tuple[str, Mapping[str, Any]]
"""What stands under a key whose shape only the whole record knows: words for an author, JSON Schema."""

TEXT: Mapping[str, Any] = {"type": "string"}
_GIVEN = {"type": "array", "items": {"type": "string"}}


def _list(record: str) -> Mapping[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/definitions/{record}"}}


def _one(record: str) -> Mapping[str, Any]:
    return {"$ref": f"#/definitions/{record}"}


def _under_ids(inside: Mapping[str, Any], ids: str = "id") -> Mapping[str, Any]:
    return {"type": "object", "propertyNames": {"names": ids}, "additionalProperties": inside}


_PACK: Mapping[str, Inside] = {
    "photograph": ("the photograph", _one("photograph")),
    "chapters": ("a list of chapters", _list("chapter")),
    "lessons": ("a list of lessons", _list("lesson")),
    "variables": (
        "variables, each under its id",
        _under_ids({"anyOf": [_one("variable"), {"type": "null"}]}),
    ),
    "fates": ("fates, each with its label", _under_ids(TEXT)),
}
_NUMBERED = {"type": "object", "additionalProperties": TEXT}
INSIDE: Mapping[str, Mapping[str, Inside]] = {
    "scene": {
        "text": (
            "a text, or a list of passages",
            {"anyOf": [{"type": "array", "items": {"$ref": "#/definitions/passage"}}, TEXT]},
        ),
        "choices": (
            "a list of choices and deck offers",
            {
                "type": "array",
                "items": {
                    "if": {"type": "object", "required": ["from_deck"]},
                    "then": {"$ref": "#/definitions/deck_offer"},
                    "else": {"$ref": "#/definitions/choice"},
                },
            },
        ),
        "next": ("a list of entries with `to:`", _list("next")),
        "chance": ("a list of entries with `id:`, `weight:` and `to:`", _list("chance")),
        "ending": ("an ending", _one("ending")),
        "repeat": ("`true` or `false`", {"type": ["boolean", "string"]}),
    },
    "passage": {"text": ("a text", TEXT)},
    "pack": _PACK,
    "extension": _PACK,
    "chapter": {"given": ("a list of assignments", _GIVEN)},
    "variable": {
        "start": ("a value", {"type": ["boolean", "integer", "string"]}),
        "signs": ("numbers with a text each", _NUMBERED),
        "labels": ("values with a text each", _NUMBERED),
    },
    "person": {"after": ("fates with a text each", _under_ids(TEXT, "fate"))},
    "source": {"sections": ("sections with a title each", _under_ids(TEXT))},
    "figure": {"rows": ("a list of rows", _list("row"))},
    "question": {"about": ("a scene, or `scene.choice`", {"names": "scene_or_way"})},
    "teaching": {"objections": ("a list of objections", _list("objection"))},
    "promise": {"share": ("a share", _one("share"))},
}
"""By the name of the record and the key."""

FILES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "pack": ("pack.yaml", _one("pack")),
    "people": ("people.yaml", _under_ids(_one("person"))),
    "glossary": ("glossary.yaml", _under_ids(_one("term"))),
    "facts": ("facts.yaml", _under_ids(_one("fact"))),
    "sources": ("sources.yaml", _under_ids(_one("source"))),
    "figures": ("figures.yaml", _under_ids(_one("figure"))),
    "questions": ("questions.yaml", _under_ids(_one("question"))),
    "pictures": ("pictures.yaml", _under_ids(TEXT)),
    "afterlife": ("afterlife.yaml", _list("afterlife")),
    "teaching": ("teaching.yaml", _one("teaching")),
    "readings": ("readings.yaml", _under_ids(_one("reading"))),
    "promises": ("promises.yaml", _list("promise")),
    "scene": ("a file under chapters/", _one("scene")),
}
"""The kinds of files: how each is called, and what it holds."""


def rows(table: Table) -> Iterator[Row]:
    """Yield the lines of a table, those that must be there first."""
    for field in sorted(table.record.fields, key=lambda field: not field.required):
        yield Row(field.key, field.required, _words(table.name, field), _doc(field))


def _doc(field: Field) -> str:
    """Return what a field is for, with the words that may stand there where it does not name them itself."""
    schema = field.shape.schema
    options = schema.get("enum") or schema.get("items", {}).get("enum", ())
    if all(option in field.doc for option in options):
        return field.doc
    return f"{field.doc} One of: {', '.join(options)}."


def _words(name: str, field: Field) -> str:
    inside = INSIDE.get(name, {}).get(field.key)
    return inside[0] if inside else field.shape.words
