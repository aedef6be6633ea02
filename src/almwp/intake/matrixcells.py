"""Read which nodes a cell of a matrix names: one, one in two languages, or several."""

import re
from collections.abc import Mapping

from attrs import field, frozen

from almwp.intake.bullets import is_bulleted, without_bullet
from almwp.intake.matrixlanguages import forms_in
from almwp.intake.matrixnames import named_in
from almwp.model.fields import frozen_items, squeeze


@frozen(kw_only=True)
class NamedNode:
    """A node that a cell names.

    Attributes:
        number: Its number, empty where none is written.
        forms: Its title by language.
        is_bare: Whether there is nothing but the number.
    """

    number: str
    forms: Mapping[str, str]
    is_bare: bool = False


@frozen(kw_only=True)
class InCell:
    """What a cell of a matrix says.

    Attributes:
        nodes: The nodes that it names, in order.
        is_doubtful: Whether what was read as one may be several.
    """

    nodes: tuple[NamedNode, ...] = field(default=(), converter=frozen_items)
    is_doubtful: bool = False


@frozen(kw_only=True)
class ColumnWords:
    """What is known of the column in which a cell stands.

    Attributes:
        labels: Folded words that may stand before a number.
        languages: The languages of its heading, in their order.
        language: The language of what gives none away.
    """

    labels: frozenset[str]
    languages: tuple[str, ...]
    language: str


def nodes_in(words: str, column: ColumnWords) -> InCell:
    """Return the nodes that the words of a cell name.

    They are several only where each has a number of its own; a second line in another
    language belongs to the line before it.
    """
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    pieces = [squeeze(p) for line in lines for p in line.split(";") if p.strip()]
    numbers = [named_in(without_bullet(p), column.labels).number for p in pieces]
    if len(pieces) > len(lines) and all(numbers) and _are_several(numbers):
        return InCell(nodes=[_node([piece], column)[0] for piece in pieces])
    own = [named_in(without_bullet(line), column.labels).number for line in lines]
    if own and own[0] and _are_several([number for number in own if number]):
        parts: list[list[str]] = []
        for line, number in zip(lines, own, strict=True):
            if number and (not parts or number != _number_of(parts[-1], column)):
                parts.append([line])
            else:
                parts[-1].append(line)
        made = [_node(part, column) for part in parts]
        return InCell(
            nodes=[node for node, _ in made], is_doubtful=any(d for _, d in made)
        )
    node, is_doubtful = _node(lines, column)
    is_list = len(pieces) > len(lines) and all(map(_begins, pieces))
    return InCell(nodes=[node], is_doubtful=is_doubtful or is_list)


def _node(lines: list[str], column: ColumnWords) -> tuple[NamedNode, bool]:
    """Return the one node of some lines, and whether they may be several."""
    bare = [without_bullet(line) for line in lines]
    forms = forms_in(bare, column.languages, column.language)
    is_doubtful = forms is None and any(
        is_bulleted(line) or _begins(line) for line in lines[1:]
    )
    said = forms or {column.language: squeeze(" ".join(bare))}
    number, titles = "", {}
    for language, words in said.items():
        named = named_in(words, column.labels)
        number = number or named.number
        titles[language] = named.title if named.number == number else squeeze(words)
    is_bare = bool(number) and all(
        _is_only(number, words, column) for words in said.values()
    )
    return NamedNode(number=number, forms=titles, is_bare=is_bare), is_doubtful


def _is_only(number: str, words: str, column: ColumnWords) -> bool:
    named = named_in(words, column.labels)
    return named.number == number and named.title == squeeze(words)


def _number_of(lines: list[str], column: ColumnWords) -> str:
    return named_in(without_bullet(lines[0]), column.labels).number


def _are_several(numbers: list[str]) -> bool:
    return len(set(numbers)) > 1


def _begins(words: str) -> bool:
    plain = re.sub(r"^[^\w]+", "", without_bullet(words))
    return plain[:1].isupper() or plain[:1].isdigit()
