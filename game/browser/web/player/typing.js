// Text that comes up line by line, where somebody has set it so. It is all there at once for a screen reader.

const COME_UP = new WeakSet();

/**
 * Let the paragraphs of an element, which show `view`, come up one after the other, once. Any key, touch or push
 * shows the rest; those that would take or go on do nothing else then, as in the window.
 */
export function typeOut(app, element, view) {
  const { typed, motion } = app.settings;
  if (!typed || motion || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  if (COME_UP.has(view)) return;
  COME_UP.add(view);
  let before = 0;
  for (const paragraph of element.querySelectorAll("p, h2")) {
    const leading = parseFloat(getComputedStyle(paragraph).lineHeight) || paragraph.offsetHeight;
    const lines = Math.max(1, Math.round(paragraph.offsetHeight / leading));
    paragraph.style.setProperty("--lines", String(lines));
    paragraph.style.setProperty("--before", String(before));
    before += lines;
  }
  element.classList.add("typed_out");
  const over = new AbortController();
  const finish = (event) => {
    const isComing = element.getAnimations({ subtree: true }).some((line) => line.playState === "running");
    if (isComing && (event.type === "pushed" || /^(Enter|[1-9])$/.test(event.key))) event.preventDefault();
    element.classList.remove("typed_out");
    over.abort();
  };
  for (const event of ["keydown", "pointerdown", "pushed"])
    document.addEventListener(event, finish, { signal: over.signal, capture: true });
}
