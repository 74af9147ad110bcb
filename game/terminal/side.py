"""What can be opened beside a page without moving the story: glossary, provenance, folder, settings, keys."""

from __future__ import annotations

from dataclasses import replace

from game.disk import DiskProblem, Settings, save_settings
from game.story.playthrough import Playthrough
from game.story.views import DebriefView, FactView, SceneView, TermView
from game.terminal import words
from game.terminal.console import Console
from game.terminal.keys import understood
from game.terminal.leaves import draw_history, draw_list, folder_leaves
from game.terminal.reader import PlayerLeaves, draw_keys, read_leaf, read_sheet
from game.terminal.record import draw_provenance, draw_terms, look_up
from game.terminal.sheet import Sheet


class SidePages:
    """The pages beside the story, and the settings that they can change."""

    def __init__(self, console: Console, settings: Settings) -> None:
        self.console = console
        self.settings = settings

    def keys(self) -> None:
        """Show all keys."""
        self.console.show(draw_keys(self.console.sheet()))

    def glossary(self, playthrough: Playthrough, word: str, here: tuple[TermView, ...]) -> None:
        """Show one word that was asked for, or all words of the page."""
        sheet = self.console.sheet()
        if word:
            found = look_up(playthrough, word)
            if isinstance(found, TermView):
                draw_terms(sheet, (found,))
            elif found:
                meant = words.listed(found, "or")
                sheet.say(words.NO_TERM_MEANT.format(word=word[:40], meant=meant))
            else:
                sheet.say(words.NO_TERM.format(word=word[:40]))
        elif here:
            draw_terms(sheet.heading(words.TERMS_HEADING), here)
        else:
            sheet.say(words.NO_TERMS_HERE)
        self.console.show(sheet)

    def provenance(self, view: SceneView, facts: tuple[FactView, ...]) -> None:
        """Show what is record on the page."""
        read_sheet(self.console, draw_provenance(self.console.sheet(), view, facts))

    def history(self, view: DebriefView) -> None:
        """Show the decisions so far."""
        self.console.show(draw_history(self.console.sheet(), view))

    def folder(self, view: DebriefView, number: int) -> None:
        """Open the folder, at the leaf of a number where one is given."""
        leaves = folder_leaves(view, self.console.sheet)
        while True:
            if 1 <= number <= len(leaves):
                read_leaf(self.console, leaves[number - 1])
            self.console.show(draw_list(self.console.sheet().heading(words.FOLDER_HEADING), leaves))
            typed = understood(self.console.ask(words.PROMPT_LEAVES))
            if typed.key == "quit":
                raise PlayerLeaves
            if typed.key != "number":
                return
            number = typed.number

    def change_settings(self) -> bool:
        """Let the player switch the two settings that matter here. Returns whether one was switched."""
        before = self.settings
        while True:
            self.console.show(self._settings_sheet())
            typed = understood(self.console.ask(words.SETTINGS_PROMPT))
            settings = self.settings
            if typed.key == "quit":
                raise PlayerLeaves
            if typed.number == 1:
                settings = replace(settings, skip_hard_passages=not settings.skip_hard_passages)
            elif typed.number == 2:
                settings = replace(settings, talk_stops=not settings.talk_stops)
            else:
                return self.settings != before
            self.keep(settings)

    def keep(self, settings: Settings) -> None:
        """Use these settings from now on, and in later games where they can be written."""
        self.settings = settings
        try:
            save_settings(settings)
        except DiskProblem as problem:
            self.console.say(str(problem))

    def _settings_sheet(self) -> Sheet:
        sheet = self.console.sheet().heading(words.SETTINGS_HEADING)
        sheet.say(words.SETTING_HARD.format(value=_on(self.settings.skip_hard_passages)))
        return sheet.say(words.SETTING_TALK.format(value=_on(self.settings.talk_stops)))


def _on(value: bool) -> str:
    return words.ON if value else words.OFF
