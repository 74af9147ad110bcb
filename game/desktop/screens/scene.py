"""The story: a scene or a desk, the stop to talk, what followed, the ending."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from game.desktop import actions, words
from game.desktop.actions import Action, Command
from game.desktop.kit import Kit
from game.desktop.moves import Move, Push, Reset
from game.desktop.play import Play
from game.desktop.screens import people, ways
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.scene_page import Shown, scene_page
from game.desktop.screens.told import told
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import Hint
from game.desktop.widgets.paragraph import term_of
from game.desktop.widgets.piece import Page
from game.desktop.widgets.projected import Projection
from game.story.playthrough import Playthrough
from game.story.scene_view import result_view, scene_view
from game.story.viewer import Viewer
from game.story.views import PersonView, SceneView

Phase = Literal["scene", "result"]


class SceneScreen(PageScreen):
    """One page of the story at a time. Moves the playthrough on, and saves after every step."""

    can_pause = True
    can_be_typed = True

    def __init__(self, sitting: Sitting, play: Play) -> None:
        super().__init__()
        self.sitting = sitting
        self.play = play
        self.phase: Phase = "scene"
        self.has_talked = False
        self.pointer = 0
        """Which way stands there, where a projector shows one at a time."""
        self._is_new_number = True
        self._seen: Playthrough | None = None
        self._view: tuple[Playthrough, Phase, SceneView] | None = None
        """The view of a playthrough, made once."""
        self._told: Shown | None = None
        """What that playthrough alone has shown: in a long game it takes longer and longer to gather."""

    def contents(self, kit: Kit) -> Page:
        """Lay out what is shown now."""
        return scene_page(kit, self.shown(), self.hints())

    def page(self, kit: Kit) -> Page:
        """Return the page; another screen may have gone back in the story, or changed a setting."""
        if self._seen is not self.play.playthrough:
            self._seen, self.phase, self.has_talked = self.play.playthrough, "scene", False
            self.changed()
        is_new = self._page is None and not self.scroll
        page = super().page(kit)
        taken = [box.top for piece, box in page.flow if piece.name == "taken"]
        if is_new and taken:
            # What was chosen and what followed are in sight; what led there can be scrolled back to.
            self.scroll = max(0, min(page.furthest, taken[0] - page.view.height // 4))
        return page

    @property
    def view(self) -> SceneView:
        """The page of the story that is shown, or whose result is."""
        playthrough, found = self.play.playthrough, self._view
        if found is None or found[0] is not playthrough or found[1] != self.phase:
            view = scene_view(playthrough.back() if self.phase == "result" else playthrough)
            self._view = found = (playthrough, self.phase, view)
            self._told = None
        return found[2]

    def shown(self) -> Shown:
        """Return all that the page shows."""
        view = self.view
        if self._told is None:
            self._told = told(self.play.playthrough, view, is_result=self.phase == "result")
        return replace(
            self._told,
            is_talking=self._is_talking(),
            skips=self.sitting.settings.skip_hard_passages,
            problem=self.play.problem,
            projection=self._projection(),
        )

    def _projection(self) -> Projection | None:
        if not self.sitting.settings.projector:
            return None
        choices = self.view.choices
        is_asked = self.phase == "scene" and self.view.leads == "choices" and not self._is_talking()
        if not (is_asked and choices):
            return None
        playthrough = self.play.playthrough
        hands = playthrough.votes.get(len(playthrough.moments) - 1, {})
        return Projection(choices, self.pointer % len(choices), hands)

    def sideways(self, across: int) -> bool:
        """Move the pointer of a projector to the next way; it goes round."""
        projection = self._projection()
        if projection is None:
            return False
        self.pointer = (projection.pointer + across) % len(projection.choices)
        self._is_new_number = True
        self.changed(keep_place=True)
        return True

    def act(self, action: Action, kit: Kit) -> Move | None:
        """Answer an action; where hands are counted, digits and Backspace are their number."""
        projection = self._projection()
        if projection and projection.choice.is_open and isinstance(action, actions.Digit | actions.Erase):
            before = 0 if self._is_new_number else projection.hands.get(projection.choice.id, 0)
            count = before * 10 + action.number if isinstance(action, actions.Digit) else before // 10
            if isinstance(action, actions.Erase) and self._is_new_number:
                count = projection.hands.get(projection.choice.id, 0) // 10
            self._count(projection.choice.id, count)
            self._is_new_number = False
            return None
        return super().act(action, kit)

    def _count(self, way: str, hands: int) -> None:
        if 0 <= hands <= 999:
            self.play.vote(way, hands)
            self._seen = self.play.playthrough  # the same page, with another number on it
            self.changed(keep_place=True)

    def _viewer(self) -> Viewer:
        return Viewer(self.play.playthrough.story, self.play.playthrough.state)

    def _people_here(self) -> list[PersonView]:
        """Everybody on this page, and last the player's person, who is always there."""
        you = self.play.playthrough.story.you
        here = [person for person in people.on_page(self.view) if person.id != you]
        return [*here, *([self._viewer().person(you)] if you else [])]

    def _is_talking(self) -> bool:
        return (
            self.phase == "scene"
            and bool(self.view.talk)
            and not self.has_talked
            and self.sitting.settings.talk_stops
        )

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys that matter now; in a narrow window the first and the last few are shown."""
        open_ways = [choice for choice in self.view.choices if choice.is_open]
        has_people = bool(self.play.playthrough.story.you or people.on_page(self.view))
        first = Hint("Enter", words.KEY_GO_ON, "")
        if self._projection():
            first = Hint("0–9", words.KEY_HANDS, "")
        elif self.phase == "scene" and self.view.leads == "choices" and not self._is_talking():
            first = Hint(f"1–{len(open_ways)}" if len(open_ways) > 1 else "1", words.KEY_CHOOSE, "")
        elif self.view.leads in {"ending", "over"}:
            first = Hint("1–3", words.KEY_CHOOSE, "")
        return (
            first,
            Hint("Esc", words.KEY_PAUSE, "pause"),
            Hint("F", words.KEY_FOLDER, "folder"),
            Hint("B", words.KEY_BACK, "back"),
            *([Hint("N", words.KEY_FORWARD, "forward")] if self.play.can_go_forward else []),
            *([Hint("W", words.KEY_WHO, "who")] if has_people else []),
            *([Hint("G", words.KEY_TERM, "term")] if self.view.terms and self.phase == "scene" else []),
            Hint("E", words.END_AND_TALK.lower(), "end"),
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def first_focus(self, page: Page) -> str:
        """Return the one button that goes on; of several ways the player must go to one first."""
        ways = [target.id for target, _ in page.targets if target.reach == "main"]
        return ways[0] if len(ways) == 1 and not ways[0].startswith("choice:") else ""

    def choose(self, number: int) -> str | None:
        """Return the way with this number, where the choices are open."""
        if self.phase == "result" or self._is_talking():
            return None
        if self.view.leads in {"ending", "over"}:
            return {1: "debrief", 2: "history", 3: "again"}.get(number)
        return next((f"choice:{choice.id}" for choice in self.view.choices if choice.number == number), None)

    def closed(self, number: int) -> Move | None:
        """Say why a way is closed."""
        is_asked = self.phase == "scene" and not self._is_talking()
        return ways.why_closed(self.sitting, self.view, number) if is_asked else None

    def take(self, target: str) -> Move | None:
        """Take a way, open a word, or go on."""
        kind, _, rest = target.partition(":")
        if kind == "choice":
            self.play.choose(rest)
            self._arrive()
        elif target == "continue":
            if self.phase == "result":
                self.phase = "scene"
                self.changed()
            else:
                self.play.go_on()
                self._arrive()
        elif target == "talked":
            self.has_talked = True
            self.changed(keep_place=True)
            self.focus = ""
        elif kind == "pointer":
            self.sideways(int(rest))
        elif kind == "hands" and (projection := self._projection()):
            way = projection.choice.id
            self._count(way, max(0, projection.hands.get(way, 0) + int(rest)))
        elif kind == "person":
            return Push(people.who_card(self.sitting, [self._viewer().person(rest.split(":")[0])]))
        elif term := term_of(target):
            from game.desktop.screens.cards import term_card

            return Push(term_card(self.sitting, term))
        return self._at_the_end(target)

    def _at_the_end(self, target: str) -> Move | None:
        match target:
            case "debrief":
                return self.say("end")
            case "history":
                from game.desktop.screens.folder import FolderScreen

                return Push(FolderScreen(self.sitting, self.play, "history"))
            case "again":
                return Reset(SceneScreen(self.sitting, self.sitting.begin(self.play.playthrough.start)))
        return None

    def resumed(self) -> SceneScreen:
        """Show again what followed the last step: whoever comes back reads it before the next page."""
        self._arrive()
        return self

    def changed(self, *, keep_place: bool = False) -> None:
        """Lay the page out anew; on another page the pointer stands at the first way again."""
        if not keep_place:
            self.pointer, self._is_new_number = 0, True
        super().changed(keep_place=keep_place)

    def _arrive(self) -> None:
        self._seen = self.play.playthrough
        self.phase = "result" if result_view(self.play.playthrough) else "scene"
        self.has_talked = False
        self.changed()

    def say(self, command: Command) -> Move | None:
        """Open the folder, a card, the pause or the debrief; or go back one decision."""
        match command:
            case "back":
                if self.play.back():
                    self._seen, self.phase, self.has_talked = self.play.playthrough, "scene", False
                    self.changed()
            case "forward":
                if self.play.forward():
                    self._arrive()
            case "folder":
                from game.desktop.screens.folder import FolderScreen

                return Push(FolderScreen(self.sitting, self.play, has_arrived=self.phase == "scene"))
            case "provenance":
                from game.desktop.screens.cards import provenance_card

                return Push(provenance_card(self.sitting, self.view, self.shown().result))
            case "who":
                here = self._people_here()
                return Push(people.who_card(self.sitting, here)) if here else None
            case "end":
                from game.desktop.screens.debrief import DebriefScreen

                return Push(DebriefScreen(self.sitting, self.play))
            case "pause":
                from game.desktop.screens.pause import PauseScreen

                return Push(PauseScreen(self.sitting, self))
        return None

    def leave(self) -> Move | None:
        """Pause."""
        return self.say("pause")
