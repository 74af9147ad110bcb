"""What is generated for authors: the page of findings and the field tables, and that docs/ is current."""

from __future__ import annotations

from pathlib import Path

from game.authoring.catalogue import ENTRIES
from game.authoring.reference import FAMILIES, diagnostics_page, fields_text, with_tables
from game.authoring.tables import FILES, INSIDE, TABLES

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_the_page_of_findings_is_current() -> None:
    page = (DOCS / "diagnostics.md").read_text(encoding="utf-8")
    advice = "write it anew: python3 main.py explain --all -o docs/diagnostics.md"
    assert page == diagnostics_page(), advice


def test_the_tables_of_the_format_are_current() -> None:
    page = (DOCS / "format.md").read_text(encoding="utf-8")
    assert page == with_tables(page), "write them anew: python3 main.py explain --fields-in docs/format.md"


def test_the_format_has_a_table_of_every_record() -> None:
    page = (DOCS / "format.md").read_text(encoding="utf-8")
    assert [name for name in TABLES if f"<!-- fields: {name} -->" not in page] == []


def test_every_code_has_a_family_and_an_entry_on_the_page() -> None:
    page = diagnostics_page()
    assert {code[0] for code in ENTRIES} <= set(FAMILIES)
    assert [code for code in ENTRIES if f"\n### {code}: " not in page] == []


def test_a_field_table_for_the_terminal() -> None:
    assert fields_text(TABLES["source"]) == (
        "a source: sources.yaml, each under its id\n"
        "\n"
        "  * title:     a line of text              Its title.\n"
        "  * kind:      a kind of source            What kind of source it is. One of: primary, scholarship, "
        "memoir, reference, class_notes.\n"
        "    author:    a line of text              Who wrote it.\n"
        "    year:      a line of text              When it appeared.\n"
        "    url:       an address                  Where it can be read; http or https only.\n"
        "    note:      a text                      What a student finds there.\n"
        "    sections:  sections with a title each  The sections of the class notes.\n"
        "\n"
        "  * must be there\n"
    )


def test_tables_are_written_between_their_marks_only() -> None:
    page = "Before.\n<!-- fields: row -->\nold\n<!-- end -->\nAfter.\n"
    assert with_tables(page) == (
        "Before.\n<!-- fields: row -->\n"
        "**A row**: under `rows:` of a figure, each after a dash\n"
        "\n"
        "| key | value | |\n"
        "|---|---|---|\n"
        "| **`label`** | a line of text | What the bar stands for. |\n"
        "| **`value`** | a whole number | How much. |\n"
        "<!-- end -->\nAfter.\n"
    )


def test_what_is_said_of_the_inside_of_a_record_belongs_to_one_of_its_keys() -> None:
    known = {(name, key) for name, table in TABLES.items() for key in table.record.keys}
    said = {(name, key) for name, keys in INSIDE.items() for key in keys}
    # An extension is described with the keys of a pack, of which it lacks a few.
    assert said - known == {("extension", "photograph")}


def test_the_kinds_of_files_are_those_that_a_pack_may_hold() -> None:
    assert list(FILES) == [
        "pack", "people", "glossary", "facts", "sources", "figures", "questions", "pictures", "afterlife",
        "teaching", "readings", "promises", "scene",
    ]  # fmt: skip
