"""The words of titles, by which activities that look alike are found."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from attrs import Factory, field, frozen

from almwp.model.activity import Activity
from almwp.model.fields import frozen_items
from almwp.model.folding import MARKS, fold

_WORD = re.compile(rf"[^\W_]+(?:(?:[\u0300-\u036f{MARKS}]+|['’](?=[^\W_]))[^\W_]*)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_PIECE = 4
"""Letters in a piece of a text whose script puts no spaces between words."""

LONG = 5
"""Letters of a word for which one that is nearly the same is looked for."""

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


@frozen(kw_only=True)
class TitleWords:
    """One form of a title, as the words by which it is compared.

    Attributes:
        text: The title as it was written.
        keys: Its words as they compare, each once, in order: without numbers of
            editions and years, and without function words.
        places: Which of the words of the title they are, from 0.
        base: What is left when only numbers of editions and years are taken away.
        editions: The numbers that were taken away.
        key_set: The words as they compare, in no order.
        long_keys: Those of them that are long.
    """

    text: str
    keys: tuple[str, ...] = field(converter=frozen_items)
    places: tuple[int, ...] = field(converter=frozen_items)
    base: str
    editions: tuple[str, ...] = field(converter=frozen_items)
    key_set: frozenset[str] = field(
        init=False,
        eq=False,
        default=Factory(lambda self: frozenset(self.keys), takes_self=True),
    )
    long_keys: frozenset[str] = field(
        init=False,
        eq=False,
        default=Factory(lambda self: _long(self.keys), takes_self=True),
    )

    def shared(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Give the words with *keys* as they are written; neighbours stay together."""
        wanted = set(keys)
        spans = _spans(self.text)
        runs: list[tuple[int, int]] = []
        joined = False
        for key, place in zip(self.keys, self.places, strict=True):
            if key not in wanted:
                joined = False
                continue
            start, end = spans[place]
            gap = self.text[runs[-1][1] : start] if joined else ""
            if joined and len(gap) <= 1 and not gap.strip(" -"):
                runs[-1] = (runs[-1][0], end)
            else:
                runs.append((start, end))
            joined = True
        return tuple(self.text[start:end] for start, end in runs)


def _long(keys: Iterable[str]) -> frozenset[str]:
    return frozenset([key for key in keys if len(key) >= LONG])


def title_words(activity: Activity) -> tuple[TitleWords, ...]:
    """Return every title of *activity* in every language, each base once."""
    titles = (activity.title, *activity.other_titles)
    found: dict[str, TitleWords] = {}
    for words in sorted({form for title in titles for _, form in title.forms}):
        read = words_of(words)
        if read.keys:
            found.setdefault(read.base, read)
    return tuple(found.values())


def words_of(title: str) -> TitleWords:
    """Take a title apart."""
    places: dict[str, int] = {}
    base, editions = [], []
    words = [known for word in _WORD.findall(title) for known in _known(word)]
    for place, known in enumerate(words):
        key = known.key
        if known.is_edition:
            editions.append(key)
        elif key in _BEFORE_NUMBERS and _goes_with_number(words[place:]):
            continue
        else:
            base.append(key)
            if not known.is_function_word and key not in places:
                places[key] = place
    return TitleWords(
        text=title,
        keys=tuple(places),
        places=tuple(places.values()),
        base=" ".join(base),
        editions=editions,
    )


class _Word(NamedTuple):
    """What is so of a word in whatever title it stands.

    Attributes:
        key: How it compares.
        is_edition: Whether it is the number of an edition, or a year.
        is_function_word: Whether it is a small word that means little.
        start: Where it begins in what spaces part from the rest.
        end: Where it ends in it.
    """

    key: str
    is_edition: bool
    is_function_word: bool
    start: int
    end: int


def _spans(title: str) -> list[tuple[int, int]]:
    """Return where each word of *title* begins and ends."""
    return [
        (start + known.start, start + known.end)
        for match in _WORD.finditer(title)
        for start in [match.start()]
        for known in _known(match[0])
    ]


@lru_cache(maxsize=8192)  # the words of titles are few, and each comes in very many
def _known(word: str) -> tuple[_Word, ...]:
    """Return what is known of *word*, or of the pieces of one without spaces."""
    length = len(word)
    if _UNSPACED.search(word):
        length = min(length, _PIECE)
    starts = range(len(word) - length + 1)
    known = [_of_piece(word[start : start + length], start) for start in starts]
    return tuple(each for each in known if each.key)


def _of_piece(word: str, start: int) -> _Word:
    key = fold(word).replace(" ", "")
    return _Word(
        key=key,
        is_edition=bool(_NUMBER.fullmatch(key)) or key in _ORDINALS or word in _ROMAN,
        is_function_word=normalize("NFC", word).casefold() in _FUNCTION_WORDS,
        start=start,
        end=start + len(word),
    )


def _goes_with_number(words: Iterable[_Word]) -> bool:
    """Say whether the first of *words* only introduces the number behind it."""
    for known in words:
        if known.is_edition:
            return True
        if known.key not in _BEFORE_NUMBERS:
            return False
    return False
