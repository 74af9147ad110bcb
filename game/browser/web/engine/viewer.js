// Content in one state -> views: game/story/viewer.py. Views have the names and the order of game/story/views.py,
// so that their JSON is the same text.
import { nameOf, shown } from "./variables.js";
import { longDate } from "./words.js";

/** Makes views of a story in one state; slots in texts are filled from that state. */
export class Viewer {
  constructor(story, state) {
    this.story = story;
    this.state = state;
  }

  /** A viewer of the same story in another state; in this one where none is given. */
  at(state) {
    return state ? new Viewer(this.story, state) : this;
  }

  prose(prose) {
    return prose.map((paragraph) => paragraph.map((run) => this.#run(run)));
  }

  #run(run) {
    if (typeof run === "string") return runView(run);
    const style = run.style ?? "plain";
    switch (run.is) {
      case "LineBreak":
        return runView("\n");
      case "Slot": {
        const variable = this.story.variable.get(run.variable);
        return runView(shown(variable, this.state.values[variable.slot]), style);
      }
      case "TermWords":
        return runView(run.text, style, run.term);
      default:
        return runView(run.text, style);
    }
  }

  /** The glossary entries that texts link to, in reading order, each once. */
  terms(...texts) {
    const ids = new Set(texts.flat(2).map((run) => run.term));
    return [...ids]
      .filter((id) => this.story.terms.has(id))
      .map((id) => this.story.terms.get(id))
      .map((t) => ({ id: t.id, term: t.term, original: t.original, meaning: this.prose(t.meaning) }));
  }

  person(id) {
    const person = this.story.people.get(id);
    const fate = this.story.variable.get(id);
    const value = fate ? this.state.values[fate.slot] : 0;
    return {
      id: person.id,
      name: person.name,
      short: shortName(person),
      role: person.role,
      portrait: person.portrait,
      fate_id: fate ? nameOf(fate, value) : "",
      fate: fate ? shown(fate, value) : "",
      about: this.prose(person.about),
    };
  }

  facts(ids) {
    return [...new Set(ids)].map((id) => this.fact(id));
  }

  fact(id) {
    const fact = this.story.facts.get(id);
    const { words } = this.story;
    return {
      id: fact.id,
      claim: this.prose(fact.claim),
      date: longDate(fact.date, words.months),
      verdict: fact.verdict,
      verdict_text: words.verdict[fact.verdict],
      section: this.story.sections.get(fact.notes_section) ?? "",
      historians: this.prose(fact.historians),
      sources: fact.sources.map((source) => this.source(source)),
    };
  }

  source(id) {
    const source = this.story.sources.get(id);
    return {
      id: source.id,
      line: [source.author, source.title, source.year].filter(Boolean).join(", "),
      kind: this.story.words.source_kind[source.kind],
      url: source.url,
      note: this.prose(source.note),
    };
  }

  passage(passage) {
    const { words } = this.story;
    return {
      kind: passage.kind,
      text: this.prose(passage.text),
      who: passage.who ? this.person(passage.who) : null,
      document: passage.document ?? "",
      document_label: passage.document ? words.document[passage.document] : "",
      title: passage.title,
      provenance: passage.provenance ?? "",
      note: this.prose(passage.note),
      picture: passage.picture,
      picture_text: this.pictureText(passage.picture),
    };
  }

  pictureText(picture) {
    const described = this.prose(this.story.pictures.get(picture) ?? []);
    return described.map((paragraph) => paragraph.map((run) => run.text).join("")).join(" ");
  }

  ending(ending) {
    const label = this.story.fates.find(([id]) => id === ending.kind);
    const epilogue = this.prose(ending.epilogue);
    const summary = this.prose(ending.summary);
    return {
      id: ending.id,
      title: ending.title,
      kind: ending.kind,
      kind_label: label ? label[1] : "",
      epilogue,
      summary,
      terms: this.terms(epilogue, summary),
      facts: this.facts(ending.facts),
    };
  }

  /** The photograph with the ids of those who are gone from it; null where the pack has none. */
  photograph() {
    const { photograph } = this.story;
    if (!photograph) return null;
    const gone = photograph.people.filter((id) => this.isGone(id));
    const people = photograph.people.map((id) => this.person(id));
    return { title: photograph.title, people, gone, house_paint: [] };
  }

  /** Whether somebody's fate is one from which on they are gone from the photograph. */
  isGone(person) {
    const fate = this.story.variable.get(person);
    const goneFrom = this.story.photograph ? this.story.photograph.gone_from : "";
    return Boolean(
      fate && fate.values.includes(goneFrom) && this.state.values[fate.slot] >= fate.values.indexOf(goneFrom),
    );
  }
}

/** Words in one style; a line break has the text "\n". */
export function runView(text, style = "plain", term = "") {
  return { text, style, term };
}

/** Prose as plain text, a blank line between paragraphs. */
export function textOf(prose) {
  return prose.map((paragraph) => paragraph.map((run) => run.text).join("")).join("\n\n");
}

// What Python's str.split() splits at: JavaScript's \s has U+FEFF and lacks these controls.
const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** The part of a name that the author made the id of (`nadya`), else the last: the story calls them so. */
function shortName(person) {
  if (!SHORT.has(person)) SHORT.set(person, calledBy(person));
  return SHORT.get(person);
}

const SHORT = new WeakMap();

function calledBy(person) {
  const words = person.name.split(SPACES).filter(Boolean);
  const letters = words.filter((part) => /^\p{L}+$/u.test(part));
  const parts = letters.length ? letters : [person.name];
  const called = person.id.split("_").pop();
  return parts.find((part) => folded(part) === called) ?? parts[parts.length - 1];
}

/** Like Python's casefold, as far as an id of plain letters can equal it; the dotless i stays itself. */
function folded(text) {
  return text.includes("\u0131") ? text : text.toUpperCase().toLowerCase();
}
