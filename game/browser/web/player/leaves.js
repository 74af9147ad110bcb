// A screen of leaves: one is shown, and made when it is; the printer gets all.
import { button, el } from "./dom.js";

/**
 * A list of leaves [{id, title, make}] as {nodes, show, whole, numbered}; `make()` gives the elements of a leaf, and
 * `whole()` makes those that were not shown yet. `changed(id)` hears which one is shown.
 */
export function leavesOf(name, leaves, label, changed = () => {}) {
  const sections = leaves.map((leaf) =>
    el(
      "section",
      { class: "leaf", id: `leaf_${leaf.id}`, "aria-labelledby": `title_${leaf.id}` },
      el("h2", { id: `title_${leaf.id}`, tabindex: "-1" }, leaf.title),
    ),
  );
  const isMade = leaves.map(() => false);
  const make = (at) => {
    if (isMade[at]) return;
    isMade[at] = true;
    sections[at].append(...[leaves[at].make()].flat(Infinity).filter(Boolean));
  };
  const tabs = leaves.map((leaf, at) =>
    button([el("kbd", { "aria-hidden": "true" }, at + 1), el("span", {}, leaf.title)], () => show(leaf.id)),
  );
  const show = (id, focus = true) => {
    const at = Math.max(
      0,
      leaves.findIndex((leaf) => leaf.id === id),
    );
    make(at);
    sections.forEach((section, i) => {
      section.hidden = i !== at;
    });
    tabs.forEach((tab, i) =>
      i === at ? tab.setAttribute("aria-current", "page") : tab.removeAttribute("aria-current"),
    );
    if (focus) {
      sections[at].querySelector("h2").focus({ preventScroll: true });
      // Where the names of the leaves fill the window, the leaf itself comes first.
      const isFull = nav.offsetHeight > window.innerHeight / 4;
      (isFull ? sections[at] : nav).scrollIntoView({ block: "start" });
    }
    changed(leaves[at].id);
  };
  const nav = el("nav", { class: "tabs", "aria-label": label }, tabs);
  const nodes = [
    nav,
    el("div", { class: `leaves ${name}` }, sections),
  ];
  return {
    nodes,
    show,
    whole: () => leaves.forEach((_, at) => make(at)),
    numbered: leaves.map((leaf) => () => show(leaf.id)),
  };
}
