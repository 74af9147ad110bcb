"""The SCORM 1.2 package: its manifest, and the page inside a learning platform.

The platform is scorm-again, a runtime library that real platforms use. It comes from npm: put it somewhere by
`npm install --prefix FOLDER scorm-again` and name FOLDER/node_modules in THIRD_CHAIR_NODE_MODULES.
"""

from __future__ import annotations

import io
import os
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.browser.scorm import package
from tests.browser.conftest import PACKS, SCENES, page_of, story_of

ROOM, CAMPAIGN = PACKS / "reading_room", SCENES / "third_chair"
IMS = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"

PLATFORM = """<!doctype html><title>A learning platform</title>
<script src="/scorm12.js"></script>
<script>
  const begin = () => {
    window.API = new Scorm12API({autocommit: false, logLevel: 5});
    API.loadFromJSON(JSON.parse(sessionStorage.kept || "{}"));
    API.on("LMSCommit", () => { sessionStorage.kept = JSON.stringify(API.renderCMIToJSONObject().cmi); });
  };
  begin();
</script>
%s
"""
FRAME = '<iframe src="/index.html" style="width: 100%; height: 700px"></iframe>'


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *told: object) -> None:
        pass


def test_the_manifest_names_one_page_and_no_score() -> None:
    story = story_of(ROOM)
    content = package("<p>page</p>", story.played_as, "Bread & <Salt>", "1.2.0")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == ["imsmanifest.xml", "index.html"]
        manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    assert manifest.findtext(f"{IMS}metadata/{IMS}schemaversion") == "1.2"
    assert manifest.findtext(f".//{IMS}item/{IMS}title") == "Bread & <Salt> 1.2.0"
    resource = manifest.find(f".//{IMS}resource")
    assert resource is not None
    assert resource.get("href") == "index.html"
    assert resource.get(f"{ADL}scormtype") == "sco"
    assert resource.get("identifier") == manifest.find(f".//{IMS}item").get("identifierref")  # type: ignore[union-attr]
    assert b"mastery" not in content


def test_the_same_story_gives_the_same_package() -> None:
    assert package("<p>page</p>", "a", "A", "1") == package("<p>page</p>", "a", "A", "1")


@pytest.fixture
def platform(tmp_path: Path, browser) -> Iterator:
    """Return open(pack folder): a page of the platform and the frame in it."""
    modules = Path(os.environ.get("THIRD_CHAIR_NODE_MODULES", ""))
    library = modules / "scorm-again" / "dist" / "scorm12.min.js"
    if not library.is_file():
        pytest.skip("scorm-again is not in THIRD_CHAIR_NODE_MODULES")
    (tmp_path / "scorm12.js").write_bytes(library.read_bytes())
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    context.set_default_timeout(10_000)

    def enter(pack: Path, *, launch: str = FRAME, late: bool = False):
        platform = PLATFORM % launch
        if late:
            platform = platform.replace("  begin();\n", "")
        (tmp_path / "platform.html").write_text(platform, encoding="utf-8")
        content = package(page_of(pack, scorm=True), pack.name, "A story", "1")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            archive.extract("index.html", tmp_path)
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/platform.html")
        if "iframe" not in launch:
            with page.expect_popup() as opened:
                page.get_by_role("button", name="Launch").click()
            opened.value.locator("html[data-ready]").wait_for(state="attached")
            return page, opened.value
        return page, entered(page)

    yield enter
    context.close()
    server.shutdown()
    server.server_close()


def entered(page):
    """The frame of the game, once it can be played."""
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    return frame


def told(page, name: str) -> str:
    """What the platform knows under a name of the standard."""
    return str(page.evaluate("name => API.lmsGetValue(name)", name))


def press(page, frame, *names: str) -> None:
    for name in names:
        frame.get_by_role("button", name=name).first.click()


def test_the_platform_hears_of_the_debrief_and_of_no_score(platform) -> None:
    page, frame = platform(ROOM)
    assert told(page, "cmi.core.lesson_status") == "incomplete"
    press(page, frame, "New game", "Begin", "We have talked", "1", "Go on")
    assert told(page, "cmi.suspend_data").startswith("BVNPP-")
    assert told(page, "cmi.core.lesson_status") == "incomplete"
    press(page, frame, "end here and talk")
    assert told(page, "cmi.core.lesson_status") == "completed"
    assert told(page, "cmi.core.score.raw") == ""


def test_the_platform_gives_game_and_answers_back_on_another_machine(platform) -> None:
    page, frame = platform(CAMPAIGN)
    press(page, frame, "New game", "Begin", "1", "Go on", "end here and talk", "Questions")
    frame.locator("textarea").first.fill("Им приказали. „Because.“")
    frame.locator("textarea").first.blur()
    frame.get_by_text("The learning platform keeps what you write as well.").wait_for()
    heard = told(page, "cmi.suspend_data")
    page.evaluate("localStorage.clear()")
    page.reload()
    frame = entered(page)
    press(page, frame, "Continue", "end here and talk", "Questions")
    assert frame.locator("textarea").first.input_value() == "Им приказали. „Because.“"
    assert told(page, "cmi.suspend_data") == heard
    assert told(page, "cmi.core.lesson_status") == "completed"


def test_answers_that_the_platform_has_no_room_for_are_named(platform) -> None:
    page, frame = platform(CAMPAIGN)
    press(page, frame, "New game", "Begin", "1", "Go on", "end here and talk", "Questions")
    for at in range(2):
        frame.locator("textarea").nth(at).fill("a" * 3000)
        frame.locator("textarea").nth(at).blur()
    frame.get_by_text("room for 1 of 2 answers").wait_for()
    assert 3000 < len(told(page, "cmi.suspend_data")) <= 4096


def test_the_same_machine_goes_on_with_all_answers_and_keeps_one_game(platform) -> None:
    page, frame = platform(CAMPAIGN)
    press(page, frame, "New game", "Begin", "1", "Go on", "end here and talk", "Questions")
    for at in range(2):
        frame.locator("textarea").nth(at).fill(str(at) * 3000)
        frame.locator("textarea").nth(at).blur()
    frame.get_by_text("room for 1 of 2 answers").wait_for()
    for _ in range(2):
        page.reload()
        frame = entered(page)
        press(page, frame, "Continue", "end here and talk", "Questions")
        assert frame.locator("textarea").nth(1).input_value() == "1" * 3000
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('.game.')).length") == 1


def test_the_page_is_played_in_a_window_of_its_own(platform) -> None:
    launch = """<button onclick="window.open('/index.html', 'sco', 'width=900,height=700')">Launch</button>"""
    page, window = platform(ROOM, launch=launch)
    press(page, window, "New game", "Begin", "We have talked", "1", "Go on", "end here and talk")
    assert told(page, "cmi.core.lesson_status") == "completed"
    heard = told(page, "cmi.suspend_data")
    window.close()
    assert told(page, "cmi.suspend_data") == heard
    assert page.evaluate("JSON.parse(sessionStorage.kept).suspend_data") == heard


def test_a_platform_that_is_there_late_is_told_what_was_played_before(platform) -> None:
    page, frame = platform(ROOM, late=True)
    press(page, frame, "New game", "Begin", "We have talked", "1", "Go on")
    page.evaluate("begin()")
    page.wait_for_function("window.API?.lmsGetValue('cmi.suspend_data').startsWith('BVNPP-')")
    assert told(page, "cmi.core.lesson_status") == "incomplete"


def test_a_platform_that_is_there_late_offers_what_it_kept(platform) -> None:
    page, frame = platform(ROOM)
    press(page, frame, "New game", "Begin", "We have talked", "1", "Go on")
    platform(ROOM, late=True)  # from now on, for every page of it
    page.evaluate("localStorage.clear()")
    page.reload()
    frame = entered(page)
    assert frame.get_by_role("button", name="Continue").count() == 0
    page.evaluate("begin()")
    frame.get_by_role("button", name="Continue").click()
    assert frame.get_by_role("heading", name="The desk", exact=True).count() == 1


def test_a_new_game_on_another_machine_asks_before_it_takes_the_place_of_the_kept_one(platform) -> None:
    page, frame = platform(ROOM)
    press(page, frame, "New game", "Begin", "We have talked", "1", "Go on")
    heard = told(page, "cmi.suspend_data")
    page.evaluate("localStorage.clear()")
    page.reload()
    frame = entered(page)
    press(page, frame, "New game", "Keep it")
    assert told(page, "cmi.suspend_data") == heard
    press(page, frame, "New game", "Play another", "Begin", "We have talked", "2")
    assert told(page, "cmi.suspend_data") != heard


def test_a_late_platform_with_another_game_asks_which_is_meant(platform) -> None:
    page, frame = platform(ROOM)
    press(page, frame, "New game", "Begin", "We have talked", "1", "Go on")
    heard = told(page, "cmi.suspend_data")
    platform(ROOM, late=True)  # from now on, for every page of it
    page.evaluate("localStorage.clear()")
    page.reload()
    frame = entered(page)
    press(page, frame, "New game", "Begin")
    page.evaluate("begin()")
    press(page, frame, "With what was played there")
    assert frame.get_by_role("heading", name="The desk", exact=True).count() == 1
    assert told(page, "cmi.suspend_data") == heard


def test_a_frame_that_is_shut_off_is_played_without_the_platform(platform) -> None:
    page, frame = platform(ROOM, launch=FRAME.replace("<iframe", '<iframe sandbox="allow-scripts"'))
    press(page, frame, "New game", "Begin", "We have talked", "1", "Go on")
    assert frame.get_by_role("heading", name="The desk", exact=True).count() == 1
    assert "This browser keeps nothing" in frame.locator("main").inner_text()
    assert told(page, "cmi.suspend_data") == ""


def test_a_frame_opened_anew_goes_on_and_says_that_the_platform_ended_the_visit(platform) -> None:
    page, frame = platform(ROOM)
    press(page, frame, "New game", "Begin", "We have talked", "1", "Go on")
    page.evaluate("document.querySelector('iframe').contentWindow.location.reload()")
    frame = entered(page)
    press(page, frame, "Continue")
    assert frame.get_by_role("heading", name="The desk", exact=True).count() == 1
    # This platform takes the page's farewell for the end of the visit; others listen again.
    assert "The learning platform is not listening" in frame.locator("main").inner_text()


def test_a_commit_that_fails_is_named_beside_the_answers(platform) -> None:
    page, frame = platform(CAMPAIGN)
    press(page, frame, "New game", "Begin", "1", "Go on", "end here and talk", "Questions")
    page.evaluate("API.LMSCommit = () => 'false'")
    frame.locator("textarea").first.fill("Because.")
    frame.locator("textarea").first.blur()
    frame.get_by_text("did not take what was last written").wait_for()
