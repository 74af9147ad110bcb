"""Playthrough <-> plain dict. A save is a start and a list of steps; loading it plays them again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from game.story.model import Story
from game.story.playthrough import Playthrough, Start, Step, WayClosed

SAVE_FORMAT = 1
"""Raised when a save written by the new program could mislead an older one, and only then."""
MOST_STEPS = 200_000
"""The longest save that is played again: a page every five seconds for eleven days. It holds 0.3 GB."""

MOST_SIGNS = 20_000
"""Signs of an answer; what a save holds beyond them is left out."""

_KEPT = frozenset("\n\u200c\u200d")
"""What is kept of an answer though it is not seen: lines, and what joins and parts letters and emoji."""


class UnreadableSave(ValueError):
    """Raised for a dict that is no save of this story; the message says why in a player's words."""


@dataclass(frozen=True, slots=True)
class Replay:
    """A playthrough played again. `stopped_at` is the first step that no longer fits the story, if any."""

    playthrough: Playthrough
    stopped_at: Step | None = None
    steps_lost: int = 0


def to_save(playthrough: Playthrough) -> dict[str, Any]:
    """Return a playthrough as a plain dict: format, story, start, steps, votes and answers if any."""
    start = playthrough.start
    votes = {str(step): dict(ways) for step, ways in playthrough.votes.items() if ways}
    return {
        "format": SAVE_FORMAT,
        "story": playthrough.story.id,
        "extension": playthrough.story.extension,
        "version": playthrough.story.version,
        "start": {"scene": start.scene, "given": dict(start.given), "lesson": start.lesson},
        "steps": [[step.scene, step.way] for step in playthrough.steps],
        **({"votes": votes} if votes else {}),
        **({"answers": dict(playthrough.answers)} if playthrough.answers else {}),
    }


def from_save(story: Story, save: Mapping[str, Any]) -> Replay:
    """Play a save again, as far as the story still goes. Raises UnreadableSave where it is no save of it."""
    if type(save.get("format")) is not int or save["format"] != SAVE_FORMAT:
        raise UnreadableSave("It was written by another version of the program.")
    if save.get("story") != story.id:
        raise UnreadableSave(f"It belongs to another story: {save.get('story')}.")
    if save.get("extension", "") != story.extension:
        # Its steps may lead through scenes of the extension: without them most of the game would be lost.
        raise UnreadableSave(f"It belongs to another pack: {save.get('extension') or story.id}.")
    start, steps = _start(save.get("start")), _steps(save.get("steps"))
    if start.lesson not in {lesson.id for lesson in story.lessons}:
        start = replace(start, lesson="")  # a lesson that is gone closes nothing: the game goes on past it
    try:
        playthrough = replace(Playthrough.begin(story, start), answers=_answers(save.get("answers")))
    except ValueError as problem:
        raise UnreadableSave(
            f"The story has changed, and its beginning no longer fits: {problem}."
        ) from problem
    replay = followed(playthrough, steps)
    reached = len(replay.playthrough.moments)
    votes = {step: ways for step, ways in _votes(save.get("votes")).items() if step < reached}
    return replace(replay, playthrough=replace(replay.playthrough, votes=votes))


def _votes(plain: object) -> Mapping[int, Mapping[str, int]]:
    """Read the votes; what is none is left out, for nothing of the game depends on them."""
    found: dict[int, dict[str, int]] = {}
    for step, ways in plain.items() if isinstance(plain, dict) else ():
        is_number = isinstance(step, str) and len(step) < 9 and step.isascii() and step.isdecimal()
        if is_number and isinstance(ways, dict):
            found[int(step)] = {
                str(way): hands for way, hands in ways.items() if type(hands) is int and 0 <= hands <= 999
            }
    return found


def _answers(plain: object) -> Mapping[str, str]:
    """Read the answers; what is no text is left out, for nothing of the game depends on them."""
    found = plain.items() if isinstance(plain, dict) else ()
    return {str(question): _shown(text) for question, text in found if isinstance(text, str)}


def _shown(text: str) -> str:
    """Return an answer as a page can show it: a save may be a stranger's."""
    return "".join(sign if sign.isprintable() or sign in _KEPT else " " for sign in text[:MOST_SIGNS])


def followed(playthrough: Playthrough, steps: Sequence[Step]) -> Replay:
    """Take steps, as far as the story still goes."""
    # Only the last moment is carried along: a step would copy all those before it.
    here, moments = playthrough, list(playthrough.moments)
    stopped_at, lost = None, 0
    for played, step in enumerate(steps):
        here = replace(here, moments=here.moments[-1:])
        try:
            if step.scene != here.state.scene:
                raise WayClosed(f"{step.scene} is not the scene here")
            here = here.choose(step.way)
        except WayClosed:
            stopped_at, lost = step, len(steps) - played
            break
        moments.append(here.moments[-1])
    return Replay(replace(playthrough, moments=tuple(moments)), stopped_at, lost)


def _start(plain: object) -> Start:
    match plain:
        case {"scene": str(scene), "given": dict(given), "lesson": str(lesson)}:
            if all(isinstance(part, str) for pair in given.items() for part in pair):
                return Start(scene, given, lesson)
    raise UnreadableSave("Its beginning cannot be read.")


def _steps(plain: object) -> tuple[Step, ...]:
    if not isinstance(plain, list):
        raise UnreadableSave("Its steps cannot be read.")
    if len(plain) > MOST_STEPS:
        raise UnreadableSave(
            f"It has {len(plain):,} steps, and no more than {MOST_STEPS:,} are played again."
        )
    steps = []
    for pair in plain:
        match pair:
            case [str(scene), str(way)]:
                steps.append(Step(scene, way))
            case _:
                raise UnreadableSave("One of its steps cannot be read.")
    return tuple(steps)
