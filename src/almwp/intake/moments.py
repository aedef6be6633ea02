"""Read a date, month, quarter, half or year from words in several languages."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from attrs import frozen

from almwp.intake.calendars import AHEAD
from almwp.intake.doubts import is_doubtful
from almwp.intake.lexicon import Lexicon
from almwp.model.folding import compose, fold
from almwp.model.moment import Moment, Precision

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|o)\b")
_COUNTED = re.compile(r"\b([1-4])([qh]) ?(\d{4})\b")
_TOUCHING = re.compile(r"\b(\d{4})([qh][1-4])\b")
_SPELT = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_NTH = {
    **{"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4},
    **{"mot": 1, "nhat": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4},
}
"""Folded words behind a word for quarter: Malay and Indonesian, Vietnamese."""
_NTH_QUARTER = re.compile(rf"<quarter> ?({'|'.join(_NTH)})\b")
_FILLERS = re.compile(r"\b(?:of|the|in|on|day|ngay|nam|vao|tanggal|tahun|year)\b")
_TIME_OF_DAY = re.compile(
    r"(?<=\d)[T ]\s*(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z?\s*$"
)
_SIGNS = re.compile(r"[\d\s]*(?:[^\w\s][\d\s]*)+")
_ONE_SIGN = re.compile(r"\s*\d+\s*([^\w\s:])\s*\d+(?:\s*\1\s*\d+)?\s*\.?\s*")
"""One sign, but no colon: *12:30:00* is a time of day, not 30 December 2000."""
_MANY_MONTHS = re.compile(r"\b\d{1,2} thang nam (?=\d{4}\b)")
"""Vietnamese *9 tháng năm 2024* is nine months of 2024 or the ninth of May."""
MONTH_BY_NUMBER = frozenset({"thang", "thg", "t", "bulan"})
"""Folded words before the number of a month: *tháng 5*."""
_TWO_MONTHS = re.compile(
    rf"(?:{'|'.join(sorted(MONTH_BY_NUMBER))}) ?\d{{1,2}} \d{{1,2}} (?:nam )?\d{{4}}"
)
"""*Tháng 5-7/2024* is May to July, not the seventh of May."""
_MONTH_TO_MONTH = re.compile(r"[^\W\d_]\s*[–—-]\s*\d{1,2}\s*/")
"""*May-7/2024* is May to July as well."""
_DAY_OR_MONTH = re.compile(
    r"\s*(\d{1,2})\s*[–—-]\s*(?:tháng|thang|thg\.?|t|bulan)\s*(\d{1,2})"
    r"(?:\s*[/.-]\s*|(?:\s+(?:năm|nam|tahun))?\s+)(\d{4})\s*",
    re.IGNORECASE,
)
"""*5-tháng 7/2024* is May to July or the fifth of July."""
_PART = re.compile(r"<(beginning|middle|end)>")
_CENTURY, _BUDDHIST_FROM = 2500, 50
"""In Thailand *67* is short for 2567; what is below 50 was long before these tables."""
EARLIEST, LATEST = 1950, 2100
"""Years outside of these are not taken for years."""


@frozen(kw_only=True)
class TwoDays:
    """A date such as 06/07/2024, which is one day or another.

    Attributes:
        day_first: What it is where the day comes first; None where no one day is.
        month_first: What it is where the month comes first.
        others: What else it can be, in words.
    """

    day_first: Moment | None = None
    month_first: Moment | None = None
    others: tuple[str, ...] = ()

    def told(self, day_first: bool | None) -> Moment | None:
        """Return the one day that it is in a known order of day and month, or None."""
        if day_first is None:
            return None
        return self.day_first if day_first else self.month_first

    @property
    def choices(self) -> tuple[str, ...]:
        """All that it can be, to be offered."""
        days = (str(day) for day in (self.day_first, self.month_first) if day)
        return tuple(dict.fromkeys((*days, *self.others)))


Understood = Moment | TwoDays | None


@lru_cache(maxsize=4096)
def read_moment(text: str, lexicon: Lexicon) -> Understood:
    """Return the moment that *text* names, two of them if it is doubtful, or None."""
    bare = _TIME_OF_DAY.sub("", compose(text))
    if is_doubtful(bare) or _MONTH_TO_MONTH.search(bare):
        return None
    if _SIGNS.fullmatch(bare) and not _ONE_SIGN.fullmatch(bare):
        # 06-07/2024 are two months, not a day: other signs mean other things.
        return _alone(bare)
    if doubt := _day_or_month(bare):
        return doubt
    words = _simplified(bare, lexicon)
    for pattern, make in _PATTERNS:
        if match := pattern.fullmatch(words):
            try:
                return make(*match.groups())
            except ValueError:
                return None
    return None


def parts_in(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return which parts of a time are named: ``beginning``, ``middle``, ``end``."""
    return tuple(_PART.findall(_simplified(compose(text), lexicon)))


def _day_or_month(text: str) -> TwoDays | None:
    """Read what is either a day of a month or two months of a year."""
    match = _DAY_OR_MONTH.fullmatch(text)
    if match is None:
        return None
    first, last, year = match.groups()
    day, start = _try(_day, year, last, first), _try(_month, first, year)
    end = _try(_month, last, year)
    if not (day and start and end) or int(first) >= int(last):
        return None
    return TwoDays(others=(str(day), f"{start} - {end}"))


def _alone(text: str) -> Moment | None:
    """Read a year between signs, such as ``(2024)``; nothing else."""
    words = fold(text)
    if not re.fullmatch(r"\d{4}", words) or not EARLIEST <= int(words) <= LATEST:
        return None
    return Moment.year(int(words))


def _simplified(text: str, lexicon: Lexicon) -> str:
    """Fold *text*; months become ``m08``, quarters ``q3``, halves ``h1``."""
    words = _ORDINAL.sub(r"\1", fold(text))
    words = _TOUCHING.sub(r"\1 \2", _COUNTED.sub(r"\2\1 \3", words))
    if _MANY_MONTHS.search(words) or _TWO_MONTHS.fullmatch(words):
        return ""
    words = " ".join(_SPELT.get(word, word) for word in words.split())
    # Months come first: in "6 tháng 8" stands August, not "6 tháng" (half a year).
    words = lexicon.months_in(words).sub(
        lambda m: f"m{int(lexicon.words['month'][m[0]]):02}", words
    )
    words = lexicon.times_in(words).sub(
        lambda m: f" <{lexicon.words['time'][m[0]]}> ", words
    )
    words = words.replace("<year>", " ").replace("<filler>", " ")
    words = " ".join(_FILLERS.sub(" ", words).split())
    words = re.sub(r"<quarter> ?(\d|i{1,3}|iv)\b", lambda m: f"q{_count(m[1])}", words)
    words = re.sub(r"\b(\d|i{1,3}|iv) ?<quarter>", lambda m: f"q{_count(m[1])}", words)
    words = _NTH_QUARTER.sub(lambda m: f"q{_NTH[m[1]]}", words)
    words = words.replace("<half> <beginning>", "h1").replace("<half> <end>", "h2")
    words = words.replace("<first half>", "h1").replace("<second half>", "h2")
    words = re.sub(r"<half> ?([12]|ii?)\b", lambda m: f"h{_count(m[1])}", words)
    return re.sub(r"\b([12]|ii?) ?<half>", lambda m: f"h{_count(m[1])}", words)


def _count(text: str) -> int:
    return _ROMAN.get(text) or int(text)


def _year(text: str) -> int:
    year = int(text)
    if not EARLIEST <= year <= LATEST:
        raise ValueError(f"{year} is not taken for a year")
    return year


def _whole_year(year: str) -> Moment:
    return Moment.year(_year(year))


def _day(year: str, month: str, day: str) -> Moment:
    return Moment.day(date(_year(year), int(month), int(day)))


def _either_day(first: str, second: str, year: str) -> Moment | TwoDays:
    days = [_try(_day, year, second, first), _try(_day, year, first, second)]
    day_first, month_first = days
    if day_first and month_first and day_first != month_first:
        return TwoDays(day_first=day_first, month_first=month_first)
    found = day_first or month_first
    if not found:
        raise ValueError("no such day")
    return found


def _short_day(first: str, second: str, third: str) -> Moment | TwoDays:
    """Read 1/2/24: day, month and year in any of three orders, in any century."""
    day_first = _days_of(second, first, third)
    month_first = _days_of(first, second, third)
    year_first = _days_of(second, third, first)
    alone = [days[0] if len(days) == 1 else None for days in (day_first, month_first)]
    every = dict.fromkeys((*day_first, *month_first, *year_first))
    if len(every) == 1:
        return next(iter(every))
    if not every:
        raise ValueError("no such day")
    others = tuple(str(day) for day in every if day not in alone)
    return TwoDays(day_first=alone[0], month_first=alone[1], others=others)


def _days_of(month: str, day: str, year: str) -> list[Moment]:
    """Return the days of the years that end with the digits *year*."""
    years = [f"19{year}", f"20{year}"]
    if int(year) >= _BUDDHIST_FROM:
        years.append(str(_CENTURY - AHEAD + int(year)))
    days = (_try(_day, known, month, day) for known in years if len(year) == 2)
    return [day for day in days if day]


def _try(make: Callable[..., Moment], *words: str) -> Moment | None:
    try:
        return make(*words)
    except ValueError:
        return None


def _stretch(precision: Precision) -> Callable[[str, str], Moment]:
    def make(number: str, year: str) -> Moment:
        month = (int(number) - 1) * precision.months + 1
        return Moment(precision, date(_year(year), month, 1))

    return make


def _swapped(make: Callable[[str, str], Moment]) -> Callable[[str, str], Moment]:
    return lambda first, second: make(second, first)


_month = _stretch(Precision.MONTH)
_quarter = _stretch(Precision.QUARTER)
_half = _stretch(Precision.HALF)

_PATTERNS: tuple[tuple[re.Pattern[str], Callable[..., Moment | TwoDays]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"(\d{4})", _whole_year),
        # An uncertain part of a year is said to be the year: never more than is known.
        (r"(?:<beginning>|<middle>|<end>) ?(\d{4})", _whole_year),
        (r"(\d{4}) ?(?:<beginning>|<middle>|<end>)", _whole_year),
        (r"(\d{4}) (\d{1,2}) (\d{1,2})", _day),
        (r"(\d{1,2}) (\d{1,2}) (\d{4})", _either_day),
        (r"(\d{1,2}) (\d{1,2}) (\d\d)", _short_day),
        (r"(\d{1,2}) m(\d\d) (\d{4})", lambda d, m, y: _day(y, m, d)),
        (r"m(\d\d) (\d{1,2}) (\d{4})", lambda m, d, y: _day(y, m, d)),
        (r"(\d{4}) m(\d\d) (\d{1,2})", _day),
        (r"(?:<beginning> |<middle> |<end> )?m(\d\d) (\d{4})", _month),
        (r"(\d{4}) m(\d\d)", _swapped(_month)),
        (r"(\d{1,2}) (\d{4})", _month),
        (r"(\d{4}) (\d{1,2})", _swapped(_month)),
        (r"(?:<beginning> |<middle> |<end> )?q([1-4]) (\d{4})", _quarter),
        (r"(\d{4}) q([1-4])", _swapped(_quarter)),
        (r"h([12]) (\d{4})", _half),
        (r"(\d{4}) h([12])", _swapped(_half)),
    )
)
