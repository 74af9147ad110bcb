"""Whatever is pressed, in whatever order and window, there is a page and no error."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.desktop.actions import (
    Action,
    Digit,
    Drag,
    Forward,
    Leave,
    NextFocus,
    Press,
    Resize,
    Say,
    Step,
    Take,
    Turn,
    Wheel,
)
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import small_story

COMMANDS = (
    "folder provenance back end term save help pause full_screen more strip jump variables ways messages"
).split()
ACTIONS = st.one_of(
    st.builds(Digit, st.integers(1, 9)),
    st.sampled_from([Step(0, 1), Step(0, -1), Step(1, 0), Step(-1, 0), NextFocus(), NextFocus(True)]),
    st.sampled_from(
        [Turn(1), Turn(-1), Turn(2), Wheel(1.5), Drag(-90), Resize(640, 480), Resize(1920, 1080)]
    ),
    st.builds(Press, st.integers(0, 1366), st.integers(0, 768)),
    st.builds(Say, st.sampled_from(COMMANDS)),
    st.builds(Take),
    st.builds(Forward),
    st.builds(Leave),
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(ACTIONS, max_size=40))
def test_any_input_leads_to_a_page(actions: list[Action]) -> None:
    pilot = Pilot(small_story())
    for action in [Digit(2), *actions]:
        pilot.stage.act(action)
        if pilot.stage.is_over:
            return
        assert pilot.page.flow
        assert 0 <= pilot.screen.scroll <= pilot.page.furthest
        assert not pilot.screen.focus or pilot.screen.focus in pilot.targets
