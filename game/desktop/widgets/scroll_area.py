"""Lays out and paints whole pages: a flow that scrolls, a foot with the keys, a hint of more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

import pygame

from game.desktop import spoken_words, words
from game.desktop.kit import Kit
from game.desktop.layout import Box, cut
from game.desktop.moving import moving_in
from game.desktop.resources import UNTOUCHED, Retouch
from game.desktop.theme import Colour
from game.desktop.typewriter import paint_part, weight
from game.desktop.widgets import shapes
from game.desktop.widgets.beside import standing_beside, wedge
from game.desktop.widgets.chips import Hint, key_line, made_once
from game.desktop.widgets.picture import band, poster, present
from game.desktop.widgets.piece import Gap, Page, Piece, Placed, Target, assembled, is_cut, stacked

if TYPE_CHECKING:
    from game.story.views import PersonView

_CARD_HEAD = 7
"""The red head of a card, in pixels at 1280x720."""

VOICE_HINTS = (
    Hint("F3", words.KEY_VOICE_PAUSE, "voice_pause"),
    Hint("F4", words.KEY_VOICE_AGAIN, "voice_again"),
)
"""The keys that every page has while it is read aloud."""

Build = Callable[[int], Sequence[Piece | Gap]]
"""Lays the pieces of a page out for a width."""


def reading_page(
    kit: Kit,
    hints: Sequence[Hint],
    build: Build,
    *,
    place: str | None = None,
    beside: str = "",
    described: str = "",
    retouch: Retouch = UNTOUCHED,
    head: Build | None = None,
    people: Sequence[PersonView] = (),
    newcomers: Collection[str] = (),
) -> Page:
    """Lay out a page with the picture of a place (None: without), or with a head that does not scroll.

    `beside` is a picture for a page that happens nowhere: it stands there where the text leaves room.
    `described` is what the picture shows, for a voice that reads the page aloud.
    """
    foot = foot_height(kit)
    frame = cut(
        kit.width,
        kit.height,
        foot=foot,
        character=kit.character,
        space=kit.theme.space,
        scale=kit.scale,
        has_picture=place is not None,
    )
    view, column, top = frame.view, frame.column, _top(kit, place is not None and frame.band is None)
    left, width = column.left, column.width
    if not frame.poster:
        width = min(width, round(kit.measure * 1.22))
        left = (kit.width - width) // 2
        if beside and place is None:
            frame = standing_beside(kit, frame, width)
            view = frame.view
            left = frame.column.left if frame.poster else left
    picture_of = place if place is not None else beside
    fixed: list[Placed] = []
    moving = None
    told = (spoken_words.ALOUD_PLACE.format(described=described),) if described else ()
    if frame.poster:
        picture = poster(kit, picture_of, frame.poster, frame.slant, retouch)
        fixed.append(Placed(picture._replace(once=told), frame.poster))
        edge = kit.px(16)
        cards = present(kit, people, frame.poster.width - frame.slant - 2 * edge, newcomers)
        if cards:
            at = Box(edge, kit.height - cards.height - edge, cards.width, cards.height)
            fixed.append(Placed(cards._replace(aloud=_present(people, newcomers)), at))
        over = (cards, at) if cards else None
        if place is not None:  # pages that happen nowhere stay still
            moving = moving_in(kit, place, frame.poster, frame.slant, retouch, over)
    if head:
        above, used = stacked(list(head(width)), left, top, 0)
        fixed += above
        used += top + kit.px(10)
        view = Box(view.left, used, view.width, kit.height - foot - used)
        top = kit.px(6)
    flow: list[Placed] = []
    start = top
    if frame.band:
        strip = band(kit, place or "", frame.band.width, frame.band.height, retouch)
        flow.append(Placed(strip._replace(once=told), frame.band))
        start = frame.band.height + kit.px(10)
    below = kit.px(14)
    placed, used = stacked(list(build(width)), left - view.left, start, view.height - start - kit.px(4))
    height = start + used
    height += below if height > view.height else 0  # where all can be seen at once, let it be
    fixed += foot_line(kit, hints, Box(left, kit.height - foot, width, foot), height > view.height)
    page = assembled(fixed, flow + placed, view, height)
    if not frame.poster and (place is None or not frame.band):
        return page._replace(ground=wedge(kit, left), backdrop=("wedge", left))
    return page._replace(
        backdrop=(picture_of, retouch, frame.poster) if frame.poster else ("plain",), moving=moving
    )


def card_page(kit: Kit, hints: Sequence[Hint], build: Build, *, width: int | None = None) -> Page:
    """Lay out a page that lies on another one: as high as it must be, never higher than the window."""
    pad = kit.px(26 if kit.width > 900 * kit.scale else 16)
    margin = kit.px(24 if kit.width > 900 * kit.scale else 10)
    room = min(width or kit.measure, kit.width - 2 * (pad + margin))
    foot = foot_height(kit)
    head = kit.px(_CARD_HEAD)
    placed, used = stacked(list(build(room)), pad, pad - head, 0)
    height = used + 2 * pad - head
    high = min(height + head + foot, kit.height - 2 * margin)
    wide = room + 2 * pad
    card = Box((kit.width - wide) // 2, (kit.height - high) // 2, wide, high)
    view = Box(card.left, card.top + head, wide, high - head - foot)  # no text slides under the red head
    fixed = foot_line(kit, hints, Box(card.left + pad, card.bottom - foot, room, foot), height > view.height)
    return assembled(fixed, placed, view, height, card)


def paint_page(
    surface: pygame.Surface, kit: Kit, page: Page, scroll: int, focus: str, typed: int | None = None
) -> None:
    """Paint a page as it stands, scrolled by so many pixels; with `typed`, only so many signs of its text."""
    p = kit.palette
    if page.card:
        _ground(surface, kit, page.card)
    elif page.backdrop is not None:
        surface.blit(_backdrop(kit, page), (0, 0))
    else:
        surface.fill(p.cream)
        if page.ground:
            page.ground.paint(surface, 0, 0, "")
    view = page.view
    surface.set_clip(pygame.Rect(*view))
    for piece, box in page.flow:
        top = view.top + box.top - scroll
        if typed is not None:
            left_over, typed = typed, typed - weight(piece)
            if left_over <= 0:
                break
            if typed < 0 and piece.pitch:
                paint_part(surface, piece, view.left + box.left, top, left_over)
                break
        choice = "choice:" if piece.name == "taken" else piece.name.removeprefix("row:")
        if choice != piece.name and is_cut(choice, top, box.height, view):
            continue  # half a choice is no choice: it comes up whole when the page is scrolled
        if top < view.bottom and top + box.height > view.top:
            piece.paint(surface, view.left + box.left, top, focus)
    surface.set_clip(None)
    for piece, box in page.fixed:
        if piece.name == "poster" and page.backdrop is not None:
            continue
        if piece.name != "more" or scroll < page.furthest:
            piece.paint(surface, box.left, box.top, focus)
    if page.furthest:
        _thumb(surface, kit, page, scroll)


def paint_box(
    surface: pygame.Surface, kit: Kit, page: Page, scroll: int, focus: str, box: Box
) -> pygame.Rect | None:
    """Paint the part of a page that lies in a box of the window again; None where nothing of it is seen."""
    view = pygame.Rect(*page.view)
    for in_flow in (True, False):
        area = pygame.Rect(*box).clip(view if in_flow else surface.get_rect())
        placed = page.flow if in_flow else page.fixed
        origin = (view.left, view.top - scroll) if in_flow else (0, 0)
        pieces = [
            (piece, at.left + origin[0], at.top + origin[1])
            for piece, at in placed
            if area.colliderect(at.left + origin[0], at.top + origin[1], at.width, at.height)
        ]
        if not pieces:
            continue
        part = surface.subsurface(area)
        if page.backdrop is not None and not page.card:
            part.blit(_backdrop(kit, page), (0, 0), area)
        else:
            part.fill(kit.palette.cream)
            if page.ground:
                page.ground.paint(part, -area.left, -area.top, "")
        for piece, left, top in pieces:
            if piece.name != "poster":
                piece.paint(part, left - area.left, top - area.top, focus)
        return area
    return None


def _present(people: Sequence[PersonView], newcomers: Collection[str]) -> tuple[str, ...]:
    who = [f"{p.name}, {p.role}" if p.id in newcomers and p.role else p.name for p in people]
    return (spoken_words.ALOUD_PRESENT.format(who="; ".join(who)),)


def _backdrop(kit: Kit, page: Page) -> pygame.Surface:
    """The page's ground with the picture of its place; the last is kept, for every frame begins with it."""
    found = kit.backdrops.get(page.backdrop)
    if found is None:
        found = pygame.Surface((kit.width, kit.height))
        found.fill(kit.palette.cream)
        if page.ground:
            page.ground.paint(found, 0, 0, "")
        for piece, box in page.fixed:
            if piece.name == "poster":
                piece.paint(found, box.left, box.top, "")
        kit.backdrops.clear()
        kit.backdrops[page.backdrop] = found
    return found


def foot_height(kit: Kit) -> int:
    """Return the height of the line of keys with the space around it, in pixels."""
    return max(kit.face("label", "keys").height + kit.px(2), kit.px(24)) + kit.px(24)


def _top(kit: Kit, beside_picture: bool) -> int:
    return kit.px(27) if beside_picture and kit.height > 640 * kit.scale else kit.px(18)


def foot_line(
    kit: Kit, hints: Sequence[Hint], box: Box, has_more: bool, colour: Colour | None = None
) -> list[Placed]:
    """Place the line of keys, and at its right end the hint that there is more below."""
    placed = []
    room = box.width
    if kit.settings.reading_aloud:
        hints = (*hints[:1], *VOICE_HINTS, *hints[1:])
    if has_more:
        more = made_once(kit, "more", lambda: _more(kit))
        at = Box(box.right - more.width, box.top + (box.height - more.height) // 2, more.width, more.height)
        placed.append(Placed(more, at))
        room -= more.width + kit.px(16)
    keys = key_line(kit, hints, room, colour=colour)
    top = box.top + (box.height - keys.height) // 2
    placed.insert(0, Placed(keys, Box(box.left, top, keys.width, keys.height)))
    return placed


def _more(kit: Kit) -> Piece:
    face = kit.face("label_bold", "keys")
    sign, pad = round(face.size * 0.62), kit.px(9)
    width = face(words.MORE) + sign + kit.px(7) + 2 * pad
    height = max(face.height + kit.px(6), kit.px(24))

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        surface.fill(kit.palette.red, (left, top, width, height))
        text = face.render(words.MORE, kit.palette.cream)
        surface.blit(text, (left + pad, top + (height - text.height) // 2))
        x = left + width - pad - sign
        shapes.triangle_down(surface, kit.palette.cream, x, top + (height - sign * 0.8) / 2, sign)

    return Piece(
        "more", width, height, paint, (Target("say:more", Box(0, 0, width, height), "pointer"),), words.MORE
    )


def _thumb(surface: pygame.Surface, kit: Kit, page: Page, scroll: int) -> None:
    """A thin bar that says where in the page one is, and a line where the page goes on below."""
    view = page.view
    wide = kit.px(5)
    high = max(kit.px(30), view.height * view.height // page.height)
    y = view.top + (view.height - high) * scroll // page.furthest
    surface.fill(kit.palette.quiet, (view.right - wide - kit.px(2), y, wide, high))
    if scroll < page.furthest and page.fixed:
        foot = page.fixed[-1].box
        left = min(box.left for piece, box in page.fixed if piece.name in {"keys", "more"})
        surface.fill(kit.palette.ink, (left, view.bottom, foot.right - left, max(1, kit.px(1))))


def _ground(surface: pygame.Surface, kit: Kit, card: Box) -> None:
    """The card itself: a cream sheet with a heavy head, over a hard shadow."""
    p = kit.palette
    drop = kit.px(9)
    surface.fill(p.night_deep, (card.left + drop, card.top + drop, card.width, card.height))
    surface.fill(p.cream, card)
    pygame.draw.rect(surface, p.ink, pygame.Rect(*card), max(1, kit.px(2)))
    surface.fill(p.red, (card.left, card.top, card.width, kit.px(_CARD_HEAD)))
