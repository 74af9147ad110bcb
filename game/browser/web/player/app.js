// The page: shows one screen at a time, moves the focus, hears the keys.
import { Viewer } from "../engine/viewer.js";
import { begin } from "../engine/playthrough.js";
import { button, el } from "./dom.js";
import { Narrator, onVoices, voiceFor } from "./speech.js";
import { say } from "./words.js";

/**
 * A screen is {name, title, nodes, poster, tools, numbered, primary, leave}: its heading's text, its elements,
 * the place beside it, buttons for the foot [{key, label, press}], what digits take, what Enter does where
 * nothing has the focus, what Esc does. `fill()` may put more into the elements once they are on the page.
 */
export class App {
  constructor(parts) {
    Object.assign(this, parts);
    this.page = document.getElementById("page");
    this.status = document.getElementById("status");
    this.game = null;
    this.screen = null;
    this.narrator = new Narrator(this.story.language, () => this.#drawTools());
    this.opening = new Viewer(this.story, begin(this.story).state);
    document.addEventListener("keydown", (event) => this.#heard(event));
    onVoices(() => this.#drawTools());
  }

  /** Show a screen in place of another; `focus` is an element of it, or its heading. */
  show(screen, focus = null) {
    this.narrator.stop();
    this.#closeDialog();
    this.screen = { tools: [], numbered: [], primary: null, leave: null, poster: "", ...screen };
    this.#drawPage();
    // Before the focus moves: that makes the browser lay the page out, and once is enough.
    this.screen.fill?.();
    document.title = [screen.title, this.story.title]
      .filter((part, at, all) => all.indexOf(part) === at)
      .join(" – ");
    window.scrollTo(0, 0);
    (focus ?? this.page.querySelector("h1"))?.focus({ preventScroll: true });
  }

  /** Take up what digits and Enter do now, after a part of the screen was replaced. The foot stays. */
  changed(parts) {
    Object.assign(this.screen, parts);
  }

  /** Say something to a screen reader, once, without moving the focus; seen by nobody. */
  tell(sentence) {
    this.status.textContent = "";
    setTimeout(() => {
      this.status.textContent = sentence;
    }, 60);
  }

  /** Open a card over the screen. `then` is called with what `close(value)` was given. */
  card(title, nodes, then = null) {
    this.narrator.stop();
    const close = (value = "") => {
      dialog.close();
      dialog.remove();
      if (then) then(value);
    };
    const heading = el("h2", { id: "card_title", tabindex: "-1" }, title);
    const foot = button(say("close"), () => close(), { class: "plain", data: { closes: "card" } });
    const made = typeof nodes === "function" ? nodes(close) : nodes;
    const hasWays = made.some((node) => node.classList?.contains("ways"));
    const dialog = el(
      "dialog",
      { class: "card", "aria-labelledby": "card_title" },
      heading,
      made,
      hasWays ? "" : foot,
    );
    this.#closeDialog();
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) close();
    });
    document.body.append(dialog);
    dialog.showModal();
    dialog.scrollTop = 0;
    heading.focus();
    return dialog;
  }

  /** Ask; the answer that does something comes second, so that it is not pressed by mistake. */
  ask(title, text, no, yes, act) {
    this.card(
      title,
      (close) => [
        el("p", {}, text),
        el(
          "div",
          { class: "ways" },
          button(no, () => close("no")),
          button(yes, () => close("yes"), { class: "weighty" }),
        ),
      ],
      (answer) => {
        if (answer === "yes") act();
      },
    );
  }

  /** Keep the settings, show the page by them, and draw the screen anew where it depends on them. */
  setTo(changes) {
    this.settings = { ...this.settings, ...changes };
    this.store.keepSettings(this.settings);
    this.applied(this.settings);
    this.#drawTools();
  }

  #closeDialog() {
    document.querySelector("dialog[open]")?.remove();
  }

  #drawPage() {
    const { name, title, nodes, poster } = this.screen;
    const heading = el("h1", { tabindex: "-1" }, title);
    const place = this.#poster(poster);
    const column = el(
      "div",
      { class: "column" },
      this.screen.head ? this.screen.head(heading) : heading,
      nodes,
    );
    this.page.replaceChildren(...[place, column].filter(Boolean));
    this.page.dataset.screen = name;
    this.foot = el("nav", { class: "tools", "aria-label": say("tools") });
    column.append(this.foot);
    this.#drawTools();
  }

  /** Draw the picture of the screen anew, once there are pictures. */
  drawPoster() {
    this.page.querySelector(".poster")?.remove();
    this.page.prepend(...[this.#poster(this.screen.poster)].filter(Boolean));
  }

  #poster(place) {
    const { name, text = "", retouch = null } = place || {};
    const image = name ? this.pictures.image("places", name, text, retouch) : "";
    document.documentElement.dataset.poster = image ? "yes" : "no";
    if (!image) return null;
    const before = this.page.querySelector(".poster");
    // The same picture stays where it is: it need not be drawn again.
    if (before?.firstElementChild.src === image.src) return before;
    image.style.setProperty("--band", `${this.pictures.band(name)}%`);
    return el("div", { class: "poster" }, image);
  }

  #drawTools() {
    if (!this.screen) return;
    const tools = [...this.screen.tools];
    if (this.#canRead()) {
      const label = this.narrator.isReading ? say("tool_quiet") : say("tool_read");
      tools.push({ key: "R", label, press: () => this.#readOrStop() });
    }
    this.drawn = tools;
    const focused = this.foot.contains(document.activeElement) ? document.activeElement.dataset.key : "";
    const items = tools.map(({ key, label, press }) =>
      button([el("kbd", { "aria-hidden": "true" }, key), el("span", {}, label)], press, {
        data: { key },
        "aria-keyshortcuts": key === "Esc" ? "Escape" : this.settings.letters ? key : null,
      }),
    );
    this.foot.replaceChildren(...items);
    this.foot.hidden = !items.length;
    if (focused) this.foot.querySelector(`[data-key="${focused}"]`)?.focus();
  }

  #canRead() {
    return this.settings.read && this.screen.reads && voiceFor(this.story.language) !== null;
  }

  #readOrStop() {
    if (this.narrator.isReading) this.narrator.stop();
    else this.narrator.read([...this.page.querySelectorAll("h1, [data-read] p, [data-read] h2, .choice")]);
  }

  #heard(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (document.querySelector("dialog[open]") || !this.screen) return;
    if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea")) {
      // The first Esc leaves the field, the next one the screen.
      if (event.key === "Escape") this.page.querySelector("h1")?.focus({ preventScroll: true });
      return;
    }
    const act = this.#actOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  #actOf(event) {
    const { numbered, primary, leave } = this.screen;
    if (event.key === "Escape") return leave;
    if (event.key === "Enter") return event.target.closest("button, a, summary") ? null : primary;
    if (event.key === "F1") return this.help;
    if (!this.settings.letters) return null;
    if (/^[1-9]$/.test(event.key)) return numbered[Number(event.key) - 1];
    if (event.key === "?") return this.help;
    return this.drawn.find((tool) => tool.key.toLowerCase() === event.key.toLowerCase())?.press;
  }
}
