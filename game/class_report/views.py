"""What the report of a class shows: plain values, as game.story.views are; `plain(view)` is JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.story.content_views import FactView, ProseView


@dataclass(frozen=True, slots=True)
class WayCountView:
    """One way of a decision: how many took it, of how many to whom it lay open.

    `facts` are what officials of the record did, `debrief` what the way meant.
    """

    id: str
    text: ProseView
    taken: int
    open_to: int
    debrief: ProseView
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class DecisionCountView:
    """One decision: `faced` playthroughs came to it.

    On a desk several papers can be taken up, and somebody can come to it more than once: there `taken` counts
    who did so at all. `apart` says how many of 100 pairs of playthroughs chose differently here; it is 0 for
    a desk, for chance, and where somebody came back and took another way too.
    """

    scene: str
    title: str
    date: str
    kind: Literal["choice", "desk", "chance"]
    faced: int
    apart: int
    ways: tuple[WayCountView, ...]
    papers: tuple[WayCountView, ...]
    facts: tuple[FactView, ...]
    questions: tuple[ProseView, ...]


@dataclass(frozen=True, slots=True)
class EndCountView:
    """Where so many playthroughs ended; `fate` is what the ending makes of the player's person."""

    scene: str
    title: str
    fate: str
    count: int


@dataclass(frozen=True, slots=True)
class FateCountView:
    """Somebody, and how many playthroughs ended with each of their fates, in the pack's order of fates."""

    person: str
    name: str
    fates: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class StartCountView:
    """All playthroughs that began alike. `kind` and `title` name the start.

    `split` are the scenes of the decisions that set the class apart most, those first.
    """

    kind: Literal["story", "chapter", "lesson", "scene"]
    title: str
    played: int
    endings: tuple[EndCountView, ...]
    stopped: tuple[EndCountView, ...]
    split: tuple[str, ...]
    decisions: tuple[DecisionCountView, ...]
    fates: tuple[FateCountView, ...]
    unmet: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class BadLineView:
    """A line that could not be used: its number and why; never its text."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ClassView:
    """The report. `repeats` codes stood there already and were not counted again."""

    story: str
    title: str
    version: str
    language: str
    lines: int
    codes: int
    repeats: int
    starts: tuple[StartCountView, ...]
    bad: tuple[BadLineView, ...]
    bad_in_all: int
    without_code: int
