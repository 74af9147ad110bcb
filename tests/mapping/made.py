"""Stories for the tests of the map: a small one with one of everything, and large ones by number."""

from __future__ import annotations

import random

from game.story.conditions import Compare, Condition, Constant, IsTrue, Read
from game.story.effects import Effect
from game.story.evidence import Fact, Source
from game.story.model import (
    RETURN,
    Chance,
    Chapter,
    Choices,
    DeckOffer,
    DeckPlace,
    Ending,
    Exit,
    Next,
    Passage,
    Person,
    Scene,
    Story,
    Way,
)
from game.story.prose import Prose, Slot, Words
from game.story.variables import Variable

WARNED = Variable("warned", "flag", 0)
HOURS = Variable("hours", "number", 1, start=2, maximum=4)
LETTER = Variable("letter", "word", 2, maximum=1, values=("unread", "kept"))
HAS_HOURS = Compare(">", Read(HOURS), Constant(0))


def words(text: str) -> Prose:
    return ((Words(text),),)


def way(id: str, to: str, text: str = "", condition: Condition | None = None, weight: int = 1) -> Way:
    return Way(id, to, words(text) if text else (), condition, weight=weight)


def scene(id: str, exit: Exit, title: str = "", chapter: str = "one", **more: object) -> Scene:
    text = (Passage("text", words(f"Text of {id}.")),)
    return Scene(id, title or id.capitalize(), chapter, "invented", text, exit, **more)  # type: ignore[arg-type]


def small_story(hostile: str = "") -> Story:
    """Two chapters: choices, a desk with two letters, chance, the other chair, two endings, a lost scene."""
    passages = (
        Passage("text", words(f"Rain. {hostile}")),
        Passage("speech", ((Words("It is "), Slot("hours")),), HAS_HOURS, who="pavel"),
        Passage("document", words("A list."), IsTrue(WARNED), document="list",
                title=f"To be removed {hostile}", provenance="composite", note=words("Such came by post.")),
    )  # fmt: skip
    show = Way("show", "desk", words(f"Show him the list. {hostile}"), None, (),
               (Effect(WARNED, "=", Constant(1)), Effect(HOURS, "-=", Constant(1))),
               words("He reads it."), (), ("list_of_books",), words("She could lose her post."))  # fmt: skip
    hide = way("hide", "desk", "Turn the list over.")
    call = Way("call", "end_one", words("Telephone."), IsTrue(WARNED), words("The line is dead."))
    found = [
        Scene("door", f"The door {hostile}".rstrip(" "), "one", "composite", passages,
              Choices((show, hide, call)), date="1935-06-02", place="hall", show=("pavel",),
              facts=("list_of_books",), content=("threat",)),
        scene("desk", Choices((DeckOffer("tray", 2, None, (Effect(HOURS, "-=", Constant(1)),)),
                               way("home", "street", "Go home."))), "The desk"),
        scene("letter_a", Next((way("", RETURN),)), "A letter",
              waits_in=DeckPlace("tray", HAS_HOURS, words("A note."), 1)),
        scene("letter_b", Choices((Way("keep", RETURN, words("Keep it."), None, (),
                                       (Effect(LETTER, "=", Constant(1)),)),)), "Another",
              waits_in=DeckPlace("tray")),
        scene("street", Chance((way("stops", "car", weight=3), way("passes", "end_one"))), "The street"),
        scene("lost", Next((way("", "desk"),)), "Nobody comes here"),
        scene("end_one", Ending("home_safe", "Home", "free"), "Home"),
        scene("car", Next((way("", "end_two", "", IsTrue(WARNED)), way("", "end_one"))), "The car", "two",
              seat="pavel"),
        scene("end_two", Ending("taken", "Taken", "arrested", epilogue=words("Nobody asked.")), "Taken",
              "two"),
    ]  # fmt: skip
    return Story(
        "small", f"A small story {hostile}", "1.0.0", "door",
        (Chapter("one", f"Evening {hostile}", "01", "door"), Chapter("two", "Night", "02", "car")),
        (WARNED, HOURS, LETTER), {each.id: each for each in found},
        fates=(("free", "At liberty"), ("arrested", "Arrested")),
        people={"pavel": Person("pavel", f"Pavel Orlov {hostile}")},
        facts={"list_of_books": Fact("list_of_books", words(f"Lists. {hostile}"), "disputed", ("s",))},
        sources={"s": Source("s", "Lists", "primary", "A. Author", "1999", "javascript:alert(1)")},
        pictures={"hall": words("A hall at night.")},
    )  # fmt: skip


def large_story(scenes: int, chapters: int = 6, seed: int = 1) -> Story:
    """Chapters of one size, each with a desk and letters; ways lead up to three scenes on, some back."""
    drawn = random.Random(seed)
    size = scenes // chapters
    found = dict[str, Scene]()
    for number in range(scenes):
        chapter, place = divmod(number, size)
        chapter = min(chapter, chapters - 1)
        title = " ".join(drawn.sample("the long ring a page you have not seen two years of books".split(), 4))
        name, home = f"s{number:04d}", f"c{chapter}"
        if size - 12 <= place < size:
            place_in_deck = DeckPlace(f"deck_{chapter}", HAS_HOURS if number % 2 else None)
            found[name] = scene(
                name, Choices((way("a", RETURN, "Sign it."),)), title, home, waits_in=place_in_deck
            )
            continue
        last = size - 13 if chapter < chapters - 1 else scenes - chapter * size - 13
        ahead = [min(place + drawn.randint(1, 3), last) + chapter * size for _ in range(3)]
        targets = [f"s{target:04d}" for target in ahead]
        if place == size // 3:
            exit: Exit = Choices((DeckOffer(f"deck_{chapter}"), way("on", targets[0], "Go on.")))
        elif place == last:
            following = f"s{(chapter + 1) * size:04d}" if chapter < chapters - 1 else ""
            exit = Next((way("", following),)) if following else Ending("end", "The end")
        elif place % 11 == 5:
            exit = Chance((way("x", targets[0], weight=2), way("y", targets[1])))
        elif place % 9 == 4:
            exit = Next((way("", targets[0], "", IsTrue(WARNED)), way("", targets[1])))
        else:
            ways = [
                way(f"w{n}", to, "Wait beside the gate.", HAS_HOURS if n == 2 else None)
                for n, to in enumerate(targets)
            ]
            exit = Choices(tuple(ways))
        found[name] = scene(name, exit, title, home)
    marks = tuple(
        Chapter(f"c{n}", f"Chapter {n + 1}", f"{n:02d}", f"s{n * size:04d}") for n in range(chapters)
    )
    return Story("large", "A large story", "1.0.0", "s0000", marks, (WARNED, HOURS, LETTER), found)
