"""Every code of the catalogue has a smallest bad pack, and in it exactly the marked findings are reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring import compile_pack
from game.authoring.catalogue import ENTRIES, explain
from game.authoring.diagnostics import as_text
from tests.authoring.cases import GOOD, case_files, read_case

DECISIONS = {"P101", "P102", "P117", "P118"}


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_exactly_the_marked_findings_are_reported(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    if case.see:
        assert path.stem.split("_")[0] in (Path(__file__).parent / case.see).read_text(encoding="utf-8")
        return
    pack = case.write(tmp_path)
    result = compile_pack(pack, places=case.places or None)
    columns = {(code, file, line): column for code, file, line, column in case.expected}
    codes = {code for code, *_ in case.expected}
    found = []
    for diagnostic in result.diagnostics:
        if diagnostic.code in DECISIONS and not codes & DECISIONS:
            continue  # the smallest bad packs have poor decisions: few, alike, and not debriefed
        line, column = diagnostic.span.file.position(diagnostic.span.start)
        wanted = columns.get((diagnostic.code, diagnostic.span.file.path, line))
        place = column if wanted is not None else None
        found.append((diagnostic.code, diagnostic.span.file.path, line, place))
    assert sorted(found, key=str) == sorted(case.expected, key=str), as_text(result.diagnostics)
    has_error = any(not ENTRIES[code].is_warning for code, *_ in case.expected)
    assert (result.story is None) == has_error


def test_the_good_pack_is_good() -> None:
    result = compile_pack(GOOD)
    assert as_text(result.diagnostics) == ""
    assert result.story is not None
    assert list(result.story.scenes) == ["office", "letter", "night", "x"]


@pytest.mark.parametrize("code", sorted(ENTRIES))
def test_every_code_is_explained_and_has_a_case(code: str) -> None:
    entry = ENTRIES[code]
    assert entry.title and entry.message and entry.why and entry.wrong and entry.right
    assert entry.wrong != entry.right
    assert not entry.title.endswith(".") and not entry.message.endswith(".")
    assert entry.why.endswith(".")
    assert entry.is_warning == (code[0] in "PA" or code in ("R102", "R103", "V132", "V133"))
    assert any(path.stem.startswith(code + "_") for path in case_files()), f"no case for {code}"
    assert explain(code).startswith(f"{code} (")
