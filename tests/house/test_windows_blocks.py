"""Lines for Windows on the pages: nothing here can run them, so they are parsed.

PowerShell is read by a grammar of it; lines for ``cmd`` by rule, as there is none.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

from almwp.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"]
BLOCK = re.compile(r"^ *```(powershell|cmd)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
KNOWN = {
    *("almwp", "cd", "mkdir", "pip", "py", "python", "activate"),
    *("Out-String", "Invoke-Expression", "Set-ExecutionPolicy"),
}
"""Programs and commands that are there, or come with what the pages install."""
FAULTS = {
    "quotes": re.compile(r'^[^"]*(?:"[^"]*"[^"]*)*"[^"]*$'),
    "a variable of PowerShell or a shell": re.compile(r"\$\w|\$\("),
    "half of a variable": re.compile(r"^[^%]*(?:%\w+%[^%]*)*%(?!\w+%)"),
    "the slash of other systems before a program": re.compile(r"^\s*[\w.]+/"),
    "a sign that cmd does not know": re.compile(r"'|`|;"),
}
"""What a line for cmd must not have."""


def blocks(language: str) -> list[tuple[str, str]]:
    return [
        (page.relative_to(ROOT).as_posix(), found[2])
        for page in PAGES
        for found in BLOCK.finditer(page.read_text(encoding="utf-8"))
        if found[1] == language
    ]


def faults_of(line: str) -> list[str]:
    return [what for what, sign in FAULTS.items() if sign.search(line)]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Language(tree_sitter_powershell.language()))


def commands(node: Node) -> Iterator[list[str]]:
    if node.type == "command":
        yield (node.text or b"").decode().split()
    for child in node.named_children:
        yield from commands(child)


def test_there_are_blocks_to_look_at() -> None:
    assert len(blocks("powershell")) > 8


@pytest.mark.parametrize(
    ("page", "text"), blocks("powershell"), ids=lambda each: each.split("\n")[0]
)
def test_a_block_of_powershell_is_sound(page: str, text: str, parser: Parser) -> None:
    tree = parser.parse(text.encode())
    assert not tree.root_node.has_error, f"{page}: {text}"
    calls = list(commands(tree.root_node))
    lines = [part for line in text.splitlines() for part in line.split("|") if part]
    assert len(calls) == len(lines), "each line, and each part of a pipe, is a command"
    for name, *words in calls:
        program = name.removeprefix(".venv\\Scripts\\")
        assert program in KNOWN, f"{page}: {name}"
        if program == "almwp" and words and not words[0].startswith("-"):
            assert words[0] in COMMANDS, f"{page}: {words[0]}"


@pytest.mark.parametrize(
    "text", ['py -m venv "x', "cd (", "almwp | | Out-String", "if (1) { cd x"]
)
def test_the_grammar_sees_what_is_wrong(text: str, parser: Parser) -> None:
    assert parser.parse(text.encode()).root_node.has_error


def test_a_block_for_cmd_is_sound() -> None:
    found = [(p, x) for p, text in blocks("cmd") for x in text.splitlines()]
    assert [(page, line) for page, line in found if faults_of(line)] == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("almwp check %USERPROFILE%\\report.xlsx", 0),
        ('almwp check "my report.xlsx" -o plan.json', 0),
        ('almwp check "my report.xlsx', 1),
        ("almwp check %USERPROFILE\\report.xlsx", 1),
        ("almwp check $HOME", 1),
        (".venv/Scripts/almwp check", 1),
        ("cd a; almwp check 'my report.xlsx'", 1),
    ],
)
def test_the_rule_for_cmd_sees_what_is_wrong(line: str, count: int) -> None:
    assert len(faults_of(line)) == count


def test_the_page_says_that_nothing_was_run_in_powershell() -> None:
    page = ROOT / "docs" / "how-to" / "complete-in-your-shell.md"
    said = " ".join(page.read_text(encoding="utf-8").split())
    assert "has never been run in PowerShell" in said
