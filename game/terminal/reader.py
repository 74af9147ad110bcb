"""Reads leaves and single sheets with the player: the folder and the debrief share these loops."""

from __future__ import annotations

from collections.abc import Callable

from game.terminal import words
from game.terminal.console import Console
from game.terminal.keys import meant, understood
from game.terminal.leaves import Leaf
from game.terminal.sheet import Sheet


class PlayerLeaves(Exception):
    """Raised when the player types q, wherever that is."""


KeepAnswer = Callable[[str, str], Leaf]
"""Keeps what was written to a question (an id), and returns the leaf as it is then."""


def read_leaf(console: Console, leaf: Leaf, keep: KeepAnswer | None = None) -> None:
    """Show the sheets of a leaf one at a time until the player has enough; `keep` takes answers."""
    position = 0
    count = len(leaf.sheets())
    while position < count:
        console.show(leaf.sheets()[position])
        prompt = _leaf_prompt(position, count)
        if keep and leaf.answers:
            prompt = f"{prompt}   {words.PROMPT_ANSWER}"
        typed = understood(console.ask(prompt))
        match typed.key:
            case "answer" if keep and leaf.answers:
                answer = typed.rest or _written(console)
                leaf = keep(leaf.answers[position], "" if answer == "-" else answer)
                console.say(words.ANSWER_TAKEN_BACK if answer == "-" else words.ANSWER_KEPT)
            case "enter":
                position += 1
            case "back":
                position = max(0, position - 1)
            case "number" if 1 <= typed.number <= count:
                position = typed.number - 1
            case "list":
                return
            case "quit":
                raise PlayerLeaves
            case _:
                console.show(refused(console.sheet(), typed.line))


def _written(console: Console) -> str:
    """Return the lines that are typed up to an empty one."""
    console.say(words.ANSWER_LINES)
    lines = list[str]()
    while line := console.ask(""):
        lines.append(line)
    return "\n".join(lines)


def read_sheet(console: Console, sheet: Sheet) -> None:
    """Show one sheet and wait until it has been read."""
    console.show(sheet)
    if understood(console.ask(words.PROMPT_SIDE)).key == "quit":
        raise PlayerLeaves


def refused(sheet: Sheet, typed: str) -> Sheet:
    """Say that a line is no key here, with a guess at what was meant."""
    near = meant(typed)
    if near and near != typed.casefold():
        return sheet.say(words.NOT_UNDERSTOOD_MEANT.format(typed=typed[:40], meant=near))
    return sheet.say(words.NOT_UNDERSTOOD.format(typed=typed[:40]))


def draw_keys(sheet: Sheet) -> Sheet:
    """Draw the list of keys."""
    sheet.heading(words.KEYS_HEADING)
    for key, meaning in words.KEYS:
        sheet.say(meaning, f"  {key:7}  ")
    return sheet


def _leaf_prompt(position: int, count: int) -> str:
    if count == 1:
        return words.PROMPT_ONLY
    if position == count - 1:
        return words.PROMPT_LAST
    return words.PROMPT_LEAF.format(here=position + 1, all=count)
