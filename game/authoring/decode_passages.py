"""The passages of a scene: texts, speech, documents, pictures."""

from __future__ import annotations

from typing import Any, get_args

from game.authoring.draft import Draft
from game.authoring.fields import Field, Record
from game.authoring.guesses import folded
from game.authoring.shapes import NODE, name_of, one_of
from game.authoring.text_shapes import CONDITION, LINE, PROSE, document_prose, prose, words_in
from game.authoring.yaml_tree import Keyed, Listed, Node, Scalar, key_of, value_of
from game.story.model import DocumentKind, Passage, PassageKind, Provenance

LONG_SCENE = 160
LONG_DOCUMENT = 120
"""Words that a class still reads in one go."""
PROVENANCE = one_of(get_args(Provenance), "where it comes from")

PASSAGE = Record(
    "a passage",
    (
        Field("text", NODE, "What is read."),
        Field("if", CONDITION, "When it is shown.", into="condition"),
        Field("who", name_of("person", "a person"), "Who speaks it."),
        Field("document", one_of(get_args(DocumentKind), "a kind of document"), "The kind of paper."),
        Field("title", LINE, "The document's title."),
        Field("provenance", PROVENANCE, "The document's own provenance."),
        Field("note", PROSE, "Who wrote such a paper, for whom, what is adapted."),
        Field("picture", name_of("picture", "a picture"), "A picture; it has no text."),
    ),
    slips={
        "when": "if",
        "condition": "if",
        "speaker": "who",
        "person": "who",
        "says": "text",
        "image": "picture",
    },
    elsewhere=dict.fromkeys(
        ("to", "id", "effects", "facts", "summary", "place", "show", "result", "talk"), "S102"
    ),
)


def passages(draft: Draft, node: Node) -> tuple[Passage, ...]:
    """Read what stands under a scene's `text`: one text, or a list of passages."""
    if type(node) is Scalar:
        return (Passage("text", prose(draft, node)),)
    if type(node) is Listed:
        if draft.file.text[node.start] == "[":
            draft.error("Y109", node, sign="[")
            return ()
        return tuple([passage for item in node.items for passage in _passage(draft, item)])
    if isinstance(node, Keyed) and value_of(node, "text") is not None:
        draft.error("S104", node, words="a list of passages", found="keys and values", help="dash_each")
        return _passage(draft, node)
    return (Passage("text", prose(draft, node)),)


def check_length(draft: Draft, node: Keyed, text: Node) -> None:
    """Warn of a page that is long to read: its fixed passages and the longest of those with an `if`."""
    if type(text) is Scalar:
        # As many words need as many spaces or line ends: most texts are not worth taking apart.
        parts = text.value.count(" ") + text.value.count("\n")
        count = words_in(text) if parts >= LONG_SCENE else 0
    else:
        fixed, sometimes = 0, 0
        for item in text.items if isinstance(text, Listed) else ():
            words = value_of(item, "text") if isinstance(item, Keyed) else None
            if words is None or not isinstance(item, Keyed):
                continue
            if value_of(item, "document") is not None:
                if (length := words_in(words)) > LONG_DOCUMENT:
                    draft.error("P106", key_of(item, "document"), count=length, most=LONG_DOCUMENT)
            elif value_of(item, "if") is not None:
                sometimes = max(sometimes, words_in(words))
            else:
                fixed += words_in(words)
        count = fixed + sometimes
    if count > LONG_SCENE:
        key = next(key for key, value in node.pairs() if value is text)
        draft.error("P105", key, count=count, most=LONG_SCENE)


def _passage(draft: Draft, node: Node) -> tuple[Passage, ...]:
    if type(node) is Scalar:
        draft.error("S107", node)
        return ()
    if isinstance(node, Keyed) and len(node.items) == 2 and draft.file.text[node.start] != "{":
        key = node.items[0]
        if isinstance(key, Scalar) and key.value not in PASSAGE.readers:
            person = draft.guesses.nearest(key.value, draft.known.get("person", {}))
            if person and folded(person) == folded(key.value):
                draft.error("S101", key, key=key.value, what=PASSAGE.what, help="speech", guess=person)
                return ()
            if " " in key.value.strip():
                draft.error("Y113", node)
                return ()
    values = PASSAGE.read(draft, node)
    text = values.pop("text", None)
    if not isinstance(node, Keyed):
        return ()
    is_document = value_of(node, "document") is not None
    if text is not None:
        values["text"] = (document_prose if is_document else prose)(draft, text)
    _check_passage(draft, node, values, is_document)
    kind: PassageKind = (
        "document"
        if is_document
        else "speech"
        if "who" in values
        else "picture"
        if "picture" in values
        else "text"
    )
    if kind == "picture" and "text" in values:
        # Words under a picture are a passage of their own, shown when the picture is.
        below = Passage("text", values.pop("text"), values.get("condition"))
        return Passage(kind, **values), below
    return (Passage(kind, **values),)


def _check_passage(draft: Draft, node: Keyed, values: dict[str, Any], is_document: bool) -> None:
    kinds = [key for key in ("who", "document", "picture") if value_of(node, key) is not None]
    if len(kinds) > 1:
        draft.error("S118", key_of(node, kinds[1]), first=kinds[0], second=kinds[1])
    elif "text" not in values and "picture" not in values and not _was_reported(draft, node):
        draft.error("S138", node.items[0] if node.items else node)
    elif not is_document:
        for key in ("title", "provenance", "note"):
            if key in values:
                draft.error("S139", key_of(node, key), key=key)


def _was_reported(draft: Draft, node: Keyed) -> bool:
    """Whether a key of this passage was unknown: then it may be the misspelt `text` itself."""
    known = PASSAGE.readers
    return any(not (isinstance(key, Scalar) and key.value in known) for key, _ in node.pairs())
