"""Reads aloud what comes up on the window, follows the focus, and answers the keys of the voice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop import actions, spoken_words
from game.desktop.actions import Action
from game.desktop.moves import Push
from game.desktop.spoken import explained, spoken, spoken_news, spoken_target, typed_aloud
from game.desktop.voices import Voice
from game.desktop.widgets.field import FIELD

if TYPE_CHECKING:
    from game.desktop.screens.page_screen import PageScreen
    from game.desktop.stage import Stage
    from game.desktop.widgets.piece import Page

_RATE_STEP = 15
_KEPT = 24
"""Screens of which it is remembered what was said."""


class Narrator:
    """The lines that are still to be said, and what has been said of the screens.

    The voice is made when it is needed first. Nothing here waits for it: `look` is called again and again.
    """

    def __init__(self, make: Callable[[], Voice]) -> None:
        self._make = make
        self._voice: Voice | None = None
        self._lines: tuple[str, ...] = ()
        self._next = 0
        self._is_paused = False
        self._heard: dict[PageScreen, tuple[int, tuple[str, ...]]] = {}
        self._on: tuple[PageScreen, str] | None = None
        self._page: Page | None = None
        self._known: set[str] = set()
        """Explanations that were said: of keys, and of what the picture of a place shows."""
        self._typed: tuple[PageScreen, str] | None = None

    def stop(self) -> None:
        """Be silent."""
        self._lines, self._next, self._on, self._page = (), 0, None, None
        self._heard.clear()
        self._known.clear()
        if self._voice:
            self._voice.stop()

    def look(self, stage: Stage) -> None:
        """Say what has come up, or the next line of it; say so where the machine has no voice."""
        if not stage.sitting.settings.reading_aloud or stage.is_over:
            if self._on:
                self.stop()
            return
        self._follow(stage)
        voice = self._voice = self._voice or self._make()
        while self._next < len(self._lines) and not self._is_paused and not voice.is_busy():
            if voice.has_failed:
                break
            self._next += 1
            voice.say(self._lines[self._next - 1], stage.sitting.settings.speech_rate)
        if voice.has_failed:
            self._tell_failure(stage)

    def answers(self, action: Action, stage: Stage) -> bool:
        """Do what an action asks of the voice; False where it asks nothing of it."""
        match self._command(action, stage):
            case "voice":
                is_on = not stage.sitting.settings.reading_aloud
                stage.sitting.change(reading_aloud=is_on)
                stage.top.changed(keep_place=True)
                stage.needs_drawing = True
                if is_on:
                    self._follow(stage)
                    self._say((spoken_words.VOICE_ON, *self._lines))
                    return True
                self.stop()
                if self._voice:
                    self._voice.say(spoken_words.VOICE_OFF, stage.sitting.settings.speech_rate)
                return True
            case _ if not stage.sitting.settings.reading_aloud:
                return False
            case "voice_pause":
                self._pause()
            case "voice_again":
                self._say(spoken(stage.page))
            case "voice_back":
                self._go(max(0, self._next - 2))
            case "voice_on":
                self._go(min(len(self._lines), self._next))
            case "voice_slower":
                self._change_rate(stage, -_RATE_STEP)
            case "voice_faster":
                self._change_rate(stage, _RATE_STEP)
            case _:
                return False
        return True

    def _command(self, action: Action, stage: Stage) -> str:
        if isinstance(action, actions.Say):
            return action.command
        if isinstance(action, actions.Press) and not stage.is_over:
            for target, is_fixed in stage.page.targets:
                if is_fixed and target.id.startswith("say:voice") and target.box.holds(action.x, action.y):
                    return target.id.removeprefix("say:")
        return ""

    def _follow(self, stage: Stage) -> None:
        """Find what is new on the page, and let it be said."""
        top, page = stage.top, stage.page
        if page is self._page and self._on == (top, top.focus):
            return  # asked many times a second: a page that has not changed costs nothing
        self._page = page
        lines, focus = spoken(page), top.focus
        before, self._on = self._on, (top, focus)
        known = self._heard.get(top)
        if before == self._on and known == (top.pages, lines):
            return
        self._heard[top] = (top.pages, lines)
        if len(self._heard) > _KEPT:
            del self._heard[next(iter(self._heard))]
        here = spoken_target(page, focus) if focus else ()
        echo = self._echo(top)
        if known is None or known[0] != top.pages:
            news = spoken_news(page, self._known)
            self._known |= explained(page)
            if here and focus != FIELD and not any(map(spoken_words.takes_enter, news)):
                news = (*news, spoken_words.ALOUD_TAKES.format(what=" ".join(here)))
            self._say(news)
            return
        if echo:
            self._say((echo,))
            return
        fresh = tuple(line for line in lines if line not in known[1])
        if before is None or before[0] is not top:
            fresh = (spoken_words.ALOUD_BACK_ON.format(title=lines[0] if lines else ""), *fresh)
        elif before[1] == focus:
            here = ()
        self._say((*(line for line in fresh if line not in here), *here))

    def _echo(self, top: PageScreen) -> str | None:
        """What is said of a key that was typed: its sign, and not all that stands in the field by then."""
        before, now = self._typed, (top, top.field.text) if top.field else None
        self._typed = now
        if before is None or now is None or before[0] is not top or before == now:
            return None
        return typed_aloud(before[1], now[1])

    def _say(self, lines: tuple[str, ...]) -> None:
        self._lines, self._next, self._is_paused = lines, 0, False
        if self._voice:
            self._voice.stop()

    def _pause(self) -> None:
        self._is_paused = not self._is_paused
        if self._is_paused and self._voice:
            was_busy = self._voice.is_busy()
            self._voice.stop()
            self._next = max(0, self._next - 1) if was_busy else self._next  # the broken line is said again

    def _go(self, line: int) -> None:
        self._next, self._is_paused = line, False
        if self._voice:
            self._voice.stop()

    def _change_rate(self, stage: Stage, by: int) -> None:
        rate = max(50, min(300, stage.sitting.settings.speech_rate + by))
        stage.sitting.change(speech_rate=rate)
        stage.top.changed(keep_place=True)
        rest = self._lines[max(0, self._next - 1) :]
        self._say((spoken_words.VOICE_RATE.format(rate=rate), *rest))

    def _tell_failure(self, stage: Stage) -> None:
        from game.desktop.screens.notice import Notice, NoticeCard

        stage.sitting.change(reading_aloud=False)
        self.stop()
        self._voice = None  # somebody may install one meanwhile
        stage.move(
            Push(NoticeCard(stage.sitting, Notice(spoken_words.VOICE_NONE, spoken_words.VOICE_NONE_TEXT)))
        )
