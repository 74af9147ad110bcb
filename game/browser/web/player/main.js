// Opens the story and moves between the screens.
import { UnreadableSave } from "../engine/replay.js";
import { toCode } from "../engine/replay_code.js";
import { kindOf } from "../engine/debrief_decisions.js";
import { openStory } from "../engine/story.js";
import { showAbout } from "./about.js";
import { App } from "./app.js";
import { openKeys } from "./cards.js";
import { showCodes } from "./codes.js";
import { hearControllers } from "./controller.js";
import { showDebrief } from "./debrief.js";
import { button, el } from "./dom.js";
import { showFolder } from "./folder.js";
import { Game } from "./game.js";
import { Fonts } from "./fonts.js";
import { canUnpack, unpacked } from "./packed.js";
import { Pictures } from "./pictures.js";
import { showScene } from "./scene.js";
import { Platform } from "./scorm.js";
import { askedBefore, takeUpFromPlatform, tellLate } from "./platform_game.js";
import { applySettings, layOut, readSettings } from "./settings.js";
import { showSettings } from "./settings_page.js";
import { Sounds } from "./sounds.js";
import { Store } from "./store.js";
import { showNote, showRecap, showTitle } from "./title.js";
import { say } from "./words.js";

/** The ways from one screen to another. */
class Moves {
  constructor(app) {
    this.app = app;
  }

  title() {
    showTitle(this.app, this);
  }

  scene() {
    showScene(this.app, this);
  }

  /** Begin a game; before the first one the content note is shown. `asks` where a platform would lose another. */
  start(start = null, asks = true) {
    const { app } = this;
    const { story } = app;
    const begin = () => {
      this.#play(Game.begun(app.store, story, start));
      const chapter = story.chapters.find(
        (known) => start && known.start === start.scene && known.start !== story.start,
      );
      if (chapter?.recap.length) showRecap(app, chapter, () => this.scene());
      else this.scene();
    };
    const isRead = app.settings.notes.includes(story.extension || story.id);
    const go = () => (isRead ? begin() : showNote(app, this, begin));
    if (asks) askedBefore(app, go);
    else go();
  }

  /** Go on with a game of this browser. `asks` as in `start`. */
  resume(id, asks = true) {
    try {
      const [game, replay] = Game.resumed(this.app.store, this.app.story, id);
      const lost = { scene: game.playthrough.scene.title, lost: replay.stepsLost };
      this.open(game, replay.stoppedAt ? say("file_stopped", lost) : "", asks);
    } catch (problem) {
      if (!(problem instanceof UnreadableSave)) throw problem;
      this.app.card(say("codes"), [el("p", {}, problem.message)]);
    }
  }

  /** Go on where the learning platform says. */
  fromPlatform(kept) {
    takeUpFromPlatform(this.app, this, kept);
  }

  /** Open a game that was loaded, saying what there is to say. `asks` as in `start`. */
  open(game, told = "", asks = true) {
    const { app } = this;
    const go = () => {
      this.#play(game);
      game.keep();
      this.scene();
      if (told) app.card(say("codes"), [el("p", {}, told)]);
    };
    if (asks) askedBefore(app, go);
    else go();
  }

  #play(game) {
    const { app } = this;
    app.game = game;
    game.onKept = () => {
      if (app.platform.isThere) app.platform.keep(toCode(game.playthrough), game.playthrough.answers);
    };
    // After the step that was kept from: the page that it leads to closes whatever lies on top.
    game.onElsewhere = () => setTimeout(() => this.#elsewhere());
  }

  /** Another window has gone on with this game: neither may be lost. */
  #elsewhere() {
    const { app } = this;
    app.card(
      say("elsewhere"),
      (close) => [
        el("p", {}, say("elsewhere_text")),
        el(
          "div",
          { class: "ways" },
          button(say("elsewhere_there"), () => close("there")),
          button(say("elsewhere_here"), () => close("here")),
        ),
      ],
      (answer) => {
        if (answer === "there") this.resume(app.game.id, false);
        else app.game.partFromOthers();
      },
    );
  }

  heardElsewhere(id, kept) {
    if (this.app.game?.isOvertakenBy(id, kept)) this.#elsewhere();
  }

  folder(leaf = "people") {
    showFolder(this.app, this, leaf);
  }

  debrief() {
    showDebrief(this.app, this);
  }

  /** Go back one decision, after asking. */
  back() {
    const { story, moments } = this.app.game.playthrough;
    const decided = moments.map((moment, at) => [kindOf(moment), at]).filter(([kind]) => kind);
    const last = decided.findLastIndex(([kind]) => kind !== "chance");
    if (last < 0) {
      this.app.card(say("back_ask"), [el("p", {}, say("back_none"))]);
      return;
    }
    const moment = decided[last][1] - 1;
    const { title } = story.scenes.get(moments[moment].state.scene);
    this.backTo({ moment, number: last + 1, scene_title: title }, decided.length);
  }

  /** Go back to a decision of so many, after saying what that drops. */
  backTo(made, all) {
    const count = all - made.number;
    const drops = count === 0 ? "" : say(count === 1 ? "drops_one" : "drops_many", { count });
    const text = [say("back_text", { scene: made.scene_title }), drops].filter(Boolean).join(" ");
    this.app.ask(say("back_ask"), text, say("keep"), say("back_yes"), () => {
      this.app.game.backTo(made.moment);
      this.scene();
    });
  }

  menu() {
    const { app } = this;
    const entries = [
      ["menu_on", () => {}],
      ["settings", () => this.settings(() => this.scene())],
      ["menu_code", () => this.codes(() => this.scene())],
      ["menu_keys", () => app.help()],
      ["menu_end", () => this.debrief()],
      ["menu_title", () => this.title()],
    ];
    app.card(
      say("menu"),
      (close) => [
        el(
          "div",
          { class: "ways upright" },
          entries.map(([name], at) => button(say(name), () => close(String(at)))),
        ),
      ],
      (answer) => entries[Number(answer || 0)][1](),
    );
  }

  settings(leave = () => this.title()) {
    showSettings(this.app, this, leave);
  }

  codes(leave = () => this.title()) {
    showCodes(this.app, this, leave);
  }

  about() {
    showAbout(this.app, this, () => this.title());
  }

  /** Delete all that this browser keeps of the story. */
  forget() {
    const { app } = this;
    app.store.forget();
    app.game = null;
    app.settings = readSettings(null);
    app.applied(app.settings);
    this.title();
    app.tell(say("forgotten"));
  }
}

async function open() {
  if (!canUnpack()) throw new Error(say("too_old"));
  const { compiled, words, about } = await unpacked(document.getElementById("story"));
  const story = openStory(compiled, words);
  const store = new Store(`third_chair.${story.extension || story.id}`);
  const settings = readSettings(store.settings());
  const fonts = new Fonts();
  const sounds = new Sounds(about.sounds);
  const apply = (wanted) => {
    applySettings(wanted);
    fonts.want(wanted.typeface);
    sounds.want(wanted.sound);
  };
  apply(settings);
  const app = new App({
    story,
    about,
    names: about.names,
    paint: about.paint,
    store,
    settings,
    applied: apply,
    pictures: new Pictures(),
    sounds,
    platform: new Platform(about.scorm),
    help: () => openKeys(app),
  });
  const moves = new Moves(app);
  hearControllers(app);
  app.platform.onFound(() => tellLate(app, moves));
  store.onGameElsewhere((id, kept) => moves.heardElsewhere(id, kept));
  window.addEventListener("resize", layOut);
  // Where nobody keeps the game, leaving is asked about; the browser has its own words for it.
  window.addEventListener("beforeunload", (event) => {
    const isKept = app.game?.isKept ?? true;
    const hasPlatform = app.platform.isThere && app.platform.isKeeping && !app.platform.cut;
    if (!isKept && !hasPlatform) event.preventDefault();
  });
  // Whoever closes the page in the middle of a sentence keeps the sentence; a platform hears it before the farewell.
  window.addEventListener("pagehide", () => {
    app.unsaved?.();
    app.platform.leave();
  });
  for (const event of ["beforeprint", "change"]) {
    const target = event === "change" ? window.matchMedia("print") : window;
    target.addEventListener(event, () => app.screen?.whole?.());
  }
  window
    .matchMedia("(prefers-color-scheme: dark)")
    .addEventListener("change", () => applySettings(app.settings));
  moves.title();
  await shownOnce();
  app.pictures.take(await unpacked(document.getElementById("pictures")));
  app.drawPoster();
  fonts.take(document.getElementById("fonts"));
  sounds.take(document.getElementById("sounds"));
  document.documentElement.dataset.ready = "yes";
}

/** Wait until the whole file is there and its first words have been seen: pictures and fonts come after them. */
async function shownOnce() {
  if (document.readyState === "loading") {
    await new Promise((ready) => document.addEventListener("DOMContentLoaded", ready, { once: true }));
  }
  // A tab in the background draws no frame.
  const frame = new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  await Promise.race([frame, new Promise((waited) => setTimeout(waited, 200))]);
}

/** Say that something stopped; nothing is sent to anybody. */
function stopped(problem) {
  const text = say("problem_text", { problem: problem?.message ?? problem });
  document.getElementById("page").replaceChildren(el("h1", {}, say("problem")), el("p", {}, text));
}

window.addEventListener("error", (event) => stopped(event.error ?? event.message));
window.addEventListener("unhandledrejection", (event) => stopped(event.reason));
open();
