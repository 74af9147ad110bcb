"""The decoding kit: one table of fields per record, used to read it and to describe it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.authoring.draft import Draft, Read
from game.authoring.guesses import listed, odd_letter
from game.authoring.run_together import id_inside, nameless
from game.authoring.spans import Span
from game.authoring.yaml_tree import Keyed, Listed, Node, Refused, Scalar, span_of, start_of, value_of


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands under a key: `words` for an author, `schema` for JSON Schema, `read` for the compiler.

    `{"names": kind}` in a schema stands for the name of something of that kind: see schema.py.
    """

    words: str
    schema: Mapping[str, Any]
    read: Read


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record. `into` is the name in the model where that differs from the key."""

    key: str
    shape: Shape
    doc: str
    required: bool = False
    into: str = ""


@dataclass(frozen=True)
class Record:
    """A kind of record: its name for an author, its fields, and keys that are met but belong elsewhere.

    `elsewhere` maps a key to the code and values of the message that it deserves here; `slips` maps what
    people write to the key that is right.
    """

    what: str
    fields: tuple[Field, ...]
    slips: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    readers: dict[str, tuple[str, Read]] = field(init=False, repr=False)
    required: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        readers = {f.key: (f.into or f.key, f.shape.read) for f in self.fields}
        object.__setattr__(self, "readers", readers)
        object.__setattr__(self, "required", frozenset(f.into or f.key for f in self.fields if f.required))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the record, in the table's order."""
        return tuple(f.key for f in self.fields)

    def read(self, draft: Draft, node: Node, id_key: Node | None = None) -> dict[str, Any]:
        """Return the values of a record by their names in the model; everything wrong is reported."""
        if type(node) is not Keyed:
            self._not_a_record(draft, node)
            return {}
        values: dict[str, Any] = {}
        readers = self.readers
        empty: list[str] | None = None
        count = 0
        items = iter(node.items)
        for key, value in zip(items, items):  # noqa: B905 - strict costs, and the parser gives pairs
            try:
                # Nearly always; a key that was refused has no text, a list or a record as key no `value`.
                into, read = readers[key.value]  # type: ignore[union-attr]
            except (KeyError, AttributeError):
                found = self._odd_key(draft, node, key, value)
                if found is None:
                    count += 1
                    continue
                into, read = found
            if type(value) is Scalar and not value.value:
                # Nothing behind the key, nothing below its `|`, or nothing in the quotes: all the same.
                empty = [*(empty or ()), into]
                count += 1
                continue
            values[into] = read(draft, value)
        if 2 * (len(values) + count) != len(node.items):
            self._report_twice(draft, node)
            return values
        if empty is not None or not self.required <= values.keys():
            self._missing(draft, node, values, empty or [], id_key)
        return values

    def _not_a_record(self, draft: Draft, node: Node) -> None:
        draft.lose(draft.file.text[start_of(node) : span_of(draft.file, node).end])
        draft.report.wrong += 1
        if not isinstance(node, Refused):
            help_name = "scenes_apart" if self.keys[0] == "scene" and isinstance(node, Listed) else None
            keys = listed(self.keys, 6)
            draft.error("S106", node, what=self.what, keys=keys, found=described(node), help=help_name)

    def _odd_key(self, draft: Draft, node: Keyed, key: Node, value: Node) -> tuple[str, Read] | None:
        if isinstance(key, Refused) or draft.report.is_full:
            draft.report.wrong += 1
            return None
        if not isinstance(key, Scalar):
            draft.error("Y120", key)
            return None
        name = key.value
        if (
            name.endswith(")")
            and "(" in draft.file.text[max(0, key.start_mark.index - 100) : key.start_mark.index]
        ):
            return None  # the other half of a `chose(a, b)` that a comma parted in two: reported there
        if self.kinds and id_inside(draft, node, key, value, self.readers):
            return None  # the record that was meant is told once, with all its keys
        _lose_value(draft, value)
        if name == "<<":
            return None  # its value, an alias, is refused
        if code := self.elsewhere.get(name):
            draft.error(code, key, key=name, what=self.what, keys=listed(self.keys, 20))
            return None
        guess = self.slips.get(name) or draft.guesses.nearest(name, self.readers)
        if odd := odd_letter(name):
            draft.error("S134", key, name=name, odd=odd, help="write" if guess else None, right=guess)
            return self.readers[guess] if guess and value_of(node, guess) is None else None
        if guess is None or " " in name.strip():
            first, _, rest = name.partition(" ")
            help_name = "key_is_text" if rest else "scene_as_key" if self._is_scene_as_key(node) else None
            if first in self.readers and not getattr(value, "value", "."):
                help_name, guess = "write", f"{first}: {rest}"
            keys = listed(self.keys, 30)
            draft.error("S101", key, key=name, what=self.what, keys=keys, help=help_name, right=guess)
            return None
        # Read on under the key that was meant: its value may hold mistakes too, and names that others use.
        is_free = not any(isinstance(k, Scalar) and k.value == guess for k, _ in node.pairs())
        draft.error("S101", key, key=name, what=self.what, help="did_you_mean_key", guess=guess)
        return self.readers[guess] if is_free else None

    def _is_scene_as_key(self, node: Keyed) -> bool:
        """Whether a scene is written like a fact: everything below its id."""
        return len(node.items) == 2 and self.keys[0] == "scene" and isinstance(node.items[1], Keyed)

    def _report_twice(self, draft: Draft, node: Keyed) -> None:
        if nameless(draft, node, self.readers, self.kinds):
            return
        seen: dict[str, Scalar] = {}
        for key, _ in node.pairs():
            if not isinstance(key, Scalar) or isinstance(key, Refused):
                continue
            earlier = seen.setdefault(key.value, key)
            if earlier is not key and key.value in ("scene", "id"):
                # Two records run together: their other keys are double too, but that is one slip.
                draft.lose(draft.file.text[node.start : node.end])
                help_name = "new_scene" if key.value == "scene" else "new_entry"
                draft.error("Y125", key, key=key.value, help=help_name)
                return
        for key, _ in node.pairs():
            if isinstance(key, Scalar) and not isinstance(key, Refused) and seen[key.value] is not key:
                draft.error("Y114", key, key=key.value, defined=span_of(draft.file, seen[key.value]))

    def _missing(
        self, draft: Draft, node: Keyed, values: Mapping[str, Any], empty: list[str], id_key: Node | None
    ) -> None:
        keys = [key for key, _ in node.pairs()]
        if any(isinstance(part, Refused) for part in node.items) or (keys and not values and not empty):
            draft.report.wrong += 1
            return  # what is missing may be in what was refused, or not understood at all
        missing = []
        for entry in self.fields:
            into = entry.into or entry.key
            # An `if` with nothing behind it would let everything through.
            if into in values or not (entry.required or (into == "condition" and into in empty)):
                continue
            if into not in empty:
                missing.append(entry)
                continue
            for key in keys:
                if isinstance(key, Scalar) and self.readers.get(key.value, ("",))[0] == into:
                    help_name = "no_condition" if into == "condition" else None
                    draft.error("S119", key, key=entry.key, words=entry.shape.words, help=help_name)
        if missing and not any(value is draft.run_on for _, value in node.pairs()):
            names = [f"`{entry.key}:`" for entry in missing]
            listing = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
            docs = "\n".join(f"add `{entry.key}:` ({entry.doc.rstrip('.')})" for entry in missing)
            place = record_start(draft, node) if id_key is None else span_of(draft.file, id_key)
            draft.report.add("S103", place, what=self.what, keys=listing, docs=docs)
            if any(entry.into == "id" and entry.key == "scene" for entry in missing):
                draft.lost_kinds.add("scene")  # this one may be any scene that is named and not there


def record_start(draft: Draft, node: Keyed) -> Span:
    """Return the place that stands for a whole record: its first key."""
    return span_of(draft.file, node.items[0]) if node.items else span_of(draft.file, node)


def _lose_value(draft: Draft, value: Node) -> None:
    if not isinstance(value, Scalar):
        draft.lose(draft.file.text[value.start : value.end])


def described(node: Node) -> str:
    """Return what a node is in an author's words."""
    if isinstance(node, Listed):
        return "a list"
    if isinstance(node, Keyed):
        return "keys and values"
    return f"the text `{shortened(node.value)}`" if node.value else "nothing"


def shortened(text: str, width: int = 40) -> str:
    """Return a text in one line, cut after `width` signs."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 3].rstrip() + "..."
