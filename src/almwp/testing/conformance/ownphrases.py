"""What a distribution promises that brings a translation of its own phrases."""

import ast
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from almwp.catalogue.messages import sentences_in
from almwp.exporting.phrases import phrases

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_SPEAKING = ("say", "CallError")
"""Calls whose only argument is a sentence in English."""


def check_phrases(package: str, language: str) -> None:
    """Check that all that *package* says can be said in *language*, and nothing else.

    Sentences are looked for in the code: what is given to ``say`` and to
    ``CallError``.  Of what is said in ``locale/LANGUAGE.po`` of the package, nothing
    may be left that nobody says; what it lacks, the core may translate.

    Raises:
        AssertionError: Naming the sentence.
    """
    said = set(_sentences(files(package)))
    assert said, f"{package} says nothing: there is nothing to translate"
    say = phrases(language, package)
    for sentence in sorted(said):
        assert say(sentence) != sentence, f"{sentence!r} is not said in {language!r}"
    for sentence in sentences_in(files(package) / "locale" / f"{language}.po"):
        assert sentence in said, f"{sentence!r} is translated, but nobody says it"


def _sentences(folder: Traversable) -> Iterator[str]:
    for path in folder.iterdir():
        if not path.name.endswith(".py"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in _SPEAKING:
                (said,) = node.args
                assert isinstance(said, ast.Constant), (
                    f"{path.name}, line {node.lineno}: what is said is no plain text"
                )
                yield str(said.value)
