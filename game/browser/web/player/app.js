// The page: shows one screen at a time, moves the focus, hears the keys.
import { Viewer } from "../engine/viewer.js";
import { begin } from "../engine/playthrough.js";
import { button, el, fill } from "./dom.js";
import { Narrator, onVoices, voiceFor } from "./speech.js";
import { say } from "./words.js";

/**
 * A screen is {name, title, nodes, poster, tools, numbered, primary, leave, view}: its heading's text, its
 * elements, the place beside it, buttons for the foot [{key, label, press}], what digits take, what Enter does where
 * nothing has the focus, what Esc does. `fill()` may put more into the elements once they are on the page.
 */
export class App {
  constructor(parts) {
    Object.assign(this, parts);
    this.page = document.getElementById("page");
    this.status = document.getElementById("status");
    this.foot = el("nav", { class: "tools", "aria-label": say("tools") });
    this.column = el("div", { class: "column" }, this.foot);
    this.posterAddress = null;
    this.drawn = [];
    this.signs = null;
    this.game = null;
    /** What keeps a sentence that is still being written. */
    this.unsaved = null;
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
    // While the old page still lies there: over the new one it would have to be laid out for this alone.
    if (window.scrollY) window.scrollTo(0, 0);
    this.screen = { tools: [], numbered: [], primary: null, leave: null, poster: "", ...screen };
    this.#drawPage();
    // Before the focus moves: that makes the browser lay the page out, and once is enough.
    this.screen.fill?.();
    (focus ?? this.page.querySelector("h1"))?.focus({ preventScroll: true });
    const titles = [...new Set([screen.title, this.story.title])].join(" – ");
    // Nobody waits for the name of the tab, which the browser has to be told.
    setTimeout(() => {
      document.title = titles;
    });
    this.sounds.turned(this.screen.view);
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
    // A card that was opened from another gives the focus back to where the first was opened.
    const from = document.querySelector("dialog[open]")?.from ?? document.activeElement;
    const close = (value = "") => {
      if (!dialog.isConnected) return;
      dialog.close();
      dialog.remove();
      if (document.activeElement === document.body) (from.isConnected ? from : this.page).focus();
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
    dialog.from = from;
    this.#closeDialog();
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    });
    // A browser may close a card without asking, when Esc is pressed again and again.
    dialog.addEventListener("close", () => close());
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
    const { name, title, nodes } = this.screen;
    const heading = el("h1", { tabindex: "-1" }, title);
    const made = document.createDocumentFragment();
    fill(made, [this.screen.head ? this.screen.head(heading) : heading, nodes]);
    // The column and its foot stay: what has not changed is neither made nor laid out again.
    if (this.column.parentNode !== this.page) {
      this.page.replaceChildren(this.column);
      this.posterAddress = null;
    }
    this.drawPoster();
    while (this.foot.previousSibling) this.foot.previousSibling.remove();
    this.foot.before(made);
    if (this.page.dataset.screen !== name) this.page.dataset.screen = name;
    this.#drawTools();
  }

  /** Draw the picture of the screen; the same picture stays where it is. */
  drawPoster() {
    const { name, text = "", retouch = null } = this.screen.poster || {};
    const address = name ? this.pictures.address("places", name, retouch) : "";
    if (address === this.posterAddress) {
      // The title shows as decoration what a page of the story describes.
      if (address) this.page.querySelector(".poster img").alt = text;
      return;
    }
    this.posterAddress = address;
    this.page.querySelector(".poster")?.remove();
    document.documentElement.dataset.poster = address ? "yes" : "no";
    if (!address) return;
    const image = this.pictures.image("places", name, text, retouch);
    image.style.setProperty("--band", `${this.pictures.band(name)}%`);
    this.page.prepend(el("div", { class: "poster" }, image));
  }

  #drawTools() {
    if (!this.screen) return;
    const tools = [...this.screen.tools];
    if (this.#canRead()) {
      const label = this.narrator.isReading ? say("tool_quiet") : say("tool_read");
      tools.push({ key: "R", label, press: () => this.#readOrStop() });
    }
    const signs = tools.map(({ key, label }) => [key, label, this.#names(key)].join(" ")).join("\n");
    this.drawn = tools;
    if (signs === this.signs) return;
    this.signs = signs;
    const focused = this.foot.contains(document.activeElement) ? document.activeElement.dataset.key : "";
    const items = tools.map(({ key, label }, at) =>
      button(
        [this.#names(key) && el("kbd", { "aria-hidden": "true" }, key), el("span", {}, label)],
        () => this.drawn[at].press(),
        { data: { key }, "aria-keyshortcuts": this.#names(key) ? key.replace("Esc", "Escape") : null },
      ),
    );
    this.foot.replaceChildren(...items);
    this.foot.hidden = !items.length;
    if (focused) this.foot.querySelector(`[data-key="${focused}"]`)?.focus();
  }

  /** Whether a key does something: those of letters and digits can be switched off. */
  #names(key) {
    return key === "Esc" || this.settings.letters;
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

  /** Do what a key of the screen does, whatever the settings say of keys: a controller has no letters to slip. */
  press(key) {
    const act = { Escape: this.screen.leave, Enter: this.screen.primary }[key];
    (act ?? this.drawn.find((tool) => tool.key === key)?.press)?.();
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
