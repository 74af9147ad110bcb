"""A QR code as a picture for the middle of a page."""

from __future__ import annotations

import io

import segno
from markupsafe import Markup


def qr_svg(code: str) -> Markup:
    """Return a replay code as a QR code in SVG, its quiet border included; nothing for an empty code.

    It has no size of its own: the page gives it one. Whoever cannot see it has the code beside it as text.
    """
    if not code:
        return Markup()
    drawn = io.BytesIO()
    # A printed page is folded and stained: M is read with 15 % of it lost.
    made = segno.make_qr(code, error="m", boost_error=False)
    made.save(
        drawn, kind="svg", xmldecl=False, svgns=False, omitsize=True, nl=False, light="#fff", svgclass="qr"
    )
    # The quiet border and the squares are numbers of ours; only the code could hold text, and it is drawn.
    svg = drawn.getvalue().decode("utf-8")
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" ', 1))
