"""What a class's codes say of the map: how often each scene was reached, how many took each way."""

from __future__ import annotations

from game.class_report.gathering import Gathered
from game.class_report.tally import Tally


def shares_of(found: Gathered) -> dict[str, float]:
    """Return by scene the share of all playthroughs that saw it, from 0 to 1; all starts together."""
    tally = _all(found)
    return {scene: count / tally.played for scene, count in tally.scenes.items()}


def ways_of(found: Gathered) -> dict[tuple[str, str], str]:
    """Return by scene and way how many took it, in words; only for ways that lay open to somebody."""
    tally = _all(found)
    return {
        (scene, way): f"taken by {tally.taken[scene, way]:,} of {tally.faced[scene]:,}"
        for scene, way in tally.open_to
    }


def _all(found: Gathered) -> Tally:
    whole = Tally()
    for tally in found.tallies.values():
        whole.add(tally)
    return whole
