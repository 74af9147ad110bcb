"""What the author promises of every path, proved or broken; a broken promise has a counter-example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from game.explore.formulas import Formula
from game.explore.proof import MOST_IN_A_SLICE, Proof
from game.explore.search import Limits, search
from game.explore.slices import leading_to
from game.explore.transitions import Transitions
from game.explore.wording import promise_words, quantity
from game.story.model import Ending, Promise
from game.story.playthrough import Playthrough


@dataclass(frozen=True)
class Kept:
    """What became of one promise. `holds` is None where the search was bounded and nothing is known.

    `example` breaks an `always`, `never` or `every_path`, and shows a `reachable`.
    """

    position: int
    promise: Promise
    words: str
    holds: bool | None
    says: str
    example: Playthrough | None = None


def keep_promises(
    proof: Proof, shares: Mapping[str, Fraction | float] | None, limits: Limits | None = None
) -> list[Kept]:
    """Return what became of each promise. `shares` are the endings' (None: they are not known)."""
    return [
        _kept(proof, position, promise, shares, limits or Limits())
        for position, promise in enumerate(proof.story.promises)
    ]


def _kept(
    proof: Proof,
    position: int,
    promise: Promise,
    shares: Mapping[str, Fraction | float] | None,
    limits: Limits,
) -> Kept:
    kept = Kept(
        position, promise, promise_words(promise, proof.story), None, "not known: the search was bounded"
    )
    match promise.kind:
        case "always" | "never":
            answer = proof.answers["promise", position]
            if answer.is_ever_true:
                return replace(kept, holds=False, says="is broken", example=answer.example)
            in_all = f"holds in all {quantity(proof.states, 'state')}"
            return (
                kept
                if answer.is_bounded or not (proof.is_whole or proof.is_divided)
                else replace(kept, holds=True, says=in_all)
            )
        case "reachable":
            return _reachable(proof, kept, limits)
        case "every_path":
            return _every_path(proof, kept, limits)
        case "share":
            return kept if shares is None else _share(kept, shares)


def _reachable(proof: Proof, kept: Kept, limits: Limits) -> Kept:
    target = kept.promise.targets[0]
    scenes = {target} if target in proof.story.scenes else set[str]()
    scenes |= {
        s.id for s in proof.story.scenes.values() if isinstance(s.exit, Ending) and s.exit.id == target
    }
    places = {place.index for place in proof.rules.places if place.scene in scenes}
    if proof.is_divided:
        is_open = any(proof.answers["here", place].is_bounded for place in places)
        if is_open and not places & proof.roads.reached:
            return kept
    if places & proof.roads.reached:
        played = _first_at(proof, places, limits)
        says = f"holds: {len(played.steps)} steps lead there" if played else "holds"
        return replace(kept, holds=True, says=says, example=played)
    if not (proof.is_whole or proof.is_divided):
        return kept
    return replace(kept, holds=False, says=f"is broken: in none of {quantity(proof.states, 'state')}")


def _first_at(proof: Proof, places: set[int], limits: Limits) -> Playthrough | None:
    """Return a shortest playthrough to some of the places; None where the search for it was bounded."""
    found = proof.core
    if not proof.is_whole:
        asked: dict[int, list[Formula]] = {place: [] for place in places}
        within, reductions = leading_to(proof.rules, places), proof.core.transitions.reductions
        found = search(
            Transitions(proof.rules, asked, within, reductions, only_whether=True), _within(limits)
        )
    firsts = [next(iter(found.known[place])) for place in places if found.known[place]]
    return min((found.played(state) for state in firsts), key=lambda played: len(played.steps), default=None)


def _every_path(proof: Proof, kept: Kept, limits: Limits) -> Kept:
    """Nobody is at b without having been at a: search everywhere but a, and look for b."""
    passed, reached = kept.promise.targets
    if passed in (reached, proof.story.start):
        return replace(
            kept, holds=True, says="holds: everybody begins there" if passed != reached else "holds"
        )
    targets = {place.index for place in proof.rules.places_of(reached)}
    avoided = {place.index for place in proof.rules.places_of(passed)}
    within = leading_to(proof.rules, targets) - avoided
    asked: dict[int, list[Formula]] = {place: [] for place in targets}
    here = Transitions(proof.rules, asked, within, proof.core.transitions.reductions, only_whether=True)
    found = search(here, _within(limits) if proof.is_divided else limits)
    for place in sorted(targets):
        if found.known[place]:
            example = found.played(next(iter(found.known[place])))
            return replace(kept, holds=False, says="is broken", example=example)
    if found.bound:
        return kept
    return replace(kept, holds=True, says=f"holds in all {quantity(found.states, 'state')} without {passed}")


def _within(limits: Limits) -> Limits:
    """The limits of a search beside a divided proof."""
    return replace(limits, states=min(limits.states or MOST_IN_A_SLICE, MOST_IN_A_SLICE))


def _share(kept: Kept, shares: Mapping[str, Fraction | float]) -> Kept:
    promise = kept.promise
    total = sum((shares.get(target, 0) for target in promise.targets), start=Fraction(0))
    bound = Fraction(promise.bound, 1_000_000)
    holds = total <= bound if promise.at_most else total >= bound
    says = f"{'holds' if holds else 'is broken'}: the share is {float(total):.4%}"
    return replace(kept, holds=holds, says=says)
