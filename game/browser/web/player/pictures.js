// Drawings as images: whatever a pack's SVG holds, an image runs nothing and fetches nothing.
import { el } from "./dom.js";
import { heads, placeOnPlate, retouched } from "./retouching.js";

const FIGURES = "http://www.w3.org/2000/svg";

/** The pictures of the page, once they are unpacked; before that every place is empty. */
export class Pictures {
  #svg = { places: {}, portraits: {} };
  #made = new Map();

  take(svg) {
    this.#svg = svg;
  }

  has(kind, name) {
    return Object.hasOwn(this.#svg[kind], name);
  }

  /** The text of a picture of a place; empty where there is none. */
  text(name) {
    return this.has("places", name) ? this.#svg.places[name] : "";
  }

  /** The address of a picture, painted over as `retouch` ({gone, housePaint, paint}) says; empty of none. */
  address(kind, name, retouch = null) {
    if (!this.has(kind, name)) return "";
    const isPainted = retouch?.gone.length && this.#svg[kind][name].includes('id="person_');
    const key = [kind, name, isPainted ? JSON.stringify(retouch) : ""].join(" ");
    if (!this.#made.has(key)) {
      const svg = this.#svg[kind][name];
      const painted = isPainted ? retouched(svg, retouch.gone, retouch.housePaint, retouch.paint) : svg;
      this.#made.set(key, `data:image/svg+xml;charset=utf-8,${encodeURIComponent(painted)}`);
    }
    return this.#made.get(key);
  }

  /** An image, or nothing where there is none. Without a description it is decoration. */
  image(kind, name, text, retouch = null) {
    const src = this.address(kind, name, retouch);
    return src ? el("img", { src, alt: text, decoding: "async" }) : "";
  }

  /** Where a picture is centred when only a band of it shows, from 0 to 100 from its top. */
  band(name) {
    const root = /<svg\b[^>]*>/.exec(this.#svg.places[name] ?? "")?.[0] ?? "";
    const centre = Number(/data-band="([\d.]+)"/.exec(root)?.[1] ?? 384) / 768;
    return Math.min(100, Math.max(0, ((centre - 0.06) / 0.88) * 100));
  }
}

/** The photograph with the names under the heads of those who are still in it; nothing where it has no picture. */
export function photographPrint(pictures, photograph, described, retouch) {
  const svg = pictures.text("presidium_1934");
  if (!photograph.people.every((person) => heads(svg).has(person.id))) return "";
  const room = (2 * 780) / Math.max(1, photograph.people.length);
  const longest = Math.max(1, ...photograph.people.map((person) => person.short.length));
  const size = Math.min(28, room / longest / 0.5);
  const figure = (tag, attributes) => {
    const made = document.createElementNS(FIGURES, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const print = figure("svg", {
    viewBox: "0 0 900 600",
    role: "img",
    "aria-label": described,
    class: "print",
  });
  const href = pictures.address("places", "presidium_1934", retouch);
  print.append(figure("image", { href, width: 900, height: 600 }));
  for (const person of photograph.people.filter((known) => !retouch.gone.includes(known.id))) {
    const [x, y] = placeOnPlate(svg, person.id);
    const name = figure("text", { x, y, "text-anchor": "middle", "font-size": size, fill: "#16130f" });
    name.textContent = person.short;
    print.append(name);
  }
  return print;
}
