"""The later leaves of a debrief: roads, the chair, dates, the record, readings, questions, the file."""

from __future__ import annotations

from collections.abc import Callable

from game.story.debrief import FAULT, debrief_view
from game.story.model import Story
from game.story.playthrough import Playthrough, Start
from game.story.replay import from_save, to_save
from game.story.starts import lesson_start
from game.story.views import QuestionView, text_of
from tests.story.conftest import PACK
from tests.story.test_debrief import FILES, ROAD, played

MakeStory = Callable[..., Story]

LESSON_FILES = {
    **FILES,
    "facts": "one: {claim: One., verdict: disputed, sources: [book], date: 1937-07, notes_section: terror}\n"
    "two: {claim: Two., verdict: corroborated, sources: [book], date: 1937-08-01}\n"
    "old: {claim: Old., verdict: mistaken, sources: [book], date: '1923', notes_section: terror}\n"
    "late: {claim: Late., verdict: approximate, sources: [book], date: 1937-07-30, notes_section: before}\n",
    "sources": "book: {title: A book, kind: scholarship}\n"
    "notes: {title: Notes, kind: class_notes, sections: {before: Before, terror: The terror}}\n",
    "questions": "where: {text: Where?, about: desk, kind: event}\n"
    "told: {text: Why tell?, about: hall.tell, kind: cause}\n"
    "lied: {text: Why lie?, about: hall.lie, kind: cause}\n"
    "rests: {text: What of one?, kind: sourcing, facts: [one]}\n"
    "unmet: {text: What of late?, kind: sourcing, facts: [late]}\n"
    "open: {text: Anything?}\n",
    "readings": "above: {title: Above, historians: [book], text: From above., cites: [two]}\n"
    "below: {title: Below, text: From below., cites: [late]}\n",
    "figures": "dead: {title: Dead, unit: people, rows: [{label: '1937', value: 353074}], facts: [one]}\n",
    "afterlife": "- {title: Opened, date: 1956-03, text: It is opened., facts: [old]}\n",
    "teaching": "simplified: [Nobody was so quick.]\n",
}


def lesson(story: MakeStory, *ways: str) -> Playthrough:
    playthrough = Playthrough.begin(story(ROAD, **LESSON_FILES))
    for way in ways:
        playthrough = playthrough.choose(way)
    return playthrough


def test_a_road_not_taken_is_followed_to_the_next_decision(story: MakeStory) -> None:
    lied, passed = debrief_view(played(story, "lie", "passes")).decisions
    assert [(text_of(r.text), r.leads_to, r.joins) for r in lied.roads] == [
        ("Tell Bob.", "Car", True),
        ("Shout.", "", False),
    ]
    assert [(c.person.id, c.before, c.after) for c in lied.roads[0].changes] == [
        ("bob", "At liberty", "Arrested")
    ]
    # The other draw leads over a page with Continue; Bob is shot on the way.
    assert [(r.leads_to, r.joins) for r in passed.roads] == [("It stops", False)]
    assert [change.after for change in passed.roads[0].changes] == ["Shot"]


def test_the_question_before_a_choice_stands_with_the_decision(story: MakeStory) -> None:
    scenes = ROAD.replace("title: Hall\n", "title: Hall\ntalk: Who asks?\n")
    view = debrief_view(Playthrough.begin(story(scenes, **FILES)).choose("lie"))
    assert text_of(view.decisions[0].talk) == "Who asks?"
    assert (view.decisions[0].chapter, view.decisions[0].provenance) == ("One", "invented")


def test_what_the_chair_brought_is_words_with_the_decisions_that_changed_them(story: MakeStory) -> None:
    rooms = "  rooms: {type: word, values: [one, two], labels: {two: two rooms}, show: chair}\n"
    pack = PACK.replace("  warned:", f"{rooms}  warned:")
    scenes = ROAD.replace("effects: [bob = arrested]", "effects: [trust -= 20, rooms = two]")
    playthrough = Playthrough.begin(story(scenes, pack=pack, **FILES))
    assert debrief_view(playthrough).chair == ()
    chair = debrief_view(playthrough.choose("tell").choose("passes")).chair
    assert [(c.variable, c.title, c.before, c.after, c.decisions) for c in chair] == [
        ("trust", "", "They nod.", "They look away.", (1,)),
        ("rooms", "Rooms", "one", "two rooms", (1,)),
    ]


def test_the_timeline_has_the_pages_played_and_the_facts_of_their_time(story: MakeStory) -> None:
    rows = debrief_view(lesson(story, "tell", "passes", "tray/letter_a", "continue", "home")).timeline
    shown = [
        (
            row.when,
            [(page.title, page.decisions) for page in row.played],
            [(f.fact, f.is_met) for f in row.recorded],
        )
        for row in rows
    ]
    pages = [("Hall", (1,)), ("Car", (2,)), ("Desk", (3, 4)), ("A", ()), ("Yard", ())]
    assert shown == [
        ("July 1937", pages, [("one", True)]),
        # July is known to the day here, and to the month there: both are in the time that was played.
        ("30 July 1937", [], [("late", False)]),
        ("1 August 1937", [], [("two", True)]),  # met, so that it stands there whenever it was
    ]


def test_the_record_has_every_fact_by_section_met_or_not(story: MakeStory) -> None:
    view = debrief_view(lesson(story, "tell"))
    shown = [
        (s.title, [(r.fact.id, r.is_met, r.decisions) for r in s.facts])
        for s in view.record
    ]  # fmt: skip
    assert shown == [
        ("Before", [("late", False, ())]),
        ("The terror", [("one", True, ()), ("old", False, ())]),
        ("", [("two", True, (1,))]),
    ]


def test_a_figure_has_its_numbers_as_they_are_written_and_as_a_sentence(story: MakeStory) -> None:
    (figure,) = debrief_view(lesson(story)).figures
    assert [(row.label, row.value, row.shown) for row in figure.rows] == [("1937", 353074, "353,074")]
    assert figure.text == "Dead (people): 1937: 353,074."


def test_a_reading_cites_the_decisions_that_rest_on_its_facts(story: MakeStory) -> None:
    above, below = debrief_view(lesson(story, "tell", "passes")).readings
    assert [(found.decision, found.facts) for found in above.evidence] == [(1, ("two",))]
    assert [source.id for source in above.historians] == ["book"]
    assert below.evidence == ()


def test_questions_belong_to_the_path_and_name_its_decisions(story: MakeStory) -> None:
    told = lesson(story, "tell", "passes", "home")
    assert asked(told) == [("where", (3,)), ("rests", ()), ("told", (1,)), ("open", ())]
    assert asked(lesson(story, "lie")) == [("rests", (1,)), ("lied", (1,)), ("open", ())]
    kinds = {q.id: q.kind_label for q in debrief_view(told).questions}
    assert (kinds["where"], kinds["open"]) == ("What happened", "To talk about")


def asked(playthrough: Playthrough) -> list[tuple[str, tuple[int, ...]]]:
    return [(question.id, question.decisions) for question in debrief_view(playthrough).questions]


def test_of_many_questions_of_a_kind_three_from_all_along_the_path_stay_and_those_answered(
    story: MakeStory,
) -> None:
    many = "".join(f"q{n}: {{text: Q{n}?, kind: cause, about: hall}}\n" for n in range(7))
    files = {**LESSON_FILES, "questions": many}
    playthrough = Playthrough.begin(story(ROAD, **files)).choose("lie")
    assert [q.id for q in causes(playthrough)] == ["q0", "q2", "q4"]
    assert [q.id for q in causes(playthrough.answered("q1", "So."))] == ["q0", "q1", "q2", "q4"]


def causes(playthrough: Playthrough) -> list[QuestionView]:
    return [question for question in debrief_view(playthrough).questions if question.kind == "cause"]


def test_answers_ride_along_and_are_kept_in_the_save(story: MakeStory) -> None:
    playthrough = lesson(story).answered("open", "Yes.").answered(FAULT, "Too quick.").choose("tell")
    view = debrief_view(playthrough)
    assert [q.answer for q in view.questions if q.id == "open"] == ["Yes."]
    assert view.fault is not None
    assert (view.fault.answer, text_of(view.fault.simplified[0])) == ("Too quick.", "Nobody was so quick.")
    save = to_save(playthrough)
    assert save["answers"] == {"open": "Yes.", "fault.the.game": "Too quick."}
    assert from_save(playthrough.story, save).playthrough.answers == playthrough.answers
    assert "answers" not in to_save(playthrough.answered("open", "  ").answered(FAULT, ""))
    assert from_save(playthrough.story, {**save, "answers": [1]}).playthrough.answers == {}


def test_the_file_has_an_afterlife(story: MakeStory) -> None:
    (step,) = debrief_view(lesson(story)).afterlife
    assert (step.date, step.title, text_of(step.text), step.facts) == (
        "March 1956", "Opened", "It is opened.", ("old",),
    )  # fmt: skip


def test_a_debrief_says_what_it_began_with(story: MakeStory) -> None:
    made = story(ROAD, **FILES)
    assert debrief_view(Playthrough.begin(made)).began == ""
    assert debrief_view(Playthrough.begin(made, lesson_start(made, "first_half"))).began == "First half"
    assert debrief_view(Playthrough.begin(made, Start("yard"))).began == "Two"


def test_a_road_out_of_a_lesson_that_has_no_close_leads_nowhere(story: MakeStory) -> None:
    made = story(ROAD, **FILES)
    playthrough = Playthrough.begin(made, lesson_start(made, "first_bare"))
    for way in ("lie", "passes", "tray/letter_a", "continue", "tray/letter_b", "continue", "home"):
        playthrough = playthrough.choose(way)
    first_letter = debrief_view(playthrough).decisions[2]
    assert [(text_of(r.text), r.leads_to) for r in first_letter.roads] == [
        ("Letter b.", "B"),
        ("Go home.", ""),
    ]
