"""The report as a page: honest words, everything escaped, nothing fetched."""

from __future__ import annotations

from dataclasses import replace

from game.explore.plain import as_plain
from game.explore.study import Wanted, study
from game.pages.explore_report import explore_page, minutes, road, share
from tests.explore import planted


def test_the_page_says_what_was_proved_and_how_it_ends() -> None:
    page = explore_page(as_plain(study(planted.exact_clamp())), "The meter")
    assert "<title>What can happen in The meter</title>" in page
    assert "Exhaustive: 15 states, 64 playthroughs." in page
    assert "Nothing is amiss." in page
    assert '<td class="number">1.6 %</td>' in page
    assert "s0.up, s1.up, s2.up, s3.up, s4.up, s5.up, s6.full" in page


def test_a_finding_stands_there_with_its_witness() -> None:
    page = explore_page(as_plain(study(planted.seven_conditions())), "Seven")
    assert "1 error, 0 warnings, 0 notes." in page
    assert "In s7 a player can be left with no open way (1 state)." in page
    assert "s0.yes, s1.yes, s2.yes, s3.yes, s4.yes, s5.yes, s6.yes" in page


def test_nothing_of_a_pack_is_markup_and_nothing_is_fetched() -> None:
    story = planted.exact_clamp()
    wicked = replace(story.scenes["full"].exit, title="<script>alert(1)</script>")  # type: ignore[arg-type, type-var]
    story = replace(story, scenes={**story.scenes, "full": replace(story.scenes["full"], exit=wicked)})
    page = explore_page(as_plain(study(story)), "<b>title</b>")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;b&gt;title&lt;/b&gt;" in page
    assert "http://" not in page
    assert "https://" not in page
    assert "src=" not in page


def test_a_divided_proof_shows_sampled_figures_as_sampled() -> None:
    page = explore_page(as_plain(study(planted.exact_clamp(), Wanted(most_joint=5))), "The meter")
    assert "Figures, sampled" in page
    assert "each question in a search of its own" in page


def test_minutes_shares_and_roads_in_words() -> None:
    assert minutes([8.04, 8.61]) == "8.0 to 8.6"
    assert minutes([8.0, 8.0]) == "8.0"
    assert minutes([8.0, None]) == "without bound"
    assert share(0.0001) == "under 0.1 %"
    assert share(1.0) == "100.0 %"
    assert road({"steps": []}) == "it is so at once"
