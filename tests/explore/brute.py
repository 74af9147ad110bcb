"""The brute-force explorer: every State of the engine, by choosing, and what follows from the plain graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.story.model import Chance, Ending, Story
from game.story.playthrough import Moment, OpenWay, Playthrough, Start, open_ways
from game.story.state import State


@dataclass(frozen=True)
class Edge:
    """One open way of a state; `share` is its probability under uniform choice."""

    way: OpenWay
    to: State
    share: float
    returned: bool


@dataclass
class Plain:
    """All states and the ways between them; `complete` is False where there were too many."""

    story: Story
    first: State
    edges: dict[State, list[Edge]] = field(default_factory=dict)
    complete: bool = True

    def endings(self) -> Iterator[State]:
        return (state for state in self.edges if isinstance(self.story.scenes[state.scene].exit, Ending))


def stepped(story: Story, state: State, way: str) -> Moment:
    """Take a way from a state through the engine itself."""
    return Playthrough(story, Start(story.start), (Moment(state),)).choose(way).moments[-1]


def shares(story: Story, state: State, ways: tuple[OpenWay, ...]) -> list[float]:
    """Return the probability of each open way."""
    if isinstance(story.scenes[state.scene].exit, Chance):
        weights = [way.entry.weight for way in ways]  # type: ignore[union-attr]
        return [weight / sum(weights) for weight in weights]
    return [1 / len(ways) for _ in ways]


def explored(story: Story, most: int = 3_000) -> Plain:
    """Explore by choosing, up to so many states."""
    first = Playthrough.begin(story).state
    plain, waiting = Plain(story, first), [first]
    while waiting:
        state = waiting.pop()
        if state in plain.edges:
            continue
        if len(plain.edges) >= most:
            plain.complete = False
            return plain
        plain.edges[state] = []
        ways = open_ways(story, state)
        for way, share in zip(ways, shares(story, state, ways), strict=True):
            moment = stepped(story, state, way.id)
            plain.edges[state].append(Edge(way, moment.state, share, moment.returned))
            waiting.append(moment.state)
    return plain


@dataclass(frozen=True)
class Played:
    """One whole playthrough and its probability."""

    playthrough: Playthrough
    share: float


def playthroughs(story: Story, most: int = 3_000, start: Start | None = None) -> list[Played] | None:
    """Return every playthrough of a story without loops, stuck ones too; None where there are too many."""
    found, waiting = [], [Played(Playthrough.begin(story, start), 1.0)]
    while waiting:
        here = waiting.pop()
        ways = here.playthrough.ways
        if not ways:
            found.append(here)
        if len(found) + len(waiting) > most:
            return None
        for way, share in zip(ways, shares(story, here.playthrough.state, ways), strict=True):
            waiting.append(Played(here.playthrough.choose(way.id), here.share * share))
    return found


def settled_shares(plain: Plain, rounds: int = 3_000) -> dict[str, float] | None:
    """Return each ending scene's share by walking the probabilities on; None where they do not settle."""
    now, ended = {plain.first: 1.0}, dict.fromkeys((state.scene for state in plain.endings()), 0.0)
    for _ in range(rounds):
        later: dict[State, float] = {}
        for state, share in now.items():
            if state.scene in ended:
                ended[state.scene] += share
            for edge in plain.edges[state]:
                later[edge.to] = later.get(edge.to, 0.0) + share * edge.share
        now = later
        if sum(now.values()) < 1e-13:
            return ended
    return None
