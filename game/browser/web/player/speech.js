// Reading aloud by a voice of the machine itself. A voice on the network would be sent the text: it is not used.

/** A voice of this machine for a language (`en`), or null. */
export function voiceFor(language) {
  const voices = window.speechSynthesis?.getVoices() ?? [];
  return voices.find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language)) ?? null;
}

/** Hear when the browser has found its voices, which may be later than the page. */
export function onVoices(heard) {
  window.speechSynthesis?.addEventListener?.("voiceschanged", heard);
}

/** Reads parts of the page one after the other, and marks the one that is read. */
export class Narrator {
  constructor(language, changed) {
    this.language = language;
    this.changed = changed;
    this.isReading = false;
  }

  /** Read elements from the first on. */
  read(elements) {
    this.stop();
    const voice = voiceFor(this.language);
    if (!voice || !elements.length) return;
    this.isReading = true;
    for (const [at, element] of elements.entries()) {
      const spoken = new SpeechSynthesisUtterance(element.innerText);
      spoken.voice = voice;
      spoken.lang = voice.lang;
      spoken.onstart = () => element.classList.add("read_now");
      spoken.onend = () => {
        element.classList.remove("read_now");
        if (at === elements.length - 1) this.stop();
      };
      window.speechSynthesis.speak(spoken);
    }
    this.changed();
  }

  stop() {
    if (!this.isReading) return;
    this.isReading = false;
    window.speechSynthesis.cancel();
    for (const marked of document.querySelectorAll(".read_now")) marked.classList.remove("read_now");
    this.changed();
  }
}
