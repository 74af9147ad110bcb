"""Every sentence of the settings, of the keys, and of leaving a shared machine."""

from __future__ import annotations

SET_TEXT_SIZE = "Text size"
SET_TYPEFACE = "Typeface"
SET_CONTRAST = "High contrast"
SET_GROUP_TEXT = "Text and colour"
SET_GROUP_MOTION = "Motion and sound"
SET_GROUP_VOICE = "Voice"
SET_GROUP_PLAY = "Playing"
SET_GROUP_MACHINE = "This machine"
SET_SPACING = "Line spacing"
SPACINGS = {"close": "Close", "normal": "Normal", "wide": "Wide"}
SET_TYPED = "Text comes up"
AT_ONCE = "At once"
TYPED = "Line by line"
SET_MOTION = "Reduced motion"
SET_MOTION_NOTE = "Nothing on the page moves by itself."
SET_VOLUME = "Sound"
SET_ALOUD = "Reading aloud"
SET_ALOUD_NOTE = "By the voice of the system. F2 switches it on any page."
SET_RATE = "Speed of the voice"
SET_PROJECTOR = "Projector"
SET_PROJECTOR_NOTE = "Very large, one choice at a time, with the hands that go up for each."
SET_FORGET = "Forget on leaving"
SET_FORGET_NOTE = "Asks at the end whether saves and settings shall go."
SOMEBODY_ELSE = "I am somebody else"
SOMEBODY_NOTE = "“I am somebody else” puts games and settings of whoever played here before out of sight."
SOMEBODY_ASK = (
    "Games, debriefs and settings of whoever played here before are put out of sight, and the game stands "
    "as on its first day. Nothing is deleted."
)
SOMEBODY_STAY = "No, it is still me"
SOMEBODY_DO = "Yes, put them away"
SOMEBODY_DONE = "What was here before lies in this folder, for whoever looks after the machine:\n\n{path}"
SOMEBODY_NOTHING = "Nothing of anybody else was here."
LEAVE_TITLE = "Before you leave"
LEAVE_TEXT = (
    "This machine shall forget you. Saves, debriefs and settings that lie here are then deleted for good. "
    "A debrief that you want to keep must be saved elsewhere first."
)
LEAVE_STAY = "Stay"
LEAVE_KEEP = "Leave, and keep everything this time"
LEAVE_FORGET = "Delete everything, and leave"
KEYS_CHANGE = "Change the keys"
KEYS_NOTE = (
    "Arrows, Enter, Esc, Tab, Space, digits and F1 always stay what they are, so that nobody can lock "
    "themselves out. Every command is in the menu too (Esc)."
)
KEYS_PRESS = "press a key …"
KEYS_NONE = "no key"
KEYS_KEEP = "leave it as it is"
KEYS_ASK = "Press the new key for “{command}”."
KEYS_GIVEN = "“{command}” has the key {key} now."
KEYS_RESET = "All as usual"
KEYS_AS_USUAL = "All keys are as usual."
COMMANDS = {
    "folder": "Folder",
    "provenance": "What is record here",
    "who": "Who is here",
    "term": "Next word of the glossary",
    "back": "Back to the last decision",
    "forward": "Forward again, after going back",
    "end": "End here and talk",
    "save": "Save the debrief as a page",
    "copy": "Copy the replay code",
    "settings": "Settings: text, contrast, voice",
    "voice": "Reading aloud, on and off",
    "voice_pause": "Voice: wait, go on",
    "voice_again": "Voice: the page again",
    "voice_back": "Voice: a line back",
    "voice_on": "Voice: a line on",
    "voice_slower": "Voice: slower",
    "voice_faster": "Voice: faster",
    "full_screen": "Full screen",
}
"""Commands whose keys can be changed."""
SET_SKIP = "Skip hard passages"
SET_TALK = "Stops to talk"
SET_FULL_SCREEN = "Full screen"
TYPEFACES = {"serif": "Serif", "sans": "Sans", "dyslexic": "OpenDyslexic"}
ON = "On"
OFF = "Off"
SET_SAMPLE_LABEL = "Sample:"
SET_SAMPLE = "The telegram is on the blotter when you come in, as if somebody had been ashamed of it."
SETTINGS_KEPT = "Settings are kept on this machine."


def key_taken(key: str, by: str) -> str:
    """Say why a key cannot be given away."""
    if by in COMMANDS:
        return f"{key} is the key of “{COMMANDS[by]}”. Give that one another key first, or press another."
    if by:
        return f"{key} is a key of the author's preview. Press another."
    return f"{key or 'That key'} always stays what it is. Press another."
