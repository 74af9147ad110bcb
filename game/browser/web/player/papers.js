// Paper: what the official handles, each kind with its own head.
import { el, runs, unseen } from "./dom.js";
import { say } from "./words.js";

/** A document as a paper that lies on the page. */
export function documentPaper(passage, openTerm) {
  const kind = passage.document || "letter";
  const label = passage.document_label || say("document");
  return el(
    "section",
    { class: `paper ${kind}`, "aria-label": [label, passage.title].filter(Boolean).join(": ") },
    el(
      "p",
      { class: "paper_head" },
      el("span", { class: "kind" }, label),
      passage.title ? el("span", { class: "paper_title" }, passage.title) : "",
    ),
    el(
      "div",
      { class: "typed" },
      passage.text.map((paragraph) => typed(paragraph, kind, openTerm)),
    ),
    passage.provenance
      ? el(
          "p",
          { class: "paper_foot" },
          unseen(say("paper_is", { provenance: passage.provenance })),
          el("span", { "aria-hidden": "true" }, passage.provenance),
        )
      : "",
  );
}

/** A paragraph of a paper; a telegram is pasted on in strips, a line a strip. */
function typed(paragraph, kind, openTerm) {
  if (kind !== "telegram") return el("p", {}, runs(paragraph, openTerm));
  const strips = [[]];
  for (const run of paragraph) {
    if (run.text === "\n") strips.push([]);
    else strips[strips.length - 1].push(run);
  }
  return el(
    "p",
    { class: "strips" },
    strips.map((strip) => el("span", { class: "strip" }, runs(strip, openTerm), " ")),
  );
}
