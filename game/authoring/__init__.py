"""YAML packs -> Story, with findings that name file, line and remedy.

pack_files.py      the files of a folder or zip, bounded, never outside it
picture_faults.py  which of its pictures are not shown
opened_zip.py      a zip from a stranger, opened and unpacked under limits
spans.py           TextFile, Span, the excerpt with carets; Places
yaml_tree.py       text -> nodes with places (PyYAML's events; no constructor is ever called)
yaml_slips.py yaml_lines.py yaml_around.py yaml_brackets.py yaml_values.py
                   what YAML cannot read, in an author's words at the line that holds the slip;
                   where a character of a value stands in its file
yaml_typed.py      signs of Word and of other languages that look like YAML's
unseen.py          signs that turn a text about or steer a terminal
run_together.py    two records that became one
fields.py shapes.py text_shapes.py
                   the decoding kit: one table of fields per record, one shape per kind of value
prose_parser.py expression_words.py expression_parts.py expression_compare.py expressions.py
                   markup -> runs; conditions and effects -> typed trees
expression_slips.py dates.py misnamed.py
                   what was meant by an expression, a date or a name that cannot be read
decode_*.py        the tables, and nodes -> model, by noun
draft.py           what is known while a pack is compiled
opened_pack.py pack_reader.py extensions.py assembly.py
                   the order of reading, a base and its extension, the Story
checks.py reach.py pedagogy.py lesson_checks.py terms_linked.py people_met.py
                   what can be checked only at the end
reading_level.py   how hard a page reads
diagnostics.py guesses.py catalogue/
                   findings, "did you mean", and every sentence that an author can read
compiler.py        compile_pack: the only way in
"""

from game.authoring.compiler import Compilation, compile_pack
from game.authoring.diagnostics import Diagnostic, Severity

__all__ = ["Compilation", "Diagnostic", "Severity", "compile_pack"]
