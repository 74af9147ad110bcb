// Conditions as trees, and the whole numbers they compare: game/story/conditions.py. Nothing is ever evaluated
// as code.

const ARITHMETIC = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  // JavaScript's 0 * -1 is a zero of its own, which is the same as 0 only once 0 was added to it.
  "*": (left, right) => left * right + 0,
};
const COMPARISONS = {
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

/** The value of a number expression in a state. */
export function number(expression, state) {
  switch (expression.is) {
    case "Constant":
      return expression.value;
    case "Read":
      return state.values[expression.variable.slot];
    case "CurrentChapter":
      return state.chapter;
    case "Negative":
      // 0 - x and not -x: JavaScript knows a negative zero.
      return 0 - number(expression.of, state);
    case "Arithmetic":
      return ARITHMETIC[expression.sign](number(expression.left, state), number(expression.right, state));
    default:
      throw new Error(`no number: ${expression.is}`);
  }
}

/** Whether a condition is true in a state; no condition always holds. */
export function holds(condition, state) {
  if (!condition) return true;
  switch (condition.is) {
    case "Compare":
      return COMPARISONS[condition.sign](number(condition.left, state), number(condition.right, state));
    case "IsTrue":
      return state.values[condition.flag.slot] === 1;
    case "Seen":
      return state.seen.has(condition.scene);
    case "Chose":
      return state.chosen.has(pair(condition.scene, condition.way));
    case "Not":
      return !holds(condition.part, state);
    case "All":
      return condition.parts.every((part) => holds(part, state));
    case "AnyOf":
      return condition.parts.some((part) => holds(part, state));
    case "Fixed":
      return condition.value;
    default:
      throw new Error(`no condition: ${condition.is}`);
  }
}

/** A scene and one of its ways as one value; an id holds no full stop. */
export function pair(scene, way) {
  return `${scene}.${way}`;
}

/** A condition and every condition inside it. */
export function partsOf(condition) {
  if (!condition) return [];
  const inner = condition.part ? [condition.part] : (condition.parts ?? []);
  return [condition, ...inner.flatMap(partsOf)];
}
