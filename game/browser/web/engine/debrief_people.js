// Who was met, what became of them, what the player's chair brought: game/story/debrief_people.py.
import { holds } from "./conditions.js";
import { nameOf, shown } from "./variables.js";
import { Viewer } from "./viewer.js";

/** Everybody met, the player's person first, each with the decisions that touched their fate. */
export function peopleOf(playthrough, decisions) {
  const { story, state } = playthrough;
  const viewer = new Viewer(story, state);
  return metBy(playthrough).map((id) => {
    const person = story.people.get(id);
    const fate = story.variable.get(id);
    const name = fate ? nameOf(fate, state.values[fate.slot]) : "";
    const after = person.after.findLast(([known]) => known === name);
    const touching = decisions.filter((made) => made.changes.some((change) => change.person.id === id));
    return {
      person: viewer.person(id),
      is_you: id === story.you,
      after: viewer.prose(after ? after[1] : []),
      decisions: touching.map((made) => made.number),
      drawn_from: viewer.facts(person.drawn_from),
    };
  });
}

/** The ids of everybody shown, heard or changed so far, in pack order, the player's person first. */
function metBy({ story, moments }) {
  const met = new Set([story.you]);
  for (const moment of moments) {
    const scene = story.scenes.get(moment.state.scene);
    for (const person of [...scene.show, scene.seat]) met.add(person);
    for (const change of moment.changes) met.add(change.variable.id);
    for (const passage of scene.passages) {
      if (holds(passage.condition, moment.state)) met.add(passage.who);
    }
  }
  const found = [...story.people.keys()].filter((person) => met.has(person));
  return [
    ...found.filter((person) => person === story.you),
    ...found.filter((person) => person !== story.you),
  ];
}

/** What the chair brought, in words and never as a number: what reads otherwise than at first, or did once. */
export function chairOf({ story, moments }, decisions) {
  const pages = [...decisions.map((made) => made.moment), moments.length - 1];
  const found = [];
  for (const variable of story.variables) {
    if (!variable.signs.length && variable.shown_as !== "chair") continue;
    const shows = (moment) => shown(variable, moments[moment].state.values[variable.slot]);
    const turned = decisions.filter((made, at) => shows(pages[at]) !== shows(pages[at + 1]));
    const [before, after] = [shows(0), shows(moments.length - 1)];
    if (!turned.length && before === after) continue;
    const title = variable.signs.length ? "" : capitalised(variable.id.replaceAll("_", " "));
    found.push({ variable: variable.id, title, before, after, decisions: turned.map((made) => made.number) });
  }
  return found;
}

function capitalised(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
