"""What the tests of the house share: the sentences that are said to people."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_SPEAKING = {"CallError", "UnreadableFileError", "UnwritableFileError", "translate"}


def sentences_of(folder: Path) -> Iterator[str]:
    """Give the sentences in the code below *folder* that are translated when said.

    These are the messages and hints of rules, and what errors say.
    """
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func).rpartition(".")[2]
                if name == "Rule":
                    named = {k.arg: k.value for k in node.keywords}
                    yield from _texts([named["message"], named["hint"]])
                elif name in _SPEAKING:
                    yield from _texts(node.args[-1:])
            elif isinstance(node, ast.Assign) and _is_sentence(node.targets[0]):
                yield from _texts([node.value])


def _is_sentence(target: ast.expr) -> bool:
    return isinstance(target, ast.Name) and target.id in ("why", "sentence")


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT
