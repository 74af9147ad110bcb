// Two readings, the questions about this path, the file's afterlife: game/story/debrief_talk.py.
import { Viewer } from "./viewer.js";
import { longDate } from "./words.js";

/** The id of the answer to what the game makes simpler; no question has it. */
export const FAULT = "fault.the.game";

const MOST_OF_A_KIND = 3;

/** The readings, each with the decisions that rest on a fact which it cites. */
export function readingsOf({ story, state }, decisions) {
  const viewer = new Viewer(story, state);
  return [...story.readings.values()].map((reading) => ({
    id: reading.id,
    title: reading.title,
    historians: reading.historians.map((source) => viewer.source(source)),
    text: viewer.prose(reading.text),
    evidence: decisions
      .map((made) => ({
        decision: made.number,
        facts: made.facts.map((fact) => fact.id).filter((fact) => reading.cites.includes(fact)),
      }))
      .filter((evidence) => evidence.facts.length),
  }));
}

/** Questions about this path by kind, at most three of a kind; what was answered stays in any case. */
export function questionsOf(playthrough, decisions, met) {
  const { story, state, answers } = playthrough;
  const viewer = new Viewer(story, state);
  const kinds = new Map(story.words.question_kind);
  const byKind = new Map([...kinds.keys(), ""].map((kind) => [kind, []]));
  for (const question of story.questions.values()) {
    if (!belongs(playthrough, question, met)) continue;
    const kind = question.kind ?? "";
    byKind.get(kind).push({
      id: question.id,
      kind,
      kind_label: kinds.get(kind) ?? story.words.other_questions,
      text: viewer.prose(question.text),
      decisions: speaksOf(playthrough, question, decisions),
      answer: answers[question.id] ?? "",
    });
  }
  return [...byKind.values()].flatMap(few);
}

function few(views) {
  const about = views.filter((view) => view.decisions.length);
  const ordered = [...about, ...views.filter((view) => !view.decisions.length)];
  const enough = ordered.slice(0, Math.max(MOST_OF_A_KIND, about.length));
  const pool = about.length > MOST_OF_A_KIND ? about : enough;
  const spread = pool.length
    ? Array.from({ length: MOST_OF_A_KIND }, (_, i) => pool[Math.floor((i * pool.length) / MOST_OF_A_KIND)])
    : [];
  return ordered.filter((view) => spread.includes(view) || view.answer);
}

function belongs(playthrough, question, met) {
  const [scene, choice] = pointed(question);
  const { moments } = playthrough;
  if (choice) return moments.some((moment) => isOf(moment, scene, choice));
  if (scene) return moments.some((moment) => moment.state.scene === scene);
  return !question.facts.length || question.facts.some((fact) => met.includes(fact));
}

/** The decisions made where the question points; where there is none, those that rest on its facts. */
function speaksOf({ moments }, question, decisions) {
  const [scene, choice] = pointed(question);
  const made = decisions.filter((d) => scene && isOf(moments[d.moment + 1], scene, choice));
  const resting = decisions.filter((d) => d.facts.some((fact) => question.facts.includes(fact.id)));
  return (made.length || choice ? made : resting).map((d) => d.number);
}

/** The scene and the choice that a question is about, each empty where it names none. */
function pointed(question) {
  const at = question.about.indexOf(".");
  return at < 0 ? [question.about, ""] : [question.about.slice(0, at), question.about.slice(at + 1)];
}

/** Whether the step to a moment was made in a scene, or took up that paper; `choice` may be empty. */
function isOf({ taken, step }, scene, choice) {
  if (!taken || !step) return false;
  if (choice) return step.scene === scene && (taken.entry.is === "Way" ? taken.entry.id : "") === choice;
  return scene === step.scene || scene === taken.letter;
}

/** What the game makes simpler; null where the pack does not say. */
export function faultOf({ story, state, answers }) {
  const viewer = new Viewer(story, state);
  const simplified = story.teaching.simplified.map((text) => viewer.prose(text));
  return simplified.length ? { id: FAULT, simplified, answer: answers[FAULT] ?? "" } : null;
}

/** What became of the file. */
export function afterlifeOf({ story, state }) {
  const viewer = new Viewer(story, state);
  return story.afterlife.map((entry) => ({
    date: longDate(entry.date, story.words.months),
    title: entry.title,
    text: viewer.prose(entry.text),
    facts: entry.facts,
  }));
}
