"""The folder: people with their present fate, glossary, record, photograph, and everything read so far."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from game.desktop import words
from game.desktop.actions import Command
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push
from game.desktop.play import Play
from game.desktop.resources import Retouch
from game.desktop.screens import evidence
from game.desktop.screens.cards import facts_list
from game.desktop.screens.leaves import LeavesScreen, parted
from game.desktop.screens.question import Question, QuestionCard
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import ButtonLook, button, gap
from game.desktop.widgets.heading import small_heading, subheading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.photograph import retouch_of
from game.desktop.widgets.piece import Gap, Piece
from game.story.debrief import debrief_view
from game.story.scene_view import result_view, scene_view
from game.story.views import DebriefView, ResultView, SceneView, TermView

Leaf = Literal["people", "glossary", "record", "photograph", "history"]


class FolderScreen(LeavesScreen):
    """One key away in every scene."""

    title = words.FOLDER
    beside = "office_night"
    leaves = (
        ("people", words.TAB_PEOPLE),
        ("glossary", words.TAB_GLOSSARY),
        ("record", words.TAB_RECORD),
        ("photograph", words.TAB_PHOTOGRAPH),
        ("history", words.TAB_HISTORY),
    )

    def __init__(
        self, sitting: Sitting, play: Play, leaf: Leaf = "people", *, has_arrived: bool = True
    ) -> None:
        """`has_arrived` is False while a result is read: the next page has not been seen yet."""
        super().__init__(sitting, leaf)
        self.play = play
        self.has_arrived = has_arrived
        self._debrief: DebriefView | None = None

    @property
    def subtitle(self) -> str:
        """Say where the story stands."""
        playthrough = self.play.playthrough
        scene = scene_view(playthrough if self.has_arrived else playthrough.back())
        return " · ".join(part for part in (scene.title, scene.date) if part)

    @property
    def debrief(self) -> DebriefView:
        """What has been met so far, made once."""
        if self._debrief is None:
            self._debrief = debrief_view(self.play.playthrough)
        return self._debrief

    def retouch(self, kit: Kit) -> Retouch:
        """Return who is gone from the photograph on the office's wall."""
        return retouch_of(kit, self.debrief.photograph)

    def items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        """Lay the present leaf out."""
        match self.leaf:
            case "people":
                return self._people(kit, width)
            case "glossary":
                return self._glossary(kit, width)
            case "record":
                return facts_list(kit, self.debrief.facts_met, width, words.NO_FACTS, self.opened)
            case "photograph":
                return self._photograph(kit, width)
            case _:
                return self._history(kit, width)

    def _people(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        for position, entry in enumerate(self.debrief.people):
            if position:
                yield from parted(kit, width)
            note = words.THIS_IS_YOU if entry.is_you else ""
            known = self.sitting.as_it_stands(entry.person)
            yield evidence.person(kit, known, width, note, known.about)
        if not self.debrief.people:
            yield prose(kit, said(words.NOBODY), width, "nobody")

    def _glossary(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        found: dict[str, TermView] = {}
        playthrough = self.play.playthrough
        for position in range(len(playthrough.moments)):
            shown = playthrough.back_to(position)
            result = result_view(shown)
            is_seen = self.has_arrived or position < len(playthrough.moments) - 1
            terms = scene_view(shown).terms if is_seen else ()
            for entry in (*terms, *(result.terms if result else ())):
                found.setdefault(entry.id, entry)
        for position, entry in enumerate(found.values()):
            if position:
                yield from parted(kit, width)
            yield from evidence.term(kit, entry, width)
        if not found:
            yield prose(kit, said(words.NO_TERMS), width, "no_terms")

    def _photograph(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        if self.debrief.photograph is None:
            return [prose(kit, said(words.NO_PHOTOGRAPH), width, "no_photograph")]
        title = small_heading(kit, self.debrief.photograph.title, width, "photograph.title")
        return [title, gap(kit, 6), *evidence.photograph(kit, self.debrief.photograph, width)]

    def _history(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        reading = min(width, kit.measure)
        decisions = {decision.moment: decision for decision in self.debrief.decisions}
        for position in range(len(self.play.playthrough.moments) - (not self.has_arrived)):
            view = scene_view(self.play.playthrough.back_to(position))
            if position:
                yield from parted(kit, width)
            yield small_heading(kit, view.date or view.chapter_title, width, f"when{position}")
            yield subheading(kit, view.title, width, f"scene{position}")
            yield gap(kit, 6)
            yield from _read(kit, view, reading, position, self.sitting.settings.skip_hard_passages)
            if decision := decisions.get(position):
                yield gap(kit, 8)
                yield small_heading(kit, words.CHOSEN, width, f"chosen{position}")
                yield prose(kit, decision.chosen, reading, f"chosen{position}.text")
                if hands := self.play.playthrough.votes.get(position):
                    yield gap(kit, 4)
                    told = words.votes((_text_of(view, way), count) for way, count in hands.items())
                    yield prose(kit, said(told), reading, f"hands{position}", colour=kit.palette.keys)
                if followed := result_view(self.play.playthrough.back_to(position + 1)):
                    yield gap(kit, 4)
                    yield from self._followed(kit, followed, reading, position)
                yield gap(kit, 8)
                yield button(kit, f"moment:{position}", words.BACK_HERE, width, ButtonLook())

    def _followed(self, kit: Kit, result: ResultView, width: int, position: int) -> Iterable[Piece | Gap]:
        is_short = self.sitting.settings.skip_hard_passages and result.content and result.summary
        if text := result.summary if is_short else result.text:
            yield small_heading(kit, words.LED_TO, width, f"followed{position}.head")
            yield prose(kit, text, width, f"followed{position}", face=kit.face("reading", "choice"))

    def anew(self) -> FolderScreen:
        """Return the folder for the story as it was read again."""
        again = FolderScreen(self.sitting, self.play, has_arrived=self.has_arrived)
        again.leaf = self.leaf
        return again

    def take(self, target: str) -> Move | None:
        """Go back to a decision, or what every leaf answers."""
        kind, _, rest = target.partition(":")
        if kind == "moment":
            return self._back_to(int(rest))
        return super().take(target)

    def _back_to(self, moment: int) -> Move:
        """Go back to a decision; ask where others that came after it would be dropped with it."""

        def back(screens: int) -> Move:
            self.play.move_to(self.play.playthrough.back_to(moment))
            return Pop(screens)

        after = sum(made.moment > moment for made in self.debrief.decisions)
        if not after:
            return back(1)
        text = words.drops(after)
        question = Question(words.BACK_HERE, text, words.keep_them(after), words.drop_them(after))
        return Push(QuestionCard(question, lambda: back(2)))

    def say(self, command: Command) -> Move | None:
        """Close at the key that opened the folder."""
        return Pop() if command == "folder" else None


def _text_of(view: SceneView, way: str) -> str:
    """What a choice of a page says, without its styles."""
    text = next((choice.text for choice in view.choices if choice.id == way), ())
    return " ".join("".join(run.text for run in paragraph) for paragraph in text)


def _read(kit: Kit, view: SceneView, width: int, position: int, skips: bool) -> Iterable[Piece | Gap]:
    if skips and view.content and view.summary:
        yield prose(kit, view.summary, width, f"read{position}.summary")
        return
    for number, passage in enumerate(view.passages):
        title = ". ".join(part for part in (passage.document_label, passage.title) if part)
        speaker = passage.who.name if passage.who else ""
        if title or speaker:
            yield gap(kit, 4)
            yield small_heading(kit, title or speaker, width, f"read{position}.{number}.head")
        typed = (
            kit.face("document", "document") if passage.kind == "document" else kit.face("reading", "choice")
        )
        if passage.text:
            pitch = kit.line_height(typed, "line_document")
            yield prose(kit, passage.text, width, f"read{position}.{number}", face=typed, pitch=pitch)
            yield gap(kit, 12)
