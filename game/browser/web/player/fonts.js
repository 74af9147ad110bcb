// The page's fonts, handed to the browser as bytes: no address is asked for one.
import { bytesOf } from "./packed.js";

const ALWAYS = ["serif", "narrow", "mono"];

/** The families of the page; one that no setting asks for is not unpacked. */
export class Fonts {
  #files = null;
  #wanted = new Set(ALWAYS);
  #taken = new Set();

  /** Take the fonts that stand in an element as JSON: file name -> base64. */
  take(element) {
    this.#files = JSON.parse(element.textContent);
    element.remove();
    this.#give();
  }

  /** Have a family (`sans`) ready from now on. */
  want(family) {
    this.#wanted.add(family);
    this.#give();
  }

  #give() {
    for (const [file, font] of Object.entries(this.#files ?? {})) {
      const [, family, style] = /^chair_([a-z]+)_(.+)$/.exec(file);
      if (!this.#wanted.has(family) || this.#taken.has(file)) continue;
      this.#taken.add(file);
      const face = new FontFace(`Chair ${family[0].toUpperCase()}${family.slice(1)}`, bytesOf(font), {
        weight: style.startsWith("bold") ? "700" : "400",
        style: style.endsWith("italic") ? "italic" : "normal",
      });
      document.fonts.add(face);
    }
  }
}
