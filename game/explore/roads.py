"""Which roads are ever open, where none is, and where too many are: as the states of the core show it."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.explore.answers import first_of_each
from game.explore.search import Search
from game.story.playthrough import Playthrough

MOST_WAYS = 9
"""The keys 1 to 9 choose; more ways at once are an error."""


@dataclass
class Roads:
    """`reached`: places that are ever reached. `opened`: (place, road) that are ever open.

    `stuck`: place -> a shortest playthrough to where no road is open, and in how many states (None: not
    counted). `crowded`: place -> (roads open at once, a playthrough to there).
    """

    reached: set[int] = field(default_factory=set)
    opened: set[tuple[int, int]] = field(default_factory=set)
    stuck: dict[int, tuple[Playthrough, int | None]] = field(default_factory=dict)
    crowded: dict[int, tuple[int, Playthrough]] = field(default_factory=dict)


def open_roads_of(search: Search) -> Roads:
    """Return what the states of a search say of the roads."""
    found = Roads()
    for place in search.transitions.rules.places:
        if not search.known[place.index]:
            continue
        found.reached.add(place.index)
        if not place.roads:
            continue
        bits = search.transitions.bits_read(place.index, (road.opens for road in place.roads))
        ways = search.transitions.ways(place.index)
        stuck, first_stuck = set[int](), -1
        most, fullest = MOST_WAYS, -1
        mask = bits | -1 << search.transitions.packing.place_shift
        for view, state in first_of_each(search, place.index, bits).items():
            taken = ways(view)[::2]
            found.opened.update((place.index, road) for road in taken)
            if not taken:
                stuck.add(view)
                first_stuck = state if first_stuck < 0 else first_stuck
            if place.kind == "choices" and len(taken) > most:
                most, fullest = len(taken), state
        if stuck:
            number = sum(1 for state in search.known[place.index] if state & mask in stuck)
            found.stuck[place.index] = (search.played(first_stuck), number)
        if fullest >= 0:
            found.crowded[place.index] = (most, search.played(fullest))
    return found
