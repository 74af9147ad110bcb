// What the page carries, unpacked: base64 and gzip, without asking anybody for it.

/** The bytes that stand in an element as base64. */
export function bytesOf(text) {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

/** The JSON values that stand packed in an element of the page. */
export async function unpacked(element) {
  const packed = new Blob([bytesOf(element.textContent)]).stream();
  const text = await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).text();
  element.remove();
  return JSON.parse(text);
}

/** Whether this browser can unpack at all. */
export function canUnpack() {
  return typeof DecompressionStream === "function" && typeof Array.prototype.findLastIndex === "function";
}
