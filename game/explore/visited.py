"""How often each scene is reached by somebody who chooses evenly: worked out, or counted in walks."""

from __future__ import annotations

from game.explore.flows import LoopTooLarge
from game.explore.graph import graph_of
from game.explore.proof import MOST_JOINT
from game.explore.reading import read_rules
from game.explore.search import Limits, search
from game.explore.transitions import Transitions
from game.explore.visiting import Visiting
from game.explore.walks import walk
from game.story.model import Story


def visited_by_proof(story: Story) -> dict[str, float] | None:
    """Return the probability of each scene; None where the states are too many, or a loop is too large."""
    found = search(Transitions(read_rules(story)), Limits(states=MOST_JOINT))
    if found.bound:
        return None
    try:
        visiting = Visiting(graph_of(found))
        places = visiting.places
        return {
            scene: visiting.probability(place.index for place in places if place.scene == scene)
            for scene in story.scenes
        }
    except LoopTooLarge:
        return None


def visited_by_walks(story: Story, number: int, seed: int = 1) -> dict[str, float]:
    """Return the share of so many uniform walks that came by each scene."""
    return {scene: times / number for scene, times in walk(read_rules(story), number, seed).met.items()}
