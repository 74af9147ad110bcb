"""A pack of three scenes on disk, for tests that edit its files."""

from __future__ import annotations

from pathlib import Path

PACK = """\
format: 1
id: winter
title: The Winter Mail
version: 1.0.0
start: stop
chapters:
  - {id: evening, folder: 01_evening, title: Evening, start: stop}
variables:
  coal: {type: number, start: 3, min: 0, max: 9}
  told: {type: flag}
"""

STOP = """\
scene: stop
title: The stop
provenance: invented
text: |
  The mail sledge has stopped at the bridge.
choices:
  - id: walk
    text: Walk on with the bag.
    effects: [coal -= 1]
    result: |
      The snow holds you to the knee.
    to: office
  - id: wait
    text: Wait for the horse.
    if: coal > 5
    to: office
"""

OFFICE = """\
scene: office
title: The office
provenance: invented
text: |
  The clerk counts what is left.
choices:
  - id: burn
    text: Put a shovel on.
    effects: [coal -= 1]
    to: end
  - id: save
    text: Leave it for the morning.
    to: end
---
scene: end
title: Morning
provenance: invented
text: |
  It is light.
ending: {id: morning, title: Morning}
"""


def small_pack(folder: Path) -> Path:
    """Write the pack and return its folder."""
    pack = folder / "winter"
    chapter = pack / "chapters" / "01_evening"
    chapter.mkdir(parents=True)
    (pack / "pack.yaml").write_text(PACK, encoding="utf-8")
    (chapter / "10_stop.yaml").write_text(STOP, encoding="utf-8")
    (chapter / "20_office.yaml").write_text(OFFICE, encoding="utf-8")
    return pack


def edited(pack: Path, file: str, before: str, after: str) -> None:
    """Replace words in a file of the chapter, as an author's editor does."""
    path = pack / "chapters" / "01_evening" / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
