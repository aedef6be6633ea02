"""The quick way to read shared strings: plain ones by a pattern, the rest by expat."""

import re
from collections.abc import Callable, Iterable, Iterator

from almwp.errors import UnreadableFileError
from almwp_excel.plaintext import (
    LONGEST,
    NotPlainError,
    decoded,
    is_plain_head,
    joined,
    plain_text,
)
from almwp_excel.richtext import StoredText, unescape

_BEGIN, _END = b"<si>", b"</si>"
_PROBE = "x"
_ITEM = re.compile(
    r'<si><t(?: xml:space="preserve")?+>([^<>]*+)</t></si>|<si>(.*?)</si>|(.)',
    re.DOTALL,
)
"""A text without runs, any other text, and a sign that is no part of any."""
_FIRST = f"<si><t>{_PROBE}</t></si>".encode()


def gather_strings(
    chunks: Iterator[bytes],
    by_expat: Callable[[Iterable[bytes]], list[StoredText]],
    most: int,
) -> list[StoredText | str] | None:
    """Return the shared strings, or None where they are not written plainly.

    Expat is given all but the plain texts: what stands around them, and texts of
    several runs.  One plain text goes first, which tells whether it is heard at all.

    Raises:
        UnreadableFileError: There are more texts of several runs than there may be.

    Args:
        chunks: The part.
        by_expat: Reads a part of shared strings.
        most: So many there may be.
    """
    texts: list[StoredText | str] = []
    rich: list[int] = []
    try:
        probe, *others = by_expat(_all_but_plain(chunks, texts, rich, most))
    except (NotPlainError, UnreadableFileError, UnicodeDecodeError, ValueError) as odd:
        if isinstance(odd, UnreadableFileError) and "limit" in odd.facts:
            raise  # too much is too much, however it is written
        return None
    if probe.text != _PROBE or len(others) != len(rich):
        return None
    for place, stored in zip(rich, others, strict=True):
        texts[place] = stored
    return texts


def _all_but_plain(
    chunks: Iterator[bytes], texts: list[StoredText | str], rich: list[int], most: int
) -> Iterator[bytes]:
    head = b""
    while _BEGIN not in head:
        piece = next(chunks, b"")
        head += piece
        if not piece or len(head) > LONGEST:
            raise NotPlainError
    head, begin, rest = head.partition(_BEGIN)
    if not is_plain_head(head):
        raise NotPlainError
    yield head + _FIRST
    rest = begin + rest
    while True:
        more = joined(chunks)
        whole, end, rest = (rest + more).rpartition(_END)
        if end:
            yield from _rich_ones(plain_text(whole + end), texts, rich)
        if len(texts) > most or len(rest) > LONGEST:
            raise NotPlainError
        if not more:
            break
    yield rest


def _rich_ones(
    written: str, texts: list[StoredText | str], rich: list[int]
) -> Iterator[bytes]:
    """Take the plain ones among some texts, and give the others."""
    for text, other, sign in _ITEM.findall(written):
        if sign:
            raise NotPlainError
        if other:
            rich.append(len(texts))
            yield f"<si>{other}</si>".encode()
        texts.append(unescape(decoded(text)))
