"""What ``almwp new-plugin`` writes is short: an author reads all of it in minutes."""

import ast
from collections.abc import Iterator

import pytest

from almwp.plugins.loading import load_plugins
from almwp.workflow.newplugin import new_plugin, plugin_kinds

MOST = 30
"""Lines of code: about 25 is what we promise, for every kind."""
NO_PLUGINS = load_plugins(found=())


def documented(tree: ast.Module) -> Iterator[int]:
    """Give the lines of docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            first = node.body[0]
            if isinstance(first, ast.Expr) and ast.get_docstring(node) is not None:
                yield from range(first.lineno, (first.end_lineno or 0) + 1)


def lines_of_code(text: str) -> list[str]:
    words = set(documented(ast.parse(text)))
    return [
        line
        for number, line in enumerate(text.splitlines(), start=1)
        if number not in words and line.split("#")[0].strip()
    ]


def test_words_comments_and_blank_lines_are_not_counted() -> None:
    text = '"""What.\n\nMore.\n"""\n\n# Why.\ndef one() -> int:\n    """Say."""\n'
    assert lines_of_code(f"{text}    return 1  # one\n") == [
        "def one() -> int:",
        "    return 1  # one",
    ]


@pytest.mark.parametrize("kind", plugin_kinds())
def test_the_code_of_a_new_plugin_is_about_25_lines(kind: str) -> None:
    name = "jv" if kind == "language" else "x" * 30
    files = new_plugin(kind, name, NO_PLUGINS).files
    code = [
        line
        for path, text in files.items()
        if path.startswith("src/") and path.endswith(".py")
        for line in lines_of_code(text)
    ]
    assert 0 < len(code) <= MOST, f"{len(code)} lines:\n" + "\n".join(code)
