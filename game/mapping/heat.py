"""How often each scene is reached, to be shown on the map: whoever counts it, the map only draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heat:
    """Scene id -> a share in 0..1 (absent: nought). `label` says for the legend what is counted.

    `ways` says of (scene id, way id), in words, how many took it: empty where nobody counted ways.
    """

    label: str
    shares: Mapping[str, float]
    ways: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def of(self, scene: str) -> float:
        """Return the share of a scene."""
        return min(1.0, max(0.0, self.shares.get(scene, 0.0)))

    def words(self, scene: str) -> str:
        """Return the share as a box says it: never rounded to nothing or to everything."""
        share = self.of(scene)
        if not share:
            return "Never reached"
        if share < 0.005:
            return "Reached by under 1 %"
        if 0.995 <= share < 1:
            return "Reached by over 99 %"
        return f"Reached by {share:.0%}".replace("%", " %")
