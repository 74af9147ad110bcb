"""Places inside values: past indentation, quotes, escapes and folds."""

from __future__ import annotations

import pytest

from game.authoring.yaml_tree import Keyed, Scalar, documents, value_of
from game.authoring.yaml_values import offset_in


@pytest.mark.parametrize(
    "written",
    [
        "plain HERE",
        "plain over\n  two HERE lines",
        '"quoted HERE"',
        '"quoted \\"é\\" \\u00e9 HERE"',
        '"quoted over\n  two HERE lines"',
        "'it''s HERE'",
        "|\n  One\n\n  two HERE\n",
        "|\n\n\n  One HERE\n",
        "|-\n    One\n      two HERE",
        ">\n  One\n  two HERE\n",
    ],
)
def test_the_place_of_a_word_in_a_value(written: str) -> None:
    text = f"a: x\ntext: {written}\n"

    def refuse(code: str, start: int, end: int) -> None:
        raise AssertionError(code)

    (node,) = documents(text, refuse)
    assert isinstance(node, Keyed)
    value = value_of(node, "text")
    assert isinstance(value, Scalar)
    assert text[offset_in(text, value, value.value.index("HERE")) :].startswith("HERE")
