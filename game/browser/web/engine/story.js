// The compiled pack -> a story with every default filled in: game/story/compiled.py and model.py.
// Maps, not objects, hold what is looked up by id: an id may be `constructor`.
import { pair, partsOf } from "./conditions.js";

export const CONTINUE = "continue";
export const RETURN = "return";

const VARIABLE = { start: 0, minimum: 0, maximum: 1, values: [], labels: [], signs: [], shown_as: null };
const PASSAGE = {
  text: [],
  condition: null,
  who: "",
  document: null,
  title: "",
  provenance: null,
  note: [],
  picture: "",
};
const WAY = {
  text: [],
  condition: null,
  locked: [],
  effects: [],
  result: [],
  summary: [],
  facts: [],
  debrief: [],
  weight: 1,
};
const OFFER = { limit: null, condition: null, effects: [], facts: [], debrief: [] };
const ENDING = { kind: "", facts: [], epilogue: [], summary: [] };
const PLACE = { condition: null, offer: [], priority: 0, repeat: false };
const SCENE = {
  date: "",
  place: "",
  show: [],
  seat: "",
  facts: [],
  content: [],
  summary: [],
  on_enter: [],
  talk: [],
  waits_in: null,
  from_extension: false,
};
const CHAPTER = { date: "", minutes: null, recap: [], given: [] };
const LESSON = { minutes: null, close: "" };
const PERSON = { role: "", portrait: "", about: [], after: [], drawn_from: [] };
const PROMISE = { condition: null, targets: [], bound: 0, at_most: true };
const SOURCE = { author: "", year: "", url: "", note: [], sections: [] };
const FACT = { date: "", notes_section: "", historians: [] };
const TERM = { original: "" };
const FIGURE = { unit: "", facts: [], note: [] };
const READING = { historians: [], cites: [] };
const QUESTION = { kind: null, about: "", facts: [] };
const STEP_AFTER = { date: "", facts: [] };
const TEACHING = { rationale: [], objections: [], letter_home: [], alternative: [], simplified: [] };
const STORY = {
  language: "en",
  authors: [],
  licence: "",
  you: "",
  grade: null,
  content_note: [],
  fiction_note: [],
  extension: "",
  lessons: [],
  fates: [],
  photograph: null,
  people: {},
  terms: {},
  facts: {},
  sources: {},
  figures: {},
  questions: {},
  readings: {},
  pictures: {},
  afterlife: [],
  teaching: {},
  promises: [],
};

/** A story to play. `words` are the few that views carry (game/story/words.py). Throws for another format. */
export function openStory(compiled, words) {
  if (!compiled || compiled.format !== 1 || !compiled.story)
    throw new Error("no compiled pack of this version");
  const story = { ...STORY, ...compiled.story, words, fingerprint: compiled.fingerprint };
  story.variables = story.variables.map((plain) => ({ ...VARIABLE, ...plain }));
  story.variable = new Map(story.variables.map((variable) => [variable.id, variable]));
  const bind = binder(story.variable);
  story.chapters = story.chapters.map((plain) => {
    const chapter = { ...CHAPTER, ...plain };
    return { ...chapter, given: chapter.given.map(bind.effect) };
  });
  story.lessons = story.lessons.map((plain) => ({ ...LESSON, ...plain }));
  story.chapterPosition = new Map(story.chapters.map((chapter, position) => [chapter.id, position]));
  story.scenes = mapOf(story.scenes, (plain) => sceneOf(plain, bind));
  story.promises = story.promises.map((plain) => {
    const promise = { ...PROMISE, ...plain };
    return { ...promise, condition: bind.condition(promise.condition) };
  });
  story.people = mapOf(story.people, (plain) => ({ ...PERSON, ...plain }));
  story.terms = mapOf(story.terms, (plain) => ({ ...TERM, ...plain }));
  story.facts = mapOf(story.facts, (plain) => ({ ...FACT, ...plain }));
  story.sources = mapOf(story.sources, (plain) => ({ ...SOURCE, ...plain }));
  // The titles of the sections of the class notes; where two sources name one, the later counts.
  story.sections = new Map([...story.sources.values()].flatMap((source) => source.sections));
  story.figures = mapOf(story.figures, (plain) => ({ ...FIGURE, ...plain }));
  story.readings = mapOf(story.readings, (plain) => ({ ...READING, ...plain }));
  story.questions = mapOf(story.questions, (plain) => ({ ...QUESTION, ...plain }));
  story.pictures = mapOf(story.pictures, (plain) => plain);
  story.afterlife = story.afterlife.map((plain) => ({ ...STEP_AFTER, ...plain }));
  story.teaching = { ...TEACHING, ...story.teaching };
  if (story.photograph) story.photograph = { gone_from: "", retoucher: "", ...story.photograph };
  story.decks = decksOf(story);
  Object.assign(story, watchedBy(story));
  return story;
}

/** All written ways out of a scene; none for an ending. */
export function entriesOf(scene) {
  return scene.exit.is === "Ending" ? [] : scene.exit.entries;
}

function mapOf(plain, read) {
  return new Map(Object.entries(plain).map(([id, value]) => [id, read(value)]));
}

function sceneOf(plain, bind) {
  const scene = { ...SCENE, ...plain };
  scene.on_enter = scene.on_enter.map(bind.effect);
  scene.passages = scene.passages.map((passage) => bind.conditional({ ...PASSAGE, ...passage }));
  if (scene.waits_in) scene.waits_in = bind.conditional({ ...PLACE, ...scene.waits_in });
  if (scene.exit.is === "Ending") {
    scene.exit = { ...ENDING, ...scene.exit };
  } else {
    scene.exit = { ...scene.exit, entries: scene.exit.entries.map((entry) => entryOf(entry, bind)) };
  }
  return scene;
}

function entryOf(plain, bind) {
  const isOffer = plain.is === "DeckOffer";
  const entry = bind.conditional({ is: "Way", ...(isOffer ? OFFER : WAY), ...plain });
  return { ...entry, effects: entry.effects.map(bind.effect) };
}

/** Functions that put variables where the compiled pack has their ids. */
function binder(variables) {
  const number = (plain) => {
    const bound = { ...plain };
    if (plain.is === "Read") bound.variable = variables.get(plain.variable);
    if (plain.of) bound.of = number(plain.of);
    if (plain.left) bound.left = number(plain.left);
    if (plain.right) bound.right = number(plain.right);
    return bound;
  };
  const condition = (plain) => {
    if (!plain) return null;
    const bound = plain.is === "Compare" ? number(plain) : { ...plain };
    if (plain.is === "IsTrue") bound.flag = variables.get(plain.flag);
    if (plain.part) bound.part = condition(plain.part);
    if (plain.parts) bound.parts = plain.parts.map(condition);
    return bound;
  };
  return {
    condition,
    conditional: (record) => ({ ...record, condition: condition(record.condition) }),
    effect: (plain) => ({ ...plain, variable: variables.get(plain.variable), value: number(plain.value) }),
  };
}

/** The scenes of each deck in the order in which they are offered: priority, extension, id. */
function decksOf(story) {
  const decks = new Map();
  for (const scene of story.scenes.values()) {
    if (!scene.waits_in) continue;
    const { deck } = scene.waits_in;
    decks.set(deck, [...(decks.get(deck) ?? []), scene]);
  }
  const order = (a, b) =>
    b.waits_in.priority - a.waits_in.priority ||
    Number(b.from_extension) - Number(a.from_extension) ||
    (a.id < b.id ? -1 : 1);
  for (const scenes of decks.values()) scenes.sort(order);
  return decks;
}

/** What a state must remember: what some condition asks about, and letters that are offered once. */
function watchedBy(story) {
  const conditions = [...story.scenes.values()].flatMap((scene) => [
    ...[...scene.passages, ...entriesOf(scene)].flatMap((part) => partsOf(part.condition)),
    ...partsOf(scene.waits_in?.condition),
  ]);
  conditions.push(...story.promises.flatMap((promise) => partsOf(promise.condition)));
  const once = [...story.scenes.values()].filter((scene) => scene.waits_in && !scene.waits_in.repeat);
  const seen = conditions.filter((part) => part.is === "Seen");
  const chose = conditions.filter((part) => part.is === "Chose");
  return {
    watchedScenes: new Set([...seen.map((part) => part.scene), ...once.map((scene) => scene.id)]),
    watchedWays: new Set(chose.map((part) => pair(part.scene, part.way))),
  };
}
