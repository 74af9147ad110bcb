"""`explain` and `schema`: what they write, and what they say to a slip."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_fields_of_a_record(run: Run) -> None:
    code, said, _ = run("explain", "fields", "deck_offer")
    assert code == 0
    assert said.startswith("a deck offer: under `choices:` of a scene, among the choices\n\n  * from_deck:  ")


def test_fields_alone_lists_the_records(run: Run) -> None:
    code, said, _ = run("explain", "fields")
    assert (code, said.splitlines()[0]) == (0, "The fields of a record: explain fields NAME")
    assert "\n  scene       a file under chapters/; several are separated by a line `---`\n" in said


def test_fields_as_json(run: Run) -> None:
    found = json.loads(run("explain", "fields", "row", "--json")[1])
    assert found == {
        "row": [
            {"key": "label", "required": True, "value": "a line of text", "doc": "What the bar stands for."},
            {"key": "value", "required": True, "value": "a whole number", "doc": "How much."},
        ]
    }


def test_a_code_as_json(run: Run) -> None:
    (found,) = json.loads(run("explain", "p104", "--json")[1])
    assert (found["code"], found["severity"]) == ("P104", "warning")
    assert found["title"] == "a choice that is long to read"


def test_a_code_that_was_copied_by_hand(run: Run) -> None:
    assert run("explain", "l1o1") == run("explain", "[L101]")


def test_all_codes_as_a_page(run: Run) -> None:
    assert run("explain", "--all", "-o", "page.md")[:2] == (0, "Written: page.md\n")
    page = Path("page.md").read_text(encoding="utf-8")
    assert "\n# What `check` can find\n" in page
    assert "\n### P104: a choice that is long to read\n" in page
    assert run("explain", "--all")[1] == page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["explain", "scene"], "There is no code scene. For the keys of a record: explain fields scene\n"),
        (["explain", "L1011"], "There is no code L1011. Did you mean L111 or L101?\n"),
        (["explain", "L101", "L102"], "One code at a time: explain L101\n"),
        (["explain", "fields", "chioce"], "There is no record 'chioce'. Did you mean choice"),
        (["explain", "-o", "x.md"], "-o goes with --all: explain --all -o diagnostics.md\n"),
        (["schema", "sceen"], "There is no kind of file 'sceen'. Did you mean scene?\n"),
        (["schema"], "Say where the schemas are to be written (schema -o FOLDER), for which pack "),
    ],
)
def test_a_slip_gets_a_sentence(arguments: list[str], said: str, run: Run) -> None:
    code, out, complained = run(*arguments)
    assert (code, out) == (2, "")
    assert complained.startswith(said)


def test_one_schema_to_the_screen(run: Run) -> None:
    code, said, _ = run("schema", "scene")
    assert code == 0
    found = json.loads(said)
    assert found["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert found["definitions"]["scene"]["required"] == ["scene", "title", "provenance", "text"]


def test_all_schemas_into_a_folder(run: Run) -> None:
    assert run("schema", "-o", "schemas")[:2] == (0, "Written: schemas\n")
    assert sorted(path.name for path in Path("schemas").iterdir()) == [
        "afterlife.json", "facts.json", "figures.json", "glossary.json", "pack.json", "people.json",
        "pictures.json", "promises.json", "questions.json", "readings.json", "scene.json", "sources.json",
        "teaching.json",
    ]  # fmt: skip


def test_the_schemas_of_a_pack_know_its_names(run: Run) -> None:
    run("new", "my_class", "--extends", "third_chair")
    facts = Path("my_class/facts.yaml")
    more = "my_class_bread: {claim: C, verdict: disputed, sources: [my_class_fitzpatrick_1999]}\n"
    facts.write_text(facts.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert run("schema", "--pack", "my_class")[:2] == (0, f"Written: {Path('my_class/.schema')}\n")
    schema = json.loads(Path("my_class/.schema/scene.json").read_text(encoding="utf-8"))
    names = schema["definitions"]["name_of_fact"]["anyOf"][0]["enum"]
    assert "my_class_bread" in names
    assert "kirov_shot" in names


def test_the_schemas_are_no_part_of_the_pack(run: Run) -> None:
    run("new", "my_story")
    Path("my_story/.schema/odd.yaml").write_text("a: [", encoding="utf-8")
    assert run("check", "--strict", "my_story")[0] == 0
