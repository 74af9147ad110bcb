// A learning platform around the page, by SCORM 1.2: what it keeps is the code and as much of the answers as fits.

/** What `cmi.suspend_data` may hold, in signs (SCORM 1.2, CMIString4096). */
export const MOST_SIGNS = 4096;

/** How long a platform may take to be there, in milliseconds, and how often it is looked for. */
const PATIENCE = 30_000;
const EVERY = 250;

/** The platform's API, in the windows around this one or around the one that opened it; null where there is none. */
function foundApi() {
  for (const first of [() => window, () => window.opener, () => window.top.opener]) {
    try {
      let around = first();
      for (let far = 0; around && far < 12; far += 1) {
        if (around.API) return around.API;
        if (around.parent === around) break;
        around = around.parent;
      }
    } catch {
      // a window of another site
    }
  }
  return null;
}

/** The platform, if the page was made for one and put into one. It is told no score and no time. */
export class Platform {
  #api = null;
  #heardFound = () => {};

  constructor(isWanted) {
    this.isThere = false;
    /** Whether it took what it was given last. */
    this.isKeeping = true;
    /** How many answers it had no room for. */
    this.cut = 0;
    if (!isWanted) return;
    this.#begin();
    if (!this.isThere) this.#wait(Date.now() + PATIENCE);
  }

  /** Hear of a platform that was there only after the page. */
  onFound(heard) {
    this.#heardFound = heard;
  }

  #wait(until, every = EVERY) {
    setTimeout(() => {
      this.#begin();
      if (this.isThere) this.#heardFound();
      // One that is there and says no is asked ever more seldom: it may write each call down.
      else if (Date.now() < until) this.#wait(until, this.#api ? every * 2 : every);
    }, every);
  }

  /** Whether there is a platform that does not listen: it ended this visit when the page was opened anew. */
  get isDeaf() {
    return this.#api !== null && !this.isThere;
  }

  #begin() {
    this.#api = foundApi();
    this.isThere = this.#api !== null && this.#call("LMSInitialize", "") === "true";
    if (!this.isThere) return;
    if (!["completed", "passed"].includes(this.#get("cmi.core.lesson_status"))) {
      this.#set("cmi.core.lesson_status", "incomplete");
    }
    this.#set("cmi.core.exit", "suspend");
  }

  /** What was kept the last time: {text, code, answers}, or null. */
  kept() {
    const text = this.isThere ? this.#get("cmi.suspend_data") : "";
    const line = text.indexOf("\n");
    if (!text) return null;
    if (line < 0) return { text, code: text, answers: {} };
    const code = text.slice(0, line);
    try {
      return { text, code, answers: { ...JSON.parse(text.slice(line + 1)) } };
    } catch {
      return { text, code, answers: {} }; // cut off by the platform: the game is there all the same
    }
  }

  keep(code, answers) {
    if (!this.isThere) return;
    const [text, fitted] = suspendData(code, answers);
    this.cut = Object.keys(answers).length - fitted;
    this.fitted = fitted;
    const isSet = this.#set("cmi.suspend_data", text);
    this.isKeeping = this.#call("LMSCommit", "") === "true" && isSet;
  }

  /** Say that the debrief was reached. */
  complete() {
    if (!this.isThere) return;
    const isSet = this.#set("cmi.core.lesson_status", "completed");
    this.isKeeping = this.#call("LMSCommit", "") === "true" && isSet;
  }

  /** Say farewell: from now on it hears nothing. */
  leave() {
    if (this.isThere) this.#call("LMSFinish", "");
  }

  #get(name) {
    return this.#call("LMSGetValue", name);
  }

  #set(name, value) {
    return this.#call("LMSSetValue", name, value) === "true";
  }

  /** What the platform says, as text: the standard has "true", some platforms true. */
  #call(name, ...given) {
    try {
      return String(this.#api[name](...given) ?? "");
    } catch {
      return ""; // a platform that fails must not end the game
    }
  }
}

/** The text that the platform keeps, and how many answers are in it: whole ones, in their order. */
export function suspendData(code, answers) {
  let [text, fitted] = [code.length <= MOST_SIGNS ? code : "", 0];
  const kept = {};
  for (const [question, answer] of Object.entries(answers)) {
    const longer = `${code}\n${JSON.stringify({ ...kept, [question]: answer })}`;
    if (longer.length > MOST_SIGNS) continue;
    kept[question] = answer;
    text = longer;
    fitted += 1;
  }
  return [text, fitted];
}
