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
    for place, piece in enumerate(words):
        if _is_edition(title[piece.start : piece.end]):
            editions.append(piece.key)
        elif piece.key in _BEFORE_NUMBERS and _goes_with_number(place, words, title):
            continue
        else:
            base.append(piece.key)
            if not _is_function_word(title[piece.start : piece.end]):
                pieces.setdefault(piece.key, piece)
    return TitleWords(
        text=title,
        pieces=tuple(pieces.values()),
        base=" ".join(base),
        editions=editions,
    )


def _pieces(title: str) -> Iterator[Piece]:
    for match in _WORD.finditer(title):
        word, start = match[0], match.start()
        if word.isascii() or not _UNSPACED.search(word):
            if key := _key(word):
                yield Piece(key=key, start=start, end=match.end())
            continue
        for place in range(0, max(len(word) - _PIECE, 0) + 1):
            part = word[place : place + _PIECE]
            if key := _key(part):
                yield Piece(key=key, start=start + place, end=start + place + len(part))


# The words of titles are few, and each of them comes in very many.


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    """Return how a word compares."""
    return fold(word).replace(" ", "")


@lru_cache(maxsize=8192)
def _is_edition(word: str) -> bool:
    """Say whether a word as it is written is the number of an edition, or a year."""
    key = _key(word)
    return bool(_NUMBER.fullmatch(key)) or key in _ORDINALS or word in _ROMAN


@lru_cache(maxsize=8192)
def _is_function_word(word: str) -> bool:
    return normalize("NFC", word).casefold() in _FUNCTION_WORDS


def _goes_with_number(place: int, words: list[Piece], title: str) -> bool:
    """Say whether a word only introduces the number behind it."""
    while place < len(words) and words[place].key in _BEFORE_NUMBERS:
        place += 1
        if place == len(words):
            return False
        piece = words[place]
        if _is_edition(title[piece.start : piece.end]):
            return True
    return False
