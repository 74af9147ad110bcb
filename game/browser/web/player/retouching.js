// A photograph whose people are painted out of it, as the text of an SVG: game/pages/retouching.py, to which
// tests hold it sign by sign.

const ROWS = [537, 567];
const INSET = 30;
const PERSON = /<g id="person_(\w+)" transform="translate\(([-\d.]+)/g;
const TAG = /<g\b[^>]*?(\/?)>|<\/g>/g;

/** How far from the left everybody in a picture stands, in its units without the mount: a Map by id. */
export function heads(svg) {
  return new Map([...svg.matchAll(PERSON)].map(([, person, left]) => [person, Number(left)]));
}

/** Where somebody's name stands on the plate: [left, bottom]. */
export function placeOnPlate(svg, person) {
  const all = heads(svg);
  const across = [...all.values()].sort((a, b) => a - b);
  return [all.get(person) + INSET, ROWS[across.indexOf(all.get(person)) % 2]];
}

/** A picture without these people; those of `housePaint` are gone under broad strokes. */
export function retouched(svg, gone, housePaint, paint) {
  const people = [...heads(svg).keys()];
  let painted = svg;
  people.forEach((person, position) => {
    if (gone.includes(person))
      painted = covered(painted, person, position, paint, housePaint.includes(person));
  });
  if (!painted.includes("empty_plate")) return painted;
  const patches = people.filter((person) => gone.includes(person) && housePaint.includes(person));
  return painted.replaceAll(
    "</svg>",
    `${patches.map((person) => patch(painted, person, paint)).join("")}</svg>`,
  );
}

function covered(svg, person, position, paint, inHousePaint) {
  const begin = svg.indexOf(`<g id="person_${person}"`);
  let depth = 0;
  TAG.lastIndex = begin;
  for (let tag = TAG.exec(svg); tag; tag = TAG.exec(svg)) {
    depth += tag[0] === "</g>" ? -1 : tag[1] ? 0 : 1;
    if (depth > 0) continue;
    const end = tag.index + tag[0].length;
    const colour = inHousePaint ? paint.house : paint.retouch;
    const flat = svg
      .slice(begin, end)
      .replace(/(fill|stroke)="#[0-9a-fA-F]{3,8}"/g, `$1="${colour}"`)
      .replace(
        /(<(?:path|polygon|circle|ellipse|rect)\b)(?![^>]*stroke)/g,
        `$1 stroke="${colour}" stroke-width="4"`,
      );
    const marks = (inHousePaint ? houseStrokes : brushMarks)(position, colour).join("");
    return `${svg.slice(0, begin)}${flat.replace(/<\/g>$/, "")}${marks}</g>${svg.slice(end)}`;
  }
  return svg;
}

/** The retoucher's brush: every stroke nearly the tone of the wall, and none of them quite. */
function brushMarks(position, colour) {
  const [light, dark] = [toned(colour, 7), toned(colour, -7)];
  const turn = position % 2 ? 1 : -1;
  const marks = [
    [
      light,
      [
        [-30, -14],
        [22, -34],
        [26, -18],
        [-24, 4],
      ],
    ],
    [
      dark,
      [
        [-44, 84],
        [30, 44],
        [40, 60],
        [-40, 108],
      ],
    ],
    [
      light,
      [
        [-46, 136],
        [44, 84],
        [48, 104],
        [-44, 164],
      ],
    ],
    [
      dark,
      [
        [-20, 22],
        [14, 8],
        [18, 20],
        [-16, 36],
      ],
    ],
    [
      dark,
      [
        [-44, 190],
        [46, 146],
        [50, 160],
        [-44, 210],
      ],
    ],
  ];
  return marks.map(([tone, points]) =>
    polygon(
      tone,
      points.map(([x, y]) => [turn * x, y + (position % 3) * 3]),
    ),
  );
}

/** House paint: a broad brush up and down, streaks, and no care for the edge. */
function houseStrokes(position, colour) {
  const [light, dark] = [toned(colour, 16), toned(colour, -18)];
  const strokes = [];
  for (let stroke = 0; stroke < 5; stroke += 1) {
    const x = -62 + stroke * 25;
    const slip = (stroke * 7 + position * 5) % 13;
    const top = -58 - slip + (stroke === 0 || stroke === 4 ? 34 : 0);
    const bottom = 214 + slip;
    const lean = slip - 6;
    strokes.push(
      polygon(colour, [
        [x + lean, top + 8],
        [x + 31 + lean, top],
        [x + 33 - lean, bottom],
        [x - 2 - lean, bottom - 9],
      ]),
    );
    for (const [streak, tone] of [
      [6 + (slip % 5), light],
      [17, dark],
      [24 - (slip % 4), light],
    ]) {
      const [high, low] = [x + streak + lean, x + streak - lean];
      strokes.push(
        polygon(tone, [
          [high, top + 12],
          [high + 2.4, top + 10],
          [low + 3, bottom - 16],
          [low, bottom - 22],
        ]),
      );
    }
  }
  return strokes;
}

/** The name on the plate, painted over with the same brush. */
function patch(svg, person, paint) {
  const [left, bottom] = placeOnPlate(svg, person);
  const y = bottom - 8;
  return polygon(paint.house, [
    [left - 58, y - 12],
    [left + 60, y - 15],
    [left + 57, y + 12],
    [left - 61, y + 14],
  ]);
}

function polygon(colour, points) {
  return `<polygon points="${points.map(([x, y]) => `${short(x)},${short(y)}`).join(" ")}" fill="${colour}"/>`;
}

/** A number in at most six digits, as Python's `g` writes it. */
function short(number) {
  return String(Number(number.toPrecision(6)) + 0);
}

/** A colour lighter or darker by so many steps of 255. */
function toned(colour, by) {
  const parts = [1, 3, 5].map((at) =>
    Math.max(0, Math.min(255, parseInt(colour.slice(at, at + 2), 16) + by)),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
