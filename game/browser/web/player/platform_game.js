// A game that a learning platform kept, taken up again.
import { fromSave } from "../engine/replay.js";
import { fromCode, toCode } from "../engine/replay_code.js";
import { el } from "./dom.js";
import { Game } from "./game.js";
import { suspendData } from "./scorm.js";
import { say } from "./words.js";

/** Go on where the learning platform says; this browser may hold the same game with answers that found no room. */
export function takeUpFromPlatform(app, moves, kept) {
  try {
    const here = sameHere(app, kept);
    const [game] = here
      ? Game.resumed(app.store, app.story, here.id)
      : [new Game(app.store, fromCode(app.story, kept.code))];
    for (const [question, answer] of Object.entries(kept.answers))
      if (game.playthrough.answers[question] !== answer) game.answer(question, String(answer));
    moves.open(game, "", false);
  } catch {
    leadsNowhere(app, kept.answers, () => moves.start(null, false));
  }
}

/** Go to another game; what a platform keeps of the last one, and nobody else does, is asked about before. */
export function askedBefore(app, begin) {
  const kept = app.platform.kept();
  if (!kept?.code || sameHere(app, kept)) begin();
  else app.ask(say("platform_one"), say("platform_one_text"), say("keep"), say("platform_one_yes"), begin);
}

/** A platform that is there only now is told of the game that has begun, unless it keeps another one. */
export function tellLate(app, moves) {
  const kept = app.platform.kept();
  const { game } = app;
  if (!game && ["title", "note"].includes(app.screen.name)) moves.title();
  else if (game && (!kept?.code || sameHere(app, kept))) game.onKept();
  else if (game) {
    const there = () => takeUpFromPlatform(app, moves, kept);
    app.ask(say("platform_late"), say("platform_late_text"), say("elsewhere_here"), say("elsewhere_there"), there);
  }
}

/** The game of this browser that told the platform what it keeps; another person's may stand at the same place. */
function sameHere(app, kept) {
  return app.store.games().find((known) => toldOf(app.story, known.save) === kept.text);
}

/** The story has another version now: what was written must not be lost with the game. */
function leadsNowhere(app, answers, goOn) {
  const written = Object.values(answers).map((answer) =>
    el("p", { class: "answer", dir: "auto" }, String(answer)),
  );
  const lead = written.length ? el("p", {}, say("platform_written")) : "";
  app.card(
    say("continue"),
    [el("p", {}, say("platform_old")), lead, ...written].filter(Boolean),
    goOn,
  );
}

/** What a platform is told of a save; "" of one that cannot be followed. */
function toldOf(story, save) {
  try {
    const { playthrough } = fromSave(story, save);
    return suspendData(toCode(playthrough), playthrough.answers)[0];
  } catch {
    return "";
  }
}
