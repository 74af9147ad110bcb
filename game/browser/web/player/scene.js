// A page of the story: its passages and papers, and under them the way on.
import { photographOf } from "../engine/photograph.js";
import { endingView } from "../engine/scene_view.js";
import { button, el, inLine, list, prose, section, unseen } from "./dom.js";
import { openProvenance, openTerm, peopleRow, termsHere } from "./cards.js";
import { documentPaper } from "./papers.js";
import { chooseList, pointerList } from "./choices.js";
import { photographPrint } from "./pictures.js";
import { typeOut } from "./typing.js";
import { say } from "./words.js";

/**
 * Show the page where the game stands, or the one before with what followed there, until that has been left
 * (`game.followed`: {view, number, result}). `moves` are the ways to other screens.
 */
export function showScene(app, moves) {
  const { followed } = app.game;
  const view = followed?.view ?? app.game.view;
  const skips = app.settings.skip && view.content.length > 0 && view.summary.length > 0;
  const way = el("div", { class: "way" });
  const screen = {
    name: "scene",
    reads: true,
    title: view.title,
    head: (heading) => head(app, view, heading),
    poster: { name: view.place, text: view.place_text, retouch: retouchOf(app) },
    nodes: [
      app.game.isKept ? "" : el("p", { class: "notice" }, say("saved_not")),
      app.platform.isDeaf ? el("p", { class: "notice" }, say("platform_deaf")) : "",
      peopleRow(app, view.show),
      view.seat &&
        el(
          "p",
          { class: "seat" },
          say("chair_of", { name: view.seat.name }),
          view.seat.role && `, ${view.seat.role}`,
        ),
      el("div", { class: "story", data: { read: "" } }, skips ? summary(app, view) : passages(app, view)),
      way,
      termsHere(app, view.terms),
    ],
    tools: toolsOf(app, moves, view),
    leave: () => moves.menu(),
    view,
  };
  const stops = view.talk.length > 0 && app.settings.talk && view.leads !== "ending";
  const showFollowed = () => showResult(app, followed, way, moves);
  const showOpen = () => (stops ? showTalk : showWays)(app, view, way, moves);
  app.show({ ...screen, fill: followed ? showFollowed : showOpen });
  if (followed) goToResult(way);
  else typeOut(app, app.page.querySelector(".story"), view);
}

function head(app, view, heading) {
  const place = view.place === "blank" ? "" : (app.names.places[view.place] ?? view.chapter_title);
  const when = [view.date, place].filter(Boolean).join(" · ");
  const record = button(
    [view.provenance, app.settings.letters ? el("kbd", { "aria-hidden": "true" }, "P") : ""],
    () => openProvenance(app, view),
    {
      class: "provenance",
      "aria-haspopup": "dialog",
      "aria-label": `${view.provenance}: ${say("card_provenance")}`,
    },
  );
  return el("header", { class: "head" }, heading, when && el("p", { class: "when" }, when), record);
}

function toolsOf(app, moves, view) {
  return [
    { key: "F", label: say("tool_folder"), press: () => moves.folder() },
    { key: "B", label: say("tool_back"), press: () => moves.back() },
    { key: "P", label: say("tool_record"), press: () => openProvenance(app, view, app.screen.result) },
    { key: "E", label: say("tool_end"), press: () => moves.debrief() },
    { key: "Esc", label: say("tool_menu"), press: () => moves.menu() },
  ];
}

function summary(app, view) {
  const content = view.content.map((tag) => app.names.content[tag] ?? tag).join(", ");
  return [
    el("h2", { class: "small" }, say("shortened"), el("span", {}, ` (${say("contains", { content })})`)),
    prose(view.summary, (id) => openTerm(app, id)),
  ];
}

function passages(app, view) {
  const open = (id) => openTerm(app, id);
  return view.passages.map((passage) => {
    if (passage.kind === "document") return documentPaper(passage, open);
    if (passage.kind === "picture") return picture(app, passage);
    if (passage.kind === "speech" && passage.who) return speech(app, passage, open);
    return el("div", { class: "text" }, prose(passage.text, open));
  });
}

function speech(app, passage, open) {
  const { who } = passage;
  const shown = app.pictures.has("portraits", who.portrait) ? who.portrait : "unknown";
  const portrait = app.pictures.image("portraits", shown, "");
  return el(
    "div",
    { class: "speech" },
    portrait,
    el("div", {}, el("p", { class: "speaker" }, who.name), prose(passage.text, open)),
  );
}

function picture(app, passage) {
  const photograph = photographOf(app.game.playthrough);
  const isPhotograph = passage.picture === "presidium_1934" && photograph;
  const print =
    isPhotograph && photographPrint(app.pictures, photograph, passage.picture_text, retouchOf(app));
  const image = print || app.pictures.image("places", passage.picture, passage.picture_text);
  if (image) return el("figure", { class: "picture" }, image);
  return passage.picture_text
    ? el("p", { class: "soft" }, say("picture", { text: passage.picture_text }))
    : "";
}

/** Show a question in place of the choices until the class has talked. */
function showTalk(app, view, way, moves) {
  const talked = () => {
    showWays(app, view, way, moves);
    way.querySelector("h2, button")?.focus();
  };
  way.replaceChildren(
    el(
      "section",
      { class: "talk", data: { read: "" } },
      el("h2", {}, say("talk")),
      prose(view.talk, (id) => openTerm(app, id)),
      button(say("talked"), talked, { class: "go" }),
      el("p", { class: "soft" }, say("talk_off")),
    ),
  );
  app.changed({ primary: talked, numbered: [talked] });
}

/** Show how the page is left. */
function showWays(app, view, way, moves) {
  const { game } = app;
  if (view.leads === "ending") return showEnding(app, view, way, moves);
  if (view.leads === "choices") return showChoices(app, view, way, moves);
  if (view.leads === "over" || view.leads === "stuck") {
    const sentence = say(view.leads === "over" ? "lesson_ends" : "stuck");
    way.replaceChildren(
      el("p", {}, sentence),
      button(say("to_debrief"), () => moves.debrief(), { class: "go" }),
    );
    return app.changed({ primary: () => moves.debrief(), numbered: [() => moves.debrief()] });
  }
  const goOn = () => after(app, view, way, moves, "", () => game.goOn());
  way.replaceChildren(button(say("go_on"), goOn, { class: "go" }));
  return app.changed({ primary: goOn, numbered: [goOn] });
}

function showChoices(app, view, way, moves) {
  const take = (choice) => after(app, view, way, moves, choice.number, () => app.game.take(choice.id));
  const open = view.choices.filter((choice) => choice.is_open);
  const desk = view.is_desk ? deskOf(app, view, take) : "";
  const others = view.choices.filter((choice) => choice.kind === "choice");
  const made = app.settings.projector ? pointerList(app, view, take) : chooseList(others, take);
  const title =
    view.is_desk && open.some((choice) => choice.kind === "letter") ? say("or_else") : say("choices");
  way.replaceChildren(
    ...[
      desk,
      el("section", { class: "ways_on" }, el("h2", { class: "small", tabindex: "-1" }, title), made),
    ].filter(Boolean),
  );
  app.changed({ primary: null, numbered: open.map((choice) => () => take(choice)) });
}

/** The desk: lamps for the hours, papers lying there. */
function deskOf(app, view, take) {
  const letters = view.choices.filter((choice) => choice.kind === "letter");
  const lamps = view.lamps.map((lamp) =>
    el(
      "p",
      { class: "lamps" },
      Array.from({ length: lamp.of }, (_, at) =>
        el("span", { class: at < lamp.lit ? "lamp lit" : "lamp", "aria-hidden": "true" }),
      ),
      el("span", {}, say("lamps", lamp), letters.length ? `. ${say("lamp_costs")}` : ""),
    ),
  );
  const papers = letters.map((letter) =>
    el(
      "li",
      {},
      button([el("b", {}, letter.number), " ", el("span", {}, inLine(letter.text))], () => take(letter), {
        class: "letter",
      }),
    ),
  );
  return el(
    "section",
    { class: "desk" },
    el("h2", { class: "small" }, say("desk")),
    lamps,
    papers.length ? el("ul", { class: "letters" }, papers) : el("p", {}, say("desk_empty")),
  );
}

/** Take a step and show what followed it on the same page; where nothing did, the next page. */
function after(app, view, way, moves, number, step) {
  step();
  const { result } = app.game;
  app.sounds.stepped(app.game.playthrough.moments.at(-1).kind, result !== null);
  if (!result) return moves.scene();
  app.game.followed = { view, number, result };
  showResult(app, app.game.followed, way, moves);
  goToResult(way);
  return typeOut(app, way.querySelector(".result"), result);
}

/** Put what followed a step in place of the choices. */
function showResult(app, { number, result }, way, moves) {
  const goOn = () => {
    app.game.followed = null;
    moves.scene();
  };
  const skips = app.settings.skip && result.content.length > 0 && result.summary.length > 0;
  const heading = el("h2", { class: "small", tabindex: "-1" }, say("followed"));
  const chosen = result.chosen.length
    ? el(
        "p",
        { class: "choice taken" },
        unseen(`${say("chose")}: `),
        el("b", {}, number),
        el("span", {}, inLine(result.chosen)),
      )
    : "";
  const open = (id) => openTerm(app, id);
  way.replaceChildren(
    ...[
      chosen,
      el(
        "section",
        { class: "result", data: { read: "" } },
        heading,
        prose(skips ? result.summary : result.text, open),
        result.unread.length
          ? section(
              3,
              say("unread"),
              list(
                result.unread.map((paper) => el("li", {}, inLine(paper.offer))),
                { class: "unread" },
              ),
            )
          : "",
      ),
      button(say("go_on"), goOn, { class: "go" }),
    ].filter(Boolean),
  );
  app.changed({ primary: goOn, numbered: [goOn], result });
}

function goToResult(way) {
  way.firstElementChild.scrollIntoView({ block: "start" });
  way.querySelector(".result h2").focus({ preventScroll: true });
}

function showEnding(app, view, way, moves) {
  const ending = endingView(app.game.playthrough);
  const skips = app.settings.skip && view.content.length > 0 && ending.summary.length > 0;
  const ways = [
    [say("to_debrief"), () => moves.debrief()],
    [say("to_decision"), () => moves.folder("history")],
    [say("another_road"), () => moves.start()],
  ];
  way.replaceChildren(
    el(
      "section",
      { class: "ending", data: { read: "" } },
      el("p", { class: "small" }, [say("ending"), ending.kind_label].filter(Boolean).join(". ")),
      el("h2", {}, ending.title),
      prose(skips ? ending.summary : ending.epilogue, (id) => openTerm(app, id)),
    ),
    el(
      "ol",
      { class: "choices" },
      ways.map(([text, press], at) =>
        el("li", {}, button([el("b", {}, at + 1), el("span", {}, text)], press, { class: "choice" })),
      ),
    ),
  );
  app.changed({ primary: ways[0][1], numbered: ways.map(([, press]) => press) });
}

/** Who is painted out of the photograph by now, and with what. */
function retouchOf(app) {
  const photograph = photographOf(app.game.playthrough);
  return photograph && { gone: photograph.gone, housePaint: photograph.house_paint, paint: app.paint };
}
