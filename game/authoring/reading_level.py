"""How hard a page is to read, beside the school year that the pack is for.

The measure is the Automated Readability Index: 4.71 letters a word + 0.5 words a sentence - 21.43, as a
school year of the United States (Senter and Smith, Automated Readability Index, AMRL-TR-66-220, 1967). It
needs no dictionary and no syllables: a library that counts them brings a word list of many megabytes, and
knows no Russian names. A page is judged whole, from FEWEST words on; a word with a capital, and a word of
the glossary, counts as at most PLAIN letters: an author cannot mend a name, and terms are explained. In a
document the end of a line ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from game.authoring.draft import Draft
from game.authoring.fields import shortened
from game.authoring.yaml_tree import Keyed, Node, Scalar, key_of
from game.story.model import Passage
from game.story.prose import LineBreak, TermWords, Words

FEWEST = 60
"""Words of a page that is judged: a few lines say nothing about it."""
PLAIN = 5
"""Letters of an ordinary word."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END = re.compile(r"[.?!…\n]+")


def check_reading_level(draft: Draft, node: Keyed, text_node: Node, passages: Iterable[Passage]) -> None:
    """Warn at the `text` of a scene that reads harder than the pack's `grade`."""
    if draft.grade is None:
        return
    text = text_node.value if type(text_node) is Scalar else _text(passages)
    words = text.count(" ") + text.count("\n")
    # Most pages end here: counted in the roughest way, which makes them harder than they are.
    if words < FEWEST or _index(len(text) - words, words, _marks(text)) <= draft.grade + 0.5:
        return
    text = _text(passages)
    easy = {word for term in draft.terms.values() for word in _WORD.findall(term.lower())}
    found = _WORD.findall(text)
    if len(found) < FEWEST:
        return  # a page of dashes has many spaces and no word
    sentences = [part for part in _END.split(text) if _WORD.search(part)]
    index = _index(sum(_letters(word, easy) for word in found), len(found), len(sentences))
    if index > draft.grade + 0.5:
        longest = max(sentences, key=lambda sentence: len(sentence.split()))
        draft.error(
            "P114",
            key_of(node, "text"),
            year=round(index),
            grade=draft.grade,
            count=len(longest.split()),
            sentence=shortened(longest),
        )


def _text(passages: Iterable[Passage]) -> str:
    parts: list[str] = []
    for passage in passages:
        for paragraph in passage.text:
            for run in paragraph:
                if type(run) is Words or type(run) is TermWords:
                    parts.append(run.text)
                elif type(run) is LineBreak:
                    parts.append("\n")
            parts.append("\n")
    return "".join(parts)


def _index(letters: int, words: int, sentences: int) -> float:
    return 4.71 * letters / words + 0.5 * words / max(1, sentences) - 21.43


def _marks(text: str) -> int:
    """Return how many sentences end, line ends not counted; an initial ends one, too."""
    return text.count(".") - 2 * text.count("...") + text.count("?") + text.count("!") + text.count("…")


def _letters(word: str, easy: Collection[str]) -> int:
    letters = len(word)
    is_easy = letters > PLAIN and (word[0].isupper() or word.lower() in easy)
    return PLAIN if is_easy else letters
