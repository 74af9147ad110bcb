// Each decision as it stood when it was made, and where the other roads led: game/story/debrief_decisions.py.
import { backTo, choose } from "./playthrough.js";
import { choiceViews } from "./scene_view.js";
import { CONTINUE } from "./story.js";
import { shown } from "./variables.js";
import { Viewer, runView } from "./viewer.js";
import { longDate } from "./words.js";

/** All picks and draws of a playthrough, numbered from 1. */
export function decisionsOf(playthrough) {
  const { moments } = playthrough;
  const found = [];
  for (let position = 0; position < moments.length - 1; position += 1) {
    const kind = kindOf(moments[position + 1]);
    if (kind) found.push(decision(playthrough, position, found.length + 1, kind));
  }
  return found;
}

/** What kind of decision led to a moment; null for Continue and for the start. */
export function kindOf(moment) {
  return { pick: "choice", letter: "letter", draw: "chance" }[moment.kind] ?? null;
}

function decision(playthrough, position, number, kind) {
  const { story, moments } = playthrough;
  const [before, after] = moments.slice(position, position + 2);
  const { entry } = after.taken;
  const scene = story.scenes.get(before.state.scene);
  const viewer = new Viewer(story, after.state);
  const roads = roadsOf(playthrough, position);
  return {
    moment: position,
    number,
    kind,
    scene: scene.id,
    scene_title: scene.title,
    date: longDate(scene.date, story.words.months),
    chosen: takenText(playthrough, before, after),
    result: entry.is === "Way" ? viewer.prose(entry.result) : [],
    roads,
    only_way: !roads.some((road) => road.is_open),
    led_to: nextPage(playthrough, before, after),
    debrief: viewer.prose(entry.debrief),
    changes: changesOf(playthrough, untilNext(moments.slice(position + 1))),
    facts: viewer.facts(entry.facts.length ? entry.facts : scene.facts),
    chapter: story.chapters[before.state.chapter].title,
    provenance: scene.provenance,
    talk: before.returned ? [] : new Viewer(story, before.state).prose(scene.talk),
  };
}

/** What was picked, in its own words; of a draw, the title of the scene that it led to. */
function takenText({ story }, before, after) {
  if (after.kind === "draw") return titleOf(story, after);
  return choiceViews(story, before.state).find((choice) => choice.id === after.taken.id)?.text ?? [];
}

/** The ways that were not taken on the page of a moment, each followed to the next decision. */
function roadsOf(playthrough, position) {
  const here = backTo(playthrough, position);
  const after = playthrough.moments[position + 1];
  if (here.scene.exit.is === "Chance") {
    return here.ways
      .filter((way) => way.id !== after.taken.id)
      .map((way) => choose(here, way.id))
      .map((other) => road(other, titleOf(here.story, other.moments[other.moments.length - 1]), after));
  }
  return choiceViews(here.story, here.state)
    .filter((choice) => choice.id !== after.taken.id)
    .map((choice) =>
      choice.is_open
        ? road(choose(here, choice.id), choice.text, after)
        : roadView(choice.text, false, choice.locked),
    );
}

/** A road as it would have begun; `other` is the playthrough one step into it. */
function road(other, text, after) {
  const [before, reached] = other.moments.slice(-2);
  const leadsTo = nextPage(other, before, reached);
  const joins = leadsTo !== "" && reached.state.scene === after.state.scene;
  return roadView(text, true, [], leadsTo, joins, changesOf(other, readOn(other)));
}

function roadView(text, isOpen, locked, leadsTo = "", joins = false, changes = []) {
  return { text, is_open: isOpen, locked, leads_to: leadsTo, joins, changes };
}

/** The title of the page that a step led to; empty where it stayed, as at the end of a lesson. */
function nextPage({ story }, before, after) {
  const isAnother = after.state.scene !== before.state.scene;
  return isAnother ? story.scenes.get(after.state.scene).title : "";
}

/** The moment reached, and those behind Continue after it; a ring of pages is read once. */
function readOn(playthrough) {
  const first = playthrough.moments.length - 1;
  const seen = new Set([signOf(playthrough.state)]);
  let here = playthrough;
  while (here.scene.exit.is === "Next" && here.ways.length) {
    here = choose(here, CONTINUE);
    if (seen.has(signOf(here.state))) break;
    seen.add(signOf(here.state));
  }
  return here.moments.slice(first);
}

/** A text that two states share only where they are equal. */
function signOf(state) {
  const sets = [[...state.seen].sort(), [...state.chosen].sort()];
  return JSON.stringify([state.scene, state.chapter, state.values, state.offeredBy, ...sets]);
}

/** The first of these moments, and those behind Continue after it. */
function untilNext(moments) {
  const next = moments.findIndex((moment, position) => position > 0 && kindOf(moment));
  return next < 0 ? moments : moments.slice(0, next);
}

function titleOf(story, moment) {
  return [[runView(story.scenes.get(moment.state.scene).title)]];
}

/** The fates that the steps to these moments changed. */
function changesOf({ story }, moments) {
  return moments.flatMap((moment) => {
    const viewer = new Viewer(story, moment.state);
    return moment.changes
      .filter((change) => story.people.has(change.variable.id))
      .map(({ variable, before, after }) => ({
        person: viewer.person(variable.id),
        before: shown(variable, before),
        after: shown(variable, after),
      }));
  });
}
