"""What the catalogue holds for one code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding that an author can meet.

    `message` says what is wrong, `help` how to mend it; both are templates with {placeholders}. `why` tells
    the reason behind the rule. `wrong` and `right` are short examples. Codes are never used twice.
    """

    title: str
    message: str
    why: str
    wrong: str
    right: str
    help: str = ""
    is_warning: bool = False
