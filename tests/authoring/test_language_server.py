"""The schemas in the language server that editors use: what it offers, and what it marks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.cli import main

pytestmark = pytest.mark.long
HEAD = "# yaml-language-server: $schema=../../.schema/scene.json\n"


class Server:
    """A client of the YAML language server, over its standard input and output."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.marked: dict[str, list[Any]] = {}
        self.asked = 0
        client = {"workspace": {"configuration": True}}
        self.ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": client})
        self.tell("initialized", {})

    def tell(self, method: str, params: dict[str, Any], **rest: Any) -> None:
        self._write({"jsonrpc": "2.0", "method": method, "params": params, **rest})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.asked += 1
        self.tell(method, params, id=self.asked)
        while True:
            message = self._read()
            if message.get("id") == self.asked and "method" not in message:
                return message["result"]
            self._answer(message)

    def diagnostics(self, name: str, text: str) -> list[tuple[int, str]]:
        """The findings in a text that is opened under a name, with their lines from 1."""
        uri = (self.folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self.marked:
            self._answer(self._read())
        return sorted((d["range"]["start"]["line"] + 1, d["message"]) for d in self.marked[uri])

    def completion(self, name: str, text: str) -> list[str]:
        """What is offered at the `^` of a text."""
        before = text[: text.index("^")]
        self.diagnostics(name, text.replace("^", ""))
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        uri = (self.folder / name).as_uri()
        found = self.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": position})
        return [item["label"] for item in found["items"]]

    def _answer(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self.marked[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message:
            settings = {"validate": True, "completion": True, "schemaStore": {"enable": False}}
            asked = message["params"].get("items", []) if message["method"].endswith("configuration") else []
            result = [settings if item.get("section") == "yaml" else {} for item in asked]
            self._write({"jsonrpc": "2.0", "id": message["id"], "result": result or None})

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the language server has ended"
        found: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return found


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("THIRD_CHAIR_HOME", str(folder / "home"))
        patch.chdir(folder)
        assert main(["new", "my_class", "--extends", "third_chair"]) == 0
        assert main(["new", "my_story"]) == 0
    return folder / "my_class"


@pytest.fixture(scope="module")
def server(pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("npm and node are not installed")
    place = tmp_path_factory.mktemp("server")
    install = [npm, "install", "--no-audit", "--no-fund", "yaml-language-server@1"]
    done = subprocess.run(install, cwd=place, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        pytest.skip(f"yaml-language-server could not be installed: {done.stderr[-200:]}")
    program = place / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    server = Server([node, str(program), "--stdio"], pack / "chapters" / "01_december")
    yield server
    server.process.kill()
    server.process.communicate()


def test_it_finds_nothing_wrong_in_new_packs(server: Server, pack: Path) -> None:
    for path in (*sorted(pack.rglob("*.yaml")), *sorted((pack.parent / "my_story").rglob("*.yaml"))):
        assert (path.name, server.diagnostics(str(path), path.read_text(encoding="utf-8"))) == (path.name, [])


@pytest.mark.parametrize(
    ("name", "text", "offered"),
    [
        ("keys.yaml", "scene: x\n^\n", ["title", "provenance", "choices", "talk"]),
        ("choice.yaml", "choices:\n  - ^\n", ["id", "text", "to", "result", "debrief"]),
        ("to.yaml", "choices:\n  - id: a\n    to: ^\n", ["desk", "my_class_stove", "return"]),
        ("facts.yaml", "facts: [^]\n", ["kirov_shot", "my_class_letters_for_help"]),
        ("show.yaml", "show:\n  - ^\n", ["feldman", "olga"]),
        ("deck.yaml", "deck: ^\n", ["in_tray"]),
        ("from_deck.yaml", "choices:\n  - from_deck: ^\n", ["in_tray"]),
        ("place.yaml", "place: ^\n", ["office_night", "composing_room"]),
        ("provenance.yaml", "provenance: ^\n", ["documented", "composite", "invented"]),
        ("who.yaml", "text:\n  - who: ^\n", ["gorelov"]),
        ("next.yaml", "next:\n  - to: ^\n", ["kitchen"]),
    ],
)
def test_it_offers_keys_and_the_pack_s_own_names(
    server: Server, name: str, text: str, offered: list[str]
) -> None:
    assert set(offered) - set(server.completion(name, HEAD + text)) == set()


def test_it_marks_slips_at_their_lines(server: Server) -> None:
    text = "scene: x\ntitel: y\ntext: z\nprovenance: inventd\nchoices:\n  - {id: a, text: b, too: y}\n"
    assert server.diagnostics("slips.yaml", HEAD + text) == [
        (2, 'Missing property "title".'),
        (3, "Property titel is not allowed."),
        (5, 'Value is not accepted. Valid values: "documented", "composite", "invented".'),
        (7, 'Missing property "to".'),
        (7, "Property too is not allowed."),
    ]


def test_a_second_scene_of_a_file_is_read_where_its_line_names_the_schema(server: Server) -> None:
    first = HEAD + "scene: x\ntitle: X\ntext: T\nprovenance: invented\nnext: [{to: y}]\n---\n"
    assert server.diagnostics("one.yaml", first + "scene: y\ntitel: Y\n") == []
    marked = server.diagnostics("two.yaml", first + HEAD + "scene: y\ntitel: Y\n")
    assert (10, "Property titel is not allowed.") in marked
