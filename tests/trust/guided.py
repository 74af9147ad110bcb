"""Guided fuzzing: atheris watches which lines an input reaches, and goes on from those that reach new ones.

    python -m tests.trust.guided yaml --seconds 600
    python -m tests.trust.guided all --seconds 3600 --seed 7

atheris is no requirement of the project; where it installs (Linux and macOS, and not every Python):

    python -m pip install atheris

What is found is written into a folder of temporary files, which is named. A mended one belongs into
tests/trust/found/PARSER/, under a name that says what was wrong; test_found.py tries it ever after.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

NAMES = ("yaml", "zip", "expression", "prose", "compiled", "save", "code", "settings", "class", "picture")
NO_ATHERIS = "atheris is not installed here: python -m pip install atheris"


def main() -> int:
    """Fuzz one parser in this process, or all of them, one after the other; 1 where anything was found."""
    shape = argparse.RawDescriptionHelpFormatter
    options = argparse.ArgumentParser(
        "python -m tests.trust.guided", description=__doc__, formatter_class=shape
    )
    options.add_argument("parser", choices=(*NAMES, "all"), help="what is fuzzed")
    options.add_argument("--seconds", type=int, default=60, help="how long (60), all parsers together")
    options.add_argument("--seed", type=int, default=1, help="another seed tries other inputs (1)")
    options.add_argument("--corpus", type=Path, help="a folder of inputs that is kept and grows")
    given = options.parse_args()
    if given.parser != "all":
        return _fuzz(given.parser, given.seconds, given.seed, given.corpus)
    bad = []
    for name in NAMES:
        command = [sys.executable, "-m", "tests.trust.guided", name, "--seed", str(given.seed),
                   "--seconds", str(max(1, given.seconds // len(NAMES)))]  # fmt: skip
        corpus = [] if given.corpus is None else ["--corpus", str(given.corpus / name)]
        if subprocess.run([*command, *corpus], check=False).returncode:
            bad.append(name)
    print("Found something in: " + ", ".join(bad) if bad else "Nothing found.")
    return int(bool(bad))


def _fuzz(name: str, seconds: int, seed: int, corpus: Path | None) -> int:
    try:
        import atheris
    except ImportError:
        print(NO_ATHERIS, file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["game"]):
        from tests.trust.parsers import PARSERS, tried_in_time
        from tests.trust.watch import watched
    folder = Path(tempfile.mkdtemp(prefix=f"guided_{name}_"))
    inputs = corpus or folder / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    parser, work = PARSERS[name], folder / "work"
    work.mkdir()
    for at, seed_input in enumerate(parser.seeds()):
        (inputs / f"seed{at}").write_bytes(seed_input)
    words = ("".join(rf"\x{byte:02x}" for byte in word.encode()) for word in (*parser.words, "a"))
    (folder / "words").write_text("".join(f'"{word}"\n' for word in words))

    def check(content: bytes) -> None:
        with watched(folder):
            tried_in_time(parser, content, work)

    print(f"{name}: what is found lies in {folder}", flush=True)
    atheris.Setup(
        [
            "guided",
            str(inputs),
            f"-dict={folder / 'words'}",
            f"-artifact_prefix={folder}/",
            f"-max_total_time={seconds}",
            f"-seed={seed}",
            "-max_len=20000",
            "-timeout=20",
            "-rss_limit_mb=1500",
            "-print_final_stats=1",
            "-verbosity=0",
        ],
        check,
    )
    atheris.Fuzz()  # ends the process itself: 0, or 77 where something was found
    return 0


if __name__ == "__main__":
    sys.exit(main())
