"""Stories with planted shapes, built small: what they must come to is written out in the tests."""

from __future__ import annotations

from collections.abc import Iterable

from game.story.conditions import All, Arithmetic, Compare, Condition, Constant, IsTrue, Not, Read, Seen
from game.story.effects import Effect
from game.story.model import (
    RETURN,
    Chapter,
    Choices,
    DeckOffer,
    DeckPlace,
    Ending,
    Passage,
    Scene,
    Story,
    Way,
)
from game.story.prose import Words
from game.story.variables import Variable

TEXT = (Passage("text", ((Words("Some words here."),),)),)


def scene(name: str, *entries: Way | DeckOffer, **more) -> Scene:
    return Scene(name, name, "one", "invented", TEXT, Choices(entries), **more)


def ending(name: str) -> Scene:
    return Scene(name, name, "one", "invented", TEXT, Ending(name, name.title()))


def story(scenes: Iterable[Scene], variables: Iterable[Variable] = (), start: str = "s0") -> Story:
    found = {each.id: each for each in scenes}
    return Story("p", "P", "1", start, (Chapter("one", "One", "01", start),), tuple(variables), found)


def is_at(variable: Variable, value: int) -> Condition:
    return Compare("==", Read(variable), Constant(value))


def combination_lock() -> Story:
    """Ten dials of ten digits, set in order; only one combination opens. 10^10 playthroughs."""
    dials = [Variable(f"dial{i}", "number", i, start=0, minimum=0, maximum=9) for i in range(10)]
    scenes = [
        scene(
            f"s{i}",
            *(Way(f"d{d}", f"s{i + 1}", effects=(Effect(dial, "=", Constant(d)),)) for d in range(10)),
        )
        for i, dial in enumerate(dials)
    ]
    opens = All(
        tuple(is_at(dial, digit) for dial, digit in zip(dials, (3, 1, 4, 1, 5, 9, 2, 6, 5, 8), strict=True))
    )
    scenes.append(scene("s10", Way("pull", "open", condition=opens), Way("leave", "shut")))
    return story([*scenes, ending("open"), ending("shut")], dials)


def gated_by_a_sum() -> Story:
    """Eight offerings of 0 to 5; only 40 in all open the gate. 6^8 playthroughs."""
    gifts = [Variable(f"gift{i}", "number", i, start=0, minimum=0, maximum=5) for i in range(8)]
    scenes = [
        scene(
            f"s{i}", *(Way(f"g{g}", f"s{i + 1}", effects=(Effect(gift, "=", Constant(g)),)) for g in range(6))
        )
        for i, gift in enumerate(gifts)
    ]
    total = Read(gifts[0])
    for gift in gifts[1:]:
        total = Arithmetic("+", total, Read(gift))
    gate = Compare(">=", total, Constant(40))
    scenes.append(
        scene("s8", Way("in", "within", condition=gate), Way("away", "outside", condition=Not(gate)))
    )
    return story([*scenes, ending("within"), ending("outside")], gifts)


def forked_loop() -> Story:
    """A hall with two doors that lead back to it, and one that leads out: 1/3 each time."""
    return story(
        [
            scene("s0", Way("left", "left"), Way("right", "right"), Way("out", "end")),
            scene("left", Way("back", "s0")),
            scene("right", Way("back", "s0")),
            ending("end"),
        ]
    )


def deck_of_letters(letters: int = 12) -> Story:
    """A desk of letters, each read once; letter 11 only lies there after letters 3 and 7."""
    read_both = Variable("read_both", "flag", 0)
    names = [f"letter{i:02d}" for i in range(letters)]
    waiting = [
        scene(
            name,
            Way("done", RETURN, effects=(Effect(read_both, "=", Constant(1)),) if i == letters - 1 else ()),
            waits_in=DeckPlace(
                "tray", All((Seen("letter03"), Seen("letter07"))) if i == letters - 1 else None
            ),
        )
        for i, name in enumerate(names)
    ]
    desk = scene(
        "s0", DeckOffer("tray", 4), Way("home", "home"), Way("know", "know", condition=IsTrue(read_both))
    )
    return story([desk, *waiting, ending("home"), ending("know")], [read_both])


def two_to_the_forty() -> Story:
    """Forty choices of two that come to the same: 2^40 playthroughs, 41 states."""
    scenes = [scene(f"s{i}", Way("a", f"s{i + 1}"), Way("b", f"s{i + 1}")) for i in range(40)]
    return story([*scenes, ending("s40")])


def exact_clamp() -> Story:
    """A meter of 0 to 100 that starts at 50: only six rises of 9 are stopped at exactly 100."""
    meter = Variable("meter", "meter", 0, start=50, minimum=0, maximum=100)
    up, down = Effect(meter, "+=", Constant(9)), Effect(meter, "-=", Constant(7))
    scenes = [
        scene(f"s{i}", Way("up", f"s{i + 1}", effects=(up,)), Way("down", f"s{i + 1}", effects=(down,)))
        for i in range(6)
    ]
    scenes.append(
        scene(
            "s6",
            Way("full", "full", condition=is_at(meter, 100)),
            Way("other", "other", condition=Not(is_at(meter, 100))),
        )
    )
    return story([*scenes, ending("full"), ending("other")], [meter])


def seven_conditions() -> Story:
    """Seven yes-or-no choices; whoever says yes to all finds no way open."""
    flags = [Variable(f"yes{i}", "flag", i) for i in range(7)]
    scenes = [
        scene(
            f"s{i}",
            Way("no", f"s{i + 1}"),
            Way("yes", f"s{i + 1}", effects=(Effect(flag, "=", Constant(1)),)),
        )
        for i, flag in enumerate(flags)
    ]
    all_yes = All(tuple(IsTrue(flag) for flag in flags))
    scenes.append(scene("s7", Way("on", "end", condition=Not(all_yes))))
    return story([*scenes, ending("end")], flags)
