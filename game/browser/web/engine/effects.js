// Effects, and what they changed: game/story/effects.py.
import { number } from "./conditions.js";
import { held } from "./variables.js";

/** The state after the effects, run in order and each held within its bounds, and the changes. */
export function apply(effects, state) {
  const values = [...state.values];
  const changes = [];
  for (const effect of effects) {
    const { variable, sign } = effect;
    const before = values[variable.slot];
    const amount = number(effect.value, { ...state, values });
    const wanted = sign === "=" ? amount : sign === "+=" ? before + amount : before - amount;
    const after = held(variable, wanted);
    values[variable.slot] = after;
    if (after !== before) changes.push({ variable, before, after });
  }
  return [changes.length ? { ...state, values } : state, changes];
}
