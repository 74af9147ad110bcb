"""Papers lie a little turned and stay readable; everybody who is there finds a place in a narrow picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.desktop.widgets.desk import letters
from game.desktop.widgets.document import document
from game.desktop.widgets.picture import present
from game.desktop.widgets.piece import Piece
from game.story.views import ChoiceView, PassageView, PersonView, RunView
from tests.desktop.pilot import Pilot

KINDS = ["telegram", "letter", "order", "minutes", "newspaper", "list", "form", "photograph"]
GROUND = (0, 255, 0)


def paper(kind: str) -> PassageView:
    words = "Within five days report the make-up of the "
    text = (
        (RunView(words), RunView("troika", "plain", "troika"), RunView(" to us.")),
        (RunView("Gorelov."),),
    )
    return PassageView("document", text, None, kind, kind.capitalize(), "A title", "composite", (), "", "")


def painted(piece: Piece, focus: str = "") -> pygame.Surface:
    surface = pygame.Surface((piece.width, piece.height))
    surface.fill(GROUND)
    piece.paint(surface, 0, 0, focus)
    return surface


def first_row(picture: pygame.Surface, x: int, colour: tuple[int, ...]) -> int:
    """The uppermost row in which a column has a colour."""
    return next(y for y in range(picture.height) if picture.get_at((x, y))[:3] == colour)


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_lies_turned_and_in_high_contrast_level(piloted: Callable[..., Pilot], kind: str) -> None:
    rises = {}
    for high_contrast in (False, True):
        kit = piloted(high_contrast=high_contrast).stage.kit
        piece = document(kit, paper(kind), 700, "paper")
        picture = painted(piece)
        sheet = picture.get_at((piece.width // 3, piece.height * 3 // 4))[:3]
        left, right = piece.width // 5, piece.width * 3 // 5
        rises[high_contrast] = first_row(picture, left, sheet) - first_row(picture, right, sheet)
    assert rises[True] == 0
    assert 3 <= abs(rises[False]) <= 12


@pytest.mark.parametrize("high_contrast", [False, True])
def test_no_line_of_a_paper_is_cut_by_the_edge_of_what_scrolls(
    piloted: Callable[..., Pilot], high_contrast: bool
) -> None:
    words = "Within five days report the make-up of the troika and the number of the files. " * 20
    order = PassageView("document", ((RunView(words),),), None, "order", "Order", "", "", (), "", "")
    piece = document(piloted(high_contrast=high_contrast).stage.kit, order, 700, "paper")
    text = next(box for inner, box in piece.inner if inner.name == "paper.0")
    for cut in range(text.top + 150, text.bottom - 150, 5):
        for view, row in (
            (pygame.Rect(0, cut, piece.width, piece.height), cut),
            (pygame.Rect(0, 0, piece.width, cut), cut - 1),
        ):
            surface = pygame.Surface((piece.width, piece.height))
            surface.set_clip(view)
            piece.paint(surface, 0, 0, "")
            assert len({surface.get_at((x, row))[:3] for x in range(text.left, text.right)}) == 1


@pytest.mark.parametrize("kind", ["telegram", "minutes"])
def test_a_word_of_the_glossary_can_be_pressed_where_the_turned_paper_shows_it(
    pilot: Pilot, kind: str
) -> None:
    piece = document(pilot.stage.kit, paper(kind), 700, "paper")
    (target,) = piece.targets
    plain, lit = painted(piece), painted(piece, target.id)
    changed = [
        (x, y)
        for x in range(0, piece.width, 2)
        for y in range(piece.height)
        if plain.get_at((x, y)) != lit.get_at((x, y))
    ]
    assert len(changed) > 100
    assert all(target.box.holds(x, y) for x, y in changed)


def test_the_papers_on_the_desk_lie_in_different_ways(pilot: Pilot) -> None:
    lying = [ChoiceView(f"tray/{at}", at + 1, "letter", ((RunView("A letter."),),), True) for at in range(4)]
    picture = painted(letters(pilot.stage.kit, lying, 760))
    shades = {
        pygame.transform.average_color(picture, pygame.Rect(x, y, 40, 30))[:3]
        for x, y in ((300, 30), (640, 30), (300, 95), (640, 95))
    }
    assert len(shades) == 4


@pytest.mark.parametrize("size", [(800, 600), (1366, 768), (1920, 1080)])
def test_the_ring_of_a_paper_on_the_desk_stays_within_its_box(
    piloted: Callable[..., Pilot], size: tuple[int, int]
) -> None:
    kit = piloted(size).stage.kit
    lying = [ChoiceView(f"tray/{at}", at + 1, "letter", ((RunView("A letter."),),), True) for at in range(4)]
    piece = letters(kit, lying, kit.px(760))
    before = painted(piece)
    for target in piece.targets:
        after = painted(piece, target.id)
        outside = [
            (x, y)
            for x in range(piece.width)
            for y in range(piece.height)
            if not target.box.holds(x, y) and before.get_at((x, y)) != after.get_at((x, y))
        ]
        assert outside == []


def test_papers_are_kept_as_they_were_drawn_but_not_a_whole_book(pilot: Pilot) -> None:
    kit, letter = pilot.stage.kit, paper("letter")
    book = replace(letter, text=letter.text * 1_000)
    assert document(kit, letter, 700, "paper") is document(kit, letter, 700, "paper")
    assert document(kit, book, 700, "paper") is not document(kit, book, 700, "paper")


@pytest.mark.parametrize("width", [225, 300, 480])
def test_four_people_are_seen_even_in_a_narrow_picture(piloted: Callable[..., Pilot], width: int) -> None:
    kit = piloted((800, 600)).stage.kit
    here = [
        PersonView(name, name.title(), name.title(), "Somebody", name, "", "", ())
        for name in ("gorelov", "lisitsyn", "ozols", "zhmakin")
    ]
    cards = present(kit, here, width, frozenset({"ozols"}))
    assert cards is not None
    assert cards.width <= width
    assert cards.height < 600 * 0.4
    assert [target.id for target in cards.targets] == [f"person:{person.id}:present" for person in here]
    boxes = [target.box for target in cards.targets]
    assert not any(one.meets(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
