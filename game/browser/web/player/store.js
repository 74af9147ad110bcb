// What this browser keeps: games and settings, under the name of the story. A browser may refuse; then the page
// says so, and the game is played all the same.

const MOST_GAMES = 12;
const ONLY_IN_TAB = "third_chair.only_in_tab";

/** Games and settings in the browser's storage, for good or until the tab is closed. */
export class Store {
  #area;
  #isSession;
  #here = new Map();
  #left = { id: "", text: "" };

  constructor(name) {
    this.name = name;
    const session = reached("sessionStorage");
    const isOnlyInTab = attempt(() => session.getItem(ONLY_IN_TAB)) === "yes";
    this.#area = isOnlyInTab ? session : reached("localStorage");
    this.#isSession = isOnlyInTab;
  }

  /** Where things are kept: `browser`, `session` (until the tab is closed) or `none`. */
  get where() {
    if (!this.#area) return "none";
    return this.#isSession ? "session" : "browser";
  }

  /** The settings as they were kept, or null. */
  settings() {
    return parsed(this.#read("settings"));
  }

  /** Keep the settings. */
  keepSettings(settings) {
    this.#write("settings", JSON.stringify(settings));
  }

  /** The games kept here, the newest first: {id, save, label, at, stamp}. */
  games() {
    const prefix = this.#key("game.");
    const found = this.#keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ ...parsed(this.#get(key)), id: key.slice(prefix.length) }))
      .filter((game) => game.save && game.label);
    return found.sort((a, b) => b.at - a.at);
  }

  /** One game, or null. */
  game(id) {
    return parsed(this.#read(`game.${id}`));
  }

  /** Whether a game is here just as this page kept it the last time: then there is nothing to read. */
  isAsLeft(id) {
    return this.#left.id === id && this.#left.text === this.#read(`game.${id}`);
  }

  /** Keep a game; the oldest of too many go. Returns whether the browser took it. */
  keepGame(id, game) {
    const isNew = !this.isAsLeft(id) && this.#read(`game.${id}`) === null;
    this.#left = { id, text: JSON.stringify(game) };
    const kept = this.#write(`game.${id}`, this.#left.text);
    if (isNew) for (const old of this.games().slice(MOST_GAMES)) this.dropGame(old.id);
    return kept;
  }

  dropGame(id) {
    this.#remove(this.#key(`game.${id}`));
  }

  /** Delete all that this story has kept. */
  forget() {
    for (const key of this.#keys().filter((known) => known.startsWith(`${this.name}.`))) this.#remove(key);
  }

  /** From now on keep things only until the tab is closed, or for good again; what is there moves along. */
  keepOnlyInTab(isOnly) {
    const all = this.#keys()
      .filter((key) => key.startsWith(`${this.name}.`))
      .map((key) => [key, this.#get(key)]);
    this.forget();
    const session = reached("sessionStorage");
    attempt(() => (isOnly ? session.setItem(ONLY_IN_TAB, "yes") : session.removeItem(ONLY_IN_TAB)));
    this.#area = isOnly ? session : reached("localStorage");
    this.#isSession = isOnly;
    for (const [key, text] of all) this.#set(key, text);
  }

  /** Hear of a game that another window of this browser has kept. */
  onGameElsewhere(heard) {
    window.addEventListener("storage", (event) => {
      const prefix = this.#key("game.");
      if (event.key?.startsWith(prefix) && event.newValue)
        heard(event.key.slice(prefix.length), parsed(event.newValue));
    });
  }

  #key(name) {
    return `${this.name}.${name}`;
  }

  #read(name) {
    return this.#get(this.#key(name));
  }

  #write(name, text) {
    return this.#set(this.#key(name), text);
  }

  #keys() {
    return [...new Set([...(attempt(() => Object.keys(this.#area)) ?? []), ...this.#here.keys()])];
  }

  #get(key) {
    // What the browser did not take is newer than what it has.
    return this.#here.get(key) ?? attempt(() => this.#area.getItem(key)) ?? null;
  }

  #set(key, text) {
    const kept = attempt(() => {
      this.#area.setItem(key, text);
      return true;
    });
    // Without storage a game lives as long as the page.
    if (kept) this.#here.delete(key);
    else this.#here.set(key, text);
    return Boolean(kept);
  }

  #remove(key) {
    attempt(() => this.#area.removeItem(key));
    this.#here.delete(key);
  }
}

/** A storage of the browser; null where it is refused, which it may be by throwing. */
function reached(name) {
  return attempt(() => {
    const area = window[name];
    area.setItem("third_chair.works", "yes");
    area.removeItem("third_chair.works");
    return area;
  });
}

function attempt(act) {
  try {
    return act();
  } catch {
    return null;
  }
}

function parsed(text) {
  return text ? attempt(() => JSON.parse(text)) : null;
}
