"""How many words a player reads: what is counted where, and the reading time of one playthrough.

Counted are passages, titles of documents, choices and offers shown (closed ones with their reason), results
and epilogues; not talk, notes, the glossary or the debrief. A desk that a letter returns to counts once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.explore.formulas import FALSE, TRUE, Formula, every, one_of, opposite
from game.explore.reading import formula_of
from game.explore.rules import Place, Rules
from game.story.conditions import holds
from game.story.model import Choices, Ending, Passage, Story, Way
from game.story.playthrough import Playthrough
from game.story.prose import Prose, plain_text
from game.story.prose import Slot as ProseSlot
from game.story.scene_view import choice_views
from game.story.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast somebody reads (words a minute) and decides (seconds a decision)."""

    words_a_minute: float = 200
    seconds_a_decision: float = 8

    def minutes(self, words: float, decisions: float) -> float:
        """Return the minutes for so many words and decisions."""
        return words / self.words_a_minute + decisions * self.seconds_a_decision / 60


@dataclass(frozen=True, slots=True)
class Wordage:
    """So many words at a place, where a formula is true of the state that is shown.

    `road` is (place, road) for a result, which counts on the page after that road; None for the page
    itself, which counts whenever it is entered.
    """

    place: int
    formula: Formula
    words: int
    road: tuple[int, int] | None = None


def words_in(prose: Prose) -> int:
    """Return the number of words, each variable slot counted as one."""
    return len(plain_text(prose, lambda variable: "x").split())


def wordage(rules: Rules) -> tuple[list[Wordage], dict[tuple[int, int], int]]:
    """Return what is counted, and (place, road) -> words for letters under a limit: those are no formula."""
    found: list[Wordage] = []
    limited: dict[tuple[int, int], int] = {}
    for place in rules.places:
        if place.is_shown:
            found += _on_page(rules, place, limited)
        for position, road in enumerate(place.roads):
            if isinstance(road.entry, Way) and road.entry.result:
                for formula, words in _terms(rules, road.entry.result, TRUE):
                    found.append(Wordage(road.to, formula, words, (place.index, position)))
    return [w for w in found if w.words and w.formula != FALSE], limited


def _on_page(rules: Rules, place: Place, limited: dict[tuple[int, int], int]) -> Iterator[Wordage]:
    scene, story = rules.story.scenes[place.scene], rules.story
    texts: list[tuple[Prose, Formula]] = []
    for passage in scene.passages:
        shown = formula_of(passage.condition, place.chapter, rules.cells, rules.seen, rules.chosen)
        texts.append((passage.text, shown))
        yield Wordage(place.index, shown, _title_words(passage))
    if isinstance(scene.exit, Ending) and place.is_ending:
        texts.append((scene.exit.epilogue, TRUE))
    for position, road in enumerate(place.roads if isinstance(scene.exit, Choices) else ()):
        if isinstance(road.entry, Way):
            texts.append((road.entry.text, road.opens))
            if road.entry.locked:
                closed = opposite(road.opens, rules.cells)
                texts += [(road.entry.text, closed), (road.entry.locked, closed)]
            continue
        offer = _offer_words(story, road.letter)
        if place.limits[road.offer] is None:
            texts.append((_offer(story, road.letter), road.opens))
            yield Wordage(place.index, road.opens, 0 if _offer(story, road.letter) else offer)
        else:
            limited[place.index, position] = offer
    for prose, formula in texts:
        for term, words in _terms(rules, prose, formula):
            yield Wordage(place.index, term, words)


def _title_words(passage: Passage) -> int:
    return len(passage.title.split()) if passage.document else 0


def _offer(story: Story, letter: str) -> Prose:
    waits = story.scenes[letter].waits_in
    return waits.offer if waits else ()


def _offer_words(story: Story, letter: str) -> int:
    return words_in(_offer(story, letter)) or len(story.scenes[letter].title.split())


def _terms(rules: Rules, prose: Prose, formula: Formula) -> Iterator[tuple[Formula, int]]:
    """The words of a text where a formula is true; those of a slot by the variable's value."""
    yield formula, words_in(prose)
    for paragraph in prose:
        for run in paragraph:
            if not isinstance(run, ProseSlot):
                continue
            variable = rules.story.variable[run.variable]
            cell = rules.cells[variable.slot]
            if cell.is_wide:
                continue  # a number so large has neither labels nor signs, and is one word
            by_words: dict[int, list[int]] = {}
            for value in range(cell.low, cell.high + 1):
                by_words.setdefault(len(variable.shown(value).split()) - 1, []).append(value)
            for words, values in by_words.items():
                yield every((formula, one_of(cell, values))), words


def words_read(playthrough: Playthrough) -> int:
    """Return the words that a playthrough shows, counted page by page through the engine's own views."""
    story, total = playthrough.story, 0
    for moment in playthrough.moments:
        state, scene = moment.state, story.scenes[moment.state.scene]
        viewer = Viewer(story, state)

        def count(prose: Prose, viewer: Viewer = viewer) -> int:
            return sum(len("".join(run.text for run in part).split()) for part in viewer.prose(prose))

        if moment.taken and isinstance(moment.taken.entry, Way):
            total += count(moment.taken.entry.result)
        if moment.returned or (moment.over and moment.step and moment.step.scene == scene.id):
            continue
        for passage in scene.passages:
            if holds(passage.condition, state):
                total += count(passage.text) + _title_words(passage)
        if isinstance(scene.exit, Ending):
            total += count(scene.exit.epilogue) if playthrough.ending else 0
        elif not moment.over:
            for choice in choice_views(story, state):
                for text in (choice.text, choice.locked):
                    total += sum(len("".join(run.text for run in part).split()) for part in text)
    return total


def decisions_made(playthrough: Playthrough) -> int:
    """Return how many decisions were made: picks from a list, letters among them."""
    return sum(1 for moment in playthrough.moments if moment.kind in ("pick", "letter"))
