"""What the voice adds to what stands on a page: kinds, numbers, where one is."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop import setting_words, words

ALOUD_DOCUMENT_ENDS = "Here the paper ends."
ALOUD_PLACE = "The place: {described}"
ALOUD_PRESENT = "Here: {who}."
ALOUD_TAKES = "Enter takes: {what}"
ALOUD_BACK_ON = "Back on: {title}"
MORE_KEYS = "More keys"
VOICE_ON = "Reading aloud is on."
VOICE_OFF = "Reading aloud is off."
VOICE_PAUSED = "The voice waits."
VOICE_RATE = "Speed of the voice: {rate} per cent."
VOICE_NONE = "No voice was found"
VOICE_NONE_TEXT = (
    "Reading aloud uses a voice of the system, and none could be started. On Linux install "
    "speech-dispatcher or espeak-ng; macOS and Windows bring one along."
)


def aloud_term(word: str) -> str:
    """Say that a word stands in the glossary."""
    return f"{word}: a word of the glossary"


def aloud_button(sentence: str, *, is_on: bool) -> str:
    """Say that something can be pressed."""
    return f"{sentence}: button, {setting_words.ON.lower()}" if is_on else f"{sentence}: button"


def aloud_tag(provenance: str) -> str:
    """Say where a page comes from."""
    return f"This page is {provenance}."


def aloud_tag_key(key: str) -> str:
    """Say which key tells more of that."""
    return f"{key} tells what is record here."


def aloud_row(mark: str, text: str, reason: str, *, is_open: bool, is_taken: bool) -> str:
    """Say one way of a list: its number, or that it is closed, and why."""
    text = sentence(text)
    if is_taken:
        return f"{words.CHOSEN}: {text}"
    told = f"{text} {sentence(reason)}" if reason else text
    if not is_open:
        return f"Closed: {told}"
    return f"{mark}: {told}" if mark else told


def aloud_paper(number: int, text: str) -> str:
    """Say one paper of the desk."""
    return f"{number}: a paper. {sentence(text)}" if number else f"A paper. {sentence(text)}"


def aloud_document(kind: str, title: str, provenance: str) -> str:
    """Say what kind of paper begins here."""
    parts = (kind or "Document", title, provenance)
    return " ".join(sentence(part) for part in parts if part)


def aloud_field(label: str, text: str) -> str:
    """Say what a field asks for, and what stands in it."""
    return f"{sentence(label)} Field: {text or 'empty'}."


def aloud_keys(hints: Iterable[tuple[str, str, str]]) -> str:
    """Say keys of a screen; nothing where there are none."""
    told = "; ".join(f"{key} {does}" for key, does, _ in hints)
    return f"{words.KEYS_OF_SCREEN}: {told}." if told else ""


def aloud_more_keys(hints: Iterable[tuple[str, str, str]]) -> str:
    """Say the keys that are the same on most pages."""
    told = "; ".join(f"{key} {does}" for key, does, _ in hints)
    return f"{MORE_KEYS}: {told}." if told else ""


def takes_enter(line: str) -> bool:
    """Tell whether a line has just said what Enter does."""
    return line.startswith(f"{words.KEYS_OF_SCREEN}: Enter ")


def aloud_leaf(number: int, name: str) -> str:
    """Say which leaf is open."""
    return f"Leaf {number}: {name}."


def aloud_leaves(names: Iterable[str]) -> str:
    """Say which leaves there are, and how they are turned."""
    told = "; ".join(f"{number} {name}" for number, name in enumerate(names, 1))
    return f"The leaves: {told}. Their numbers open them, left and right turn them."


def aloud_row_of(label: str, value: str) -> str:
    """Say a setting with its value."""
    return f"{label}: {value}."


def sentence(text: str) -> str:
    """Return a text that ends as a sentence does, so that a voice stops behind it."""
    text = text.strip()
    return text if not text or text[-1] in ".!?:…”»" else f"{text}."
