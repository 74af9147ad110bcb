"""JSON Schema of every kind of file, from the field tables: for editors, which complete keys and names.

Draft 7: the version that the common YAML language server has always read. A schema is looser than `check`,
which has the last word: a name that the pack does not know yet is not marked, so that somebody may write a
scene before the fact that it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from game.authoring.compiler import Compilation
from game.authoring.shapes import DATE, ID
from game.authoring.tables import FILES, INSIDE, TABLES, Table

Names = Mapping[str, tuple[str, ...]]
"""The known names of each kind, as `name_of` calls the kinds."""

DIALECT = "http://json-schema.org/draft-07/schema#"
_ID = {"type": "string", "pattern": f"^{ID.pattern}$"}
_PATTERNS: Mapping[str, Mapping[str, Any]] = {
    "scene_or_way": {"type": "string", "pattern": rf"^{ID.pattern}(\.{ID.pattern})?$"},
    # Pictures are files, whose names are freer than ids.
    **{kind: {"type": "string"} for kind in ("place", "picture", "portrait")},
}
_DATE = {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_SAME = {"own_deck": "deck", "link": "scene", "scene_or_way": "scene"}
_DECK = re.compile(r"^deck:[ \t]*([a-z][a-z0-9_]*)", re.MULTILINE)


def schema_of(kind: str, names: Names | None = None, extends: bool | None = None) -> dict[str, Any]:
    """Return the schema of a kind of file, one of FILES.

    `names` are offered where one of them is wanted. `extends` says whether the pack is an extension; None
    leaves it open, and then pack.yaml may be either. Raises KeyError for an unknown kind.
    """
    title, inside = FILES[kind]
    known = names or {}
    if kind == "pack" and extends:
        inside = {"$ref": "#/definitions/extension"}
    definitions = {name: _definition(table) for name, table in TABLES.items()}
    if extends is None:
        _either_pack(definitions["pack"])
    whole = {"$schema": DIALECT, "title": title, **inside, "definitions": definitions}
    found: dict[str, Any] = _plain(whole)
    needed = _reached(found)
    found["definitions"] = {name: found["definitions"][name] for name in definitions if name in needed}
    found["definitions"] |= _name_definitions(_kinds_of_names(found), known)
    if "$ref" in inside:
        # Beside a `$ref` draft 7 reads nothing else.
        found["allOf"] = [{"$ref": found.pop("$ref")}]
    return found


def names_of(compilation: Compilation, pictures: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return the names that a pack knows, by kind.

    `pictures` are the names of the kinds place, picture and portrait, which are files.
    """
    found: dict[str, list[str]] = {}
    for kind, *rest in compilation.where:
        if len(rest) == 1:
            found.setdefault(kind, []).append(rest[0])
    # Read from the texts: also a scene that has a mistake names its deck.
    decks = dict.fromkeys(name for file in compilation.files for name in _DECK.findall(file.text))
    names = {kind: tuple(known) for kind, known in found.items()} | {"deck": tuple(decks)}
    names |= {kind: tuple(sorted(known)) for kind, known in pictures.items()}
    names["scene_or_ending"] = tuple(dict.fromkeys((*names.get("scene", ()), *names.get("ending", ()))))
    return names


def _definition(table: Table) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for field in table.record.fields:
        override = INSIDE.get(table.name, {}).get(field.key)
        inside = dict(override[1] if override else field.shape.schema)
        if field.shape is DATE:
            inside = dict(_DATE)
        properties[field.key] = {"description": field.doc, **_beside_description(_plain(inside))}
    required = [field.key for field in table.record.fields if field.required]
    record: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        record["required"] = required
    return record


def _beside_description(inside: dict[str, Any]) -> dict[str, Any]:
    return {"allOf": [inside]} if "$ref" in inside else inside


def _either_pack(pack: dict[str, Any]) -> None:
    own = set(pack["required"])
    shared = [field.key for field in TABLES["extension"].record.fields if field.required and field.key in own]
    rest = [key for key in pack["required"] if key not in shared]
    pack["required"] = shared
    pack |= {"if": {"required": ["extends"]}, "else": {"required": rest}}


def _plain(inside: Any) -> Any:
    """Return a schema in which names are references, and a text may also look like a number."""
    if isinstance(inside, Mapping):
        if "names" in inside and isinstance(inside["names"], str):
            return {"$ref": f"#/definitions/name_of_{inside['names']}"}
        if inside == {"type": "string"}:
            # `title: 1937` is a text, whatever YAML makes of it.
            return {"type": ["string", "number"]}
        return {key: _plain(value) for key, value in inside.items()}
    if isinstance(inside, list | tuple):
        return [_plain(value) for value in inside]
    return inside


def _references(inside: Any) -> Iterable[str]:
    if isinstance(inside, Mapping):
        for key, value in inside.items():
            if key == "$ref":
                yield str(value).rpartition("/")[2]
            else:
                yield from _references(value)
    elif isinstance(inside, list):
        for value in inside:
            yield from _references(value)


def _reached(schema: Mapping[str, Any]) -> set[str]:
    """Return the names of the definitions that a schema comes to."""
    definitions = schema["definitions"]
    found: set[str] = set()
    waiting = list(_references({key: value for key, value in schema.items() if key != "definitions"}))
    while waiting:
        name = waiting.pop()
        if name not in found and name in definitions:
            found.add(name)
            waiting.extend(_references(definitions[name]))
    return found


def _kinds_of_names(schema: Mapping[str, Any]) -> list[str]:
    found = {name.removeprefix("name_of_") for name in _references(schema) if name.startswith("name_of_")}
    return sorted(found)


def _name_definitions(kinds: Iterable[str], names: Names) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    for kind in kinds:
        known = names.get(_SAME.get(kind, kind), ())
        if kind == "link" and known:
            known = (*known, "return")
        shape = dict(_PATTERNS.get(kind, _ID))
        # Known names are offered; another proper name is no mistake of the editor's to mark.
        offered = {"anyOf": [{"enum": list(known)}, shape]} if known else shape
        definitions[f"name_of_{kind}"] = offered
    return definitions
