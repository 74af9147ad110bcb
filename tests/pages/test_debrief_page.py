"""The debrief as one HTML file: whole, in order, escaped, and without any reach beyond itself."""

from __future__ import annotations

import dataclasses
import itertools
import random
import re
from pathlib import Path

import pytest

from game.authoring.compiler import compile_pack
from game.commands.packs import photograph_svg
from game.pages.debrief import debrief_page
from game.pages.evenings import evenings
from game.story.debrief import debrief_view
from game.story.model import Story
from game.story.playthrough import Playthrough
from game.story.views import ChangeView, DecisionView, RoadView, RunView
from tests.pages.made import HOSTILE, debrief, decision, fact, person, read, source, words


def page_of(*decisions: DecisionView) -> str:
    return debrief_page(debrief(decisions=decisions))


def test_the_page_is_well_formed_with_one_h1_and_landmarks() -> None:
    page = read(debrief_page(debrief()))
    assert (page.open, page.misplaced) == ([], [])
    assert [text for level, text in page.headings if level == 1] == ["The debrief"]
    assert [tag for tag, _ in page.tags if tag in ("nav", "main", "footer")] == ["nav", "main", "footer"]
    assert page.all("html") == [{"lang": "en"}]
    assert page.all("a")[0] == {"class": "skip", "href": "#content"}


def test_the_language_is_the_story_s() -> None:
    assert read(debrief_page(debrief(), "ru")).all("html") == [{"lang": "ru"}]


def test_headings_descend_by_one_level_at_most() -> None:
    levels = [level for level, _ in read(debrief_page(debrief())).headings]
    assert levels[0] == 1
    assert [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_the_parts_stand_in_the_order_of_the_lesson() -> None:
    parts = [text for level, text in read(debrief_page(debrief())).headings if level == 2]
    assert parts == [
        "On these pages",
        "How it ended: Nets",
        "What you decided",
        "Who was in the room",
        "What happened",
        "The record",
        "Two readings",
        "Questions",
        "The file’s afterlife",
        "Words",
        "Fact and fiction",
        "Sources",
    ]


def test_every_link_inside_the_page_leads_somewhere_and_no_id_stands_twice() -> None:
    page = read(debrief_page(debrief()))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = [link["href"] or "" for link in page.all("a")]
    named = [attributes["aria-labelledby"] for _, attributes in page.tags if "aria-labelledby" in attributes]
    assert [t for t in targets if t.startswith("#") and t[1:] not in ids] == []
    assert [name for name in named if name not in ids] == []


def test_a_decision_tells_what_was_chosen_and_what_else_lay_open() -> None:
    text = " ".join(read(page_of(decision(1))).text.split())
    for part in (
        "Decision 1: The door 2 June 1935 You chose Show him the list.",
        "Show him the list. What it meant A librarian could lose her post for it.",
        "What it led to He reads it. The next page was The desk.",
        "What else lay open Turn the list over. Telephone the director. Closed: The line is dead.",
        "What the record says Claim a. disputed The record, no. 1",
        "Record no. 1 June 1935 Claim a. disputed Historians on a. In your class notes. Source 1.",
        "Historians’ work A. Author, circular, 1999. In any library.",
    ):
        assert part in text, part


def test_the_first_page_sums_up_and_leaves_room_for_three_decisions() -> None:
    page = debrief_page(debrief())
    first = " ".join(read(page[: page.index('<section id="decisions"')]).text.split())
    assert "You are no longer Anna Orlova, Librarian." in first
    assert "How it ended: Nets Anna Orlova Dismissed A coat." in first
    assert "1 2 June 1935 Show him the list. 2 2 June 1935 Show him the list." in first
    assert first.endswith("Three decisions I want to talk about No. No. No.")


def test_the_short_list_names_chance_and_papers_as_such() -> None:
    text = " ".join(
        read(page_of(drawn(), drawn(number=2, kind="letter", chosen=words("A note.")))).text.split()
    )
    assert "1 Chance: The street 2 Took up: A note." in text


def evening() -> tuple[DecisionView, ...]:
    """A desk with two papers taken, one left, and the lamp put out; then a decision elsewhere."""
    on_desk: dict[str, object] = {
        "scene": "desk", "scene_title": "The desk", "date": "5 June 1935",
        "debrief": words("More than an evening."), "facts": (fact("a"),),
    }  # fmt: skip
    note, bill = words("A note."), words("A bill.")
    left = (RoadView(words("A complaint."), True, ()), RoadView(words("A parcel."), False, words("Sealed.")))
    leave = RoadView(words("Go home."), True, ())
    return (
        drawn(
            kind="letter",
            chosen=note,
            led_to="Ink",
            roads=(RoadView(bill, True, ()), *left, leave),
            **on_desk,
        ),
        drawn(
            number=2,
            kind="choice",
            scene="ink",
            scene_title="Ink",
            chosen=words("Burn it."),
            led_to="The desk",
        ),
        drawn(number=3, kind="letter", chosen=bill, led_to="Two at once", roads=(*left, leave), **on_desk),
        drawn(number=4, kind="choice", scene="bill", scene_title="Two at once", chosen=words("Pay.")),
        drawn(
            number=5,
            kind="choice",
            scene="bill",
            scene_title="Two at once",
            chosen=words("Ask."),
            led_to="The desk",
        ),
        drawn(number=6, kind="choice", chosen=words("Go home."), led_to="June", roads=left, **on_desk),
        drawn(
            number=7,
            kind="choice",
            scene="june",
            scene_title="June",
            chosen=words("Wait."),
            led_to="The desk",
        ),
        drawn(number=8, kind="letter", chosen=words("A card."), led_to="Ink", roads=(), **on_desk),
    )


def test_papers_of_one_desk_evening_stand_under_the_desk() -> None:
    numbers = [[d.number for d in group.decisions] for group in evenings(evening())]
    assert numbers == [[1, 2, 3, 4, 5, 6], [7], [8]]


def test_a_desk_says_once_what_it_meant_and_what_stayed_on_it() -> None:
    page = page_of(*evening()[:6])
    text = " ".join(read(page).text.split())
    # Putting out the lamp is a decision of its own, with a debrief of its own.
    assert page.count("More than an evening.") == 2
    assert (
        "The desk 5 June 1935 What it meant More than an evening. What stayed on the desk A complaint. "
        "A parcel. Closed: Sealed. What the record says Claim a. disputed The record, no. 1 "
        "1 You took up A note. 2 Decision 2: Ink You chose Burn it."
    ) in text
    assert page.count('id="desk-1"') == 1
    assert all(page.count(f'id="decision-{number}"') == 1 for number in range(1, 7))


def drawn(**changed: object) -> DecisionView:
    given: dict[str, object] = {
        "moment": 1, "number": 1, "kind": "chance", "scene": "street", "scene_title": "The street",
        "date": "", "chosen": (), "result": (), "roads": (RoadView((), True, ()),), "only_way": False,
        "led_to": "Morning", "debrief": (), "changes": (), "facts": (),
    }  # fmt: skip
    return DecisionView(**{**given, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (
            drawn(),
            "Chance decided Nobody in this chair had a say in it. What it led to The next page was Morning. "
            "It could have come otherwise.",
        ),
        (
            drawn(chosen=words("The car stops."), roads=(RoadView(words("It passes."), True, ()),)),
            "Chance decided The car stops. What else could have come It passes.",
        ),
        (
            drawn(kind="choice", chosen=words("Go."), roads=(), only_way=True),
            "You chose Go. What it led to The next page was Morning. Nothing else lay open.",
        ),
        (drawn(kind="letter", chosen=words("A note."), roads=()), "You took up A note."),
    ],
)
def test_chance_and_a_single_way_are_named_as_such(made: DecisionView, said: str) -> None:
    assert said in " ".join(read(page_of(made)).text.split())


def test_every_fact_stands_in_full_once_in_the_record_and_elsewhere_by_its_number() -> None:
    page = debrief_page(debrief())
    before, after = page.split('<section id="record"')
    before = before.split('<section id="timeline"')[0]
    assert "Historians on" not in before
    for name in "abcd":
        assert page.count(f'id="fact-{name}"') == 1
        assert after.count(f"Historians on {name}.") == 1
    assert before.count('href="#fact-a"') == 3  # both decisions, Pavel
    assert before.count("The record, </span>no. 1</a>") == 3
    assert after.index("Not met in this playthrough: 1") < after.index('id="fact-c"')


def test_every_fact_in_full_has_its_verdict_and_a_source_and_the_decisions_it_stands_for() -> None:
    facts = debrief_page(debrief()).split('<li class="fact"')[1:]
    assert len(facts) == 4
    for text in facts:
        assert '<span class="stamp">disputed</span>' in text
        assert 'Source <a href="#source-1">1</a>.' in text
    assert 'For decisions <a href="#decision-1">1</a>, <a href="#decision-2">2</a>.' in facts[0]
    assert 'For decision <a href="#decision-1">1</a>.' in facts[1]


def test_every_verdict_is_explained_once() -> None:
    assert debrief_page(debrief()).count("Historians disagree.") == 1


def test_every_source_stands_once_by_its_kind_with_its_number() -> None:
    book, order, again = source("book"), source("order", kind="document of the time"), source("again")
    decisions = (decision(1, (fact("a", sources=(book, order)), fact("b", sources=(again, order)))),)
    page = debrief_page(debrief(decisions=decisions, facts_met=(), people=()))
    assert page.count("A. Author, order, 1999") == 1
    text = " ".join(read(page).text.split())
    assert "Sources 1, 3." in text
    assert "Sources 2, 3." in text
    assert (
        "Historians’ work A. Author, book, 1999. In any library. A. Author, again, 1999. In any library. "
        "Document of the time A. Author, order, 1999. In any library."
    ) in text
    assert [found.get("start") for found in read(page).all("ol") if found.get("class") == "sources"] == [
        "1",
        "3",
    ]


def test_class_notes_stand_apart_from_the_numbered_sources() -> None:
    notes = source("notes", note="What the class works with.", kind="class notes")
    with_section = fact("a", sources=(source(), notes))
    without = dataclasses.replace(fact("b", sources=(notes,)), section="")
    text = " ".join(read(page_of(decision(1, (with_section, without)))).text.split())
    assert "In your class notes. Source 1. For decision 1." in text
    assert "Historians on b. In your class notes. For decision 1." in text
    assert "In your class notes A. Author, notes, 1999. What the class works with." in text


def test_a_fate_stands_with_whom_it_changed_for_and_in_one_list_for_all() -> None:
    view = debrief()
    anna, pavel = view.people
    untouched = dataclasses.replace(anna, decisions=())
    touched = dataclasses.replace(pavel, decisions=(2,))
    text = " ".join(read(debrief_page(debrief(people=(untouched, touched)))).text.split())
    assert text.count("In this playthrough") == 1
    assert "In this playthrough Arrested Touched by decision 2." in text
    assert "At the end of this playthrough At liberty Anna Orlova. Arrested Pavel Grin." in text


def test_a_fate_that_all_share_is_said_once() -> None:
    anna = debrief().people[0]
    boris = dataclasses.replace(anna, person=person("boris", "Boris Grin"), is_you=False)
    text = " ".join(read(debrief_page(debrief(people=(anna, boris)))).text.split())
    assert "At the end of this playthrough At liberty Everybody named here." in text


@pytest.mark.parametrize("url", ["http://example.org/a?b=1&c=2", "https://example.org/"])
def test_a_source_with_an_address_is_a_link(url: str) -> None:
    page = read(page_of(decision(1, (fact("a", sources=(source("linked", url=url),)),))))
    assert [link["href"] for link in page.all("a") if link.get("rel")] == [url]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:a()",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://x",
        "http://x\n",
        "",
    ],
)
def test_any_other_address_is_never_a_link(url: str) -> None:
    page = read(page_of(decision(1, (fact("a", sources=(source("linked", url=url),)),))))
    assert [link["href"] for link in page.all("a") if not (link["href"] or "").startswith("#")] == []


def test_what_a_story_says_is_never_markup() -> None:
    page = debrief_page(debrief(HOSTILE))
    found = read(page)
    assert (found.open, found.misplaced) == ([], [])
    assert found.all("script") == []
    assert [a for _, attributes in found.tags for a in attributes if a.startswith("on")] == []
    assert len(found.all("style")) == 1
    assert "1337" not in page
    assert found.text.count(HOSTILE) > 10


def test_styles_line_breaks_and_glossary_words_are_kept() -> None:
    prose = (
        (
            RunView("An "),
            RunView("office", "emphasis"),
            RunView("\n"),
            RunView("Glavlit", "strong", "glavlit"),
            RunView("else", "both", "not_here"),
        ),
    )
    page = debrief_page(debrief(fiction_note=prose))
    assert (
        '<p>An <em>office</em><br>\n<a class="term" href="#term-glavlit"><strong>Glavlit</strong></a>'
        "<strong><em>else</em></strong></p>"
    ) in page


def test_the_page_reaches_nothing_outside_itself() -> None:
    page = debrief_page(debrief())
    found = read(page)
    assert {tag for tag, _ in found.tags} & {"script", "img", "iframe", "object", "form", "textarea"} == set()
    assert [box["type"] for box in found.all("input")] == ["checkbox"]
    assert found.all("link") == [{"rel": "icon", "href": "data:,"}]
    assert re.findall(r"url\(|@import", page) == []
    assert "default-src 'none'" in page


def test_an_unfinished_playthrough_says_where_it_stopped() -> None:
    text = " ".join(
        read(debrief_page(debrief(ending=None, you=None, decisions=(), readings=()))).text.split()
    )
    assert "The story is over." not in text
    assert "Where you stopped: Morning" in text
    assert "Nothing was decided in this playthrough." in text


def test_parts_that_a_playthrough_has_nothing_of_are_left_out() -> None:
    page = debrief_page(
        debrief(
            people=(), unread=(), facts_met=(), terms=(), photograph=None, fiction_note=(), decisions=(),
            timeline=(), figures=(), readings=(), questions=(), fault=None, afterlife=(), chair=(),
        )
    )  # fmt: skip
    parts = [text for level, text in read(page).headings if level == 2]
    assert parts == ["On these pages", "How it ended: Nets", "What you decided"]


def test_without_a_picture_plain_figures_stand_for_it_and_who_is_gone_is_painted_out() -> None:
    page = debrief_page(debrief())
    before, after = page.split("<figure>")[1:]
    assert (before.count("<image"), after.count("<image")) == (1, 1)
    assert "Grin</text>" in before
    assert "Grin</text>" not in after
    assert "No longer in the picture: Pavel Grin." in after


def test_a_photograph_that_nobody_is_gone_from_is_shown_once() -> None:
    view = debrief()
    assert view.photograph is not None
    page = debrief_page(debrief(photograph=dataclasses.replace(view.photograph, gone=())))
    assert page.count("<figure>") == 1
    assert "Everybody is still in the picture." in page


def plain_text(**changed: object) -> str:
    return " ".join(read(debrief_page(debrief(**changed))).text.split())


def test_a_road_not_taken_says_where_it_led_and_whom_it_would_have_touched() -> None:
    pavel = person("pavel", "Pavel Grin")
    told = RoadView(words("Tell him."), True, (), "The desk", True)
    went = RoadView(words("Go."), True, (), "The street", False, (ChangeView(pavel, "Free", "Arrested"),))
    made = dataclasses.replace(decision(1), roads=(told, went))
    text = plain_text(decisions=(made,))
    assert "Tell him. It led to The desk as well." in text
    assert "Go. It led to The street. Pavel Grin: Free, then Arrested." in text
    joined = dataclasses.replace(decision(1), roads=(told, dataclasses.replace(told, text=words("Wait."))))
    assert "Tell him. Wait. Each of these roads led to the same next page, The desk." in plain_text(
        decisions=(joined,)
    )


def test_what_the_chair_brought_is_told_in_words_with_its_decisions() -> None:
    text = plain_text()
    assert "What this chair brought you Rooms At first one room At the end two rooms" in text
    assert "It changed after decision 1." in text


def test_the_timeline_has_two_lanes_and_marks_what_was_not_met() -> None:
    text = plain_text()
    assert (
        "2 June 1935 This playthrough The door: decision 1 The record Claim a. The record, no. 1 "
        "Claim c. The record, no. 4 not met 3 June 1935 This playthrough The street"
    ) in text


def test_a_figure_has_its_numbers_as_text_and_bars_in_proportion() -> None:
    page = debrief_page(debrief())
    assert "Books removed (books) 1934 2,000 1935 500" in " ".join(read(page).text.split())
    assert [bar["width"] for bar in read(page).all("rect")] == ["1000.0", "250.0"]


def test_readings_cite_decisions_of_this_playthrough_or_say_that_there_is_none() -> None:
    text = plain_text()
    assert (
        "From above After A. Author, khlevniuk, 1999. An order. What it could cite from this playthrough "
        "1 Show him the list. Record 1"
    ) in text
    assert "From below Fear. No decision of this playthrough rests on a fact that it names." in text


def test_the_heading_counts_the_readings() -> None:
    reading = debrief().readings[1]
    for count, title in ((1, "A reading"), (3, "Three readings"), (4, "Readings")):
        several = tuple(dataclasses.replace(reading, id=f"r{number}") for number in range(count))
        headings = [text for _, text in read(debrief_page(debrief(readings=several))).headings]
        assert title in headings


def test_questions_stand_by_kind_with_answers_or_room_to_write() -> None:
    page = debrief_page(debrief())
    assert "Who wrote it Who wrote the list? Look at decision 1." in " ".join(read(page).text.split())
    assert page.count('class="room on-paper"') == 3  # two questions, and what the game makes simpler
    answered = dataclasses.replace(debrief().questions[0], answer="The typist.\nNobody else.")
    page = debrief_page(debrief(questions=(answered,)))
    assert "<p>The typist.</p><p>Nobody else.</p>" in page
    assert page.count('class="room on-paper"') == 1


def test_the_code_stands_on_the_first_page_with_its_picture() -> None:
    page = debrief_page(debrief(code="ABCDE-FGHJK"))
    first = page[: page.index('<section id="decisions"')]
    assert "The same playthrough on another machine:" in first
    assert '<span class="code">ABCDE-FGHJK</span>' in first
    assert '<svg aria-hidden="true"' in first
    assert "The same playthrough" not in debrief_page(debrief())


def test_of_many_decisions_the_summary_leaves_papers_out() -> None:
    letter = dataclasses.replace(decision(1), kind="letter", chosen=words("A letter."))
    many = (letter, *(decision(number) for number in range(2, 41)))
    page = debrief_page(debrief(decisions=many))
    first = " ".join(read(page[: page.index('<section id="decisions"')]).text.split())
    assert "Papers taken from a desk are left out here." in first
    assert "A letter." not in first
    assert first.count("Show him the list.") == 39


def test_the_page_has_no_indents_and_keeps_every_space_between_words() -> None:
    page = debrief_page(debrief(decisions=(decision(1, text="Show him  the list."),)))
    assert re.findall(r"\n[ \n]", page) == []
    assert "Show him  the list." in page


def test_the_debrief_of_a_long_playthrough_of_the_campaign_is_under_a_megabyte() -> None:
    pack = Path(__file__).parents[2] / "scenes" / "third_chair"
    story = compile_pack(pack).story
    assert story is not None
    lots = random.Random(3)
    played = max((at_random(story, lots) for _ in range(12)), key=lambda play: len(play.steps))
    assert len(played.steps) > 100
    page = debrief_page(debrief_view(played), story.language, photograph_svg(pack))
    assert len(page.encode()) < 1_000_000


def at_random(story: Story, lots: random.Random) -> Playthrough:
    played = Playthrough.begin(story)
    while played.ways:
        played = played.choose(lots.choice(played.ways).id)
    return played
