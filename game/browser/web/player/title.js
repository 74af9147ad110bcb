// The title, the content note, and where a game begins.
import { chapterStart, lessonStart } from "../engine/starts.js";
import { standsAt } from "./game.js";
import { button, el, prose } from "./dom.js";
import { openTerm } from "./cards.js";
import { say } from "./words.js";

/** Show the title. */
export function showTitle(app, moves) {
  const { story } = app;
  const games = app.store.games();
  const newest = games.find((game) => !game.label.is_over) ?? null;
  const kept = app.platform.kept();
  const entries = [];
  if (kept?.code) entries.push([say("continue"), "", () => moves.fromPlatform(kept)]);
  else if (newest)
    entries.push([say("continue"), standsAt(newest.label, story), () => moves.resume(newest.id)]);
  entries.push([say("new_game"), "", () => moves.start()]);
  if (story.lessons.length || story.chapters.length > 1)
    entries.push([say("begin_at"), "", () => showStarts(app, moves)]);
  if (games.length) entries.push([say("kept_here"), "", () => showKept(app, moves)]);
  entries.push(
    [say("codes"), "", () => moves.codes()],
    [say("settings"), "", () => moves.settings()],
    [say("about"), "", () => moves.about()],
  );
  app.show({
    name: "title",
    title: story.title,
    poster: { name: app.names.title },
    nodes: [el("p", { class: "sub" }, say("title_sub")), entryList(entries)],
    numbered: entries.map(([, , press]) => press),
    tools: [{ key: "?", label: say("keys"), press: app.help }],
  });
}

function entryList(entries) {
  const items = entries.map(([text, under, press], at) =>
    el(
      "li",
      {},
      button(
        [el("b", {}, at + 1), " ", el("span", {}, text, under ? el("small", {}, ` ${under}`) : "")],
        press,
        { class: "choice" },
      ),
    ),
  );
  return el("ol", { class: "choices" }, items);
}

/** Show the lessons and chapters of the story, each with its minutes. */
function showStarts(app, moves) {
  const { story } = app;
  const minutes = (part) => (part.minutes ? say("minutes", part) : "");
  const entries = [[say("from_the_start"), "", () => moves.start()]];
  for (const lesson of story.lessons) {
    const titles = lesson.chapters
      .map((id) => story.chapters[story.chapterPosition.get(id)].title)
      .join(", ");
    const under = [titles, minutes(lesson)].filter(Boolean).join(" · ");
    entries.push([say("lesson", lesson), under, () => moves.start(lessonStart(story, lesson.id))]);
  }
  story.chapters.forEach((chapter, at) => {
    if (chapter.start === story.start) return;
    entries.push([
      say("chapter", { number: at + 1, title: chapter.title }),
      minutes(chapter),
      () => moves.start(chapterStart(story, chapter.id)),
    ]);
  });
  app.show({
    name: "starts",
    title: say("begin_at"),
    poster: { name: app.names.title },
    nodes: [entryList(entries)],
    numbered: entries.map(([, , press]) => press),
    tools: [{ key: "Esc", label: say("back"), press: () => moves.title() }],
    leave: () => moves.title(),
  });
}

/** Show the games that this browser keeps. */
function showKept(app, moves) {
  const games = app.store.games();
  const drop = (game) =>
    app.ask(
      say("drop_ask"),
      say("drop_text", { scene: game.label.scene_title }),
      say("keep"),
      say("drop_yes"),
      () => {
        app.store.dropGame(game.id);
        showKept(app, moves);
      },
    );
  const items = games.map((game, at) => {
    const when = new Date(game.at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
    const under = [when, game.label.is_over ? say("kept_over") : ""].filter(Boolean).join(" · ");
    return el(
      "li",
      { class: "kept" },
      button(
        [
          el("b", {}, at < 9 ? at + 1 : "·"),
          " ",
          el("span", {}, standsAt(game.label, app.story), el("small", {}, ` ${under}`)),
        ],
        () => moves.resume(game.id),
        { class: "choice" },
      ),
      button(say("drop_game"), () => drop(game), {
        class: "plain",
        "aria-label": say("drop_game_of", { scene: game.label.scene_title }),
      }),
    );
  });
  app.show({
    name: "kept",
    title: say("kept_here"),
    poster: { name: app.names.title },
    nodes: [items.length ? el("ol", { class: "choices" }, items) : el("p", {}, say("kept_none"))],
    numbered: games.map((game) => () => moves.resume(game.id)),
    tools: [{ key: "Esc", label: say("back"), press: () => moves.title() }],
    leave: () => moves.title(),
  });
}

/** Show what the story contains, before anything of it, with the switch that skips hard passages. */
export function showNote(app, moves, begin) {
  const { story } = app;
  const note = app.opening.prose(story.content_note);
  const told = note
    .flat()
    .map((run) => run.text)
    .join("")
    .toLowerCase();
  const skip = el("input", {
    type: "checkbox",
    id: "skip",
    checked: app.settings.skip,
    on: { change: (event) => app.setTo({ skip: event.target.checked }) },
  });
  const go = () => {
    app.setTo({ notes: [...new Set([...app.settings.notes, story.extension || story.id])] });
    begin();
  };
  app.show({
    name: "note",
    title: say("note_title"),
    reads: true,
    nodes: [
      el(
        "div",
        { class: "text", data: { read: "" } },
        note.length ? prose(note, (id) => openTerm(app, id)) : el("p", {}, say("note_none")),
        told.includes("skip") ? "" : el("p", {}, say("skip_offer")),
      ),
      el("p", { class: "switch" }, skip, el("label", { for: "skip" }, say("set_skip"))),
      el(
        "div",
        { class: "ways" },
        button(say("begin"), go, { class: "go" }),
        button(say("back"), () => moves.title(), { class: "plain" }),
      ),
    ],
    primary: go,
    tools: [{ key: "Esc", label: say("back"), press: () => moves.title() }],
    leave: () => moves.title(),
  });
}

/** Show what somebody who begins with a later chapter needs to know. */
export function showRecap(app, chapter, goOn) {
  app.show({
    name: "recap",
    title: chapter.title,
    reads: true,
    nodes: [
      el("h2", {}, say("recap")),
      el(
        "div",
        { class: "text", data: { read: "" } },
        prose(app.opening.at(app.game.playthrough.state).prose(chapter.recap), (id) => openTerm(app, id)),
      ),
      button(say("go_on"), goOn, { class: "go" }),
    ],
    primary: goOn,
    numbered: [goOn],
    leave: goOn,
  });
}
