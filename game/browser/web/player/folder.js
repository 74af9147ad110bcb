// The folder: people, glossary, record, photograph, history; the way back to any decision.
import { debriefView } from "../engine/debrief.js";
import { choiceViews } from "../engine/scene_view.js";
import { textOf } from "../engine/viewer.js";
import { button, el, inLine, list, prose } from "./dom.js";
import { factBody, openTerm, original, personBody } from "./cards.js";
import { leavesOf } from "./leaves.js";
import { photographPrint } from "./pictures.js";
import { say } from "./words.js";

/** Show the folder, at a leaf. */
export function showFolder(app, moves, leaf = "people") {
  const view = debriefView(app.game.playthrough);
  const leaves = leavesOf(
    "folder",
    [
      { id: "people", title: say("people"), make: () => people(app, view) },
      { id: "glossary", title: say("glossary"), make: () => glossary(app, view) },
      { id: "record", title: say("record"), make: () => record(app, view) },
      { id: "photograph", title: say("photograph"), make: () => photographs(app, view.photograph, false) },
      { id: "history", title: say("history"), make: () => history(app, moves, view) },
    ],
    say("folder"),
  );
  const leave = () => moves.scene();
  app.show({
    name: "folder",
    title: say("folder"),
    nodes: leaves.nodes,
    numbered: leaves.numbered,
    tools: [{ key: "Esc", label: say("stop_reading"), press: leave }],
    leave,
  });
  leaves.show(leaf, leaf !== "people");
}

function people(app, view) {
  if (!view.people.length) return el("p", {}, say("no_people"));
  return view.people.map((entry) =>
    el(
      "article",
      {},
      el("h3", {}, entry.person.name, entry.is_you ? el("small", {}, ` (${say("your_chair")})`) : ""),
      personBody(app, entry.person),
    ),
  );
}

/** The glossary's entries that were met, by the alphabet of the page's language. */
export function glossary(app, view) {
  if (!view.terms.length) return el("p", {}, say("no_terms"));
  const sorted = [...view.terms].sort((a, b) => a.term.localeCompare(b.term, app.story.language));
  const entries = sorted.map((term) =>
    el(
      "div",
      {},
      el("dt", {}, term.term),
      el(
        "dd",
        {},
        original(term),
        prose(term.meaning, (id) => openTerm(app, id)),
      ),
    ),
  );
  return el("dl", { class: "glossary" }, entries);
}

function record(app, view) {
  if (!view.facts_met.length) return el("p", {}, say("no_facts"));
  return list(
    view.facts_met.map((fact) => factBody(app, fact)),
    { class: "facts" },
  );
}

/** The photograph, and at the end of a game the original beside it. */
export function photographs(app, photograph, withOriginal) {
  if (!photograph) return el("p", {}, say("no_photograph"));
  const names = photograph.people.map((person) => person.name).join(", ");
  const gone = photograph.people
    .filter((person) => photograph.gone.includes(person.id))
    .map((person) => person.name);
  const print = (painted, caption) => {
    const text = painted.length
      ? say("photo_alt_gone", { names: gone.join(", ") })
      : say("photo_alt", { names });
    const retouch = { gone: painted, housePaint: photograph.house_paint, paint: app.paint };
    const image = photographPrint(app.pictures, photograph, text, retouch);
    const shown = photograph.people.filter((person) => !painted.includes(person.id));
    const short = shown.map((person) => person.short).join(", ");
    return image
      ? el(
          "figure",
          { class: "photograph" },
          image,
          el("figcaption", {}, caption, el("span", { class: "print_names", "aria-hidden": "true" }, short)),
        )
      : "";
  };
  return [
    el(
      "div",
      { class: "photographs" },
      withOriginal && gone.length ? print([], say("photo_then")) : "",
      print(photograph.gone, gone.length ? say("photo_now") : photograph.title),
    ),
    el("p", {}, gone.length ? say("gone", { names: gone.join(", ") }) : say("nobody_gone")),
  ];
}

/** The hands that a class raised on the page of a moment. */
function handsOf(app, moment) {
  const { story, moments, votes } = app.game.playthrough;
  const hands = votes[moment] ?? {};
  const told = choiceViews(story, moments[moment].state)
    .filter((choice) => choice.id in hands)
    .map((choice) => `“${textOf(choice.text)}” ${hands[choice.id]}`);
  return told.length ? el("p", { class: "soft" }, say("hands_told", { told: told.join("; ") })) : "";
}

function history(app, moves, view) {
  if (!view.decisions.length) return el("p", {}, say("no_decisions"));
  const items = view.decisions.map((made) =>
    el(
      "li",
      {},
      el(
        "p",
        {},
        el("b", {}, `${made.number}. `),
        el("strong", {}, made.scene_title),
        made.date && el("span", { class: "date" }, ` ${made.date}`),
      ),
      el(
        "p",
        { class: "chosen" },
        el("span", { class: "soft" }, `${say(`kind_${made.kind}`)}: `),
        inLine(made.chosen),
      ),
      made.result.length ? el("div", { class: "soft" }, prose(made.result)) : "",
      handsOf(app, made.moment),
      made.kind === "chance"
        ? ""
        : button(say("back_here"), () => moves.backTo(made, view.decisions.length), {
            class: "plain",
            "aria-label": say("back_here_of", { number: made.number, scene: made.scene_title }),
          }),
    ),
  );
  return [
    el("ol", { class: "history" }, items),
    el("p", { class: "soft" }, say("you_are_here"), ` ${view.last_scene_title}`),
  ];
}
