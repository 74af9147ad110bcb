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
from tests.browser.conftest import PACKS, SCENES, Visit, page_of, story_of

ROOM, CAMPAIGN = PACKS / "reading_room", SCENES / "third_chair"
IMS = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"

PLATFORM = """<!doctype html><title>A learning platform</title>
<script src="/scorm12.js"></script>
<script>
  window.API = new Scorm12API({autocommit: false, logLevel: 5});
  API.loadFromJSON(JSON.parse(sessionStorage.kept || "{}"));
  API.on("LMSCommit", () => { sessionStorage.kept = JSON.stringify(API.renderCMIToJSONObject().cmi); });
</script>
<iframe src="/index.html" style="width: 100%; height: 700px"></iframe>
"""


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
    (tmp_path / "platform.html").write_text(PLATFORM, encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    context.set_default_timeout(10_000)

    def enter(pack: Path):
        content = package(page_of(pack, scorm=True), pack.name, "A story", "1")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            archive.extract("index.html", tmp_path)
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/platform.html")
        frame = page.frame_locator("iframe")
        frame.locator("html[data-ready]").wait_for()
        return page, frame

    yield enter
    context.close()
    server.shutdown()
    server.server_close()


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
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for()
    press(page, frame, "Continue", "end here and talk", "Questions")
    assert frame.locator("textarea").first.input_value() == "Им приказали. „Because.“"
    assert told(page, "cmi.suspend_data") == heard


def test_answers_that_the_platform_has_no_room_for_are_named(platform) -> None:
    page, frame = platform(CAMPAIGN)
    press(page, frame, "New game", "Begin", "1", "Go on", "end here and talk", "Questions")
    for at in range(2):
        frame.locator("textarea").nth(at).fill("a" * 3000)
        frame.locator("textarea").nth(at).blur()
    frame.get_by_text("room for 1 of 2 answers").wait_for()
    assert 3000 < len(told(page, "cmi.suspend_data")) <= 4096


STUB = """
    window.told = {};
    window.API = {
        LMSInitialize: () => "true", LMSFinish: () => "true", LMSCommit: () => "true",
        LMSGetValue: name => told[name] ?? "",
        LMSSetValue: (name, value) => { told[name] = value; return "true"; },
    };
"""
FAILING = """
    window.API = {LMSInitialize: () => "true"};
    for (const name of ["LMSFinish", "LMSCommit", "LMSGetValue", "LMSSetValue"])
        window.API[name] = () => { throw new Error("the platform is down"); };
"""


def in_platform(browser, tmp_path: Path, api: str) -> Visit:
    path = tmp_path / "index.html"
    path.write_text(page_of(ROOM, scorm=True), encoding="utf-8")
    return Visit(browser.new_context(offline=True), path, prepared=api)


def test_exactly_three_things_are_told(browser, tmp_path: Path) -> None:
    shown = in_platform(browser, tmp_path, STUB).begin().press("Enter", "1", "Enter")
    told = shown.page.evaluate("told")
    assert told.pop("cmi.suspend_data").startswith("BVNPP-")
    assert told == {"cmi.core.lesson_status": "incomplete", "cmi.core.exit": "suspend"}
    shown.press("e")
    assert shown.page.evaluate("told['cmi.core.lesson_status']") == "completed"
    shown.context.close()


def test_a_platform_that_fails_does_not_end_the_game(browser, tmp_path: Path) -> None:
    shown = in_platform(browser, tmp_path, FAILING).begin().press("Enter", "1", "Enter", "e")
    assert shown.heading() == "You are no longer Anna Orlova."
    assert shown.messages == []
    shown.context.close()
