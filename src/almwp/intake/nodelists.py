"""Part a cell that names several nodes: by lines, or by commas between ids."""

import re
from collections.abc import Callable, Iterable

_SEMICOLON = re.compile(r"\s*;\s*")
_ANY = re.compile(r"\s*[,;]\s*")
_LIKE_ID = re.compile(r"[^\s,;]+")


def parted(
    lines: Iterable[str],
    is_known: Callable[[str], bool],
    is_own: Callable[[str], bool],
) -> tuple[str, ...]:
    """Return the names that stand in some lines.

    A title may hold commas and semicolons: a line that names a node as it stands is
    one.  Else it is parted at semicolons where each piece names a node, and at commas
    where each is an id or a number.  What cannot be parted stays whole, to be asked.

    Args:
        lines: What stands in the cell, line by line.
        is_known: Whether words name a node, by whatever.
        is_own: Whether they are the id or the number of one.
    """
    found: list[str] = []
    for line in lines:
        pieces = [line]
        if not is_known(line):
            for parts, fits in ((_SEMICOLON, is_known), (_ANY, is_own)):
                tried = [piece for piece in parts.split(line.strip()) if piece]
                if tried and all(map(fits, tried)):
                    pieces = tried
                    break
        found += pieces
    return tuple(found)


def like_ids(lines: Iterable[str]) -> tuple[str, ...]:
    """Part lines of nodes that nobody knows, where each piece is one word."""

    def is_word(words: str) -> bool:
        return _LIKE_ID.fullmatch(words) is not None

    return parted(lines, is_word, is_word)
