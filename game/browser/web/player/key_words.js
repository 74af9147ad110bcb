// The sentences of the keys and of a game controller; words.js has all others.

export const KEY_WORDS = {
  keys: "Keys",
  keys_off: "Keys by letter and number are switched off in the settings.",
  keys_digits: "choose by number",
  keys_enter: "take what has the focus; where only one thing can be done, do it",
  keys_esc: "close what lies on top; in a scene, the menu",
  keys_tab: "go to the next thing that can be pressed",
  key_folder: "the folder: people, glossary, record, photograph, history",
  key_record: "what is record on this page, and what is invented",
  key_back: "go back one decision",
  key_end: "end here and talk: the debrief",
  key_read: "read this page aloud, and stop",
  key_save: "in the debrief: save it as a page",
  key_print: "in the debrief: print it",
  key_help: "these keys",
  keys_controller:
    "A game controller works as well: stick or cross to move, A to take, B to close and for the menu, X what is record, Y folder, the shoulders to read on and back.",
};
