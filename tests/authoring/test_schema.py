"""The schemas for editors: good files are valid, slips are marked, and names that are known are offered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from game.authoring import compile_pack
from game.authoring.schema import names_of, schema_of
from game.authoring.tables import FILES
from tests.authoring.cases import GOOD, case_files, read_case

ROOT = Path(__file__).parent.parent.parent
PACKS = [
    ROOT / "scenes" / "third_chair",
    ROOT / "tests" / "packs" / "reading_room",
    GOOD,
]


class AsAnEditor(yaml.SafeLoader):
    """YAML 1.2, as the language server reads it: `no` and dates are texts."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - as PyYAML declares it


AsAnEditor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))
AsAnEditor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
AsAnEditor.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]*$"), list("-+0123456789")
)
AsAnEditor.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|)$"), ["~", "n", ""])


def kind_of(path: Path, pack: Path) -> str:
    first = path.relative_to(pack).parts[0].removesuffix(".yaml")
    return "scene" if first == "chapters" else first


def complaints(kind: str, text: str, **options: Any) -> list[str]:
    validator = Draft7Validator(schema_of(kind, **options))
    documents = [found for found in yaml.load_all(text, AsAnEditor) if found is not None]
    return sorted(error.message for found in documents for error in validator.iter_errors(found))


@pytest.mark.parametrize("kind", FILES)
def test_every_schema_is_one(kind: str) -> None:
    Draft7Validator.check_schema(schema_of(kind))
    Draft7Validator.check_schema(schema_of(kind, {"scene": ("a",), "fact": ("b",)}, extends=True))


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_good_files_are_valid(pack: Path) -> None:
    names = names_of(compile_pack(pack), {"place": {"office_night"}})
    for path in sorted(pack.rglob("*.yaml")):
        kind = kind_of(path, pack)
        text = path.read_text(encoding="utf-8")
        assert (path.name, complaints(kind, text)) == (path.name, [])
        assert (path.name, complaints(kind, text, names=names, extends=False)) == (path.name, [])


def test_cases_that_compile_are_valid(tmp_path: Path) -> None:
    compiled = 0
    for at, path in enumerate(case_files()):
        case = read_case(path)
        if case.zip or case.see or case.encodings or case.links or any(c > 1 for c in case.repeats.values()):
            continue
        pack = case.write(tmp_path / str(at))
        if any(code[0] != "P" for code, *_ in case.expected) or compile_pack(pack).story is None:
            continue
        compiled += 1
        for file in sorted(pack.rglob("*.yaml")):
            found = complaints(kind_of(file, pack), file.read_text(encoding="utf-8"))
            assert (path.name, file.name, found) == (path.name, file.name, [])
    assert compiled >= 5


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("scene", "scene: x\ntitel: X\ntext: T\nprovenance: invented\n", "'title' is a required property"),
        ("scene", "scene: x\ntitle: X\ntext: T\nprovenance: made_up\n",
         "'made_up' is not one of ['documented', 'composite', 'invented']"),
        ("scene", "scene: X\ntitle: X\ntext: T\nprovenance: invented\n",
         "'X' does not match '^[a-z][a-z0-9_]*$'"),
        ("scene", "scene: x\ntitle: X\ntext: T\nprovenance: invented\nchoices: [{id: a, text: A}]\n",
         "'to' is a required property"),
        ("scene", "scene: x\ntitle: X\ntext: T\nprovenance: invented\nchoices: [{from_deck: a, to: x}]\n",
         "Additional properties are not allowed ('to' was unexpected)"),
        ("facts", "a: {claim: C, verdict: true_, sources: [s]}\n",
         "'true_' is not one of ['corroborated', 'approximate', 'disputed', 'mistaken']"),
        ("people", "Feldman: {name: F}\n", "'Feldman' does not match '^[a-z][a-z0-9_]*$'"),
        ("pack", "format: 1\nid: a\ntitle: A\nversion: 1\n", "'start' is a required property"),
    ],
)  # fmt: skip
def test_slips_are_marked(kind: str, text: str, said: str) -> None:
    assert said in complaints(kind, text)


def test_pack_yaml_may_be_an_extension_s() -> None:
    text = "format: 1\nid: a\ntitle: A\nversion: 1.0.0\nextends: b\n"
    assert complaints("pack", text) == []
    assert complaints("pack", text, extends=True) == []
    assert complaints("pack", text + "start: x\n", extends=True) == [
        "Additional properties are not allowed ('start' was unexpected)"
    ]


def test_a_text_may_look_like_a_number_or_a_date() -> None:
    text = (
        "scene: x\ntitle: 1937\ndate: 1937\nprovenance: invented\ntext: 1.10\nending: {title: 1937-07-03}\n"
    )
    assert complaints("scene", text) == []


def test_known_names_are_offered_and_new_ones_allowed() -> None:
    names = names_of(compile_pack(GOOD), {"place": {"office_night"}})
    offered = schema_of("scene", names, extends=False)["definitions"]
    assert offered["name_of_link"]["anyOf"][0]["enum"] == ["office", "letter", "night", "x", "return"]
    assert offered["name_of_person"]["anyOf"][0]["enum"] == ["sorokin", "feldman"]
    assert offered["name_of_own_deck"]["anyOf"][0]["enum"] == ["in_tray"]
    assert offered["name_of_place"]["anyOf"][0]["enum"] == ["office_night"]
    text = (
        "scene: y\ntitle: Y\nprovenance: invented\ntext: T\nplace: my_street\nfacts: [a_fact_to_come]\n"
        "next: [{to: z}]\n"
    )
    assert complaints("scene", text, names=names) == []


def test_every_key_says_what_it_is_for() -> None:
    properties = schema_of("scene")["definitions"]["scene"]["properties"]
    assert properties["talk"]["description"] == "A stop to talk, before the choices open."
    assert [key for key, value in properties.items() if not value["description"]] == []
