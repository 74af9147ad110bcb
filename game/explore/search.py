"""Every state once, breadth first, each with the state before it on a shortest road."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from game.explore.transitions import Expand, Known, Transitions
from game.story.playthrough import Playthrough

INTERRUPT = "an interrupt"
"""The bound of a search that Ctrl-C stopped."""

_STATM = Path("/proc/self/statm")

_MOST_AT_ONCE = 20_000
"""So many states are expanded between two looks at the limits."""


@dataclass
class Limits:
    """What a search may use; None is no limit. Seconds count from when the limits were made.

    `bytes` is the size of the whole process, where the system tells it (Linux); elsewhere it counts the
    tables of the search alone, as far as Python tells their size.
    """

    states: int | None = None
    seconds: float | None = None
    bytes: int | None = None
    on_progress: Callable[[int, int], None] | None = None
    begun: float = field(default_factory=time.monotonic)

    def passed(self, states: int, size: Callable[[], int]) -> str | None:
        """Return the limit that is passed, in words."""
        if self.states is not None and states >= self.states:
            return f"states at {states:,}"
        if self.seconds is not None and time.monotonic() - self.begun >= self.seconds:
            return f"time at {self.seconds:g} seconds"
        if self.bytes is not None and (process_bytes() or size()) >= self.bytes:
            return f"memory at {self.bytes / 2**20:,.0f} MB"
        return None


def process_bytes() -> int:
    """Return how much memory this process holds now; 0 where the system does not tell."""
    try:
        return int(_STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError, AttributeError):
        return 0


@dataclass
class Search:
    """What a search found. `bound` is the limit that stopped it; None: every state is known."""

    transitions: Transitions
    known: Known
    bound: str | None = None
    steps: int = 0
    forgotten: int = 0

    @property
    def states(self) -> int:
        """How many states it met."""
        return self.forgotten or sum(map(len, self.known))

    def forget(self) -> None:
        """Give the memory of its states back; their number is kept."""
        self.forgotten = self.states
        for states in self.known:
            states.clear()

    def bytes(self) -> int:
        """Return the size of its tables, each state counted as the int it is."""
        tables = sum(map(sys.getsizeof, self.known))
        widest = max((next(iter(states)) for states in self.known if states), default=0)
        return tables + self.states * (sys.getsizeof(widest) + 7 & -8)

    def road_to(self, state: int) -> list[tuple[int, int]]:
        """Return a shortest road from the start to a state, as (state, position of the road taken) pairs."""
        road, place_of = list[tuple[int, int]](), self.transitions.place_of
        before = self.known[place_of(state)][state]
        while before >= 0:
            ways = self.transitions.ways(place_of(before))(before)
            taken = next(ways[i] for i in range(0, len(ways), 2) if ways[i + 1] == state)
            road.append((before, taken))
            state, before = before, self.known[place_of(before)][before]
        return road[::-1]

    def played(self, state: int, *more: int) -> Playthrough:
        """Play a shortest road to a state through the engine, then the roads at these positions.

        Raises WayClosed if the engine does not agree, which would be a mistake of the explorer.
        """
        rules = self.transitions.rules
        playthrough = Playthrough.begin(rules.story, rules.start)
        for before, taken in self.road_to(state):
            playthrough = self._after(playthrough, before, taken)
        for taken in more:
            playthrough = self._after(playthrough, state, taken)
        return playthrough

    def _after(self, playthrough: Playthrough, state: int, road: int) -> Playthrough:
        steps = self.transitions.steps(self.transitions.place_of(state), road)
        # Of roads that come to the same, one that is open; the engine refuses where none is.
        open_now = {way.id for way in playthrough.ways}
        step = next((step for step in steps if step in open_now), steps[0])
        return playthrough.choose(step)


def search(transitions: Transitions, limits: Limits | None = None) -> Search:
    """Meet every state once. An interrupt (Ctrl-C) gives what was found so far, as bounded."""
    limits = limits or Limits()
    places = transitions.rules.places
    known: Known = [{} for _ in places]
    found = Search(transitions, known)
    first = transitions.rules.first
    known[first][transitions.start] = -1
    frontier = {first: [transitions.start]} if places[first].roads else {}
    functions: dict[int, Expand] = {}
    targets = [sorted({road.to for road in place.roads}) for place in places]
    total = 1
    fresh: list[list[int]] = [[] for _ in places]
    try:
        while frontier:
            reached = dict[int, None]()
            for place, states in _portions(frontier):
                if place not in functions:
                    functions[place] = transitions.expand(place)
                before = sum([len(known[to]) for to in targets[place]])
                functions[place](states, known, fresh)
                total += sum([len(known[to]) for to in targets[place]]) - before
                reached.update(dict.fromkeys(targets[place]))
                if bound := limits.passed(total, found.bytes):
                    found.bound = bound
                    return found
                if limits.on_progress:
                    limits.on_progress(total, found.steps)
            frontier = {place: fresh[place] for place in reached if fresh[place]}
            for place in frontier:
                fresh[place] = []
            found.steps += 1
    except KeyboardInterrupt:
        found.bound = INTERRUPT
    return found


def _portions(frontier: dict[int, list[int]]) -> Iterator[tuple[int, list[int]]]:
    for place, states in frontier.items():
        for begin in range(0, len(states), _MOST_AT_ONCE):
            yield place, states[begin : begin + _MOST_AT_ONCE] if len(states) > _MOST_AT_ONCE else states
