"""Markup: runs, paragraphs, quotes, and slips with their places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.prose_parser import parse_prose, plain_prose, typographic
from game.story.prose import LineBreak, Slot, TermWords, Words


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", ()),
        ("One\ntwo.\n", ((Words("One two."),),)),
        ("One.\n\nTwo.\n", ((Words("One."),), (Words("Two."),))),
        ("One.\n  \n\nTwo.", ((Words("One."),), (Words("Two."),))),
        ("Two  spaces", ((Words("Two spaces"),),)),
        ("*a* b", ((Words("a", "emphasis"), Words(" b")),)),
        ("a **b**", ((Words("a "), Words("b", "strong")),)),
        ("***a***", ((Words("a", "both"),),)),
        ("*a **b** c*", ((Words("a ", "emphasis"), Words("b", "both"), Words(" c", "emphasis")),)),
        ("*a*, b", ((Words("a", "emphasis"), Words(", b")),)),
        ("2 * 3", ((Words("2 * 3"),),)),
        ("* * *", ((Words("* * *"),),)),
        ("[a] ]]", ((Words("[a] ]]"),),)),
        ("[[[[a", ((Words("[[a"),),)),
        ("{{a}}", ((Words("{a}"),),)),
        ("[[troika]]", ((TermWords("troika", "troika"),),)),
        ("[[Troika]]", ((TermWords("troika", "Troika"),),)),
        ("[[party_line]]", ((TermWords("party_line", "the Party line"),),)),
        ("[[troika|the three]]", ((TermWords("troika", "the three"),),)),
        ("*[[troika]]*", ((TermWords("troika", "troika", "emphasis"),),)),
        ("{standing}.", ((Slot("standing"), Words(".")),)),
        ("<b>&amp;</b>", ((Words("<b>&amp;</b>"),),)),
    ],
)
def test_markup(text: str, paragraphs: object) -> None:
    parsed = parse_prose(text, terms={"party_line": "the Party line", "troika": "troika"})
    assert parsed.slips == ()
    assert parsed.prose == paragraphs


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("a *b", [("T101", 2, 3)]),
        ("a *b\n\nc*", [("T101", 2, 3), ("T102", 7, 8)]),
        ("a b* c", [("T102", 3, 4)]),
        ("**a*", [("T101", 0, 2)]),
        ("a [[b", [("T103", 2, 4)]),
        ("a [[]]", [("T108", 2, 6)]),
        ("[[a|]]", [("T108", 0, 6)]),
        ("a {b c}", [("T104", 2, 7)]),
        ("a {b", [("T104", 2, 3)]),
        ("a }", [("T104", 2, 3)]),
    ],
)
def test_slips(text: str, slips: list[tuple[str, int, int]]) -> None:
    assert sorted(slip[:3] for slip in parse_prose(text).slips) == sorted(slips)


def test_a_document_keeps_its_lines_and_its_quotes() -> None:
    parsed = parse_prose('1. XII. 34\nSOROKIN "A. P."\n\n  Seal\n', document=True)
    assert parsed.prose == (
        (Words("1. XII. 34"), LineBreak(), Words('SOROKIN "A. P."')),
        (Words("Seal"),),
    )


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('"Go," he says.', "“Go,” he says."),
        ('He said: "No."', "He said: “No.”"),
        ("It's Lev's.", "It’s Lev’s."),
        ("\"'Because he stays.'\"", "“‘Because he stays.’”"),
        ("'Tis late, 'twas '34.", "’Tis late, ’twas ’34."),
        ('*"Write,"* he says', "*“Write,”* he says"),
        ('"I thought—"', "“I thought—”"),
        ('He said—"no"', "He said—“no”"),
        ('("so")', "(“so”)"),
        ("the workers' club", "the workers’ club"),
    ],
)
def test_quotes_become_typographic_each_in_its_place(typed: str, shown: str) -> None:
    assert typographic(typed) == shown
    assert len(typed) == len(shown)


@settings(deadline=None)
@given(st.text(alphabet="ab *[]{}|\"'\n\t", max_size=40))
def test_any_text_is_parsed_and_its_slips_stand_inside_it(text: str) -> None:
    for document in (False, True):
        for slip in parse_prose(text, document=document).slips:
            assert 0 <= slip.start < slip.end <= len(text)


@settings(deadline=None)
@given(st.text(alphabet="ab .\n", max_size=40))
def test_the_short_cut_for_plain_texts_is_no_other_way(text: str) -> None:
    short = plain_prose(text)
    assert short is None or short == parse_prose(text).prose
