"""Codes in a line of text, whatever else stands in it: names, times, quotation marks, bullets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from game.story.code_signs import (
    GROUP,
    MOST_SIGNS,
    SEPARATOR,
    SIGNS,
    WrongCode,
    fits,
    is_between,
    plain_signs,
    read,
    values_of,
)

_WORD = re.compile(r"[^\W_]+")
_MOST_BETWEEN = 3
"""Signs that may stand between two groups of one code: ` - ` at most."""
_MOST_NAMES = 8
"""How many words of five letters may stand before a code of another story for it to be known as one."""


@dataclass(slots=True)
class Spotted:
    """What a line holds: codes as they were meant, and what is wrong with what seems to be one."""

    codes: list[str] = field(default_factory=list)
    faults: list[WrongCode] = field(default_factory=list)


def spotted(line: str, first_group: str) -> Spotted:
    """Return the codes of a line. `first_group` is the one that all codes of the story begin with."""
    found = Spotted()
    strangers = list[Sequence[str]]()
    for run in _runs(line):
        meant, at = [_as_meant(word) for word in run], 0
        signs, ends = "".join(meant), [*accumulate(map(len, meant))]
        while at < len(meant):
            is_ours = "".join(meant[at : at + GROUP])[:GROUP] == first_group
            at = _code_at(meant, signs, ends, at, found) if is_ours else at + 1
        strangers.append(run)
    if not found.codes and not found.faults:
        found.faults.extend(fault for run in strangers if (fault := _looks_like_one(run, first_group)))
    return found


def _runs(line: str) -> Iterator[list[str]]:
    """Yield the words that nothing but spaces, dashes and dots keep apart."""
    run, end = list[str](), 0
    for word in _WORD.finditer(line):
        between = line[end : word.start()]
        if run and (len(between) > _MOST_BETWEEN or not all(map(is_between, between))):
            yield run
            run = []
        run.append(word.group())
        end = word.end()
    if run:
        yield run


def _as_meant(word: str) -> str:
    """Return a word in the signs of a code; where it has others, as it is."""
    signs = plain_signs(word)
    values = values_of(signs)
    return signs if values is None else "".join(SIGNS[value] for value in values)


def _code_at(words: Sequence[str], signs: str, ends: Sequence[int], first: int, found: Spotted) -> int:
    """Read the code that begins with the word `first`, add it or its fault, and return the word after it.

    `signs` are all words together, and `ends` where each of them ends there.
    """
    begin = ends[first] - len(words[first])
    start, number = begin, 1
    while True:
        # The end of a word may be the end of the code; words after it are then something else.
        word = bisect_right(ends, start)
        end = ends[word]
        short, whole = signs[start:end], signs[start : start + GROUP]
        if len(short) < GROUP and _fits(short, number, is_last=True):
            return _added(signs[begin:end], word + 1, found)
        last = bisect_left(ends, start + GROUP)
        ends_there = last < len(ends) and ends[last] == start + GROUP
        if ends_there and _fits(whole, number, is_last=True):
            return _added(signs[begin : start + GROUP], last + 1, found)
        if not (len(whole) == GROUP and _fits(whole, number, is_last=False)):
            is_odd = len(words[first]) == GROUP != len(short) and end < len(signs)
            found.faults.append(WrongCode("length" if is_odd else "slip", number))
            return word + 1
        start, number = start + GROUP, number + 1
        if start == len(signs):
            found.faults.append(WrongCode("cut", number - 1))
            return len(words)


def _fits(signs: str, number: int, *, is_last: bool) -> bool:
    values = values_of(signs)
    return values is not None and fits(values, number, is_last=is_last)


def _added(signs: str, after: int, found: Spotted) -> int:
    found.codes.append(SEPARATOR.join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP)))
    return after


def _looks_like_one(run: Sequence[str], first_group: str) -> WrongCode | None:
    """Return what is wrong with words that look like a code, though not like one of this story; else None."""
    groups = _groups_of(run)
    if len(groups) * GROUP > MOST_SIGNS:
        return None
    # A name of five letters may stand before the code: it begins where something reads as one, else where
    # letters and digits are mixed. Names and a time are no code, and neither is a telephone number.
    for at in range(min(len(groups), _MOST_NAMES)):
        if len("".join(groups[at:])) >= GROUP + 2 and _fault_of(groups[at:]) is None:
            return WrongCode("other_rules")
    for at, group in enumerate(groups):
        is_mixed = len(group) >= GROUP and not group.isalpha() and not group.isdigit()
        is_near = sum(map(str.__eq__, _as_meant(group[:GROUP]), first_group)) >= GROUP - 2
        if (is_mixed or is_near) and len("".join(groups[at:])) >= GROUP + 2:
            return _fault_of(groups[at:])
    return None


def _fault_of(groups: Sequence[str]) -> WrongCode | None:
    try:
        read(SEPARATOR.join(groups))
    except WrongCode as wrong:
        return wrong
    return None


def _groups_of(run: Sequence[str]) -> list[str]:
    """The longest part of a run that is cut like a code: words of five signs, the last one shorter."""
    best, here = list[str](), list[str]()
    for word in (*run, ""):
        is_signs = values_of(plain_signs(word)) is not None
        if is_signs and len(word) == GROUP:
            here.append(word)
            continue
        if is_signs and here and 2 <= len(word) < GROUP:
            here.append(word)
        elif is_signs and len(word) >= 2 * GROUP:
            here = [word]  # typed without anything between the groups
        best, here = max(best, here, key=lambda part: len("".join(part))), []
    return best
