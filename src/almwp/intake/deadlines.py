"""Read a time frame that only says when it ends: ``by 2025``, ``trước năm 2025``."""

import re
from datetime import date, timedelta

from attrs import frozen

from almwp.intake.lexicon import Lexicon
from almwp.intake.moments import TwoDays
from almwp.intake.spans import read_span
from almwp.model.folding import fold
from almwp.model.moment import Moment, Precision

_BY = re.compile(
    r"(?:(?:from )?now (?:until|till|to)|(?:no|not) later than|up to|until|till|by"
    r"|(?:từ nay |cho )?đến(?: hết)?|tới|(?:chậm|muộn) nhất(?: là)?(?: đến)?|hết"
    r"|(?:dari )?sekarang (?:sampai|hingga)"
    r"|(?:sampai|hingga)(?: dengan)?|paling lambat|selambat-lambatnya|selewat-lewatnya"
    r"|até|ภายใน(?:ปี|เดือน|วันที่)?|ภายใน)\s*",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:before|prior to|trước|sebelum|antes de|ก่อน)\s*", re.IGNORECASE
)
_ENDS = re.compile(r"(?:the )?(?:end|ngay cuoi|ket thuc|het)\b")


@frozen(kw_only=True)
class Deadline:
    """When something is to be over.

    Attributes:
        end: The last moment of it; None where only a doubt was found.
        is_before: Whether the words say *before*: then *end* is the last year, month
            or day before the one that is named.
        doubt: The date in it, where that is one day or another.
    """

    end: Moment | None = None
    is_before: bool = False
    doubt: TwoDays | None = None


def read_deadline(
    text: str, lexicon: Lexicon, day_first: bool | None
) -> Deadline | None:
    """Return the end that *text* names, or None where it is no deadline.

    ``before 2025`` ends with 2024, but ``before the end of 2025`` with 2025.
    """
    by, before = _BY.match(text), _BEFORE.match(text)
    begins = by or before
    if begins is None:
        return None
    rest = text[begins.end() :]
    span = read_span(rest, lexicon, day_first)
    if span is None or span.start != span.end:
        return None
    end = span.end
    if end is None:
        return Deadline(doubt=span.doubt) if span.doubt else None
    is_before = by is None and not _names_end(rest, lexicon)
    if is_before:
        end = _preceding(end)
    return Deadline(end=end, is_before=is_before, doubt=span.doubt)


def without_deadline_words(text: str) -> str:
    """Return *text* without words for *by* at its beginning.

    One of them, the Vietnamese *chậm nhất* (at the latest), begins with a word that
    is a state by itself: *chậm*, delayed.
    """
    return _BY.sub("", text, count=1) if _BY.match(text) else text


def _names_end(text: str, lexicon: Lexicon) -> bool:
    words = fold(text)
    bare = words.removeprefix("the ")
    first = lexicon.times_in(bare).match(bare)
    is_end = first is not None and lexicon.words["time"][first[0]] == "end"
    return is_end or _ENDS.match(words) is not None


def _preceding(moment: Moment) -> Moment:
    """Return the year, half, quarter, month or day right before *moment*."""
    if moment.precision is Precision.DAY:
        return Moment.day(moment.start - timedelta(days=1))
    months = moment.start.year * 12 + moment.start.month - 1 - moment.precision.months
    return Moment(moment.precision, date(months // 12, months % 12 + 1, 1))
