// What a player has set, and how the page shows it.

export const SIZES = { least: 80, most: 200, step: 10 };

const AT_FIRST = {
  size: 100,
  typeface: "serif",
  spacing: "normal",
  theme: "auto",
  contrast: false,
  motion: false,
  skip: false,
  talk: true,
  letters: true,
  read: false,
  typed: false,
  sound: "off",
  projector: false,
  forget: false,
  notes: [],
};

const KINDS = {
  typeface: ["serif", "sans", "legible"],
  spacing: ["close", "normal", "wide"],
  theme: ["auto", "light", "dark"],
  sound: ["off", "quiet", "full"],
};

/** The settings as they are kept; what is missing or damaged is as at first, or as the system asks. */
export function readSettings(kept) {
  const asked = (query) => window.matchMedia(query).matches;
  const fresh = {
    ...AT_FIRST,
    contrast: asked("(prefers-contrast: more)"),
    motion: asked("(prefers-reduced-motion: reduce)"),
  };
  const found = kept !== null && typeof kept === "object" ? kept : {};
  const settings = {};
  for (const [name, first] of Object.entries(fresh)) {
    const value = found[name];
    const isKind = name in KINDS ? KINDS[name].includes(value) : typeof value === typeof first;
    settings[name] = isKind ? value : first;
  }
  settings.size = Math.min(SIZES.most, Math.max(SIZES.least, Math.round(settings.size)));
  settings.notes = Array.isArray(settings.notes) ? settings.notes.map(String) : [];
  return settings;
}

/** Show the page as the settings say. */
export function applySettings(settings) {
  const root = document.documentElement;
  const isDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  root.style.setProperty("--scale", String(settings.size / 100));
  root.dataset.theme = settings.theme === "auto" ? (isDark ? "dark" : "light") : settings.theme;
  root.dataset.contrast = settings.contrast ? "high" : "normal";
  root.dataset.typeface = settings.typeface;
  root.dataset.spacing = settings.spacing;
  root.dataset.motion = settings.motion ? "less" : "normal";
  root.dataset.projector = settings.projector ? "on" : "off";
  layOut();
}

/** Put the picture beside the text, or above it where the text would have no room. */
export function layOut() {
  const root = document.documentElement;
  const em = parseFloat(getComputedStyle(root).fontSize);
  const isWide = window.innerWidth / em >= 58 && window.innerHeight / em >= 24;
  root.dataset.layout = isWide && root.dataset.projector !== "on" ? "side" : "band";
}
