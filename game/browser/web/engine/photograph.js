// The photograph as it hangs by now, who is gone from it and by whose brush: game/story/photograph.py.
import { Viewer } from "./viewer.js";

/** The photograph at a playthrough's last moment; null where the pack has none. */
export function photographOf({ story, state, moments }) {
  const view = new Viewer(story, state).photograph();
  if (!view || !story.photograph.retoucher) return view;
  let known = new Set();
  let leftToOthers = new Set();
  for (const [position, moment] of moments.entries()) {
    const viewer = new Viewer(story, moment.state);
    const gone = new Set(story.photograph.people.filter((person) => viewer.isGone(person)));
    if (position && viewer.isGone(story.photograph.retoucher)) {
      for (const person of gone) if (!known.has(person)) leftToOthers.add(person);
    }
    // Somebody may come back, and be taken again: it is the last time that counts.
    leftToOthers = new Set([...leftToOthers].filter((person) => gone.has(person)));
    known = gone;
  }
  return { ...view, house_paint: view.gone.filter((person) => leftToOthers.has(person)) };
}
