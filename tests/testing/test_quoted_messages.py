"""The messages that the pages for plugin authors quote are those of the kit."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KIT = ROOT / "src" / "almwp" / "testing" / "conformance"
PAGES = [
    ROOT / "docs" / "tutorial" / "first-plugin.md",
    *sorted((ROOT / "docs" / "how-to").glob("write-a-*.md")),
]
TABLE = re.compile(r"^\| the message.*?\n\|[-|]+\n(.*?)(?:\n\n|\Z)", re.DOTALL | re.M)
CHANGING = re.compile(
    r"\.\.\.|'[^']*'|\b\d+\b|[:,;]|^the file\b"
    r"|\b(?:is of|has|and|confirmed|done|more|planned|ongoing|blank|status|count)\b"
    r"|\b(?:origins|tables|headings|notice)\b"
)
"""What a message says of the case at hand; what stands between is the kit's own."""


def said_by_the_kit() -> str:
    return " ".join(
        " ".join(node.value.split())
        for path in KIT.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def quoted(page: Path) -> Iterator[str]:
    for table in TABLE.findall(page.read_text(encoding="utf-8")):
        for row in table.splitlines():
            yield from re.findall(r"`([^`]+)`", row.split("|")[1])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_quoted_messages_are_those_of_the_kit(page: Path) -> None:
    said = said_by_the_kit()
    messages = list(quoted(page))
    assert len(messages) > 3
    for message in messages:
        for part in CHANGING.split(message):
            words = " ".join(part.split())
            assert words in said, f"{message}: {words}"
