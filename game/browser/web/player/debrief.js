// The debrief: the part laid down, then seven leaves, with room to write.
import { debriefView } from "../engine/debrief.js";
import { button, el, inLine, prose } from "./dom.js";
import { decisionLeaf, wayTo } from "./debrief_decisions.js";
import { afterlifeLeaf, questionsLeaf, readingsLeaf } from "./debrief_talk.js";
import { datesLeaf, recordLeaf } from "./debrief_record.js";
import { peopleLeaf } from "./debrief_people.js";
import { debriefFile } from "./debrief_file.js";
import { codeBlock } from "./codes.js";
import { fileName, saveFile } from "./files.js";
import { leavesOf } from "./leaves.js";
import { openTerm } from "./cards.js";
import { say } from "./words.js";

/** From so many decisions on the summary leaves papers taken from a desk out, as game/pages/debrief.py does. */
const MANY = 30;
/** More lines than these stand in two columns on paper. */
const FULL = 24;

/** Show the debrief of the game as it stands. */
export function showDebrief(app, moves, leaf = "role") {
  const view = debriefView(app.game.playthrough);
  app.platform.complete();
  const to = (id, element = null) => {
    leaves.show(id);
    const target = element && document.getElementById(element);
    if (target) {
      const folded = target.closest("details");
      if (folded) folded.open = true;
      target.scrollIntoView({ block: "start" });
      (target.querySelector("h3, h4, [tabindex]") ?? target).focus({ preventScroll: true });
    }
  };
  const parts = [
    ["role", () => roleLeaf(app, view, to)],
    ["decisions", () => decisionLeaf(app, view, to)],
    ["people", () => peopleLeaf(app, view, to)],
    ["dates", () => datesLeaf(app, view, to)],
    ["record", () => recordLeaf(app, view, to)],
    ["readings", () => readingsLeaf(app, view, to)],
    ["questions", () => questionsLeaf(app, view, to, moves)],
    ["afterlife", () => afterlifeLeaf(app, view, to)],
  ];
  const made = parts.map(([id, make], at) => ({
    id,
    title: say(`leaf_${id}`),
    make: () => [make(), nextLeaf(parts, at, (next) => leaves.show(next))],
  }));
  let shown = leaf;
  const leaves = leavesOf("debrief", made, say("leaves"), (id) => {
    shown = id;
  });
  const isOver = app.game.playthrough.isOver;
  const leave = () => (isOver ? moves.title() : moves.scene());
  const goOn = () => {
    const at = parts.findIndex(([id]) => id === shown);
    if (at + 1 < parts.length) leaves.show(parts[at + 1][0]);
  };
  const savePage = () => {
    const name = fileName(app.story, "html");
    leaves.whole();
    const contents = parts.map(([id]) => [`leaf_${id}`, say(`leaf_${id}`)]);
    saveFile(name, debriefFile(app, app.page.querySelector(".leaves"), contents), "text/html");
    app.tell(say("saved_file", { name }));
  };
  app.show({
    name: "debrief",
    reads: true,
    title: view.you ? say("you_were", { name: view.you.name }) : say("you_were_nobody"),
    nodes: leaves.nodes,
    whole: leaves.whole,
    numbered: leaves.numbered,
    primary: goOn,
    tools: [
      { key: "Esc", label: isOver ? say("to_title") : say("stop_reading"), press: leave },
      { key: "S", label: say("debrief_page"), press: savePage },
      {
        key: "D",
        label: say("print"),
        press: () => {
          leaves.whole();
          window.print();
        },
      },
    ],
    leave,
  });
  leaves.show(leaf, leaf !== "role");
}

function nextLeaf(parts, at, show) {
  const next = parts[at + 1]?.[0];
  return next
    ? button(say("next_leaf", { title: say(`leaf_${next}`) }), () => show(next), { class: "go" })
    : "";
}

function roleLeaf(app, view, to) {
  const open = (id) => openTerm(app, id);
  return [
    el(
      "div",
      { class: "text", data: { read: "" } },
      el("p", {}, say("role_down", { scene: view.ending?.title ?? view.last_scene_title })),
      el("p", {}, say("role_down_how")),
      view.began && el("p", {}, say("began_with", { title: view.began })),
    ),
    view.ending
      ? el(
          "section",
          { class: "sheet" },
          el("h3", {}, say("ended", view.ending)),
          view.you &&
            view.ending.kind_label &&
            el("p", { class: "fate" }, `${view.you.name}: ${view.ending.kind_label}`),
          prose(view.ending.epilogue, open),
        )
      : "",
    codeBlock(app),
    view.decisions.length ? inShort(view, to) : "",
  ];
}

/** Each decision in a line: of many, without the papers taken from a desk, so that it is one page on paper. */
function inShort(view, to) {
  const isLong = view.decisions.length > MANY;
  const told = view.decisions.filter((made) => !isLong || made.kind !== "letter");
  const lines = told.map((made, at) =>
    el(
      "li",
      {},
      wayTo(to, "decisions", `decision_${made.number}`, String(made.number), say("decision", made)),
      el("span", { class: made.date === told[at - 1]?.date ? "date same" : "date" }, made.date),
      el(
        "span",
        {},
        made.kind === "choice" ? "" : `${say(`short_${made.kind}`)}: `,
        made.chosen.length ? inLine(made.chosen) : made.scene_title,
      ),
    ),
  );
  const room = [1, 2, 3].map(() => el("div", {}, el("p", {}, say("short_number")), el("p", {}), el("p", {})));
  return el(
    "section",
    { class: `short ${isLong ? "many long" : told.length > FULL ? "many" : ""}` },
    el("h3", {}, say("short")),
    told.length < view.decisions.length ? el("p", { class: "soft" }, say("short_without")) : "",
    el("ol", {}, lines),
    el("div", { class: "on_paper", "aria-hidden": "true" }, el("p", {}, say("short_talk")), room),
  );
}
