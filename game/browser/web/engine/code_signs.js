// Signs of a replay code, a number in base 31 in groups with check signs: game/story/code_signs.py.

const SIGNS = "0123456789ABCDEFGHJKMNPQRTVWXYZ";
const GROUP = 5;
const MOST_SIGNS = 20_000;
const MEANT = new Map([...SIGNS].map((sign, value) => [sign, value]));
for (const [sign, value] of [
  ["O", 0],
  ["I", 1],
  ["L", 1],
  ["S", 5],
  ["U", 26],
])
  MEANT.set(sign, value);

export const BASE = BigInt(SIGNS.length);

/** What is no code of this story: `fault` says why, `group` which group (from 1; 0 where it is none). */
export class WrongCode extends Error {
  constructor(fault, group = 0) {
    super(fault);
    this.fault = fault;
    this.group = group;
  }
}

/** A number of so many base-31 digits as a code: `K7QM2-4TT0V-9XA`. */
export function written(number, length) {
  const values = [];
  for (let rest = number; values.length < length; rest /= BASE) values.push(Number(rest % BASE));
  const groups = [];
  for (let at = 0; at < length; at += GROUP - 1) {
    const part = values.slice(at, at + GROUP - 1);
    groups.push([...part, check(part, groups.length + 1, at + GROUP - 1 >= length)]);
  }
  return groups.map((group) => group.map((value) => SIGNS[value]).join("")).join("-");
}

/** The number of a typed code and how many base-31 digits it has. Throws WrongCode. */
export function read(code) {
  const typed = [...plainSigns(code)];
  if (!typed.length) throw new WrongCode("empty");
  if (typed.length > MOST_SIGNS) throw new WrongCode("misfit");
  try {
    return numberOf(typed);
  } catch (wrong) {
    const odd = wrong.fault === "slip" ? oddGroup(code) : 0;
    throw odd ? new WrongCode("length", odd) : wrong;
  }
}

function numberOf(typed) {
  const groups = [];
  for (let at = 0; at < typed.length; at += GROUP) {
    const values = typed.slice(at, at + GROUP).map((sign) => MEANT.get(sign));
    if (values.includes(undefined)) throw new WrongCode("sign", groups.length + 1);
    groups.push(values);
  }
  let [number, length, scale] = [0n, 0, 1n];
  for (const [at, group] of groups.entries()) {
    const isLast = at === groups.length - 1;
    if (!fits(group, at + 1, isLast)) {
      const whole = isLast && group.length === GROUP && fits(group, at + 1, false);
      throw new WrongCode(whole ? "cut" : "slip", at + 1);
    }
    for (const value of group.slice(0, -1)) {
      number += BigInt(value) * scale;
      scale *= BASE;
      length += 1;
    }
  }
  return [number, length];
}

function fits(group, number, isLast) {
  return group.length >= 2 && group[group.length - 1] === check(group.slice(0, -1), number, isLast);
}

function check(values, number, isLast) {
  const weighted = values.reduce((sum, value, at) => sum + (at + 2) * value, 0);
  return (weighted + 7 * number + (isLast ? 12 : 0)) % SIGNS.length;
}

/** A typed code in capitals, without what may stand between its groups: spaces, dashes, dots. */
function plainSigns(code) {
  return [...code.normalize("NFKC").toUpperCase()].filter((sign) => !isBetween(sign)).join("");
}

function isBetween(sign) {
  return /^[._\u00b7\u2022\u2212\p{Pd}\p{Zs}\p{Zl}\p{Zp}\p{Cc}\p{Cf}]$/u.test(sign);
}

/** The first group, as it was typed, that has not five signs; 0 where the typed groups say nothing. */
function oddGroup(code) {
  const sizes = [""];
  for (const sign of code.trim()) {
    if (!isBetween(sign)) sizes[sizes.length - 1] += sign;
    else if (sizes[sizes.length - 1]) sizes.push("");
  }
  const lengths = sizes.filter(Boolean).map((part) => [...part].length);
  if (!lengths.includes(GROUP)) return 0;
  return 1 + lengths.findIndex((size, at) => size > GROUP || (size < GROUP && at < lengths.length - 1));
}
