"""How many playthroughs came by, took which way and met which fact."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields


@dataclass(slots=True)
class Tally:
    """Counts of playthroughs that began alike; none counts twice in one place.

    `faced` counts by scene who came to a decision there, `open_to` and `taken` by (scene, way), `endings` and
    `stopped` by the scene where the playthrough ended or was ended early, `fates` by (person, value) at its
    end, `scenes` who saw a page at all.
    """

    played: int = 0
    faced: Counter[str] = field(default_factory=Counter)
    open_to: Counter[tuple[str, str]] = field(default_factory=Counter)
    taken: Counter[tuple[str, str]] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)
    stopped: Counter[str] = field(default_factory=Counter)
    fates: Counter[tuple[str, int]] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    scenes: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Take another tally's counts in."""
        self.played += other.played
        for name in COUNTERS:
            getattr(self, name).update(getattr(other, name))


COUNTERS = tuple(known.name for known in fields(Tally) if known.name != "played")
