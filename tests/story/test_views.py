"""What a frontend is told: pages, choices, results, endings."""

from __future__ import annotations

import json
from collections.abc import Callable

from game.story.model import Story
from game.story.playthrough import Playthrough, Start
from game.story.scene_view import ending_view, result_view, scene_view
from game.story.views import plain, text_of

MakeStory = Callable[..., Story]

HALL = """\
scene: hall
title: Hall
date: 1937-07-03
place: office_night
show: [bob]
provenance: composite
facts: [telegram]
text:
  - text: |
      It is *late*; [[troika|the three]] wait. {trust} You have {coins}, {reply}.
  - if: warned
    text: |
      Bob has gone.
  - who: bob
    text: |
      "How many?"
  - document: telegram
    title: To all
    provenance: composite
    text: |
      within five days
      report
    note: |
      Where it is kept.
  - picture: wall
talk: |
  Who gains?
choices:
  - from_deck: tray
  - id: pay
    text: Pay.
    if: coins >= 1
    effects: [coins -= 1]
    result: |
      He counts it twice.
    facts: [telegram]
    to: yard
  - id: bribe
    text: Bribe.
    if: coins >= 4
    locked: You have not enough.
    to: yard
  - id: whisper
    text: Whisper.
    if: warned
    to: yard
---
scene: letter_a
title: A letter
deck: tray
offer: In green ink.
provenance: invented
text: |
  Dear comrade.
next:
  - to: return
"""
FILES = {
    "glossary": "troika: {term: troika, original: тройка, meaning: Three who sentence.}\n",
    "facts": "telegram: {claim: It was sent., date: 1937-07-02, notes_section: wider, verdict: corroborated, "
    "sources: [decree, notes]}\n",
    "sources": "decree: {title: A decree, author: Politburo, year: 1937, kind: primary, url: 'https://example.org/d'}\n"
    "notes: {title: Class notes, kind: class_notes, sections: {wider: Purging the wider Party}}\n",
    "pictures": "office_night: A desk lamp.\nwall: Eight people.\n",
}


def test_a_page_has_everything_that_a_frontend_may_show(story: MakeStory) -> None:
    view = scene_view(Playthrough.begin(story(HALL, **FILES)))
    assert (view.title, view.date, view.place, view.place_text) == (
        "Hall",
        "3 July 1937",
        "office_night",
        "A desk lamp.",
    )
    assert view.provenance_text == "Put together from several cases of the record, named below."
    assert [person.name for person in view.show] == ["Boris Petrov"]
    assert [passage.kind for passage in view.passages] == ["text", "speech", "document", "picture"]
    assert text_of(view.passages[0].text) == ("It is late; the three wait. They nod. You have 2, none.")
    assert [(run.text, run.style, run.term) for run in view.passages[0].text[0]][:4] == [
        ("It is ", "plain", ""),
        ("late", "emphasis", ""),
        ("; ", "plain", ""),
        ("the three", "plain", "troika"),
    ]
    assert text_of(view.passages[2].text) == "within five days\nreport"
    assert view.passages[3].picture_text == "Eight people."
    assert [(lamp.variable, lamp.lit, lamp.of) for lamp in view.lamps] == [("coins", 2, 5)]
    assert [term.original for term in view.terms] == ["тройка"]
    assert view.leads == "choices"
    assert text_of(view.talk) == "Who gains?"


def test_a_fact_names_its_section_verdict_and_sources(story: MakeStory) -> None:
    (fact,) = scene_view(Playthrough.begin(story(HALL, **FILES))).facts
    assert (fact.date, fact.section) == ("2 July 1937", "Purging the wider Party")
    assert fact.verdict_text == "The archives bear this out."
    assert [source.line for source in fact.sources] == ["Politburo, A decree, 1937", "Class notes"]
    assert fact.sources[0].url == "https://example.org/d"


def test_open_choices_are_numbered_a_locked_one_says_why_and_a_hidden_one_is_not_shown(
    story: MakeStory,
) -> None:
    view = scene_view(Playthrough.begin(story(HALL, **FILES)))
    assert [
        (c.id, c.number, c.kind, c.is_open, text_of(c.text), text_of(c.locked)) for c in view.choices
    ] == [
        ("tray/letter_a", 1, "letter", True, "In green ink.", ""),
        ("pay", 2, "choice", True, "Pay.", ""),
        ("bribe", 0, "choice", False, "Bribe.", "You have not enough."),
    ]


def test_passages_and_choices_follow_the_state(story: MakeStory) -> None:
    warned = Playthrough.begin(story(HALL, **FILES), Start("hall", {"warned": "true", "coins": "5"}))
    view = scene_view(warned)
    assert text_of(view.passages[1].text) == "Bob has gone."
    assert [choice.id for choice in view.choices if choice.is_open] == [
        "tray/letter_a",
        "pay",
        "bribe",
        "whisper",
    ]


def test_talk_is_not_repeated_when_a_letter_leads_back(story: MakeStory) -> None:
    back = Playthrough.begin(story(HALL, **FILES)).choose("tray/letter_a").choose("continue")
    assert scene_view(back).talk == ()


def test_a_result_names_what_was_chosen_and_what_stayed_unread(story: MakeStory) -> None:
    result = result_view(Playthrough.begin(story(HALL, **FILES)).choose("pay"))
    assert result is not None
    assert (text_of(result.chosen), text_of(result.text)) == ("Pay.", "He counts it twice.")
    assert [(paper.title, text_of(paper.offer)) for paper in result.unread] == [("A letter", "In green ink.")]
    assert [fact.id for fact in result.facts] == ["telegram"]


TIRED = """\
scene: hall
title: Hall
provenance: invented
text: |
  A desk.
choices:
  - from_deck: tray
    limit: 1
    effects: [coins -= 2]
  - id: home
    text: Go home.
    to: yard
---
scene: letter_a
title: A
deck: tray
if: coins > 0
offer: Letter a.
provenance: invented
text: |
  A.
next:
  - to: return
---
scene: letter_b
title: B
deck: tray
if: coins > 0
offer: Letter b.
provenance: invented
text: |
  B.
next:
  - to: return
"""


def test_papers_stay_unread_also_where_no_hour_is_left_for_them(story: MakeStory) -> None:
    tired = Playthrough.begin(story(TIRED)).choose("tray/letter_a").choose("continue")
    assert [choice.id for choice in scene_view(tired).choices] == ["home"]
    result = result_view(tired.choose("home"))
    assert result is not None
    assert [paper.title for paper in result.unread] == ["B"]


def test_an_ending_is_shown_with_the_fate_it_means(story: MakeStory) -> None:
    ended = Playthrough.begin(story(HALL, **FILES)).choose("pay")
    ending = ending_view(ended)
    assert ending is not None
    assert (ending.title, ending.kind, ending.kind_label) == ("The yard", "arrested", "Arrested")
    assert scene_view(ended).leads == "ending"


def test_views_are_json(story: MakeStory) -> None:
    view = scene_view(Playthrough.begin(story(HALL, **FILES)))
    assert json.loads(json.dumps(plain(view)))["title"] == "Hall"
