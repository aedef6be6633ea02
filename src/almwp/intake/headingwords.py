"""Tell which field a heading means, exactly or nearly, and how sure that is."""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from attrs import evolve, field, frozen

from almwp.intake.asof import DatedWords, date_in_heading
from almwp.intake.lexicon import HeadingWord, Lexicon, heading_key
from almwp.model.fields import frozen_items
from almwp.model.folding import compose
from almwp.model.tabling import By

_PARTS = re.compile(r"[/\n\r|]+|\s[–—-]\s")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_COMPOUND = re.compile(r"[(\[/\n\r|]|\s[–—-]\s")
_PARTED = re.compile(r"[/\n\r|–—-](?:(?<![–—-])|(?<=\s.)(?=\s))")
"""What is in a text of several parts; such a sign is found sooner than white space."""
_WITH_YEAR = re.compile(r"\d{4}|\d\D{1,4}\d{1,2}\D{1,4}\d{2}")
"""What is in every day, month or year of which a folded heading can speak."""
NEAR = Fraction(86, 100)
"""How alike a heading must be to one that is known, to be taken for it."""
ALIKE = 60
"""How alike, of 100, it must be for that field to be told as the next best."""
_SHORTEST = 5
"""A shorter heading is too easily alike another."""
LONGEST = 200
"""A text longer than this is no heading."""

_REMEMBERED = 32_768
"""More than may be headings of one sheet, asked about for several tables."""
EXACT = Fraction(1)
"""How sure a heading is that is known as it stands."""
_WITHOUT_BRACKETS = Fraction(95, 100)
_BY_PARTS = Fraction(90, 100)
_WITHOUT_DAY = Fraction(95, 100)
REPORTED = frozenset({"status", "percent", "change"})
"""Fields that tell how things stand on a day, which their heading may name."""


@frozen(kw_only=True)
class Match:
    """What a heading means.

    Attributes:
        word: The field and the language; None where it means nothing.
        confidence: How sure that is.
        rivals: Keys of the fields of which its parts mean one each; then it means
            nothing.
        by: How it was understood.
        day: The day in it, of which its column speaks.
    """

    word: HeadingWord | None = None
    confidence: Fraction = Fraction(0)
    rivals: tuple[str, ...] = field(default=(), converter=frozen_items)
    by: By = "heading"
    day: DatedWords | None = None


@frozen(kw_only=True)
class Likeness:
    """A field, its heading that another is most like, and how like from 0 to 1."""

    key: str
    words: str
    ratio: Fraction


_NOTHING = Match()


def mapping_key(text: str) -> str:
    """Fold a heading of a mapping file; one of signs only stands for itself."""
    return heading_key(text) or compose(text).strip()


def word_of(text: str, lexicon: Lexicon) -> HeadingWord | None:
    """Return what a heading means: as a whole, without brackets, or by its parts.

    Parts, as in ``Hoạt động / Activity``, must not mean different fields.
    """
    return match_of(text, lexicon).word


def match_of(text: str, lexicon: Lexicon) -> Match:
    """Return what a heading means and how sure that is.

    What the user's own mapping file says of it goes before all else.
    """
    if lexicon.mapped and (known := _mapped(text, lexicon)):
        return known
    return _match(text, lexicon) if len(text) <= LONGEST else _NOTHING


def _mapped(text: str, lexicon: Lexicon) -> Match | None:
    key = mapping_key(text)
    if key not in lexicon.mapped:
        return None
    return Match(word=lexicon.mapped[key], confidence=EXACT, by="mapping")


def may_be_heading(text: str, lexicon: Lexicon) -> bool:
    """Say whether a text can be a heading of any table; most data cannot.

    Every text that :func:`match_of` knows for one of the tables can be one.
    """
    if len(text) > LONGEST and not any(lexicon.mapped_of.values()):
        return False
    known = lexicon.any_heading.headings
    begins = _begins_like_one(text, lexicon)
    if begins:
        key = mapping_key(text)
        if key in known or (
            key.startswith(_reports_of_all(lexicon).get(key[:1], ()))
            and _WITH_YEAR.search(key)
        ):
            return True
    if text.isprintable() and not (_COMPOUND if begins else _PARTED).search(text):
        return False
    composed = compose(text)
    pieces = {composed, *_PARTS.split(composed)}
    pieces |= {_BRACKETED.sub(" ", piece) for piece in pieces}
    return any(
        _begins_like_one(piece, lexicon) and heading_key(piece) in known
        for piece in pieces - {text}
    )


def _begins_like_one(text: str, lexicon: Lexicon) -> bool:
    """Say whether the first word of a text is that of a heading: few are."""
    first = text.split(None, 1)[:1]
    return bool(first) and _may_begin(first[0], lexicon)


@lru_cache(maxsize=_REMEMBERED)
def _may_begin(word: str, lexicon: Lexicon) -> bool:
    """Say whether a heading of any table may begin with *word*.

    One of signs only may stand before its first word, one in a script that needs no
    spaces may be part of it, and what is in brackets may not belong to it.
    """
    first, _, _ = heading_key(word).partition(" ")
    if not first or not first.isascii() or "(" in word or "[" in word:
        return True
    if first in _first_words(lexicon):
        return True
    return first.startswith(_reports_of_all(lexicon).get(first[:1], ()))


@lru_cache(maxsize=64)
def _first_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the words with which the headings of all tables begin."""
    return frozenset(key.partition(" ")[0] for key in lexicon.any_heading.headings)


@lru_cache(maxsize=64)
def is_any_a_number(lexicon: Lexicon) -> bool:
    """Say whether a heading begins with a digit, as all that a number shows does."""
    known = (*lexicon.headings, *filter(None, lexicon.mapped))
    return any(key[:1].isdigit() for key in known)


@lru_cache(maxsize=_REMEMBERED)
def _match(text: str, lexicon: Lexicon) -> Match:
    key = heading_key(text)
    if word := lexicon.headings.get(key):
        return Match(word=word, confidence=EXACT)
    match = _without_brackets(text, lexicon)
    if dated := _dated(text, key, lexicon):
        return dated
    if match.word:
        return match
    composed = compose(text)
    if not _PARTS.search(composed):
        return _NOTHING
    pieces = _PARTS.split(composed)
    parts = [w for piece in pieces if (w := _whole(piece, lexicon).word)]
    keys = tuple(dict.fromkeys(part.key for part in parts))
    if len(keys) == 1:
        return Match(word=parts[0], confidence=_BY_PARTS)
    return Match(rivals=keys)


def _dated(text: str, key: str, lexicon: Lexicon) -> Match | None:
    """Return what ``Status as of 30 June 2024`` means: a report of that day."""
    # Most cells with digits in them are data; to look for a day in each is slow.
    if not key.startswith(_reports(lexicon).get(key[:1], ())):
        return None
    if not any(map(str.isdigit, text)):
        return None
    day = date_in_heading(text, lexicon)
    match = _match(day.words, lexicon) if day else _NOTHING
    if match.word is None or match.word.key not in REPORTED:
        return None
    return evolve(match, confidence=match.confidence * _WITHOUT_DAY, day=day)


@lru_cache(maxsize=64)
def _reports(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Return the headings of reports by their first letter."""
    found: dict[str, tuple[str, ...]] = {}
    for key, word in lexicon.headings.items():
        if word.key in REPORTED:
            found[key[:1]] = (*found.get(key[:1], ()), key)
    return found


@lru_cache(maxsize=64)
def _reports_of_all(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Return the headings of reports of all tables by their first letter."""
    found: dict[str, tuple[str, ...]] = {}
    for sheet in lexicon.fields.sheets:
        for first, keys in _reports(lexicon.of(sheet.key)).items():
            found[first] = tuple(dict.fromkeys((*found.get(first, ()), *keys)))
    return found


def _whole(text: str, lexicon: Lexicon) -> Match:
    word = lexicon.headings.get(heading_key(text))
    if word:
        return Match(word=word, confidence=EXACT)
    return _without_brackets(text, lexicon)


def _without_brackets(text: str, lexicon: Lexicon) -> Match:
    # "(%)" says what the numbers are; without it the heading means something else.
    if "%" in text or ("(" not in text and "[" not in text):
        return _NOTHING
    word = lexicon.headings.get(heading_key(_BRACKETED.sub(" ", text)))
    return Match(word=word, confidence=_WITHOUT_BRACKETS) if word else _NOTHING


@lru_cache(maxsize=8192)
def likenesses(text: str, lexicon: Lexicon) -> tuple[Likeness, ...]:
    """Return the fields whose headings *text* is like, the most alike first.

    Each field comes once, with the heading of it that is most alike.
    """
    from rapidfuzz import fuzz, process

    key = heading_key(text)
    if not _SHORTEST <= len(key) <= LONGEST:
        return ()
    found = process.extract(
        key, lexicon.headings.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None
    )
    best: dict[str, Likeness] = {}
    for words, ratio, _ in sorted(found, key=lambda hit: (-hit[1], hit[0])):
        field_key = lexicon.headings[words].key
        like = Likeness(key=field_key, words=words, ratio=Fraction(int(ratio), 100))
        best.setdefault(field_key, like)
    return tuple(best.values())
