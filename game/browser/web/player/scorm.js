// A learning platform around the page, by SCORM 1.2: what it keeps is the code and as much of the answers as fits.

/** What `cmi.suspend_data` may hold, in signs (SCORM 1.2, CMIString4096). */
export const MOST_SIGNS = 4096;

/** The platform's API, found in the windows around this one; null where there is none. */
function foundApi() {
  for (const start of [window, window.opener]) {
    let around = start;
    for (let far = 0; around && far < 12; far += 1) {
      try {
        if (around.API) return around.API;
      } catch {
        break; // a window of another site
      }
      if (around.parent === around) break;
      around = around.parent;
    }
  }
  return null;
}

/** The platform, if the page was put into one. It is told no score and no time. */
export class Platform {
  #api;

  constructor() {
    this.#api = foundApi();
    this.isThere = Boolean(this.#api) && this.#call("LMSInitialize", "") === "true";
    /** How many answers the platform had no room for. */
    this.cut = 0;
    if (!this.isThere) return;
    if (!["completed", "passed"].includes(this.#get("cmi.core.lesson_status"))) {
      this.#set("cmi.core.lesson_status", "incomplete");
    }
    this.#set("cmi.core.exit", "suspend");
    window.addEventListener("pagehide", () => this.#call("LMSFinish", ""), { once: true });
  }

  /** What was kept the last time: {code, answers}, or null. */
  kept() {
    const text = this.isThere ? this.#get("cmi.suspend_data") : "";
    const line = text.indexOf("\n");
    if (!text) return null;
    try {
      return {
        code: line < 0 ? text : text.slice(0, line),
        answers: line < 0 ? {} : JSON.parse(text.slice(line + 1)),
      };
    } catch {
      return null;
    }
  }

  keep(code, answers) {
    if (!this.isThere) return;
    const [text, fitted] = suspendData(code, answers);
    this.cut = Object.keys(answers).length - fitted;
    this.fitted = fitted;
    this.#set("cmi.suspend_data", text);
    this.#call("LMSCommit", "");
  }

  /** Say that the debrief was reached. */
  complete() {
    if (!this.isThere) return;
    this.#set("cmi.core.lesson_status", "completed");
    this.#call("LMSCommit", "");
  }

  #get(name) {
    return String(this.#call("LMSGetValue", name) ?? "");
  }

  #set(name, value) {
    return this.#call("LMSSetValue", name, value);
  }

  #call(name, ...given) {
    try {
      return this.#api[name](...given);
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
