"""A page's ways on: why some are closed, and which papers leaving would leave unread."""

from __future__ import annotations

from game.desktop import words
from game.desktop.moves import Move, Push
from game.desktop.screens.notice import Notice, NoticeCard
from game.desktop.sitting import Sitting
from game.story.playthrough import Playthrough
from game.story.scene_view import left_unread
from game.story.views import ProseView, SceneView, UnreadView


def why_closed(sitting: Sitting, view: SceneView, number: int) -> Move | None:
    """Answer a number that no open way has, on a page with closed ones: a card names those and says why."""
    closed = [choice for choice in view.choices if not choice.is_open]
    if not closed or number > len(view.choices):
        return None
    told = [part for choice in closed for part in (_plain(choice.text), _plain(choice.locked)) if part]
    return Push(NoticeCard(sitting, Notice(words.CLOSED, "\n\n".join(told))))


def lie_unread(playthrough: Playthrough, view: SceneView) -> tuple[UnreadView, ...]:
    """Return the papers that leaving this desk now would leave unread, where none can be taken any more."""
    choices = [choice for choice in view.choices if choice.is_open]
    if not view.is_desk or not choices or any(choice.kind == "letter" for choice in choices):
        return ()
    left = playthrough.choose(choices[0].id)
    return left_unread(left, len(left.moments) - 1)


def _plain(text: ProseView) -> str:
    return " ".join("".join(run.text for run in paragraph) for paragraph in text)
