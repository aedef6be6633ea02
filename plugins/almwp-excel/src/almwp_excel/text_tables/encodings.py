"""In which encoding a text is stored: by its mark, else by what its words say."""

import re
from collections.abc import Callable
from enum import Enum, auto

from attrs import field, frozen

from almwp_excel import refusals
from almwp_excel.text_tables.old_vietnamese import (
    decode_tcvn3,
    decode_viscii,
    decode_vni,
)
from almwp_excel.text_tables.vietnamese import evidence_of

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
_LINES = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_SAMPLE = 262_144
_THAI = re.compile(r"[\u0e01-\u0e5b]{3,}")
_PLAIN = frozenset(b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0")
"""Bytes that are the same sign in every Windows encoding that is met."""
_FALLBACK = "Windows-1252"


class Sureness(Enum):
    """How sure it is that a text is in an encoding."""

    CERTAIN = auto()
    BY_WORDS = auto()
    OLD = auto()
    DOUBTFUL = auto()


@frozen(kw_only=True)
class Decoded:
    """A text, and in which encoding it was stored.

    Attributes:
        text: The text, without a mark before it.
        encoding: The name of the encoding, as people say it.
        sureness: How sure that is.
    """

    text: str = field(repr=False)
    encoding: str
    sureness: Sureness = Sureness.CERTAIN


class UndecidableError(Exception):
    """The encoding of a text cannot be known.

    Attributes:
        why: The sentence with which its file is refused.
        facts: What the sentence speaks of.
    """

    def __init__(self, why: str, **facts: str) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts


def decode(content: bytes) -> Decoded:
    """Decode a text strictly: no byte of it is passed over or replaced.

    Raises:
        UndecidableError: It is damaged, or its encoding cannot be known.
    """
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return Decoded(text=_strictly(content[len(mark) :], codec), encoding=name)
    wide = _without_mark(content)
    if wide is not None:
        text = _strictly(content, wide)
        return Decoded(text=text, encoding="UTF-16", sureness=Sureness.BY_WORDS)
    try:
        return Decoded(text=content.decode("utf-8"), encoding="UTF-8")
    except UnicodeDecodeError as error:
        if _is_nearly_utf8(content):
            line = content.count(b"\n", 0, error.start) + 1
            raise UndecidableError(refusals.DAMAGED_TEXT, line=f"{line:,}") from None
    return _of_one_byte(content)


def _strictly(content: bytes, codec: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(codec, "replace").count("\n") + 1
        raise UndecidableError(refusals.DAMAGED_TEXT, line=f"{line:,}") from None


def _without_mark(content: bytes) -> str | None:
    """Return the codec of UTF-16 without a mark: every other byte of it is mostly 0."""
    if len(content) % 2:
        return None
    head = content[:4096]
    first, second = head[::2].count(0), head[1::2].count(0)
    if max(first, second) * 5 < len(head) or min(first, second) * 20 > len(head):
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _is_nearly_utf8(content: bytes) -> bool:
    """Say whether most letters beyond ASCII are sound UTF-8: the others are damage."""
    sample = b"\n".join(_LINES.findall(content, 0, 16 * _SAMPLE))[:_SAMPLE]
    text = sample.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    beyond = sum(1 for sign in text if sign > "\x7f")
    return beyond > 4 * damaged


def _of_one_byte(content: bytes) -> Decoded:
    """Decode a text of one byte for each sign by what its words say."""
    sample = b"\n".join(_LINES.findall(content, 0, 16 * _SAMPLE))[:_SAMPLE]
    if not set(content) - set(range(0x80)) - _PLAIN:
        return Decoded(text=content.decode("cp1252"), encoding=_FALLBACK)
    if _is_thai(sample):
        text = _whole(content, _codec("cp874"))
        if text is not None:
            return Decoded(
                text=text, encoding="Windows-874", sureness=Sureness.BY_WORDS
            )
    found = _vietnamese(content, sample)
    if found is not None:
        return found
    text = _whole(content, _codec("cp1252"))
    if text is None:
        raise UndecidableError(refusals.UNKNOWN_ENCODING)
    return Decoded(text=text, encoding=_FALLBACK, sureness=Sureness.DOUBTFUL)


def _is_thai(sample: bytes) -> bool:
    """Say whether letters beyond ASCII stand in runs: Thai has no others."""
    high = sum(byte >= 0xA1 for byte in sample)
    runs = _THAI.findall(sample.decode("cp874", "replace"))
    return sum(map(len, runs)) * 10 >= high * 9


def _vietnamese(content: bytes, sample: bytes) -> Decoded | None:
    """Decode as the one encoding in which the words are Vietnamese, if there is one.

    Raises:
        UndecidableError: They are Vietnamese in two of them, and not the same words.
    """
    ranked = []
    for name, sureness, reads in _VIETNAMESE:
        text = _whole(sample, reads)
        evidence = evidence_of(text) if text is not None else None
        if evidence is not None and evidence.speaks:
            ranked.append((evidence.fits - evidence.misfits, name, sureness, reads))
    if not ranked:
        return None
    ranked.sort(key=lambda each: -each[0])
    best, name, sureness, reads = ranked[0]
    text = _whole(content, reads)
    for other, other_name, _, other_reads in ranked[1:]:
        if other * 2 > best and text != _whole(content, other_reads):
            raise UndecidableError(
                refusals.TWO_ENCODINGS, first=name, second=other_name
            )
    if text is None:
        raise UndecidableError(refusals.UNKNOWN_ENCODING)
    return Decoded(text=text, encoding=name, sureness=sureness)


def _whole(content: bytes, reads: Callable[[bytes], str]) -> str | None:
    try:
        return reads(content)
    except UnicodeDecodeError:
        return None


def _codec(name: str) -> Callable[[bytes], str]:
    return lambda content: content.decode(name)


_VIETNAMESE = (
    ("Windows-1258", Sureness.BY_WORDS, _codec("cp1258")),
    ("TCVN3 (ABC)", Sureness.OLD, decode_tcvn3),
    ("VNI", Sureness.OLD, decode_vni),
    ("VISCII", Sureness.OLD, decode_viscii),
)
