// What the page carries, unpacked: base64 and gzip, without asking anybody for it.

/** The bytes that stand in an element as base64. */
export function bytesOf(text) {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  // A loop: `Uint8Array.from` would call a function for every byte, and the page would start later by that.
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return bytes;
}

/** Bytes without their packing, as a Response. */
export function unzipped(bytes) {
  // Not the stream of a Blob, which goes through another process.
  const given = new ReadableStream({
    start(stream) {
      stream.enqueue(bytes);
      stream.close();
    },
  });
  return new Response(given.pipeThrough(new DecompressionStream("gzip")));
}

/** The JSON values that stand packed in an element of the page. */
export async function unpacked(element) {
  const text = await unzipped(bytesOf(element.textContent)).text();
  element.remove();
  return JSON.parse(text);
}

/** Whether this browser can unpack at all. */
export function canUnpack() {
  return typeof DecompressionStream === "function" && typeof Array.prototype.findLastIndex === "function";
}
