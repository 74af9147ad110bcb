"""The reduction *alike*: where only "can it be?" is asked, roads that come to the same are one road.

A slice asks whether something can ever be so, not how often. Then of several roads from one place to
another that make the same of all that is remembered there, it matters only that some one is open; where one
of them always is, what the others ask need not be known. A letter that changes nothing that is remembered,
and leads only back to its desk, need not be read. So what a slice remembers shrinks to what its questions
depend on.

Exact: the roads of a group lead from any state to the same remembered state, and a group counts as open
where one of its roads is. So every step of the story is a step of the slice (or, for such a letter, no
step), and every step of the slice is a step of the story: the same remembered states are met. A desk that
shows only some of its letters at once keeps all of them, unless none matters.

Never used for shares and minutes: there every open road counts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from game.explore.formulas import Formula, some
from game.explore.partitions import Partition, Partitions
from game.explore.rules import Assignment, Place, Road, Rules

Group = tuple[int, ...]
"""Positions of roads that come to the same."""

Told = dict[int, Partition]


def groups(
    rules: Rules,
    place: Place,
    told: Sequence[Told],
    partitions: Partitions,
    asked: Collection[int],
    within: Collection[int] | None,
) -> list[Group]:
    """Return the roads of a place that matter, those that come to the same together.

    `told` is what each place remembers, `asked` the places with questions; roads out of `within` are left
    out.
    """
    inside = [p for p, road in enumerate(place.roads) if within is None or road.to in within]
    if place.kind == "next":
        return _neighbours(place, inside, told, partitions)
    hidden = hiding(place)
    idle = {p for p in inside if _is_idle(rules, place, place.roads[p], told, partitions, asked)}
    shown = {place.roads[p].offer for p in inside if p not in idle} & hidden
    found: dict[object, list[int]] = {}
    for position, road in enumerate(place.roads):
        if road.offer in hidden:
            # What lies there takes up room even where it leads out of the slice.
            if road.offer in shown:
                found[position] = [position]
        elif position in inside and position not in idle:
            key = (road.to, outcome(road.assignments, told[road.to], partitions))
            found.setdefault(key, []).append(position)
    return [tuple(positions) for positions in found.values()]


def opens(place: Place, group: Group) -> Formula:
    """Return when some road of a group is open (of `next`: unless an earlier group is)."""
    return some(place.roads[position].opens for position in group)


def joined(rules: Rules, grouped: Mapping[int, Sequence[Group]]) -> Rules:
    """Return the rules with one road for each group of each place."""
    return replace(
        rules,
        places=tuple(
            replace(
                place,
                roads=tuple(
                    replace(place.roads[group[0]], opens=opens(place, group))
                    for group in grouped[place.index]
                ),
            )
            if place.roads
            else place
            for place in rules.places
        ),
    )


def outcome(assignments: Sequence[Assignment], told: Told, partitions: Partitions) -> tuple[object, ...]:
    """Return what assignments make of the cells that are told apart behind them; equal ones do the same."""
    after = dict(told)
    fixed, moved = list[tuple[object, ...]](), list[tuple[object, ...]]()
    is_mixed = False
    for assignment in reversed(assignments):
        target = after.pop(assignment.cell, None)
        if target is None:
            continue
        cell, amount = partitions.cells[assignment.cell], assignment.amount
        if not amount.reads:
            value = cell.held(amount.constant)
            fixed.append((cell.index, target[value - cell.low] if target else value))
            continue
        is_mixed = is_mixed or amount.reads != {cell.index}
        moved.append((cell.index, amount, target, len(fixed)))
        for other, partition in partitions.before(cell.index, amount, target).items():
            after[other] = partitions.join(after.get(other), partition)
    if is_mixed:
        # An amount of several cells may read what was fixed before it: then the order counts.
        return (*fixed, *moved)
    return (*sorted(fixed, key=repr), *sorted((each[:3] for each in moved), key=lambda each: repr(each[0])))


def _neighbours(
    place: Place, inside: Sequence[int], told: Sequence[Told], partitions: Partitions
) -> list[Group]:
    """Of `next` the first open entry is taken: only neighbours can be joined, none left out but the last."""
    found, last = list[list[int]](), object()
    for position, road in enumerate(place.roads):
        key: object = (road.to, outcome(road.assignments, told[road.to], partitions))
        if position not in inside:
            key = "outside"
        if found and key == last:
            found[-1].append(position)
        else:
            found.append([position])
        last = key
    while found and found[-1][0] not in inside:
        found.pop()
    return [tuple(group) for group in found]


def hiding(place: Place) -> set[int]:
    """Return the offers (by number) under a limit that can leave letters out of sight."""
    lying = [sum(road.offer == offer for road in place.roads) for offer in range(len(place.limits))]
    return {offer for offer, limit in enumerate(place.limits) if limit is not None and lying[offer] > limit}


def _is_idle(
    rules: Rules,
    place: Place,
    road: Road,
    told: Sequence[Told],
    partitions: Partitions,
    asked: Collection[int],
) -> bool:
    """Whether a road leads round back here and changes nothing that is remembered here."""
    here = told[place.index]
    if road.to == place.index:
        return not outcome(road.assignments, here, partitions)
    there = rules.places[road.to]
    return (
        there.index not in asked
        and bool(there.roads)
        and all(
            back.to == place.index and not outcome((*road.assignments, *back.assignments), here, partitions)
            for back in there.roads
        )
    )
