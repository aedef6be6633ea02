"""Dates in words, no more precise than they are known."""

from datetime import date
from functools import lru_cache

from almwp.errors import Translate
from almwp.model.moment import Moment, Precision

_PATTERNS = {
    "en": {"day": "d MMMM y", "month": "MMMM y"},
    "vi": {"day": "'ngày' d 'tháng' M 'năm' y", "month": "'tháng' M 'năm' y"},
}
_ELSEWHERE = {"day": "d MMMM y", "month": "MMMM y"}


def in_words(moment: Moment, language: str, say: Translate) -> str:
    """Write *moment* out, such as ``16 August 2023`` or ``second half of 2023``."""
    year, month = moment.start.year, moment.start.month
    match moment.precision:
        case Precision.DAY | Precision.MONTH:
            return _by_calendar(moment.start, moment.precision.value, language)
        case Precision.QUARTER:
            quarters = (
                say("first quarter of {year}"),
                say("second quarter of {year}"),
                say("third quarter of {year}"),
                say("fourth quarter of {year}"),
            )
            return quarters[(month - 1) // 3].format(year=year)
        case Precision.HALF:
            halves = (say("first half of {year}"), say("second half of {year}"))
            return halves[(month - 1) // 6].format(year=year)
        case Precision.YEAR:
            return say("{year}").format(year=year)


def stretch_in_words(first: Moment, last: Moment, language: str, say: Translate) -> str:
    """Write out from when to when something is, or the one moment if there is one."""
    begins = in_words(first, language, say)
    if first == last:
        return begins
    return say("{begin} to {end}").format(
        begin=begins, end=in_words(last, language, say)
    )


@lru_cache(maxsize=10_000)  # the same days come in thousands of cells
def _by_calendar(day: date, precision: str, language: str) -> str:
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    pattern = _PATTERNS.get(language, _ELSEWHERE)[precision]
    try:
        return format_date(day, pattern, locale=Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):  # a language without month names there
        return format_date(day, _ELSEWHERE[precision], locale="en")
