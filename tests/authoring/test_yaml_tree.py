"""Nodes with places, the same from both of PyYAML's parsers; bombs of aliases and of depth are refused."""

from __future__ import annotations

import sys
import textwrap

import pytest
import yaml

from game.authoring import yaml_tree
from game.authoring.yaml_tree import Keyed, Listed, Node, Scalar, Unreadable, documents, value_of

TEXT = textwrap.dedent("""\
    scene: é_x
    show: [a, "b"]
    text: |
      One

      two
    ---
    - {k: v}
    ---
    # nothing
    """)


def plain(node: Node) -> object:
    if isinstance(node, Keyed):
        return {plain(key): plain(value) for key, value in node.pairs()}
    if isinstance(node, Listed):
        return [plain(item) for item in node.items]
    return node.value


def refuse(code: str, start: int, end: int) -> None:
    raise AssertionError(code)


def test_documents_are_what_was_typed() -> None:
    assert [plain(node) for node in documents(TEXT, refuse)] == [
        {"scene": "é_x", "show": ["a", "b"], "text": "One\n\ntwo\n"},
        [{"k": "v"}],
    ]


def test_places_count_characters() -> None:
    (first, _) = documents(TEXT, refuse)
    assert isinstance(first, Keyed)
    scene, show = value_of(first, "scene"), value_of(first, "show")
    assert isinstance(scene, Scalar) and isinstance(show, Listed)
    assert TEXT[scene.start_mark.index : scene.end_mark.index] == "é_x"
    assert TEXT[show.start : show.end] == '[a, "b"]'


def test_the_parser_in_python_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    by_c = [plain(node) for node in documents(TEXT, refuse)]
    monkeypatch.setattr(yaml_tree, "Parser", yaml.SafeLoader)
    assert [plain(node) for node in documents(TEXT, refuse)] == by_c


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_depth_is_bounded_before_any_recursion(opening: str) -> None:
    text = opening * (sys.getrecursionlimit() * 3)
    with pytest.raises((Unreadable, yaml.YAMLError)):
        list(documents(text, refuse))


def test_a_bomb_of_aliases_is_refused_sign_by_sign() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    found: list[str] = []
    (node,) = documents(bomb, lambda code, start, end: found.append(code))
    assert found[:3] == ["Y108", "Y108", "Y106"] or found[:2] == ["Y108", "Y108"]
    assert len(found) == 25
    assert isinstance(node, Keyed)
