"""What the debrief's own screens say in the window; words.py has what they share with the others."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop import words

TITLE = "Debrief"
LEAF_DECISIONS = "Decisions"
LEAF_TIMELINE = "Timeline"
LEAF_READINGS = "Readings"
LEAF_QUESTIONS = "Questions"
LEAF_AFTERLIFE = "The file"

TALKED = "To talk about before choosing"
LED_TO = "It led to {scene}."
LED_TO_AS_WELL = "It led to {scene} as well."
ROAD_JOINS = "This road led to the same next page, {scene}."
ROADS_JOIN = "Each of these roads led to the same next page, {scene}."

CHAIR = "What this chair brought you"
CHAIR_BEFORE = "At first"
CHAIR_AFTER = "At the end"

TIMELINE_HOW = (
    "Under each date stand the pages of this playthrough in bold, then the record: facts of these months, "
    "and those of other years that a page named."
)
TIMELINE_BESIDE = (
    "On the left this playthrough, on the right the record: facts of these months, and those of other years "
    "that a page named."
)
LANE_PLAYED = "This playthrough"
LANE_RECORD = "The record"
UNDATED = "Undated"
NOT_MET = "not met"
BEYOND_NOTES = "Beyond the class notes"
FIGURES = "Figures"

READINGS_HOW = (
    "Historians read the same events differently. Under each reading stand the decisions of this playthrough "
    "that rest on a fact which it names. Which of them fits, and what would each have to leave out?"
)
AFTER_HISTORIANS = "After {lines}."
WOULD_CITE = "What it could cite from this playthrough"
WOULD_CITE_NONE = "No decision of this playthrough rests on a fact that it names."

QUESTIONS_HOW = (
    "Nobody is asked what they would have done. Choose a few. What is written here is kept with the game and "
    "stands on the page that can be saved; it is sent nowhere."
)
SIMPLER = "What this game makes simpler"
SIMPLER_HOW = (
    "Where would a historian object, and which of these matters most for your own path? What is missing from "
    "the list?"
)
ANSWER = "Your answer"
ANSWER_WRITE = "Write an answer"
ANSWER_CHANGE = "Change the answer"
ANSWER_KEEP = "Keep it"
REPLAY_CODE = "The same playthrough on another machine:"


def met(met_facts: int, all_facts: int) -> str:
    """Say how many facts of a record a playthrough met."""
    return f"{met_facts} of {all_facts} met"


def missed(count: int) -> str:
    """Name the facts of a section that were not met."""
    return f"Not met in this playthrough: {count}"


def decisions(numbers: Sequence[int]) -> str:
    """Name decisions by their numbers."""
    if len(numbers) == 1:
        return words.decision(numbers[0])
    return f"Decisions {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def look_at(numbers: Sequence[int]) -> str:
    """Point to the decisions that a question speaks of."""
    named = decisions(numbers)
    return f"Look at {named[0].lower()}{named[1:]}."


def stands_under(numbers: Sequence[int]) -> str:
    """Say which decisions rest on a fact."""
    return f"Stands under {decisions(numbers).lower()}."


def turned_after(numbers: Sequence[int]) -> str:
    """Say after which decisions a thing showed otherwise."""
    return f"It changed after {decisions(numbers).lower()}."
