"""pack.yaml: what the pack is, its chapters and lessons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.authoring.draft import Draft
from game.authoring.fields import Field, Record, Shape
from game.authoring.shapes import DATE, ID, NEW_ID, NODE, list_of, name_of, new_id, typed, whole
from game.authoring.text_shapes import GIVEN, LINE, PROSE, text_of
from game.authoring.yaml_tree import Keyed, Listed, Node, value_of
from game.story.model import Chapter, Lesson, Photograph

FORMAT = "1"
"""The version of the story format that this compiler reads."""
NOT_ON_WINDOWS = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""Names that Windows keeps for devices: no file and no folder there can have them, with or without ending."""


def _format(draft: Draft, node: Node) -> str:
    text = typed(draft, node, "the number 1")
    if text and text != FORMAT:
        draft.error("S122", node, typed=text)
    return text


def _folder(draft: Draft, node: Node) -> str:
    text = typed(draft, node, "the name of a folder").rstrip("/")
    if "/" in text or "\\" in text or text.startswith("."):
        draft.error("S142", node, typed=text)
        return text.replace("\\", "/").rpartition("/")[2]
    if text.partition(".")[0].lower() in NOT_ON_WINDOWS:
        draft.error("S154", node, name=text)
    return text


def _pack_id(draft: Draft, node: Node) -> str:
    name = new_id(draft, node)
    if name in NOT_ON_WINDOWS:
        draft.error("S154", node, name=name)
    return name


_PACK_ID = Shape("an id", NEW_ID.schema, _pack_id)
_EXTENDS = Shape(
    "the id of a pack", NEW_ID.schema, lambda draft, node: typed(draft, node, "the id of a pack")
)
"""Whether there is such a pack is told where it is looked for."""
_SCENE = name_of("scene", "the id of a scene")
_PERSON = name_of("person", "the id of a person")
CHAPTER = Record(
    "a chapter",
    (
        Field("id", NEW_ID, "Its name.", required=True),
        Field("folder", Shape("a folder", {"type": "string"}, _folder), "Its folder under chapters/."),
        Field("title", LINE, "Its title."),
        Field("date", DATE, "When it plays."),
        Field("minutes", whole(1, 1000), "How long it takes, as claimed."),
        Field("start", _SCENE, "Its first scene."),
        Field("recap", PROSE, "Sixty words for someone who starts here."),
        Field("given", NODE, "The state when someone starts here."),
    ),
    slips={"name": "title", "chapter": "id"},
)
LESSON = Record(
    "a lesson",
    (
        Field("id", NEW_ID, "Its name.", required=True),
        Field("title", LINE, "Its title."),
        Field(
            "chapters",
            list_of(name_of("chapter", "a chapter"), "a list of chapters"),
            "What is played.",
            True,
        ),
        Field("minutes", whole(1, 1000), "How long it takes."),
        Field("close", _SCENE, "The scene shown where a way would leave the lesson."),
    ),
    slips={"name": "title", "chapter": "chapters"},
)
PHOTOGRAPH = Record(
    "the photograph",
    (
        Field("title", LINE, "What it shows."),
        Field("people", list_of(_PERSON, "a list of people"), "Who stands on it."),
        Field("gone_from", name_of("fate", "a fate"), "The fate from which on they are gone from it."),
        Field(
            "retoucher", _PERSON, "Who paints them out; whoever goes after him is covered with house paint."
        ),
    ),
)
_FIELDS = (
    Field(
        "format", Shape("the number 1", {"const": 1}, _format), "The version of the story format: 1.", True
    ),
    Field("id", _PACK_ID, "The pack's name.", True),
    Field("title", LINE, "The title.", True),
    Field("version", Shape("a version", {"type": "string"}, text_of), "The version, such as 1.0.0.", True),
    Field("extends", _EXTENDS, "The pack that this one adds to."),
    Field("language", Shape("a language", {"type": "string"}, text_of), "The language, such as en."),
    Field("authors", list_of(LINE, "a list of names"), "Who wrote it."),
    Field("licence", LINE, "Under what terms it may be used."),
    Field("start", _SCENE, "The first scene.", True),
    Field("you", name_of("person", "a person"), "Who sits in the player's chair."),
    Field("grade", whole(1, 20), "The school year whose readers it is for."),
    Field("photograph", NODE, "A group photograph that loses people."),
    Field("content_note", PROSE, "What the story contains, before anything is shown."),
    Field("fiction_note", PROSE, "What is record, what is composite, what is invented."),
    Field("chapters", NODE, "The chapters in order.", True),
    Field("lessons", NODE, "What a teacher picks: one class period each."),
    Field("variables", NODE, "What the story remembers."),
    Field("fates", NODE, "What can become of a person, in order of gravity."),
)
_SLIPS = {
    "name": "title",
    "author": "authors",
    "license": "licence",
    "lang": "language",
    "lesson": "lessons",
    "base": "extends",
}
PACK = Record("pack.yaml", _FIELDS, _SLIPS)
EXTENSION = Record(
    "the pack.yaml of an extension",
    tuple(
        Field(f.key, f.shape, f.doc, f.key in ("format", "id", "title", "version", "extends"))
        for f in _FIELDS
        if f.key not in ("start", "you", "photograph", "grade")
    ),
    _SLIPS,
    elsewhere=dict.fromkeys(("start", "you", "photograph", "grade"), "S143"),
)


def read_chapters(draft: Draft, node: Node) -> list[tuple[dict[str, Any], Node]]:
    """Read the list of chapters: the values of each with its node; ids become known."""
    if not isinstance(node, Listed):
        list_of(NODE, "a list of chapters").read(draft, node)
        return []
    chapters: list[tuple[dict[str, Any], Node]] = []
    for item in node.items:
        values = CHAPTER.read(draft, item)
        name = values.get("id", "")
        if ID.fullmatch(name) and isinstance(item, Keyed):
            place = value_of(item, "id")
            if draft.define("chapter", name, place if place is not None else item):
                draft.chapters[name] = len(draft.chapters)
                chapters.append((values, item))
            else:
                draft.told_folders.add(values.get("folder", name))
    return chapters


def chapter_of(draft: Draft, values: Mapping[str, Any], first_scenes: Mapping[str, str]) -> Chapter:
    """Return a chapter; its id stands in for `folder` and `title`, its first scene for `start`."""
    rest = dict(values)
    name = rest["id"]
    rest.setdefault("folder", name)
    rest.setdefault("title", name.replace("_", " ").capitalize())
    rest.setdefault("start", first_scenes.get(name, ""))
    given = rest.pop("given", None)
    if given is not None:
        rest["given"] = tuple(effect for effect in GIVEN.read(draft, given) if effect)
    return Chapter(**rest)


def read_lesson(draft: Draft, node: Node) -> Lesson | None:
    """Read one lesson."""
    values = LESSON.read(draft, node)
    place = value_of(node, "id") if isinstance(node, Keyed) else None
    if (
        place is None
        or not ID.fullmatch(values.get("id", ""))
        or not draft.define("lesson", values["id"], place)
    ):
        return None
    values.setdefault("title", values["id"].replace("_", " ").capitalize())
    values.setdefault("chapters", ())
    return Lesson(**values)


def read_photograph(draft: Draft, node: Node) -> Photograph:
    """Read the group photograph."""
    return Photograph(**({"title": "", "people": ()} | PHOTOGRAPH.read(draft, node)))
