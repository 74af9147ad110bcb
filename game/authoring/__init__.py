"""YAML packs -> Story, with findings that name file, line and remedy."""

from game.authoring.compiler import Compilation, compile_pack
from game.authoring.diagnostics import Diagnostic, Severity

__all__ = ["Compilation", "Diagnostic", "Severity", "compile_pack"]
