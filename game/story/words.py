"""The few English words that views carry: months, provenance, verdicts, kinds of document and question."""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

PROVENANCE = {"documented": "documented", "composite": "composite", "invented": "invented"}

PROVENANCE_MEANING = {
    "documented": "This happened as shown; the record behind it is named below.",
    "composite": "Put together from several cases of the record, named below.",
    "invented": "Invented for this story.",
}

VERDICT = {
    "corroborated": "The archives bear this out.",
    "approximate": "Right in direction, loose in detail.",
    "disputed": "Historians disagree, or the evidence is hearsay.",
    "mistaken": "The archives contradict this.",
}

DOCUMENT = {
    "telegram": "Telegram",
    "letter": "Letter",
    "order": "Order",
    "minutes": "Minutes",
    "newspaper": "Newspaper",
    "list": "List",
    "form": "Form",
    "photograph": "Photograph",
}

SOURCE_KIND = {
    "primary": "document of the time",
    "scholarship": "historians’ work",
    "memoir": "memoir",
    "reference": "reference",
    "class_notes": "class notes",
}


QUESTION_KIND = {
    "event": "What happened",
    "distance": "Near and far",
    "perspective": "What could be known",
    "sourcing": "Who wrote it, and why",
    "cause": "Causes",
    "responsibility": "Who answers for it",
    "counterfactual": "What if",
    "memory": "What is remembered",
    "model": "Fault the game",
}
"""In the order of a debrief: from what happened to what the game got wrong."""

OTHER_QUESTIONS = "To talk about"
"""The heading of questions that have no kind."""


def in_figures(number: int) -> str:
    """Return `353,074`."""
    return f"{number:,}"


def long_date(date: str) -> str:
    """Return `1937-07-03` as `3 July 1937`, `1937-07` as `July 1937`; anything else as it is."""
    parts = date.split("-")
    if not (1 <= len(parts) <= 3 and all(part.isdecimal() for part in parts)):
        return date
    if len(parts) > 1 and not 1 <= int(parts[1]) <= 12:
        return date
    day = [str(int(parts[2]))] if len(parts) == 3 else []
    month = [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    return " ".join([*day, *month, parts[0]])
