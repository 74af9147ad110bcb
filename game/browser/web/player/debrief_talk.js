// The last leaves: two readings, questions with room to write, what became of the file.
import { button, el, inLine, list, prose, section } from "./dom.js";
import { decisionLinks, wayTo } from "./debrief_decisions.js";
import { openTerm, sourceList } from "./cards.js";
import { fileName, saveFile } from "./files.js";
import { say } from "./words.js";

const LONGEST = 20_000;

/** Two readings, each with the decisions that it would cite. */
export function readingsLeaf(app, view, to) {
  const facts = claimsOf(view);
  return view.readings.map((reading) => {
    const items = reading.evidence.map((evidence) => {
      const made = view.decisions.find((decision) => decision.number === evidence.decision);
      return el(
        "li",
        {},
        wayTo(to, "decisions", `decision_${made.number}`, `${made.number}. ${made.scene_title}`),
        `, ${say("rests_on")}: `,
        evidence.facts.flatMap((fact, at) => [at ? " " : "", inLine(facts.get(fact) ?? [])]),
      );
    });
    return el(
      "article",
      { class: "reading" },
      el("h3", {}, reading.title),
      prose(reading.text, (id) => openTerm(app, id)),
      sourceList(app, reading.historians),
      section(4, say("cites"), items.length ? list(items) : el("p", {}, say("cites_none"))),
    );
  });
}

function claimsOf(view) {
  return new Map(view.record.flatMap((part) => part.facts).map((entry) => [entry.fact.id, entry.fact.claim]));
}

/** Questions by kind, each with a field that is kept as it is written. */
export function questionsLeaf(app, view, to) {
  const kinds = [...new Set(view.questions.map((question) => question.kind_label))];
  const where = el("p", { class: "notice", role: "status" }, whereKept(app));
  const written = () => {
    where.textContent = whereKept(app);
  };
  return [
    where,
    el(
      "div",
      { class: "ways" },
      button(
        say("answers_save"),
        () => {
          const name = fileName(app.story, "json");
          saveFile(name, JSON.stringify(app.game.save(), null, 1), "application/json");
          app.tell(say("saved_file", { name }));
        },
        { class: "plain" },
      ),
    ),
    kinds.map((kind) =>
      section(
        3,
        kind,
        view.questions
          .filter((question) => question.kind_label === kind)
          .map((question) =>
            el(
              "div",
              { class: "question" },
              el(
                "div",
                { id: `asked_${question.id}` },
                prose(question.text, (id) => openTerm(app, id)),
              ),
              decisionLinks("for_decisions", question.decisions, to),
              answerField(app, question.id, question.answer, `asked_${question.id}`, written),
            ),
          ),
      ),
    ),
    view.fault
      ? section(
          3,
          say("fault"),
          el("p", { id: "asked_fault" }, say("fault_lead")),
          list(
            view.fault.simplified.map((text) =>
              el(
                "li",
                {},
                inLine(text, (id) => openTerm(app, id)),
              ),
            ),
          ),
          answerField(app, view.fault.id, view.fault.answer, "asked_fault", written),
        )
      : "",
  ];
}

/** Where answers are held: by this browser only, by nothing, or by a learning platform as far as it has room. */
function whereKept(app) {
  const sentences = [say(`answers_where_${app.game.isKept ? app.store.where : "none"}`)];
  if (app.platform.isThere) {
    const all = Object.keys(app.game.playthrough.answers).length;
    sentences.push(
      !app.platform.isKeeping
        ? say("answers_lms_failed")
        : app.platform.cut
          ? say("answers_lms_cut", { kept: app.platform.fitted, all })
          : say("answers_where_lms"),
    );
  }
  return sentences.join(" ");
}

function answerField(app, id, answer, askedBy, written) {
  const field = el("textarea", {
    rows: 4,
    maxlength: LONGEST,
    dir: "auto",
    "aria-label": say("answer"),
    "aria-describedby": askedBy,
  });
  field.value = answer;
  const grow = () => {
    field.style.setProperty("height", "auto");
    if (field.scrollHeight) field.style.setProperty("height", `${field.scrollHeight + 4}px`);
  };
  let waiting = 0;
  const keep = () => {
    clearTimeout(waiting);
    app.unsaved = null;
    if (field.value === (app.game.playthrough.answers[id] ?? "")) return;
    app.game.answer(id, field.value);
    written();
  };
  field.addEventListener("input", () => {
    grow();
    clearTimeout(waiting);
    waiting = setTimeout(keep, 400);
    app.unsaved = keep;
  });
  field.addEventListener("change", keep);
  field.addEventListener("focus", grow);
  return field;
}

/** What became of the file. */
export function afterlifeLeaf(app, view, to) {
  const facts = claimsOf(view);
  const items = view.afterlife.map((entry) =>
    el(
      "li",
      {},
      el("h3", {}, entry.date ? [el("span", { class: "date" }, entry.date), " "] : "", entry.title),
      prose(entry.text, (id) => openTerm(app, id)),
      entry.facts.length
        ? list(
            entry.facts.map((fact) =>
              el(
                "li",
                {},
                inLine(facts.get(fact) ?? []),
                " ",
                wayTo(to, "record", `fact_${fact}`, say("in_full")),
              ),
            ),
            { class: "grounds" },
          )
        : "",
    ),
  );
  return el("ol", { class: "afterlife" }, items);
}
