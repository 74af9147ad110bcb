"""A Story as places, roads and cells: what decides how it can go on, without a word of its prose.

A place is a scene together with the scene that offered it (for a letter), so that `chapter` is a constant
of each place. A cell is a variable, or a visit that some condition asks about. Seen from here a state is a
place and the values of the cells, and stands for exactly one State of the engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from game.explore.formulas import Amount, Cell, Formula, true_at
from game.story.model import DeckOffer, Story, Way
from game.story.playthrough import Start

PlaceKind = Literal["choices", "next", "chance", "end"]


@dataclass(frozen=True)
class Assignment:
    """A cell becomes an amount, held within the cell's bounds."""

    cell: int
    amount: Amount


@dataclass(frozen=True, slots=True)
class Road:
    """One way out of a place.

    `step` is the id by which a save records it. `opens` is what the way itself asks (for a letter: the
    offer's condition, its own, and that it is unread); a limit on letters comes on top, and of `next` the
    first open road is taken. The first `leaving` of the assignments belong to the way, the rest to entering
    the place it leads to. `offer` counts the from_deck entries of the scene (-1: a written way).
    """

    step: str
    entry: Way | DeckOffer
    opens: Formula
    assignments: tuple[Assignment, ...]
    leaving: int
    to: int
    weight: int = 1
    offer: int = -1
    letter: str = ""
    is_return: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A scene, the scene that offered it (None: it is no open letter), and the chapter's position.

    `limits` are those of its from_deck entries. A place of kind "end" has no roads: an ending, or the end
    of a lesson, which has a page only where the lesson has a scene to close it (`is_shown`).
    """

    index: int
    scene: str
    offered_by: str | None
    chapter: int
    kind: PlaceKind
    roads: tuple[Road, ...] = ()
    limits: tuple[int | None, ...] = ()
    is_ending: bool = False
    is_shown: bool = True

    @property
    def is_decision(self) -> bool:
        """Whether leaving it is a decision of the player's."""
        return self.kind == "choices"


@dataclass(frozen=True)
class Rules:
    """All places that the written ways connect, from the start on; `values` are the cells' at the start."""

    story: Story
    start: Start
    cells: tuple[Cell, ...]
    places: tuple[Place, ...]
    first: int
    values: tuple[int, ...]
    seen: dict[str, int] = field(default_factory=dict)
    chosen: dict[tuple[str, str], int] = field(default_factory=dict)

    @cached_property
    def settled(self) -> tuple[frozenset[int], ...]:
        """For each place, the cells that no road from it can change."""
        every_cell = frozenset(cell.index for cell in self.cells)
        changed = [
            frozenset(a.cell for road in place.roads for a in road.assignments) for place in self.places
        ]
        leads = [sorted({road.to for road in place.roads}) for place in self.places]
        moving = True
        while moving:
            moving = False
            for place in range(len(self.places) - 1, -1, -1):
                now = changed[place].union(*[changed[to] for to in leads[place]])
                moving = moving or now != changed[place]
                changed[place] = now
        return tuple(every_cell - cells for cells in changed)

    def places_of(self, scene: str) -> list[Place]:
        """Return the places of a scene: one, or for a letter one for each desk it can lie on."""
        return [place for place in self.places if place.scene == scene]


def open_roads(place: Place, values: Sequence[int]) -> list[int]:
    """Return the positions of the open roads, by looking at each in turn: slow, plain, and the reference."""
    if place.kind == "next":
        first = next((i for i, road in enumerate(place.roads) if true_at(road.opens, values)), None)
        return [] if first is None else [first]
    found, lying = [], [0] * len(place.limits)
    for position, road in enumerate(place.roads):
        if not true_at(road.opens, values):
            continue
        if road.offer >= 0:
            limit = place.limits[road.offer]
            if limit is not None and lying[road.offer] >= limit:
                continue
            lying[road.offer] += 1
        found.append(position)
    return found


def after(road: Road, values: Sequence[int], cells: Sequence[Cell]) -> tuple[int, ...]:
    """Return the values of the cells at the end of a road."""
    found = list(values)
    for assignment in road.assignments:
        found[assignment.cell] = cells[assignment.cell].held(assignment.amount.at(found))
    return tuple(found)
