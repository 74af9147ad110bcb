"""A campaign of the shape that a class would play: eight chapters, desks of letters, carried words, fates."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from game.story.conditions import All, Compare, Condition, Constant, Read
from game.story.effects import Effect
from game.story.model import (
    RETURN,
    Chance,
    Chapter,
    Choices,
    DeckOffer,
    DeckPlace,
    Ending,
    Next,
    Passage,
    Person,
    Scene,
    Story,
    Way,
)
from game.story.prose import Words
from game.story.variables import Variable

TEXT = (Passage("text", ((Words("grain ships lie idle " * 25),),)),)
LABEL = ((Words("Wait beside the gate."),),)
FATES = ("at_liberty", "expelled", "arrested", "camp", "shot")
PEOPLE, LETTERS, DECIDED, HOURS = 10, 6, 5, 3


@dataclass
class Shape:
    """How much is asked of the past. The first two count choices of a chapter, the third one passages.

    `near`: choices that ask for a word of the chapter before; `far`: of any chapter before that.
    `texts`: passages that ask for something of the past.
    """

    chapters: int = 8
    near: int = 3
    far: int = 1
    fates: int = 2
    texts: int = 12
    seed: int = 1


@dataclass
class _Maker:
    shape: Shape
    chance: random.Random
    variables: list[Variable] = field(default_factory=list)
    people: list[Variable] = field(default_factory=list)
    words: list[list[Variable]] = field(default_factory=list)
    scenes: dict[str, Scene] = field(default_factory=dict)

    def made(self) -> Story:
        self.standing, self.hours = (
            self.variable("standing", "meter", 55, 100),
            self.variable("hours", "number", 0, HOURS),
        )
        self.people = [self.variable(f"person{i}", "fate", 0, len(FATES) - 1, FATES) for i in range(PEOPLE)]
        for chapter in range(self.shape.chapters):
            self.words.append(
                [
                    self.variable(f"w{chapter}_{i}", "word", 0, size - 1, tuple(f"v{v}" for v in range(size)))
                    for i, size in enumerate(self.chance.choice((3, 4)) for _ in range(LETTERS + DECIDED))
                ]
            )
        for chapter in range(self.shape.chapters):
            self.chapter(chapter)
        self.endings()
        chapters = tuple(
            Chapter(f"ch{i}", f"Chapter {i}", f"{i:02d}", f"c{i}_0") for i in range(self.shape.chapters)
        )
        people = {v.id: Person(v.id, v.id) for v in self.people}
        return Story("big", "Big", "1", "c0_0", chapters, tuple(self.variables), self.scenes, people=people)

    def variable(self, name: str, kind, start: int, maximum: int, values: tuple[str, ...] = ()) -> Variable:
        found = Variable(name, kind, len(self.variables), start, 0, maximum, values)
        self.variables.append(found)
        return found

    def asks(self, variable: Variable) -> Condition:
        value = self.chance.randint(0, variable.maximum)
        return Compare(self.chance.choice(("==", "!=")), Read(variable), Constant(value))

    def past(self, chapter: int) -> Condition:
        pool = [v for words in self.words[:chapter] for v in words] + self.people
        return self.asks(self.chance.choice(pool))

    def moves(self, by: int) -> Effect:
        return Effect(self.standing, "+=" if by > 0 else "-=", Constant(abs(by)))

    def effects(self, decided: Variable, value: int) -> tuple[Effect, ...]:
        made = [Effect(decided, "=", Constant(value))]
        if self.chance.random() < 0.5:
            made.append(self.moves(self.chance.choice((-10, -5, 5, 10))))
        return tuple(made)

    def scene(self, name: str, chapter: int, exit, texts: int = 0, **more) -> None:
        asked = tuple(Passage("text", LABEL, self.past(chapter)) for _ in range(texts))
        self.scenes[name] = Scene(name, name, f"ch{chapter}", "invented", (*TEXT, *asked), exit, **more)

    def chapter(self, chapter: int) -> None:
        """Thirteen scenes: six decisions on every road, a fork, a desk of six letters, a draw, a way out."""
        words, chance, shape = self.words[chapter], self.chance, self.shape
        gates: list[Condition] = [Compare(">=", Read(self.standing), Constant(chance.choice((30, 40, 50))))]
        if chapter:
            gates += [self.asks(chance.choice(self.words[chapter - 1])) for _ in range(shape.near)]
            gates += [
                Compare(">=", Read(chance.choice(self.people)), Constant(2)) for _ in range(shape.fates)
            ]
        if chapter > 1:
            far = [v for w in self.words[: chapter - 1] for v in w]
            gates += [self.asks(chance.choice(far)) for _ in range(shape.far)]
        chance.shuffle(gates)
        name = f"c{chapter}_{{}}".format
        last = 12
        decided = 0
        for number in range(last):
            texts = shape.texts // last if chapter else 0
            follow = name(number + 1)
            exit: Choices | Next | Chance
            on_enter: tuple[Effect, ...] = ()
            if number == 5:
                on_enter = (Effect(self.hours, "=", Constant(HOURS)),)
                offer = DeckOffer(f"desk{chapter}", 4, effects=(Effect(self.hours, "-=", Constant(1)),))
                exit = Choices((offer, Way("home", follow, LABEL)))
            elif number in (4, 9):
                ask = words[LETTERS + chance.randrange(max(1, min(decided, DECIDED)))]
                exit = Next((Way("", name(number + 2), condition=self.asks(ask)), Way("", follow)))
            elif number == 7:
                exit = Chance((Way("a", follow, weight=3), Way("b", follow, effects=(self.moves(-5),))))
            elif number in (1, 6, 10):
                exit = Next((Way("", follow),))
            else:
                variable = words[LETTERS + decided % DECIDED]
                decided += 1
                ways = []
                for i in range(3):
                    effects = self.effects(variable, min(i + 1, variable.maximum))
                    if chance.random() < 0.25:
                        effects += (Effect(chance.choice(self.people), "=", Constant(chance.randint(1, 4))),)
                    gate = gates.pop() if i and gates else None
                    ways.append(Way(f"c{i}", follow, LABEL, gate, effects=effects, result=LABEL))
                exit = Choices(tuple(ways))
            self.scene(name(number), chapter, exit, texts, on_enter=on_enter)
        onward = name(0).replace(f"c{chapter}", f"c{chapter + 1}")
        to = onward if chapter + 1 < shape.chapters else "verdict"
        fallen = Compare("<", Read(self.standing), Constant(15))
        self.scene(name(last), chapter, Next((Way("", f"fall{chapter}", condition=fallen), Way("", to))), 2)
        self.scene(f"fall{chapter}", chapter, Ending(f"fall{chapter}", f"Fall {chapter}"), 2)
        for i in range(LETTERS):
            more = chance.choice((None, None, self.past(chapter))) if chapter else None
            is_time = Compare(">", Read(self.hours), Constant(0))
            opens = All((is_time, more)) if more else is_time
            ways = tuple(
                Way(f"a{v}", RETURN, LABEL, effects=self.effects(words[i], v), result=LABEL)
                for v in range(1, words[i].maximum + 1)
            )
            waits = DeckPlace(f"desk{chapter}", opens, LABEL, 1 if chance.random() < 0.3 else 0)
            self.scene(f"l{chapter}_{i}", chapter, Choices(ways), 1, waits_in=waits)

    def endings(self) -> None:
        """Eight endings by standing, three fates and two words; a reckoning of texts."""
        last = self.shape.chapters - 1
        asked = [*self.chance.sample(self.people, 3)]
        ways = [
            Way(
                "",
                f"end{i}",
                condition=All(
                    (
                        Compare(">=", Read(asked[i % 3]), Constant(1 + i % 3)),
                        Compare(">=", Read(self.standing), Constant(25 * (i % 4))),
                    )
                ),
            )
            for i in range(7)
        ]
        self.scene("verdict", last, Next((*ways, Way("", "end7"))), 12)
        for i in range(8):
            self.scene(f"end{i}", last, Ending(f"end{i}", f"End {i}"), 6)


def eight_chapters(shape: Shape | None = None) -> Story:
    """Return such a campaign: by default 160 scenes, 100 variables, 16 endings."""
    shape = shape or Shape()
    return _Maker(shape, random.Random(shape.seed)).made()
