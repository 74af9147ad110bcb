// Codes and files: a game out of this browser, and into it.
import { WrongCode } from "../engine/code_signs.js";
import { fromCode, toCode } from "../engine/replay_code.js";
import { UnreadableSave } from "../engine/replay.js";
import { Game, gameOfSave } from "./game.js";
import { button, el, section } from "./dom.js";
import { fileName, pickedFile, saveFile } from "./files.js";
import { fill, say } from "./words.js";

/** The code of the open game, with what can be done with it. */
export function codeBlock(app) {
  const code = toCode(app.game.playthrough);
  const shown = el(
    "p",
    { class: "code", id: "code", tabindex: "-1" },
    code.split("-").flatMap((group, at) => [at ? "-" : "", el("span", {}, group), el("wbr")]),
  );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      app.tell(say("copied"));
      copied.textContent = say("copied");
    } catch {
      getSelection().selectAllChildren(shown);
      copied.textContent = say("copy_not");
      app.tell(say("copy_not"));
    }
  };
  const copied = el("span", { class: "soft", "aria-hidden": "true" });
  const save = () => {
    const name = fileName(app.story, "json");
    saveFile(name, JSON.stringify(app.game.save(), null, 1), "application/json");
    app.tell(say("saved_file", { name }));
    copied.textContent = say("saved_file", { name });
  };
  return el(
    "section",
    { class: "sheet code_block" },
    el("h3", {}, say("replay_code")),
    code ? [el("p", {}, say("code_what")), shown] : el("p", {}, say("code_none")),
    el(
      "div",
      { class: "ways" },
      code ? button(say("copy"), copy, { class: "plain" }) : "",
      button(say("save_file"), save, { class: "plain" }),
      copied,
    ),
  );
}

/** Show where codes and files come in and go out. */
export function showCodes(app, moves, leave) {
  const fault = el("p", { class: "fault", role: "alert" });
  const field = el("textarea", {
    id: "code_in",
    rows: 3,
    autocapitalize: "characters",
    autocomplete: "off",
    spellcheck: "false",
  });
  const play = () => {
    try {
      const game = new Game(app.store, fromCode(app.story, field.value));
      game.keep();
      moves.open(
        game,
        say("code_back", { scene: game.playthrough.scene.title, steps: game.playthrough.steps.length }),
      );
    } catch (wrong) {
      if (!(wrong instanceof WrongCode)) throw wrong;
      fault.textContent = fill(app.story.words.wrong_code[wrong.fault], { group: wrong.group });
      field.focus();
    }
  };
  const picked = async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    const { values, fault: kind } = await pickedFile(file);
    try {
      if (kind) throw new UnreadableSave(say(`file_${kind}`));
      const [game, replay] = gameOfSave(app.store, app.story, values);
      const lost = { scene: game.playthrough.scene.title, lost: replay.stepsLost };
      moves.open(game, replay.stoppedAt ? say("file_stopped", lost) : "");
    } catch (wrong) {
      if (!(wrong instanceof UnreadableSave)) throw wrong;
      fault.textContent = wrong.message;
    }
    event.target.value = "";
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    play();
  });
  app.show({
    name: "codes",
    title: say("code_title"),
    nodes: [
      app.game ? section(2, say("game_now"), codeBlock(app)) : "",
      fault,
      section(
        2,
        say("code_in"),
        el("p", {}, el("label", { for: "code_in" }, say("code_field"))),
        field,
        el("div", { class: "ways" }, button(say("code_go"), play, { class: "go" })),
      ),
      section(
        2,
        say("file_in"),
        el("p", {}, el("label", { for: "file_in" }, say("file_field"))),
        el("input", {
          type: "file",
          id: "file_in",
          accept: ".json,application/json",
          on: { change: picked },
        }),
      ),
    ],
    tools: [{ key: "Esc", label: say("back"), press: leave }],
    leave,
  });
}
