// A start and the steps taken, folded into moments: game/story/playthrough.py. Nothing here is ever changed in
// place; the engine draws no lot.
import { holds, pair } from "./conditions.js";
import { offered } from "./decks.js";
import { apply } from "./effects.js";
import { CONTINUE, RETURN, entriesOf } from "./story.js";
import { valueOf } from "./variables.js";

/** Begin at a start {scene, given, lesson}, or where the pack says. Throws for an unknown scene or value. */
export function begin(story, start = null) {
  const from = { given: {}, lesson: "", ...(start ?? { scene: story.start }) };
  const scene = story.scenes.get(from.scene);
  if (!scene) throw new Error(`there is no scene ${from.scene}`);
  const values = story.variables.map((variable) => variable.start);
  for (const [name, written] of Object.entries(from.given)) {
    const variable = story.variable.get(name);
    const value = variable ? valueOf(variable, written) : null;
    if (value === null) throw new Error(`${name} cannot be ${written}`);
    values[variable.slot] = value;
  }
  const offeredBy = firstToOffer(story, scene);
  const chapter = offeredBy ? story.scenes.get(offeredBy).chapter : scene.chapter;
  const state = {
    scene: scene.id,
    chapter: story.chapterPosition.get(chapter),
    values,
    offeredBy,
    seen: new Set(),
    chosen: new Set(),
  };
  const blank = { state, step: null, kind: null, taken: null, changes: [], returned: false, over: false };
  return made(story, from, [entered(story, scene, state, blank)], { answers: {}, votes: {} });
}

/** Take an open way by its id (Continue is CONTINUE; a draw passes the id drawn). Throws where it is closed. */
export function choose(playthrough, way) {
  const taken = playthrough.ways.find((open) => open.id === way);
  if (!taken) throw new Error(`${way} is not open in ${playthrough.state.scene}`);
  const { story, start, moments } = playthrough;
  return made(story, start, [...moments, momentAfter(playthrough, taken)], playthrough);
}

/** The same playthrough with other moments, in order from the first. */
export function withMoments(playthrough, moments) {
  return made(playthrough.story, playthrough.start, moments, playthrough);
}

/** Drop all that came after the moment of this position. */
export function backTo(playthrough, moment) {
  const { story, start, moments, answers } = playthrough;
  if (moment >= moments.length - 1) return playthrough;
  const votes = Object.entries(playthrough.votes).filter(([position]) => Number(position) <= moment);
  return made(story, start, moments.slice(0, moment + 1), { answers, votes: Object.fromEntries(votes) });
}

/** Drop the last step; at the start, the same playthrough. */
export function back(playthrough) {
  return backTo(playthrough, Math.max(0, playthrough.moments.length - 2));
}

/** Keep what was written to a question (an id); an answer of nothing but spaces is taken back. */
export function answered(playthrough, question, answer) {
  const { [question]: _, ...kept } = playthrough.answers;
  return { ...playthrough, answers: answer.trim() ? { ...kept, [question]: answer } : kept };
}

/** Keep how many hands went up for a way out of the present page; 0 hands are hands counted too. */
export function voted(playthrough, way, hands) {
  const here = playthrough.moments.length - 1;
  const counted = { ...playthrough.votes[here], [way]: hands };
  return { ...playthrough, votes: { ...playthrough.votes, [here]: counted } };
}

/** The ways open in a state: choices and letters, the entry that Continue takes, or the draws. */
export function openWays(story, state) {
  const { exit } = story.scenes.get(state.scene);
  switch (exit.is) {
    case "Choices":
      return exit.entries.flatMap((entry) => offeredWays(story, entry, state));
    case "Next": {
      const taken = exit.entries.find((entry) => holds(entry.condition, state));
      return taken ? [{ id: CONTINUE, entry: taken, to: taken.to, letter: "" }] : [];
    }
    case "Chance":
      return exit.entries
        .filter((entry) => holds(entry.condition, state))
        .map((entry) => ({ id: entry.id, entry, to: entry.to, letter: "" }));
    default:
      return [];
  }
}

/** The way that a lot in 0..1 (1 excluded) draws by weight. */
export function drawn(ways, lot) {
  const weights = ways.map((way) => (way.entry.is === "Way" ? way.entry.weight : 1));
  let left = lot * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [position, way] of ways.entries()) {
    left -= weights[position];
    if (left < 0) return way;
  }
  return ways[ways.length - 1];
}

/** `kept` are the answers and votes, which no rule reads. */
function made(story, start, moments, { answers, votes }) {
  const last = moments[moments.length - 1];
  const scene = story.scenes.get(last.state.scene);
  return {
    story,
    start,
    moments,
    answers,
    votes,
    state: last.state,
    scene,
    lesson: story.lessons.find((lesson) => lesson.id === start.lesson) ?? null,
    ending: scene.exit.is === "Ending" ? scene.exit : null,
    isOver: last.over,
    steps: moments.filter((moment) => moment.step).map((moment) => moment.step),
    ways: last.over ? [] : openWays(story, last.state),
  };
}

function offeredWays(story, entry, state) {
  if (entry.is === "DeckOffer") {
    return offered(story, entry, state).map((scene) => ({
      id: `${entry.deck}/${scene.id}`,
      entry,
      to: scene.id,
      letter: scene.id,
    }));
  }
  return holds(entry.condition, state) ? [{ id: entry.id, entry, to: entry.to, letter: "" }] : [];
}

function momentAfter(playthrough, taken) {
  const { story, scene, state: here } = playthrough;
  let [state, changes] = apply(taken.entry.effects, here);
  const written = taken.entry.is === "Way" ? taken.entry.id : "";
  if (story.watchedScenes.has(scene.id)) state = { ...state, seen: new Set([...state.seen, scene.id]) };
  if (story.watchedWays.has(pair(scene.id, written))) {
    state = { ...state, chosen: new Set([...state.chosen, pair(scene.id, written)]) };
  }
  const step = { scene: scene.id, way: taken.id };
  const moment = { state, step, kind: kindOf(scene, taken), taken, changes, returned: false, over: false };
  return arrive(playthrough, taken, moment);
}

function arrive(playthrough, taken, moment) {
  const { story, lesson } = playthrough;
  const { state } = moment;
  if (taken.to === RETURN) {
    const desk = story.scenes.get(state.offeredBy || state.scene);
    return { ...moment, state: { ...state, scene: desk.id, offeredBy: null }, returned: true };
  }
  let target = story.scenes.get(taken.to);
  if (taken.letter) {
    const opened = { ...state, scene: target.id, offeredBy: playthrough.state.scene };
    return entered(story, target, opened, moment);
  }
  if (lesson && target.id !== lesson.close && !lesson.chapters.includes(target.chapter)) {
    if (!lesson.close) return { ...moment, over: true };
    target = story.scenes.get(lesson.close);
  }
  const chapter = story.chapterPosition.get(target.chapter);
  const arrived = entered(story, target, { ...state, scene: target.id, chapter, offeredBy: null }, moment);
  return lesson && target.id === lesson.close ? { ...arrived, over: true } : arrived;
}

function kindOf(scene, taken) {
  if (taken.letter) return "letter";
  return scene.exit.is === "Choices" ? "pick" : scene.exit.is === "Chance" ? "draw" : "continue";
}

/** A letter opened alone returns to the first scene, by id, that offers its deck. */
function firstToOffer(story, scene) {
  if (!scene.waits_in) return null;
  const offers = [...story.scenes.values()].filter((other) =>
    entriesOf(other).some((entry) => entry.is === "DeckOffer" && entry.deck === scene.waits_in.deck),
  );
  return offers.length ? offers.map((other) => other.id).sort()[0] : null;
}

/** The moment with the scene's `on_enter` run, and an ending's fate given to the player's person. */
function entered(story, scene, state, moment) {
  let effects = scene.on_enter;
  if (scene.exit.is === "Ending" && story.you && scene.exit.kind) {
    const fate = story.variable.get(story.you);
    const value = { is: "Constant", value: fate.values.indexOf(scene.exit.kind) };
    effects = [...effects, { variable: fate, sign: "=", value }];
  }
  const [after, changes] = apply(effects, state);
  const over = scene.exit.is === "Ending";
  return { ...moment, state: after, changes: [...moment.changes, ...changes], over };
}
