// The starts that a pack declares, its chapters and lessons: game/story/starts.py.
import { number } from "./conditions.js";
import { nameOf } from "./variables.js";

/** The start of somebody who begins with this chapter (an id). */
export function chapterStart(story, chapter) {
  const begun = story.chapters[story.chapterPosition.get(chapter)];
  const nothingRead = { scene: "", chapter: 0, values: [] };
  const given = begun.given.map((effect) => [
    effect.variable.id,
    nameOf(effect.variable, number(effect.value, nothingRead)),
  ]);
  return { scene: begun.start, given: Object.fromEntries(given), lesson: "" };
}

/** The start of a lesson (an id): its first chapter, closed where it ends. */
export function lessonStart(story, lesson) {
  const { chapters } = story.lessons.find((known) => known.id === lesson);
  return { ...chapterStart(story, chapters[0]), lesson };
}
