"""The words of titles, by which activities that look alike are found."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from attrs import field, frozen

from almwp.model.activity import Activity
from almwp.model.fields import frozen_items
from almwp.model.folding import MARKS, fold

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{MARKS}]|['’](?=[^\W_]))*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_PIECE = 4
"""Letters in a piece of a text whose script puts no spaces between words."""

_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?")
_ROMAN = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII"})
_ORDINALS = frozenset(
    {
        *("first", "second", "third", "fourth", "fifth"),
        *("sixth", "seventh", "eighth", "ninth", "tenth"),
    }
)
_BEFORE_NUMBERS = frozenset({"lan", "thu", "no", "nam", "tahun", "ke"})
"""Words that go with a number behind them, as in ``lần thứ 9`` and ``năm 2024``."""

_FUNCTION_WORDS = frozenset(
    {
        *("a", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of"),
        *("on", "or", "that", "the", "their", "through", "to", "towards", "under"),
        *("with"),
        *("các", "cho", "của", "đến", "được", "hoặc", "khi", "là", "một", "những"),
        *("tại", "theo", "trong", "trên", "từ", "và", "về", "với"),
        *("bagi", "dalam", "dan", "dari", "dengan", "di", "oleh", "pada"),
        *("tentang", "untuk", "yang"),
    }
)
"""Small words of English, Vietnamese and Indonesian.

With their accents: without them *về* would be any word, and *an* of *an toàn* is none.
"""


class Piece(NamedTuple):
    """A word of a title: how it compares, and where it stands."""

    key: str
    start: int
    end: int


@frozen(kw_only=True)
class TitleWords:
    """One form of a title, as the words by which it is compared.

    Attributes:
        text: The title as it was written.
        pieces: Its words without numbers of editions and years, function words, and
            words that stand in it before.
        base: What is left when only numbers of editions and years are taken away.
        editions: The numbers that were taken away.
    """

    text: str
    pieces: tuple[Piece, ...] = field(converter=frozen_items)
    base: str
    editions: tuple[str, ...] = field(converter=frozen_items)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words as they compare, each once, in order."""
        return tuple(piece.key for piece in self.pieces)

    @cached_property
    def key_set(self) -> frozenset[str]:
        """The words as they compare, in no order."""
        return frozenset(self.keys)

    def shared(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Give the words with *keys* as they are written; neighbours stay together."""
        wanted = set(keys)
        runs: list[list[Piece]] = []
        joined = False
        for piece in self.pieces:
            if piece.key not in wanted:
                joined = False
                continue
            gap = self.text[runs[-1][-1].end : piece.start] if joined else ""
            if joined and len(gap) <= 1 and not gap.strip(" -"):
                runs[-1].append(piece)
            else:
                runs.append([piece])
            joined = True
        return tuple(self.text[run[0].start : run[-1].end] for run in runs)


def title_words(activity: Activity) -> tuple[TitleWords, ...]:
    """Return every title of *activity* in every language, each base once."""
    titles = (activity.title, *activity.other_titles)
    found: dict[str, TitleWords] = {}
    for words in sorted({form for title in titles for _, form in title.forms}):
        read = words_of(words)
        if read.pieces:
            found.setdefault(read.base, read)
    return tuple(found.values())


def words_of(title: str) -> TitleWords:
    """Take a title apart."""
    pieces: dict[str, Piece] = {}
    base, editions = [], []
    words = list(_pieces(title))
    for place, (known, start, end) in enumerate(words):
        if known.is_edition:
            editions.append(known.key)
        elif known.key in _BEFORE_NUMBERS and _goes_with_number(place, words):
            continue
        else:
            base.append(known.key)
            if not known.is_function_word and known.key not in pieces:
                pieces[known.key] = Piece(key=known.key, start=start, end=end)
    return TitleWords(
        text=title,
        pieces=tuple(pieces.values()),
        base=" ".join(base),
        editions=editions,
    )


class _Word(NamedTuple):
    """What is so of a word in whatever title it stands.

    Attributes:
        key: How it compares.
        is_edition: Whether it is the number of an edition, or a year.
        is_function_word: Whether it is a small word that means little.
    """

    key: str
    is_edition: bool
    is_function_word: bool


_Placed = tuple[_Word, int, int]
"""A word, and where it begins and ends in its title."""


def _pieces(title: str) -> Iterator[_Placed]:
    for match in _WORD.finditer(title):
        word, start = match[0], match.start()
        if word.isascii() or not _UNSPACED.search(word):
            if (known := _known(word)).key:
                yield known, start, match.end()
            continue
        for place in range(0, max(len(word) - _PIECE, 0) + 1):
            part = word[place : place + _PIECE]
            if (known := _known(part)).key:
                yield known, start + place, start + place + len(part)


@lru_cache(maxsize=8192)  # the words of titles are few, and each comes in very many
def _known(word: str) -> _Word:
    key = fold(word).replace(" ", "")
    return _Word(
        key=key,
        is_edition=bool(_NUMBER.fullmatch(key)) or key in _ORDINALS or word in _ROMAN,
        is_function_word=normalize("NFC", word).casefold() in _FUNCTION_WORDS,
    )


def _goes_with_number(place: int, words: list[_Placed]) -> bool:
    """Say whether a word only introduces the number behind it."""
    for known, _, _ in words[place:]:
        if known.is_edition:
            return True
        if known.key not in _BEFORE_NUMBERS:
            return False
    return False
