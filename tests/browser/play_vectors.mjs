// node play_vectors.mjs FILE...: holds the engine to files of vectors and says how much was compared.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

import { Conformance } from "./conformance.mjs";

let plays = 0;
let compared = 0;
for (const file of process.argv.slice(2)) {
  const conformance = new Conformance();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    try {
      conformance.line(JSON.parse(line));
    } catch (problem) {
      console.error(`${file}: ${problem.message}`);
      process.exit(1);
    }
    if (line.startsWith('{"vectors"')) ((plays += conformance.plays), (conformance.plays = 0));
  }
  plays += conformance.plays;
  compared += conformance.compared;
}
console.log(JSON.stringify({ plays, compared }));
