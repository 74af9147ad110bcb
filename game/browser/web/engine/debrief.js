// What a playthrough meant: game/story/debrief.py. The leaves are made in modules named like Python's.
import { holds } from "./conditions.js";
import { decisionsOf } from "./debrief_decisions.js";
import { chairOf, peopleOf } from "./debrief_people.js";
import { figuresOf, recordOf, timelineOf } from "./debrief_record.js";
import { afterlifeOf, faultOf, questionsOf, readingsOf } from "./debrief_talk.js";
import { photographOf } from "./photograph.js";
import { toCode } from "./replay_code.js";
import { endingView, leftUnread } from "./scene_view.js";
import { entriesOf } from "./story.js";
import { Viewer } from "./viewer.js";

/** The debrief of a playthrough, ended or not. */
export function debriefView(playthrough) {
  const { story } = playthrough;
  const viewer = new Viewer(story, playthrough.state);
  const decisions = decisionsOf(playthrough);
  const met = [...new Set(factsMet(playthrough))];
  const readings = readingsOf(playthrough, decisions);
  const afterlife = afterlifeOf(playthrough);
  const questions = questionsOf(playthrough, decisions, met);
  const fault = faultOf(playthrough);
  const written = [...readings, ...questions, ...afterlife].map((part) => part.text);
  written.push(...(fault ? fault.simplified : []));
  const record = met.map((fact) => story.facts.get(fact).claim);
  record.push(...met.map((fact) => story.facts.get(fact).historians), ...textsMet(playthrough));
  return {
    story: story.id,
    title: story.title,
    version: story.version,
    you: story.you ? viewer.person(story.you) : null,
    ending: endingView(playthrough),
    last_scene_title: playthrough.scene.title,
    decisions,
    people: peopleOf(playthrough, decisions),
    unread: unreadOf(playthrough),
    facts_met: viewer.facts(met),
    terms: viewer.terms(...record.map((text) => viewer.prose(text)), ...written),
    photograph: photographOf(playthrough),
    fiction_note: viewer.prose(story.fiction_note),
    began: began(story, playthrough.start),
    chair: chairOf(playthrough, decisions),
    timeline: timelineOf(playthrough, decisions, met),
    record: recordOf(playthrough, decisions, met),
    figures: figuresOf(playthrough),
    readings,
    questions,
    fault,
    afterlife,
    code: toCode(playthrough),
  };
}

/** The ids of the facts that pages shown so far name, in order, repeats included. */
export function factsMet({ story, moments }) {
  return moments.flatMap((moment) => {
    const scene = story.scenes.get(moment.state.scene);
    const atEnd = scene.exit.is === "Ending" ? scene.exit.facts : [];
    return [...(moment.taken ? moment.taken.entry.facts : []), ...scene.facts, ...atEnd];
  });
}

/** The lesson or the later chapter that a playthrough began with; empty for the story's own beginning. */
function began(story, start) {
  if (start.lesson) return story.lessons.find((lesson) => lesson.id === start.lesson)?.title ?? "";
  if (start.scene === story.start) return "";
  return story.chapters.find((chapter) => chapter.start === start.scene)?.title ?? "";
}

/** Papers that lay on a desk when it was left, and that no later evening brought to hand. */
function unreadOf(playthrough) {
  const { moments } = playthrough;
  const read = new Set(moments.filter((moment) => moment.taken).map((moment) => moment.taken.letter));
  const left = new Map();
  for (let i = 1; i < moments.length; i += 1) {
    for (const paper of leftUnread(playthrough, i)) left.set(paper.scene, paper);
  }
  return [...left.values()].filter((paper) => !read.has(paper.scene));
}

/** All prose that the pages so far, and the debrief of their decisions, have shown or will show. */
function textsMet({ story, moments }) {
  return moments.flatMap((moment) => {
    const texts = [];
    if (moment.taken) {
      const { entry, letter } = moment.taken;
      texts.push(entry.debrief);
      if (letter) texts.push(story.scenes.get(letter).waits_in?.offer ?? []);
      if (entry.is === "Way") texts.push(entry.text, entry.result);
    }
    const scene = story.scenes.get(moment.state.scene);
    texts.push(
      ...entriesOf(scene)
        .filter((entry) => entry.is === "Way")
        .map((entry) => entry.locked),
    );
    for (const passage of scene.passages) {
      if (holds(passage.condition, moment.state)) texts.push(passage.text, passage.note);
    }
    if (scene.exit.is === "Ending") texts.push(scene.exit.epilogue);
    return texts;
  });
}
