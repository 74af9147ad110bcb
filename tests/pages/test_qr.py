"""The QR code of a replay code: read back by the library that it came from is no test; so its squares are."""

from __future__ import annotations

import re

from game.pages.qr import qr_svg


def test_it_is_a_picture_of_21_squares_and_a_quiet_border_for_a_code_of_chapter_one() -> None:
    svg = str(qr_svg("H3QDN-FPARP-HFNV4-0A"))
    assert svg.startswith('<svg aria-hidden="true" ')
    assert 'viewBox="0 0 29 29"' in svg
    corner = r'<path [^>]*stroke="#000" d="M4 4\.5h7'
    assert re.search(corner, svg), "the first row begins with a corner's frame"


def test_without_a_code_there_is_none() -> None:
    assert qr_svg("") == ""


def test_it_holds_no_name_of_its_own_and_no_text() -> None:
    assert "<script" not in str(qr_svg("<script>alert(1)</script>"))
    assert "xmlns" not in str(qr_svg("ABCDE"))
