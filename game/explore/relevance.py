"""What must be remembered at each place: the reductions *liveness* and *merging*.

**Liveness.** A cell that no road from a place reads before it is overwritten is forgotten there. A cell
counts as read by a formula, or by an assignment to a cell that is itself remembered after it. Exact: two
states of a place that differ only in forgotten cells open the same roads, and lead to states that again
differ only in forgotten cells; so every list of steps possible from one is possible from the other.

**Merging.** Of a remembered cell two values are held to be the same where no formula and no assignment on
any road from the place can tell them apart. Worked out backwards: start with all values alike, and split
them where a formula differs, or where the values that an assignment makes of them are told apart later,
until nothing changes. Exact for the same reason: values of one class open the same roads and lead into one
class. (Liveness is the case of one class; each can be switched off by itself.)

The first value of each class stands for it in the states that the search meets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.explore.alike import groups, opens
from game.explore.formulas import Formula
from game.explore.partitions import Partition, Partitions
from game.explore.rules import Place, Road, Rules

Told = dict[int, Partition]
"""Remembered cells, each with the partition of its values."""


def relevance(
    rules: Rules,
    asked: Mapping[int, Sequence[Formula]],
    *,
    within: frozenset[int] | None = None,
    liveness: bool = True,
    merging: bool = True,
    alike: bool = False,
) -> list[Told]:
    """Return for each place what is remembered there, so that roads and all that is `asked` come out right.

    `asked` are formulas by place. Roads that lead out of `within` matter only in whether they are open.
    With `alike` roads that come to the same are one (see alike.py).
    """
    partitions = Partitions(rules.cells, merge=merging)
    if not liveness:
        return [{cell.index: partitions.identity(cell.index) for cell in rules.cells} for _ in rules.places]
    told: list[Told] = [
        _asked_at(place, asked.get(place.index, ()), partitions, within, alike=alike)
        for place in rules.places
    ]
    order = _later_first(rules)
    comes_from: list[set[int]] = [set() for _ in rules.places]
    for place in rules.places:
        for road in place.roads:
            comes_from[road.to].add(place.index)
    waiting = dict.fromkeys(order)
    while waiting:
        index = next(iter(waiting))
        del waiting[index]
        place, here = rules.places[index], dict(told[index])
        taken = place.roads
        if alike and (within is None or index in within):
            # What is remembered only grows, so roads once told apart stay so, and this comes to an end.
            joint = groups(rules, place, told, partitions, asked, within)
            taken = tuple(place.roads[group[0]] for group in joint)
            for group in joint:
                _add(here, partitions.of_formula(opens(place, group)), partitions)
        for road in taken:
            if within is None or road.to in within:
                for cell, partition in told_before(road, told[road.to], partitions).items():
                    if here.get(cell) is not partition:
                        here[cell] = partitions.join(here.get(cell), partition)
        if any(told[index].get(cell) is not partition for cell, partition in here.items()):
            told[index] = here
            # Itself too: a letter that changed nothing remembered here may change what is remembered now.
            waiting.update(dict.fromkeys((index, *comes_from[index])))
    return told


def told_before(road: Road, after: Told, partitions: Partitions) -> Told:
    """Return what must be told apart before a road, so that `after` can be at its end."""
    told = dict(after)
    for assignment in reversed(road.assignments):
        target = told.pop(assignment.cell, None)
        if target is None:
            continue  # nobody asks what it becomes
        for cell, partition in partitions.before(assignment.cell, assignment.amount, target).items():
            told[cell] = partitions.join(told.get(cell), partition)
    return told


def _asked_at(
    place: Place,
    asked: Sequence[Formula],
    partitions: Partitions,
    within: frozenset[int] | None,
    *,
    alike: bool,
) -> Told:
    told: Told = {}
    is_left = not alike and (within is None or place.index in within)
    for formula in (*(road.opens for road in place.roads if is_left), *asked):
        _add(told, partitions.of_formula(formula), partitions)
    return told


def _add(told: Told, more: Mapping[int, Partition], partitions: Partitions) -> None:
    for cell, partition in more.items():
        told[cell] = partitions.join(told.get(cell), partition)


def _later_first(rules: Rules) -> list[int]:
    """The places, those further down the roads first: then few are looked at twice."""
    order: list[int] = []
    known = {rules.first}
    path = [(rules.first, iter(rules.places[rules.first].roads))]
    while path:
        index, roads = path[-1]
        road = next(roads, None)
        if road is None:
            order.append(index)
            path.pop()
        elif road.to not in known:
            known.add(road.to)
            path.append((road.to, iter(rules.places[road.to].roads)))
    return order + [place.index for place in rules.places if place.index not in known]
