// The second leaf: who was met and what became of them, what the chair brought, the photograph before and after.
import { el, inLine, list, prose, section } from "./dom.js";
import { decisionLinks, grounds } from "./debrief_decisions.js";
import { openTerm } from "./cards.js";
import { photographs } from "./folder.js";
import { say } from "./words.js";

/** Everybody met, one by one and never summed. */
export function peopleLeaf(app, view, to) {
  return [
    view.people.length ? view.people.map((entry) => person(app, entry, to)) : el("p", {}, say("no_people")),
    chair(view, to),
    view.photograph ? section(3, say("photograph"), photographs(app, view.photograph, true)) : "",
    view.unread.length
      ? section(
          3,
          say("unread_leaf"),
          list(
            view.unread.map((paper) => el("li", {}, el("strong", {}, paper.title), " ", inLine(paper.offer))),
            { class: "unread" },
          ),
        )
      : "",
  ];
}

function person(app, entry, to) {
  const open = (id) => openTerm(app, id);
  const who = entry.person;
  const shown = app.pictures.has("portraits", who.portrait) ? who.portrait : "unknown";
  return el(
    "article",
    { class: "ledger", id: `person_of_${who.id}` },
    app.pictures.image("portraits", shown, ""),
    el(
      "div",
      {},
      el("h3", {}, who.name, entry.is_you ? el("small", {}, ` (${say("your_chair")})`) : ""),
      who.role && el("p", { class: "role" }, who.role),
      prose(who.about, open),
      who.fate && el("p", { class: "fate" }, say("in_this", { fate: who.fate })),
      prose(entry.after, open),
      decisionLinks("touched", entry.decisions, to),
      grounds(app, entry.drawn_from, to, say("drawn_from")),
    ),
  );
}

function chair(view, to) {
  const items = view.chair.map((thing) =>
    el(
      "li",
      {},
      thing.title && el("strong", {}, thing.title),
      el("p", {}, say("chair_first", { text: thing.before })),
      el("p", {}, say("chair_last", { text: thing.after })),
      decisionLinks("chair_at", thing.decisions, to),
    ),
  );
  return section(
    3,
    say("chair"),
    items.length ? list(items, { class: "chair" }) : el("p", {}, say("chair_none")),
  );
}
