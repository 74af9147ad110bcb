"""The pages of a story as sheets: a scene, its choices, a result, an ending."""

from __future__ import annotations

from game.story.views import (
    ChoiceView,
    EndingView,
    LampView,
    PassageView,
    PersonView,
    ProseView,
    ResultView,
    SceneView,
    TermView,
    text_of,
)
from game.terminal import words
from game.terminal.sheet import Sheet


def draw_scene(sheet: Sheet, view: SceneView, skip_hard: bool) -> Sheet:
    """Draw a scene without its choices. `skip_hard`: a summary stands for passages that are hard to read."""
    sheet.heading(view.title)
    sheet.say(" - ".join(part for part in (view.chapter_title, view.date) if part))
    sheet.say(words.PROVENANCE_TAG.format(provenance=view.provenance))
    if view.place_text:
        sheet.say(words.PLACE.format(description=view.place_text))
    if view.seat:
        sheet.say(_chair(view.seat), look="1")
    if view.show:
        sheet.say(words.PRESENT.format(people="; ".join(_named(person) for person in view.show)))
    if skip_hard and view.content and view.summary:
        sheet.gap().say(words.SUMMARY_TAG).gap().prose(view.summary)
    else:
        for passage in view.passages:
            draw_passage(sheet.gap(), passage)
    return sheet


def draw_passage(sheet: Sheet, passage: PassageView) -> None:
    """Draw one block of a page."""
    match passage.kind:
        case "document":
            title = ": ".join(part for part in (passage.document_label, passage.title) if part)
            sheet.rule(title)
            if passage.provenance:
                sheet.say(f"({passage.provenance})", "    ")
            sheet.gap().prose(passage.text, "    ")
            sheet.rule()
        case "speech":
            if passage.who:
                sheet.say(f"{passage.who.name}:", look="1")
            sheet.prose(passage.text, "    ")
        case "picture":
            described = words.PICTURE.format(description=passage.picture_text)
            sheet.say(described if passage.picture_text else words.PICTURE_WITHOUT_TEXT)
        case _:
            sheet.prose(passage.text)


def draw_talk(sheet: Sheet, talk: ProseView) -> Sheet:
    """Draw the question of a stop to talk."""
    sheet.rule(words.TALK_HEADING)
    sheet.gap().prose(talk, "    ")
    sheet.rule()
    return sheet


def draw_choices(sheet: Sheet, view: SceneView) -> Sheet:
    """Draw what can be chosen: papers on the desk under their own line, closed choices with the reason."""
    for lamp in view.lamps if view.is_desk else ():
        sheet.say(lamp_in_words(lamp))
    letters = any(choice.kind == "letter" for choice in view.choices)
    if view.is_desk and not letters:
        sheet.say(words.DESK_EMPTY)
    group = ""
    for choice in view.choices:
        heading = _group(choice, letters)
        if heading != group:
            sheet.subheading(heading)
            group = heading
        _draw_choice(sheet, choice)
    return sheet


def lamp_in_words(lamp: LampView) -> str:
    """Return `Hours left: 3 of 4`."""
    name = lamp.variable.replace("_", " ").capitalize()
    return words.LAMPS.format(name=name, lit=lamp.lit, of=lamp.of)


def draw_terms_line(sheet: Sheet, terms: tuple[TermView, ...]) -> Sheet:
    """Name the words of this page that the glossary explains."""
    if terms:
        sheet.gap().say(words.TERMS_HERE.format(terms=", ".join(term.term for term in terms)))
    return sheet


def draw_result(sheet: Sheet, view: ResultView, skip_hard: bool) -> Sheet:
    """Draw what followed the last choice, and the papers that stayed on the desk."""
    sheet.rule()
    sheet.say(words.CHOSEN.format(chosen=text_of(view.chosen)))
    if view.text:
        hidden = skip_hard and view.content and view.summary
        sheet.gap().prose(view.summary if hidden else view.text)
    if view.unread:
        sheet.subheading(words.UNREAD_HEADING)
        for paper in view.unread:
            sheet.say(words.UNREAD_LINE.format(title=paper.title, offer=text_of(paper.offer)), "  - ")
    return sheet


def draw_ending(sheet: Sheet, view: EndingView, you: PersonView | None, skip_hard: bool) -> Sheet:
    """Draw an ending: its title, the fate of the person in the player's chair, the epilogue."""
    sheet.heading(words.ENDING.format(title=view.title))
    if view.kind_label and you:
        sheet.say(words.ENDING_FATE.format(name=you.name, fate=view.kind_label))
    sheet.gap().prose(view.summary if skip_hard and view.summary else view.epilogue)
    return sheet


def _group(choice: ChoiceView, letters: bool) -> str:
    if choice.kind == "letter":
        return words.ON_THE_DESK
    return words.OR_ELSE if letters else words.CHOICES


def _draw_choice(sheet: Sheet, choice: ChoiceView) -> None:
    if choice.is_open:
        sheet.prose(choice.text, f" {choice.number:2}  ")
        return
    sheet.prose(choice.text, "  -  ")
    if choice.locked:
        sheet.say(words.CLOSED.format(reason=text_of(choice.locked)), "     ")


def _named(person: PersonView) -> str:
    return f"{person.name}, {person.role}" if person.role else person.name


def _chair(person: PersonView) -> str:
    wording = words.CHAIR if person.role else words.CHAIR_NO_ROLE
    return wording.format(name=person.name, role=person.role)
