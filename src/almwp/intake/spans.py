"""Read from when to when: one moment, two ends, a list of moments, an open end."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate, pairwise

from attrs import evolve, frozen

from almwp.intake.doubts import is_doubtful
from almwp.intake.lexicon import Lexicon
from almwp.intake.moments import (
    EARLIEST,
    LATEST,
    MONTH_BY_NUMBER,
    TwoDays,
    read_moment,
)
from almwp.model.folding import fold
from almwp.model.moment import Moment

_SEPARATOR = re.compile(
    r"\s*[–—-]\s*|\s*/\s*"
    r"|\s+(?:to|until|till|through|đến|tới|sampai(?: dengan)?|hingga|s\.d\.)\s+",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:from|between|từ|dari|mulai)\s+", re.IGNORECASE)
_SINCE = re.compile(
    r"(?:since|from|starting(?: from| in)?|(?:kể |bắt đầu )?từ|sejak|mulai|dari)\s+",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    r"\s*[–—-]\s*$|(?:\s*[–—-]\s*|\s+)(?:(?:to|until|till|đến|sampai)\s+)?"
    r"(?:present|now|date|onwards?|nay|trở đi|sekarang|kini|seterusnya)$",
    re.IGNORECASE,
)
_DAY_WORD = re.compile(r"(?:on|ngày|tanggal)\s+(?=\d)", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:[,;&\n]|\band\b|\bvà\b|\bdan\b)\s*", re.IGNORECASE)
_DAYS = re.compile(r"\s*(\d{1,2})\s*[–—-]\s*(\d{1,2})[\s/]+(\D.*\d{4})\s*")
_DAYS_OF_MONTH = re.compile(
    r"\s*(\d{1,2})\s*[–—-]\s*(\d{1,2})\s*[/.]\s*(\d{1,2})\s*[/.]\s*(\d{4})\s*"
)
_DAY_MONTH_YEAR = re.compile(r"\s*\d{1,2}\s*([/.-])\s*\d{1,2}\s*\1\s*\d{4}\s*")
_COUNT = r"(?:\d{1,2}|i{1,3}|iv)"
_NAMED_TWICE = re.compile(
    rf"[^\W\d_]+ ?{_COUNT} {_COUNT} (?:of |nam |tahun )?\d{{4}}", re.IGNORECASE
)
_TWO_OF = re.compile(
    rf"([^\W\d_]+)\.?\s*({_COUNT})\s*[–—,-]\s*({_COUNT})"
    r"(?:\s*[/,]\s*|(?:\s+(?:of|năm|tahun))?\s+)(\d{4})",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\b\d{4}\b")
_SHORT_YEARS = re.compile(r"\s*(\d{4})\s*[–—/-]\s*(\d\d)\s*")
_MONTHS = 12
_MOST_YEARS = 20
"""No time frame of a plan is longer; a longer one is something else."""
_EDGES = " ,;:."


@frozen(kw_only=True)
class Span:
    """From when to when.

    Attributes:
        start: When it begins; None where nothing was understood.
        end: When it ends; None for an open end.
        doubt: The first date in it that is one day or another.
        has_gaps: Whether single times were named, with other times between them.
    """

    start: Moment | None = None
    end: Moment | None = None
    doubt: TwoDays | None = None
    has_gaps: bool = False


def read_span(
    text: str, lexicon: Lexicon, day_first: bool | None, *, is_alone: bool = True
) -> Span | None:
    """Return what *text* says, or None where nothing is understood.

    Args:
        text: Words without states and recurrences.
        lexicon: The words of all languages.
        day_first: In which order day and month stand; None where nothing tells.
        is_alone: Whether all words of the cell are in *text*: then a place may stand
            among the dates, else only dates may.
    """
    written = text.strip(_EDGES)
    text = _DAY_WORD.sub("", written)
    if not text or is_doubtful(text):
        return None
    if text != written and isinstance(day := read_moment(written, lexicon), Moment):
        return Span(start=day, end=day)  # "ngày 5" is a day and begins no range
    reader = _Reader(lexicon=lexicon, day_first=day_first, is_alone=is_alone)
    for span in reader.readings(text):
        if span.start is None or span.end is None:
            return span
        if span.end.end >= span.start.start:
            return span
    return None


@frozen(kw_only=True)
class _Reader:
    lexicon: Lexicon
    day_first: bool | None
    is_alone: bool

    def readings(self, text: str) -> Iterator[Span]:
        """Give each way in which *text* can be a span, the likeliest first."""
        begins = _FROM.match(text)
        bare = text[begins.end() :] if begins else text
        if _NAMED_TWICE.fullmatch(fold(bare)) and (kind := self._kind(bare)):
            yield from self._named_twice(bare, kind)
            return  # Tháng 10/12/2024 could be days or months.
        yield from _years_only(text)
        yield from _short_years(text)
        yield from self._open(text)
        whole = self._one(text)
        if whole:
            # A doubtful day must not be taken for two months: that ends it here.
            yield whole
        yield from _days(text)
        yield from self._days_and_month(text)
        yield from self._ends(bare)
        for span in self._listed(bare):
            # "Between 2021 and 2023" is no list.
            yield evolve(span, has_gaps=span.has_gaps and not begins)

    def _one(self, text: str) -> Span | None:
        read = read_moment(text, self.lexicon)
        if isinstance(read, Moment):
            return Span(start=read, end=read)
        if read is None:
            return None
        day = read.told(self.day_first)
        return Span(start=day, end=day, doubt=read)

    def _days_and_month(self, text: str) -> Iterator[Span]:
        if match := _DAYS.fullmatch(text):
            first, last, month = match.groups()
            yield from self._both(f"{first} {month}", f"{last} {month}")

    def _kind(self, text: str) -> str | None:
        """Return what the first word names: a part of a year, or a month by itself."""
        word = _FIRST_WORD.match(fold(text))
        name = word[0] if word else ""
        if name in MONTH_BY_NUMBER:
            return "number"
        if name in self.lexicon.words["month"]:
            return "month"
        part = self.lexicon.words["time"].get(name)
        return part if part in ("quarter", "half") else None

    def _named_twice(self, text: str, kind: str) -> Iterator[Span]:
        """Read ``Tháng 5-7/2024`` as months, ``June 5-7 2024`` as days of a month."""
        if match := _TWO_OF.fullmatch(text):
            word, first, last, year = match.groups()
            if kind == "month":
                yield from self._both(f"{first} {word} {year}", f"{last} {word} {year}")
            else:
                # T5 is a month, T 5 is not.
                named = word if len(word) == 1 else f"{word} "
                is_listed = "," in text[match.end(2) : match.start(3)]
                ends = f"{named}{first}/{year}", f"{named}{last}/{year}"
                for span in self._both(*ends):
                    has_gaps = is_listed and _have_gaps((span.start, span.end))
                    yield evolve(span, has_gaps=has_gaps)

    def _ends(self, text: str) -> Iterator[Span]:
        for separator in _SEPARATOR.finditer(text):
            left, right = text[: separator.start()], text[separator.end() :]
            yield from self._both(left, right)
            if (year := _YEAR.search(right)) and not _DAY_MONTH_YEAR.fullmatch(right):
                yield from self._both(f"{left} {year[0]}", right)

    def _both(self, left: str, right: str) -> Iterator[Span]:
        start, end = self._one(left), self._one(right)
        if start and end:
            both = Span(start=start.start, end=end.end, doubt=start.doubt or end.doubt)
            is_known = start.start is not None and end.end is not None
            yield both if is_known else evolve(both, start=None, end=None)

    def _open(self, text: str) -> Iterator[Span]:
        since = _SINCE.match(text)
        core = _ONWARD.sub("", text[since.end() :] if since else text)
        span = self._one(core) if core != text else None
        if span:
            yield evolve(span, end=None)

    def _listed(self, text: str) -> Iterator[Span]:
        """Read ``May 2017, Siem Reap`` by its date, and a list of dates by its ends."""
        pieces = [piece for piece in _LIST.split(text) if piece]
        if len(pieces) < 2:
            return
        spans: list[Span] = []
        year = ""
        for piece in reversed(pieces):
            span = self._one(piece)
            if span is None and year and _has_letters_of_time(piece, self.lexicon):
                span = self._one(f"{piece} {year}")
            if span:
                spans.append(span)
            elif not self.is_alone or _tells_time(piece, self.lexicon):
                return  # What is not understood might come before or after the rest.
            if found := _YEAR.search(piece):
                year = found[0]
        known = [s for s in spans if s.start and s.end]
        if len(known) < len(spans):
            yield Span(doubt=next(s.doubt for s in spans if s.doubt))
        elif known:
            starts = [s.start for s in known if s.start]
            ends = [s.end for s in known if s.end]
            yield Span(
                start=min(starts, key=lambda moment: moment.start),
                end=max(ends, key=lambda moment: moment.end),
                doubt=next((s.doubt for s in known if s.doubt), None),
                has_gaps=_have_gaps(starts),
            )


def _have_gaps(times: Iterable[Moment | None]) -> bool:
    """Say whether there are days between single times that none of them holds."""
    known = sorted((m for m in times if m), key=lambda moment: moment.start)
    ends = accumulate((moment.end for moment in known), max)
    return any(
        moment.start > end + timedelta(days=1)
        for moment, end in zip(known[1:], ends, strict=False)
    )


def _has_letters_of_time(piece: str, lexicon: Lexicon) -> bool:
    words = fold(piece)
    is_quarter = re.fullmatch(r"[qh]\d", words) is not None
    return is_quarter or lexicon.months_in(words).search(words) is not None


def _tells_time(piece: str, lexicon: Lexicon) -> bool:
    has_digit = any(sign.isdigit() for sign in piece)
    return has_digit or _has_letters_of_time(piece, lexicon)


def _years_only(text: str) -> Iterator[Span]:
    words = fold(text).split()
    if not words or not all(w.isdecimal() and len(w) == 4 for w in words):
        return
    years = [int(word) for word in words]
    is_rising = all(later > earlier for earlier, later in pairwise(years))
    if not is_rising or years[0] < EARLIEST or years[-1] > LATEST:
        return
    if not _ONWARD.search(text):
        start, end = Moment.year(years[0]), Moment.year(years[-1])
        is_range = len(years) <= 2 and _SEPARATOR.search(text.strip(_EDGES))
        has_gaps = not is_range and _have_gaps(map(Moment.year, years))
        yield Span(start=start, end=end, has_gaps=has_gaps)


def _short_years(text: str) -> Iterator[Span]:
    """Read ``2021-22``: no month has the number 22, so it is short for 2022."""
    match = _SHORT_YEARS.fullmatch(text)
    if match is None:
        return
    first, rest = int(match[1]), int(match[2])
    last = first - first % 100 + rest
    if last <= first:
        last += 100
    is_month = 1 <= rest <= _MONTHS
    is_known = first >= EARLIEST and last <= min(LATEST, first + _MOST_YEARS)
    if is_known and not is_month:
        yield Span(start=Moment.year(first), end=Moment.year(last))


def _days(text: str) -> Iterator[Span]:
    """Read ``4-6/5/2021``: what follows two days is a month, in any country."""
    if match := _DAYS_OF_MONTH.fullmatch(text):
        first, last, month, year = map(int, match.groups())
        try:
            days = date(year, month, first), date(year, month, last)
        except ValueError:
            return
        yield Span(start=Moment.day(days[0]), end=Moment.day(days[1]))
