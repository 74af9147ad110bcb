// About the game: fact and fiction, privacy, rationale, licences.
import { el, inLine, list, prose, section } from "./dom.js";
import { openTerm } from "./cards.js";
import { say } from "./words.js";

/** Show what the game is. */
export function showAbout(app, moves, leave) {
  const { story, about } = app;
  const open = (id) => openTerm(app, id);
  const { rationale, objections } = story.teaching;
  const asked = objections.map(({ objection, answer }) =>
    el(
      "li",
      {},
      el("strong", {}, inLine(app.opening.prose(objection), open)),
      prose(app.opening.prose(answer), open),
    ),
  );
  app.show({
    name: "about",
    title: say("about"),
    reads: true,
    nodes: [
      el("div", { class: "text", data: { read: "" } }, el("p", {}, say("about_plain"))),
      story.fiction_note.length
        ? section(2, say("about_record"), prose(app.opening.prose(story.fiction_note), open))
        : "",
      section(
        2,
        say("about_privacy"),
        el("p", {}, say("about_privacy_text")),
        about.scorm ? el("p", {}, say("about_privacy_lms")) : "",
      ),
      rationale?.length
        ? section(
            2,
            say("about_rationale"),
            prose(app.opening.prose(rationale), open),
            list(asked, { class: "asked" }),
          )
        : "",
      section(
        2,
        say("about_licences"),
        el("p", {}, say("about_licence_text", { licence: story.licence })),
        el("pre", { tabindex: "0", "aria-label": say("about_licences") }, about.licences),
      ),
      el(
        "p",
        { class: "soft" },
        say("about_version", {
          title: story.title,
          version: story.version,
          program: about.version,
          fingerprint: story.fingerprint,
        }),
      ),
    ],
    tools: [{ key: "Esc", label: say("back"), press: leave }],
    leave,
  });
}
