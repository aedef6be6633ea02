"""Find the day of which a title or a heading speaks: ``as of 30 June 2024``."""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from almwp.intake.calendars import in_common_era
from almwp.intake.lexicon import Lexicon, heading_key
from almwp.intake.moments import TwoDays, read_moment
from almwp.model.folding import compose, fold
from almwp.model.moment import Moment, Precision

_ANNOUNCING = (
    *("as of", "as at", "as on", "tính đến", "tính đến hết", "tính đến hết ngày"),
    *("tính tới", "tính tới ngày", "posisi", "setakat", "ณ"),
)
"""Words before a day that are no labels of a line, or not in all lists."""
_PER = "per"
"""In Indonesian *as of*, in English *in each*: no year may follow."""
_LONGEST = 300
"""A longer text is a story; a day in it is not the day of the file."""
_MOST_WORDS = 8
_WORD = re.compile(r"[^\s(\[]+")
_EDGES = " \t\n.,;:()[]–—-\uff1a"
_OPENING, _CLOSING = " \t\n.,;:([–—-\uff1a", " \t\n.,;:)]–—-"
_UNIT_BEHIND = re.compile(r"\s*\(\s*%\s*\)\s*$")
_GOES_ON = re.compile(
    r"[\s,;:.]*(?:[–—/&+-]|\d|(?:to|and|until|till|đến|tới|và|dan|sampai)\b)",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class DatedWords:
    """Words with a day in them.

    Attributes:
        words: The words without the day and without what announces it.
        when: The day, month, quarter, half or year; two days where it is doubtful.
        found: The day with what announces it, as it was written.
        is_changed: Whether it was written in a year of the Buddhist era.
    """

    words: str
    when: Moment | TwoDays
    found: str
    is_changed: bool = False


def day_in_title(text: str, lexicon: Lexicon) -> DatedWords | None:
    """Return the day that a title announces: ``(tính đến ngày 30/6/2024)``, or None.

    Args:
        text: The words of one cell above a table.
        lexicon: The words of all languages; labels of the day of a file announce it.
    """
    return next(_announced(compose(text), lexicon), None)


def date_in_heading(text: str, lexicon: Lexicon) -> DatedWords | None:
    """Return the day in the heading of a column, and its other words, or None.

    ``Status as of 30 June 2024`` announces it; ``Tình trạng (30/6/2024)`` ends with
    it.  A year alone at the end is none: ``Progress 2024`` speaks of all the year.
    """
    written = compose(text)
    if announced := list(_announced(written, lexicon)):
        return next((found for found in announced if found.words), None)
    unit = _UNIT_BEHIND.search(written)
    if unit:  # it belongs to the words before the day: "Progress Q1/2025 (%)"
        written = written[: unit.start()]
    words_in = list(_WORD.finditer(written)) if len(written) <= _LONGEST else []
    for word in words_in[1:][-_MOST_WORDS:]:
        rest = written[word.start() :].strip(_EDGES)
        if "%" in rest:
            continue
        read, is_changed = _moment(rest, lexicon)
        if read is None or _is_year(read):
            continue
        words = written[: word.start()].rstrip(_OPENING) + (unit[0] if unit else "")
        return DatedWords(words=words, when=read, found=rest, is_changed=is_changed)
    return None


def _announced(text: str, lexicon: Lexicon) -> Iterator[DatedWords]:
    is_short = len(text) <= _LONGEST and any(sign.isdigit() for sign in text)
    words = list(_WORD.finditer(text)) if is_short else []
    firsts = _first_words(lexicon)
    for place, first in enumerate(words):
        if fold(first[0]).partition(" ")[0] not in firsts:
            continue
        for last in reversed(words[place : place + _MOST_WORDS]):
            key = heading_key(text[first.start() : last.end()])
            if key not in _announcers(lexicon):
                continue
            found = _dated(text, first.start(), last.end(), lexicon)
            if found and not (key == _PER and _is_year(found.when)):
                yield found
            break


@lru_cache(maxsize=8)
def _announcers(lexicon: Lexicon) -> frozenset[str]:
    """Return the folded words that announce a day, labels of lines among them."""
    labels = (key for key, word in lexicon.cover.items() if word.key == "as_of")
    return frozenset((*labels, *map(heading_key, _ANNOUNCING), _PER))


@lru_cache(maxsize=8)
def _first_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(key.partition(" ")[0] for key in _announcers(lexicon))


def _dated(text: str, start: int, end: int, lexicon: Lexicon) -> DatedWords | None:
    """Read the longest day right behind the words that announce one."""
    ends = [end + word.end() for word in _WORD.finditer(text[end:])][:_MOST_WORDS]
    readings = [
        (last, *_moment(text[end:last].strip(_EDGES), lexicon)) for last in ends
    ]
    days = [read for read in readings if read[1] is not None]
    if not days:
        return None
    # Of "30 June 2024) of SLOM" the day is all but the "of", which adds nothing to it.
    last, when, is_changed = next(day for day in days if day[1] == days[-1][1])
    if when is None or _GOES_ON.match(text[last:]):
        return None  # It is the first of two, or part of something longer.
    around = (text[:start].rstrip(_OPENING), text[last:].lstrip(_CLOSING))
    return DatedWords(
        words=" ".join(filter(None, around)),
        when=when,
        found=text[start:last].strip(_EDGES),
        is_changed=is_changed,
    )


def _moment(text: str, lexicon: Lexicon) -> tuple[Moment | TwoDays | None, bool]:
    common = in_common_era(text)
    return read_moment(common.text, lexicon), bool(common.changed)


def _is_year(moment: Moment | TwoDays) -> bool:
    return isinstance(moment, Moment) and moment.precision is Precision.YEAR
