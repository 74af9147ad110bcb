"""A scene of a pack that is being written: the page as players see it, and the author's strip below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.desktop import author_words
from game.desktop.actions import Command
from game.desktop.author_play import Setting, jumped, replayed, with_value
from game.desktop.bench import Built, Finding, Preview
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.moves import Move, Push
from game.desktop.screens.cards import Card
from game.desktop.screens.scene import SceneScreen
from game.desktop.sitting import Sitting
from game.desktop.strip_view import StripView, strip_view
from game.desktop.widgets.chips import Hint, gap
from game.desktop.widgets.exit_line import exit_words
from game.desktop.widgets.heading import small_heading, subheading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece, Placed, assembled
from game.desktop.widgets.strip import strip
from game.story.playthrough import Playthrough, Start
from game.story.variables import Variable


class PreviewScreen(SceneScreen):
    """The story from a scene on, with a strip that F12 takes away; it is kept while files are saved."""

    explains = ("strip", "jump", "variables", "ways", "messages")

    def __init__(self, sitting: Sitting, preview: Preview, built: Built) -> None:
        super().__init__(sitting, sitting.begin(built.start))
        self.preview = preview
        self.built = built
        if built.played:
            self.play.move_to(built.played)
        self.has_strip = True
        self.said = built.said
        self._settings_by_hand: tuple[Setting, ...] = ()

    def contents(self, kit: Kit) -> Page:
        """Lay the page out above the strip; without the strip it is the players' own page."""
        if not self.has_strip:
            return super().contents(kit)
        below = strip(kit, self.strip_view(), self._strip_keys())
        page = super().contents(replace(kit, height=kit.height - below.height))
        where = Box(0, kit.height - below.height, kit.width, below.height)
        # Over the picture, whose slanted edge may reach a pixel too far; the line of keys stays the last.
        at = next((i for i, placed in enumerate(page.fixed) if placed.piece.name == "keys"), 0)
        fixed = (*page.fixed[:at], Placed(below, where), *page.fixed[at:])
        whole = assembled(fixed, page.flow, page.view, page.height)
        # The strip's keys come last: Tab leads through the page first.
        own = [found for found in whole.targets if not (found[1] and found[0].box.top >= where.top)]
        last = [found for found in whole.targets if found not in own]
        return whole._replace(targets=(*own, *last), ground=page.ground)

    def strip_view(self) -> StripView:
        """Return what the strip says now."""
        return strip_view(
            self.play.playthrough,
            self.built.places,
            self.preview.written,
            of_result=self.phase == "result",
            said=self.said,
        )

    def _strip_keys(self) -> list[Hint]:
        findings = self.built.findings
        errors = sum(found.is_error for found in findings)
        told = author_words.counted(errors, len(findings) - errors)
        return [
            Hint("J", author_words.STRIP_JUMP, "jump"),
            Hint("V", author_words.STRIP_SET, "variables"),
            Hint("X", author_words.STRIP_ALL_WAYS, "ways"),
            *([Hint("M", told, "messages")] if told else []),
            Hint("F12", author_words.STRIP_HIDE, "strip"),
        ]

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of the page; without the strip also the one that brings it back."""
        own = super().hints()
        return own if self.has_strip else (*own[:-1], Hint("F12", author_words.KEY_STRIP, "strip"), own[-1])

    def say(self, command: Command) -> Move | None:
        """Answer the strip's keys, and those of every scene."""
        match command:
            case "strip":
                self.has_strip = not self.has_strip
                self.changed(keep_place=True)
            case "jump":
                from game.desktop.screens.jump import JumpScreen

                return Push(JumpScreen(self))
            case "variables":
                from game.desktop.screens.variables import VariablesScreen

                return Push(VariablesScreen(self))
            case "ways":
                return Push(self._ways_card())
            case "messages":
                from game.desktop.screens.messages import MessagesScreen

                found = self.built.findings
                return Push(MessagesScreen(self.sitting, found, renewed=lambda: self.built.findings))
            case _:
                self.said = ""
                return super().say(command)
        return None

    def take(self, target: str) -> Move | None:
        """Answer a press; 'another road' begins again in the preview."""
        self.said = ""
        if target == "again":
            self.play.move_to(Playthrough.begin(self.play.playthrough.story, self.play.playthrough.start))
            return None
        return super().take(target)

    def jump(self, scene: str) -> None:
        """Go on in another scene, with the variables as they are."""
        self.said = ""
        self._go(jumped(self.play.playthrough, scene))

    def set(self, variable: Variable, value: int) -> None:
        """Set a variable on this page; its bounds hold."""
        playthrough, self._settings_by_hand = with_value(
            self.play.playthrough, self._settings_by_hand, variable, value
        )
        self._keep_place(playthrough)

    def take_up(self, built: Built, time: str) -> None:
        """Go on in the same place of a pack that was read again. Raises ValueError where there is none."""
        assert built.story is not None
        before = self.play.playthrough
        found = replayed(built.story, before, self._settings_by_hand, built.start or Start(built.story.start))
        self.built, self._settings_by_hand = built, found.settings
        self.said = author_words.RELOADED.format(time=time)
        if found.is_anew:
            self.said = author_words.BEGUN_ANEW.format(time=time, scene=found.playthrough.state.scene)
        elif found.lost:
            lost = f"{found.lost.scene}.{found.lost.way}"
            self.said = author_words.LOST_STEPS.format(time=time, lost=lost)
        if found.is_anew or found.lost:
            self._go(found.playthrough)
        else:
            self._keep_place(found.playthrough)

    def keep_old(self, findings: tuple[Finding, ...]) -> None:
        """Go on with the pack as it was before mistakes came into it."""
        self.built = self.built._replace(findings=findings)
        self.said = author_words.STALE
        self.changed(keep_place=True)

    def _go(self, playthrough: Playthrough) -> None:
        self.play.move_to(playthrough)
        self.changed()

    def _keep_place(self, playthrough: Playthrough) -> None:
        """Show the same page of another playthrough: the result that is read, the talk, the scroll."""
        self.play.move_to(playthrough)
        self._seen = playthrough
        self.changed(keep_place=True)

    def _ways_card(self) -> Card:
        shown = self.strip_view()
        parts = (
            (author_words.WAYS_OPEN, [way for way in shown.exits if way.is_open]),
            (author_words.WAYS_CLOSED, [way for way in shown.exits if not way.is_open]),
        )

        def items(kit: Kit, width: int) -> Iterable[Piece | Gap]:
            yield subheading(kit, author_words.STRIP_WAYS.format(scene=shown.ways_of), width)
            for title, ways in parts:
                if ways:
                    yield gap(kit, 10)
                    yield small_heading(kit, title, width, title)
                for position, way in enumerate(ways):
                    yield gap(kit, 4)
                    yield prose(kit, (exit_words(way),), width, f"{title}{position}", gap=0)
            if not shown.exits:
                yield prose(kit, said(author_words.WAYS_NONE), width, "none")

        return Card(self.sitting, items, "ways")
