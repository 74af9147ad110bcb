"""A playthrough as its author tries it: variables set by hand, and the same place in a story read again."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from game.story.model import Story
from game.story.playthrough import Moment, Playthrough, Start, Step
from game.story.replay import followed
from game.story.variables import Variable


class Setting(NamedTuple):
    """A variable set by hand on the page of one moment."""

    moment: Moment
    variable: str
    value: str


class Replayed(NamedTuple):
    """A playthrough in a new story: `lost` is the first step that no longer fits, if any.

    `is_anew` says that not even its beginning fitted.
    """

    playthrough: Playthrough
    settings: tuple[Setting, ...]
    lost: Step | None = None
    is_anew: bool = False


def jumped(playthrough: Playthrough, scene: str) -> Playthrough:
    """Return a playthrough that begins in another scene, with the variables as they are now."""
    state = playthrough.state
    given = {
        variable.id: variable.name_of(state.values[variable.slot])
        for variable in playthrough.story.variables
        if state.values[variable.slot] != variable.start
    }
    return Playthrough.begin(playthrough.story, Start(scene, given))


def with_value(
    playthrough: Playthrough, settings: tuple[Setting, ...], variable: Variable, value: int
) -> tuple[Playthrough, tuple[Setting, ...]]:
    """Return the playthrough with a variable set on its last page, and all settings that still count."""
    last = playthrough.moments[-1]
    values = list(last.state.values)
    values[variable.slot] = variable.held(value)
    moment = replace(last, state=replace(last.state, values=tuple(values)))
    kept = [s for s in _in_force(playthrough, settings) if s.moment is not last or s.variable != variable.id]
    kept = [s._replace(moment=moment) if s.moment is last else s for s in kept]
    done = Setting(moment, variable.id, variable.name_of(values[variable.slot]))
    return replace(playthrough, moments=(*playthrough.moments[:-1], moment)), (*kept, done)


def replayed(story: Story, before: Playthrough, settings: tuple[Setting, ...], otherwise: Start) -> Replayed:
    """Play the same start, steps and settings in a story that was read again, as far as they go.

    It begins at `otherwise` where the old start is gone. Raises ValueError where that is gone too.
    """
    try:
        playthrough = Playthrough.begin(story, before.start)
    except ValueError:
        return Replayed(Playthrough.begin(story, otherwise), (), is_anew=True)
    kept: tuple[Setting, ...] = ()
    for position, moment in enumerate(before.moments):
        if moment.step:
            replay = followed(playthrough, [moment.step])
            if replay.stopped_at:
                return Replayed(playthrough, kept, replay.stopped_at)
            playthrough = replay.playthrough
        for setting in _in_force(before, settings):
            variable = story.variable.get(setting.variable)
            value = variable.value_of(setting.value) if variable else None
            if setting.moment is before.moments[position] and variable is not None and value is not None:
                playthrough, kept = with_value(playthrough, kept, variable, value)
    return Replayed(playthrough, kept)


def _in_force(playthrough: Playthrough, settings: tuple[Setting, ...]) -> list[Setting]:
    """Those whose page has not been gone back behind: by identity, for an equal page may be another visit."""
    return [s for s in settings if any(s.moment is moment for moment in playthrough.moments)]
