"""How long a page can get where the core does not know which of its passages are shown."""

from game.explore.costs import most_words
from game.explore.formulas import Every, OneOf
from game.explore.lengths import Wordage


def when(cell: int, *values: int) -> OneOf:
    return OneOf(cell, frozenset(values))


def test_passages_about_one_variable_are_not_added_up() -> None:
    terms = [
        Wordage(0, when(3, 1), 10),
        Wordage(0, when(3, 2), 7),
        Wordage(0, when(3, 1, 2), 2),
        Wordage(0, when(4, 1), 5),
    ]
    assert most_words(terms) == 12 + 5


def test_a_passage_about_several_variables_may_come_on_top() -> None:
    terms = [Wordage(0, when(3, 1), 10), Wordage(0, Every((when(3, 2), when(4, 1))), 4)]
    assert most_words(terms) == 14


def test_no_passage_is_no_word() -> None:
    assert most_words([]) == 0
