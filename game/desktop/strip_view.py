"""What the author's strip says, as plain values: scene, place, variables, ways."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.desktop import author_words as words
from game.desktop.exits import Exit, Written, exits
from game.story.playthrough import Playthrough


class Value(NamedTuple):
    """A variable now; `before` is its value before the last step where that changed it."""

    name: str
    now: str
    before: str = ""


class StripView(NamedTuple):
    """The strip. `changed` were changed by the last step, `others` are not as at the start; `rest` counts."""

    scene: str
    place: str
    changed: tuple[Value, ...]
    others: tuple[Value, ...]
    rest: int
    ways_of: str
    exits: tuple[Exit, ...]
    said: str = ""


def strip_view(
    playthrough: Playthrough,
    places: Mapping[str, str],
    written: Written,
    *,
    of_result: bool = False,
    said: str = "",
) -> StripView:
    """Return what the strip says of a page. `of_result`: the page shows what followed the last choice."""
    story, moment = playthrough.story, playthrough.moments[-1]
    first: dict[str, int] = {}
    for change in moment.changes:
        first.setdefault(change.variable.id, change.before)
    changed, others = [], []
    for variable in story.variables:
        value = moment.state.values[variable.slot]
        now = variable.name_of(value)
        if first.get(variable.id, value) != value:
            changed.append(Value(variable.id, now, variable.name_of(first[variable.id])))
        elif value != variable.start:
            others.append(Value(variable.id, now))
    step = moment.step
    shown = step.scene if of_result and step else moment.state.scene
    return StripView(
        scene=words.STRIP_RESULT.format(scene=f"{shown}.{step.way}") if of_result and step else shown,
        place=places.get(shown, words.NO_PLACE),
        changed=tuple(changed),
        others=tuple(others),
        rest=len(story.variables) - len(changed) - len(others),
        ways_of=moment.state.scene,
        exits=exits(playthrough, written),
        said=said,
    )
