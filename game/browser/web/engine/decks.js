// Which waiting scenes a deck offers now: game/story/decks.py.
import { holds } from "./conditions.js";

/** The deck scenes that lie there now, in deck order, up to the limit of the offer. */
export function offered(story, offer, state) {
  if (!holds(offer.condition, state)) return [];
  const waiting = (story.decks.get(offer.deck) ?? []).filter(
    (scene) => (scene.waits_in.repeat || !state.seen.has(scene.id)) && holds(scene.waits_in.condition, state),
  );
  return offer.limit === null ? waiting : waiting.slice(0, offer.limit);
}
