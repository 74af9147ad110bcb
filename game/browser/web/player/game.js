// The game that is open: its playthrough, kept after every step, and the chance that draws.
import { answered, backTo, begin, choose, drawn, voted } from "../engine/playthrough.js";
import { fromSave, toSave } from "../engine/replay.js";
import { resultView, sceneView } from "../engine/scene_view.js";
import { CONTINUE } from "../engine/story.js";
import { longDate } from "../engine/words.js";

/** One game under its id. `onKept` hears of every change, `onElsewhere` that another window went on with it. */
export class Game {
  #stamp = "";
  #view = null;

  constructor(store, playthrough, id = newId()) {
    this.store = store;
    this.playthrough = playthrough;
    this.id = id;
    this.isKept = true;
    /** What followed the last step, while it is still to be read: {view, number, result} of the page before. */
    this.followed = null;
    this.onKept = () => {};
    this.onElsewhere = () => {};
  }

  static begun(store, story, start = null) {
    return new Game(store, begin(story, start));
  }

  /** A game of the store, played again; throws UnreadableSave. Returns [game, the replay]. */
  static resumed(store, story, id) {
    const kept = store.game(id);
    const replay = fromSave(story, kept.save);
    // A save that no longer fits keeps what it held; the game goes on under another id.
    const game = new Game(store, replay.playthrough, replay.stoppedAt ? newId() : id);
    if (!replay.stoppedAt) game.#stamp = kept.stamp;
    return [game, replay];
  }

  get view() {
    this.#view ??= sceneView(this.playthrough);
    return this.#view;
  }

  /** What followed the last step, or null. */
  get result() {
    return resultView(this.playthrough);
  }

  take(way) {
    this.followed = null;
    this.#become(choose(this.playthrough, way));
  }

  /** Continue, or let chance draw. */
  goOn() {
    const isDraw = this.view.leads === "draw";
    this.take(isDraw ? drawn(this.playthrough.ways, lot()).id : CONTINUE);
  }

  backTo(moment) {
    this.followed = null;
    this.#become(backTo(this.playthrough, moment));
  }

  answer(question, text) {
    this.#become(answered(this.playthrough, question, text));
  }

  /** Count the hands of a class for a way of this page. */
  count(way, hands) {
    this.#become(voted(this.playthrough, way, hands));
  }

  save() {
    return { ...toSave(this.playthrough), label: labelOf(this.playthrough) };
  }

  /** Keep the game, unless another window has gone on with it meanwhile. */
  keep() {
    const isMine = this.store.isAsLeft(this.id);
    const there = isMine || this.store.game(this.id);
    if (there && !isMine && there.stamp !== this.#stamp) {
      this.onElsewhere();
      return;
    }
    const { steps, answers, votes } = this.playthrough;
    // A game of no step and nothing written is not worth a place among the games that are kept.
    const isNothing = !steps.length && !Object.keys(answers).length && !Object.keys(votes).length;
    if (isNothing && !there) return;
    this.#stamp = newId();
    const label = { ...labelOf(this.playthrough), steps: steps.length };
    this.isKept = this.store.keepGame(this.id, {
      save: this.save(),
      label,
      at: Date.now(),
      stamp: this.#stamp,
    });
    this.onKept();
  }

  /** Whether a game that another window has kept is this one, as it no longer is here. */
  isOvertakenBy(id, kept) {
    return id === this.id && kept?.stamp !== this.#stamp;
  }

  /** Take another id, so that both games stay. */
  partFromOthers() {
    this.id = newId();
    this.#stamp = "";
    this.keep();
  }

  #become(playthrough) {
    this.playthrough = playthrough;
    this.#view = null;
    this.keep();
  }
}

/** Take up a save: [game, replay]. Throws UnreadableSave. */
export function gameOfSave(store, story, save) {
  const replay = fromSave(story, save);
  const game = new Game(store, replay.playthrough);
  game.keep();
  return [game, replay];
}

function labelOf(playthrough) {
  const { story, scene, state, isOver } = playthrough;
  return {
    scene_title: scene.title,
    date: scene.date,
    is_over: isOver,
    name: "",
    chapter: story.chapters[state.chapter].title,
    place: scene.place,
  };
}

/** Where a kept game stands, in a line: page, chapter, date in the story. */
export function standsAt(label, story) {
  const date = longDate(label.date ?? "", story.words.months);
  return [label.scene_title, label.chapter, date].filter(Boolean).join(" · ");
}

/** A number in 0..1 (1 excluded) from the browser's own randomness. */
function lot() {
  return crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;
}

function newId() {
  return [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
