"""The script for PowerShell, read by a grammar of PowerShell instead of the shell."""

from collections.abc import Callable
from typing import Any

import pytest
import tree_sitter_powershell
from tree_sitter import Language, Parser

Almwp = Callable[..., Any]


@pytest.fixture
def parser() -> Parser:
    return Parser(Language(tree_sitter_powershell.language()))


def test_the_script_is_sound_and_registers_one_completer(
    almwp: Almwp, parser: Parser
) -> None:
    script = almwp("completion", "powershell").out.encode("utf-8")
    tree = parser.parse(script)
    assert not tree.root_node.has_error
    (statements,) = tree.root_node.named_children
    (registering,) = statements.named_children
    assert (registering.text or b"").startswith(b"Register-ArgumentCompleter -Native")


@pytest.mark.parametrize("sign", [b"{", b"}", b")", b'"'])
def test_a_sign_less_and_the_grammar_says_so(
    sign: bytes, almwp: Almwp, parser: Parser
) -> None:
    script = almwp("completion", "powershell").out.encode("utf-8")
    spoilt = script.replace(sign, b"", 1)
    assert spoilt != script
    assert parser.parse(spoilt).root_node.has_error
