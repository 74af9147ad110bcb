// Choices as a ruled list, and for a projector one at a time under a pointer, with hands counted.
import { button, el, inLine, unseen } from "./dom.js";
import { say } from "./words.js";

/** The choices of a page; a closed one says why. */
export function chooseList(choices, take) {
  return el(
    "ol",
    { class: "choices" },
    choices.map((choice) => el("li", {}, choice.is_open ? open(choice, take) : closed(choice))),
  );
}

function open(choice, take) {
  return button([el("b", {}, choice.number), " ", el("span", {}, inLine(choice.text))], () => take(choice), {
    class: "choice",
  });
}

function closed(choice) {
  return el(
    "p",
    { class: "choice locked" },
    el("b", { "aria-hidden": "true" }, "–"),
    el(
      "span",
      {},
      unseen(`${say("closed")} `),
      inLine(choice.text),
      " ",
      el("small", {}, inLine(choice.locked)),
    ),
  );
}

/** One choice at a time, large, with a field for the hands of a class. */
export function pointerList(app, view, take) {
  const all = view.choices.filter((choice) => choice.is_open);
  const here = app.game.playthrough.moments.length - 1;
  const place = el("div", { class: "pointer" });
  let at = 0;
  const show = (to, pressed = "") => {
    at = (to + all.length) % all.length;
    const choice = all[at];
    const field = el("input", {
      type: "number",
      min: 0,
      max: 999,
      inputmode: "numeric",
      value: app.game.playthrough.votes[here]?.[choice.id] ?? "",
      "aria-label": say("hands_for", { number: choice.number }),
      on: { change: (event) => count(choice, event.target.value) },
    });
    place.replaceChildren(
      el("p", { class: "soft" }, say("pointer_one", { number: at + 1, all: all.length })),
      el("p", { class: "pointed", id: "pointed" }, el("b", {}, choice.number), " ", inLine(choice.text)),
      el(
        "div",
        { class: "ways" },
        ...[
          [-1, "before"],
          [1, "after"],
        ].map(([by, name]) =>
          button(say(`pointer_${name}`), () => show(at + by, name), {
            class: name,
            "aria-describedby": "pointed",
          }),
        ),
        el("label", { class: "hands" }, say("hands"), " ", field),
        button(say("pointer_take"), () => take(choice), { class: "weighty", "aria-describedby": "pointed" }),
      ),
    );
    if (pressed) place.querySelector(`.${pressed}`).focus();
  };
  const count = (choice, text) => {
    const number = Math.round(Number(text));
    if (text !== "" && number >= 0 && number <= 999) app.game.count(choice.id, number);
  };
  show(0);
  const locked = view.choices.filter((choice) => !choice.is_open);
  return el(
    "div",
    {},
    place,
    locked.length
      ? el(
          "ol",
          { class: "choices" },
          locked.map((choice) => el("li", {}, closed(choice))),
        )
      : "",
  );
}
