"""Numbers and days as people of a language write them."""

import re

from almwp.errors import Translate
from almwp.model.moment import Moment, Precision

_NUMBER = re.compile(r"(\d+)(?:\.(\d+))?")
_THOUSAND = 3


class ShownNumber(str):
    """A number as an English sentence shows it, such as ``~0.67`` or ``1250``.

    It is told from other words by its class: what a sender wrote is never changed.
    """

    __slots__ = ()


def number_in(shown: str, translate: Translate) -> str:
    """Return a number that is *shown* in English as the language writes it.

    Signs before and behind it, such as ``~`` and ``%``, stay.
    """

    def write(match: re.Match[str]) -> str:
        whole, decimals = _grouped(match[1], translate), match[2]
        if decimals is None:
            return whole
        return translate("{whole}.{decimals}").format(whole=whole, decimals=decimals)

    return _NUMBER.sub(write, shown)


def _grouped(whole: str, translate: Translate) -> str:
    if len(whole) <= _THOUSAND:
        return whole
    return translate("{thousands}{hundreds}").format(
        thousands=_grouped(whole[:-_THOUSAND], translate), hundreds=whole[-_THOUSAND:]
    )


def day_in(when: Moment, translate: Translate) -> str:
    """Return a day, or the stretch in which it is, as the language writes it."""
    start = when.start
    facts = {
        "year": f"{start.year:04}",
        "month": f"{start.month:02}",
        "day": f"{start.day:02}",
        "quarter": (start.month + 2) // 3,
    }
    return _pattern(when, translate).format_map(facts)


def _pattern(when: Moment, translate: Translate) -> str:
    match when.precision:
        case Precision.YEAR:
            return "{year}"
        case Precision.HALF:
            is_first = when.start.month == 1
            return translate("{year}-H1") if is_first else translate("{year}-H2")
        case Precision.QUARTER:
            return translate("{year}-Q{quarter}")
        case Precision.MONTH:
            return translate("{year}-{month}")
        case Precision.DAY:
            return translate("{year}-{month}-{day}")
