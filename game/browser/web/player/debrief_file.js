// The debrief as a page of its own: what stands on the leaves with the answers, and nothing that can be pressed.
import { el } from "./dom.js";
import { say } from "./words.js";

/** The text of an HTML file with these leaves; `contents` are their ids and titles. */
export function debriefFile(app, leaves, contents) {
  const copy = leaves.cloneNode(true);
  const fields = [...leaves.querySelectorAll("textarea")];
  copy.querySelectorAll("textarea").forEach((field, at) => {
    field.replaceWith(el("p", { class: "answer", dir: "auto" }, fields[at].value));
  });
  for (const pressed of copy.querySelectorAll("button")) {
    const { to } = pressed.dataset;
    if (to) pressed.replaceWith(linkTo(to, pressed.getAttribute("aria-label"), ...pressed.childNodes));
    else pressed.remove();
  }
  for (const term of copy.querySelectorAll("a.term")) term.replaceWith(...term.childNodes);
  for (const part of copy.querySelectorAll("[hidden]")) part.hidden = false;
  for (const part of copy.querySelectorAll(".notice, .unseen")) part.remove();
  const heading = app.page.querySelector("h1").textContent;
  const page = document.implementation.createHTMLDocument(`${heading} ${app.story.title}`);
  page.head.prepend(
    el("meta", { charset: "utf-8" }),
    el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    el("meta", {
      "http-equiv": "Content-Security-Policy",
      content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    }),
  );
  page.head.append(el("style", {}, document.querySelector("style").textContent));
  const list = el(
    "nav",
    { class: "contents", "aria-label": say("contents") },
    el("h2", {}, say("contents")),
    el(
      "ol",
      {},
      contents.map(([id, title]) => el("li", {}, linkTo(id, null, title))),
    ),
  );
  const column = el("div", { class: "column" }, el("h1", {}, heading), list, copy);
  page.body.append(el("main", { class: "page", data: { screen: "debrief" } }, column));
  page.documentElement.lang = app.story.language;
  page.documentElement.dataset.layout = "band";
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}

function linkTo(id, label, ...text) {
  return el("a", { href: `#${id}`, class: "link", "aria-label": label }, ...text);
}
