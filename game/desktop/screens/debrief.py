"""The debrief: the role is laid down, then what was decided, who was in the room, and the record."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop import words
from game.desktop.actions import Command
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push, Reset
from game.desktop.play import Play
from game.desktop.screens import evidence
from game.desktop.screens.cards import facts_list
from game.desktop.screens.decision import decision
from game.desktop.screens.decisions import decision_list
from game.desktop.screens.leaves import LeavesScreen, parted
from game.desktop.screens.notice import Notice, NoticeCard
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap, shelf
from game.desktop.widgets.heading import small_heading
from game.desktop.widgets.paragraph import prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.story.debrief import debrief_view
from game.story.views import DecisionView, PersonLedgerView


class DebriefScreen(LeavesScreen):
    """From any scene and back to it; after an ending, the way on."""

    goes_on = frozenset({"leaf:decisions"})
    leaves = (
        ("decisions", words.LEAF_DECISIONS),
        ("people", words.LEAF_PEOPLE),
        ("record", words.LEAF_RECORD),
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

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        save = [Hint("S", words.KEY_SAVE, "save")] if self.sitting.outside.export_debrief else []
        return (
            Hint("1–3", words.KEY_TURN, ""),
            *([Hint("Enter", words.KEY_OPEN, "")] if self.leaf == "decisions" and not self.made else []),
            Hint("Esc", words.BACK.lower(), "leave"),
            *save,
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        """Lay the present leaf out; before the first one the role is laid down."""
        match self.leaf:
            case "decisions":
                return [*self._decisions(kit, width), *self._foot(kit, width)]
            case "people":
                return [*self._people(kit, width), *self._foot(kit, width)]
            case "record":
                facts = facts_list(kit, self.view.facts_met, width, words.NO_FACTS, self.opened)
                return [*facts, *self._foot(kit, width)]
            case _:
                return self._role_down(kit, width)

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

    def _people(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        for position, entry in enumerate(self.view.people):
            if position:
                yield from parted(kit, width)
            yield self._person(kit, entry, width)
        if not self.view.people:
            yield prose(kit, said(words.NOBODY), width, "nobody")
        if self.view.photograph:
            yield from parted(kit, width)
            yield small_heading(kit, self.view.photograph.title, width, "photograph.title")
            yield gap(kit, 6)
            yield from evidence.photograph(kit, self.view.photograph, width, as_taken=True)
            if self.view.photograph.gone:
                yield gap(kit, 16)
                yield from evidence.photograph(kit, self.view.photograph, width)

    def _person(self, kit: Kit, entry: PersonLedgerView, width: int) -> Piece:
        reading = min(width, kit.measure) - (kit.px(112) if width > 34 * kit.character else 0)
        extra: list[Piece | Gap] = []
        if entry.after:
            extra += [gap(kit, 6), prose(kit, entry.after, reading, f"{entry.person.id}.after")]
        if entry.decisions:
            several = len(entry.decisions) > 1
            numbers = ", ".join(map(str, entry.decisions))
            text = f"{words.TOUCHED_BY_SEVERAL if several else words.TOUCHED_BY} {numbers}."
            extra += [gap(kit, 6), small_heading(kit, text, reading, f"{entry.person.id}.touched")]
        if entry.drawn_from:
            extra += [gap(kit, 8), small_heading(kit, words.DRAWN_FROM, reading, f"{entry.person.id}.drawn")]
            for known in entry.drawn_from:
                name = f"{entry.person.id}.{known.id}"
                extra += [*evidence.fact(kit, known, reading, name, self.opened), gap(kit, 8)]
        note = words.THIS_IS_YOU if entry.is_you else ""
        return evidence.person(kit, self.sitting.as_it_stands(entry.person), width, note, (), extra)

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
        match target:
            case "save":
                return self.say("save")
            case "back":
                return Pop()
            case "title":
                self.sitting.look_for_saves()
                return Reset()
        return super().take(target)

    def say(self, command: Command) -> Move | None:
        """Save the debrief as a page; close at the key that opened it."""
        if command == "end":
            return Pop()
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
