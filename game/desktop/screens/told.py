"""What a playthrough alone has a page show; in a long game it takes longer and longer to gather."""

from __future__ import annotations

from game.desktop.screens import people, ways
from game.desktop.screens.scene_page import Shown
from game.story.photograph import photograph_of
from game.story.playthrough import Playthrough
from game.story.scene_view import ending_view, result_view, scene_view
from game.story.viewer import Viewer
from game.story.views import SceneView


def told(playthrough: Playthrough, view: SceneView, *, is_result: bool) -> Shown:
    """Return what is shown of a view whatever the settings are: a page, or what followed a choice on it."""
    before = playthrough.moments[: -2 if is_result else -1]
    return Shown(
        view=view,
        result=result_view(playthrough) if is_result else None,
        taken=_taken_number(playthrough) if is_result else "",
        ending=None if is_result else ending_view(playthrough),
        photograph=photograph_of(playthrough),
        described=_described(playthrough, view.place),
        newcomers=people.newcomers(playthrough.story, before, view),
        unread=() if is_result else ways.lie_unread(playthrough, view),
    )


def _described(playthrough: Playthrough, place: str) -> str:
    text = playthrough.story.pictures.get(place, ())
    shown = Viewer(playthrough.story, playthrough.state).prose(text)
    return " ".join("".join(run.text for run in paragraph) for paragraph in shown)


def _taken_number(playthrough: Playthrough) -> str:
    step = playthrough.moments[-1].step
    before = scene_view(playthrough.back()).choices
    return next((str(c.number) for c in before if step and c.id == step.way), "")
