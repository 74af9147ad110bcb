"""The debrief: the role is laid down, then what was decided, who was in the room, and the record."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop import code_words, debrief_words, words
from game.desktop.actions import Command
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push, Reset
from game.desktop.play import Play
from game.desktop.screens.answer import AnswerCard
from game.desktop.screens.debrief_people import people
from game.desktop.screens.debrief_record import record, timeline
from game.desktop.screens.debrief_talk import afterlife, questions, readings
from game.desktop.screens.decision import decision
from game.desktop.screens.decisions import decision_list
from game.desktop.screens.leaves import LeavesScreen, parted
from game.desktop.screens.notice import Notice, NoticeCard
from game.desktop.sitting import Sitting
from game.desktop.text_layout import Text
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap, shelf
from game.desktop.widgets.heading import small_heading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.story.debrief import debrief_view
from game.story.views import DecisionView


class DebriefScreen(LeavesScreen):
    """From any scene and back to it; after an ending, the way on."""

    goes_on = frozenset({"leaf:decisions"})
    beside = "garden_1956"
    leaves = (
        ("decisions", debrief_words.LEAF_DECISIONS),
        ("people", words.TAB_PEOPLE),
        ("timeline", debrief_words.LEAF_TIMELINE),
        ("record", words.TAB_RECORD),
        ("readings", debrief_words.LEAF_READINGS),
        ("questions", debrief_words.LEAF_QUESTIONS),
        ("afterlife", debrief_words.LEAF_AFTERLIFE),
    )

    def __init__(self, sitting: Sitting, play: Play) -> None:
        super().__init__(sitting, "")
        self.play = play
        self.view = debrief_view(play.playthrough)
        self.made: DecisionView | None = None
        """The decision that is open; without one the leaf is their list."""
        self._list_scroll = 0
        you = self.view.you
        self.title = words.YOU_WERE.format(name=you.name) if you else words.YOU_WERE_NOBODY

    def anew(self) -> DebriefScreen:
        """Return the debrief of the story as it was read again."""
        again = DebriefScreen(self.sitting, self.play)
        again.leaf = self.leaf
        return again

    @property
    def subtitle(self) -> str:
        """Say how the story ended, where it did."""
        return self.view.ending.title if self.view.ending else ""

    @property
    def short_title(self) -> str:
        """Say what the leaves are, where the role that is laid down would fill half the window."""
        return debrief_words.TITLE if self.leaf else self.title

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        copy = [Hint("C", code_words.KEY_COPY, "copy")] if self.sitting.outside.copy else []
        save = [Hint("S", words.KEY_SAVE, "save")] if self.sitting.outside.export_debrief else []
        return (
            Hint(f"1–{len(self.leaves)}", words.KEY_TURN, ""),
            *([Hint("Enter", words.KEY_OPEN, "")] if self.leaf == "decisions" and not self.made else []),
            Hint("Esc", words.BACK.lower(), "leave"),
            *save,
            *copy,
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        """Lay the present leaf out; before the first one the role is laid down."""
        return (
            [*self._leaf(kit, width), *self._foot(kit, width)] if self.leaf else self._role_down(kit, width)
        )

    def _leaf(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        match self.leaf:
            case "people":
                return people(kit, self.sitting, self.view, width, self.opened)
            case "timeline":
                return timeline(kit, self.view, width)
            case "record":
                return record(kit, self.view, width, self.opened)
            case "readings":
                return readings(kit, self.view, width)
            case "questions":
                return questions(kit, self.view, width)
            case "afterlife":
                return afterlife(kit, self.view, width, self.opened)
            case _:
                return self._decisions(kit, width)

    def sideways(self, across: int) -> bool:
        """Turn to the next leaf; from the opening, to the first."""
        if not self.leaf:
            self.turn_to("decisions")
            return True
        return super().sideways(across)

    def _role_down(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        reading = min(width, kit.measure)
        yield gap(kit, 10)
        yield prose(kit, said(words.ROLE_DOWN.format(scene=self.view.last_scene_title)), reading, "role_down")
        yield gap(kit, 12)
        yield prose(kit, said(words.ROLE_DOWN_HOW), reading, "how")
        if self.view.code:
            typed = kit.face("document", "document")
            yield gap(kit, 12)
            yield prose(kit, said(debrief_words.REPLAY_CODE), reading, "code.label")
            yield gap(kit, 2)
            yield prose(kit, said(self.view.code), width, "code", face=typed)
            if self.sitting.outside.copy:
                yield gap(kit, 6)
                yield button(kit, "copy", code_words.COPY, width)
        if self.view.fiction_note:
            yield gap(kit, 16)
            yield small_heading(kit, words.ABOUT_RECORD, reading)
            yield gap(kit, 2)
            yield prose(kit, self.view.fiction_note, reading, "fiction_note")
        yield gap(kit, 22)
        yield button(kit, "leaf:decisions", words.LEAF_DECISIONS, width, ButtonLook(arrow=True))

    def _decisions(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        if made := self.made:
            yield from decision(kit, made, width, self.opened, self._first_shown())
            yield gap(kit, 12)
            others = [button(kit, "decision:0", words.ALL_DECISIONS, width)]
            if made.number < len(self.view.decisions):
                after = words.decision(made.number + 1)
                others.append(
                    button(kit, f"decision:{made.number + 1}", after, width, ButtonLook(arrow=True))
                )
            yield shelf(kit, others, width, "others")
            return
        yield from decision_list(kit, self.view.decisions, width)
        if not self.view.decisions:
            yield prose(kit, said(words.NO_DECISIONS), width, "none")
        if self.view.unread:
            yield from parted(kit, width)
            yield small_heading(kit, words.UNREAD, width)
            for position, paper in enumerate(self.view.unread):
                yield prose(
                    kit,
                    paper.offer or said(paper.title),
                    min(width, kit.measure),
                    f"unread{position}",
                    indent=kit.px(14),
                )

    def _first_shown(self) -> dict[str, int]:
        """For each fact the number of the first decision it stands under: it is told in full there."""
        first: dict[str, int] = {}
        for made in self.view.decisions:
            for fact in made.facts:
                first.setdefault(fact.id, made.number)
        return first

    def _foot(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        yield gap(kit, 26)
        over = self.play.playthrough.is_over
        buttons = [
            button(
                kit, "title" if over else "back", words.BACK_TO_TITLE if over else words.BACK_TO_STORY, width
            )
        ]
        if self.sitting.outside.export_debrief:
            buttons.insert(0, button(kit, "save", words.SAVE_PAGE, width))
        yield shelf(kit, buttons, width, "buttons")

    def first_focus(self, page: Page) -> str:
        """Return the button of the opening, which only reads on; no leaf has a first thing to press."""
        return "" if self.leaf else "leaf:decisions"

    def turn_to(self, leaf: str) -> None:
        """Show a leaf from its top; the decisions as their list."""
        self.made = None
        super().turn_to(leaf)

    def leave(self) -> Move | None:
        """Close the decision that is open, else the debrief."""
        if not self.made:
            return Pop()
        self._open(0)
        return None

    def _open(self, number: int) -> None:
        """Open a decision, or the list again (0) at the row that was left."""
        if self.leaf != "decisions":
            self.turn_to("decisions")
        left = self.made
        if left is None:
            self._list_scroll = self.scroll
        self.made = next((made for made in self.view.decisions if made.number == number), None)
        self.changed()
        if left and self.made is None:
            self.scroll, self.focus = self._list_scroll, f"decision:{left.number}"

    def take(self, target: str) -> Move | None:
        """Open a decision, save the page, leave; or what every leaf answers."""
        if target.startswith("decision:"):
            self._open(int(target.removeprefix("decision:")))
            return None
        if target.startswith("answer:"):
            return self._asked(target.removeprefix("answer:"))
        match target:
            case "save":
                return self.say("save")
            case "copy":
                return self.say("copy")
            case "back":
                return Pop()
            case "title":
                self.sitting.look_for_saves()
                return Reset()
        return super().take(target)

    def _asked(self, question: str) -> Move | None:
        """Open the card for an answer."""
        asked: dict[str, tuple[Text, str]] = {q.id: (q.text, q.answer) for q in self.view.questions}
        if fault := self.view.fault:
            asked[fault.id] = (said(debrief_words.SIMPLER_HOW), fault.answer)
        if question not in asked:
            return None

        def keep(answer: str) -> None:
            if answer != asked[question][1]:
                self.play.move_to(self.play.playthrough.answered(question, answer))
                self.view = debrief_view(self.play.playthrough)
                self.changed(keep_place=True)

        return Push(AnswerCard(*asked[question], keep))

    def say(self, command: Command) -> Move | None:
        """Save the debrief as a page; close at the key that opened it."""
        if command == "end":
            return Pop()
        if command == "copy" and self.sitting.outside.copy:
            is_done = self.sitting.outside.copy(self.view.code)
            told = code_words.COPIED if is_done else code_words.NOT_COPIED
            return Push(NoticeCard(self.sitting, Notice(code_words.CODE, f"{told}\n\n{self.view.code}")))
        export = self.sitting.outside.export_debrief
        if command != "save" or export is None:
            return None
        path = self.sitting.debrief_path(self.play)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            export(self.view, path)
        except Exception as problem:  # whatever the writer of pages meets, the debrief itself goes on
            return Push(NoticeCard(self.sitting, Notice(words.PROBLEM, str(problem))))
        notice = Notice(words.SAVE_PAGE, f"{words.SAVED_PAGE}\n\n{path}", words.CLOSE, path.as_uri())
        return Push(NoticeCard(self.sitting, notice))
