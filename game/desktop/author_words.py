"""Every sentence of the window for those who write packs and look after a class."""

from __future__ import annotations

STRIP_CHANGED = "Changed by the last step"
STRIP_VARIABLES = "Not as at the start"
STRIP_UNCHANGED = "Nothing was changed by the last step."
STRIP_WAYS = "Ways out of {scene}"
STRIP_MORE = "and {count} more: {key}"
STRIP_JUMP = "jump"
STRIP_SET = "variables"
STRIP_ALL_WAYS = "ways"
STRIP_HIDE = "hide"
STRIP_RESULT = "what followed in {scene}"
NO_PLACE = "written in no file"

RELOADED = "Read again at {time}."
LOST_STEPS = "Read again at {time}. The way you came now ends here: {lost}."
STALE = "The pack has mistakes; this is how it was before them."
BEGUN_ANEW = "Read again at {time}. The scene where you began is gone; this is {scene}."

WAY_TAKEN = "Continue goes here"
WAY_LATER = "an earlier entry holds"
WAY_NEEDS = "needs {condition}"
WAY_NOW = "{name} is {value}"
WAY_LOCKED = "closed"
WAY_HIDDEN = "not shown"
WAY_READ = "read already"
WAY_OVER_LIMIT = "waits, the desk holds {limit}"
WAY_WEIGHT = "{weight} of {total}"
WAY_ENDING = "ending"
WAY_AND = " and "

WAYS_TITLE = "Ways out"
WAYS_NONE = "The story ends here."
WAYS_OPEN = "Open now"
WAYS_CLOSED = "Closed now"

JUMP_TITLE = "Jump to a scene"
JUMP_LABEL = "Part of an id or a title"
JUMP_NONE = "No scene has that in its id or title."
JUMP_NEAR = "No scene has that in its id or title. Did you mean:"
JUMP_MORE = "and {count} more; type to see fewer."
JUMP_NOTE = "Variables stay as they are. What was read and chosen before is forgotten."
JUMP_HERE = "you are here"

VARIABLES_TITLE = "Variables"
VARIABLES_NOTE = "A change holds from this page on, and stays when a file is saved."
VARIABLES_SCENE = "now, in {scene}"
AT_THE_START = "at the start: {value}"
WAS_BEFORE = "before the last step: {value}"

MESSAGES_BROKEN = "The pack cannot be played yet"
MESSAGES_WARNINGS = "What the checker says"
MESSAGES_CLEAN = "Nothing to mend"
MESSAGES_CLEAN_TEXT = "The checker finds no mistake and has no warning."
MESSAGES_WATCHING = (
    "Mend it in your editor and save: this page notices, and the preview goes on where you were."
)
MESSAGES_MORE = "And {count} more. Mend these first; then check again."
MEANING = "What does this mean?"
MEANING_WHY = "Why there is this rule"
MEANING_WRONG = "Wrong"
MEANING_RIGHT = "Right"
FINDING_ERROR = "error {code}"
FINDING_WARNING = "warning {code}"
FINDING_LINE = "{file}, line {line}"
HELP = "What helps"

CLASS = "Class and teacher"
CLASS_TEXT = (
    "A story here is a pack: a folder of text files that anybody can write. Packs of your own lie in one "
    "folder, and the game finds them there. To hand a pack on, hand on its folder, or a zip of it."
)
CLASS_FOLDER = "Your packs lie in this folder:"
CLASS_PACKS = "Packs found"
CLASS_NONE = "Only the story that comes with the game has been found."
CLASS_NEW = "Make a pack of your own"
CLASS_OPEN_FOLDER = "Open the folder"
FOLDER_NOT_OPENED = "No file manager could be started"
FOLDER_NOT_OPENED_TEXT = "The folder is here:\n\n{path}"
PACK_SHIPPED = "comes with the game"
PACK_OWN = "your own"
PACK_ZIP = "a zip"
PACK_EXTENDS = "adds to {base}"
PACK_UNTITLED = "no title yet"
PACK_PLAY = "Play it"
PACK_IS_OPEN = "This story is open now."
PACK_CHECK = "Check it"
PACK_LIES_IN = "It lies in:"
PACK_SHIPPED_NOTE = (
    "This is the game's own story. For scenes of your own make a pack that adds to it: the next version of "
    "the game cannot overwrite that."
)
PACK_OWN_NOTE = (
    "To change it, open its folder. Each file under “chapters” holds a scene as plain text: write over its "
    "sentences in any text editor, save, and check it here."
)

STORIES = "Another story"
STORIES_TEXT = "Choose the story that the title offers. Saves of every story are kept."
STORY_OPEN = "open now"

NEW_TITLE = "A pack of your own"
NEW_TEXT = (
    "It gets a folder with a few small files, each with comments that say what can stand there, and one "
    "letter that lies on a desk at once. It adds to the story that comes with the game."
)
NEW_LABEL = "Its name: small letters, digits and _"
NEW_MAKE = "Make it"
NEW_FAILED = "The pack could not be made"
NEW_EMPTY = "It needs a name. It begins with a letter."
NEW_SUGGESTED = "my_class"

HELP_STRIP = {
    "strip": ("F12", "the author's strip, and the page without it"),
    "jump": ("J", "jump to a scene"),
    "variables": ("V", "see and set variables"),
    "ways": ("X", "all ways out, and why some are closed"),
    "messages": ("M", "what the checker says"),
}
KEY_STRIP = "author"
KEY_SET = "change"
KEY_TYPE = "type"
KEY_TO_FILTER = "to find"


def counted(errors: int, warnings: int) -> str:
    """Say how many mistakes and warnings there are."""
    told = []
    if errors:
        told.append("1 mistake" if errors == 1 else f"{errors} mistakes")
    if warnings:
        told.append("1 warning" if warnings == 1 else f"{warnings} warnings")
    return ", ".join(told)


def all_as_at_start(count: int) -> str:
    """Say that every variable is as it was at the start."""
    return "The variable is as at the start." if count == 1 else f"All {count} variables are as at the start."


def others_as_at_start(count: int) -> str:
    """Say how many variables are as they were at the start."""
    return "1 other is as at the start." if count == 1 else f"{count} others are as at the start."
