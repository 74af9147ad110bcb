"""What an author may have meant: the nearest known name to a misspelt one."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable

SHORT = 4
"""Below this length one slip is a guess too many; from it on two slips still leave the word."""

EFFORT = 100_000
"""Comparisons that one compilation spends on guesses: ten thousand broken links should not take a minute."""

LOOK_ALIKES = str.maketrans("абвгеёікмнорстухАВЕКМНОРСТХІ‐‑–—-", "abbreeikmhopctyxABEKMHOPCTXI_____")
"""Cyrillic letters that look like Latin ones, and the dashes: all the same in a name."""


class Guesses:
    """Finds the nearest name among known ones; remembers how much it has searched."""

    def __init__(self) -> None:
        self._left = EFFORT
        self._folded: dict[str, str] = {}

    def nearest(self, name: str, known: Collection[str]) -> str | None:
        """Return the known name most like `name`, or None where none is near."""
        self._left -= len(known)
        if self._left < 0 or len(name) > 60:
            return None
        plain = folded(name)
        limit = 1 if len(plain) < SHORT else 2
        best: tuple[int, str] | None = None
        for candidate in known:
            other = self._folded.get(candidate)
            if other is None:
                other = self._folded[candidate] = folded(candidate)
            if other == plain:
                return candidate
            if abs(len(other) - len(plain)) <= limit:
                found = slips(plain, other, limit)
                # Two slips in a word of four letters leave another word: `camp` is no slip for `shot`.
                if (
                    found <= limit
                    and (found < 2 or found * 2 < max(len(plain), len(other)))
                    and (best is None or found < best[0])
                ):
                    best = (found, candidate)
        if best:
            return best[1]
        begun = [c for c in known if len(plain) >= SHORT and _one_begins_the_other(plain, folded(c))]
        return begun[0] if len(begun) == 1 else None


def folded(name: str) -> str:
    """Return a name without the differences that authors do not see: case, hyphens, accents, look-alikes."""
    if name.isascii() and name.isidentifier():
        return name.lower()
    lower = name.strip().strip("\"'“”‘’`").translate(LOOK_ALIKES).lower().replace(" ", "_")
    return "".join(sign for sign in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(sign))


def odd_letter(name: str) -> str:
    """Return the first letter of a name that looks like one of a to z and is another one; "" for none."""
    if name.isascii():
        return ""
    return next((sign for sign in name if sign.isalpha() and sign != sign.translate(LOOK_ALIKES)), "")


def _one_begins_the_other(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= SHORT and (longer.startswith(shorter) or longer.endswith("_" + shorter))


def slips(one: str, other: str, limit: int) -> int:
    """Return how many letters are added, lost, changed or swapped; limit + 1 for more than limit."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        earlier, before = before, row
        row = [i]
        for j, other_sign in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != other_sign))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == other_sign:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def listed(names: Iterable[str], limit: int = 12) -> str:
    """Return names as a line of code words, cut after `limit`."""
    all_names = list(names)
    shown = ", ".join(f"`{name}`" for name in all_names[:limit])
    return shown + (", ..." if len(all_names) > limit else "")
