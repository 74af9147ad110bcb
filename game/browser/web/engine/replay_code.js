// Playthrough <-> replay code: game/story/replay_code.py, specified in docs/replay-code.md.
import { BASE, WrongCode, read, written } from "./code_signs.js";
import { begin, choose, openWays } from "./playthrough.js";
import { chapterStart, lessonStart } from "./starts.js";
import { nameOf, valueOf } from "./variables.js";

const CODE_FORMAT = 1n;
const MOST_STEPS = 10000;
const RULES = BASE ** 4n;
const BLOCK = 32;

/** The code of a playthrough, ended or not; empty where it has more than MOST_STEPS steps. */
export function toCode(playthrough) {
  if (playthrough.moments.length > MOST_STEPS + 1) return "";
  let [number, size] = [0n, 1n];
  for (const [digit, base] of digitsOf(playthrough)) {
    number += BigInt(digit) * size;
    size *= BigInt(base);
  }
  return written(number, signsFor(size));
}

/** Play a code again. Throws WrongCode. */
export function fromCode(story, code) {
  const digits = new Digits(...read(code));
  if (digits.takeBig(RULES) !== rulesNumber(story)) throw new WrongCode("other_rules");
  const start = takenStart(story, digits);
  const steps = takenSteps(digits);
  let playthrough;
  try {
    playthrough = begin(story, start);
  } catch {
    throw new WrongCode("misfit");
  }
  for (let step = 0; step < steps; step += 1) {
    const ways = wayIds(playthrough.ways);
    if (!ways.length) throw new WrongCode("misfit");
    playthrough = choose(playthrough, ways[ways.length > 1 ? digits.take(ways.length) : 0]);
  }
  digits.close();
  return playthrough;
}

/** A number taken apart digit by digit; each digit's base is known only after those before it. */
class Digits {
  #size = 1n;
  #number;
  #length;

  constructor(number, length) {
    this.#number = number;
    this.#length = length;
  }

  take(base) {
    return Number(this.takeBig(BigInt(base)));
  }

  takeBig(base) {
    this.#size *= base;
    const digit = this.#number % base;
    this.#number /= base;
    return digit;
  }

  close() {
    if (this.#number || this.#length !== signsFor(this.#size)) throw new WrongCode("misfit");
  }
}

function takenSteps(digits) {
  let [steps, scale, goesOn] = [0, 1, true];
  while (goesOn) {
    const block = digits.take(2 * BLOCK);
    goesOn = block >= BLOCK;
    steps += (block % BLOCK) * scale;
    scale *= BLOCK;
    if (steps > MOST_STEPS) throw new WrongCode("misfit");
  }
  return steps;
}

/** The digits of a playthrough's code, the lowest first, each with its base. */
function digitsOf({ story, start, moments }) {
  const found = [[rulesNumber(story), RULES], ...startDigits(story, start)];
  let steps = moments.length - 1;
  for (; steps >= BLOCK; steps = Math.floor(steps / BLOCK)) found.push([(steps % BLOCK) + BLOCK, 2 * BLOCK]);
  found.push([steps, 2 * BLOCK]);
  for (let at = 0; at < moments.length - 1; at += 1) {
    const ways = wayIds(openWays(story, moments[at].state));
    if (ways.length > 1) found.push([ways.indexOf(moments[at + 1].step.way), ways.length]);
  }
  return found;
}

function wayIds(ways) {
  return [...new Set(ways.map((way) => way.id))].sort();
}

function rulesNumber(story) {
  return (BigInt(`0x${story.fingerprint.slice(0, 12)}`) + CODE_FORMAT) % RULES;
}

function declaredStarts(story) {
  return [
    { scene: story.start, given: {}, lesson: "" },
    ...story.chapters.map((chapter) => chapterStart(story, chapter.id)),
    ...story.lessons.map((lesson) => lessonStart(story, lesson.id)),
  ];
}

function startDigits(story, start) {
  const declared = declaredStarts(story);
  const at = declared.findIndex((known) => isSame(known, start));
  if (at >= 0) return [[at, declared.length + 1]];
  const named = story.variables.filter((variable) => Object.hasOwn(start.given, variable.id));
  return [
    [declared.length, declared.length + 1],
    [[...story.scenes.keys()].sort().indexOf(start.scene), story.scenes.size],
    [lessonIds(story).indexOf(start.lesson), story.lessons.length + 1],
    [named.length, story.variables.length + 1],
    ...named.flatMap((variable) => [
      [variable.slot, story.variables.length],
      [
        valueOf(variable, start.given[variable.id]) - variable.minimum,
        variable.maximum - variable.minimum + 1,
      ],
    ]),
  ];
}

function takenStart(story, digits) {
  const declared = declaredStarts(story);
  const at = digits.take(declared.length + 1);
  if (at < declared.length) return declared[at];
  const scene = [...story.scenes.keys()].sort()[digits.take(story.scenes.size)];
  const lesson = lessonIds(story)[digits.take(story.lessons.length + 1)];
  const given = {};
  for (let left = digits.take(story.variables.length + 1); left > 0; left -= 1) {
    const slot = digits.take(story.variables.length);
    const variable = story.variables.find((known) => known.slot === slot);
    const value = variable.minimum + digits.take(variable.maximum - variable.minimum + 1);
    given[variable.id] = nameOf(variable, value);
  }
  return { scene, given, lesson };
}

function isSame(a, b) {
  const keys = Object.keys(a.given);
  const sameGiven =
    keys.length === Object.keys(b.given).length && keys.every((key) => a.given[key] === b.given[key]);
  return a.scene === b.scene && a.lesson === b.lesson && sameGiven;
}

function lessonIds(story) {
  return ["", ...story.lessons.map((lesson) => lesson.id)];
}

/** How many base-31 digits it takes to write any number below `size`. */
function signsFor(size) {
  let [signs, reach] = [1, BASE];
  for (; reach < size; reach *= BASE) signs += 1;
  return signs;
}
