"""Declared variables, fates, and the people whose fates they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.authoring.decode_ways import FACTS
from game.authoring.draft import Draft
from game.authoring.fields import Field, Record, Shape
from game.authoring.guesses import folded, listed
from game.authoring.shapes import NODE, RESERVED, is_id, list_of, map_of, name_of, one_of, typed, whole
from game.authoring.text_shapes import LINE, PROSE, line, prose
from game.authoring.yaml_tree import Keyed, Node, Refused, Scalar, key_of, value_of
from game.story.model import Person
from game.story.prose import Prose
from game.story.variables import Variable, VariableKind

LIMIT = 1_000_000
KINDS = ("flag", "number", "meter", "word")


def _value_name(draft: Draft, node: Node) -> str:
    name = typed(draft, node, "a value")
    if is_id(draft, node, name) and name in RESERVED:
        draft.error("S121", node, name=name)
    return name


def _sign(draft: Draft, key: str, key_node: Scalar, value: Node) -> tuple[Scalar, str]:
    NUMBER.read(draft, key_node)
    return key_node, line(draft, value)


def _label(draft: Draft, key: str, key_node: Scalar, value: Node) -> tuple[Scalar, str]:
    return key_node, line(draft, value)


NUMBER = whole(-LIMIT, LIMIT)
VALUES = list_of(Shape("a value", {"type": "string"}, _value_name), "a list of values")
VARIABLE = Record(
    "a variable",
    (
        Field("type", one_of(KINDS, "a type"), "flag (true or false), number, meter or word."),
        Field("start", NODE, "Its value at the start."),
        Field("min", NUMBER, "The least it can be; effects stop there."),
        Field("max", NUMBER, "The most it can be; effects stop there."),
        Field(
            "signs",
            map_of(_sign, "numbers with a text each"),
            "How a meter shows: from this value on, this text.",
        ),
        Field(
            "show",
            one_of(("lamps", "chair"), "a way to show it"),
            "`lamps`: a number that stands on the desk. `chair`: a word that the debrief names under what "
            "this chair brought.",
        ),
        Field("values", VALUES, "The values of a word."),
        Field(
            "labels", map_of(_label, "values with a text each"), "How each value of a word reads in a text."
        ),
    ),
    slips={
        "kind": "type",
        "minimum": "min",
        "maximum": "max",
        "default": "start",
        "initial": "start",
        "value": "start",
    },
)
_FITS: dict[str, tuple[str, ...]] = {
    "flag": ("type", "start"),
    "number": ("type", "start", "min", "max", "show"),
    "meter": ("type", "start", "min", "max", "show", "signs"),
    "word": ("type", "start", "values", "labels", "show"),
}


def read_fates(draft: Draft, node: Node) -> tuple[tuple[str, str], ...]:
    """Read the fates in order of gravity: id and label."""

    def read(draft: Draft, key: str, key_node: Scalar, value: Node) -> str:
        if is_id(draft, key_node, key):
            if key in RESERVED:
                draft.error("S121", key_node, name=key)
            draft.define("fate", key, key_node)
        return line(draft, value) or key.replace("_", " ")

    return tuple(map_of(read, "fates with a label each").read(draft, node).items())


def stray_fates(draft: Draft, variables: Node) -> Node | None:
    """Report fates that stand among the variables, once; take them out there and return them."""
    pairs = list(variables.pairs()) if isinstance(variables, Keyed) else []
    texts = [type(value) is Scalar and bool(value.value) and value.value not in KINDS for _, value in pairs]
    if True not in texts or not isinstance(variables, Keyed):
        return None
    first = texts.index(True)
    names = {key.value for key, _ in pairs if isinstance(key, Scalar)}
    key = pairs[first][0]
    if not all(texts[first:]) or not isinstance(key, Scalar) or ("values" in names and "type" in names):
        return None
    fates = Keyed()
    fates.items = [node for pair in pairs[first:] for node in pair]
    fates.start, fates.end = key.start_mark.index, variables.end
    above = pairs[first - 1] if first else None
    if above and isinstance(above[0], Scalar) and above[0].value == "fates":
        draft.error("S152", above[0], name="fates", what="a key of pack.yaml", help="at_margin", key="fates")
        first -= 1
    elif len(texts) - first > 1:
        draft.error("S152", key, name=key.value, what="a fate", help="fates_above")
    else:
        return None
    variables.items = [node for pair in pairs[:first] for node in pair]
    return fates


def read_variables(draft: Draft, node: Node) -> None:
    """Read the variables of a pack into the draft."""

    def read(draft: Draft, key: str, key_node: Scalar, value: Node) -> None:
        if not is_id(draft, key_node, key):
            return
        if key in RESERVED:
            draft.error("S121", key_node, name=key)
        if not draft.define("variable", key, key_node):
            return
        errors = draft.report.wrong
        is_empty = type(value) is Scalar and not value.value
        values = {} if is_empty else VARIABLE.read(draft, value)
        is_whole = draft.report.wrong == errors  # else what seems to be missing was typed in another form
        made = _variable(draft, key, key_node, value, values) if is_whole else None
        if made is None or draft.report.wrong != errors:
            draft.broken_variables.add(key)
        if made is not None:
            draft.variables[key] = replace(made, slot=len(draft.variables))
            for name, at in zip(made.values, _value_nodes(value), strict=False):
                draft.known.setdefault("value", {}).setdefault(name, draft.part(draft.file, at, 0, -1))

    map_of(read, "variables").read(draft, node)


def _value_nodes(node: Node) -> list[Node]:
    found = value_of(node, "values") if isinstance(node, Keyed) else None
    return [] if found is None or isinstance(found, Scalar) else found.items


def _variable(draft: Draft, name: str, key: Scalar, node: Node, values: dict[str, Any]) -> Variable | None:
    kind: VariableKind = values.get("type") or (
        "word" if "values" in values else "number" if {"min", "max"} & values.keys() else "flag"
    )
    if isinstance(node, Keyed):
        for found, _ in node.pairs():
            if isinstance(found, Scalar) and found.value in values and found.value not in _FITS[kind]:
                draft.error("S128", found, key=found.value, kind=kind, fits=listed(_FITS[kind]))
    fitting = "chair" if kind == "word" else "lamps"
    if kind != "flag" and values.get("show", fitting) != fitting and isinstance(node, Keyed):
        shown = value_of(node, "show")
        assert isinstance(shown, Scalar)
        draft.error("S109", shown, typed=shown.value, options=f"`{fitting}`")
    start = values.get("start")
    if kind == "flag":
        return Variable(name, "flag", 0, _start_of_flag(draft, start))
    if kind == "word":
        return _word(draft, name, key, node, values)
    for wanted in ("start", "min", "max"):
        if wanted not in values:
            draft.error("S140", key, name=name, kind=kind, key=wanted)
            return None
    low, high = values["min"], values["max"]
    assert start is not None
    at = NUMBER.read(draft, start)
    if low > high:
        draft.error("S153", key_of(node, "min") if isinstance(node, Keyed) else node, low=low, high=high)
        return None
    if not low <= at <= high:
        draft.error("S127", start, start=at, low=low, high=high)
        return None
    found = values.get("signs", {}).values()
    signs = sorted((int(k.value), v) for k, v in found if k.value.lstrip("-+").isdecimal())
    for sign, _ in found:
        if sign.value.lstrip("-+").isdecimal() and not low <= int(sign.value) <= high:
            draft.error("S146", sign, at=sign.value, name=name, low=low, high=high)
    return Variable(name, kind, 0, at, low, high, signs=tuple(signs), shown_as=values.get("show"))


def _start_of_flag(draft: Draft, node: Node | None) -> int:
    if node is None:
        return 0
    text = typed(draft, node, "`true` or `false`")
    if text not in ("true", "false", ""):
        draft.error("S124", node, typed=text)
    return int(text == "true")


def _word(draft: Draft, name: str, key: Scalar, node: Node, values: dict[str, Any]) -> Variable | None:
    names: tuple[str, ...] = values.get("values", ())
    if not names:
        if isinstance(node, Keyed) and value_of(node, "values") is not None:
            return None
        draft.error("S140", key, name=name, kind="word", key="values")
        return None
    for at, value in enumerate(names):
        if value in names[:at]:
            draft.error("S120", _value_nodes(node)[at], kind="value", name=value, defined=None)
    labels = {value: value.replace("_", " ") for value in names}
    for label_key, label in values.get("labels", {}).values():
        if label_key.value in labels:
            labels[label_key.value] = label
        else:
            _unknown_value(draft, label_key, names, name)
    start = values.get("start")
    first = typed(draft, start, "a value") if start is not None else names[0]
    if first not in names:
        if first and start is not None:
            _unknown_value(draft, start, names, name)
        return None
    shown, last = tuple(labels[value] for value in names), len(names) - 1
    return Variable(
        name, "word", 0, names.index(first), 0, last, names, shown, shown_as=values.get("show")
    )


def _unknown_value(draft: Draft, node: Node, values: tuple[str, ...], owner: str) -> None:
    assert isinstance(node, Scalar)
    guess = draft.guesses.nearest(node.value, values)
    help_name = "did_you_mean" if guess else None
    draft.error(
        "V108", node, name=node.value, owner=owner, values=listed(values), help=help_name, guess=guess
    )


def _after(draft: Draft, key: str, key_node: Scalar, value: Node) -> Prose:
    name_of("fate", "a fate").read(draft, key_node)
    return prose(draft, value)


PERSON = Record(
    "a person",
    (
        Field("name", LINE, "The full name.", required=True),
        Field("role", LINE, "What they are."),
        Field("portrait", name_of("portrait", "a portrait"), "The portrait's name."),
        Field("fate", name_of("fate", "a fate"), "The fate at the start; without it, the first."),
        Field("about", PROSE, "Two or three sentences: a life before a case."),
        Field("after", map_of(_after, "fates with a text each"), "What became of them, by final fate."),
        Field("drawn_from", FACTS, "The facts that an invented person rests on."),
    ),
    slips={
        "title": "role",
        "description": "about",
        "picture": "portrait",
        "facts": "drawn_from",
        "start": "fate",
    },
    kinds=("person", "slot"),
)


def read_person(
    draft: Draft, name: str, key: Scalar, node: Node, fates: tuple[tuple[str, str], ...]
) -> Person | None:
    """Read one person of people.yaml; the fate becomes a variable of the same name."""
    if not is_id(draft, key, name):
        return None
    if name in RESERVED:
        draft.error("S121", key, name=name)
    earlier = draft.known.get("variable", {}).get(name)
    if earlier is not None:
        draft.error("V130", key, name=name, defined=earlier)
        draft.broken_variables.add(name)  # whichever of the two a condition means, it is not wrong as well
    if not draft.define("person", name, key) or isinstance(node, Refused):
        return None
    errors = draft.report.wrong
    values = PERSON.read(draft, node, key)
    if values.get("name"):
        draft.titles.setdefault("person", {}).setdefault(folded(values["name"]), name)
    fate = values.pop("fate", "")
    names = tuple(fate_name for fate_name, _ in fates)
    if not names and draft.lost_everything:
        draft.broken_variables.add(name)
    if names and earlier is None:
        start = names.index(fate) if fate in names else 0
        labels = tuple(label for _, label in fates)
        variable = Variable(name, "fate", len(draft.variables), start, 0, len(names) - 1, names, labels)
        draft.variables[name] = variable
    if draft.report.wrong != errors:
        return None
    values["after"] = tuple(values.get("after", {}).items())
    return Person(name, **values)
