"""Plays a walkthrough: a text file that says what is done and what must then be seen.

    # a comment
    lesson ID             begin this lesson, as a class does that starts there (first, or not at all)
    see TEXT              the page, or the result of the last step, contains this text
    unseen TEXT           neither of them does
    choose ID             take a choice
    letter ID             take up a paper from the desk
    continue              press Enter
    draw ID               chance draws this
    locked ID             this choice is shown closed
    back                  go back one step
    fate PERSON FATE      somebody's fate is this now
    unread ID             this paper was left on the desk by the last step
    ending ID             the playthrough has ended so

IDs are those of the pack's files.
"""

from __future__ import annotations

from pathlib import Path

from game.story.model import CONTINUE, Story
from game.story.playthrough import Playthrough, WayClosed
from game.story.scene_view import ending_view, result_view, scene_view
from game.story.starts import lesson_start
from game.story.views import PassageView, text_of


class Stumbled(AssertionError):
    """Raised where a walkthrough and the story part; the message names the line of the file."""


def walk(story: Story, path: Path) -> Playthrough:
    """Play a walkthrough to its end."""
    playthrough = Playthrough.begin(story)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        verb, _, rest = line.strip().partition(" ")
        if not verb or verb.startswith("#"):
            continue
        try:
            playthrough = _after(playthrough, verb, rest.strip())
        except (WayClosed, Stumbled, KeyError) as problem:
            page = page_text(playthrough)
            raise Stumbled(f"{path.name}:{number}: {line.strip()}: {problem}\n\n{page}") from None
    return playthrough


def page_text(playthrough: Playthrough) -> str:
    """Return all that stands before the player, the result of the last step first."""
    view, result, ending = scene_view(playthrough), result_view(playthrough), ending_view(playthrough)
    parts = [text_of(result.text)] if result else []
    parts += [view.title, view.date]
    parts += [part for passage in view.passages for part in _passage(passage)]
    parts.append(text_of(view.talk))
    parts += [f"{choice.id}: {text_of(choice.text)} {text_of(choice.locked)}" for choice in view.choices]
    if ending:
        parts += [ending.title, text_of(ending.epilogue)]
    return "\n".join(part for part in parts if part)


def _passage(passage: PassageView) -> list[str]:
    who = passage.who.name if passage.who else ""
    return [passage.title, who, text_of(passage.text), passage.picture_text]


def _after(playthrough: Playthrough, verb: str, rest: str) -> Playthrough:
    match verb:
        case "lesson":
            return Playthrough.begin(playthrough.story, lesson_start(playthrough.story, rest))
        case "choose" | "draw":
            return playthrough.choose(rest)
        case "letter":
            way = next((way.id for way in playthrough.ways if way.letter == rest), rest)
            return playthrough.choose(way)
        case "continue":
            return playthrough.choose(CONTINUE)
        case "back":
            return playthrough.back()
        case _:
            _demand(playthrough, verb, rest)
            return playthrough


def _demand(playthrough: Playthrough, verb: str, rest: str) -> None:
    view, result = scene_view(playthrough), result_view(playthrough)
    match verb:
        case "see":
            holds = rest in page_text(playthrough)
        case "unseen":
            holds = rest not in page_text(playthrough)
        case "locked":
            holds = any(choice.id == rest and not choice.is_open for choice in view.choices)
        case "fate":
            person, _, fate = rest.partition(" ")
            variable = playthrough.story.variable[person]
            holds = variable.name_of(playthrough.state.values[variable.slot]) == fate.strip()
        case "unread":
            holds = result is not None and any(paper.scene == rest for paper in result.unread)
        case "ending":
            holds = playthrough.ending is not None and playthrough.ending.id == rest
        case _:
            raise Stumbled("there is no such verb")
    if not holds:
        raise Stumbled("this is not so")
