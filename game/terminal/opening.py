"""What stands before the first page: an unfinished game, the content note, where to begin."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.disk import DiskProblem, SavedGame, new_save_path
from game.saves import take_up, unfinished
from game.story import words as story_words
from game.story.model import Story
from game.story.playthrough import Playthrough, Start
from game.story.starts import chapter_start, lesson_start
from game.story.viewer import Viewer
from game.terminal import words
from game.terminal.console import Console
from game.terminal.keys import understood
from game.terminal.reader import PlayerLeaves, refused
from game.terminal.side import SidePages


def opened(
    console: Console, story: Story, side: SidePages, anew: bool, save: Path | None
) -> tuple[Playthrough, Path]:
    """Return the playthrough to play and where it is saved, asking the player where there is a question.

    `anew`: begin the story without asking. `save`: play this save; begin one there where it does not exist.
    """
    console.show(console.sheet().heading(story.title).say(words.BYLINE))
    if save is not None and save.exists() and not anew:
        return _loaded(console, story, save)
    if save is None and not anew and (found := unfinished(story.played_as)) and _goes_on(console, found):
        try:
            return _loaded(console, story, found.path)
        except DiskProblem as problem:
            console.say(words.SAVE_UNREADABLE.format(problem=problem))
    _content_note(console, Playthrough.begin(story), side)
    begun = Playthrough.begin(story, None if anew else _where_to_begin(console, story))
    console.say(words.FIRST_PAGE)
    _recap(console, begun)
    return begun, save or new_save_path(story.played_as)


def _goes_on(console: Console, found: SavedGame) -> bool:
    date = f", {story_words.long_date(found.date)}" if found.date else ""
    steps = words.counted(found.steps, "step")
    console.say(words.CONTINUE_OFFER.format(scene=found.scene_title, date=date, steps=steps))
    while True:
        typed = understood(console.ask(words.CONTINUE_PROMPT))
        match typed.key:
            case "enter":
                return True
            case "new":
                return False
            case "quit":
                raise PlayerLeaves
            case _:
                console.show(refused(console.sheet(), typed.line))


def _loaded(console: Console, story: Story, path: Path) -> tuple[Playthrough, Path]:
    replay, path = take_up(path, story)
    if replay.stopped_at:
        console.say(words.STORY_CHANGED.format(steps=words.counted(replay.steps_lost, "step")))
    return replay.playthrough, path


def _where_to_begin(console: Console, story: Story) -> Start | None:
    """Offer lessons and later chapters, where the story has any; None is the story's own beginning."""
    starts: list[tuple[str, Start | None]] = [(words.FROM_THE_START, None)]
    for lesson in story.lessons:
        title = words.LESSON.format(title=lesson.title, minutes=_minutes(lesson.minutes))
        starts.append((title, lesson_start(story, lesson.id)))
    for number, chapter in enumerate(story.chapters[1:], 2):
        title = words.CHAPTER.format(number=number, title=chapter.title, minutes=_minutes(chapter.minutes))
        starts.append((title, chapter_start(story, chapter.id)))
    if len(starts) == 1:
        return None
    sheet = console.sheet().heading(words.STARTS_HEADING)
    for number, (title, _) in enumerate(starts, 1):
        sheet.say(title, f" {number:2}  ")
    console.show(sheet)
    while True:
        typed = understood(console.ask(words.STARTS_PROMPT))
        match typed.key:
            case "enter":
                return None
            case "number" if 1 <= typed.number <= len(starts):
                return starts[typed.number - 1][1]
            case "quit":
                raise PlayerLeaves
            case _:
                console.show(refused(console.sheet(), typed.line))


def _minutes(minutes: int | None) -> str:
    return words.MINUTES.format(minutes=minutes) if minutes else ""


def _recap(console: Console, begun: Playthrough) -> None:
    """Tell somebody who starts with a later chapter what they need to know."""
    story, scene = begun.story, begun.start.scene
    chapter = next((chapter for chapter in story.chapters if chapter.start == scene != story.start), None)
    if chapter and chapter.recap:
        recap = Viewer(story, begun.state).prose(chapter.recap)
        console.show(console.sheet().heading(words.BEFORE_THIS).prose(recap))


def _content_note(console: Console, begun: Playthrough, side: SidePages) -> None:
    story = begun.story
    if not story.content_note or story.played_as in side.settings.notes_read:
        return
    note = Viewer(story, begun.state).prose(story.content_note)
    console.show(console.sheet().heading(words.CONTENT_HEADING).prose(note))
    while True:
        typed = understood(console.ask(words.CONTENT_PROMPT))
        match typed.key:
            case "enter" | "settings":
                hard = typed.key == "settings" or side.settings.skip_hard_passages
                read = (*side.settings.notes_read, story.played_as)
                side.keep(replace(side.settings, notes_read=read, skip_hard_passages=hard))
                return
            case "quit":
                raise PlayerLeaves
            case _:
                console.show(refused(console.sheet(), typed.line))
