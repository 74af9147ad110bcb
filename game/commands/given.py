"""`--given 'standing = 20, feldman = arrested'`: read by the compiler's own parser, with its messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.commands.outcome import WRONG_USAGE, CommandFailed

if TYPE_CHECKING:
    from game.story.effects import Effect
    from game.story.model import Story

HELP = "variables at the scene, as in a chapter's `given`: 'standing = 20, feldman = arrested'"


def read_given(text: str, story: Story) -> dict[str, str]:
    """Return the values of variables by their ids. Raises CommandFailed with what is wrong and what helps."""
    import yaml

    from game.authoring.diagnostics import as_text
    from game.authoring.draft import Draft
    from game.authoring.spans import Span, TextFile
    from game.authoring.text_shapes import GIVEN
    from game.authoring.yaml_slips import report_unreadable
    from game.authoring.yaml_tree import Unreadable, documents
    from game.story.conditions import number
    from game.story.state import State

    draft = Draft()
    draft.variables = dict(story.variable)
    draft.chapters = dict(story.chapter_position)
    # In brackets it is what stands behind `given:` in a chapter.
    draft.file = file = TextFile("--given", text if text.lstrip().startswith("[") else f"[{text}]")

    def refuse(code: str, start: int, end: int) -> None:
        draft.report.add(code, Span(file, start, max(end, start + 1)))

    effects: tuple[Effect | None, ...] = ()
    try:
        for node in documents(file.text, refuse):
            effects = GIVEN.read(draft, node)
    except (yaml.YAMLError, Unreadable) as problem:
        report_unreadable(draft.report, file, problem, 0)
    if draft.report.errors:
        raise CommandFailed(as_text(draft.report.sorted([file])), WRONG_USAGE)
    nothing_read = State("", 0, ())
    return {e.variable.id: e.variable.name_of(number(e.value, nothing_read)) for e in effects if e}
