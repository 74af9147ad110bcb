"""One frozen, hashable State: all that decides how a story can go on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """Where a playthrough stands.

    `values` follow Story.variables by slot. `chapter` is the position of the current chapter; it is constant
    for a scene, except that a deck scene takes it from `offered_by`, the scene that offered it (None outside
    a deck scene). `seen` and `chosen` hold only what some condition asks about, and the deck scenes that
    are offered once: otherwise no two paths would ever meet.
    """

    scene: str
    chapter: int
    values: tuple[int, ...]
    offered_by: str | None = None
    seen: frozenset[str] = frozenset()
    chosen: frozenset[tuple[str, str]] = frozenset()
