// The first leaf: each decision with its roads, what it led to, what it meant, and the record behind it.
import { button, el, inLine, list, prose, unseen } from "./dom.js";
import { openTerm } from "./cards.js";
import { say } from "./words.js";

/** All decisions, in their order. `to(leaf, element)` goes to another place of the debrief. */
export function decisionLeaf(app, view, to) {
  if (!view.decisions.length) return el("p", {}, say("no_decisions"));
  return view.decisions.map((made) => decision(app, made, to));
}

function decision(app, made, to) {
  const open = (id) => openTerm(app, id);
  const where = [made.chapter, made.date].filter(Boolean).join(" · ");
  return el(
    "article",
    { class: "decision", id: `decision_${made.number}` },
    el("h3", { tabindex: "-1" }, el("b", { class: "number" }, made.number), " ", made.scene_title),
    el("p", { class: "date" }, where),
    el(
      "p",
      { class: "chosen" },
      el("span", { class: "label" }, say(`kind_${made.kind}`)),
      unseen(":"),
      " ",
      inLine(made.chosen, open),
    ),
    made.kind === "chance" ? el("p", { class: "soft" }, say("chance_note")) : "",
    made.result.length ? el("div", { class: "text" }, prose(made.result, open)) : "",
    changes(made.changes),
    made.led_to && made.kind !== "chance"
      ? el("p", { class: "soft" }, say("led_to", { title: made.led_to }))
      : "",
    made.talk.length ? part(say("talked_about"), el("div", { class: "soft" }, prose(made.talk, open))) : "",
    made.debrief.length ? part(say("meant"), el("div", { class: "meant" }, prose(made.debrief, open))) : "",
    roads(made, open),
    grounds(app, made.facts, to),
  );
}

function part(title, ...children) {
  return el("section", {}, el("h4", {}, title), ...children);
}

/** Fates that changed. */
export function changes(all) {
  if (!all.length) return "";
  const lines = all.map(({ person, before, after }) =>
    say("changed", { name: person.name, before, after: after.slice(0, 1).toLowerCase() + after.slice(1) }),
  );
  return list(
    lines.map((line) => el("li", {}, line)),
    { class: "changes" },
  );
}

function roads(made, open) {
  if (made.only_way && !made.roads.length) return el("p", {}, say("only_way"));
  const items = made.roads.map((road) =>
    el(
      "li",
      { class: road.is_open ? "" : "closed" },
      inLine(road.text, open),
      road.is_open
        ? ""
        : [
            " ",
            el("span", { class: "tag" }, say("road_closed")),
            unseen(":"),
            " ",
            el("small", {}, inLine(road.locked, open)),
          ],
      road.leads_to && made.kind !== "chance"
        ? [unseen(";"), el("small", {}, ` ${say(road.joins ? "road_joins" : "road_leads", { title: road.leads_to })}`)]
        : "",
      changes(road.changes),
    ),
  );
  const title = say(made.kind === "chance" ? "roads_chance" : "roads");
  return part(title, made.only_way ? el("p", {}, say("only_way")) : "", list(items, { class: "roads" }));
}

/** Facts in short: claim, verdict in a word, and the way to the whole in the record. */
export function grounds(app, facts, to, title = say("resting")) {
  if (!facts.length) return "";
  const items = facts.map((fact) =>
    el(
      "li",
      {},
      inLine(fact.claim, (id) => openTerm(app, id)),
      " ",
      el("span", { class: `tag ${fact.verdict}` }, fact.verdict),
      " ",
      wayTo(to, "record", `fact_${fact.id}`, say("in_full")),
    ),
  );
  return part(title, list(items, { class: "grounds" }));
}

/** A way to another place of the debrief; a page saved as a file makes a link of it (debrief_file.js). */
export function wayTo(to, leaf, element, text, label = null) {
  return button(text, () => to(leaf, element), {
    class: "link",
    data: { to: element },
    "aria-label": label,
  });
}

/** Numbers of decisions as links to them. */
export function decisionLinks(name, numbers, to) {
  if (!numbers.length) return "";
  const [before] = say(numbers.length === 1 ? name : `${name}_many`, { numbers: "\u0000" }).split("\u0000");
  const links = numbers.flatMap((number, at) => [
    at ? ", " : "",
    wayTo(to, "decisions", `decision_${number}`, String(number), say("decision", { number })),
  ]);
  return el("p", { class: "soft for" }, before, links);
}
