// The debrief as a page of its own: what stands on the leaves with the answers, and nothing that can be pressed.

/** The text of an HTML file with these leaves. */
export function debriefFile(app, leaves) {
  const copy = leaves.cloneNode(true);
  const fields = [...leaves.querySelectorAll("textarea")];
  copy.querySelectorAll("textarea").forEach((field, at) => {
    const answer = document.createElement("p");
    answer.className = "answer";
    answer.textContent = fields[at].value;
    field.replaceWith(answer);
  });
  for (const button of copy.querySelectorAll("button")) {
    if (button.classList.contains("link")) button.replaceWith(...button.childNodes);
    else button.remove();
  }
  for (const term of copy.querySelectorAll("a.term")) term.replaceWith(...term.childNodes);
  for (const part of copy.querySelectorAll("[hidden]")) part.hidden = false;
  for (const part of copy.querySelectorAll(".notice, .unseen")) part.remove();
  // Styles that the page was given by its script would need a looser policy.
  for (const part of copy.querySelectorAll("[style]")) part.removeAttribute("style");
  const page = document.implementation.createHTMLDocument(
    `${app.page.querySelector("h1").textContent} ${app.story.title}`,
  );
  const policy = page.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  const charset = page.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  const style = page.createElement("style");
  style.textContent = document.querySelector("style").textContent;
  page.head.prepend(charset, policy);
  page.head.append(style);
  const heading = page.createElement("h1");
  heading.textContent = app.page.querySelector("h1").textContent;
  const column = page.createElement("div");
  column.className = "column";
  column.append(heading, page.importNode(copy, true));
  const main = page.createElement("main");
  main.className = "page";
  main.dataset.screen = "debrief";
  main.append(column);
  page.body.append(main);
  page.documentElement.lang = app.story.language;
  page.documentElement.dataset.layout = "band";
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
