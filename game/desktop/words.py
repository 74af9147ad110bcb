"""Every sentence of the window that a player can read and that is not story."""

from __future__ import annotations

from collections.abc import Iterable

OPENING = "Opening the story …"

CONTINUE = "Continue"
CONTINUE_NONE = "No game has been begun on this machine."
NEW_GAME = "New game"
SETTINGS = "Settings"
ABOUT = "About this game"
QUIT = "Quit"
TITLE_SUB = "A history in decisions and documents"


POINTER_BACK = "The one before"
POINTER_ON = "The next one"
HANDS_ASK = "Hands? Type how many went up."
HANDS_FEWER = "One fewer"
HANDS_MORE = "One more"
HANDS_FIVE = "Five more"
VOTED = "Hands that went up"
KEY_HANDS = "hands"

BEGIN = "Begin"
BACK = "Back"
CLOSE = "Close"
GO_ON = "Go on"
NOTE_TITLE = "Before you begin"
NOTE_NONE = "This story is about political terror. It can be paused or ended at any moment."
SKIP_OFFER = "Hard passages can be skipped: you then read one or two sentences that say what happened."

TALK = "Talk first"
TALKED = "We have talked"
TALK_OFF = "These stops can be switched off in the settings (Esc)."
LAMP_COSTS = "Each paper takes an hour."
UNREAD = "Papers left unread"
DESK_IS_EMPTY = "Nothing lies on the desk."
SHORTENED = "In short"
ENDING = "The end"
STUCK = "No way leads on from here: a mistake in the pack. You can go back, or end here and talk."
CLOSED = "Closed now"
TO_DEBRIEF = "Talk about it: the debrief"
TO_DECISION = "Back to a decision"
ANOTHER_ROAD = "Begin again, on another road"

YOU_WERE = "You are no longer {name}."
YOU_WERE_NOBODY = "You lay your part down."
ROLE_DOWN = (
    "The story stops here, at “{scene}”. From now on you are yourselves again: students, looking at what "
    "somebody in that chair did, what else lay open, and what the record says about it."
)
ROLE_DOWN_HOW = (
    "Nothing here is counted or graded. What follows names each decision with its date, what was chosen and "
    "what else could have been; the people it touched; and the facts behind the pages you met, "
    "with their sources."
)
LEAF_DECISIONS = "What you decided"
LEAF_RECORD = "The record"
NO_DECISIONS = "No decision has been made yet."
NOBODY = "Nobody with a name has been met yet."
NO_FACTS = "No page so far rests on a named fact."
CHOSEN = "Chosen"
ROADS = "What else lay open"
ROADS_CLOSED = "Closed then"
ONLY_WAY = "Nothing else lay open."
CHANCE = "Chance decided this, not you."
LED_TO = "It led to"
DECISION_KIND = {"choice": "decision", "letter": "a paper taken from the desk", "chance": "chance"}
KNOWN = "What it meant"
FACT_MORE = "Historians and sources"
FACT_ELSEWHERE = "In full under {decision}."
ALL_DECISIONS = "All decisions"
WHERE_YOU_ARE = "Where you are"
WHO_IS_HERE = "Who is here"
FACTS = "The record behind it"
HISTORIANS = "Historians"
NO_ADDRESS = "In print; ask a library."
NOTHING_NAMED = "the way went on"
SAVE_PAGE = "Save as a page"
SAVED_PAGE = "The debrief is saved as a page:"
OPEN_PAGE = "Open it in the browser"
BACK_TO_STORY = "Back to the story"
BACK_TO_TITLE = "To the title"
BACK_HERE = "Back to this decision"
TOUCHED_BY = "Touched by decision"
TOUCHED_BY_SEVERAL = "Touched by decisions"
DRAWN_FROM = "Drawn from the record"
THIS_IS_YOU = "your chair"

FOLDER = "Folder"
TAB_PEOPLE = "People"
TAB_GLOSSARY = "Glossary"
TAB_RECORD = "Record"
TAB_PHOTOGRAPH = "Photograph"
TAB_HISTORY = "History"
NO_TERMS = "No term of the glossary has been met yet."
NO_PHOTOGRAPH = "This story has no photograph."
GONE = "No longer in the picture: {names}."
NOBODY_GONE = "Everybody is in the picture."
PHOTOGRAPH_TAKEN = "As it was taken"
PHOTOGRAPH_NOW = "As it hangs now"

CARD_PROVENANCE = "What is record here"
CARD_DOCUMENTS = "The papers on this page"
CARD_NO_NOTE = "Nothing is noted about this paper."
CARD_NO_FACTS = "This page names no fact."

PAUSE = "Pause"
RESUME = "Go on"
END_AND_TALK = "End here and talk"
KEYS_OF_SCREEN = "Keys"
LEAVE_TO_TITLE = "To the title (the game is saved)"


ABOUT_RECORD = "Record and invention"
ABOUT_PLAIN = (
    "A decision inquiry into how the terror of the 1930s worked, built on documents. It is not a simulation "
    "of terror and not a contest: nothing is counted, nobody wins."
)
ABOUT_LICENCES = "Licences"
ABOUT_LICENCE_TEXT = (
    "The program is free under the MIT licence, story and pictures under {licence}. The fonts are PT Serif, "
    "PT Sans, PT Sans Narrow and PT Mono by ParaType, and OpenDyslexic; their licences lie beside them in "
    "the folder assets/fonts. Those of the libraries lie in assets/licences. Shipped with the game are:"
)
ABOUT_SHIPPED = "{name}: {licence} ({use})"
ABOUT_PRIVACY = "No name is asked for, and nothing is sent anywhere. Saves and settings lie in this folder:"

PROBLEM = "Something stopped the game"
PROBLEM_STORY = "The story could not be opened"
PROBLEM_WHAT_NOW = "Nothing you have saved is lost. Show this page to the person who looks after the machine."
MISSING_FILE = "A file of the game is missing"
PICTURE_LEFT_OUT = "{file} is missing"

HELP_TITLE = "Keys of this screen"
HELP_ROWS: tuple[tuple[str, str], ...] = (
    ("1–9", "choose by number"),
    ("Arrows", "move the bar; read on where a text is longer than the window"),
    ("Enter", "take what has the bar; at first nothing has it where there is something to choose"),
    ("Space", "read on, page by page; at the end, Go on; it never chooses"),
    ("PgUp PgDn", "turn the page; Home and End go to its two ends"),
    ("Tab", "go to the next thing that can be pressed, words of the glossary too"),
    ("Mouse", "click anything; the right button is Esc; the wheel scrolls; a finger does both"),
    (
        "Controller",
        "the cross or the left stick moves, the right one scrolls; A takes, B closes, Start pauses; "
        "X what is record here, Y folder, Back next word; the sticks, pressed: voice waits, voice again",
    ),
    ("A", "settings from any page but one to type on: size of text, contrast, reading aloud"),
    ("F11", "full screen and back; Alt and Enter do it too"),
    ("Esc", "close what lies on top; in a scene, pause"),
)
HELP_OWN = {
    "folder": "folder: people, glossary, record, photograph, history",
    "provenance": "what is record on this page, and what is invented",
    "term": "go to the next word of the glossary; Enter opens it",
    "back": "go back one decision",
    "forward": "forward again to where you came back from; another choice there ends that",
    "who": "who somebody on this page is; a click on a portrait too",
    "end": "end here and talk: the debrief, and back",
    "save": "save the debrief as a page",
}


KEY_CHOOSE = "choose"
KEY_TAKE = "take it"
KEY_WHO = "who"
KEY_OPEN = "open"
KEY_GO_ON = "go on"
KEY_FOLDER = "folder"
KEY_BACK = "back"
KEY_FORWARD = "forward"
KEY_TERM = "word"
KEY_PAUSE = "menu"
KEY_KEYS = "keys"
KEY_CLOSE = "close"
KEY_TURN = "leaf"
KEY_CHANGE = "change"
KEY_ARROWS = "Arrows"
KEY_SAVE = "save as a page"
KEY_VOICE_PAUSE = "voice waits"
KEY_VOICE_AGAIN = "again"
MORE = "more"

NO_DISPLAY = "There is no screen to open a window on."

CONTENT = {
    "threat": "threat",
    "arrest": "an arrest",
    "interrogation": "interrogation",
    "violence": "violence",
    "death": "death",
    "suicide": "suicide",
    "children": "harm to children",
    "hunger": "hunger",
    "slur": "a slur",
}


def decision(number: int) -> str:
    """Name a decision: its number alone would look like a key."""
    return f"Decision {number}"


def pointer_at(position: int, total: int) -> str:
    """Say which of several ways stands there."""
    return f"{position} of {total}"


def hands(count: int) -> str:
    """Say how many hands went up."""
    return "1 hand" if count == 1 else f"{count} hands"


def votes(counts: Iterable[tuple[str, int]]) -> str:
    """Say how a class voted, with the words of each way."""
    return f"{VOTED}: " + "; ".join(f"{text} {count}" for text, count in counts)


def all_hands(counts: Iterable[tuple[int, int]]) -> str:
    """Say how many hands went up for every way that was counted."""
    return f"{VOTED}: " + ", ".join(f"{number}: {count}" for number, count in counts)


def drops(count: int) -> str:
    """Say what going back to a decision costs."""
    if count == 1:
        return "This drops the decision after it."
    return f"This drops the {count} decisions after it."


def keep_them(count: int) -> str:
    """Name the answer that drops nothing."""
    return "Keep it" if count == 1 else "Keep them"


def drop_them(count: int) -> str:
    """Name the answer that goes back."""
    return "Drop it and go back" if count == 1 else "Drop them and go back"


def lamps(lit: int, of: int, *, costs: bool = False) -> str:
    """Say how many lamps still burn, and with `costs` what puts them out."""
    left = f"{lit} of {of} hours left"
    return f"{left}. {LAMP_COSTS}" if costs else left


def lie_unread(count: int, *, has_hours: bool) -> str:
    """Say that papers still lie on a desk where none can be taken any more."""
    numbers = ("", "one paper", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    named = numbers[count] if count < len(numbers) else str(count)
    lie = f"{named} lies unread" if count == 1 else f"{named} papers lie unread"
    return f"{lie[:1].upper()}{lie[1:]}." if has_hours else f"No hour is left; {lie}."


def changed_fate(name: str, before: str, after: str) -> str:
    """Say how somebody's fate changed."""
    return f"{name}: {before}, then {after[:1].lower()}{after[1:]}"


def contains(tags: tuple[str, ...]) -> str:
    """Say what a passage that is left out contains."""
    return ", ".join(CONTENT.get(tag, tag) for tag in tags)
