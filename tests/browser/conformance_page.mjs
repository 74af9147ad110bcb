// The conformance of the engine for a browser: joined like the page's own script.
import { Conformance } from "./conformance.mjs";

globalThis.conformance = new Conformance();
