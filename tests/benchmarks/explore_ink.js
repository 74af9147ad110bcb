// Explores an ink story by save states, as one would with inkjs alone: load a state, choose, read on, save.
// node explore_ink.js STORY.ink SECONDS  ->  {"states": N, "seconds": S}
"use strict";
const fs = require("fs");
const { Compiler } = require("inkjs/full");

const story = new Compiler(fs.readFileSync(process.argv[2], "utf8")).Compile();
const limit = Number(process.argv[3]) * 1000;
const place = () => {
  // What the story stands on: without the counters of turns, which grow for ever and keep any two states apart.
  const state = JSON.parse(story.state.ToJson());
  for (const key of ["visitCounts", "turnIndices", "turnIdx", "storySeed", "previousRandom"]) delete state[key];
  return JSON.stringify(state);
};
story.ContinueMaximally();
const known = new Set([place()]);
let todo = [story.state.ToJson()];
const begun = Date.now();
while (todo.length && Date.now() - begun < limit) {
  const fresh = [];
  for (const saved of todo) {
    story.state.LoadJson(saved);
    const ways = story.currentChoices.length;
    for (let way = 0; way < ways; way++) {
      if (way) story.state.LoadJson(saved);
      story.ChooseChoiceIndex(way);
      story.ContinueMaximally();
      const here = place();
      if (!known.has(here)) {
        known.add(here);
        fresh.push(story.state.ToJson());
      }
    }
    if (Date.now() - begun >= limit) break;
  }
  todo = fresh;
}
console.log(JSON.stringify({ states: known.size, seconds: (Date.now() - begun) / 1000 }));
