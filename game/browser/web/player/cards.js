// What opens over a page: a word, a person, what is record here, the keys.
import { button, el, inLine, list, prose, safeAddress, section, unseen } from "./dom.js";
import { say } from "./words.js";

/** Open a word of the glossary; its meaning may link to others. */
export function openTerm(app, term) {
  const found = viewerOf(app).terms([[{ text: "", style: "plain", term }]])[0];
  if (found) app.card(found.term, [original(found), prose(found.meaning, (id) => openTerm(app, id))]);
}

/** The word in its own language, which a screen reader must not read as English. */
export function original(term) {
  return term.original ? el("p", { class: "original", lang: "ru" }, term.original) : "";
}

/** Open somebody of the story. */
export function openPerson(app, person) {
  app.card(person.name, [personBody(app, person, 3)]);
}

/** Who somebody is: card, role, fate now, a life before a case. */
export function personBody(app, person) {
  const shown = app.pictures.has("portraits", person.portrait) ? person.portrait : "unknown";
  return el(
    "div",
    { class: "person" },
    app.pictures.image("portraits", shown, ""),
    el(
      "div",
      {},
      person.role && el("p", { class: "role" }, person.role),
      person.fate && el("p", { class: "fate" }, say("fate_now", { fate: person.fate })),
      prose(person.about, (id) => openTerm(app, id)),
    ),
  );
}

/** Open what is record on a page, and what is adapted. */
export function openProvenance(app, view, result = null) {
  const facts = [...view.facts, ...(result?.facts ?? [])];
  const once = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
  const papers = view.passages.filter((passage) => passage.kind === "document");
  app.card(
    say("card_provenance"),
    [
      el(
        "p",
        { class: "stamp_line" },
        el("span", { class: "tag" }, view.provenance),
        " ",
        view.provenance_text,
      ),
      papers.length &&
        section(
          3,
          say("card_papers"),
          papers.map((paper) => [
            el("h4", {}, [paper.document_label, paper.title].filter(Boolean).join(": ")),
            paper.provenance && el("p", { class: "soft" }, say("paper_is", { provenance: paper.provenance })),
            paper.note.length
              ? prose(paper.note, (id) => openTerm(app, id))
              : el("p", {}, say("card_no_note")),
          ]),
        ),
      section(
        3,
        say("card_facts"),
        once.length
          ? list(
              once.map((fact) => factBody(app, fact)),
              { class: "facts" },
            )
          : el("p", {}, say("card_no_facts")),
      ),
    ].filter(Boolean),
  );
}

/** One fact of the record in full: claim, verdict, what historians say, where it stands. */
export function factBody(app, fact, ...more) {
  const open = (id) => openTerm(app, id);
  return el(
    "div",
    { class: "fact" },
    el(
      "div",
      { class: "claim" },
      fact.date && el("span", { class: "date" }, `${fact.date} `),
      inLine(fact.claim, open),
    ),
    el(
      "p",
      { class: `verdict ${fact.verdict}` },
      el("span", { class: "tag" }, fact.verdict),
      " ",
      el("span", { class: "verdict_text" }, fact.verdict_text),
    ),
    fact.historians.length ? el("div", { class: "historians" }, prose(fact.historians, open)) : "",
    fact.section && el("p", { class: "soft" }, say("section", { section: fact.section })),
    foldedSources(app, fact.sources),
    ...more,
  );
}

/** The sources of a fact, folded: they are for looking up, and many facts share them. */
function foldedSources(app, sources) {
  if (!sources.length) return "";
  const count = say(sources.length === 1 ? "sources_one" : "sources_many", { count: sources.length });
  return el("details", { class: "folded" }, el("summary", {}, count), sourceList(app, sources));
}

/** Sources, each with where to find it. */
export function sourceList(app, sources) {
  return list(
    sources.map((source) => el("li", {}, sourceLine(app, source))),
    { class: "sources" },
  );
}

function sourceLine(app, source) {
  const address = safeAddress(source.url);
  const line = address
    ? el(
        "a",
        { href: address, target: "_blank", rel: "noopener noreferrer" },
        source.line,
        unseen(` (${say("opens_outside")})`),
      )
    : el("cite", {}, source.line);
  const note = source.note.length ? inLine(source.note, (id) => openTerm(app, id)) : say("no_address");
  return [line, el("span", { class: "soft" }, ` (${source.kind}). `, note)];
}

/** Open the keys of the screens. */
export function openKeys(app) {
  const rows = [
    ["1–9", "keys_digits"],
    ["Enter", "keys_enter"],
    ["Tab", "keys_tab"],
    ["Esc", "keys_esc"],
    ["F", "key_folder"],
    ["P", "key_record"],
    ["B", "key_back"],
    ["E", "key_end"],
    ["R", "key_read"],
    ["S", "key_save"],
    ["D", "key_print"],
    ["F1 ?", "key_help"],
  ];
  const table = el(
    "dl",
    { class: "keys" },
    rows.map(([key, name]) => el("div", {}, el("dt", {}, key), el("dd", {}, say(name)))),
  );
  const off = app.settings.letters ? "" : el("p", {}, say("keys_off"));
  app.card(say("keys"), [off, table, el("p", {}, say("keys_controller"))].filter(Boolean));
}

/** A viewer of the story as it stands in the open game, or at its beginning. */
function viewerOf(app) {
  return app.opening.at(app.game?.playthrough.state);
}

/** Small portraits that open a person's card. */
export function peopleRow(app, people) {
  if (!people.length) return "";
  const items = people.map((person) => {
    const shown = app.pictures.has("portraits", person.portrait) ? person.portrait : "unknown";
    const inside = [app.pictures.image("portraits", shown, ""), el("span", {}, person.short)];
    const label = person.role ? `${person.name}, ${person.role}` : person.name;
    return el(
      "li",
      {},
      button(inside, () => openPerson(app, person), {
        "aria-label": label,
        "aria-haspopup": "dialog",
        title: label,
      }),
    );
  });
  return el("ul", { class: "people_row", "aria-label": say("here_are") }, items);
}

/** The words of a page that the glossary has. */
export function termsHere(app, terms) {
  if (!terms.length) return "";
  const words = terms.map((term) =>
    el(
      "li",
      {},
      button(term.term, () => openTerm(app, term.id), { class: "word", "aria-haspopup": "dialog" }),
    ),
  );
  return el(
    "section",
    { class: "terms_here" },
    el("h2", { class: "small" }, say("terms_here")),
    el("ul", {}, words),
  );
}
