"""How a page of the story is laid out: head, passages, papers, choices; and what followed a choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.desktop import save_words, words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.place_words import PLACES
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap
from game.desktop.widgets.choice_list import Entry, choice_entry, row
from game.desktop.widgets.desk import lamps, letters
from game.desktop.widgets.document import document
from game.desktop.widgets.heading import heading, small_heading, subheading
from game.desktop.widgets.paragraph import line, prose, said
from game.desktop.widgets.photograph import photograph, retouch_of
from game.desktop.widgets.picture import in_text, person_target, plain, portrait
from game.desktop.widgets.piece import Gap, Page, Piece, Placed, Target, framed
from game.desktop.widgets.projected import Projection, projected
from game.desktop.widgets.scroll_area import reading_page
from game.desktop.widgets.talk import talk
from game.story.views import (
    EndingView,
    PassageView,
    PhotographView,
    ProseView,
    ResultView,
    SceneView,
    UnreadView,
)

_NEAR = 40
"""How far the ways on move down a page that is not full, in pixels at 1280x720: they belong to the text."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that one page of the story shows. With a `result`, that is shown in place of the ways on."""

    view: SceneView
    result: ResultView | None = None
    taken: str = ""
    """The number under which the chosen way stood."""
    ending: EndingView | None = None
    is_talking: bool = False
    skips: bool = False
    photograph: PhotographView | None = None
    problem: str = ""
    """Why the last step could not be saved."""
    unread: tuple[UnreadView, ...] = ()
    """Papers of a desk that can no longer be taken: nothing lies open, and this is what still lies there."""
    projection: Projection | None = None
    """The ways on one at a time, where a class looks at a projector."""
    described: str = ""
    """What the picture of the place shows, for somebody who does not see it."""
    newcomers: frozenset[str] = frozenset()
    """The ids of those who were not on any page before this one."""


def scene_page(kit: Kit, shown: Shown, hints: Sequence[Hint]) -> Page:
    """Lay out a page of the story beside or under the picture of its place."""
    retouch = retouch_of(kit, shown.photograph)
    return reading_page(
        kit,
        hints,
        lambda width: list(_items(kit, shown, width)),
        place=shown.view.place,
        described=shown.described,
        retouch=retouch,
        people=shown.view.show,
        newcomers=shown.newcomers,
    )


def _items(kit: Kit, shown: Shown, width: int) -> Iterator[Piece | Gap]:
    view = shown.view
    yield heading(kit, view.title, _when(view), width, provenance=view.provenance)
    yield gap(kit, 11)
    if shown.problem:
        yield small_heading(kit, save_words.PROBLEM_SAVE, width)
        yield prose(
            kit, said(f"{shown.problem} {save_words.PROBLEM_SAVE_NOW}"), min(width, kit.measure), "problem"
        )
        yield gap(kit, 12)
    if view.seat:
        yield small_heading(kit, f"{view.seat.name}. {view.seat.role}".rstrip(". "), width, "seat")
        yield gap(kit, 8)
    yield from _passages(kit, shown, width)
    yield from _result(kit, shown, width) if shown.result else _scene(kit, shown, width)


def _passages(kit: Kit, shown: Shown, width: int) -> Iterator[Piece | Gap]:
    view = shown.view
    if shown.skips and view.content and view.summary:
        yield from _summary(kit, view.summary, view.content, width)
    else:
        for position, passage in enumerate(view.passages):
            if position:
                yield gap(kit, 14)
            yield _passage(kit, shown, passage, width, f"passage{position}")


def _scene(kit: Kit, shown: Shown, width: int) -> Iterator[Piece | Gap]:
    view = shown.view
    if shown.ending:
        yield from _ending(kit, shown.ending, shown.skips and bool(view.content), width)
        return
    if view.talk and view.leads != "ending":
        yield gap(kit, 20)
        if shown.is_talking:
            yield talk(kit, view.talk, width)
            yield gap(kit, 16)
            yield button(kit, "talked", words.TALKED, width, ButtonLook(arrow=True))
            yield gap(kit, 6)
            yield line(kit, words.TALK_OFF, kit.face("label", "keys"), kit.palette.keys, width, "talk.off")
            return
    if shown.projection:
        yield gap(kit, 18)
        for lamp in view.lamps if view.is_desk else ():
            yield lamps(kit, lamp, width, costs=True)
            yield gap(kit, 10)
        yield Gap(kit.px(4), stretch=True)
        yield from projected(kit, shown.projection, width)
        return
    yield from _ways(kit, view, width, shown.unread)


def _ways(kit: Kit, view: SceneView, width: int, unread: tuple[UnreadView, ...]) -> Iterator[Piece | Gap]:
    lying = [choice for choice in view.choices if choice.kind == "letter"]
    others = [choice for choice in view.choices if choice.kind == "choice"]
    if view.is_desk:
        yield gap(kit, 18)
        for shown in view.lamps:
            yield lamps(kit, shown, width, costs=bool(lying))
            yield gap(kit, 10)
        if unread and not lying:
            has_hours = not view.lamps or any(shown.lit for shown in view.lamps)
            told = words.lie_unread(len(unread), has_hours=has_hours)
            yield prose(kit, said(told), min(width, kit.measure), "lie_unread")
            yield gap(kit, 6)
            yield from _papers(kit, unread, width)
        else:
            yield letters(kit, lying, width)
    yield Gap(kit.px(15), stretch=True, most=kit.px(_NEAR))
    if view.leads == "choices":
        for position, choice in enumerate(others):
            yield row(kit, choice_entry(choice), width, is_first=position == 0)
    elif view.leads == "over":
        yield subheading(kit, save_words.LESSON_OVER, width, "lesson.over")
        yield gap(kit, 8)
        yield from _after_the_end(kit, width)
    elif view.leads == "stuck":
        yield prose(kit, said(words.STUCK), min(width, kit.measure), "stuck")
        yield gap(kit, 15)
        yield button(kit, "debrief", words.TO_DEBRIEF, width, ButtonLook(arrow=True))
    else:
        yield button(kit, "continue", words.GO_ON, width, ButtonLook(arrow=True))


def _passage(kit: Kit, shown: Shown, passage: PassageView, width: int, name: str) -> Piece:
    reading = min(width, kit.measure)
    if passage.kind == "document":
        return document(kit, passage, width, name)
    if passage.kind == "picture":
        name, high = passage.picture, round(kit.height * 0.5)
        has_people = bool(kit.pictures.people(name))
        picture = (
            photograph(kit, shown.photograph, name, reading, high)
            if has_people
            else plain(kit, name, reading, high)
        )
        return in_text(kit, picture, name, passage.picture_text, reading)
    if passage.kind == "speech" and passage.who:
        return _speech(kit, passage, reading, name, is_new=passage.who.id in shown.newcomers)
    return prose(kit, passage.text, reading, name)


def _speech(kit: Kit, passage: PassageView, width: int, name: str, *, is_new: bool) -> Piece:
    """Somebody speaks: their card and their name stand before the words; at first their role too."""
    assert passage.who is not None
    card = portrait(kit, passage.who, kit.px(78)) if width > 30 * kit.character else None
    indent = card.width + kit.px(16) if card else 0
    speaker = line(
        kit,
        passage.who.name,
        kit.face("heading", "date"),
        kit.palette.steel_deep,
        width - indent,
        f"{name}.who",
    )
    role = None
    if is_new and passage.who.role:
        role = line(
            kit,
            passage.who.role,
            kit.face("label", "keys"),
            kit.palette.keys,
            width - indent,
            f"{name}.role",
        )
    under = speaker.height + (role.height if role else 0)
    text = prose(kit, passage.text, width - indent, name)
    parts = [Placed(card, Box(0, kit.px(2), card.width, card.height))] if card else []
    parts.append(Placed(speaker, Box(indent, 0, speaker.width, speaker.height)))
    if role:
        parts.append(Placed(role, Box(indent, speaker.height, role.width, role.height)))
    parts.append(Placed(text, Box(indent, under, text.width, text.height)))
    height = max(under + text.height, card.height + kit.px(4) if card else 0)
    whole = framed(name, parts, width, height)
    target = person_target(passage.who, name)
    pressed = [Target(target, Box(indent, 0, speaker.width, under), "pointer")]
    if card:
        pressed.append(Target(target, Box(0, kit.px(2), card.width, card.height), "pointer"))
    who = ", ".join(part for part in (passage.who.name, passage.who.role if role else "") if part)
    return whole._replace(targets=(*whole.targets, *pressed), aloud=(f"{who}: {text.words}",))


def _summary(kit: Kit, summary: ProseView, content: tuple[str, ...], width: int) -> Iterator[Piece | Gap]:
    yield small_heading(kit, f"{words.SHORTENED} ({words.contains(content)})", width, "shortened")
    yield gap(kit, 4)
    yield prose(kit, summary, min(width, kit.measure), "summary")


def _result(kit: Kit, shown: Shown, width: int) -> Iterator[Piece | Gap]:
    result = shown.result
    assert result is not None
    yield gap(kit, 18)
    if result.chosen:
        yield row(kit, Entry("", result.chosen, shown.taken), width, taken=True)
        yield gap(kit, 18)
    if result.text:
        if shown.skips and result.content and result.summary:
            yield from _summary(kit, result.summary, result.content, width)
        else:
            yield prose(kit, result.text, min(width, kit.measure), "result")
        yield gap(kit, 16)
    if result.unread:
        yield small_heading(kit, words.UNREAD, width, "unread")
        yield gap(kit, 4)
        yield from _papers(kit, result.unread, width)
    yield gap(kit, 10)
    yield button(kit, "continue", words.GO_ON, width, ButtonLook(arrow=True))


def _papers(kit: Kit, unread: tuple[UnreadView, ...], width: int) -> Iterator[Piece | Gap]:
    typed = kit.face("document", "document")
    pitch = kit.line_height(typed, "line_document")
    for position, paper in enumerate(unread):
        text = paper.offer or said(paper.title)
        yield prose(
            kit,
            text,
            min(width, kit.measure),
            f"unread{position}",
            face=typed,
            pitch=pitch,
            gap=0,
            indent=kit.px(14),
        )
        yield gap(kit, 4)


def _ending(kit: Kit, ending: EndingView, in_short: bool, width: int) -> Iterator[Piece | Gap]:
    yield gap(kit, 26)
    yield small_heading(kit, ". ".join(filter(None, (words.ENDING, ending.kind_label))), width, "ending.kind")
    yield subheading(kit, ending.title, width, "ending.title")
    yield gap(kit, 8)
    text = ending.summary if in_short and ending.summary else ending.epilogue
    if text:
        yield prose(kit, text, min(width, kit.measure), "epilogue")
    yield Gap(kit.px(22), stretch=True, most=kit.px(_NEAR))
    yield from _after_the_end(kit, width)


def _after_the_end(kit: Kit, width: int) -> Iterator[Piece | Gap]:
    ways = (("debrief", words.TO_DEBRIEF), ("history", words.TO_DECISION), ("again", words.ANOTHER_ROAD))
    for position, (target, sentence) in enumerate(ways):
        yield row(kit, Entry(target, said(sentence), str(position + 1)), width, is_first=position == 0)


def _when(view: SceneView) -> str:
    if view.place == "blank":  # nowhere in particular, and the chapter's title is no place
        return view.date
    place = PLACES.get(view.place, "")
    return " · ".join(part for part in (view.date, place or view.chapter_title) if part)
