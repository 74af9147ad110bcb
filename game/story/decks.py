"""Which waiting scenes a deck offers now."""

from __future__ import annotations

from game.story.conditions import holds
from game.story.model import DeckOffer, Scene, Story
from game.story.state import State


def offered(story: Story, offer: DeckOffer, state: State) -> tuple[Scene, ...]:
    """Return the deck scenes that lie there now, in deck order, up to the limit of the offer."""
    if not holds(offer.condition, state):
        return ()
    waiting = tuple(
        scene for scene in story.decks.get(offer.deck, ()) if scene.waits_in and _lies_there(scene, state)
    )
    return waiting[: offer.limit]


def _lies_there(scene: Scene, state: State) -> bool:
    place = scene.waits_in
    assert place is not None
    return (place.repeat or scene.id not in state.seen) and holds(place.condition, state)
