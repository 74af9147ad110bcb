"""What of a story the browser edition carries."""

from __future__ import annotations

import re
from typing import Any, get_args

from game.story import words
from game.story.code_signs import Fault, WrongCode
from game.story.compiled import to_compiled
from game.story.model import Story


def carried(story: Story) -> dict[str, Any]:
    """Return the compiled pack with the words that views show, as JSON-able values.

    Together they are all that an engine needs to make the same views.
    """
    return {"compiled": to_compiled(story), "words": view_words()}


def view_words() -> dict[str, Any]:
    """Return the English words of game/story by their uses; `{group}` in `wrong_code` is a number."""
    wrong = {fault: re.sub(r"\b1\b", "{group}", str(WrongCode(fault, 1))) for fault in get_args(Fault)}
    return {
        "months": list(words.MONTHS),
        "provenance_meaning": words.PROVENANCE_MEANING,
        "verdict": words.VERDICT,
        "document": words.DOCUMENT,
        "source_kind": words.SOURCE_KIND,
        # As pairs: their order counts.
        "question_kind": [list(pair) for pair in words.QUESTION_KIND.items()],
        "other_questions": words.OTHER_QUESTIONS,
        "wrong_code": wrong,
    }
