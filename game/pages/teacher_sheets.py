"""What the teacher's pack tells of a story: its chapters and scenes, its papers, its facts by section."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from game.story import words
from game.story.evidence import Question
from game.story.model import Ending, Passage, Scene, Story
from game.story.playthrough import Playthrough
from game.story.prose import Prose
from game.story.viewer import Viewer
from game.story.views import FactView, ProseView, SourceView


@dataclass(frozen=True, slots=True)
class SceneSheet:
    """A scene as somebody judges it who has not played: what it is, what it contains, what it rests on."""

    id: str
    title: str
    date: str
    provenance: str
    content: tuple[str, ...]
    summary: ProseView
    papers: tuple[str, ...]
    facts: tuple[FactView, ...]
    talk: ProseView
    is_ending: bool


@dataclass(frozen=True, slots=True)
class ChapterSheet:
    """A chapter with its scenes in the pack's order."""

    id: str
    title: str
    date: str
    recap: ProseView
    scenes: tuple[SceneSheet, ...]


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """A paper of the story on a sheet of its own. `asked` are the pack's questions about its scene.

    `varies` says that its scene has other versions of it, one of which a playthrough meets.
    """

    number: int
    chapter: str
    scene: str
    date: str
    kind: str
    title: str
    provenance: str
    text: ProseView
    note: ProseView
    sources: tuple[SourceView, ...]
    asked: tuple[ProseView, ...]
    varies: bool


@dataclass(frozen=True, slots=True)
class TopicSheet:
    """A section of the class notes: its facts, each with the scenes that name it; the questions on them."""

    title: str
    facts: tuple[tuple[FactView, tuple[str, ...]], ...]
    questions: tuple[tuple[str, ProseView], ...]


class Sheets:
    """Makes the sheets of one story, as it reads at its beginning."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._viewer = Viewer(story, Playthrough.begin(story).state)

    def prose(self, text: Prose) -> ProseView:
        """Return a text of the pack as views have it."""
        return self._viewer.prose(text)

    def chapters(self) -> tuple[ChapterSheet, ...]:
        """Return every chapter with its scenes; a letter stands in the chapter of its folder."""
        return tuple(
            ChapterSheet(
                chapter.id,
                chapter.title,
                words.long_date(chapter.date),
                self.prose(chapter.recap),
                tuple(self._scene(s) for s in self.story.scenes.values() if s.chapter == chapter.id),
            )
            for chapter in self.story.chapters
        )

    def _scene(self, scene: Scene) -> SceneSheet:
        exit = scene.exit
        facts = [*scene.facts, *(fact for entry in scene.entries for fact in entry.facts)]
        if isinstance(exit, Ending):
            facts += exit.facts
        return SceneSheet(
            scene.id,
            scene.title,
            words.long_date(scene.date),
            scene.provenance,
            scene.content,
            self.prose(scene.summary),
            tuple(dict.fromkeys(_paper(passage) for passage in scene.passages if passage.document)),
            self._viewer.facts(facts),
            self.prose(scene.talk),
            isinstance(exit, Ending),
        )

    def papers(self) -> tuple[SourceSheet, ...]:
        """Return every paper that has a note: what it is like in the record, and what is adapted."""
        versions: dict[tuple[str, str, str], list[Passage]] = {}
        for scene in self.story.scenes.values():
            for passage in scene.passages:
                if passage.document and passage.note:
                    versions.setdefault((scene.id, passage.document, passage.title), []).append(passage)
        return tuple(
            self._source(number, self.story.scenes[scene], papers[0], len(papers) > 1)
            for number, ((scene, _, _), papers) in enumerate(versions.items(), 1)
        )

    def _source(self, number: int, scene: Scene, passage: Passage, varies: bool) -> SourceSheet:
        sources = {source.id: source for fact in self._viewer.facts(scene.facts) for source in fact.sources}
        asked = [q for q in self.story.questions.values() if q.about.partition(".")[0] == scene.id]
        return SourceSheet(
            number,
            next((known.title for known in self.story.chapters if known.id == scene.chapter), ""),
            scene.title,
            words.long_date(scene.date),
            words.DOCUMENT[passage.document] if passage.document else "",
            passage.title,
            passage.provenance or scene.provenance,
            self.prose(passage.text),
            self.prose(passage.note),
            tuple(sources.values()),
            tuple(self.prose(question.text) for question in asked),
            varies,
        )

    def topics(self) -> tuple[TopicSheet, ...]:
        """Return the facts by section of the class notes; those beyond them last, without a title."""
        sections = {id: title for source in self.story.sources.values() for id, title in source.sections}
        by_section: dict[str, list[str]] = {id: [] for id in (*sections, "")}
        for fact in self.story.facts.values():
            by_section[fact.notes_section if fact.notes_section in sections else ""].append(fact.id)
        return tuple(self._topic(sections.get(id, ""), facts) for id, facts in by_section.items() if facts)

    def _topic(self, title: str, facts: list[str]) -> TopicSheet:
        asked = [q for q in self.story.questions.values() if set(q.facts) & set(facts)]
        return TopicSheet(
            title,
            tuple((self._viewer.fact(fact), tuple(self._scenes_of(fact))) for fact in facts),
            tuple((words.QUESTION_KIND.get(q.kind or "", ""), self.prose(q.text)) for q in asked),
        )

    def _scenes_of(self, fact: str) -> Iterator[str]:
        for scene in self.story.scenes.values():
            named = [*scene.facts, *(other for entry in scene.entries for other in entry.facts)]
            if isinstance(scene.exit, Ending):
                named += scene.exit.facts
            if fact in named:
                yield scene.title

    def questions(self, chapters: Collection[str]) -> dict[str, list[ProseView]]:
        """Return the questions about pages of these chapters, and those about none (chapters: nothing).

        They stand under the labels of their kinds, in the order of a debrief.
        """
        found: dict[str, list[ProseView]] = {}
        for kind, label in (*words.QUESTION_KIND.items(), ("", words.OTHER_QUESTIONS)):
            asked = [
                q
                for q in self.story.questions.values()
                if (q.kind or "") == kind and self._is_asked_in(q, chapters)
            ]
            if asked:
                found[label] = [self._asked(question) for question in asked]
        return found

    def _is_asked_in(self, question: Question, chapters: Collection[str]) -> bool:
        scene = self.story.scenes.get(question.about.partition(".")[0])
        return scene.chapter in chapters if scene else not chapters

    def _asked(self, question: Question) -> ProseView:
        return self.prose(question.text)

    def content(self) -> dict[str, list[str]]:
        """Return each kind of hard content with the titles of its scenes."""
        found: dict[str, list[str]] = {}
        for scene in self.story.scenes.values():
            for tag in scene.content:
                found.setdefault(tag, []).append(scene.title)
        return found

    def unsummarised(self) -> tuple[str, ...]:
        """Return the titles of scenes that are marked hard and have no summary to read instead."""
        return tuple(s.title for s in self.story.scenes.values() if s.content and not s.summary)


def _paper(passage: Passage) -> str:
    kind = words.DOCUMENT[passage.document] if passage.document else ""
    name = ": ".join(part for part in (kind, passage.title) if part)
    return f"{name} ({passage.provenance})" if passage.provenance else name
