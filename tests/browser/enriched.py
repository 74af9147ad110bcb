"""Random small stories with all that a debrief shows: dates, facts, questions, readings, figures."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from game.story.evidence import (
    AfterlifeEntry,
    Fact,
    Figure,
    FigureRow,
    Question,
    Reading,
    Source,
    Teaching,
    Term,
)
from game.story.model import DeckOffer, Ending, Person, Photograph, Scene, Story, Way
from game.story.prose import LineBreak, Prose, Slot, TermWords, Words
from game.story.words import QUESTION_KIND
from tests.explore.small_stories import Maker

DATES = ("", "", "1934", "1934-12", "1934-12-01", "1935-01-31", "1936", "not dated")
FACTS = ("fa", "fb", "fc", "fd", "fe")
NAMES = ("Ann", "Ann Groß", "Ólafur Ann", "Ann\u2003Marie O’Neil", "Дед Мороз", "X-9")


def enriched(seed: int) -> Story:
    """Return the small story of this number with evidence, terms, people and a photograph."""
    chance, story = Random(seed), Maker(seed, loops=True).story()
    people = {id: Person(id, chance.choice(NAMES), after=(("held", _text(chance)),)) for id in ("ann", "bo")}
    variables = [
        replace(v, signs=((0, "Nobody greets you."), (2, "They nod.")))
        if v.id == "coins"
        else replace(v, shown_as={"debt": "lamps", "reply": "chair"}.get(v.id))
        for v in story.variables
    ]
    return replace(
        story,
        variables=tuple(variables),
        scenes={id: _scene(chance, scene) for id, scene in story.scenes.items()},
        people=people | {"ann": replace(people["ann"], drawn_from=("fa", "fe"))},
        photograph=Photograph("All", ("ann",), "held", chance.choice(("", "ann"))),
        fates=(("free", "Free"), ("held", "Held")),
        terms={id: Term(id, id.upper(), _text(chance), "слово") for id in ("ta", "tb")},
        facts={id: _fact(chance, id) for id in FACTS},
        sources={
            "notes": Source(
                "notes",
                "Notes",
                "class_notes",
                sections=(("one", "First"), ("two", "Second"), ("one", "Once more")),
            ),
            "book": Source(
                "book", "Book", "scholarship", "A. Writer", "1999", "https://example.org/", _text(chance)
            ),
        },
        figures={
            "bars": Figure("bars", "Bars", (FigureRow("a", 0), FigureRow("b", -1234567), FigureRow("c", 999)))
        },
        questions={f"q{number}": _question(chance, story, number) for number in range(24)},
        readings={id: Reading(id, id, _text(chance), ("book",), _some(chance)) for id in ("ra", "rb")},
        pictures={"hall": _text(chance)},
        afterlife=(AfterlifeEntry("Then", _text(chance), chance.choice(DATES), _some(chance)),),
        teaching=Teaching(simplified=(_text(chance),)) if chance.random() < 0.8 else Teaching(),
    )


def _scene(chance: Random, scene: Scene) -> Scene:
    exit = scene.exit
    if not isinstance(exit, Ending):
        entries = tuple(_entry(chance, entry) for entry in exit.entries)
        exit = replace(exit, entries=entries)  # type: ignore[arg-type]
    return replace(
        scene,
        exit=exit,
        date=chance.choice(DATES),
        place=chance.choice(("", "hall")),
        show=chance.choice(((), ("ann",), ("bo", "ann"))),
        seat=chance.choice(("", "", "bo")),
        talk=chance.choice(((), _text(chance))),
        summary=chance.choice(((), _text(chance))),
        facts=_some(chance),
    )


def _entry(chance: Random, entry: Way | DeckOffer) -> Way | DeckOffer:
    return replace(entry, facts=_some(chance), debrief=chance.choice(((), _text(chance))))


def _fact(chance: Random, id: str) -> Fact:
    verdict = chance.choice(("corroborated", "approximate", "disputed", "mistaken"))
    section = chance.choice(("", "one", "two", "nowhere"))
    return Fact(id, _text(chance), verdict, ("notes", "book"), chance.choice(DATES), section, _text(chance))  # type: ignore[arg-type]


def _question(chance: Random, story: Story, number: int) -> Question:
    scene = chance.choice(tuple(story.scenes))
    about = chance.choice(("", "", scene, f"{scene}.w0", f"{scene}.w1"))
    # Few kinds, so that some have more questions than a debrief shows.
    kind = chance.choice((None, *tuple(QUESTION_KIND)[:3]))
    return Question(f"q{number}", _text(chance), kind, about, _some(chance))  # type: ignore[arg-type]


def _some(chance: Random) -> tuple[str, ...]:
    return tuple(fact for fact in FACTS if chance.random() < 0.2)


def _text(chance: Random) -> Prose:
    runs = (
        Words("plain – „text“ "),
        Words("loud", "strong"),
        TermWords("ta", "a word", "emphasis"),
        TermWords("gone", "no entry"),
        Slot("reply", "both"),
        Slot("coins"),
        LineBreak(),
        Words("и по-русски\u2028👀"),
    )
    return tuple(tuple(chance.sample(runs, chance.randint(1, 4))) for _ in range(chance.randint(1, 2)))
