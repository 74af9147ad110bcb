"""What is known while a pack is compiled: names, references, places, and the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from game.authoring.diagnostics import Report
from game.authoring.guesses import Guesses
from game.authoring.spans import Places, Span, TextFile
from game.authoring.yaml_tree import Node, Scalar, span_of
from game.authoring.yaml_values import offset_in
from game.story.variables import Variable


class Reference(NamedTuple):
    """A use of a name that must be known in the end; `start`, `end` are a part of the value, 0, -1 all."""

    kind: str
    name: str
    file: TextFile
    node: Node
    start: int = 0
    end: int = -1
    chapter: str = ""


class Misnamed(NamedTuple):
    """Something that stands where a name is wanted and cannot be one."""

    kind: str
    name: str
    file: TextFile
    node: Node


class Draft:
    """The state of one compilation.

    `known` holds, for each kind of name, the names and where they stand. `where` becomes Compilation.where.
    `links` are the scenes that a `to:` names; most stand further on, so they are kept apart and light:
    name, file, start and end, no node. `lost_kinds` are kinds of names whose file is of another shape.
    `ids` are names found proper; `conditions`, `plain_conditions` (those without a finding and without the
    name of a scene) and `effects` keep what was parsed by its text: a story asks the same things often.
    `file`, `chapter` and `from_extension` follow the file that is being decoded. `run_on` is the value that
    swallowed the lines below it, `together` are records that were reported as two in one. `misnamed` are
    names that are no ids, told at the end, when `titles` (by kind, id by title) are known; `bad_ids` are such
    names where they are given. `given` are the variables that the start of some chapter sets,
    `told_folders` those of chapters with a wrong id; `deck_scenes` are the scenes that wait in a deck.
    `grade` is the school year that the pack is for, if it says one.
    """

    def __init__(self) -> None:
        self.report = Report()
        self.guesses = Guesses()
        self.known: dict[str, dict[str, Span]] = {}
        self.where = Places()
        self.references: list[Reference] = []
        self.links: list[tuple[str, TextFile, int, int]] = []
        self.file = TextFile("", "")
        self.chapter = ""
        self.from_extension = False
        self.variables: dict[str, Variable] = {}
        self.chapters: dict[str, int] = {}
        self.terms: dict[str, str] = {}
        self.promises = 0  # how many were read, of a base and its extension together
        self.ids: set[str] = set()
        self.conditions: dict[str, Any] = {}
        self.plain_conditions: dict[str, Any] = {}
        self.effects: dict[str, Any] = {}
        self.broken_variables: set[str] = set()
        self.broken_scenes: dict[str, str] = {}
        self.lost_kinds: set[str] = set()
        self._lost: list[str] = []
        self._lost_words: set[str] = set()
        self.lost_everything = False
        self.run_on: Node | None = None
        self.together: list[Node] = []
        self.misnamed: list[Misnamed] = []
        self.titles: dict[str, dict[str, str]] = {}
        self.bad_ids: set[str] = set()
        self.given: set[str] = set()
        self.told_folders: set[str] = set()
        self.deck_scenes: set[str] = set()
        self.grade: int | None = None

    def error(self, code: str, node: Node, **values: Any) -> None:
        """Report a finding at a node."""
        if self.report.is_full:
            self.report.wrong += 1
            return
        self.report.add(code, span_of(self.file, node), **values)

    def error_in(self, code: str, node: Node, start: int, end: int, **values: Any) -> None:
        """Report a finding at characters `start`..`end` of a single value."""
        if self.report.is_full:
            self.report.wrong += 1
            return
        self.report.add(code, self.part(self.file, node, start, end), **values)

    def part(self, file: TextFile, node: Node, start: int, end: int) -> Span:
        """Return the place of characters `start`..`end` of a single value; of all of it where end is -1."""
        if end < 0 or not isinstance(node, Scalar):
            return span_of(file, node)
        if not node.style and node.end_mark.index - node.start_mark.index == len(node.value):
            first, last = node.start_mark.index + start, node.start_mark.index + end
            return Span(file, first, max(first + 1, last))
        first = offset_in(file.text, node, start)
        last = offset_in(file.text, node, max(start, end - 1)) + 1
        return Span(file, first, max(first + 1, last))

    def define(self, kind: str, name: str, node: Node) -> bool:
        """Make a name known; where it already is, report it and return False."""
        known = self.known.setdefault(kind, {})
        if name in known:
            earlier = known[name]
            is_clash = self.from_extension and earlier.file.shown.startswith(self.base_shown)
            code = "S133" if is_clash and self.base_shown else "S120"
            self.error(code, node, kind=kind, name=name, defined=earlier)
            return False
        span = span_of(self.file, node)
        known[name] = span
        self.where.put((kind, name), *span)
        return True

    base_shown = ""
    """How the paths of the base pack begin, while an extension is compiled."""

    def refer(self, kind: str, node: Scalar) -> None:
        """Remember that a value names something of a kind."""
        self.references.append(Reference(kind, node.value, self.file, node, 0, -1, self.chapter))

    def lose(self, text: str) -> None:
        """Remember a text that could not be read: names that stand in it are not reported missing."""
        self._lost.append(text)

    @property
    def has_lost(self) -> bool:
        """Whether some part of the pack could not be read."""
        return self.lost_everything or bool(self._lost) or bool(self._lost_words)

    def lost_names(self) -> set[str]:
        """Return all words of the parts that could not be read."""
        for text in self._lost:
            self._lost_words.update(re.findall(r"\w+", text))
        self._lost.clear()
        return self._lost_words

    def may_stand_in_lost(self, name: str, kind: str = "slot") -> bool:
        """Return whether a name may be missing only because what defines it could not be read."""
        if kind in self.lost_kinds:
            return True
        return self.lost_everything or (self.has_lost and name in self.lost_names())

    def nearest(self, name: str, kind: str) -> tuple[str | None, Span | None]:
        """Return the known name of a kind that is most like `name`, and where it stands."""
        known: Mapping[str, Span] = self.known.get(kind, {})
        guess = self.guesses.nearest(name, known)
        return guess, known[guess] if guess else None


Read = Callable[[Draft, Node], Any]
"""Reads a node as something of the model; reports what is wrong and then returns an empty value."""
