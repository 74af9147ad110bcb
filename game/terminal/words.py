"""Every sentence that a player reads in the terminal, except the story's own and the views' few labels."""

from __future__ import annotations

# Opening
TITLE = "{title}"
BYLINE = "Plain text edition. Type ? and press Enter for the keys."
CONTINUE_OFFER = "There is an unfinished game: {scene}{date}, {steps}."
CONTINUE_PROMPT = "Enter: go on with it   n: begin anew   q: leave"
CONTENT_HEADING = "Before you begin"
CONTENT_PROMPT = "Enter: begin   s: begin, and read summaries in place of hard passages   q: leave"
STARTS_HEADING = "Where to begin"
FROM_THE_START = "From the beginning"
LESSON = "Lesson: {title}{minutes}"
CHAPTER = "Chapter {number}: {title}{minutes}"
MINUTES = ", about {minutes} minutes"
STARTS_PROMPT = "A number: begin there   Enter: from the beginning   q: leave"
BEFORE_THIS = "What has happened so far"
FIRST_PAGE = "The game is saved after every step. Leave at any time with q."
STORY_CHANGED = (
    "The story has been edited since this game was saved. It goes on from the last page that still fits; "
    "{steps} of the save could not be played again."
)
SAVE_UNREADABLE = "{problem} A new game begins instead; the old file is left as it is."

# Page
CHAIR = "From the chair of {name}, {role}."
CHAIR_NO_ROLE = "From the chair of {name}."
PLACE = "Picture: {description}"
PRESENT = "Here: {people}."
PROVENANCE_TAG = "{provenance} (p: what is record here)"
SUMMARY_TAG = "In short, because hard passages are skipped:"
PICTURE = "[Picture: {description}]"
PICTURE_WITHOUT_TEXT = "[Picture]"
TERMS_HERE = "Words explained: {terms}. Type g and a word."
LAMPS = "{name} left: {lit} of {of}"
ON_THE_DESK = "On the desk:"
DESK_EMPTY = "Nothing more lies on the desk."
OR_ELSE = "Or:"
CHOICES = "You can:"
CLOSED = "Closed: {reason}"
TALK_HEADING = "Stop and talk"
CHOSEN = "You chose: {chosen}"
UNREAD_HEADING = "Left unread on the desk"
UNREAD_LINE = "{title}: {offer}"
ENDING = "The end: {title}"
ENDING_FATE = "{name}: {fate}"
STUCK = "No way leads on from here: a mistake in the pack. Go back with b, or end here and talk with e."
CLOSED_LESSON = "Here this part of the story ends."

# Prompts
PICK = "1-{last}"
PICK_ONE = "1"
PROMPT_PICK = "{numbers}: choose   ?: keys"
PROMPT_CONTINUE = "Enter: continue   ?: keys"
PROMPT_TALKED = "Enter: we have talked   ?: keys"
PROMPT_DEBRIEF = "Enter: the debrief   ?: keys"
PROMPT_LEAF = "Enter: next ({here} of {all})   b: the one before   a number: that one   l: back to the list"
PROMPT_LAST = "Enter: back to the list   b: the one before   a number: that one"
PROMPT_ONLY = "Enter: back to the list"
PROMPT_LEAVES = "A number: read it   Enter: back to the page"
PROMPT_SIDE = "Enter: back to the page"

# Answers to keys
KEYS_HEADING = "Keys"
KEYS = (
    ("1 to 9", "choose; on the desk, take up a paper"),
    ("Enter", "continue"),
    ("b", "back one decision"),
    ("g", "words explained on this page; g troika: that word"),
    ("p", "provenance: what is record here, with sources"),
    ("f", "folder: people, facts met, photograph, what you decided"),
    ("h", "what you decided so far; h 3: go back to decision 3"),
    ("e", "end here and talk: the debrief of what you have played"),
    ("s", "settings: hard passages, stops to talk"),
    ("code ...", "and a replay code: go on where it ends, in a save of its own"),
    ("r", "this page again, wrapped to the window as it is now"),
    ("q", "save and leave"),
)
NOT_UNDERSTOOD = "'{typed}' is no key here. Type ? for the keys."
NOT_UNDERSTOOD_MEANT = "'{typed}' is no key here. Did you mean {meant}? Type ? for all keys."
NO_SUCH_NUMBER = "There is no {number} to choose here."
PICK_FIRST = "Choose by number: nothing goes on by itself here."
TALK_FIRST = "Press Enter first: then the choices open."
NOTHING_BEFORE = "There is no decision to go back to yet."
NO_SUCH_DECISION = "There is no decision {number}. Type h for the list."
CODE_ENTERED = "The playthrough of this code; it is a save of its own now."
WENT_BACK = "Back to: {scene}."
NO_TERM = "The glossary has no '{word}'."
NO_TERM_MEANT = "The glossary has no '{word}'. Did you mean {meant}?"
NO_TERMS_HERE = "No word on this page has an entry. Type g and a word to look one up."
TERMS_HEADING = "Words on this page"
SETTINGS_HEADING = "Settings"
SETTING_HARD = "1  Skip hard passages and read a summary: {value}"
SETTING_TALK = "2  Stops to talk: {value}"
SETTINGS_PROMPT = "1 or 2: change   Enter: back to the page"
ON, OFF = "on", "off"

# Record
RECORD_HEADING = "What is record here"
DOCUMENTS_HEADING = "The papers on this page"
FACTS_HEADING = "It rests on"
NO_FACTS = "No fact of the record is named for this page."
HISTORIANS = "Historians: {text}"
SOURCE = "Source: {line} ({kind})"
ADDRESS = "Address: {url}"
WHERE = "Where to find it: {note}"
SECTION = "Class notes: {section}"

# Folder and debrief
FOLDER_HEADING = "The folder"
LEAF_PEOPLE = "People"
LEAF_FACTS = "The record: facts met"
LEAF_PHOTOGRAPH = "The photograph"
LEAF_HISTORY = "What you decided"
LEAF_ROOM = "Who was in the room"
LEAF_TIMELINE = "What happened: this playthrough and the record"
LEAF_RECORD = "The record by section ({met} of {all} facts met)"
LEAF_READINGS = "Readings of historians"
LEAF_QUESTIONS = "Questions, and room for your answers"
LEAF_AFTERLIFE = "The file’s afterlife"
LEAF_UNREAD = "Papers left unread"
LEAF_TERMS = "Words"
LEAF_FICTION = "Fact and fiction"
LEAF_COUNT = "{title} ({count})"
NOBODY_YET = "Nobody has been met yet."
NOTHING_YET = "Nothing has been decided yet."
NO_FACTS_YET = "No fact has been met yet."
FATE = "Now: {fate}"
IN_PHOTOGRAPH = "{name}"
GONE_FROM_PHOTOGRAPH = "{name}: painted out"
HISTORY_HINT = "Go back to one of them with h and its number."

DEBRIEF_HEADING = "The debrief"
ROLE_LAID_DOWN = "You are no longer {name}. What follows is about what you decided, and about the record."
ROLE_LAID_DOWN_NO_NAME = "The story is over. What follows is about what you decided, and about the record."
STOPPED_AT = "You stopped at: {scene}."
DEBRIEF_PROMPT = (
    "A number: read it   w: write it all as a page for the browser   h 3: back to decision 3   {leave}"
)
DEBRIEF_LEAVE = "q: leave"
DEBRIEF_BACK = "b: back to the story   q: leave"
DECISION = "{number}. {scene}"
CHOSE = "You chose: {chosen}"
READ = "You took up: {chosen}"
DRAWN = "Chance decided: {chosen}"
DRAWN_NO_TEXT = "Chance decided."
CHANCE_NOTE = "Nobody in this chair had a say in it."
ONLY_WAY = "Nothing else lay open."
ALSO_OPEN = "What else lay open:"
ALSO_POSSIBLE = "What else could have come:"
ALSO_POSSIBLE_NO_TEXT = "It could have come otherwise."
ROAD_CLOSED = "{text} (closed: {reason})"
ROAD_CLOSED_NO_REASON = "{text} (closed)"
LED_TO = "It led to: {scene}."
LED_TO_AS_WELL = "It led to: {scene}, as well."
ROAD_JOINS = "This road led to the same next page: {scene}."
ROADS_JOIN = "Each of these roads led to the same next page: {scene}."
TALKED = "To talk about before choosing: {question}"
CHANGED = "{name}: {before}, then {after}."
TOUCHED_BY = "Touched by {decisions}."
TOUCHED_BY_NONE = "No decision of yours touched this."
DRAWN_FROM = "Drawn from the record:"
THIS_IS_YOU = "This was your chair."

CHAIR_HEADING = "What this chair brought you"
CHAIR_BEFORE = "At first: {text}"
CHAIR_AFTER = "At the end: {text}"
CHAIR_TURNED = "It changed after {decisions}."

TIMELINE_HOW = (
    "Under each date what was played, with its decisions, and what the record has: facts of these months, "
    "and those of other years that a page named."
)
LANE_PLAYED = "  played: "
LANE_RECORD = "  record: "
UNDATED = "Undated"
NOT_MET = "(Not met in this playthrough.)"
BEYOND_NOTES = "Beyond the class notes"
FIGURES = "Figures"
RESTS_ON_IT = "It stands under {decisions}."
AFTER_HISTORIAN = "After {line}."
WOULD_CITE = "What it could cite from this playthrough"
WOULD_CITE_NONE = "No decision of this playthrough rests on a fact that it names."
LOOK_AT = "Look at {decisions}."
SIMPLER = "What this game makes simpler"
SIMPLER_HOW = (
    "Where would a historian object, and which of these matters most for your own path? What is missing "
    "from the list?"
)
YOUR_ANSWER = "Your answer"
PROMPT_ANSWER = "a and your answer: keep it with the save (a alone: several lines; a -: take it back)"
ANSWER_LINES = "Write; an empty line ends the answer."
ANSWER_KEPT = "Kept."
ANSWER_TAKEN_BACK = "Taken back."
REPLAY_CODE = "The same playthrough on another machine: {code}"

# Writing the page
PAGE_ASK = "Name of the file (Enter: {default}; - : do not write)"
PAGE_EXISTS = "{path} is there already. y: replace it   Enter: keep it"
PAGE_WRITTEN = "Written: {path}\nOpen it in a browser; it prints well, and nothing in it needs a network."
PAGE_KEPT = "Nothing was written."

# Leaving
SAVED_AND_LEFT = "Saved. The next start goes on from here."
LEFT = "Until next time."
NOT_SAVED = "The game could not be saved: {problem}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return `1 step`, `3 steps`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def decisions(numbers: tuple[int, ...]) -> str:
    """Return `decision 3` or `decisions 3, 4 and 9`."""
    noun = "decision " if len(numbers) == 1 else "decisions "
    return noun + listed(tuple(str(number) for number in numbers))


def listed(parts: tuple[str, ...], last: str = "and") -> str:
    """Return `a`, `a and b`, `a, b and c`."""
    return f" {last} ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
