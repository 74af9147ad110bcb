"""The debrief at the terminal: the role laid down, the leaves, and the page for a browser."""

from __future__ import annotations

from collections.abc import Callable

from game.disk import DiskProblem, path_from, write_text
from game.story.views import DebriefView
from game.terminal import words
from game.terminal.console import Console
from game.terminal.debrief_leaves import debrief_leaves
from game.terminal.keys import Typed, understood
from game.terminal.leaves import Leaf, draw_list
from game.terminal.reader import PlayerLeaves, draw_keys, read_leaf, refused
from game.terminal.sheet import Sheet

DEFAULT_PAGE = "debrief.html"


def read_debrief(
    console: Console,
    view: DebriefView,
    is_over: bool,
    make_page: Callable[[DebriefView], str],
    answered: Callable[[str, str], DebriefView],
) -> int | None:
    """Read the debrief with the player. `answered` keeps an answer to a question and returns the new view.

    Returns the moment of a decision to go back to, or None to go back to the story's page (which only a
    playthrough that is not over has). Raises PlayerLeaves.
    """
    leaves = debrief_leaves(view, console.sheet)

    def keep(question: str, answer: str) -> Leaf:
        nonlocal view, leaves
        view = answered(question, answer)
        leaves = debrief_leaves(view, console.sheet)
        return next(leaf for leaf in leaves if question in leaf.answers)

    leave = words.DEBRIEF_LEAVE if is_over else words.DEBRIEF_BACK
    while True:
        console.show(draw_list(_opening(console.sheet(), view).gap(), leaves))
        typed = understood(console.ask(words.DEBRIEF_PROMPT.format(leave=leave)))
        match typed.key:
            case "number" if 1 <= typed.number <= len(leaves):
                read_leaf(console, leaves[typed.number - 1], keep)
            case "write":
                write_page(console, view, make_page)
            case "history" if typed.number:
                moment = _moment(view, typed)
                if moment is not None:
                    return moment
                console.say(words.NO_SUCH_DECISION.format(number=typed.number))
            case "back" if not is_over:
                return None
            case "back" if view.decisions:
                return view.decisions[-1].moment
            case "quit":
                raise PlayerLeaves
            case "help":
                console.show(draw_keys(console.sheet()))
            case _:
                console.show(refused(console.sheet(), typed.line))


def write_page(console: Console, view: DebriefView, make_page: Callable[[DebriefView], str]) -> None:
    """Ask for a file name and write the debrief there; a file that is there is replaced only when told so."""
    name = console.ask(words.PAGE_ASK.format(default=DEFAULT_PAGE)) or DEFAULT_PAGE
    if name == "-":
        console.say(words.PAGE_KEPT)
        return
    try:
        path = path_from(name)
        if path.exists() and understood(console.ask(words.PAGE_EXISTS.format(path=path))).key != "yes":
            console.say(words.PAGE_KEPT)
            return
        write_text(path, make_page(view))
    except DiskProblem as problem:
        console.say(str(problem))
        return
    console.say(words.PAGE_WRITTEN.format(path=path.absolute()))


def _opening(sheet: Sheet, view: DebriefView) -> Sheet:
    sheet.heading(words.DEBRIEF_HEADING)
    if view.you:
        sheet.say(words.ROLE_LAID_DOWN.format(name=view.you.name))
    else:
        sheet.say(words.ROLE_LAID_DOWN_NO_NAME)
    if view.ending:
        sheet.say(words.ENDING.format(title=view.ending.title))
    else:
        sheet.say(words.STOPPED_AT.format(scene=view.last_scene_title))
    return sheet.say(words.REPLAY_CODE.format(code=view.code)) if view.code else sheet


def _moment(view: DebriefView, typed: Typed) -> int | None:
    return next((d.moment for d in view.decisions if d.number == typed.number), None)
