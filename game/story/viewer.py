"""Makes views of a story's content as it stands in one state."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from game.story import words
from game.story.model import Ending, Passage, Person, Story
from game.story.prose import LineBreak, Prose, Run, Slot, TermWords
from game.story.state import State
from game.story.views import (
    EndingView,
    FactView,
    PassageView,
    PersonView,
    PhotographView,
    ProseView,
    RunView,
    SourceView,
    TermView,
)


class Viewer:
    """Makes views of a story in one state; every method fills variable slots from that state."""

    def __init__(self, story: Story, state: State) -> None:
        self.story = story
        self.state = state

    def prose(self, prose: Prose) -> ProseView:
        """Return parsed text with its slots filled."""
        return tuple(tuple(self._run(run) for run in paragraph) for paragraph in prose)

    def _run(self, run: Run) -> RunView:
        match run:
            case LineBreak():
                return RunView("\n")
            case Slot(variable_id, style):
                variable = self.story.variable[variable_id]
                return RunView(variable.shown(self.state.values[variable.slot]), style)
            case TermWords(term, text, style):
                return RunView(text, style, term)
            case _:
                return RunView(run.text, run.style)

    def terms(self, *texts: ProseView) -> tuple[TermView, ...]:
        """Return the glossary entries that texts link to, in reading order, each once."""
        ids = dict.fromkeys(run.term for text in texts for paragraph in text for run in paragraph)
        found = (self.story.terms[term] for term in ids if term in self.story.terms)
        return tuple(TermView(t.id, t.term, t.original, self.prose(t.meaning)) for t in found)

    def person(self, person_id: str) -> PersonView:
        """Return somebody with their present fate."""
        person, fate = self.story.people[person_id], self.story.variable.get(person_id)
        value = self.state.values[fate.slot] if fate else 0
        return PersonView(
            person.id,
            person.name,
            _short_name(person),
            person.role,
            person.portrait,
            fate.name_of(value) if fate else "",
            fate.shown(value) if fate else "",
            self.prose(person.about),
        )

    def facts(self, ids: Iterable[str]) -> tuple[FactView, ...]:
        """Return facts with their sources, each once."""
        return tuple(self.fact(fact) for fact in dict.fromkeys(ids))

    def fact(self, fact_id: str) -> FactView:
        """Return one fact with its sources."""
        fact = self.story.facts[fact_id]
        return FactView(
            fact.id,
            self.prose(fact.claim),
            words.long_date(fact.date),
            fact.verdict,
            words.VERDICT[fact.verdict],
            self._sections.get(fact.notes_section, ""),
            self.prose(fact.historians),
            tuple(self.source(source) for source in fact.sources),
        )

    def source(self, source_id: str) -> SourceView:
        """Return one source."""
        source = self.story.sources[source_id]
        line = ", ".join(part for part in (source.author, source.title, source.year) if part)
        return SourceView(
            source.id, line, words.SOURCE_KIND[source.kind], source.url, self.prose(source.note)
        )

    @cached_property
    def _sections(self) -> dict[str, str]:
        return {id: title for source in self.story.sources.values() for id, title in source.sections}

    def passage(self, passage: Passage) -> PassageView:
        """Return one block of a page."""
        return PassageView(
            passage.kind,
            self.prose(passage.text),
            self.person(passage.who) if passage.who else None,
            passage.document or "",
            words.DOCUMENT[passage.document] if passage.document else "",
            passage.title,
            passage.provenance or "",
            self.prose(passage.note),
            passage.picture,
            self.picture_text(passage.picture),
        )

    def picture_text(self, picture: str) -> str:
        """Return the description of a picture, empty where there is none."""
        described = self.prose(self.story.pictures.get(picture, ()))
        return " ".join("".join(run.text for run in paragraph) for paragraph in described)

    def ending(self, ending: Ending) -> EndingView:
        """Return an ending."""
        labels = dict(self.story.fates)
        epilogue, summary = self.prose(ending.epilogue), self.prose(ending.summary)
        return EndingView(
            ending.id,
            ending.title,
            ending.kind,
            labels.get(ending.kind, ""),
            epilogue,
            summary,
            self.terms(epilogue, summary),
            self.facts(ending.facts),
        )

    def photograph(self) -> PhotographView | None:
        """Return the photograph with those who are gone from it; None where the pack has none."""
        photograph = self.story.photograph
        if photograph is None:
            return None
        gone = tuple(person for person in photograph.people if self.is_gone(person))
        return PhotographView(photograph.title, tuple(self.person(p) for p in photograph.people), gone)

    def is_gone(self, person: str) -> bool:
        """Tell whether somebody's fate is one from which on they are gone from the photograph."""
        fate, photograph = self.story.variable.get(person), self.story.photograph
        return (
            fate is not None
            and photograph is not None
            and photograph.gone_from in fate.values
            and self.state.values[fate.slot] >= fate.values.index(photograph.gone_from)
        )


def _short_name(person: Person) -> str:
    """The part of a name that the author made the id of (`nadya`), else the last: the story calls them so."""
    parts = [part for part in person.name.split() if part.isalpha()] or [person.name]
    called = person.id.rsplit("_", 1)[-1]
    return next((part for part in parts if part.casefold() == called), parts[-1])
