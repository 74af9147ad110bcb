"""How findings are written, and how a comment silences a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.catalogue import explain
from game.authoring.diagnostics import Report, as_text, as_workflow_commands
from game.authoring.spans import Span, TextFile
from tests.authoring.packs import X, codes, compiled

LONG = "Put on your coat, and your hat, and the galoshes, and walk home along the river in the dark, alone."


def test_a_finding_as_text() -> None:
    file = TextFile("clerk.yaml", "to: clerks_ofice\n", "harbour/clerk.yaml")
    office = TextFile("office.yaml", "\n\nscene: clerks_office\n", "harbour/office.yaml")
    report = Report()
    report.add(
        "L101",
        Span(file, 4, 16),
        name="clerks_ofice",
        guess="clerks_office",
        help="did_you_mean",
        defined=Span(office, 9, 22),
    )
    assert as_text(report.sorted([file, office])) == (
        "harbour/clerk.yaml:1:5: error[L101]: there is no scene `clerks_ofice`\n"
        "    1 | to: clerks_ofice\n"
        "      |     ^^^^^^^^^^^^\n"
        "  help: did you mean `clerks_office` (harbour/office.yaml:3)?"
    )


def test_the_same_finding_is_kept_once() -> None:
    file = TextFile("a.yaml", "x")
    report = Report()
    for _ in range(2):
        report.add("S107", Span(file, 0, 1))
    assert len(report.sorted([file])) == 1
    assert report.errors == 1


def test_signs_that_would_end_a_workflow_command_are_escaped() -> None:
    file = TextFile("a,b: 100%.yaml", "to: x\n", "a,b: 100%.yaml")
    report = Report()
    report.add("L101", Span(file, 4, 5), name="100%\n::x", help="")
    assert as_workflow_commands(report.sorted([file])) == (
        "::error file=a%2Cb%3A 100%25.yaml,line=1,endLine=1,col=5,endColumn=6,title=L101"
        "::there is no scene `100%25%0A::x`\n"
    )


@pytest.mark.parametrize(
    ("before", "behind", "found"),
    [
        ("", "", ["P104"]),
        ("    # allow P104: it has to be so\n", "", []),
        ("    # allow P104: it has to be so\n    # and another comment\n", "", []),
        ("", "  # allow P104: it has to be so", []),
        ("    # allow P104\n", "", ["P110", "P104"]),
        ("    # allow P105: another warning\n", "", ["P104"]),
        ("    # allow P104: too far away\n\n", "", ["P104"]),
    ],
)
def test_a_comment_with_a_reason_silences_a_warning(
    tmp_path: Path, before: str, behind: str, found: list[str]
) -> None:
    x = f"text: X.\nfacts: [telegram]\nchoices:\n  - id: a\n{before}    text: {LONG}{behind}\n"
    x += "    debrief: It was late.\n    to: night\n"
    x += "  - {id: b, text: Stay., result: The lamp is out., debrief: It was late., to: night}\n"
    result = compiled(tmp_path, X + x)
    assert codes(result) == found
    assert result.story is not None


def test_an_error_cannot_be_silenced(tmp_path: Path) -> None:
    result = compiled(tmp_path, X + "text: X.\n# allow L101: I know\nnext: [{to: qqqqq}]\n")
    assert codes(result) == ["P112", "L101"]


def test_explain_tells_title_why_and_both_examples() -> None:
    assert explain("L101") == (
        "L101 (error): an unknown scene\n\n"
        "A link leads to the scene whose `scene:` has exactly this name.\n\n"
        "Wrong:\n\n    to: clerks_ofice\n\nRight:\n\n    to: clerks_office\n"
    )


def test_findings_without_end_are_cut_off(tmp_path: Path) -> None:
    """Y218 comes last."""
    glossary = "".join(f"term_{number}: {{zzzzz: x}}\n" for number in range(3_000))
    result = compiled(tmp_path, X + "text: X.\nnext: [{to: night}]\n", {"glossary.yaml": glossary})
    assert len(result.diagnostics) == 2_001
    assert result.diagnostics[-1].code == "Y218"
    assert result.story is None


def test_a_text_of_endless_slips_is_told_of_a_hundred_times(tmp_path: Path) -> None:
    result = compiled(tmp_path, X + "text: |\n" + "  a [[b *c {d\n\n" * 10_000 + "next: [{to: night}]\n")
    assert 100 <= len(result.errors) <= 110
