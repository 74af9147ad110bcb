"""Story <-> plain dict: the compiled pack, which loads fast and needs no parser.

The dict mirrors the model: a record is an object of its fields, those at their default left out; a record
that stands where several kinds may is told apart by `is`; plain words are bare strings; a variable inside a
condition or an effect is its id.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from game.story.model import Story
from game.story.prose import Words
from game.story.variables import Variable

COMPILED_FORMAT = 1
"""Raised when an older program could not read, or would misread, a newer compiled pack."""

_PROSE = (
    "text",
    "title",
    "result",
    "summary",
    "debrief",
    "facts",
    "locked",
    "offer",
    "note",
    "epilogue",
    "talk",
)
"""Fields that no rule reads: the fingerprint leaves them out, so that a corrected comma changes nothing."""

_RULES_OF_A_SCENE = ("id", "chapter", "exit", "on_enter", "waits_in", "from_extension")


class DamagedPack(ValueError):
    """Raised for a dict that is no compiled pack of this format."""


def to_compiled(story: Story) -> dict[str, Any]:
    """Return a story as JSON-able values, with format number and fingerprint."""
    plain = _encode_record(story, tagged=False)
    return {"format": COMPILED_FORMAT, "fingerprint": fingerprint(story), "story": plain}


def from_compiled(plain: object) -> Story:
    """Return the story of a compiled pack. Raises DamagedPack."""
    match plain:
        case {"format": 1, "story": {"variables": list(variables), **rest}}:
            try:
                known = {v["id"]: _decoder(Variable)(v, {}) for v in variables}
                story: Story = _decoder(Story)({**rest, "variables": []}, known)
                return dataclasses.replace(story, variables=tuple(known.values()))
            except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as e:
                raise DamagedPack("The compiled pack is damaged.") from e
    raise DamagedPack("This is no compiled pack of this version.")


def fingerprint(story: Story) -> str:
    """Return 16 hex digits that change with any rule of the story and with no word of its prose.

    In which order choices stand on a page, and chances in a list, is no rule either.
    """
    rules = {
        "start": story.start,
        "you": story.you,
        "variables": [[v.id, v.kind, v.start, v.minimum, v.maximum, list(v.values)] for v in story.variables],
        "chapters": [[c.id, c.start, _encode(c.given)] for c in story.chapters],
        "lessons": [[lesson.id, lesson.chapters, lesson.close] for lesson in story.lessons],
        "scenes": [
            [_in_order(_without_prose(_encode(getattr(scene, name)))) for name in _RULES_OF_A_SCENE]
            for scene in sorted(story.scenes.values(), key=lambda scene: scene.id)
        ],
    }
    text = json.dumps(rules, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]


def _without_prose(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {name: _without_prose(value) for name, value in plain.items() if name not in _PROSE}
    return [_without_prose(value) for value in plain] if isinstance(plain, list) else plain


def _in_order(plain: Any) -> Any:
    """Put the ways of a scene in the order of their ids; those of `next` are tried as they stand."""
    if isinstance(plain, dict) and plain.get("is") in ("Choices", "Chance"):
        # Two offers of one deck stay in their order: a letter is taken through the first.
        entries = sorted(plain["entries"], key=lambda entry: str(entry.get("id") or entry.get("deck")))
        return {**plain, "entries": entries}
    return plain


def _encode(value: Any) -> Any:
    if isinstance(value, Words) and value.style == "plain":
        return value.text
    if isinstance(value, Variable):
        return value.id
    if dataclasses.is_dataclass(value):
        return _encode_record(value, tagged=type(value) in _ambiguous())
    if isinstance(value, Mapping):
        return {key: _encode(inner) for key, inner in value.items()}
    return [_encode(inner) for inner in value] if isinstance(value, tuple) else value


def _encode_record(record: Any, *, tagged: bool) -> dict[str, Any]:
    plain: dict[str, Any] = {"is": type(record).__name__} if tagged else {}
    record_type: Any = type(record)
    for name, default in _defaults(record_type):
        value = getattr(record, name)
        if value != default:
            is_declared = isinstance(record, Story) and name == "variables"
            plain[name] = [_encode_record(v, tagged=False) for v in value] if is_declared else _encode(value)
    return plain


_REQUIRED = object()


@cache
def _defaults(record: Any) -> tuple[tuple[str, Any], ...]:
    """Every field of a record with its default, or a value that equals nothing where there is none."""
    found = []
    for field in dataclasses.fields(record):
        default = field.default
        if field.default_factory is not dataclasses.MISSING:
            default = field.default_factory()
        found.append((field.name, _REQUIRED if default is dataclasses.MISSING else default))
    return tuple(found)


@cache
def _ambiguous() -> frozenset[Any]:
    """The records that stand in a union with others, and so carry `is`."""
    found: set[Any] = set()
    todo: list[Any] = [Story]
    done: set[Any] = set()
    while todo:
        hint = todo.pop()
        if hint in done:
            continue
        done.add(hint)
        members = [part for part in typing.get_args(hint) if _is_record(part)]
        if isinstance(hint, types.UnionType) and len(members) > 1:
            found.update(members)
        todo += [part for part in typing.get_args(hint) if not isinstance(part, str | int)]
        if _is_record(hint):
            todo += typing.get_type_hints(hint).values()
    return frozenset(found)


_Decode = Callable[[Any, Mapping[str, Variable]], Any]


@cache
def _decoder(hint: Any) -> _Decode:
    """The function that turns plain values back into what a type hint says."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint is Variable:
        return _record_decoder(Variable)
    if _is_record(hint):
        return _record_decoder(hint)
    if origin is tuple:
        return _tuple_decoder(args)
    if origin is not None and _is_mapping(origin):
        inner = _decoder(args[1])
        return lambda plain, known: {key: inner(value, known) for key, value in plain.items()}
    if isinstance(hint, types.UnionType) or origin is typing.Union:
        return _union_decoder(args)
    return _plain_decoder(frozenset(args) if origin is typing.Literal else None, hint)


def _plain_decoder(words: frozenset[Any] | None, kind: Any) -> _Decode:
    def decode(plain: Any, known: Mapping[str, Variable]) -> Any:
        if plain not in words if words else type(plain) is not kind:
            raise TypeError(f"{kind} was expected")
        return plain

    return decode


def _is_mapping(origin: Any) -> bool:
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _is_record(hint: Any) -> bool:
    return isinstance(hint, type) and dataclasses.is_dataclass(hint)


def _tuple_decoder(args: tuple[Any, ...]) -> _Decode:
    if len(args) == 2 and args[1] is Ellipsis:
        each = _decoder(args[0])
        return lambda plain, known: tuple([each(value, known) for value in plain])
    parts = [_decoder(arg) for arg in args]
    return lambda plain, known: tuple(part(value, known) for part, value in zip(parts, plain, strict=True))


def _union_decoder(args: tuple[Any, ...]) -> _Decode:
    records = {arg.__name__: arg for arg in args if _is_record(arg)}
    others = [arg for arg in args if arg is not types.NoneType and not _is_record(arg)]

    def decode(plain: Any, known: Mapping[str, Variable]) -> Any:
        if plain is None:
            return None
        if isinstance(plain, str) and "Words" in records:
            return Words(plain)
        if isinstance(plain, dict) and records:
            only = next(iter(records)) if len(records) == 1 else plain["is"]
            return _decoder(records[only])(plain, known)
        return _decoder(others[0])(plain, known)

    return decode


def _record_decoder(record: Any) -> _Decode:
    fields: dict[str, _Decode] | None = None

    def decode(plain: Any, known: Mapping[str, Variable]) -> Any:
        # Hints are resolved at the first use, since records contain each other.
        nonlocal fields
        if fields is None:
            fields = {name: _field_decoder(hint) for name, hint in typing.get_type_hints(record).items()}
        return record(**{name: fields[name](value, known) for name, value in plain.items() if name != "is"})

    return decode


def _field_decoder(hint: Any) -> _Decode:
    """Like _decoder, but a variable that a tree names stands there by its id."""
    if hint is Variable:
        return lambda plain, known: known[plain]
    return _decoder(hint)
