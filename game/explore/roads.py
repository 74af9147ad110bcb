"""Which roads are ever open, where none is, and where too many are: read off the states of the core."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.explore.answers import first_of_each
from game.explore.search import Search

MOST_WAYS = 9
"""The keys 1 to 9 choose; more ways at once are an error."""


@dataclass
class Roads:
    """`opened`: (place, road) -> the first state where it is open. `closed`: those ever not open.

    `stuck`: the first state of a place where no road is open, and how many there are. `crowded`: place ->
    (most roads open at once, the first state with so many).
    """

    opened: dict[tuple[int, int], int] = field(default_factory=dict)
    closed: set[tuple[int, int]] = field(default_factory=set)
    stuck: dict[int, tuple[int, int]] = field(default_factory=dict)
    crowded: dict[int, tuple[int, int]] = field(default_factory=dict)


def open_roads_of(search: Search) -> Roads:
    """Return what the states of a search say of the roads."""
    found = Roads()
    for place in search.transitions.rules.places:
        if not place.roads or not search.known[place.index]:
            continue
        bits = search.transitions.bits_read(place.index, (road.opens for road in place.roads))
        ways = search.transitions.ways(place.index)
        stuck = set[int]()
        mask = bits | -1 << search.transitions.packing.place_shift
        for view, state in first_of_each(search, place.index, bits).items():
            taken = ways(view)[::2]
            for road in taken:
                found.opened.setdefault((place.index, road), state)
            found.closed |= {(place.index, road) for road in range(len(place.roads))} - {
                (place.index, road) for road in taken
            }
            if not taken:
                stuck.add(view)
                found.stuck.setdefault(place.index, (state, 0))
            if place.kind == "choices" and len(taken) > found.crowded.get(place.index, (MOST_WAYS, 0))[0]:
                found.crowded[place.index] = (len(taken), state)
        if stuck:
            number = sum(1 for state in search.known[place.index] if state & mask in stuck)
            found.stuck[place.index] = (found.stuck[place.index][0], number)
    return found
