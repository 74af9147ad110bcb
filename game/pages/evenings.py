"""Decisions as the page groups them: what was taken from one desk on one evening stands under that desk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.story.views import DecisionView, FactView, ProseView, RoadView


@dataclass(frozen=True, slots=True)
class Evening:
    """A desk from the first paper taken to the last: what the desk itself says stands once, for all of them.

    `left` are the papers and ways of the desk that were never taken. A decision elsewhere is an evening of
    its own, with no `desk`.
    """

    decisions: tuple[DecisionView, ...]
    desk: str = ""
    debriefs: tuple[ProseView, ...] = ()
    facts: tuple[FactView, ...] = ()
    left: tuple[RoadView, ...] = ()

    def is_on_desk(self, decision: DecisionView) -> bool:
        """Whether a decision was made at the desk itself, not in one of its papers."""
        return decision.scene == self.desk


def evenings(decisions: Sequence[DecisionView]) -> Iterator[Evening]:
    """Yield all decisions, those of one desk together."""
    rest = list(decisions)
    while rest:
        taken = _evening(rest)
        del rest[: len(taken)]
        yield _desk(taken) if taken[0].kind == "letter" else Evening(taken)


def _evening(decisions: Sequence[DecisionView]) -> tuple[DecisionView, ...]:
    """The first decision, and those after it that belong to the same desk."""
    first = decisions[0]
    found = [first]
    if first.kind != "letter":
        return (first,)
    for decision in decisions[1:]:
        last = found[-1]
        has_left = last.scene == first.scene and last.kind != "letter" and last.led_to
        # Pages of a paper that no decision was made on break the chain; the desk then begins anew.
        is_in_paper = decision.scene_title == last.led_to or decision.scene == last.scene
        if has_left or not (decision.scene == first.scene or is_in_paper):
            break
        found.append(decision)
    return tuple(found)


def _desk(decisions: tuple[DecisionView, ...]) -> Evening:
    desk = decisions[0].scene
    at_desk = [decision for decision in decisions if decision.scene == desk]
    letters = [decision for decision in at_desk if decision.kind == "letter"]
    chosen = [decision.chosen for decision in at_desk]
    left = {road.text: road for d in at_desk for road in d.roads if road.text and road.text not in chosen}
    return Evening(
        decisions,
        desk,
        debriefs=tuple(dict.fromkeys(letter.debrief for letter in letters if letter.debrief)),
        facts=tuple({fact.id: fact for letter in letters for fact in letter.facts}.values()),
        left=tuple(left.values()),
    )
