// Declared variables, every value a whole number: game/story/variables.py.

/** A value stopped at the bound that it would pass. */
export function held(variable, value) {
  return Math.max(variable.minimum, Math.min(variable.maximum, value));
}

/** A value as an author writes it: `true`, `12`, `arrested`. */
export function nameOf(variable, value) {
  if (variable.kind === "flag") return value ? "true" : "false";
  return variable.values.length ? variable.values[value] : String(value);
}

/** The value that an author writes as `name`; null where there is no such value. */
export function valueOf(variable, name) {
  if (variable.kind === "flag") return name === "true" ? 1 : name === "false" ? 0 : null;
  if (variable.values.length) {
    const position = variable.values.indexOf(name);
    return position < 0 ? null : position;
  }
  const found = /^-?[0-9]+$/.test(name) ? Number(name) : null;
  return found !== null && held(variable, found) === found ? found : null;
}

/** What a text shows for a value: a word's or fate's label, a meter's sign, a number. */
export function shown(variable, value) {
  if (variable.labels.length) return variable.labels[value];
  if (variable.signs.length) {
    const reached = variable.signs.filter(([threshold]) => threshold <= value);
    return (reached.length ? reached[reached.length - 1] : variable.signs[0])[1];
  }
  return nameOf(variable, value);
}
