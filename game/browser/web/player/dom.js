// Elements from values. Text becomes text nodes and nothing else: no story can put markup into the page.

/** An element; `attributes` may have `class`, `on` (event -> function), `data`, and true or false values. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) {
    const value = attributes[name];
    if (name === "on") {
      for (const event in value) element.addEventListener(event, value[event]);
    } else if (name === "data") {
      Object.assign(element.dataset, value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  fill(element, children);
  return element;
}

/** Put children into an element: nodes, texts, lists of them; what is empty is left out. */
export function fill(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) fill(element, child);
    else if (child !== null && child !== false && child !== "") element.append(child);
  }
}

/** A button. */
export function button(text, press, attributes = {}) {
  return el("button", { type: "button", ...attributes, on: { click: press } }, text);
}

/** Words that only a screen reader says. */
export function unseen(text) {
  return el("span", { class: "unseen" }, text);
}

/** Prose as paragraphs; `openTerm(id)`, where given, makes words of the glossary into links. */
export function prose(text, openTerm = null) {
  return text.map((paragraph) => el("p", {}, runs(paragraph, openTerm)));
}

/** Prose for the middle of a line: its paragraphs one after the other. */
export function inLine(text, openTerm = null) {
  return text.flatMap((paragraph, at) => [...(at ? [" "] : []), ...runs(paragraph, openTerm)]);
}

/** The runs of one paragraph. */
export function runs(paragraph, openTerm = null) {
  return paragraph.map((run) => {
    if (run.text === "\n") return el("br");
    let shown = document.createTextNode(run.text);
    if (run.style === "emphasis" || run.style === "both") shown = el("em", {}, shown);
    if (run.style === "strong" || run.style === "both") shown = el("strong", {}, shown);
    return run.term && openTerm ? termLink(run.term, shown, openTerm) : shown;
  });
}

/** A word of the glossary. A link, because a button does not break at the end of a line. */
function termLink(term, shown, openTerm) {
  const open = (event) => {
    event.preventDefault();
    openTerm(term);
  };
  const keys = (event) => {
    if (event.key === " ") open(event);
  };
  return el(
    "a",
    {
      class: "term",
      href: "#",
      role: "button",
      "aria-haspopup": "dialog",
      on: { click: open, keydown: keys },
    },
    shown,
  );
}

/** A list of `li`, or nothing of an empty list. */
export function list(items, attributes = {}, tag = "ul") {
  return items.length
    ? el(
        tag,
        attributes,
        items.map((item) => (item.tagName === "LI" ? item : el("li", {}, item))),
      )
    : "";
}

/** A heading with something under it. */
export function section(level, title, ...children) {
  return el("section", {}, el(`h${level}`, {}, title), ...children);
}

const PAGE = /^https?:\/\/[^\s\p{C}]+$/iu;

/** A source's address where a browser would simply open a page there, else nothing. */
export function safeAddress(url) {
  return PAGE.test(url) ? url : "";
}
