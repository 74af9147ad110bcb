"""Every screen held against WCAG 2.2 AA by axe-core, light, dark and in high contrast."""

from __future__ import annotations

import pytest

from tests.browser.conftest import SCENES, Visit

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CAMPAIGN = SCENES / "third_chair"
STILL = {"motion": True}  # what has just been laid on the page would be half there
LOOKS = [
    STILL | look for look in ({}, {"theme": "dark"}, {"contrast": True}, {"theme": "dark", "contrast": True})
]
PARTS = ".paper, .desk, .talk, .result, .locked, .speech, .ending, .strips"
KINDS = f"""() => [...document.querySelectorAll("{PARTS}")].map(part => part.className).join(" ")
    + document.querySelector("h1").closest("[data-screen]").dataset.screen"""


SMALL = """() => {
    const around = document.querySelector("dialog[open]") ?? document.body;
    return [...around.querySelectorAll("button, a[href], input, textarea, summary")]
        .filter(one => one.checkVisibility())
        .filter(one => [...one.getClientRects()].some(box => box.width < 24 || box.height < 24))
        .map(one => one.outerHTML.slice(0, 160));
}"""


def violations(shown: Visit) -> list[str]:
    found = axe.Axe().run(shown.page, options={"runOnly": RULES}).response["violations"]
    small = [f"{shown.heading()}: smaller than 24 pixels: {part}" for part in shown.page.evaluate(SMALL)]
    return small + [
        f"{shown.heading()}: {rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]
    ]


def tour(shown: Visit) -> list[str]:
    """Go through every kind of page of a story and every screen; what axe finds there."""
    found, kinds = [], set()

    def look() -> None:
        kind = shown.page.evaluate(KINDS)
        if kind not in kinds:
            kinds.add(kind)
            found.extend(violations(shown))

    look()
    shown.press("1" if "Continue" not in shown.text() else "2")
    look()
    shown.press("Enter")
    numbers = iter(range(1000))

    def play(count: int) -> None:
        look()
        shown.press(str(1 + next(numbers) * 7 % min(count, 9)) if count else "Enter")

    shown.to_the_end(play)
    look()
    shown.press("1")
    for leaf in range(1, 9):
        shown.press(str(leaf))
        found += violations(shown)
    shown.press("Escape").click("Games kept")
    found += violations(shown)
    shown.press("1")
    for key in ("p", "F1", "Escape"):
        shown.press(key)
        found += violations(shown)
        shown.press("Escape")
    shown.press("f")
    for leaf in range(1, 6):
        shown.press(str(leaf))
        found += violations(shown)
    shown.click("Back to decision").press("Tab")
    found += violations(shown)
    shown.click("Keep it").press("Escape").press("Escape").click("To the title")
    for name in ("Codes and files", "Settings", "About"):
        shown.click(name)
        found += violations(shown)
        shown.press("Escape")
    return found


def test_no_screen_violates_a_rule_of_wcag(visit) -> None:
    assert tour(visit().settings(STILL)) == []


@pytest.mark.long
@pytest.mark.parametrize("look", [*LOOKS, STILL | {"size": 200}])
def test_no_screen_of_the_campaign_violates_a_rule_of_wcag(visit, look: dict[str, object]) -> None:
    assert tour(visit(CAMPAIGN).settings(look, "third_chair.third_chair")) == []


@pytest.mark.parametrize("look", LOOKS[1:])
def test_every_look_has_contrast_enough(visit, look: dict[str, object]) -> None:
    shown = visit().settings(look).begin()
    found = violations(shown)
    for keys in (("Enter", "2"), ("e", "2"), ("5",)):
        shown.press(*keys)
        found += violations(shown)
    assert found == []


@pytest.mark.long
def test_no_screen_violates_a_rule_of_wcag_on_a_telephone(visit) -> None:
    assert tour(visit(CAMPAIGN, width=320, height=640).settings(STILL, "third_chair.third_chair")) == []


def test_axe_would_find_a_fault(visit) -> None:
    shown = visit()
    shown.page.evaluate("document.querySelector('main').append(new Image())")
    assert any("image-alt" in found for found in violations(shown))


def test_a_screen_reader_is_told_the_page_in_its_order(visit) -> None:
    shown = visit().begin().press("Enter")
    outline = shown.page.locator("main").aria_snapshot()
    wanted = [
        'heading "The door" [level=1]',
        'region "List: To be removed by the tenth"',
        "What you can do",
        "1 Show him the list.",
        "Closed: Telephone the director.",
        'navigation "Tools"',
    ]
    places = [outline.find(part) for part in wanted]
    assert -1 not in places, outline
    assert places == sorted(places)
    assert shown.page.locator("#status").inner_text() == ""
