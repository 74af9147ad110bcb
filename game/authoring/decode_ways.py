"""The ways out of a scene: entries of `choices`, `next` and `chance`, and the ending."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from game.authoring.draft import Draft
from game.authoring.fields import Field, Record, Shape
from game.authoring.shapes import ID, NEW_ID, link, list_of, name_of, record_of, whole
from game.authoring.text_shapes import CHOICE_TEXT, CONDITION, EFFECTS, LINE, PROSE
from game.authoring.yaml_tree import Keyed, Node, Scalar, key_of, value_of
from game.story.model import DeckOffer, Ending, Way

LARGEST = 1_000_000

TO = link("the id of a scene, or `return`")
FACTS = list_of(name_of("fact", "the id of a fact"), "a list of facts")

_SHARED = (
    Field("if", CONDITION, "When this way is open.", into="condition"),
    Field("effects", EFFECTS, "What changes when it is taken."),
    Field("facts", FACTS, "The facts of the record that it rests on."),
    Field("debrief", PROSE, "What the debrief says about it: what it meant, what could be known."),
)
_SLIPS = {
    "goto": "to",
    "target": "to",
    "next": "to",
    "go_to": "to",
    "scene": "to",
    "when": "if",
    "condition": "if",
    "only_if": "if",
    "effect": "effects",
    "set": "effects",
    "fact": "facts",
    "after": "result",
    "label": "text",
    "odds": "weight",
    "chance": "weight",
    "probability": "weight",
    "name": "id",
    "deck": "from_deck",
}


def _slips(*keys: str) -> dict[str, str]:
    return {wrong: right for wrong, right in _SLIPS.items() if right in keys and wrong not in keys}


_CHOICE_KEYS = ("id", "text", "to", "if", "effects", "facts", "result", "debrief")

CHOICE = Record(
    "a choice",
    (
        Field(
            "id", NEW_ID, "Its name, kept for ever: saves and `chose(...)` are built on it.", required=True
        ),
        Field("text", CHOICE_TEXT, "What the player reads in the list.", required=True),
        Field("to", TO, "The scene that follows.", required=True),
        Field("locked", PROSE, "Why it is shown closed where `if` fails; without this it is not shown then."),
        Field("result", PROSE, "What happens, told before the next scene."),
        Field("summary", PROSE, "The result in a sentence, for who skips hard passages."),
        *_SHARED,
    ),
    _slips(*_CHOICE_KEYS),
    elsewhere={"weight": "S102", "limit": "S102", "who": "S102", "content": "S102", "on_enter": "S102"},
)
DECK_OFFER = Record(
    "a deck offer",
    (
        Field(
            "from_deck",
            name_of("deck", "the name of a deck"),
            "The deck whose scenes lie here.",
            True,
            "deck",
        ),
        Field("limit", whole(1, LARGEST), "How many lie here at once; without it all."),
        *_SHARED,
    ),
    _slips("if", "effects", "facts", "debrief"),
    elsewhere=dict.fromkeys(("id", "text", "to", "result", "locked", "summary", "weight"), "S102"),
)
NEXT = Record(
    "an entry of `next`",
    (
        Field("id", NEW_ID, "A name, needed only where `chose(...)` asks for it."),
        Field("to", TO, "The scene that follows.", required=True),
        *_SHARED,
    ),
    _slips("to", "if", "effects", "facts", "debrief"),
    elsewhere=dict.fromkeys(("text", "result", "locked", "summary", "weight", "limit", "from_deck"), "S102"),
)
CHANCE = Record(
    "an entry of `chance`",
    (
        Field("id", NEW_ID, "Its name; the draw is recorded under it.", required=True),
        Field("weight", whole(1, LARGEST), "How often it is drawn, beside the others.", required=True),
        Field("to", TO, "The scene that follows.", required=True),
        *_SHARED,
    ),
    _slips("to", "if", "effects", "facts", "debrief", "weight"),
    elsewhere=dict.fromkeys(("text", "result", "locked", "summary", "limit", "from_deck"), "S102"),
)
ENDING = Record(
    "an ending",
    (
        Field("id", NEW_ID, "Its name; without one, the scene's."),
        Field("title", LINE, "Its title; without one, the scene's."),
        Field("kind", name_of("fate", "a fate"), "The fate that the person in the player's seat meets."),
        Field("facts", FACTS, "The facts of the record that it rests on."),
        Field("epilogue", PROSE, "What comes after."),
        Field("summary", PROSE, "The epilogue in a sentence, for who skips hard passages."),
    ),
    {"name": "title", "fate": "kind", "text": "epilogue", "fact": "facts"},
)


Written = tuple[Way | DeckOffer, Node]
"""A way out as read, with the node that stands for its place."""


def _entry_of(record: Record) -> Any:
    def read(draft: Draft, node: Node) -> Written:
        return _written(draft, record, node)

    return record_of(record, read)


def _written(draft: Draft, record: Record, node: Node) -> Written:
    values = record.read(draft, node)
    place: Node | None = None
    if type(node) is Keyed and node.items:
        first = node.items[0]
        place = (
            node.items[1] if type(first) is Scalar and first.value == "id" else value_of(node, "id") or first
        )
    if record is DECK_OFFER:
        return DeckOffer(**({"deck": ""} | values)), place or node
    if "locked" in values:
        _check_locked(draft, node)
    if "id" in values and "to" in values:
        return Way(**values), place or node
    return Way(**({"id": "", "to": ""} | values)), place or node


def _check_locked(draft: Draft, node: Node) -> None:
    if isinstance(node, Keyed) and value_of(node, "if") is None:
        draft.error("S147", key_of(node, "locked"))


def _read_choice(draft: Draft, node: Node) -> Written:
    is_offer = False
    if type(node) is Keyed and node.items:
        first = node.items[0]
        if not (type(first) is Scalar and first.value == "id"):
            is_offer = value_of(node, "from_deck") is not None or (
                value_of(node, "id") is None and value_of(node, "deck") is not None
            )
    return _written(draft, DECK_OFFER if is_offer else CHOICE, node)


CHOICES = list_of(Shape("a choice", {"anyOf": ["choice", "deck offer"]}, _read_choice), "a list of choices")
_NEXT_ENTRIES = list_of(_entry_of(NEXT), "a list of entries with `to:`")
CHANCES = list_of(_entry_of(CHANCE), "a list of entries with `id:`, `weight:` and `to:`")


_ARROW = re.compile(rf"(?:[-=]+>|→)?\s*({ID.pattern})")
"""A scene alone, or with the arrow that other tools write before it."""


def _read_next(draft: Draft, node: Node) -> tuple[Written, ...]:
    if type(node) is Scalar and (named := _ARROW.fullmatch(node.value)):
        draft.error("S111", node, name=named[1])
        if node.value == named[1]:
            TO.read(draft, node)
        return ((Way("", named[1]), node),)
    entries: tuple[Written, ...] = _NEXT_ENTRIES.read(draft, node)
    return entries


NEXTS = Shape("a list of entries with `to:`", _NEXT_ENTRIES.schema, _read_next)


class WrittenEnding(NamedTuple):
    """An ending as read; its id and title may still be the scene's."""

    values: dict[str, Any]
    node: Node


def _read_ending(draft: Draft, node: Node) -> WrittenEnding:
    if type(node) is Scalar and node.value and ID.fullmatch(node.value):
        draft.error("S135", node, name=node.value)
        return WrittenEnding({"id": node.value}, node)
    place = value_of(node, "id") if isinstance(node, Keyed) else None
    return WrittenEnding(ENDING.read(draft, node), place or node)


ENDINGS = Shape("an ending", {"$ref": "#/$defs/an ending"}, _read_ending)


def ending_of(written: WrittenEnding, scene: str, title: str) -> Ending:
    """Return the ending of a scene, named like it where it has no id or title of its own."""
    return Ending(**({"id": scene, "title": title} | written.values))
