"""`teach`: the pack is written whole, from any story, and never over something in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.compiler import compile_pack
from game.commands.teach import measured
from tests.commands.conftest import Run
from tests.pages.made import HOSTILE, read

READING_ROOM = Path(__file__).parents[1] / "packs" / "reading_room"
FILES = [
    "accessibility.html", "alternative.html", "content.html", "handouts.html", "index.html", "lessons.html",
    "letter.html", "notes_map.html", "privacy.html", "rationale.html", "sources.html",
]  # fmt: skip


def text_of(path: Path) -> str:
    return " ".join(read(path.read_text(encoding="utf-8")).text.split())


@pytest.fixture
def written(run: Run) -> Path:
    assert run("teach", str(READING_ROOM)) == (
        0,
        f"Written: 11 pages. Begin with {Path('teacher_pack', 'index.html')}\n",
        "",
    )
    return Path("teacher_pack")


def test_every_page_is_written_and_well_formed_and_reaches_nothing_outside(written: Path) -> None:
    assert sorted(path.name for path in written.iterdir()) == FILES
    for path in written.iterdir():
        page = read(path.read_text(encoding="utf-8"))
        assert (page.open, page.misplaced) == ([], []), path.name
        assert len([1 for level, _ in page.headings if level == 1]) == 1
        inside = [link["href"] or "" for link in page.all("a") if not link.get("rel")]
        assert [link for link in inside if link not in ("#content", *FILES)] == [], path.name
        assert page.all("script") == []


def test_the_words_are_those_of_the_pack(written: Path) -> None:
    rationale = text_of(written / "rationale.html")
    assert "A library is where a list becomes an empty place." in rationale
    assert "Nobody should play at censorship. We agree; this is reading." in rationale
    assert "Dear parents, we read about a library." in text_of(written / "letter.html")
    assert "Read the circular instead." in text_of(written / "alternative.html")
    assert "Nobody decided so quickly." in text_of(written / "handouts.html")


def test_the_content_of_every_scene_is_told_with_where_it_comes_from(written: Path) -> None:
    text = text_of(written / "content.html")
    assert "arrest The landing" in text
    assert "The landing Documented. arrest Pavel is arrested in the night." in text
    assert "The door 2 June 1935. Composite. Papers: List: To be removed by the tenth (composite)." in text


def test_a_source_sheet_has_the_paper_its_note_and_questions(written: Path) -> None:
    text = text_of(written / "sources.html")
    assert "1. List: To be removed by the tenth Composite. From the scene The door, 2 June 1935." in text
    assert "What it is Such lists came from Glavlit." in text
    assert "Questions Who wrote the list, and for whom? What could Pavel have done" in text
    assert "B. Author, Closed Shelves: a <study>, 1999 (historians’ work). In any university library." in text


def test_the_map_sets_facts_scenes_and_questions_under_the_sections_of_the_notes(written: Path) -> None:
    text = text_of(written / "notes_map.html")
    assert (
        "Books and libraries Fact Archives Scenes Closed shelves were kept until the end. approximate none"
        in text
    )
    assert "disputed The door; The desk; A complaint; The landing" in text


def test_minutes_are_measured(written: Path) -> None:
    """The evening has 40 to 120 words and 2 to 5 decisions of 8 seconds, by hand."""
    story = compile_pack(READING_ROOM).story
    assert story is not None
    (evening,) = measured(story)
    assert 0.4 < evening.least <= evening.middle <= evening.most < 1.6
    assert evening.middle < evening.slow
    assert "Evening 1 " in text_of(written / "lessons.html")


def test_a_pack_that_says_nothing_gets_its_pages_and_is_told_what_is_missing(
    run: Run, tmp_path: Path
) -> None:
    bare = tmp_path / "bare"
    for path in READING_ROOM.rglob("*"):
        if path.is_file() and path.name not in ("teaching.yaml", "questions.yaml"):
            (bare / path.relative_to(READING_ROOM)).parent.mkdir(parents=True, exist_ok=True)
            (bare / path.relative_to(READING_ROOM)).write_bytes(path.read_bytes())
    assert run("teach", str(bare), "-o", "out")[0] == 0
    index = text_of(Path("out", "index.html"))
    for field in ("rationale", "letter_home", "alternative", "simplified"):
        assert f"{field} in teaching.yaml" in index
    assert "Questions for the discussion: a file questions.yaml" in index
    letter = text_of(Path("out", "letter.html"))
    assert "The pack does not say. Its writer can: a file teaching.yaml with letter_home:." in letter


def test_a_folder_in_use_is_kept_unless_told_otherwise(run: Run, written: Path) -> None:
    note = written / "my_notes.txt"
    note.write_text("mine", encoding="utf-8")
    (written / "letter.html").write_text("my letter", encoding="utf-8")
    code, said, complaint = run("teach", str(READING_ROOM))
    assert (code, said) == (1, "")
    assert complaint == (
        "teacher_pack has files in it already (accessibility.html, alternative.html, content.html and 9 "
        "more). Name another folder with -o, or replace pages of the same names with --force.\n"
    )
    assert (written / "letter.html").read_text(encoding="utf-8") == "my letter"
    assert run("teach", str(READING_ROOM), "--force")[0] == 0
    assert (written / "letter.html").read_text(encoding="utf-8") != "my letter"
    assert note.read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_place_of_the_folder_is_left_alone(run: Run) -> None:
    Path("out").write_text("mine", encoding="utf-8")
    code, _, complaint = run("teach", str(READING_ROOM), "-o", "out")
    assert (code, complaint) == (1, "out is a file. Name a folder for the pages with -o.\n")


def test_what_a_story_says_is_never_markup(run: Run, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile"
    for path in READING_ROOM.rglob("*"):
        if path.is_file():
            (hostile / path.relative_to(READING_ROOM)).parent.mkdir(parents=True, exist_ok=True)
            (hostile / path.relative_to(READING_ROOM)).write_bytes(path.read_bytes())
    said = HOSTILE.replace("{", "{{").replace("}", "}}")  # a brace of a text is written twice
    (hostile / "teaching.yaml").write_text(
        f"rationale: |\n  {said}\nletter_home: |\n  {said}\nalternative: |\n  {said}\nsimplified:\n  - |\n"
        f"    {said}\nobjections:\n  - objection: |\n      {said}\n    answer: |\n      {said}\n",
        encoding="utf-8",
    )
    assert run("teach", str(hostile), "-o", "out")[0] == 0
    for name in FILES:
        page = read(Path("out", name).read_text(encoding="utf-8"))
        assert page.all("script") == [], name
        assert (page.open, page.misplaced) == ([], []), name
        assert "1337" not in page.text
    # The compiler sets typographic quotation marks; all the rest stands as it was typed.
    assert "<script>alert(1)</script>" in text_of(Path("out", "rationale.html"))
    assert "{{ 7 * 191 }}{% raw %}</style><!--" in text_of(Path("out", "rationale.html"))
