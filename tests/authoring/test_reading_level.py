"""P114: how hard a page reads, beside the `grade` of its pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.cases import GOOD
from tests.authoring.packs import X, codes, compiled

# 51 letters in 10 words: 4.71 x 5.1 + 0.5 x 10 - 21.43 = 7.6.
EASY = "Seven women stood there, every snowy night, under black trees. "
# 118 letters in 17 words, as the first counts for five: 4.71 x 6.94 + 0.5 x 17 - 21.43 = 19.8.
HARD = (
    "Considerable quantities of equipment disappeared from warehouses during the winter, although "
    "inspectors counted everything twice every evening. "
)


def found_in(folder: Path, text: str, grade: str = "grade: 9\n", more: str = "") -> list[tuple[str, str]]:
    pack = (GOOD / "pack.yaml").read_text(encoding="utf-8") + grade
    glossary = "troika: {term: troika, meaning: Three.}\n" + more
    x = X + text + "next: [{to: night}]\n"
    result = compiled(folder, x, {"pack.yaml": pack, "glossary.yaml": glossary})
    assert result.story is not None
    return [(found.message, found.help) for found in result.diagnostics if found.code == "P114"]


def block(text: str) -> str:
    return f"text: |\n  {text.strip()}\n"


def test_a_hard_page_is_told_with_its_longest_sentence(tmp_path: Path) -> None:
    ((message, advice),) = found_in(tmp_path, block(HARD * 5 + "And counted everything once more. "))
    # With the short sentence 618 letters in 90 words and 6 sentences: 32.3 + 7.5 - 21.4 = 18.4.
    assert message == "this page reads like school year 18, and the pack is for year 9"
    assert advice.startswith(
        "make two of its longest sentences; one has 17 words: `Considerable quantities of"
    )


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        (block(EASY * 8), "grade: 9\n"),
        (block(HARD * 3), "grade: 9\n"),  # 51 words say little
        (block(HARD * 5), ""),
        (block(HARD * 5), "grade:\n"),
        (block(HARD * 5), "grade: 20\n"),
    ],
)
def test_what_is_not_told(tmp_path: Path, text: str, grade: str) -> None:
    assert found_in(tmp_path, text, grade) == []


def test_names_and_words_of_the_glossary_are_no_difficulty(tmp_path: Path) -> None:
    sentence = "They asked Kirpichnikova and Konstantinov about the misappropriation there. "
    assert found_in(tmp_path, block(sentence * 8), "grade: 7\n") != []
    (tmp_path / "2").mkdir()
    term = "misappropriation: {term: misappropriation, meaning: A theft.}\n"
    assert found_in(tmp_path / "2", block(sentence * 8), "grade: 7\n", term) == []


def test_a_line_of_a_document_is_a_sentence(tmp_path: Path) -> None:
    lines = "      Considerable quantities of equipment\n" * 16
    document = f"text:\n  - document: list\n    text: |\n{lines}"
    assert found_in(tmp_path, document, "grade: 20\n") == []
    (tmp_path / "2").mkdir()
    one = block("Considerable quantities of equipment " * 16)
    assert len(found_in(tmp_path / "2", one, "grade: 20\n")) == 1


def test_a_grade_that_is_no_number_is_the_only_finding(tmp_path: Path) -> None:
    pack = (GOOD / "pack.yaml").read_text(encoding="utf-8") + "grade: nine\n"
    x = X + block(HARD * 5) + "next: [{to: night}]\n"
    assert codes(compiled(tmp_path, x, {"pack.yaml": pack})) == ["S112"]
