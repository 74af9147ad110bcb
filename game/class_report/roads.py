"""Codes played again and counted, each page in each state worked out once.

A class walks the same few roads over and over: what lies open on a page, and where each way leads, is kept.
"""

from __future__ import annotations

from game.class_report.tally import Tally
from game.story.code_signs import WrongCode
from game.story.model import Chance, Choices, Ending, Story
from game.story.playthrough import Playthrough, Start
from game.story.replay_code import OpenedCode, declared_starts, open_code, way_ids
from game.story.state import State

MOST_KEPT = 20_000
"""Pages in their states that are remembered; then it begins to remember anew."""


class Stop:
    """A page in one state: the ways open there in a code's order, and what each leads to, once known."""

    __slots__ = ("ahead", "facts", "gains", "here", "is_decision", "keys", "scene", "ways")

    def __init__(self, here: Playthrough) -> None:
        scene = here.scene
        self.here = here
        self.scene = scene.id
        self.ways = way_ids(here.ways)
        self.ahead: list[Stop | None] = [None] * len(self.ways)
        self.is_decision = isinstance(scene.exit, Choices | Chance) and not here.is_over
        self.keys = [(scene.id, way) for way in self.ways]
        entries = {way.id: way.entry for way in reversed(here.ways)}
        self.gains = [entries[way].facts for way in self.ways]
        self.facts = (*scene.facts, *(scene.exit.facts if isinstance(scene.exit, Ending) else ()))


class Roads:
    """Plays the codes of one story and counts them by the name of their start."""

    def __init__(self, story: Story, most_kept: int = MOST_KEPT) -> None:
        self._story, self._most_kept = story, most_kept
        self._people = [(v.id, v.slot) for v in story.variables if v.id in story.people]
        self._begun: dict[tuple[str, str, tuple[tuple[str, str], ...]], tuple[str, Stop]] = {}
        self._known: dict[tuple[str, State, bool], Stop] = {}
        self._tallies: dict[str, Tally] = {}

    def tallies(self) -> dict[str, Tally]:
        """Return what was counted since the last call, and begin to count anew."""
        found, self._tallies = self._tallies, {}
        return found

    def count(self, code: str) -> None:
        """Play a code and count it. Raises WrongCode, and counts nothing then."""
        opened = open_code(self._story, code)
        name, stop = self._first(opened.start)
        scenes, facts = {stop.scene}, set(stop.facts)
        faced, open_to, taken = set[str](), set[tuple[str, str]](), set[tuple[str, str]]()
        for _ in range(opened.steps):
            at = _taken(stop, opened)
            if stop.is_decision:
                faced.add(stop.scene)
                open_to.update(stop.keys)
                taken.add(stop.keys[at])
            facts.update(stop.gains[at])
            stop = stop.ahead[at] or self._after(stop, at)
            scenes.add(stop.scene)
            facts.update(stop.facts)
        opened.digits.close()
        tally, last = self._tallies.setdefault(name, Tally()), stop.here
        tally.played += 1
        (tally.endings if last.is_over else tally.stopped)[stop.scene] += 1
        tally.fates.update([(person, last.state.values[slot]) for person, slot in self._people])
        tally.scenes.update(scenes)
        tally.facts.update(facts)
        tally.faced.update(faced)
        tally.open_to.update(open_to)
        tally.taken.update(taken)

    def _first(self, start: Start) -> tuple[str, Stop]:
        key = (start.scene, start.lesson, tuple(start.given.items()))
        known = self._begun.get(key)
        if known is None:
            try:
                begun = Playthrough.begin(self._story, start)
            except ValueError as problem:
                raise WrongCode("misfit") from problem
            known = self._begun[key] = (start_name(self._story, start), self._stop(begun))
        return known

    def _after(self, stop: Stop, at: int) -> Stop:
        ahead = self._stop(stop.here.choose(stop.ways[at]))
        stop.ahead[at] = ahead
        return ahead

    def _stop(self, playthrough: Playthrough) -> Stop:
        last = playthrough.moments[-1]
        key = (playthrough.start.lesson, last.state, last.over)
        known = self._known.get(key)
        if known is None:
            if len(self._known) + len(self._begun) >= self._most_kept:
                self._known.clear()
                self._begun.clear()
            # How it came about is of no account for what lies ahead.
            known = self._known[key] = Stop(Playthrough(self._story, playthrough.start, (last,)))
        return known


def _taken(stop: Stop, opened: OpenedCode) -> int:
    """Which of the ways a code takes here."""
    if not stop.ways:
        raise WrongCode("misfit")
    return opened.digits.take(len(stop.ways)) if len(stop.ways) > 1 else 0


def start_name(story: Story, start: Start) -> str:
    """Return how tallies name a start: `story`, `chapter ID`, `lesson ID` or `scene ID`."""
    declared = declared_starts(story)
    if start not in declared:
        return f"scene {start.scene}"
    position = declared.index(start)
    if position == 0:
        return "story"
    return f"lesson {start.lesson}" if start.lesson else f"chapter {story.chapters[position - 1].id}"
