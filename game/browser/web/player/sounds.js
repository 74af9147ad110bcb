// The few quiet sounds: off until somebody wants them, and nothing is told by sound alone.
import { bytesOf, unzipped } from "./packed.js";

const LOUD = { off: 0, quiet: 0.35, full: 1 };
const STAMPED = ["order", "form"];

/** Plays what belongs to a change of the page; `cues` says which sound that is, as assets/theme.toml does. */
export class Sounds {
  #files = {};
  #made = new Map();
  #audio = null;
  #playing = null;
  #before = {};
  #isStep = false;

  constructor(cues) {
    this.cues = cues;
    this.loudness = 0;
  }

  /** Take the sounds that stand in an element as JSON: name -> base64 of a packed file. */
  take(element) {
    this.#files = JSON.parse(element.textContent);
    element.remove();
  }

  want(setting) {
    this.loudness = LOUD[setting];
    if (!this.loudness) this.#stop();
  }

  /** Another page has come up; one of the story is heard as its scene, its place or its papers, the strongest. */
  turned(view = null) {
    const place = view && (view.id in this.cues ? view.id : view.place);
    const now = view ? { place, paper: paperOf(view) } : this.#before;
    const isNew = (what) => now[what] !== this.#before[what] && now[what] in this.cues;
    const cue = isNew("place") ? now.place : isNew("paper") ? now.paper : "turn";
    this.#before = now;
    // The sound of the step is that of the page too, where nothing was told between them.
    if (cue !== "turn" || !this.#isStep) this.play(cue);
    this.#isStep = false;
  }

  /** A step of this kind was taken; `isTold` says that the page goes on with what followed it. */
  stepped(kind, isTold) {
    this.#isStep = !isTold;
    this.play(kind === "letter" ? "take" : "decide");
  }

  /** Play the sound of a cue (`turn`, `decide`, `take`); one at a time, and a browser that refuses is left alone. */
  async play(cue) {
    const name = this.cues[cue];
    if (!this.loudness || !(name in this.#files)) return;
    try {
      this.#audio ??= new AudioContext();
      if (!this.#made.has(name)) this.#made.set(name, this.#decoded(name));
      const buffer = await this.#made.get(name);
      this.#stop();
      const gain = new GainNode(this.#audio, { gain: this.loudness });
      const playing = new AudioBufferSourceNode(this.#audio, { buffer });
      playing.connect(gain).connect(this.#audio.destination);
      // A device that plays silence costs as much as one that is heard.
      playing.onended = () => {
        if (playing === this.#playing) this.#audio.suspend();
      };
      this.#playing = playing;
      this.#audio.resume();
      playing.start();
    } catch {
      // no sound device, or none that may be used
    }
  }

  async #decoded(name) {
    return this.#audio.decodeAudioData(await unzipped(bytesOf(this.#files[name])).arrayBuffer());
  }

  #stop() {
    this.#playing?.stop();
  }
}

/** The paper of a page that has a sound: `telegram`, or `order` for whatever was stamped. */
function paperOf(view) {
  const kinds = view.passages.map((passage) => passage.document);
  if (kinds.includes("telegram")) return "telegram";
  return kinds.some((kind) => STAMPED.includes(kind)) ? "order" : "";
}
