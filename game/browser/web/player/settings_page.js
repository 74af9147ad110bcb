// The settings, each shown at once.
import { button, el, section } from "./dom.js";
import { SIZES, layOut } from "./settings.js";
import { voiceFor } from "./speech.js";
import { say } from "./words.js";

/** Show the settings. */
export function showSettings(app, moves, leave) {
  const hasVoice = voiceFor(app.story.language) !== null;
  app.show({
    name: "settings",
    title: say("settings"),
    nodes: [
      section(
        2,
        say("set_look"),
        size(app),
        oneOf(app, "typeface", ["serif", "sans", "legible"], "typeface"),
        oneOf(app, "spacing", ["close", "normal", "wide"], "spacing"),
        oneOf(app, "theme", ["auto", "light", "dark"], "theme"),
        toggle(app, "contrast"),
        toggle(app, "motion"),
        el("p", { class: "sample", "aria-hidden": "true" }, say("sample")),
      ),
      section(
        2,
        say("set_play"),
        toggle(app, "skip"),
        toggle(app, "talk"),
        toggle(app, "letters"),
        toggle(app, "typed"),
        oneOf(app, "sound", ["off", "quiet", "full"], "sound", () => app.sounds.play("turn")),
        hasVoice ? toggle(app, "read") : el("p", { class: "soft" }, say("set_read_none")),
        toggle(app, "projector", say("set_projector_what")),
      ),
      section(
        2,
        say("set_machine"),
        toggle(app, "forget", say("set_forget_what"), (isOn) => app.store.keepOnlyInTab(isOn)),
        el(
          "div",
          { class: "ways" },
          button(
            say("forget_now"),
            () =>
              app.ask(say("forget_ask"), say("forget_text"), say("keep"), say("forget_yes"), () =>
                moves.forget(),
              ),
            { class: "plain" },
          ),
        ),
      ),
    ],
    tools: [{ key: "Esc", label: say("back"), press: leave }],
    leave,
  });
}

function size(app) {
  // What changes is told in a whole sentence, and once.
  const now = el("output", { "aria-live": "off" }, `${app.settings.size} %`);
  const change = (by) => {
    const wanted = Math.min(SIZES.most, Math.max(SIZES.least, app.settings.size + by));
    app.setTo({ size: wanted });
    layOut();
    now.textContent = `${wanted} %`;
    app.tell(say("size_now", { size: wanted }));
  };
  return el(
    "fieldset",
    { class: "one_of" },
    el("legend", {}, say("set_size")),
    button("−", () => change(-SIZES.step), { class: "plain", "aria-label": say("set_smaller") }),
    now,
    button("+", () => change(SIZES.step), { class: "plain", "aria-label": say("set_larger") }),
  );
}

function oneOf(app, name, values, words, then = () => {}) {
  const radios = values.map((value) =>
    el(
      "label",
      {},
      el("input", {
        type: "radio",
        name,
        value,
        checked: app.settings[name] === value,
        on: {
          change: () => {
            app.setTo({ [name]: value });
            then();
          },
        },
      }),
      el("span", {}, say(`${words}_${value}`)),
    ),
  );
  return el("fieldset", { class: "one_of" }, el("legend", {}, say(`set_${name}`)), radios);
}

function toggle(app, name, what = "", then = () => {}) {
  const box = el("input", {
    type: "checkbox",
    id: `set_${name}`,
    checked: app.settings[name],
    "aria-describedby": what ? `what_${name}` : null,
    on: {
      change: (event) => {
        app.setTo({ [name]: event.target.checked });
        then(event.target.checked);
      },
    },
  });
  return el(
    "p",
    { class: "switch" },
    box,
    el("label", { for: `set_${name}` }, say(`set_${name}`)),
    what ? el("small", { id: `what_${name}` }, what) : "",
  );
}
