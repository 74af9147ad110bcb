// Playthrough <-> plain object, a save: game/story/replay.py. Loading it plays its steps again.
import { begin, choose, withMoments } from "./playthrough.js";

const SAVE_FORMAT = 1;
const MOST_STEPS = 200_000;

/** A save that cannot be played here; the message says why in a player's words. */
export class UnreadableSave extends Error {}

/** A playthrough as the desktop's save: format, story, start, steps; votes and answers if there are any. */
export function toSave(playthrough) {
  const { story, start, steps, answers, votes } = playthrough;
  const counted = Object.entries(votes).filter(([, ways]) => Object.keys(ways).length);
  return {
    format: SAVE_FORMAT,
    story: story.id,
    extension: story.extension,
    version: story.version,
    start: { scene: start.scene, given: { ...start.given }, lesson: start.lesson },
    steps: steps.map((step) => [step.scene, step.way]),
    ...(counted.length ? { votes: Object.fromEntries(counted) } : {}),
    ...(Object.keys(answers).length ? { answers: { ...answers } } : {}),
  };
}

/** {playthrough, stoppedAt, stepsLost}: a save played as far as the story goes. Throws UnreadableSave. */
export function fromSave(story, save) {
  if (save?.format !== SAVE_FORMAT)
    throw new UnreadableSave("It was written by another version of the program.");
  if (save.story !== story.id) throw new UnreadableSave(`It belongs to another story: ${save.story}.`);
  if ((save.extension ?? "") !== story.extension) {
    throw new UnreadableSave(`It belongs to another pack: ${save.extension || story.id}.`);
  }
  const start = startOf(save.start);
  // A lesson that is gone closes nothing: the game goes on past it.
  if (!story.lessons.some((lesson) => lesson.id === start.lesson)) start.lesson = "";
  const steps = stepsOf(save.steps);
  let playthrough;
  try {
    playthrough = { ...begin(story, start), answers: answersOf(save.answers) };
  } catch (problem) {
    throw new UnreadableSave(`The story has changed, and its beginning no longer fits: ${problem.message}.`);
  }
  const replay = followed(playthrough, steps);
  const votes = votesOf(save.votes, replay.playthrough.moments.length);
  return { ...replay, playthrough: { ...replay.playthrough, votes } };
}

/** Take steps, as far as the story still goes. */
export function followed(playthrough, steps) {
  // Only the last moment is carried along: a step would copy all those before it.
  const moments = [...playthrough.moments];
  let here = playthrough;
  let [stoppedAt, stepsLost] = [null, 0];
  for (const [played, step] of steps.entries()) {
    if (step.scene !== here.state.scene || !here.ways.some((way) => way.id === step.way)) {
      [stoppedAt, stepsLost] = [step, steps.length - played];
      break;
    }
    here = choose({ ...here, moments: here.moments.slice(-1) }, step.way);
    moments.push(here.moments[1]);
  }
  return { playthrough: withMoments(playthrough, moments), stoppedAt, stepsLost };
}

function startOf(plain) {
  const given = plain?.given;
  const reads =
    typeof plain?.scene === "string" &&
    typeof plain.lesson === "string" &&
    isRecord(given) &&
    Object.values(given).every((value) => typeof value === "string");
  if (!reads) throw new UnreadableSave("Its beginning cannot be read.");
  return { scene: plain.scene, given: { ...given }, lesson: plain.lesson };
}

function stepsOf(plain) {
  if (!Array.isArray(plain)) throw new UnreadableSave("Its steps cannot be read.");
  if (plain.length > MOST_STEPS)
    throw new UnreadableSave(
      `It has ${plain.length.toLocaleString("en")} steps, and no more than 200,000 are played again.`,
    );
  return plain.map((step) => {
    const reads = Array.isArray(step) && step.length === 2 && step.every((part) => typeof part === "string");
    if (!reads) throw new UnreadableSave("One of its steps cannot be read.");
    return { scene: step[0], way: step[1] };
  });
}

/** The answers; what is no text is left out, for nothing of the game depends on them. */
function answersOf(plain) {
  return Object.fromEntries(entries(plain).filter(([, text]) => typeof text === "string"));
}

/** The votes of the steps that could be followed; what is none is left out. */
function votesOf(plain, reached) {
  const isHands = (hands) => Number.isInteger(hands) && hands >= 0 && hands <= 999;
  const kept = entries(plain)
    .filter(([step, ways]) => /^[0-9]+$/.test(step) && Number(step) < reached && isRecord(ways))
    .map(([step, ways]) => [String(Number(step)), entries(ways).filter(([, hands]) => isHands(hands))]);
  return Object.fromEntries(kept.map(([step, ways]) => [step, Object.fromEntries(ways)]));
}

function entries(plain) {
  return isRecord(plain) ? Object.entries(plain) : [];
}

function isRecord(plain) {
  return plain !== null && typeof plain === "object" && !Array.isArray(plain);
}
