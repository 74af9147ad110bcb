// Plays a file of vectors (tests/browser/vectors.py says what stands in it) and compares all that is shown.
import { answered, begin, backTo, choose, drawn, voted } from "../../game/browser/web/engine/playthrough.js";
import { debriefView } from "../../game/browser/web/engine/debrief.js";
import { photographOf } from "../../game/browser/web/engine/photograph.js";
import { endingView, resultView, sceneView } from "../../game/browser/web/engine/scene_view.js";
import { UnreadableSave, fromSave, toSave } from "../../game/browser/web/engine/replay.js";
import { fromCode, toCode } from "../../game/browser/web/engine/replay_code.js";
import { WrongCode } from "../../game/browser/web/engine/code_signs.js";
import { openStory } from "../../game/browser/web/engine/story.js";
import { retouched } from "../../game/browser/web/player/retouching.js";

/** Holds the engine to vectors, line by line; a difference throws with the place where it stands. */
export class Conformance {
  constructor() {
    this.story = null;
    this.views = [];
    this.plays = 0;
    this.compared = 0;
  }

  line(line) {
    if ("vectors" in line) {
      this.story = openStory(line.compiled, line.words);
      this.views = [];
    } else if ("view" in line) {
      this.views[line.view] = line.is;
    } else if ("picture" in line) {
      const painted = retouched(line.picture, line.gone, line.house_paint, line.paint);
      this.#equal(painted, line.painted, `a picture without ${line.gone}`);
    } else if ("load" in line) {
      this.#loaded(line);
    } else if ("typed" in line) {
      this.#typed(line);
    } else {
      this.#play(line);
    }
  }

  /** A save: what it gives, or why it is none. */
  #loaded({ load, ...wanted }) {
    let found;
    try {
      const { playthrough, stoppedAt, stepsLost } = fromSave(this.story, load);
      const stopped = stoppedAt && [stoppedAt.scene, stoppedAt.way];
      found = { gives: toSave(playthrough), stopped_at: stopped, steps_lost: stepsLost };
    } catch (problem) {
      if (!(problem instanceof UnreadableSave)) throw problem;
      found = { says: problem.message };
    }
    this.#equal(found, wanted, "a save");
  }

  /** A code as somebody typed it: what it stands for, or what is wrong with it. */
  #typed({ typed, stands_for: standsFor, fault, group }) {
    let found;
    try {
      found = { standsFor: toCode(fromCode(this.story, typed)) };
    } catch (wrong) {
      if (!(wrong instanceof WrongCode)) throw wrong;
      found = { fault: wrong.fault, group: wrong.group };
    }
    this.#equal(found, standsFor ? { standsFor } : { fault, group }, `typed ${JSON.stringify(typed)}`);
  }

  #play({ play, start, moves }) {
    let playthrough = begin(this.story, start);
    for (const [position, move] of moves.entries()) {
      const where = `play ${play}, move ${position}`;
      try {
        playthrough = this.#moved(playthrough, move, where);
      } catch (problem) {
        if (problem instanceof Difference) throw problem;
        throw new Difference(`${where}: ${problem.stack}`);
      }
    }
    this.plays += 1;
  }

  #moved(playthrough, move, where) {
    if ("choose" in move) return choose(playthrough, move.choose);
    if ("back_to" in move) return backTo(playthrough, move.back_to);
    if ("answer" in move) return answered(playthrough, ...move.answer);
    if ("vote" in move) return voted(playthrough, ...move.vote);
    if ("at" in move) {
      const photograph = photographOf(playthrough);
      const shown = [sceneView(playthrough), resultView(playthrough), endingView(playthrough), photograph];
      const names = ["scene", "result", "ending", "photograph"];
      names.forEach((name, i) => this.#same(shown[i], move.at[i], `${where}, ${name}`));
    }
    if ("lot" in move) this.#equal(drawn(playthrough.ways, move.lot).id, move.draws, `${where}, draw`);
    if ("debrief" in move) this.#same(debriefView(playthrough), move.debrief, `${where}, debrief`);
    if ("save" in move) {
      this.#same(toSave(playthrough), move.save, `${where}, save`);
      const again = fromSave(this.story, JSON.parse(JSON.stringify(toSave(playthrough))));
      this.#equal(toSave(again.playthrough), toSave(playthrough), `${where}, loaded`);
      this.#equal(sceneView(again.playthrough), sceneView(playthrough), `${where}, loaded`);
    }
    if ("code" in move) {
      this.#equal(toCode(playthrough), move.code, `${where}, code`);
      const again = fromCode(this.story, move.code.toLowerCase().replaceAll("-", " "));
      this.#equal(again.steps, playthrough.steps, `${where}, steps of the code`);
      this.#equal(sceneView(again), sceneView(playthrough), `${where}, page of the code`);
    }
    if ("refused" in move) {
      if (playthrough.ways.some((way) => way.id === move.refused)) {
        throw new Difference(`${where}: ${move.refused} is open`);
      }
    }
    return playthrough;
  }

  #same(shown, number, where) {
    this.#equal(shown, number === null ? null : this.views[number], where);
  }

  #equal(shown, wanted, where) {
    this.compared += 1;
    if (isSame(shown, wanted)) return;
    throw new Difference(`${where}: ${firstDifference(shown, wanted, "")}`);
  }
}

class Difference extends Error {}

function isObject(value) {
  return value !== null && typeof value === "object";
}

/** Whether two values are the same JSON; the order of keys says nothing, that of a list does. */
function isSame(shown, wanted) {
  if (!isObject(shown) || !isObject(wanted)) return Object.is(shown, wanted);
  const keys = Object.keys(wanted);
  return (
    Array.isArray(shown) === Array.isArray(wanted) &&
    keys.length === Object.keys(shown).length &&
    keys.every((key) => Object.hasOwn(shown, key) && isSame(shown[key], wanted[key]))
  );
}

function firstDifference(shown, wanted, path) {
  if (!isObject(shown) || !isObject(wanted)) {
    return `${path || "the whole"} is ${JSON.stringify(shown)}, wanted ${JSON.stringify(wanted)}`;
  }
  const keys = [...new Set([...Object.keys(wanted), ...Object.keys(shown)])];
  const differs = keys.find((key) => !isSame(shown[key], wanted[key]));
  return firstDifference(shown[differs], wanted[differs], `${path}/${differs}`);
}
