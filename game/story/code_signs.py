"""Signs of a replay code: a number in base 31, in groups that each carry a check sign.

The number stands with its lowest digit first. A group is at most five signs: up to four of the number, then
the check sign, which is

    2·first + 3·second + 4·third + 5·fourth + 7·(number of the group, from 1) + 12 (in the last group only)

modulo 31. Since 31 is prime and no two weights are alike, a changed sign and two swapped signs never pass;
since the group counts, neither do two groups that have changed places (up to 16 groups); since the last group
differs, a code that was cut off between groups is known before anything is played.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import Literal

SIGNS = "0123456789ABCDEFGHJKMNPQRTVWXYZ"
"""The signs by their value. I, L, O, S and U are not among them: they are read as 1, 1, 0, 5 and V."""

BASE = len(SIGNS)
GROUP = 5
"""Signs in a full group, the check sign among them."""

MOST_SIGNS = 20_000
"""Signs of the longest code that is read: 10,000 steps with 15 ways each, and room. More is not looked at."""

SEPARATOR = "-"

_BETWEEN = "._\u00b7\u2022\u2212"
_BETWEEN_KINDS = ("Pd", "Zs", "Zl", "Zp", "Cc", "Cf")
"""Dashes, spaces, ends of lines, and what is not seen at all."""

_LAST = 12
_PER_GROUP = 7
_MEANT = {**{sign: value for value, sign in enumerate(SIGNS)}, "O": 0, "I": 1, "L": 1, "S": 5, "U": 26}

Fault = Literal["empty", "sign", "length", "slip", "cut", "other_rules", "misfit"]

_SAID: dict[Fault, str] = {
    "empty": "There is no code here.",
    "sign": "Group {group} has a sign that no code has.",
    "length": "Group {group} has a sign too many or too few. Please compare it once more.",
    "slip": "Group {group} was mistyped. Please compare it once more.",
    "cut": "The end of the code is missing after group {group}, or that group was mistyped.",
    "other_rules": "This code belongs to another story, or to another version of this one.",
    "misfit": "The code does not lead through this story. Please compare it once more.",
}


class WrongCode(ValueError):
    """Raised for what is no code of this story; the message says why in a player's words.

    `group` counts from 1; it is 0 where the fault lies in no group by itself. The message never repeats what
    was typed.
    """

    def __init__(self, fault: Fault, group: int = 0) -> None:
        super().__init__(_SAID[fault].format(group=group))
        self.fault: Fault = fault
        self.group = group


def written(number: int, length: int) -> str:
    """Return a number of so many base-31 digits as a code: `K7QM2-4TT0V-9XA`."""
    values = []
    for _ in range(length):
        number, value = divmod(number, BASE)
        values.append(value)
    parts = [values[at : at + GROUP - 1] for at in range(0, length, GROUP - 1)]
    groups = [(*part, _check(part, at, at == len(parts))) for at, part in enumerate(parts, 1)]
    return SEPARATOR.join("".join(SIGNS[value] for value in group) for group in groups)


def read(code: str) -> tuple[int, int]:
    """Return the number of a typed code and how many base-31 digits it has. Raises WrongCode."""
    typed = plain_signs(code)
    if not typed:
        raise WrongCode("empty")
    if len(typed) > MOST_SIGNS:
        raise WrongCode("misfit")
    number, length, scale = 0, 0, 1
    try:
        groups = [_values(typed[at : at + GROUP], at // GROUP + 1) for at in range(0, len(typed), GROUP)]
        for at, group in enumerate(groups, 1):
            is_last = at == len(groups)
            if not fits(group, at, is_last=is_last):
                whole = is_last and len(group) == GROUP and fits(group, at, is_last=False)
                raise WrongCode("cut" if whole else "slip", at)
            for value in group[:-1]:
                number += value * scale
                scale *= BASE
                length += 1
    except WrongCode as wrong:
        if wrong.fault == "slip" and (odd := _odd_group(code)):
            raise WrongCode("length", odd) from None
        raise
    return number, length


def plain_signs(code: str) -> str:
    """Return a typed code in capitals, without what may stand between its groups: spaces, dashes, dots."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", code).upper() if not is_between(sign))


def is_between(sign: str) -> bool:
    """Return whether a sign may stand between two groups."""
    return sign in _BETWEEN or unicodedata.category(sign) in _BETWEEN_KINDS


def values_of(signs: str) -> tuple[int, ...] | None:
    """Return the values of signs in capitals, look-alikes taken as meant; None where one is no sign."""
    values = tuple(_MEANT.get(sign, -1) for sign in signs)
    return None if -1 in values else values


def fits(group: tuple[int, ...], number: int, *, is_last: bool) -> bool:
    """Return whether a group's check sign is right at this place of a code (from 1)."""
    return len(group) >= 2 and group[-1] == _check(group[:-1], number, is_last)


def _check(values: tuple[int, ...] | list[int], number: int, is_last: bool) -> int:
    weighted = sum(weight * value for weight, value in enumerate(values, 2))
    return (weighted + _PER_GROUP * number + _LAST * is_last) % BASE


def _values(signs: str, number: int) -> tuple[int, ...]:
    values = values_of(signs)
    if values is None:
        raise WrongCode("sign", number)
    return values


def _odd_group(code: str) -> int:
    """The first group, as it was typed, that has not five signs; 0 where the typed groups say nothing."""
    apart = ["".join(part) for between, part in groupby(code.strip(), is_between) if not between]
    sizes = [len(part) for part in apart]
    if GROUP not in sizes:
        return 0
    odd = [at for at, size in enumerate(sizes, 1) if size > GROUP or (size < GROUP and at < len(sizes))]
    return odd[0] if odd else 0
