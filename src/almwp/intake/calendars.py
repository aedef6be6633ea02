"""Know years that are no plain ones: of the Buddhist era, fiscal ones."""

import re
from datetime import date
from functools import lru_cache

from attrs import field, frozen

from almwp.intake.digits import plain_digits
from almwp.model.fields import frozen_items
from almwp.model.folding import compose
from almwp.model.moment import Moment

FIRST, LAST = 2500, 2600
"""Years of the Buddhist era that can stand in a programme; none is a common one."""
AHEAD = 543
"""By how much Thailand counts ahead; its years begin on 1 January."""

_ERA = r"(?:พ\.?\s?ศ\.?|ພ\.?\s?ສ\.?|ព\.?\s?ស\.?|\bb\.\s?e\.|\bbe\b)"
_COMMON = re.compile(r"ค\.?\s?ศ\.?\s*(?=\d{4})|ຄ\.?\s?ສ\.?\s*(?=\d{4})")
_BOTH = re.compile(r"(?<!\d)(\d{4})\s*(?:[/=(]|\(=)\s*(\d{4})(?!\d)\s*\)?")
_YEAR = re.compile(
    rf"(?:{_ERA}\s*)?(?<!\d)(\d{{4}})(?!\d)(?:\s*{_ERA})?", re.IGNORECASE
)
_SHORT = re.compile(r"(?<!\d)(\d\d)(\d\d)(\s*[–—/-]\s*)(\d\d)(?!\d)")
"""*2567-68*, but not the month *2567-06*."""
_MONTHS = 12
_FISCAL = re.compile(
    r"\bfy\s?['’]?\d{2,4}|\b(?:fiscal|financial|budget) year"
    r"|năm (?:tài chính|tài khóa|tài khoá|ngân sách)|niên độ"
    r"|tahun (?:anggaran|fiskal|kewangan)|ano (?:fiscal|financeiro)"
    r"|ปีงบประมาณ|ສົກປີງົບປະມານ|ឆ្នាំ(?:សារពើពន្ធ|ថវិកា)|ဘဏ္ဍာ(?:ရေး)?နှစ်",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class CommonEra:
    """Words whose years are all common ones.

    Attributes:
        text: The words.
        changed: The years of the Buddhist era that stood in them.
    """

    text: str
    changed: tuple[int, ...] = field(default=(), converter=frozen_items)


@lru_cache(maxsize=4096)
def in_common_era(text: str) -> CommonEra:
    """Return *text* with years from 2500 to 2600 as those of the common era.

    Words for the era go with them.  A year that stands in both eras, such as
    ``2567 (2024)``, is written once where the two agree.
    """
    if not any(sign.isdigit() for sign in text):
        return CommonEra(text=text)
    plain = plain_digits(text)
    if _is_common(plain):
        return CommonEra(text=_COMMON.sub("", text))
    changed: list[int] = []
    full = _SHORT.sub(_in_full, _COMMON.sub("", plain))
    once = _BOTH.sub(lambda match: _once(match, changed), full)

    def common(match: re.Match[str]) -> str:
        year = int(match[1])
        if not FIRST <= year <= LAST:
            return match[0]
        changed.append(year)
        return str(year - AHEAD)

    return CommonEra(text=_YEAR.sub(common, once), changed=changed)


def _is_common(text: str) -> bool:
    return not any(FIRST <= int(year) <= LAST for year in re.findall(r"\d{4}", text))


def _in_full(match: re.Match[str]) -> str:
    """Write the second year of a Buddhist pair in full: 2567-2568."""
    century, first, sign, last = match.groups()
    is_later = int(last) > max(int(first), _MONTHS)
    if not is_later or not FIRST <= int(century + first) <= LAST:
        return match[0]
    return f"{century}{first}{sign}{century}{last}"


def _once(match: re.Match[str], changed: list[int]) -> str:
    """Return the common year of a pair that is one year in two eras."""
    one, other = int(match[1]), int(match[2])
    if abs(one - other) != AHEAD or not FIRST <= max(one, other) <= LAST:
        return match[0]
    changed.append(max(one, other))
    return str(min(one, other))


def moment_in_common_era(moment: Moment) -> Moment | None:
    """Return a moment that Excel holds in a Buddhist year in the common era.

    Whoever types 30/6/2567 into Excel stores that day of the year 2567.  None where
    the common year has no such day.
    """
    start = moment.start
    if not FIRST <= start.year <= LAST:
        return moment
    try:
        return Moment(
            moment.precision, date(start.year - AHEAD, start.month, start.day)
        )
    except ValueError:
        return None


def names_fiscal_year(text: str) -> bool:
    """Say whether *text* speaks of a fiscal year, whose months differ by country."""
    return _FISCAL.search(compose(text)) is not None
