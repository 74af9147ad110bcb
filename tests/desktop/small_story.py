"""A story of one evening: a flat with a choice, a desk with two letters, a stop to talk, an ending."""

from __future__ import annotations

from game.story.conditions import Compare, Constant, Read
from game.story.effects import Effect
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
    Photograph,
    Scene,
    Story,
    Way,
)
from game.story.prose import LineBreak, Prose, TermWords, Words
from game.story.variables import Variable

FATES = ("at_liberty", "arrested", "shot")
LABELS = ("At liberty", "Arrested", "Shot")
FELDMAN = Variable("feldman", "fate", 0, 0, 0, 2, FATES, LABELS)
SOROKIN = Variable("sorokin", "fate", 1, 0, 0, 2, FATES, LABELS)
HOURS = Variable("hours", "number", 2, 2, 0, 4, shown_as="lamps")


def prose(*paragraphs: str) -> Prose:
    return tuple((Words(paragraph),) for paragraph in paragraphs)


LONG = " ".join(["He had been told that the answer was expected by the evening of the fifth."] * 14)

FLAT = Scene(
    "flat",
    "The essay",
    "december",
    "invented",
    (
        Passage(
            "text",
            (
                (
                    Words("Lev sits in your kitchen. He was a member of the "),
                    TermWords("opposition", "opposition"),
                    Words(" for a week in 1923."),
                ),
            ),
        ),
        Passage("speech", prose("Write: so that there are few mistakes."), who="feldman"),
    ),
    Choices(
        (
            Way(
                "mend",
                "desk",
                prose("Take it, and write: few mistakes."),
                effects=(Effect(FELDMAN, "=", Constant(1)),),
                result=prose("You write it small, above the line."),
                debrief=prose("You mended a sentence."),
                facts=("shot",),
            ),
            Way("leave", "desk", prose("Give the pencil to Nadya.")),
            Way(
                "call",
                "desk",
                prose("Telephone Gorelov first."),
                condition=Compare("==", Read(HOURS), Constant(4)),
                locked=prose("He has not been back since the plenum."),
            ),
        )
    ),
    date="1934-12-01",
    place="apartment_night",
    show=("feldman",),
    facts=("shot",),
)

DESK = Scene(
    "desk",
    "The tray",
    "december",
    "composite",
    (Passage("text", prose("Gorelov has gone to Moscow; his post comes to you.")),),
    Choices((DeckOffer("tray"), Way("home", "hall", prose("Put out the lamp and go home.")))),
    date="1934-12-05",
    place="office_night",
)


def letter(id: str, offer: str, text: str) -> Scene:
    return Scene(
        id,
        "A letter",
        "december",
        "composite",
        (
            Passage(
                "document",
                prose(text),
                document="letter",
                title="To the committee",
                provenance="composite",
                note=prose("Such letters are kept in the party archive."),
            ),
        ),
        Choices(
            (
                Way(
                    "file",
                    RETURN,
                    prose("Put it into the file."),
                    effects=(Effect(HOURS, "-=", Constant(1)),),
                ),
            )
        ),
        waits_in=DeckPlace("tray", offer=prose(offer)),
    )


HALL = Scene(
    "hall",
    "Forty minutes",
    "december",
    "documented",
    (
        Passage(
            "document",
            ((Words("1. Inquiry: ten days."), LineBreak(), Words("2. No appeal.")),),
            document="order",
            title="On cases of terror",
            provenance="documented",
        ),
        Passage("text", prose(LONG, LONG)),
    ),
    Choices(
        (
            Way("read", "draw", prose("Read it to the hall.")),
            Way("wait", "draw", prose("Wait until somebody asks.")),
        )
    ),
    date="1935-01-22",
    place="meeting_hall",
    content=("threat",),
    summary=prose("A closed letter is read out, and names are asked for."),
    talk=prose("What did those who left the two chairs know, want and fear?"),
)

DRAW = Scene(
    "draw",
    "The bag",
    "december",
    "invented",
    (Passage("text", prose("The bag for Moscow goes at four.")),),
    Chance((Way("passes", "end", weight=3), Way("opened", "end", weight=1))),
    date="1935-01-23",
)

END = Scene(
    "end",
    "The end of December",
    "december",
    "invented",
    (Passage("text", prose("On the twenty-sixth Lev comes in his galoshes.")),),
    Ending("december_over", "December", "at_liberty", epilogue=prose("The list goes to Moscow.")),
    date="1935-01-26",
    place="apartment_night",
)

READ_ON = Scene(
    "read_on", "A page", "december", "invented", (Passage("text", prose("Snow.")),), Next((Way("", "flat"),))
)


def small_story() -> Story:
    letters = [
        letter(
            "letter_green", "A letter in green ink, unsigned.", "He teaches history and is a priest's son."
        ),
        letter("letter_seed", "Polunin, agronomist. Urgent.", "Seed is short, as in that winter."),
    ]
    scenes = [FLAT, DESK, *letters, HALL, DRAW, END, READ_ON]
    return Story(
        id="small",
        title="The Small Chair",
        version="1.0.0",
        start="flat",
        chapters=(Chapter("december", "December", "01_december", "flat"),),
        variables=(FELDMAN, SOROKIN, HOURS),
        scenes={scene.id: scene for scene in scenes},
        you="sorokin",
        content_note=prose("This story speaks of a murder and of fear."),
        fiction_note=prose("The province is invented."),
        fates=tuple(zip(FATES, LABELS, strict=True)),
        photograph=Photograph("The presidium", ("feldman", "sorokin"), "arrested"),
        people={
            "feldman": Person("feldman", "Lev Markovich Feldman", "Editor", "feldman", prose("He prints.")),
            "sorokin": Person("sorokin", "Andrei Pavlovich Sorokin", "Second secretary", "sorokin"),
        },
        terms={
            "opposition": Term(
                "opposition", "opposition", prose("Party members outvoted in 1923."), "оппозиция"
            )
        },
        facts={
            "shot": Fact(
                "shot",
                prose("Kirov was shot on 1 December 1934."),
                "corroborated",
                ("archive",),
                "1934-12-01",
            )
        },
        sources={
            "archive": Source(
                "archive",
                "The Kirov Murder",
                "scholarship",
                "Matthew Lenoe",
                "2010",
                "https://example.org/kirov",
            )
        },
        questions={"who": Question("who", prose("Who gains?"), "responsibility", "flat")},
        readings={"above": Reading("above", "From above", prose("An order."), ("archive",), ("shot",))},
        figures={
            "deaths": Figure(
                "deaths",
                "Death sentences in cases of the secret police, by year",
                (
                    FigureRow("1936", 1118),
                    FigureRow("1937", 353074),
                    FigureRow("Of these called former oppositionists, about", 1200),
                ),
                "people",
            )
        },
        afterlife=(AfterlifeEntry("It is opened", prose("A reader comes."), "1989", ("shot",)),),
        teaching=Teaching(simplified=(prose("Nobody decided so fast."),)),
    )
