// Files that a player saves and opens. Nothing leaves the machine: a browser writes a download by itself.

const LARGEST = 2_000_000;

/** Give the browser a file to save. */
export function saveFile(name, text, kind) {
  const address = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The values of a JSON file that was picked; `big` or `bad` say why there are none. */
export async function pickedFile(file) {
  if (file.size > LARGEST) return { fault: "big" };
  try {
    return { values: JSON.parse(await file.text()) };
  } catch {
    return { fault: "bad" };
  }
}

/** A name for a file that is saved now: `third_chair_2026-11-23_14-05`. */
export function fileName(story, ending) {
  const now = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString();
  return `${story.extension || story.id}_${now.slice(0, 10)}_${now.slice(11, 16).replace(":", "-")}.${ending}`;
}
