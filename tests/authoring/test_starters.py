"""What a new pack begins with: ids and titles from names, and where a letter belongs."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring import compile_pack
from game.authoring.starters import Desk, decks_of, desk_of, id_of, quoted
from tests.authoring.packs import good_pack

DESK = (
    "scene: {name}\ntitle: Desk\nprovenance: invented\ntext: Papers.\nplace: office_night\n"
    "choices:\n  - from_deck: {deck}\n  - {{id: on, text: Go on., to: x}}\n"
)
LETTER = (
    "scene: {name}\ntitle: Letter\ndate: 1937-07\ndeck: {deck}\npriority: {priority}\n{rest}"
    "provenance: invented\ntext: It is long.\nchoices: [{{id: back, text: Lay it down., to: return}}]\n"
)


def desk(tmp_path: Path, files: dict[str, str], deck: str, chapter: str = "") -> Desk:
    result = compile_pack(good_pack(tmp_path, files))
    assert result.story is not None, [found.as_text() for found in result.diagnostics]
    return desk_of(result, result.story, deck, chapter)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("my_class", "my_class"),
        ("My Class", "my_class"),
        ("year-9.b", "year_9_b"),
        (" my_class ", "my_class"),
        ("9b", ""),
        ("Клас", ""),
        ("return", ""),
        ("", ""),
    ],
)
def test_an_id_from_a_name(name: str, found: str) -> None:
    assert id_of(name) == found


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("The Winter Mail", "The Winter Mail"),
        ("A: b", "'A: b'"),
        ("It's # ours", "'It''s # ours'"),
        ("no", "'no'"),
        ("{x}", "'{{x}}'"),
        ("- dash", "'- dash'"),
        ("two\nlines", "two lines"),
    ],
)
def test_a_title_as_it_may_stand_in_yaml(title: str, written: str) -> None:
    assert quoted(title) == written


def test_a_letter_waits_as_most_of_its_deck_do_above_them_all(tmp_path: Path) -> None:
    files = {
        "chapters/01_a/post.yaml": "---\n".join(
            [
                DESK.format(name="post_desk", deck="post"),
                LETTER.format(name="l1", deck="post", priority=3, rest="if: warned\n"),
                LETTER.format(
                    name="l2", deck="post", priority=7, rest="if: hours > 0  # as long as it is day\n"
                ),
                LETTER.format(name="l3", deck="post", priority=5, rest="if: hours > 0\n"),
            ]
        )
    }
    expected = Desk("post", "a", "01_a", "hours > 0", 7, "office_night", "")
    assert desk(tmp_path, files, "post") == expected


def test_a_deck_of_several_chapters_gets_letters_of_one(tmp_path: Path) -> None:
    pack = (good_pack(tmp_path / "read") / "pack.yaml").read_text(encoding="utf-8")
    chapters = "  - {id: b, folder: 02_b, title: B, start: second}\nvariables:"
    files = {
        "pack.yaml": pack.replace("variables:", chapters, 1),
        "chapters/01_a/post.yaml": "---\n".join(
            [
                DESK.format(name="first", deck="post"),
                LETTER.format(name="l1", deck="post", priority=1, rest="if: hours > 0 or warned\n"),
            ]
        ),
        "chapters/02_b/post.yaml": "---\n".join(
            [
                DESK.format(name="second", deck="post"),
                LETTER.format(name="l2", deck="post", priority=2, rest="if: hours > 3\n"),
            ]
        ),
    }
    for folder, chapter, home, condition in (
        ("one", "", ("a", "01_a"), "chapter == a and (hours > 0 or warned)"),
        ("two", "b", ("b", "02_b"), "chapter == b and (hours > 3)"),
    ):
        (tmp_path / folder).mkdir()
        found = desk(tmp_path / folder, files, "post", chapter)
        assert (found.chapter, found.folder) == home
        assert (found.condition, found.priority) == (condition, 2)


def test_the_decks_that_are_offered(tmp_path: Path) -> None:
    story = compile_pack(good_pack(tmp_path)).story
    assert story is not None
    assert decks_of(story) == ["in_tray"]
