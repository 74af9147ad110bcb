"""The photograph as it hangs by now: who is gone from it, and by whose brush."""

from __future__ import annotations

from dataclasses import replace

from game.story.playthrough import Playthrough
from game.story.viewer import Viewer
from game.story.views import PhotographView


def photograph_of(playthrough: Playthrough) -> PhotographView | None:
    """Return the photograph at a playthrough's last moment; None where the pack has none.

    Whoever was gone when the playthrough began was painted out by the retoucher: the start knows no order.
    """
    story = playthrough.story
    view = Viewer(story, playthrough.state).photograph()
    if view is None or story.photograph is None or not story.photograph.retoucher:
        return view
    known: set[str] = set()
    left_to_others: set[str] = set()
    for position, moment in enumerate(playthrough.moments):
        viewer = Viewer(story, moment.state)
        gone = {person for person in story.photograph.people if viewer.is_gone(person)}
        if position and viewer.is_gone(story.photograph.retoucher):
            left_to_others |= gone - known
        # Somebody may come back, and be taken again: it is the last time that counts.
        left_to_others &= gone
        known = gone
    return replace(view, house_paint=tuple(person for person in view.gone if person in left_to_others))
