"""Plays a story in the terminal: shows a page, waits, takes a step, saves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from game.disk import DiskProblem, new_save_path, save_game
from game.story.code_signs import WrongCode
from game.story.debrief import debrief_view
from game.story.model import CONTINUE
from game.story.playthrough import Playthrough, drawn
from game.story.replay_code import from_code
from game.story.scene_view import ending_view, result_view, scene_view
from game.story.views import ChoiceView, DebriefView, FactView, SceneView, TermView
from game.terminal import words
from game.terminal.console import Console
from game.terminal.debrief import read_debrief
from game.terminal.keys import Typed, understood
from game.terminal.pages import draw_choices, draw_ending, draw_result, draw_scene, draw_talk, draw_terms_line
from game.terminal.reader import PlayerLeaves, refused
from game.terminal.sheet import Sheet
from game.terminal.side import SidePages

MakePage = Callable[[DebriefView], str]
"""From a debrief to the text of an HTML file."""


class Answer(Enum):
    """What the player wants, where it is no choice."""

    GO_ON = auto()
    ELSEWHERE = auto()
    DEBRIEF = auto()


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands before the player: the page, how it is drawn, and the words and facts that it names.

    `draw_whole` draws all of it where `draw` shows only what has come up since.
    """

    view: SceneView
    draw: Callable[[], Sheet]
    terms: tuple[TermView, ...]
    facts: tuple[FactView, ...]
    draw_whole: Callable[[], Sheet] | None = None


class Session:
    """One player at one terminal with one playthrough, which is saved to `path` after every step."""

    def __init__(
        self,
        console: Console,
        playthrough: Playthrough,
        path: Path,
        side: SidePages,
        make_page: MakePage,
        lot: Callable[[], float],
    ) -> None:
        self.console = console
        self.playthrough = playthrough
        self.path = path
        self.side = side
        self._make_page = make_page
        self._lot = lot
        self._warned = False

    def play(self) -> None:
        """Play until the player leaves. Raises PlayerLeaves, or InputEnded where nothing more is typed."""
        self.save()
        just_came = False
        while True:
            before = self.playthrough
            answer = self._page(just_came)
            if answer is Answer.DEBRIEF:
                self._debrief()
            just_came = len(self.playthrough.moments) > len(before.moments)

    def save(self) -> bool:
        """Save; say so once where it cannot be done. Returns whether it was done.

        A game of no step is not worth a place in the list of saves.
        """
        if not self.playthrough.steps and not self.path.exists():
            return False
        try:
            self.path = save_game(self.path, self.playthrough)
        except DiskProblem as problem:
            if not self._warned:
                self.console.say(words.NOT_SAVED.format(problem=problem))
            self._warned = True
            return False
        self._warned = False
        return True

    def _page(self, just_came: bool) -> Answer:
        """Show one page, with what followed the last step before it, until the player has dealt with it."""
        skip = self.side.settings.skip_hard_passages
        view = scene_view(self.playthrough)
        result = result_view(self.playthrough) if just_came else None
        if result:
            shown = Shown(
                view, lambda: draw_result(self.console.sheet(), result, skip), result.terms, result.facts
            )
            answer = self._show(shown, words.PROMPT_CONTINUE)
            if answer is not Answer.GO_ON:
                return answer
        stops = bool(view.talk) and self.side.settings.talk_stops
        page = Shown(view, lambda: self._drawn(view, stops), view.terms, view.facts)
        if stops and view.leads == "choices":
            answer = self._show(page, words.PROMPT_TALKED, waits_for_talk=True)
            if answer is not Answer.GO_ON:
                return answer
            page = replace(
                page,
                draw=lambda: draw_choices(self.console.sheet(), view),
                draw_whole=lambda: self._drawn(view, stops=False),
            )
        return self._left(view, page)

    def _left(self, view: SceneView, page: Shown) -> Answer:
        match view.leads:
            case "choices":
                return self._show(page, _pick_prompt(view.choices), view.choices)
            case "continue" | "draw":
                answer = self._show(page, words.PROMPT_CONTINUE)
                if answer is Answer.GO_ON:
                    by_chance = view.leads == "draw"
                    self._take(drawn(self.playthrough.ways, self._lot()).id if by_chance else CONTINUE)
                return answer
            case _:
                answer = self._show(page, words.PROMPT_DEBRIEF)
                return Answer.DEBRIEF if answer is Answer.GO_ON else answer

    def _drawn(self, view: SceneView, stops: bool) -> Sheet:
        """Draw the whole page. `stops`: the question of the talk stop holds the choices back."""
        skip = self.side.settings.skip_hard_passages
        sheet = draw_scene(self.console.sheet(), view, skip)
        draw_terms_line(sheet, view.terms)
        if stops:
            draw_talk(sheet.gap(), view.talk)
        elif view.leads == "choices":
            draw_choices(sheet.gap(), view)
        if ending := ending_view(self.playthrough):
            you = debrief_view(self.playthrough).you
            draw_ending(sheet, ending, you, skip and bool(view.content))
        elif view.leads == "over":
            sheet.gap().say(words.CLOSED_LESSON)
        elif view.leads == "stuck":
            sheet.gap().say(words.STUCK)
        return sheet

    def _show(
        self, shown: Shown, prompt: str, choices: tuple[ChoiceView, ...] = (), waits_for_talk: bool = False
    ) -> Answer:
        """Show what is drawn and answer side keys until a key moves the story."""
        self.console.show(shown.draw())
        while True:
            typed = understood(self.console.ask(prompt))
            match typed.key:
                case "enter" if not choices:
                    return Answer.GO_ON
                case "enter":
                    self.console.say(words.PICK_FIRST)
                case "number":
                    if self._picked(typed, choices, waits_for_talk):
                        return Answer.ELSEWHERE
                case "back" | "history" if typed.key == "back" or typed.rest:
                    if self._went_back(typed):
                        return Answer.ELSEWHERE
                case "end":
                    return Answer.DEBRIEF
                case "quit":
                    raise PlayerLeaves
                case "again":
                    self.console.show((shown.draw_whole or shown.draw)())
                case "settings":
                    if self.side.change_settings():
                        return Answer.ELSEWHERE
                case "code":
                    if self._entered(typed.rest):
                        return Answer.ELSEWHERE
                case _:
                    self._side(typed, shown)

    def _side(self, typed: Typed, shown: Shown) -> None:
        match typed.key:
            case "glossary":
                self.side.glossary(self.playthrough, typed.rest, shown.terms)
            case "provenance":
                self.side.provenance(shown.view, shown.facts)
            case "folder":
                self.side.folder(debrief_view(self.playthrough), typed.number)
            case "history":
                self.side.history(debrief_view(self.playthrough))
            case "help":
                self.side.keys()
            case _:
                self.console.show(refused(self.console.sheet(), typed.line))

    def _picked(self, typed: Typed, choices: tuple[ChoiceView, ...], waits_for_talk: bool) -> bool:
        chosen = next((c for c in choices if c.is_open and c.number == typed.number), None)
        if chosen:
            self._take(chosen.id)
            return True
        if waits_for_talk:
            self.console.say(words.TALK_FIRST)
        else:
            self.console.say(words.NO_SUCH_NUMBER.format(number=typed.number))
        return False

    def _went_back(self, typed: Typed) -> bool:
        """Go back one decision, or to the one that `h 3` names; say so where there is none."""
        decisions = debrief_view(self.playthrough).decisions
        if typed.key == "back":
            mine = [decision for decision in decisions if decision.kind != "chance"]
            if not mine:
                self.console.say(words.NOTHING_BEFORE)
                return False
            return self._move_to(mine[-1].moment)
        named = next((decision for decision in decisions if decision.number == typed.number), None)
        if named is None:
            self.console.say(words.NO_SUCH_DECISION.format(number=typed.rest[:20]))
            return False
        return self._move_to(named.moment)

    def _move_to(self, moment: int) -> bool:
        self.playthrough = self.playthrough.back_to(moment)
        self.console.say(words.WENT_BACK.format(scene=self.playthrough.scene.title))
        self.save()
        return True

    def _entered(self, code: str) -> bool:
        """Go on where a replay code ends, with a save of its own; the game so far keeps its save."""
        try:
            self.playthrough = from_code(self.playthrough.story, code)
        except WrongCode as wrong:
            self.console.say(str(wrong))
            return False
        self.path = new_save_path(self.playthrough.story.played_as)
        self.console.say(words.CODE_ENTERED)
        self.save()
        return True

    def _take(self, way: str) -> None:
        self.playthrough = self.playthrough.choose(way)
        self.save()

    def _debrief(self) -> None:
        view = debrief_view(self.playthrough)
        moment = read_debrief(self.console, view, self.playthrough.is_over, self._make_page, self._answered)
        if moment is not None:
            self._move_to(moment)

    def _answered(self, question: str, answer: str) -> DebriefView:
        self.playthrough = self.playthrough.answered(question, answer)
        self.save()
        return debrief_view(self.playthrough)


def _pick_prompt(choices: tuple[ChoiceView, ...]) -> str:
    last = max((choice.number for choice in choices), default=0)
    numbers = words.PICK.format(last=last) if last > 1 else words.PICK_ONE
    return words.PROMPT_PICK.format(numbers=numbers)
