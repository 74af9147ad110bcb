"""Random small stories for hypothesis: conditions, effects, a deck, chance, next, loops, two chapters.

A story is made from one drawn number: drawn piece by piece, nearly all stories would end at once.
"""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from game.story.conditions import (
    All,
    AnyOf,
    Arithmetic,
    Chose,
    Compare,
    Condition,
    Constant,
    CurrentChapter,
    Fixed,
    IsTrue,
    Negative,
    Not,
    Number,
    Read,
    Seen,
)
from game.story.effects import Effect
from game.story.evidence import Fact
from game.story.model import (
    RETURN,
    Chance,
    Chapter,
    Choices,
    DeckOffer,
    DeckPlace,
    Ending,
    Lesson,
    Next,
    Passage,
    Person,
    Promise,
    Scene,
    Story,
    Way,
)
from game.story.prose import Prose, Slot, Words
from game.story.variables import Variable

VARIABLES = (
    Variable("coins", "number", 0, start=1, minimum=0, maximum=3),
    Variable("debt", "number", 1, start=-1, minimum=-2, maximum=1),
    Variable("warned", "flag", 2),
    Variable("reply", "word", 3, maximum=2, values=("none", "low", "high"), labels=("no", "low", "a lot")),
    Variable("ann", "fate", 4, maximum=2, values=("free", "held", "shot"), labels=("Free", "Held", "Shot")),
)
LETTERS = ("la", "lb", "lc")
ENDINGS = ("ea", "eb")
TEXTS: tuple[Prose, ...] = (
    ((Words("one"),),),
    ((Words("one two three"),), (Words("four"),)),
    ((Words("he says "), Slot("reply"), Words(" again")),),
    ((Slot("coins"),),),
)


class SmallStory(Story):
    """A story that a failing test names by its number instead of writing all of it out."""

    def _repr_pretty_(self, printer, cycle) -> None:
        printer.text(f"Maker({self.version}).story()")


class Maker:
    """Makes one story; every part is drawn from `chance`."""

    def __init__(self, seed: int, *, loops: bool) -> None:
        self.seed, self.chance, self.loops = seed, Random(seed), loops
        self.names = tuple(f"s{i}" for i in range(self.chance.randint(2, 6)))
        self.letters = LETTERS[: self.chance.randint(0, 3)]

    def number(self, depth: int = 2) -> Number:
        kind = self.chance.random()
        if depth and kind < 0.4:
            sign = self.chance.choice("+-*")
            return Arithmetic(sign, self.number(depth - 1), self.number(depth - 1))  # type: ignore[arg-type]
        if depth and kind < 0.5:
            return Negative(self.number(depth - 1))
        if kind < 0.8:
            return Read(self.chance.choice(VARIABLES[:2]))
        return CurrentChapter() if kind < 0.85 else Constant(self.chance.randint(-2, 3))

    def condition(self, depth: int = 2) -> Condition:
        kind = self.chance.random()
        if depth and kind < 0.45:
            parts = tuple(self.condition(depth - 1) for _ in range(self.chance.randint(2, 3)))
            return self.chance.choice((All(parts), AnyOf(parts), Not(parts[0])))
        if kind < 0.65:
            variable = self.chance.choice(VARIABLES)
            value = self.chance.randint(variable.minimum, variable.maximum)
            sign = self.chance.choice(("==", "!=", "<", "<=", ">", ">="))
            return Compare(sign, Read(variable), Constant(value))  # type: ignore[arg-type]
        if kind < 0.75:
            return Seen(self.chance.choice((*self.names, *self.letters, "s0")))
        if kind < 0.83:
            return Chose(self.chance.choice(self.names), self.chance.choice(("w0", "w1")))
        if kind < 0.98:
            sign = self.chance.choice(("==", "<", ">=", "!="))
            return Compare(sign, self.number(), self.number())  # type: ignore[arg-type]
        return self.chance.choice((Fixed(True), Fixed(False), IsTrue(VARIABLES[2])))

    def maybe(self) -> Condition | None:
        return self.condition() if self.chance.random() < 0.4 else None

    def effects(self) -> tuple[Effect, ...]:
        found = []
        for _ in range(self.chance.choice((0, 1, 1, 2, 3))):
            variable = self.chance.choice(VARIABLES)
            if variable.kind == "number":
                sign = self.chance.choice(("=", "+=", "-=", "+="))
                amount = self.number() if self.chance.random() < 0.3 else Constant(self.chance.randint(-2, 2))
                found.append(Effect(variable, sign, amount))  # type: ignore[arg-type]
            else:
                found.append(Effect(variable, "=", Constant(self.chance.randint(0, variable.maximum))))
        return tuple(found)

    def facts(self) -> tuple[str, ...]:
        return self.chance.choice(((), (), ("fa",), ("fb",)))

    def passages(self) -> tuple[Passage, ...]:
        return tuple(
            Passage("text", self.chance.choice(TEXTS), self.maybe()) for _ in range(self.chance.randint(1, 2))
        )

    def way(self, name: str, position: int, *, is_letter: bool) -> Way:
        later: tuple[str, ...] = (*self.names[position + 1 : position + 3], self.chance.choice(ENDINGS))
        if self.loops and self.chance.random() < 0.15:
            later = self.names
        if is_letter:
            later = (RETURN, RETURN, RETURN, RETURN, "eb")
        return Way(
            name,
            self.chance.choice(later),
            self.chance.choice(TEXTS),
            self.maybe(),
            self.chance.choice(((), ((Words("not now"),),))),
            self.effects(),
            self.chance.choice(((), ((Words("so it goes"),),), ((Slot("reply"),),))),
            facts=self.facts(),
            weight=self.chance.randint(1, 3),
        )

    def scene(self, position: int, name: str) -> Scene:
        exit = self.chance.choice((Choices, Choices, Choices, Next, Chance))
        ways = tuple(self.way(f"w{i}", position, is_letter=False) for i in range(self.chance.randint(1, 3)))
        found: tuple[Way | DeckOffer, ...] = ways
        if exit is Choices and self.letters and self.chance.random() < 0.6:
            limit = self.chance.choice((None, 1, 2))
            found = (DeckOffer("deck", limit, self.maybe(), self.effects(), self.facts()), *ways)
        chapter = "one" if position < 3 else "two"
        return Scene(
            name,
            name,
            chapter,
            "invented",
            self.passages(),
            exit(found),  # type: ignore[arg-type]
            facts=self.facts(),
            on_enter=self.effects(),
        )

    def letter(self, name: str) -> Scene:
        repeat = self.loops and self.chance.random() < 0.2
        place = DeckPlace("deck", self.maybe(), priority=self.chance.randint(0, 1), repeat=repeat)
        ways = tuple(self.way(f"w{i}", 0, is_letter=True) for i in range(self.chance.randint(1, 2)))
        return Scene(
            name,
            name,
            "one",
            "invented",
            self.passages(),
            Choices(ways),
            facts=self.facts(),
            on_enter=self.effects(),
            waits_in=place,
        )

    def ending(self, name: str) -> Scene:
        kind = self.chance.choice(("", "held"))
        ending = Ending(name, name, kind, self.facts(), self.chance.choice(TEXTS))
        return Scene(name, name, "two", "invented", self.passages(), ending, on_enter=self.effects())

    def story(self) -> Story:
        scenes = [self.scene(position, name) for position, name in enumerate(self.names)]
        scenes += [self.letter(name) for name in self.letters]
        scenes += [self.ending(name) for name in ENDINGS]
        held, coins = Effect(VARIABLES[4], "=", Constant(1)), Effect(VARIABLES[0], "=", Constant(2))
        return SmallStory(
            "small",
            "Small",
            str(self.seed),
            "s0",
            (Chapter("one", "One", "01", "s0"), Chapter("two", "Two", "02", "eb", given=(held, coins))),
            VARIABLES,
            {scene.id: scene for scene in scenes},
            you="ann",
            lessons=(
                Lesson("open", "Open", ("one",)),
                Lesson("closed", "Closed", ("one",), close="ea"),
            ),
            people={"ann": Person("ann", "Ann")},
            facts={fact: Fact(fact, (), "corroborated", ()) for fact in ("fa", "fb")},
            promises=(
                Promise("never", self.condition()),
                Promise("always", self.condition()),
                Promise("reachable", targets=("eb",)),
                Promise("every_path", targets=(self.names[1], "eb")),
            ),
        )


def stories(*, loops: bool = True) -> st.SearchStrategy[Story]:
    """Draw a story of two to six scenes, up to three letters in one deck, and two endings."""
    return st.integers(0, 10**9).map(lambda seed: Maker(seed, loops=loops).story())
