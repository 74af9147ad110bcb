"""Playthrough <-> replay code: a whole playthrough in a few signs that can be read out or typed.

A code is one number, made of digits that each have a base of their own, the first digit lowest:

    the rules     which rules it was played by (see `rules_number`)
    the start     one of the pack's own, or a scene and the values given there
    the steps     how many were taken, Continue included, so that a run that was ended early ends there again
    each step     which of the open ways was taken, in the order of their ids; nothing where only one was open

docs/replay-code.md is the specification, code_signs.py how the number is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from game.story.code_signs import BASE, WrongCode, read, written
from game.story.compiled import fingerprint
from game.story.model import Story
from game.story.playthrough import OpenWay, Playthrough, Start, open_ways
from game.story.starts import chapter_start, lesson_start

CODE_FORMAT = 1
"""Raised when codes are made in another way: a code of the former way is then one of other rules."""

MOST_STEPS = 10_000
"""Longer playthroughs have no code; what claims to be one is refused before it is played."""

RULES = BASE**4
"""The rules take the first four signs, so that all codes of a story begin alike."""

_BLOCK = 32
"""The number of steps is written in blocks of 0-31, each with whether another follows."""


class Digits:
    """A number that is taken apart digit by digit; each digit's base is known only after those before it."""

    def __init__(self, number: int, length: int) -> None:
        self._number, self._length, self._size = number, length, 1

    def take(self, base: int) -> int:
        """Return the next digit, from 0 to base - 1."""
        self._size *= base
        self._number, digit = divmod(self._number, base)
        return digit

    def close(self) -> None:
        """Say that no digit is left. Raises WrongCode where there is, or where the code is too long."""
        if self._number or self._length != _signs_for(self._size):
            raise WrongCode("misfit")


@dataclass(frozen=True, slots=True)
class OpenedCode:
    """A code whose beginning is read: where it starts, how many steps follow, and their digits."""

    start: Start
    steps: int
    digits: Digits


def to_code(playthrough: Playthrough) -> str:
    """Return the code of a playthrough, ended or not; empty where it has more than MOST_STEPS steps."""
    if len(playthrough.moments) > MOST_STEPS + 1:
        return ""
    number, size = 0, 1
    for digit, base in digits_of(playthrough):
        number += digit * size
        size *= base
    return written(number, _signs_for(size))


def from_code(story: Story, code: str) -> Playthrough:
    """Play a code again. Raises WrongCode, which says what is wrong with it."""
    opened = open_code(story, code)
    try:
        playthrough = Playthrough.begin(story, opened.start)
    except ValueError as problem:
        raise WrongCode("misfit") from problem
    for _ in range(opened.steps):
        ways = way_ids(playthrough.ways)
        if not ways:
            raise WrongCode("misfit")
        playthrough = playthrough.choose(ways[opened.digits.take(len(ways)) if len(ways) > 1 else 0])
    opened.digits.close()
    return playthrough


def open_code(story: Story, code: str) -> OpenedCode:
    """Read the beginning of a code: its check signs, rules and start. Raises WrongCode."""
    digits = Digits(*read(code))
    if digits.take(RULES) != rules_number(story):
        raise WrongCode("other_rules")
    start = _taken_start(story, digits)
    steps, scale, goes_on = 0, 1, True
    while goes_on:
        goes_on, block = divmod(digits.take(2 * _BLOCK), _BLOCK)  # type: ignore[assignment] # 0 or 1
        steps += block * scale
        scale *= _BLOCK
        if steps > MOST_STEPS:
            raise WrongCode("misfit")
    return OpenedCode(start, steps, digits)


def digits_of(playthrough: Playthrough) -> Iterator[tuple[int, int]]:
    """Yield the digits of a playthrough's code, the lowest first, each with its base."""
    story, moments = playthrough.story, playthrough.moments
    yield rules_number(story), RULES
    yield from _start_digits(story, playthrough.start)
    steps = len(moments) - 1
    while steps >= _BLOCK:
        yield steps % _BLOCK + _BLOCK, 2 * _BLOCK
        steps //= _BLOCK
    yield steps, 2 * _BLOCK
    for before, after in pairwise(moments):
        ways = way_ids(open_ways(story, before.state))
        if len(ways) > 1 and after.step:
            yield ways.index(after.step.way), len(ways)


def way_ids(ways: Iterable[OpenWay]) -> list[str]:
    """Return the ids of open ways in the order in which a code counts them: by code point, each once."""
    return sorted({way.id for way in ways})


def rules_number(story: Story) -> int:
    """Return what a code holds of the story's fingerprint: one of 923 521 numbers."""
    return _known_of(story).rules


def declared_starts(story: Story) -> tuple[Start, ...]:
    """Return the starts that a code has a number for: the story's own, its chapters', its lessons'."""
    return _known_of(story).starts


@dataclass(frozen=True, slots=True)
class _Known:
    """What all codes of a story share."""

    rules: int
    starts: tuple[Start, ...]


def _known_of(story: Story) -> _Known:
    # Kept with the story, as cached_property does it: a class's codes would ask for it again and again.
    kept = vars(story)
    if "_known_to_codes" not in kept:
        kept["_known_to_codes"] = _Known(
            rules=(int(fingerprint(story)[:12], 16) + CODE_FORMAT) % RULES,
            starts=(
                Start(story.start),
                *(chapter_start(story, chapter.id) for chapter in story.chapters),
                *(lesson_start(story, lesson.id) for lesson in story.lessons),
            ),
        )
    known: _Known = kept["_known_to_codes"]
    return known


def _start_digits(story: Story, start: Start) -> Iterator[tuple[int, int]]:
    declared = declared_starts(story)
    position = declared.index(start) if start in declared else len(declared)
    yield position, len(declared) + 1
    if position < len(declared):
        return
    yield sorted(story.scenes).index(start.scene), len(story.scenes)
    yield _lessons(story).index(start.lesson), len(story.lessons) + 1
    variables = [variable for variable in story.variables if variable.id in start.given]
    yield len(variables), len(story.variables) + 1
    for variable in variables:
        yield variable.slot, len(story.variables)
        value = variable.value_of(start.given[variable.id])
        assert value is not None, "the playthrough could not have begun"
        yield value - variable.minimum, variable.maximum - variable.minimum + 1


def _taken_start(story: Story, digits: Digits) -> Start:
    declared = declared_starts(story)
    position = digits.take(len(declared) + 1)
    if position < len(declared):
        return declared[position]
    scene = sorted(story.scenes)[digits.take(len(story.scenes))]
    lesson = _lessons(story)[digits.take(len(story.lessons) + 1)]
    given: dict[str, str] = {}
    slots = {variable.slot: variable for variable in story.variables}
    for _ in range(digits.take(len(story.variables) + 1)):
        variable = slots[digits.take(len(slots))]
        value = variable.minimum + digits.take(variable.maximum - variable.minimum + 1)
        given[variable.id] = variable.name_of(value)
    return Start(scene, given, lesson)


def _lessons(story: Story) -> list[str]:
    return ["", *(lesson.id for lesson in story.lessons)]


def _signs_for(size: int) -> int:
    """How many base-31 digits it takes to write any number below `size`."""
    signs, reach = 1, BASE
    while reach < size:
        signs += 1
        reach *= BASE
    return signs
