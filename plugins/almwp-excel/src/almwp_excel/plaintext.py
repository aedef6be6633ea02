"""Text of XML where it is written plainly, read without a parser of XML."""

import re
from collections.abc import Iterator, Set
from itertools import compress
from operator import add
from typing import Final

LONGEST: Final = 8 * 1024 * 1024
"""A row, a text, or all that stands before them, is shorter in any file but those that
are made to overload."""
_AT_ONCE = 256 * 1024
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml [^<>?]*\?>)?")
_ENCODING = re.compile(rb"""encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_ENTITY = re.compile("&(amp|lt|gt|quot|apos);")
_ATTRIBUTE = re.compile(r' ([A-Za-z0-9:]+)="([^"]*)"')
_SIGNS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_NO_SIGNS = bytes(set(range(32)) - set(b"\t\n\r"))
"""What cannot stand in XML."""
_NEAR_THE_LAST = b"\xef\xbf"
"""How the last signs of the first plane begin, of which two cannot stand in XML."""


class NotPlainError(Exception):
    """XML that is sound, perhaps, but not as Excel and its like write it."""


def joined(pieces: Iterator[bytes]) -> bytes:
    """Return the next pieces of a part in one; nothing where there are no more."""
    taken: list[bytes] = []
    size = 0
    while size < _AT_ONCE and (piece := next(pieces, b"")):
        taken.append(piece)
        size += len(piece)
    return b"".join(taken)


def is_plain_head(head: bytes) -> bool:
    """Say whether a part is UTF-8, and no comment in its head hides what follows."""
    match = _DECLARATION.match(head)
    end = match.end() if match else 0
    is_hiding = b"<!" in head or b"<?" in head[end:]
    return not is_hiding and not _ENCODING.search(head[:end])


def plain_text(content: bytes) -> str:
    """Return the letters of *content* with the ends of lines that XML gives them.

    Raises:
        NotPlainError: A sign is in it that XML refuses, or may refuse.
        UnicodeDecodeError: It is not UTF-8.
    """
    if len(content.translate(None, _NO_SIGNS)) < len(content):
        raise NotPlainError
    if _NEAR_THE_LAST in content:
        raise NotPlainError
    text = content.decode("utf-8")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def decoded(text: str) -> str:
    """Return *text* with the five signs that XML names; other names are not plain."""
    if "&" not in text:
        return text
    if len(_ENTITY.findall(text)) != text.count("&"):
        raise NotPlainError
    return _ENTITY.sub(lambda match: _SIGNS[match[1]], text)


def attributes_in(written: str, known: Set[str]) -> dict[str, str]:
    """Return attributes by their names; one twice, or one not known, is not plain."""
    found = _ATTRIBUTE.findall(written)
    attributes = dict(found)
    if len(attributes) < len(found) or not attributes.keys() <= known:
        raise NotPlainError
    return attributes


def with_inlines(
    attributes: tuple[str, ...], values: tuple[str, ...], inlines: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the values; texts that stand in their cells are values of these."""
    kinds = set(compress(attributes, inlines))
    if not all(each.endswith(' t="inlineStr"') for each in kinds):
        raise NotPlainError
    return tuple(map(add, values, inlines))  # one of the two is empty
