// The two lanes of dates, the record by section, its figures: game/story/debrief_record.py.
import { Viewer } from "./viewer.js";
import { inFigures, longDate } from "./words.js";

/** Both lanes by date: the pages played, and the facts that were met or fall into the time played. */
export function timelineOf(playthrough, decisions, met) {
  const { story, state } = playthrough;
  const played = new Map();
  for (const [date, page] of pagesOf(playthrough, decisions)) add(played, date, page);
  const dates = [...played.keys()].filter(Boolean).sort();
  const viewer = new Viewer(story, state);
  const recorded = new Map();
  for (const fact of story.facts.values()) {
    if (fact.date && (met.includes(fact.id) || isWithin(fact.date, dates))) {
      const view = { fact: fact.id, claim: viewer.prose(fact.claim), is_met: met.includes(fact.id) };
      add(recorded, fact.date, view);
    }
  }
  return [...new Set([...played.keys(), ...recorded.keys()])].sort().map((date) => ({
    date,
    when: longDate(date, story.words.months),
    played: played.get(date) ?? [],
    recorded: recorded.get(date) ?? [],
  }));
}

/** Each page with its date; a desk that a paper led back to is one page with what it was before. */
function pagesOf({ story, moments }, decisions) {
  const standsFor = [];
  moments.forEach((moment, position) => {
    const earlier = moments.slice(0, position).findLastIndex((m) => m.state.scene === moment.state.scene);
    standsFor.push(moment.returned && earlier >= 0 ? standsFor[earlier] : position);
  });
  const made = new Map();
  for (const decision of decisions) add(made, standsFor[decision.moment], decision.number);
  let date = "";
  const found = [];
  moments.forEach((moment, position) => {
    const scene = story.scenes.get(moment.state.scene);
    date = scene.date || date;
    const isSamePage = moment.over && moment.step !== null && moment.step.scene === scene.id;
    if (standsFor[position] === position && !isSamePage) {
      found.push([date, { scene: scene.id, title: scene.title, decisions: made.get(position) ?? [] }]);
    }
  });
  return found;
}

/** Whether a date, known to the day, month or year, falls into the time that was played (dates in order). */
function isWithin(date, played) {
  if (!played.length) return false;
  const last = played[played.length - 1];
  return date >= played[0].slice(0, date.length) && date.slice(0, last.length) <= last;
}

/** Every fact of the story by section of the class notes, what the notes do not have at the end. */
export function recordOf({ story, state }, decisions, met) {
  const viewer = new Viewer(story, state);
  const sections = [...story.sources.values()].flatMap((source) => source.sections);
  const titles = new Map([...sections, ["", ""]]);
  const bySection = new Map([...titles.keys()].map((section) => [section, []]));
  for (const fact of story.facts.values()) {
    bySection.get(titles.has(fact.notes_section) ? fact.notes_section : "").push(fact);
  }
  const restingOn = (id) => decisions.filter((made) => made.facts.some((fact) => fact.id === id));
  return [...bySection]
    .filter(([, facts]) => facts.length)
    .map(([id, facts]) => ({
      id,
      title: titles.get(id),
      facts: facts.map((fact) => ({
        fact: viewer.fact(fact.id),
        is_met: met.includes(fact.id),
        decisions: restingOn(fact.id).map((made) => made.number),
      })),
    }));
}

/** The numbers worth a picture. */
export function figuresOf({ story, state }) {
  const viewer = new Viewer(story, state);
  return [...story.figures.values()].map((figure) => {
    const rows = figure.rows.map(({ label, value }) => ({ label, value, shown: inFigures(value) }));
    const unit = figure.unit ? ` (${figure.unit})` : "";
    return {
      id: figure.id,
      title: figure.title,
      unit: figure.unit,
      rows,
      text: `${figure.title}${unit}: ${rows.map((row) => `${row.label}: ${row.shown}`).join("; ")}.`,
      note: viewer.prose(figure.note),
      facts: figure.facts,
    };
  });
}

function add(lists, key, value) {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}
