"""Take lines for PowerShell apart into the words that a program is given.

A grammar of PowerShell reads them, not PowerShell: what only PowerShell can know, such
as the value of a variable, is refused, and so is what Windows PowerShell 5.1 is known
to hand on otherwise than it is written.
"""

import re
from collections.abc import Iterator

import tree_sitter_powershell
from attrs import evolve, frozen
from tree_sitter import Language, Node, Parser

_CURLY = set("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2013\u2014\u2015")
_NUMBERS = {"real_literal", "integer_literal", "expression_with_unary_operator"}
_AROUND = {"array_literal_expression", "unary_expression", "string_literal"}
"""What stands around a text or a number, and adds nothing to it."""
# A list of bare words, ``outcome,country``, reaches a program as it is written; the
# grammar does not know it, and so its commas are letters while it reads.
_LISTED = re.compile(r"(?<=[\w.-]),(?=[\w.-])")
_COMMA = "\ue000"
_SIGNS = set("$`'\"{}@#;&|<>()")
"""What in a bare word means something to PowerShell."""


class NotPlainError(Exception):
    """A line whose words cannot be told without PowerShell."""


@frozen(kw_only=True)
class Call:
    """A program and what it is given.

    Attributes:
        words: The program, then its arguments as they reach it.
        to: The file that takes what it prints; empty where it is shown.
        reads: Whether it is given what the call before it prints.
    """

    words: tuple[str, ...]
    to: str = ""
    reads: bool = False


def calls(text: str) -> tuple[Call, ...]:
    """Return the calls of a block in their order.

    Raises:
        NotPlainError: It is wrong, or does not say by itself what is called.
    """
    if found := _CURLY & set(text):
        raise NotPlainError(f"signs of a word processor: {sorted(found)}")
    parser = Parser(Language(tree_sitter_powershell.language()))
    root = parser.parse(_LISTED.sub(_COMMA, text).encode())
    if root.root_node.has_error:
        raise NotPlainError(f"PowerShell could not read it: {text}")
    return tuple(_calls(root.root_node))


def _calls(node: Node) -> Iterator[Call]:
    for child in node.named_children:
        if child.type == "pipeline_chain":
            for place, command in enumerate(child.named_children):
                yield evolve(_call(command), reads=place > 0)
        elif child.type in ("statement_list", "pipeline"):
            yield from _calls(child)
        elif child.type not in ("comment", "empty_statement"):
            raise NotPlainError(f"no call of a program: {_text(child)}")


def _call(command: Node) -> Call:
    if command.type != "command":
        raise NotPlainError(f"no call of a program: {_text(command)}")
    words, to = list[str](), ""
    for child in command.named_children:
        if child.type == "command_name":
            words.append(_plain(child))
        elif child.type == "command_elements":
            arguments, to = _elements(child)
            words.extend(arguments)
        else:
            raise NotPlainError(f"{child.type}: {_text(child)}")
    return Call(words=tuple(words), to=to)


def _elements(node: Node) -> tuple[list[str], str]:
    """Return the arguments, and the file behind ``>``; no blank, no new word."""
    words, to, is_apart, is_quoted = list[str](), "", True, False
    for child in node.named_children:
        if child.type == "command_argument_sep":
            is_apart = is_apart or bool(_text(child))
            continue
        if child.type == "redirection":
            to = _target(child)
            continue
        word = _value(child)
        if is_apart:
            words.append(word)
        elif is_quoted or (words[-1].startswith("-") and word[:1] in ".:"):
            raise NotPlainError(f"PowerShell makes two words of it: {_text(node)}")
        else:
            words[-1] += word
        is_apart, is_quoted = False, _text(child)[:1] in ("'", '"')
    for word in words:
        if not word or '"' in word or (" " in word and word.endswith("\\")):
            raise NotPlainError(f"PowerShell 5.1 hands it on otherwise: {word!r}")
    return words, to


def _target(node: Node) -> str:
    sign, name = node.named_children
    if _text(sign) != ">":
        raise NotPlainError(f"not the way results are kept: {_text(node)}")
    return _value(name.named_children[-1])


def _value(node: Node) -> str:
    """Return what a program is given for *node*."""
    if node.type in ("generic_token", "command_parameter"):
        return _plain(node)
    if node.type == "verbatim_string_characters":
        return _text(node)[1:-1].replace("''", "'")
    if node.type == "expandable_string_literal":
        if node.named_children or set(_text(node)) & set("$`"):
            raise NotPlainError(f"only PowerShell knows its value: {_text(node)}")
        return _text(node)[1:-1].replace('""', '"')
    if node.type in _NUMBERS:
        return _text(node)  # a program is given a number as it was typed
    if node.type in _AROUND and len(node.named_children) == 1:
        return _value(node.named_children[0])
    raise NotPlainError(f"only PowerShell knows its value: {_text(node)}")


def _plain(node: Node) -> str:
    if set(_text(node)) & _SIGNS:
        raise NotPlainError(f"only PowerShell knows its value: {_text(node)}")
    return _text(node)


def _text(node: Node) -> str:
    return (node.text or b"").decode().replace(_COMMA, ",")
