"""A scene: its own keys, its passages, and what they must have together."""

from __future__ import annotations

from typing import Any, get_args

from game.authoring.decode_passages import PROVENANCE, check_length, passages
from game.authoring.decode_ways import (
    CHANCES,
    CHOICES,
    ENDINGS,
    FACTS,
    NEXTS,
    Written,
    WrittenEnding,
    ending_of,
)
from game.authoring.draft import Draft
from game.authoring.fields import Field, Record
from game.authoring.reading_level import check_reading_level
from game.authoring.shapes import (
    DATE,
    ID,
    NEW_ID,
    NODE,
    YES_NO,
    list_of,
    name_of,
    one_of,
    whole,
)
from game.authoring.text_shapes import CONDITION, EFFECTS, LINE, PROSE
from game.authoring.yaml_tree import Keyed, Listed, Node, Refused, Scalar, key_of, span_of, value_of
from game.story.model import (
    RETURN,
    Chance,
    Choices,
    ContentTag,
    DeckOffer,
    DeckPlace,
    Ending,
    Exit,
    Next,
    Scene,
    Way,
)

LARGEST = 1_000_000

SCENE = Record(
    "a scene",
    (
        Field("scene", NEW_ID, "Its name, kept for ever.", True, "id"),
        Field("title", LINE, "Its title.", True),
        Field("date", DATE, "When: 1937-07-03, 1937-07 or 1937."),
        Field("place", name_of("place", "a picture of a place"), "The picture behind the page."),
        Field(
            "show", list_of(name_of("person", "a person"), "a list of people"), "Whose portraits are shown."
        ),
        Field("seat", name_of("person", "a person"), "From whose chair it is read, if not the player's."),
        Field("provenance", PROVENANCE, "documented, composite or invented: shown on the page.", True),
        Field("facts", FACTS, "The facts of the record that it rests on."),
        Field(
            "content",
            list_of(one_of(get_args(ContentTag), "hard content"), "a list"),
            "What is hard to read.",
        ),
        Field("summary", PROSE, "The scene in a sentence or two, for who skips hard passages."),
        Field("deck", name_of("own_deck", "the name of a deck"), "The deck that it waits in."),
        Field("if", CONDITION, "When a deck offers it.", into="condition"),
        Field("offer", PROSE, "How it lies in its deck."),
        Field("priority", whole(-LARGEST, LARGEST), "Its place in the deck: larger first."),
        Field("repeat", YES_NO, "Whether it is offered again once seen."),
        Field("on_enter", EFFECTS, "What changes on each entering."),
        Field("text", NODE, "What the player reads: a text, or a list of passages.", True),
        Field("talk", PROSE, "A stop to talk, before the choices open."),
        Field("choices", CHOICES, "A list to choose from."),
        Field("next", NEXTS, "Continue: the first entry whose `if` holds."),
        Field("chance", CHANCES, "Continue: one entry by weight."),
        Field("ending", ENDINGS, "The end of the story."),
    ),
    slips={
        "id": "scene",
        "name": "title",
        "options": "choices",
        "choice": "choices",
        "passages": "text",
        "when": "if",
        "condition": "if",
        "effects": "on_enter",
        "effect": "on_enter",
        "fact": "facts",
        "people": "show",
        "picture": "place",
        "background": "place",
        "end": "ending",
        "warning": "content",
        "content_note": "content",
    },
    elsewhere=dict.fromkeys(("to", "goto", "go_to"), "S110")
    | {"scenes": "S145"}
    | dict.fromkeys(
        ("who", "document", "note", "from_deck", "limit", "weight", "locked", "result", "debrief"), "S102"
    ),
)
EXIT_KEYS = ("choices", "next", "chance", "ending")
EXITS = frozenset(EXIT_KEYS)
_WAYS_ELSEWHERE = frozenset({"to", "goto", "go_to"})
_DECK_KEYS = {"condition": "if", "offer": "offer", "priority": "priority", "repeat": "repeat"}


def read_scene(draft: Draft, node: Node) -> Scene | None:
    """Read one scene; None after any finding that is an error."""
    wrong_before = draft.report.wrong
    values = SCENE.read(draft, node)
    if not isinstance(node, Keyed) or not values:
        return None
    if value_of(node, "to") is not None:
        # A `to:` at the margin was reported; the choice that it belongs to does not need another one.
        draft.report.withdraw("S103", draft.file, node.start, node.end, "`to:`")
    if value_of(node, "scenes") is not None:
        draft.report.withdraw("S103", draft.file, node.start, node.end, "`scene:`")  # they stand below it
    scene_id = values.setdefault("id", "")
    if ID.fullmatch(scene_id):
        place = value_of(node, "scene")
        if not draft.define("scene", scene_id, place if place is not None else node):
            values["id"] = ""  # a scene that is there already: its choices and its ending are not known twice
    text = values.pop("text", None)
    found = passages(draft, text) if text is not None else ()
    if text is not None:
        check_length(draft, node, text)
        check_reading_level(draft, node, text, found)
    waits_in = _deck_place(draft, node, values)
    if waits_in is not None:
        draft.deck_scenes.add(scene_id)
    way_out = _exit(draft, node, values)
    if way_out is not None:
        _check_ways(draft, node, way_out, is_deck_scene=waits_in is not None, seat="seat" in values)
    if draft.report.wrong != wrong_before or way_out is None:
        draft.broken_scenes[scene_id] = draft.file.text[node.start : node.end]
        return None
    return Scene(
        chapter=draft.chapter,
        passages=found,
        exit=way_out,
        waits_in=waits_in,
        from_extension=draft.from_extension,
        **values,
    )


def _deck_place(draft: Draft, node: Keyed, values: dict[str, Any]) -> DeckPlace | None:
    if "deck" not in values and not values.keys() & _DECK_KEYS:
        return None
    found = {key: values.pop(key) for key in _DECK_KEYS if key in values}
    deck = values.pop("deck", None)
    if deck is not None:
        return DeckPlace(deck, **found)
    if value_of(node, "deck") is None:
        for key in found:
            written = _DECK_KEYS[key]
            if value_of(node, written) is not None:
                draft.error("S130", key_of(node, written), key=written)
    return None


def _exit(draft: Draft, node: Keyed, values: dict[str, Any]) -> Exit | None:
    found = [*(values.keys() & EXITS)]
    if len(found) != 1:
        found.sort(key=EXIT_KEYS.index)
        written = [key for key in EXIT_KEYS if value_of(node, key) is not None]
        if len(found) > 1:
            draft.error("S116", key_of(node, found[1]), first=found[0], second=found[1])
        elif not _has_lost_keys(node):
            place = key_of(node, written[0]) if written else value_of(node, "scene") or node.items[0]
            draft.error("S115", place)
        _register_all(draft, values, found)
        return None
    key = found[0]
    written_exit = values.pop(key)
    if key == "ending":
        return _register_ending(draft, written_exit, values)
    entries = _register(draft, values.get("id", ""), written_exit)
    if not entries:
        if isinstance(value_of(node, key), Listed):
            draft.error("S119", key_of(node, key), key=key, words="at least one entry")
        return None
    if key == "choices":
        return Choices(entries)
    ways = tuple(entry for entry in entries if isinstance(entry, Way))
    return Next(ways) if key == "next" else Chance(ways)


def _has_lost_keys(node: Keyed) -> bool:
    """Whether the missing way out is perhaps there: a `to:`, or a list or record under an unknown key."""
    for key, value in node.pairs():
        name = key.value if isinstance(key, Scalar) else ""
        is_group = not isinstance(value, Scalar) or isinstance(value, Refused)
        if name in _WAYS_ELSEWHERE or (is_group and name not in SCENE.readers):
            return True
    return any(isinstance(value, Refused) for _, value in node.pairs())


def _register_all(draft: Draft, values: dict[str, Any], found: list[str]) -> None:
    for key in found:
        written = values.pop(key)
        if isinstance(written, WrittenEnding):
            _register_ending(draft, written, values)
        else:
            _register(draft, values.get("id", ""), written)


def _register_ending(draft: Draft, written: WrittenEnding, values: dict[str, Any]) -> Exit:
    ending = ending_of(written, values.get("id", ""), values.get("title", ""))
    if values.get("id") and ID.fullmatch(ending.id):
        draft.define("ending", ending.id, written.node)
    return ending


def _register(draft: Draft, scene: str, written: tuple[Written, ...]) -> tuple[Way | DeckOffer, ...]:
    where, file = draft.where, draft.file
    if not scene:
        return tuple([entry for entry, _ in written])
    entries = []
    for entry, node in written:
        entries.append(entry)
        if type(entry) is Way and entry.id and isinstance(node, Scalar):
            key = ("choice", scene, entry.id)
            # An id is one line: its marks are its place.
            if not where.put(key, file, node.start_mark.index, node.end_mark.index):
                draft.error("S120", node, kind="choice", name=entry.id, defined=where[key])
    return tuple(entries)


def _check_ways(draft: Draft, node: Keyed, way_out: Exit, *, is_deck_scene: bool, seat: bool) -> None:
    if isinstance(way_out, Choices):
        if seat:
            draft.error("S131", key_of(node, "choices"))
        if is_deck_scene:
            _no_offers(draft, node, way_out)
    elif isinstance(way_out, Next) and way_out.entries[-1].condition is not None:
        listing = value_of(node, "next")
        last = listing.items[-1] if isinstance(listing, Listed) else listing
        place = key_of(last, "if") if isinstance(last, Keyed) and value_of(last, "if") is not None else last
        open_way = next((at for at, way in enumerate(way_out.entries) if way.condition is None), None)
        if open_way is None or not isinstance(listing, Listed):
            draft.error("S117", place or node)
        else:
            draft.error(
                "S117", place or node, help="move_last", at=span_of(draft.file, listing.items[open_way]).line
            )
    if not is_deck_scene and not isinstance(way_out, Ending):
        for entry in way_out.entries:
            if type(entry) is Way and entry.to == RETURN and value_of(node, "deck") is None:
                _report_return(draft, node)
                break


def _no_offers(draft: Draft, node: Keyed, way_out: Choices) -> None:
    listing = value_of(node, "choices")
    for entry, item in zip(
        way_out.entries, listing.items if isinstance(listing, Listed) else (), strict=False
    ):
        if isinstance(entry, DeckOffer) and isinstance(item, Keyed):
            draft.error("L109", item.items[0])


def _report_return(draft: Draft, node: Keyed) -> None:
    """Report each `return` of a scene that no deck offers."""
    for key in EXIT_KEYS:
        listing = value_of(node, key)
        for item in listing.items if isinstance(listing, Listed) else ():
            to = value_of(item, "to") if isinstance(item, Keyed) else None
            if isinstance(to, Scalar) and to.value == RETURN:
                draft.error("L108", to)
