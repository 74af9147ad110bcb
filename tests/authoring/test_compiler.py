"""What a good pack becomes, and that no input at all raises."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import compile_pack
from game.authoring.diagnostics import as_plain, as_text
from game.story.conditions import Chose, Compare, Constant, CurrentChapter, IsTrue, Not, Read, Seen
from game.story.model import Chance, Choices, DeckOffer, Ending, Next, Passage, Way
from game.story.playthrough import Playthrough
from game.story.prose import LineBreak, Slot, TermWords, Words
from tests.authoring.cases import GOOD
from tests.authoring.packs import X, codes, compiled, good_pack, story

SAMPLE = (Path(__file__).parent.parent / "cases" / "sample" / "scenes.yaml").read_text(encoding="utf-8")


def test_a_scene_becomes_what_it_says(tmp_path: Path) -> None:
    made = story(
        tmp_path,
        "scene: x\ntitle: The long ring\ndate: 1934-12-01\nplace: lamp\nshow: [feldman]\n"
        "provenance: composite\n"
        "facts: [telegram]\ncontent: [threat]\nsummary: A ring.\non_enter: [hours -= 1, reply = low]\n"
        "text:\n  - text: |\n      One *line*\n      more.\n\n      {standing} [[troika|three]]\n"
        "  - document: telegram\n    title: To all\n    provenance: documented\n"
        "    text: |\n      A 1\n      B 2\n"
        "    note: |\n      Kept.\n"
        "  - who: feldman\n    if: not warned\n    text: No.\n"
        "  - picture: lamp\n"
        "talk: |\n  Why?\n"
        "choices:\n  - id: low\n    text: Low.\n    if: standing >= 30 and chose(office.home)\n"
        "    locked: Not now.\n"
        "    effects: [standing -= 10]\n    result: He nods.\n    summary: A nod.\n    facts: [telegram]\n"
        "    debrief: Meant.\n    to: night\n",
    )
    scene = made.scenes["x"]
    assert (scene.title, scene.date, scene.place, scene.show) == (
        "The long ring",
        "1934-12-01",
        "lamp",
        ("feldman",),
    )
    assert (scene.chapter, scene.provenance, scene.facts, scene.content) == (
        "a",
        "composite",
        ("telegram",),
        ("threat",),
    )
    assert scene.summary == ((Words("A ring."),),)
    assert [(e.variable.id, e.sign, e.value) for e in scene.on_enter] == [
        ("hours", "-=", Constant(1)),
        ("reply", "=", Constant(1)),
    ]
    assert scene.passages[0].text == (
        (Words("One "), Words("line", "emphasis"), Words(" more.")),
        (Slot("standing"), Words(" "), TermWords("troika", "three")),
    )
    assert scene.passages[1] == Passage(
        "document",
        ((Words("A 1"), LineBreak(), Words("B 2")),),
        document="telegram",
        title="To all",
        provenance="documented",
        note=((Words("Kept."),),),
    )
    assert scene.passages[2].who == "feldman"
    assert scene.passages[2].condition == Not(IsTrue(made.variable["warned"]))
    assert scene.passages[3] == Passage("picture", picture="lamp")
    assert isinstance(scene.exit, Choices)
    way = scene.exit.entries[0]
    assert isinstance(way, Way)
    assert (way.id, way.to, way.facts, way.locked) == ("low", "night", ("telegram",), ((Words("Not now."),),))
    standing = Read(made.variable["standing"])
    assert way.condition is not None
    assert way.condition.parts == (Compare(">=", standing, Constant(30)), Chose("office", "home"))


def test_the_ways_out(tmp_path: Path) -> None:
    made = story(
        tmp_path,
        X + "text: X.\nchance:\n  - {id: car, weight: 3, to: y}\n"
        "  - {id: none, weight: 1, if: seen(office), to: night}\n"
        "---\nscene: y\ntitle: Y\nprovenance: documented\ntext: Y.\n"
        "next:\n  - {if: chapter == a, to: night, effects: [warned = true]}\n  - to: night\n",
    )
    chance, following = made.scenes["x"].exit, made.scenes["y"].exit
    assert isinstance(chance, Chance)
    assert [(way.id, way.weight, way.to, way.condition) for way in chance.entries] == [
        ("car", 3, "y", None),
        ("none", 1, "night", Seen("office")),
    ]
    assert isinstance(following, Next)
    assert following.entries[0].condition == Compare("==", CurrentChapter(), Constant(0))
    assert following.entries[1] == Way("", "night")


def test_the_good_pack_becomes_a_story_that_can_be_played() -> None:
    made = compile_pack(GOOD).story
    assert made is not None
    assert (made.id, made.title, made.version, made.start, made.you) == (
        "good",
        "The smallest good pack",
        "1.0.0",
        "office",
        "sorokin",
    )
    assert [v.id for v in made.variables] == ["standing", "hours", "warned", "reply", "sorokin", "feldman"]
    assert made.variable["feldman"].values == ("at_liberty", "arrested")
    assert made.variable["standing"].signs == ((0, "Nobody greets you."), (50, "They nod."))
    assert made.chapters[0].given[0].value == Constant(60)
    office = made.scenes["office"].exit
    assert isinstance(office, Choices)
    assert office.entries[0] == DeckOffer("in_tray")
    assert made.scenes["night"].exit == Ending("asleep", "Asleep", "at_liberty")
    played = Playthrough.begin(made).choose("in_tray/letter").choose("back").choose("home")
    assert played.ending is not None


def test_where_tells_the_place_of_everything(tmp_path: Path) -> None:
    result = compiled(tmp_path, X + "text: X.\nnext: [{id: on, to: night}]\n")
    places = {key: span.place.removeprefix(str(tmp_path) + "/pack/") for key, span in result.where.items()}
    assert places["scene", "x"] == "chapters/01_a/x.yaml:1:8"
    assert places["choice", "x", "on"] == "chapters/01_a/x.yaml:5:13"
    assert places["choice", "office", "home"] == "chapters/01_a/a.yaml:9:9"
    assert places["ending", "asleep"] == "chapters/01_a/a.yaml:32:14"
    assert places["variable", "warned"] == "pack.yaml:12:3"
    assert places["person", "feldman"] == "people.yaml:3:1"


def test_the_sample_of_the_format_compiles(tmp_path: Path) -> None:
    files = {
        "chapters/01_a/sample.yaml": SAMPLE,
        "people.yaml": "sorokin: {name: S}\nfeldman: {name: F}\nnadya: {name: N}\nvera: {name: V}\n",
        "facts.yaml": "telegram: {claim: T., verdict: corroborated, sources: [notes]}\n"
        "kirov_shot: {claim: K., verdict: corroborated, sources: [notes]}\n",
    }
    pack = good_pack(tmp_path, files)
    text = (pack / "pack.yaml").read_text()
    (pack / "pack.yaml").write_text(
        text.replace("  warned:", "  essay: {type: word, values: [none, mended, hers]}\n  warned:")
    )
    result = compile_pack(pack)
    assert as_text(result.errors) == ""
    assert result.story is not None
    opening = result.story.scenes["kitchen"].passages[0].text
    assert opening[1][0] == Words("“")
    assert opening[1][1] == Words("The person I would like to be", "emphasis")


def test_yamls_surprises_are_the_text_that_was_typed(tmp_path: Path) -> None:
    made = story(
        tmp_path,
        "scene: x\ntitle: 1937-07-03\nprovenance: invented\ntext:\n"
        "  - text: no\n  - text: 12:30\n  - text: 1.10\n"
        "  - text: 010\n  - text: ~\n  - text: null\nnext: [{to: night}]\n",
    )
    texts = [passage.text[0][0] for passage in made.scenes["x"].passages]
    assert [run.text for run in texts if isinstance(run, Words)] == [
        "no",
        "12:30",
        "1.10",
        "010",
        "~",
        "null",
    ]
    assert made.scenes["x"].title == "1937-07-03"


def test_a_comment_after_two_spaces_is_a_comment(tmp_path: Path) -> None:
    made = story(tmp_path, X + "text: The lamp.  # a comment\nnext: [{to: night}]  # another\n")
    assert made.scenes["x"].passages[0].text == ((Words("The lamp."),),)


def test_a_byte_order_mark_and_windows_line_ends_are_nothing(tmp_path: Path) -> None:
    pack = good_pack(tmp_path)
    text = "\ufeff" + X + "text: |\n  One.\n\n  Two.\nnext: [{to: night}]\n"
    (pack / "chapters/01_a/x.yaml").write_bytes(text.replace("\n", "\r\n").encode())
    result = compile_pack(pack)
    assert result.story is not None
    assert result.story.scenes["x"].passages[0].text == ((Words("One."),), (Words("Two."),))


def test_an_unreadable_file_mutes_the_names_that_may_stand_in_it(tmp_path: Path) -> None:
    result = compiled(
        tmp_path,
        X + "text: *Nobody*\nnext: [{to: y}]\n---\nscene: y\n",
        {
            "chapters/01_a/z.yaml": "# allow R102: here\nscene: z\ntitle: Z\nprovenance: invented\ntext: Z.\n"
            "next: [{to: y}]\n"
        },
    )
    assert codes(result) == ["Y106"]


def test_other_mistakes_are_still_reported_beside_an_unreadable_file(tmp_path: Path) -> None:
    result = compiled(
        tmp_path,
        X + "text: *Nobody*\nnext: [{to: night}]\n",
        {"chapters/01_a/z.yaml": "scene: z\ntitle: Z\nprovenance: invented\ntext: Z.\nnext: [{to: qqqqq}]\n"},
    )
    assert codes(result) == ["Y106", "L101"]


def test_a_broken_record_makes_no_second_finding_elsewhere(tmp_path: Path) -> None:
    files = {
        "facts.yaml": "telegram:\n  claim: A telegram went out.\n  verdict: sure\n  sources: [notes]\n",
        "people.yaml": "sorokin: {nme: S}\nfeldman: {name: [F]}\n",
    }
    result = compiled(
        tmp_path, X + "text: X.\nnext: [{if: feldman == arrested, to: night}, {to: night}]\n", files
    )
    assert codes(result) == ["S109", "S101", "Y109"]


def test_findings_are_sorted_by_file_and_line(tmp_path: Path) -> None:
    result = compiled(
        tmp_path, X + "text: X.\nfoo: 1\nnext: [{to: qqqqq}]\nbar: 2\n", {"facts.yaml": "- x\n"}
    )
    places = [(found.span.file.path, found.span.line) for found in result.diagnostics]
    assert places == sorted(places)
    assert codes(result) == ["S101", "L101", "S101", "S129"]


def test_findings_as_plain_values(tmp_path: Path) -> None:
    result = compiled(tmp_path, X + "text: X.\nnext: [{to: nihgt}]\n")
    (found,) = as_plain(result.diagnostics)
    assert found == {
        "code": "L101",
        "severity": "error",
        "message": "there is no scene `nihgt`",
        "file": f"{tmp_path}/pack/chapters/01_a/x.yaml",
        "line": 5,
        "column": 13,
        "end_line": 5,
        "end_column": 18,
        "help": f"did you mean `night` ({tmp_path}/pack/chapters/01_a/a.yaml:28)?",
        "defined": f"{tmp_path}/pack/chapters/01_a/a.yaml:28:8",
    }


def test_the_collector_is_on_again_afterwards() -> None:
    compile_pack(GOOD)
    assert gc.isenabled()


def test_a_pack_that_is_not_there(tmp_path: Path) -> None:
    result = compile_pack(tmp_path / "nowhere")
    assert codes(result) == ["Y211"]
    assert result.story is None


GOOD_SCENE = (
    X + "text: |\n  *One* [[troika]] {standing}\n"
    "choices:\n  - id: a\n    text: A.\n    if: standing >= 30\n    to: night\n"
)


@settings(deadline=None, max_examples=150)
@given(content=st.binary(max_size=300))
def test_any_bytes_at_all_give_findings(content: bytes, tmp_path_factory) -> None:
    pack = good_pack(tmp_path_factory.mktemp("any"))
    (pack / "chapters/01_a/x.yaml").write_bytes(content)
    compile_pack(pack)


@settings(deadline=None, max_examples=150)
@given(
    text=st.text(alphabet=st.sampled_from("scene: x\ntitl|>-[]{}#&*!%@`'\"?,=<()+\t é\u0441"), max_size=200)
)
def test_any_text_at_all_gives_findings(text: str, tmp_path_factory) -> None:
    pack = good_pack(tmp_path_factory.mktemp("any"))
    (pack / "chapters/01_a/x.yaml").write_text(text, encoding="utf-8")
    as_text(compile_pack(pack).diagnostics)


@settings(deadline=None, max_examples=300)
@given(at=st.integers(0, len(GOOD_SCENE)), gone=st.integers(0, 12), put=st.text(max_size=4))
def test_any_change_of_a_good_scene_gives_findings(at: int, gone: int, put: str, tmp_path_factory) -> None:
    pack = good_pack(tmp_path_factory.mktemp("any"))
    text = GOOD_SCENE[:at] + put + GOOD_SCENE[at + gone :]
    (pack / "chapters/01_a/x.yaml").write_text(text, encoding="utf-8", errors="replace", newline="")
    result = compile_pack(pack)
    as_text(result.diagnostics)
    assert (result.story is None) == bool(result.errors)


@settings(deadline=None, max_examples=60)
@given(
    name=st.sampled_from(["pack", "people", "facts", "sources", "glossary", "pictures", "promises"]),
    data=st.data(),
)
def test_any_change_of_any_other_file_gives_findings(
    name: str, data: st.DataObject, tmp_path_factory
) -> None:
    pack = good_pack(
        tmp_path_factory.mktemp("any"), {"promises.yaml": "- {never: warned}\n- {reachable: night}\n"}
    )
    path = pack / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)))
    gone, put = data.draw(st.integers(0, 12)), data.draw(st.text(max_size=4))
    path.write_text(text[:at] + put + text[at + gone :], encoding="utf-8", errors="replace", newline="")
    result = compile_pack(pack)
    as_text(result.diagnostics)
    assert (result.story is None) == bool(result.errors)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("figures.yaml", "f: {title: F, rows: [{label: *3}]}\n"),
        ("figures.yaml", "f: {title: F, rows: [{!label: a, value: 3}]}\n"),
        ("sources.yaml", "notes:\n  title: Class notes\n  *kind: class_notes\n  sections: {start: S}\n"),
        (
            "chapters/01_a/x.yaml",
            "scene: x\ntitle: X\n*provenance: invented\ntext: On.\nnext: [{to: night}]\n",
        ),
        ("chapters/01_a/x.yaml", X + "text: X.\nchoes:\n  - {id: a, text: A., to: night}\n"),
    ],
)
def test_what_once_raised(name: str, text: str, tmp_path: Path) -> None:
    result = compile_pack(good_pack(tmp_path, {name: text}))
    assert result.story is None
    assert result.errors
