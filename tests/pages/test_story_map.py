"""The map as a page: every scene's text, links that lead somewhere, nothing that a story slips in."""

from __future__ import annotations

import html
import re
import xml.dom.minidom

import pytest

from game.mapping.graph import graph_of
from game.mapping.picture import picture_of
from game.pages.story_map import map_page, map_svg
from game.story.model import Story
from tests.mapping.made import large_story, small_story
from tests.pages.made import HOSTILE, Read, read

pytestmark = pytest.mark.usefixtures("graphviz")


def page(story: Story, *chapters: str) -> str:
    graph = graph_of(story)
    shown = [chapter for chapter in story.chapters if not chapters or chapter.id in chapters]
    return map_page(graph, [picture_of(graph, chapter) for chapter in shown])


def words_of(made: str) -> str:
    """All that the page says, in one line."""
    _, _, body = made.partition("<body>")
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).replace(" ,", ",").split()).replace(
        " ,", ","
    )


def targets(found: Read) -> tuple[set[str], set[str]]:
    """The places that links lead to within the page, and the places that there are."""
    links = {str(each["href"])[1:] for each in found.all("a") if str(each.get("href")).startswith("#")}
    links |= {str(each["href"])[1:] for each in found.all("use")}
    return links, {str(each["id"]) for _, each in found.tags if each.get("id")}


def test_the_sheet_of_a_scene_says_all_that_its_author_wrote() -> None:
    text = words_of(page(small_story()))
    door = text[text.index("The door 2 June 1935") : text.index("The desk desk In the picture")]
    for words in (
        "door Start of the story Start of the chapter Evening",
        "Place A hall at night.",
        "People Pavel Orlov",
        "Provenance Put together from several cases of the record, named below.",
        "Content threat",
        "if hours > 0 Pavel Orlov It is {hours}",
        "if warned List: To be removed (composite) A list. Note Such came by post.",
        "Facts list_of_books",
        "Show him the list. show Effects warned = true, hours -= 1 He reads it.",
        "In the debrief She could lose her post. Facts list_of_books Leads to The desk desk",
        "Telephone. call if warned Closed, it says The line is dead. Leads to Home end_one",
    ):
        assert words in door, words


def test_letters_desks_draws_and_endings_are_told() -> None:
    text = words_of(page(small_story()))
    for words in (
        "Waits in the deck tray Lies there if hours > 0 Lies there as A note. Priority 1",
        "Priority 1 Offered by The desk desk",
        "The letters of the tray tray: at most 2 at once from_deck tray Effects hours -= 1 "
        "Offers A letter letter_a, Another letter_b",
        "Keep it. keep Effects letter = kept Returns to the desk The desk desk",
        "Chance decides stops weight 3 Leads to The car car",
        "car Start of the chapter Night From the chair of Pavel Orlov",
        "Ending: Taken (taken) Nobody asked.",
        "list_of_books disputed Lists. A. Author, Lists, 1999 (document of the time)",
    ):
        assert words in text, words


def test_what_nothing_leads_to_is_named_at_the_top_and_red_in_the_picture() -> None:
    made = page(small_story())
    assert "leads to this scene, whatever the conditions say" in made
    assert made.count('class="box scene lost"') == 1


@pytest.mark.parametrize("chapters", [(), ("one",), ("two",)])
def test_every_link_leads_somewhere_in_the_page(chapters: tuple[str, ...]) -> None:
    links, places = targets(read(page(small_story(), *chapters)))
    assert links <= places
    assert len(links) > 8


def test_a_chapter_alone_names_the_scenes_of_others_without_links() -> None:
    made = page(small_story(), "two")
    assert 'id="scene-car"' in made
    assert 'id="scene-door"' not in made
    assert "<cite>Home</cite> <code>end_one</code>" in made


@pytest.mark.parametrize("hostile", ["", HOSTILE, "\x0c\x1b ]]>"])
def test_no_text_of_a_story_becomes_a_tag(hostile: str) -> None:
    quiet, found = read(page(small_story())), read(page(small_story(hostile)))
    assert "script" not in {tag for tag, _ in found.tags}
    assert {tag for tag, _ in found.tags} == {tag for tag, _ in quiet.tags}
    assert not [name for _, each in found.tags for name in each if name.startswith("on")]
    assert not [each for each in found.all("a") if str(each.get("href")).startswith("javascript:")]


@pytest.mark.parametrize("hostile", ["", HOSTILE, "\x0c\x1b ]]>"])
def test_the_bare_picture_is_xml_without_links(hostile: str) -> None:
    story = small_story(hostile)
    graph = graph_of(story)
    made = map_svg(graph, [picture_of(graph, chapter) for chapter in story.chapters])
    document = xml.dom.minidom.parseString(made.encode())
    assert document.documentElement.tagName == "svg"
    assert {tag: len(document.getElementsByTagName(tag)) for tag in ("script", "a", "use", "image")} == {
        "script": 0, "a": 0, "use": 0, "image": 0,
    }  # fmt: skip
    texts = [
        each for each in document.getElementsByTagName("text") if each.getAttribute("class") == "chapter"
    ]
    assert texts[1].firstChild.data == "Night"


def test_three_hundred_scenes_are_one_page() -> None:
    found = read(page(large_story(300)))
    links, places = targets(found)
    assert links <= places
    assert len([place for place in places if place.startswith("scene-")]) == 300
