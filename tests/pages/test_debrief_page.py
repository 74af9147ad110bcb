"""The debrief as one HTML file: whole, in order, escaped, and without any reach beyond itself."""

from __future__ import annotations

import dataclasses
import itertools
import re

import pytest

from game.pages.debrief import debrief_page
from game.story.views import DecisionView, RoadView, RunView
from tests.pages.made import HOSTILE, debrief, decision, fact, read, source, words


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
        "The staff",
        "Papers left unread",
        "The record",
        "Words",
        "Fact and fiction",
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
        "What else lay open Turn the list over. Telephone the director. Closed: The line is dead.",
        "What it led to He reads it. The next page was The desk.",
        "What it meant A librarian could lose her post for it.",
        "What the record says June 1935 Claim a. disputed Historians disagree.",
        "Historians Historians on a. Source A. Author, circular, 1999 (historians' work) In any library.",
    ):
        assert part in text, part


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
        (drawn(), "Chance decided Nobody in this chair had a say in it. It could have come otherwise."),
        (
            drawn(chosen=words("The car stops."), roads=(RoadView(words("It passes."), True, ()),)),
            "Chance decided The car stops. What else could have come It passes.",
        ),
        (
            drawn(kind="choice", chosen=words("Go."), roads=(), only_way=True),
            "You chose Go. Nothing else lay open.",
        ),
        (drawn(kind="letter", chosen=words("A note."), roads=()), "You took up A note."),
    ],
)
def test_chance_and_a_single_way_are_named_as_such(made: DecisionView, said: str) -> None:
    assert said in " ".join(read(page_of(made)).text.split())


def test_every_fact_stands_in_full_once_and_every_other_mention_links_there() -> None:
    page = debrief_page(debrief())
    for name, full_in in {"a": "decision-1", "b": "decision-1", "c": "person-pavel", "d": "record"}.items():
        assert page.count(f'id="fact-{name}"') == 1
        place = page.index(f'id="fact-{name}"')
        assert page.rindex(f'id="{full_in}"', 0, place) > 0
        assert f"Historians on {name}." in page[place:]
    assert page.count('href="#fact-a"') == 3  # decision 2, Pavel, the record
    assert page.count("In full under decision 1") == 4


def test_every_fact_in_full_has_its_verdict_and_a_source() -> None:
    facts = debrief_page(debrief()).split('<li class="fact"')[1:]
    assert len(facts) == 4
    for text in facts:
        assert "Historians disagree." in text
        assert '<ul class="sources">' in text
        assert "<cite>A. Author, circular, 1999</cite>" in text


def test_on_paper_a_source_has_its_note_only_where_it_is_named_first() -> None:
    page = debrief_page(debrief())
    assert page.count("<li><cite>A. Author, circular, 1999</cite>") == 1
    assert page.count('<li class="named-before"><cite>A. Author, circular, 1999</cite>') == 3


@pytest.mark.parametrize("url", ["http://example.org/a?b=1&c=2", "https://example.org/"])
def test_a_source_with_an_address_is_a_link(url: str) -> None:
    page = read(page_of(decision(1, (fact("a", sources=(source(url=url),)),))))
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
    page = read(page_of(decision(1, (fact("a", sources=(source(url=url),)),))))
    assert [link["href"] for link in page.all("a") if not (link["href"] or "").startswith("#")] == []


def test_what_a_story_says_is_never_markup() -> None:
    page = debrief_page(debrief(HOSTILE))
    found = read(page)
    assert (found.open, found.misplaced) == ([], [])
    assert found.all("script") == []
    assert [a for _, attributes in found.tags for a in attributes if a.startswith("on")] == []
    assert len(found.all("style")) == 1
    assert "49" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
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
    assert {tag for tag, _ in found.tags} & {"script", "img", "iframe", "object", "form", "input"} == set()
    assert found.all("link") == [{"rel": "icon", "href": "data:,"}]
    assert re.findall(r"url\(|@import", page) == []
    assert "default-src 'none'" in page


def test_an_unfinished_playthrough_says_where_it_stopped() -> None:
    text = " ".join(read(debrief_page(debrief(ending=None, you=None, decisions=()))).text.split())
    assert "The story is over." not in text
    assert "Where you stopped: Morning" in text
    assert "Nothing was decided in this playthrough." in text


def test_parts_that_a_playthrough_has_nothing_of_are_left_out() -> None:
    page = debrief_page(
        debrief(people=(), unread=(), facts_met=(), terms=(), photograph=None, fiction_note=(), decisions=())
    )
    parts = [text for level, text in read(page).headings if level == 2]
    assert parts == ["On these pages", "How it ended: Nets", "What you decided"]


def test_those_who_are_gone_are_painted_out_of_the_second_photograph() -> None:
    page = debrief_page(debrief())
    before, after = page.split("<figure>")[1:]
    assert (before.count("<circle"), after.count("<circle")) == (2, 1)
    assert "Grin</text>" in before
    assert "Grin</text>" not in after
    assert "No longer in the picture: Pavel Grin." in after


def test_a_photograph_that_nobody_is_gone_from_is_shown_once() -> None:
    view = debrief()
    assert view.photograph is not None
    page = debrief_page(debrief(photograph=dataclasses.replace(view.photograph, gone=())))
    assert page.count("<figure>") == 1
    assert "Everybody is still in the picture." in page
