// From a playthrough to the page that is shown now: game/story/scene_view.py.
import { holds } from "./conditions.js";
import { offered } from "./decks.js";
import { openWays } from "./playthrough.js";
import { entriesOf } from "./story.js";
import { Viewer, runView } from "./viewer.js";
import { longDate } from "./words.js";

/** The page that is shown now. */
export function sceneView(playthrough) {
  const { story, state, scene, moments } = playthrough;
  const moment = moments[moments.length - 1];
  const viewer = new Viewer(story, state);
  const passages = scene.passages
    .filter((part) => holds(part.condition, state))
    .map((part) => viewer.passage(part));
  const choices = moment.over ? [] : choiceViews(story, state, playthrough.ways);
  const talk = moment.returned ? [] : viewer.prose(scene.talk);
  const summary = viewer.prose(scene.summary);
  const chapter = story.chapters[state.chapter];
  const page = passages.flatMap((passage) => [passage.text, passage.note]);
  const offeredTexts = choices.flatMap((choice) => [choice.text, choice.locked]);
  return {
    id: scene.id,
    title: scene.title,
    chapter: chapter.id,
    chapter_title: chapter.title,
    date: longDate(scene.date, story.words.months),
    place: scene.place,
    place_text: viewer.pictureText(scene.place),
    provenance: scene.provenance,
    provenance_text: story.words.provenance_meaning[scene.provenance],
    seat: scene.seat ? viewer.person(scene.seat) : null,
    show: scene.show.map((person) => viewer.person(person)),
    content: scene.content,
    summary,
    passages,
    talk,
    leads: leads(scene, moment, playthrough.ways),
    choices,
    is_desk: entriesOf(scene).some((entry) => entry.is === "DeckOffer"),
    lamps: lamps(story, state),
    terms: viewer.terms(...page, ...offeredTexts, talk, summary),
    facts: viewer.facts(scene.facts),
  };
}

/** What a scene's `choices` offer: open ways numbered from 1, closed ones with the reason. */
export function choiceViews(story, state, ways = openWays(story, state)) {
  const { exit } = story.scenes.get(state.scene);
  if (exit.is !== "Choices") return [];
  const viewer = new Viewer(story, state);
  const found = [];
  let number = 0;
  const add = (id, at, kind, text, isOpen, locked = []) =>
    found.push({ id, number: at, kind, text, is_open: isOpen, locked });
  for (const entry of exit.entries) {
    const open = ways.filter((way) => way.entry === entry);
    if (entry.is === "DeckOffer") {
      for (const way of open) add(way.id, ++number, "letter", offerOf(viewer, way.letter), true);
    } else if (open.length) {
      add(entry.id, ++number, "choice", viewer.prose(entry.text), true);
    } else if (entry.locked.length) {
      add(entry.id, 0, "choice", viewer.prose(entry.text), false, viewer.prose(entry.locked));
    }
  }
  return found;
}

/** What followed the last step; null where it has no result and left no paper unread. */
export function resultView(playthrough) {
  const { story, moments } = playthrough;
  const moment = moments[moments.length - 1];
  const { taken } = moment;
  if (!taken || taken.entry.is !== "Way") return null;
  const way = taken.entry;
  const scene = story.scenes.get(moment.step.scene);
  const viewer = new Viewer(story, moment.state);
  const unread = leftUnread(playthrough, moments.length - 1);
  if (!way.result.length && !unread.length) return null;
  const chosen = new Viewer(story, moments[moments.length - 2].state).prose(way.text);
  const text = viewer.prose(way.result);
  const summary = viewer.prose(way.summary);
  return {
    scene: scene.id,
    scene_title: scene.title,
    chosen,
    text,
    summary,
    content: scene.content,
    terms: viewer.terms(chosen, text, summary, ...unread.map((paper) => paper.offer)),
    facts: viewer.facts(way.facts),
    unread,
  };
}

/** The papers that the step to the moment of this position left unread on a desk. */
export function leftUnread(playthrough, position) {
  const { story, moments } = playthrough;
  const left = moments[position - 1];
  const scene = story.scenes.get(left.state.scene);
  const offers = entriesOf(scene)
    .filter((entry) => entry.is === "DeckOffer")
    .map((entry) => ({ ...entry, limit: null }));
  if (moments[position].kind !== "pick" || !offers.length) return [];
  const lying = new Map();
  for (const moment of evening(playthrough, position)) {
    if (moment.taken?.letter) lying.delete(moment.taken.letter);
    if (moment.state.scene === scene.id) {
      for (const letter of offers.flatMap((offer) => offered(story, offer, moment.state))) {
        lying.set(letter.id, letter);
      }
    }
  }
  const viewer = new Viewer(story, left.state);
  return [...lying.values()].map((letter) => ({
    scene: letter.id,
    title: letter.title,
    offer: offerOf(viewer, letter.id),
  }));
}

/** The ending; null before it is reached. */
export function endingView(playthrough) {
  const { story, state, ending } = playthrough;
  return ending ? new Viewer(story, state).ending(ending) : null;
}

/** The moments since the scene that is left at `position` was entered, letters included. */
function evening(playthrough, position) {
  const { moments } = playthrough;
  let first = position - 1;
  const desk = moments[first].state.scene;
  while (first > 0 && (moments[first].returned || moments[first].state.scene !== desk)) first -= 1;
  return moments.slice(first, position);
}

/** How a letter lies on the desk: its offer, or its title where the author gave none. */
function offerOf(viewer, letter) {
  const scene = viewer.story.scenes.get(letter);
  const offer = viewer.prose(scene.waits_in?.offer ?? []);
  return offer.length ? offer : [[runView(scene.title)]];
}

function leads(scene, moment, ways) {
  if (scene.exit.is === "Ending") return "ending";
  if (moment.over) return "over";
  if (!ways.length) return "stuck";
  return { Choices: "choices", Chance: "draw", Next: "continue" }[scene.exit.is];
}

function lamps(story, state) {
  return story.variables
    .filter((variable) => variable.shown_as === "lamps")
    .map((v) => ({ variable: v.id, lit: state.values[v.slot], of: v.maximum }));
}
