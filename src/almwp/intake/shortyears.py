"""Write two digits behind the name of a month as a year of the programme: Jun-24."""

import re

from almwp.intake.fardays import possible_years
from almwp.intake.lexicon import Lexicon
from almwp.model.folding import compose, fold
from almwp.model.framework import Framework

_MONTH = r"(?:\d{1,2}[\s./-]*)?[^\W\d_]{3,}"
_SHORT = rf"({_MONTH})\.?\s*[\s/'’.-]\s*['’]?(\d\d)"
_ONE = re.compile(_SHORT)
_TWO = re.compile(
    rf"{_SHORT}(\s*[–—-]\s*|\s+(?:to|until|đến|sampai|hingga)\s+){_SHORT}",
    re.IGNORECASE,
)
_CENTURY = 2000


def in_full_years(
    text: str, lexicon: Lexicon, framework: Framework | None
) -> str | None:
    """Return *text* with years in full, or None where they are not sure.

    ``Jun-24`` is June 2024 where 2024 is a year of the programme; else the 24 may be
    a day, or a year of another era.  Nothing is taken for a year without a programme.

    Args:
        text: A month with two digits, a day before it or not, or from one to another.
        lexicon: The words of all languages.
        framework: The programme of the row.
    """
    if framework is None or framework.period is None:
        return None
    words = compose(text).strip()
    years = possible_years(framework)
    if one := _ONE.fullmatch(words):
        return _full(one[1], one[2], lexicon, years)
    if two := _TWO.fullmatch(words):
        start = _full(two[1], two[2], lexicon, years)
        end = _full(two[4], two[5], lexicon, years)
        return f"{start}{two[3]}{end}" if start and end else None
    return None


def _full(
    month: str, year: str, lexicon: Lexicon, years: tuple[int, int]
) -> str | None:
    name = fold(month).lstrip("0123456789 ")
    full = _CENTURY + int(year)
    is_year = years[0] <= full <= years[1]
    return f"{month} {full}" if is_year and name in lexicon.words["month"] else None
