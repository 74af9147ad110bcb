"""One game: a playthrough, and the save that follows it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game import disk
from game.desktop.sitting import Outside
from game.disk import DiskProblem
from game.story.model import CONTINUE
from game.story.playthrough import Playthrough, drawn
from game.story.scene_view import scene_view


class Play:
    """One game: a playthrough and the save that follows it after every step."""

    def __init__(self, playthrough: Playthrough, outside: Outside, path: Path | None = None) -> None:
        self.playthrough = playthrough
        self.path = path
        self.problem = ""
        """Why the last save failed; empty where it did not."""
        self._outside = outside
        self._left: list[Playthrough] = []
        """Where the player came back from, the furthest first, as long as the way there is the same."""

    def choose(self, way: str) -> None:
        """Take an open way and save."""
        self.move_to(self.playthrough.choose(way))

    def vote(self, way: str, hands: int) -> None:
        """Keep how many hands went up for a way; saved at once where the game has a file already."""
        voted = self.playthrough.voted(way, hands)
        if self.path:
            self.move_to(voted)
        else:
            self.playthrough = voted

    def go_on(self) -> None:
        """Leave a page that has no choices: Continue, or the draw."""
        if scene_view(self.playthrough).leads == "draw":
            self.choose(drawn(self.playthrough.ways, self._outside.lot()).id)
        else:
            self.choose(CONTINUE)

    def back(self) -> bool:
        """Go back to the page of the last decision (or the first page); tell whether there was one."""
        moments = self.playthrough.moments
        if len(moments) == 1:
            return False
        decided = [i for i, moment in enumerate(moments) if moment.kind in {"pick", "letter"}]
        self.move_to(self.playthrough.back_to(decided[-1] - 1 if decided else 0))
        return True

    @property
    def can_go_forward(self) -> bool:
        """Whether the player went back, and has taken no other way since."""
        return bool(self._left)

    def forward(self) -> bool:
        """Undo going back: return to where the player came from; tell whether there was such a place."""
        if not self._left:
            return False
        there, here = self._left[-1], self.playthrough
        # What was written or counted after going back is the last word, what was taken back too.
        self.move_to(replace(there, answers=here.answers, votes={**there.votes, **here.votes}))
        return True

    def move_to(self, playthrough: Playthrough) -> None:
        """Go on from another point of the playthrough, and save."""
        gone, known = playthrough.moments, self.playthrough
        came_back = [known] if len(known.moments) > len(gone) else []
        # Moments, and not steps alone: in a preview an author may have set a variable meanwhile.
        self._left = [
            left
            for left in (*self._left, *came_back)
            if left.story is playthrough.story
            and len(left.moments) > len(gone)
            and (left.start, left.moments[: len(gone)]) == (playthrough.start, gone)
        ]
        self.playthrough = playthrough
        if not self._outside.keeps_saves:
            return
        try:
            self.path = self.path or disk.new_save_path(playthrough.story.extension or playthrough.story.id)
            self.path = disk.save_game(self.path, playthrough)
            self.problem = ""
        except DiskProblem as problem:
            self.problem = str(problem)
