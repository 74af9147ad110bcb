// The third and fourth leaves: two lanes of dates, and the whole record by section with its figures.
import { el, inLine, prose, section } from "./dom.js";
import { decisionLinks, wayTo } from "./debrief_decisions.js";
import { factBody, openTerm } from "./cards.js";
import { say } from "./words.js";

/** What happened: this playthrough beside the record, by date. */
export function datesLeaf(app, view, to) {
  const rows = view.timeline.map((row) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, row.when || say("undated")),
      el(
        "td",
        { class: "played" },
        row.played.map((page) => el("p", {}, page.title, decisionLinks("chair_at", page.decisions, to))),
      ),
      el(
        "td",
        {},
        row.recorded.map((fact) =>
          el(
            "p",
            { class: fact.is_met ? "met" : "unmet" },
            inLine(fact.claim, (id) => openTerm(app, id)),
            " ",
            fact.is_met ? el("span", { class: "tag" }, say("met")) : "",
            " ",
            wayTo(to, "record", `fact_${fact.fact}`, say("in_full")),
          ),
        ),
      ),
    ),
  );
  const head = ["date", "played", "recorded"].map((name) => el("th", { scope: "col" }, say(name)));
  return el("table", { class: "lanes" }, el("thead", {}, el("tr", {}, head)), el("tbody", {}, rows));
}

/** The record: every fact by section of the class notes, those not met folded; figures as pictures. */
export function recordLeaf(app, view, to) {
  const sections = view.record.map((part) => {
    const met = part.facts.filter((fact) => fact.is_met);
    const others = part.facts.filter((fact) => !fact.is_met);
    return el(
      "section",
      { class: "record_part" },
      el("h3", {}, part.title || say("not_in_notes")),
      met.length > 0 &&
        el("p", { class: "soft" }, say("met_count", { met: met.length, all: part.facts.length })),
      met.map((entry) => recorded(app, entry, to)),
      others.length
        ? el(
            "details",
            {},
            el("summary", {}, say("not_met_count", { count: others.length })),
            others.map((entry) => recorded(app, entry, to)),
          )
        : "",
    );
  });
  const figures = view.figures.length
    ? section(
        3,
        say("figures"),
        view.figures.map((figure) => bars(app, figure)),
      )
    : "";
  const fiction = view.fiction_note.length
    ? section(
        3,
        say("fiction"),
        prose(view.fiction_note, (id) => openTerm(app, id)),
      )
    : "";
  return [el("p", { class: "paper_note" }, say("paper_note")), sections, figures, fiction];
}

function recorded(app, entry, to) {
  const body = factBody(app, entry.fact, decisionLinks("for_decisions", entry.decisions, to));
  const claim = `claim_${entry.fact.id}`;
  body.querySelector(".claim").id = claim;
  return el(
    "article",
    {
      class: entry.is_met ? "recorded met" : "recorded",
      id: `fact_${entry.fact.id}`,
      tabindex: "-1",
      "aria-labelledby": claim,
    },
    body,
  );
}

/** A figure as bars, each with its number, which says the same without the picture. */
function bars(app, figure) {
  const most = Math.max(...figure.rows.map((row) => Math.abs(row.value)), 1);
  const rows = figure.rows.map((row) => {
    const bar = el("span", { class: "bar", "aria-hidden": "true" });
    bar.style.setProperty("--share", String(Math.abs(row.value) / most));
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, row.label),
      el("td", {}, bar, el("span", { class: "value" }, row.shown)),
    );
  });
  const unit = figure.unit ? ` (${figure.unit})` : "";
  return el(
    "figure",
    { class: "figure" },
    el("table", {}, el("caption", {}, figure.title, unit), el("tbody", {}, rows)),
    figure.note.length
      ? el(
          "figcaption",
          {},
          prose(figure.note, (id) => openTerm(app, id)),
        )
      : "",
  );
}
