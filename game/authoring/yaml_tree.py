"""YAML text -> nodes with places. No constructor is called: every value stays what was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Protocol

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

try:
    from yaml.cyaml import CParser as Parser  # type: ignore[attr-defined]
except ImportError:  # a Python without PyYAML's C part: ten times slower, the same events
    Parser = yaml.SafeLoader  # type: ignore[misc, assignment]

from game.authoring.spans import Span, TextFile

DEPTH = 20
"""How deep lists and records may stand inside one another."""

if TYPE_CHECKING:

    class Mark(Protocol):
        """A place in a file: `index` counts characters from 0."""

        index: int

    class Scalar:
        """The parts of PyYAML's event that are used here, with their types."""

        value: str
        style: str | None
        start_mark: Mark
        end_mark: Mark

        def __init__(self, *parts: object) -> None: ...

else:
    Scalar = ScalarEvent
"""A single value. PyYAML's own event serves: `value`, `style` and both marks are all that a node needs, and
another object for each of half a million values would cost as much as the rest of the loading."""


class Refused(Scalar):
    """Stands where something was refused and reported; whoever meets it stays silent."""


class Group:
    """A list, or a record: then keys and values by turns. `start` and `end` are offsets into the file."""

    # No __init__: calling it for each of a hundred thousand groups would be felt.
    __slots__ = ("end", "items", "start")
    items: list[Node]
    start: int
    end: int


class Keyed(Group):
    """A record: `items` holds key, value, key, value."""

    __slots__ = ()

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Yield each key with its value."""
        items = iter(self.items)
        return zip(items, items, strict=True)


class Listed(Group):
    """A list."""

    __slots__ = ()


Node = Scalar | Keyed | Listed


class Unreadable(Exception):
    """Raised where a document ends for a reason that is not YAML's: nested too deep."""

    def __init__(self, code: str, start: int, end: int) -> None:
        super().__init__(code)
        self.code = code
        self.start = start
        self.end = end


_REFUSABLE = re.compile(r"[&!]")
_BEFORE_VALUES = "\n\t []{},:?-"

Refuse = Callable[[str, int, int], None]
"""Takes the code of a refused construct and the offsets of its place."""


def documents(text: str, refuse: Refuse) -> Iterator[Node]:
    """Yield the documents of a file, empty ones left out.

    Raises yaml.YAMLError at the first place that is not YAML, Unreadable where it is nested too deep.
    """
    root: list[Node] = []
    stack: list[tuple[Keyed | Listed, Callable[[Node], None]]] = []
    put: Callable[[Node], None] = root.append
    node: Keyed | Listed
    items: list[Node]
    # Signs that no file of ours needs are looked for once a file, instead of at each of its values.
    may_refuse = ("&" in text or "!" in text) and any(
        found.start() == 0 or text[found.start() - 1] in _BEFORE_VALUES for found in _REFUSABLE.finditer(text)
    )
    next_event: Callable[[], Any] = Parser(text).get_event
    for event in iter(next_event, None):
        kind = type(event)
        if kind is ScalarEvent:
            if may_refuse and (event.tag is not None or event.anchor is not None):
                put(_refused(event, refuse))
            else:
                put(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            node = Keyed() if kind is MappingStartEvent else Listed()
            node.items = items = []
            node.start = node.end = event.start_mark.index
            # What a refused sign stands before is read, so that the rest keeps its place, but goes nowhere.
            is_refused = may_refuse and (event.tag is not None or event.anchor is not None)
            put(_refused(event, refuse) if is_refused else node)
            stack.append((node, put))
            put = items.append
            if len(stack) > DEPTH:
                raise Unreadable("Y119", event.start_mark.index, event.end_mark.index)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            node, put = stack.pop()
            node.end = event.end_mark.index
        elif kind is AliasEvent:
            put(_refused(event, refuse))
        elif kind is DocumentEndEvent:
            if not (type(root[0]) is Scalar and root[0].value == "" and not root[0].style):
                yield root[0]
            root.clear()


def _refused(event: Any, refuse: Refuse) -> Refused:
    start, end = event.start_mark.index, event.end_mark.index
    code = "Y106" if isinstance(event, AliasEvent) else "Y107" if event.tag is not None else "Y108"
    refuse(code, start, end)
    return Refused(None, None, (True, False), "", event.start_mark, event.end_mark)


def start_of(node: Node) -> int:
    """Return the offset at which a node begins."""
    return node.start_mark.index if isinstance(node, Scalar) else node.start


def span_of(file: TextFile, node: Node) -> Span:
    """Return the place of a node: a whole single-line value, or the first line of anything longer."""
    if type(node) is Scalar:
        start, end = node.start_mark.index, node.end_mark.index
        if end - start == len(node.value):
            return Span(file, start, end)  # unquoted, in one line
    else:
        start = start_of(node)
        end = node.end_mark.index if isinstance(node, Scalar) else node.end
    line_end = file.text.find("\n", start)
    if 0 <= line_end < end:
        end = line_end
    while end > start + 1 and file.text[end - 1] in " \t\n":
        end -= 1
    return Span(file, start, end)


def value_of(node: Keyed, key: str) -> Node | None:
    """Return the value under a key of a record, or None."""
    items = node.items
    for at in range(0, len(items), 2):
        found = items[at]
        if type(found) is Scalar and found.value == key:
            return items[at + 1]
    return None


def key_of(node: Keyed, key: str) -> Node:
    """Return the node of a key of a record; where it is written otherwise, the record's first key."""
    keys = (found for found, _ in node.pairs() if isinstance(found, Scalar) and found.value == key)
    return next(keys, node.items[0] if node.items else node)
