// Dates as views show them: game/story/words.py. The words themselves come with the compiled pack.

/** `1937-07-03` as `3 July 1937`, `1937-07` as `July 1937`; anything else as it is. */
export function longDate(date, months) {
  const parts = date.split("-");
  if (parts.length > 3 || !parts.every((part) => /^[0-9]+$/.test(part))) return date;
  if (parts.length > 1 && !(Number(parts[1]) >= 1 && Number(parts[1]) <= 12)) return date;
  const day = parts.length === 3 ? [String(Number(parts[2]))] : [];
  const month = parts.length > 1 ? [months[Number(parts[1]) - 1]] : [];
  return [...day, ...month, parts[0]].join(" ");
}

/** A whole number as `353,074`. */
export function inFigures(number) {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
