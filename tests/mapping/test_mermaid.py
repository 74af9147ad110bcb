"""Mermaid text: looked at once with Mermaid 11.17; here its words."""

from __future__ import annotations

from dataclasses import replace

from game.mapping.graph import graph_of
from game.mapping.mermaid import mermaid
from tests.mapping.made import small_story

SMALL = """\
flowchart TD
  subgraph c0["Evening"]
    direction TB
    s0["The door (door)"]:::scene
    s1["The desk (desk)"]:::scene
    s4["The street (street)"]:::scene
    s5["Nobody comes here (lost) Nothing leads here"]:::lost
    s6(["Home (end_one) Ending: At liberty"]):::ending
    subgraph t0["Tray: tray"]
      s2[/"A letter (letter_a)"/]:::scene
      s3[/"Another (letter_b)"/]:::scene
    end
  end
  subgraph c1["Night"]
    direction TB
    s7["The car (car) From the chair of Pavel Orlov"]:::chair
    s8(["Taken (end_two) Ending: Arrested"]):::ending
  end
  s0 -->|"show, hide (2 choices)"| s1
  s0 -->|"call (if)"| s6
  s1 -->|"home"| s4
  s4 -.->|"chance 75 %"| s7
  s4 -.->|"chance 25 %"| s6
  s5 --> s1
  s7 -->|"if"| s8
  s7 --> s6
  s1 <--> t0
"""
STYLES = """\
  classDef scene fill:#f8f1df,stroke:#16130f,color:#16130f
"""


def test_the_small_story_as_a_flow_chart() -> None:
    text = mermaid(graph_of(small_story()), ["one", "two"])
    assert text.startswith(SMALL + STYLES)
    assert text.endswith("  class c0,c1 band\n  class t0 tray\n")


def test_one_chapter_shows_where_it_leads() -> None:
    text = mermaid(graph_of(small_story()), ["two"])
    chart, _, _ = text.partition("  classDef")
    assert chart == (
        "flowchart TD\n"
        '  subgraph c1["Night"]\n'
        "    direction TB\n"
        '    s7["The car (car) From the chair of Pavel Orlov"]:::chair\n'
        '    s8(["Taken (end_two) Ending: Arrested"]):::ending\n'
        "  end\n"
        '  s4["The street (street)"]:::scene\n'
        '  s6(["Home (end_one) Ending: At liberty"]):::ending\n'
        '  s4 -.->|"chance 75 %"| s7\n'
        '  s7 -->|"if"| s8\n'
        "  s7 --> s6\n"
    )


def test_no_text_is_taken_for_mermaids_own_signs() -> None:
    text = mermaid(graph_of(small_story('<b>"x"]; end %%{init}')), ["one"])
    assert '  subgraph c0["Evening #60;b#62;#34;x#34;#93;#59; end %%#123;init#125;"]' in text


def test_a_label_like_a_list_is_not_one() -> None:
    story = small_story()
    scenes = {**story.scenes, "desk": replace(story.scenes["desk"], title="1. Monday")}
    assert '    s1["1#46; Monday (desk)"]:::scene' in mermaid(
        graph_of(replace(story, scenes=scenes)), ["one"]
    )
