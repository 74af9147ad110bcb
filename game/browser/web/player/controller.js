// A game controller: each of its buttons does what a key does. Nobody asks for one before it has been pressed.

/** What the buttons of a standard controller do, as in the window: A, B, X, Y, shoulders, start, cross. */
const BUTTONS = {
  0: "take",
  1: "leave",
  2: "P",
  3: "F",
  4: "page_up",
  5: "page_down",
  9: "menu",
  12: "before",
  13: "after",
  14: "less",
  15: "more",
};
const PUSHED = 0.6;
const EVERY = 25; // milliseconds, as those below
const FIRST = 400;
const NEXT = 140;
const CAN = "button, a[href], input, textarea, summary";

/** Hears controllers from now on; `app` is what their buttons move. */
export function hearControllers(app) {
  let held = {};
  let isHearing = false;
  const hear = (now) => {
    const pads = connected();
    isHearing = pads.length > 0;
    if (!isHearing) return;
    const pushed = new Set(pads.flatMap(pushedOn));
    held = Object.fromEntries([...pushed].map((name) => [name, held[name] ?? now - 1]));
    for (const [name, due] of Object.entries(held)) {
      const isFirst = due === now - 1;
      if (!isFirst && (now < due || !REPEATED.has(name))) continue;
      held[name] = now + (isFirst ? FIRST : NEXT);
      act(app, name);
    }
    // Thirty times a second is soon enough for a hand; a page that is not seen hears nothing.
    setTimeout(() => requestAnimationFrame(hear), EVERY);
  };
  window.addEventListener("gamepadconnected", () => {
    if (!isHearing) hear(performance.now());
  });
  window.addEventListener("pointerdown", () => delete document.documentElement.dataset.controller);
}

const REPEATED = new Set(["before", "after", "page_up", "page_down", "less", "more"]);

/** The controllers that are there; none where the page around this one forbids to ask. */
function connected() {
  try {
    return [...navigator.getGamepads()].filter((pad) => pad?.connected);
  } catch {
    return [];
  }
}

function pushedOn(pad) {
  const names = Object.keys(BUTTONS).filter((at) => pad.buttons[at]?.pressed);
  const [across = 0, down = 0, , scrolled = 0] = pad.axes;
  const stick = [
    [-down, "before"],
    [down, "after"],
    [-across, "less"],
    [across, "more"],
    [-scrolled, "page_up"],
    [scrolled, "page_down"],
  ];
  return [
    ...names.map((at) => BUTTONS[at]),
    ...stick.filter(([far]) => far > PUSHED).map(([, name]) => name),
  ];
}

function act(app, name) {
  document.documentElement.dataset.controller = "yes";
  const isHeard = document.dispatchEvent(new Event("pushed", { cancelable: true }));
  if (!isHeard && name === "take") return;
  const dialog = document.querySelector("dialog[open]");
  const focused = document.activeElement;
  if (name === "take" && focused?.matches(CAN)) focused.click();
  else if (name === "take" && (dialog || !app.screen.primary)) step(dialog ?? app.page, 1);
  else if (name === "take") app.press("Enter");
  else if (name === "leave" && dialog) dialog.dispatchEvent(new Event("cancel", { cancelable: true }));
  else if (name === "leave" || name === "menu") app.press("Escape");
  else if (name === "before" || name === "after") step(dialog ?? app.page, name === "after" ? 1 : -1);
  else if (name === "page_up" || name === "page_down") scroll(dialog, name === "page_down" ? 1 : -1);
  else if (name === "less" || name === "more") count(focused, name === "more" ? 1 : -1);
  else if (!dialog) app.press(name);
}

/** Move the focus to the next thing that can be pressed; where that is far off, read on towards it. */
function step(around, by) {
  const side = by > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  // A browser of early 2023 cannot tell what is visible; folded away it has no boxes there.
  const isSeen = (one) => one.checkVisibility?.() ?? one.getClientRects().length > 0;
  const all = [...around.querySelectorAll(CAN)].filter((one) => isSeen(one) && !one.disabled);
  const there = all.filter((one) => document.activeElement.compareDocumentPosition(one) & side);
  const next = by > 0 ? there[0] : there.at(-1);
  const { top, bottom } = next?.getBoundingClientRect() ?? { top: Infinity, bottom: -Infinity };
  if (by > 0 ? top > window.innerHeight : bottom < 0) scroll(around.closest("dialog"), by);
  else next.focus();
}

function scroll(dialog, by) {
  (dialog ?? window).scrollBy({ top: by * 0.7 * window.innerHeight });
}

/** Count one more or one less where a number is asked for. */
function count(field, by) {
  if (!field?.matches("input[type=number]")) return;
  field.value = String(Math.max(0, Number(field.value) + by));
  field.dispatchEvent(new Event("change"));
}
